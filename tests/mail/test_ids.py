"""Message ids as they come: cut, folded, in another case, or not there at all."""

import pytest

from mailbot.mail.ids import id_key, is_whole, message_ids, quoted_ids, without_people


@pytest.mark.parametrize(
    ("value", "ids"),
    [
        ("<a@x> <b@x>", ("a@x", "b@x")),
        ("<a@x>, <b@x>", ("a@x", "b@x")),
        ("<a@x><b@x>", ("a@x", "b@x")),
        ("<a\r\n @x>", ("a@x",)),
        ("<a@x> <a@x>", ("a@x",)),
        ("a@x", ("a@x",)),
        ('Your message of "Mon, 2 Mar" <a@x>', ("a@x",)),
        ("<a@x", ("a@x",)),
        ("", ()),
        ("Message from Zhou", ()),
    ],
)
def test_ids_are_read_as_they_are_written(value: str, ids: tuple[str, ...]) -> None:
    assert message_ids(value) == ids


def test_the_newest_of_very_many_ids_are_kept() -> None:
    ids = message_ids(" ".join(f"<{n}@x>" for n in range(2_000)))

    assert len(ids) == 500
    assert ids[-1] == "1999@x"


@pytest.mark.parametrize("other", ["A@X.Example", "<a@x.example>", "a@ x.example"])
def test_an_id_is_known_again(other: str) -> None:
    assert id_key(other) == id_key("a@x.example")


def test_a_quote_that_kept_its_headers_names_its_mail() -> None:
    text = "好的\n> Message-ID: <a@x.example>\n> 邮件标识：<b@x.example>\nnot Message-ID: <c@x>"
    assert quoted_ids(text) == ("a@x.example", "b@x.example")


def test_the_address_of_a_person_is_no_id() -> None:
    assert without_people(("zhou@x", "a@x"), ("zhou@x",)) == ("a@x",)


@pytest.mark.parametrize(
    ("one", "whole"), [("a@x", True), ("a@", False), ("@x", False), ("a", False)]
)
def test_what_was_cut_off_names_no_mail(one: str, *, whole: bool) -> None:
    assert is_whole(one) is whole
