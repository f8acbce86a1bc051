"""A block that can't be read is no secret: the mail's defects name the error."""

import base64

from mailbot.mail.formats.smime import Block, opened
from mailbot.mail.parse import parse

BROKEN = b"\xff" * 40
HEAD = b"From: a@b.example\r\nMIME-Version: 1.0\r\nContent-Transfer-Encoding: base64\r\n"
HEAD += b"Content-Type: application/pkcs7-mime; name=smime.p7m\r\n\r\n"


def test_a_broken_block_holds_nothing_and_has_one_defect() -> None:
    assert opened(BROKEN) == Block(defects=("smime: ValueError",))


def test_an_empty_block_is_no_defect() -> None:
    assert opened(b"") == Block()


def test_the_mail_names_it_among_its_defects() -> None:
    read = parse(HEAD + base64.encodebytes(BROKEN))

    assert read.defects == ("smime: ValueError",)
    assert [one.name for one in read.attachments] == ["smime.p7m"]
