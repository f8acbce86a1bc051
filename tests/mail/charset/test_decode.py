"""Bytes to text, whatever the label says."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mailbot.mail.charset.decode import charset_in, decode, visible

RARE = "朱镕基与喆"  # 镕 and 喆 are in GBK but not in GB2312


@pytest.mark.parametrize(
    ("codec", "label", "text"),
    [
        ("gbk", "gb2312", RARE),
        ("gbk", "GBK", RARE),
        ("gbk", "x-gbk", RARE),
        ("gbk", "utf-8", "蓝屏日志已上传"),
        ("gbk", "", "蓝屏日志已上传"),
        ("gbk", "us-ascii", "蓝屏日志已上传"),
        ("gbk", "iso-8859-1", "蓝屏日志已上传"),
        ("utf-8", "gbk", "蓝屏日志已上传"),
        ("utf-8", "no-such-charset", "蓝屏日志已上传"),
        ("utf-8", "hex", "蓝屏"),
        ("utf-8", "unicode_escape", "C:\\new\\users 蓝屏"),
        ("gb18030", "gb18030", "𠮷野家"),
        ("big5", "big5", "藍屏問題"),
        ("iso-2022-jp", "iso-2022-jp", "日本語"),
        ("shift_jis", "shift_jis", "日本語テスト"),
        ("euc-kr", "euc-kr", "한국어"),
        ("koi8-r", "koi8-r", "Привет"),
        ("windows-1251", "windows-1251", "Привет"),
        ("windows-1252", "windows-1252", "café “x”"),
        ("iso-8859-1", "iso-8859-1", "déjà vu, naïve façade"),
        ("cp1252", "", "Die Hasen und die Frösche"),
        ("utf-7", "utf-7", "蓝屏 a+b"),
        ("hz", "hz-gb-2312", "蓝屏"),
        ("utf-16", "utf-16", "蓝屏"),
        ("utf-8-sig", "utf-8", "蓝屏"),
    ],
)
def test_a_label_is_a_hint_and_not_a_fact(codec: str, label: str, text: str) -> None:
    assert decode(text.encode(codec), label) == text


@pytest.mark.parametrize(
    ("codec", "text"),
    [
        ("koi8-r", "Добрый день, журналы загружены на сервер"),
        ("cp1251", "Добрый день, журналы загружены на сервер"),
        ("cp866", "Добрый день, журналы загружены на сервер"),
        ("cp1253", "Καλημέρα σας, ανέβασα τα αρχεία στον διακομιστή"),
        ("cp1255", "שלום, העליתי את הקבצים לשרת"),
        ("cp874", "สวัสดีครับ ผมอัปโหลดไฟล์แล้ว"),
        ("cp1250", "Dzień dobry, załączam pliki dziennika, proszę o pomoc"),
        ("shift_jis", "お世話になっております。昨夜、二台が停止しました。"),
        ("euc-jp", "お世話になっております。昨夜、二台が停止しました。"),
        ("iso-2022-jp", "お世話になっております。昨夜、二台が停止しました。"),
        ("euc-kr", "안녕하세요. 로그 파일을 업로드했습니다."),
        ("iso-2022-kr", "안녕하세요. 로그 파일을 업로드했습니다."),
        ("big5", "您好，昨晚兩台電腦同時出現藍色畫面"),
        ("gb18030", "您好，昨晚两台电脑同时蓝屏"),
        ("hz", "您好，昨晚两台电脑同时蓝屏"),
        ("cp1252", "Bonjour, les fichiers sont déposés – merci"),
    ],
)
@pytest.mark.parametrize("label", ["", "us-ascii", "unknown-8bit", "x-user-defined"])
def test_a_charset_that_no_label_names_is_found(codec: str, text: str, label: str) -> None:
    assert decode(text.encode(codec), label) == text


@pytest.mark.parametrize(
    ("codec", "label", "text"),
    [
        ("koi8-r", "iso-8859-1", "Добрый день, журналы загружены"),
        ("cp1251", "windows-1252", "Добрый день, журналы загружены"),
        ("big5", "gb2312", "您好，昨晚兩台電腦同時出現藍色畫面，請協助分析"),
        ("euc-kr", "gb2312", "안녕하세요. 로그 파일을 업로드했습니다."),
        ("cp1252", "gb2312", "Bonjour, les fichiers sont déposés sur le serveur, merci"),
    ],
)
def test_a_label_given_without_a_look_is_overruled(codec: str, label: str, text: str) -> None:
    assert decode(text.encode(codec), label) == text


@pytest.mark.parametrize("text", ["Müller", "Größe: 5 GB", "¡Hola! ¿Qué tal?", "naïve", "½ µm ±3°"])
def test_a_few_accents_overrule_no_label(text: str) -> None:
    assert decode(text.encode("iso-8859-1"), "iso-8859-1") == text


def test_a_disclaimer_in_a_charset_of_its_own_is_read_too() -> None:
    raw = "日志已经上传，请查收。\n".encode("gbk") + "此邮件仅供收件人使用。".encode()
    assert decode(raw, "gbk") == "日志已经上传，请查收。\n此邮件仅供收件人使用。"


def test_a_line_of_utf8_with_a_torn_character_keeps_all_others() -> None:
    torn = "日志已经上传到服务器".encode()[:-1]
    assert decode(torn + b"\n" + "请查收".encode(), "") == "日志已经上传到服务\ufffd\n请查收"


def test_a_byte_that_windows_leaves_free_is_no_mark() -> None:
    assert "\ufffd" not in decode("Müller und Söhne".encode("cp1252") + b"\x81", "cp1252")


@pytest.mark.parametrize(
    ("raw", "codec"),
    [
        (b"plain", ""),
        ("蓝屏".encode(), ""),
        ("您好，昨晚两台电脑同时蓝屏".encode("gbk"), "gb18030"),
        ("Добрый день, журналы".encode("koi8-r"), "koi8-r"),
    ],
)
def test_the_codec_of_a_text_is_told(raw: bytes, codec: str) -> None:
    assert charset_in(raw) == codec


def test_utf8_cut_in_the_middle_of_a_character_stays_utf8() -> None:
    assert decode("蓝屏日志已经上传到服务器".encode()[:-1]).startswith("蓝屏日志已经上传到服务")


@given(st.binary(max_size=200), st.text(max_size=20))
def test_nothing_fails_to_decode_and_the_result_can_be_stored(raw: bytes, label: str) -> None:
    decode(raw, label).encode("utf-8")


@pytest.mark.parametrize("label", ["utf-7", "utf-16", "iso-2022-kr", "hz", "big5hkscs", "cp932"])
@given(raw=st.binary(max_size=60))
def test_no_codec_is_made_to_fail(raw: bytes, label: str) -> None:
    decode(raw, label).encode("utf-8")


def test_backslashes_are_plain_characters() -> None:
    assert visible("C:\\new\\users\r\n\\\\server\\share") == "C:\\new\\users\n\\\\server\\share"
