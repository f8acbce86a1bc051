"""The form of a mail: what mail-parser finds wrong with it."""

import pytest

from mailbot.mail.defects import defects
from mailbot.mail.mime.limits import MOST_ENCODED_WORDS

HEAD = b"From: zhou@partner.example\r\nTo: desk@support.example\r\nSubject: x\r\n"
BODY = b"\r\nIt is down.\r\n"


def test_a_mail_in_good_form_has_none() -> None:
    assert defects(HEAD + BODY) == ()


@pytest.mark.parametrize(
    ("line", "defect"),
    [
        (b"Cc: <a@b.example, c@d.example\r\n", "AddressHeaderDefect"),
        (b"Date: the day before yesterday\r\n", "DateHeaderDefect"),
        (
            b"MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=B\r\n",
            "StartBoundaryNotFoundDefect",
        ),
    ],
)
def test_what_is_wrong_is_named(line: bytes, defect: str) -> None:
    assert defect in defects(HEAD + line + BODY)


def test_a_head_of_too_many_encoded_words_is_not_read_for_it() -> None:
    words = b"=?utf-8?q?x?= " * (MOST_ENCODED_WORDS + 1)

    assert defects(HEAD + b"X-Words: " + words + b"\r\n" + BODY) == ("EncodedWords",)
