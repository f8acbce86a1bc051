"""The mojibake score of decoded texts."""

import pytest

from mailbot.mail.charset.oddness import oddness

WRITTEN = (
    "plain",
    "Grüße aus München, ¿qué tal?",
    "您好，昨晚两台电脑同时蓝屏。",
    "您好，昨晚兩台電腦同時藍屏。",
    "お世話になっております。昨夜、停止しました。",
    "안녕하세요. 로그를 올렸습니다.",
    "Добрый день, журналы загружены.",
    "Καλημέρα σας",
    "שלום, העליתי את הקבצים",
    "สวัสดีครับ",
)
MISREAD = (
    ("您好，昨晚两台电脑同时蓝屏", "utf-8", "cp1252"),
    ("您好，昨晚两台电脑同时蓝屏", "gbk", "cp1252"),
    ("Добрый день, журналы загружены", "koi8-r", "cp1252"),
    ("お世話になっております", "shift_jis", "gb18030"),
    ("안녕하세요. 로그를 올렸습니다", "utf-8", "gb18030"),
)


@pytest.mark.parametrize("text", WRITTEN)
def test_what_people_write_is_not_odd(text: str) -> None:
    assert oddness(text) <= 0.05


@pytest.mark.parametrize(("text", "codec", "wrong"), MISREAD)
def test_what_was_read_with_the_wrong_codec_is_odder(text: str, codec: str, wrong: str) -> None:
    assert oddness(text.encode(codec).decode(wrong, "replace")) > oddness(text) + 0.1
