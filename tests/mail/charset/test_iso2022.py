"""Japanese mail under the label iso-2022-jp, with all that Windows writes under it."""

import pytest

from mailbot.mail.charset.decode import decode


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        (b"\x1b$B-!\x1b(B", "①"),
        (b"\x1b$B-j\x1b(B", "㈱"),
        (b"\x1b$B-b#7\x1b(B", "№７"),
        (b"\x1b$By!\x1b(B", "纊"),
        (b"\x1b$B|b\x1b(B", "髙"),
        (b"PC \x1b(I>^K\x1b(B ok", "PC ｾﾞﾋ ok"),
        (b"\x0e>^K\x0f ok", "ｾﾞﾋ ok"),
        (b"\x1b$BF|K\\8l", "日本語"),
        (b"\x1b$BF|\nplain", "日\nplain"),
        (b"\x1b$(DG)\x1b(B", "泲"),
    ],
)
def test_what_windows_writes_under_the_label_is_read(raw: bytes, expected: str) -> None:
    assert decode(raw, "iso-2022-jp") == expected


def test_a_broken_pair_is_a_mark_and_the_rest_is_read() -> None:
    assert decode(b"\x1b$B\x7f\x7f\x1b(B ok", "iso-2022-jp").endswith(" ok")
