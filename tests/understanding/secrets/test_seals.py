"""A seal that a hand has mangled is known for what it was."""

import pytest

from mailbot.understanding.secrets.seals import broken, line_of, seals

OWN = "[sealed:1234abcd]"

MANGLED = [
    ("密码：[sealed:00000000", "[sealed:00000000"),
    ("[sealed:1234abcd", "[sealed:1234abcd"),
    ("sealed:1234abcd]", "sealed:1234abcd]"),
    ("[Sealed: 1234abcd]", "[Sealed: 1234abcd]"),
    ("[SEALED:1234ABCD]", "[SEALED:1234ABCD]"),
    ("[sealed:12 34abcd]", "[sealed:12 34abcd]"),
    ("【sealed:1234abcd】", "【sealed:1234abcd】"),
    ("（sealed:1234abcd）", "（sealed:1234abcd）"),
    ("sealed:1234abcd", "sealed:1234abcd"),
    ("[sealed:12\n34abcd]", "[sealed:12 34abcd]"),
    ("[sea\nled:1234abcd]", "[sea led:1234abcd]"),
    ("> [sealed:12\n> 34abcd]", "[sealed:12 > 34abcd]"),
    ("[sealed:ffffffff]", "[sealed:ffffffff]"),
    ("[sealed:1234abc]", "[sealed:1234abc]"),
    ("[sealed:1234abcde]", "[sealed:1234abcde]"),
    ("[sealed:xxxxxxxx]", "[sealed:xxxxxxxx]"),
    ("[sealed：1234abcd]", "[sealed：1234abcd]"),
    ("［ｓｅａｌｅｄ：１２３４ａｂｃｄ］", "［ｓｅａｌｅｄ：１２３４ａｂｃｄ］"),
    ("[sealed:12\u200b34abcd]", "[sealed:12\u200b34abcd]"),
    ("[sealed 1234abcd]", "[sealed 1234abcd]"),
    ("[sealed:]", "[sealed:]"),
    ("密码：1234abcd", "1234abcd"),
    ("[密封:1234abcd]", "1234abcd]"),
]

WHOLE = [
    "",
    "密码：[sealed:1234abcd]",
    "[sealed:1234abcd][sealed:1234abcd]。",
    "[sealed]",
    "the parcel was sealed: see the photo",
    "It was sealed: a faced panel, and shipped.",
    "the unsealed part 12345678",
    "1234abcdef",
    "密码：••••••",
]


@pytest.mark.parametrize(("text", "piece"), MANGLED)
def test_what_was_a_seal_is_known(text: str, piece: str) -> None:
    assert broken(text, [OWN]) == (piece,)


@pytest.mark.parametrize("text", WHOLE)
def test_a_whole_seal_and_other_words_are_left_alone(text: str) -> None:
    assert broken(text, [OWN]) == ()


def test_a_whole_seal_beside_a_broken_one_does_not_hide_it() -> None:
    assert broken(f"{OWN}\n[sealed:1234abcd", [OWN]) == ("[sealed:1234abcd",)


def test_the_line_of_a_seal_is_named() -> None:
    assert seals(f"端口：22\n  密码：{OWN}\n{OWN}") == (OWN,)
    assert line_of(OWN, f"端口：22\n  密码：{OWN}\n") == f"密码：{OWN}"
