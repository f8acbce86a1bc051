"""Which language a mail is answered in."""

import pytest

from mailbot.understanding.language import language


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("服务器昨天蓝屏了两次，请协助分析。", "zh"),
        ("服务器 SRV-DB-02 昨天 BSOD 了两次，dump 已上传到 /upload。", "zh"),
        ("我们在樱の屋的服务器昨天蓝屏了两次，请协助分析一下原因。", "zh"),
        ("The server crashed twice yesterday.", "en"),
        ("昨日からファイルサーバーが起動しません。ログはどこへ送ればよいでしょうか。", "en"),
        ("㈱青葉精機の田中です。至急対応願います。", "en"),
        ("서버가 시작되지 않습니다. 로그를 어디로 보내면 됩니까?", "en"),
        ("ｻｰﾊﾞｰｶﾞｷﾄﾞｳｼﾏｾﾝ", "en"),
        ("Сервер не запускается со вчерашнего дня.", "en"),
        ("السيرفر لا يعمل منذ الأمس", "en"),
        ("ok", ""),
        ("", ""),
        ("2024-01-08 10:00:00 ERROR 0x9F\n", ""),
    ],
)
def test_chinese_is_answered_in_chinese_and_all_else_in_the_foreign_language(
    text: str, expected: str
) -> None:
    assert language(text) == expected
