"""An RTF body that can't be read is no secret: the mail's defects name the error."""

from mailbot.mail.formats.rtf import rtf_text
from mailbot.mail.parse import parse
from tests.mail.formats import tnef_stream as write

BROKEN = b"\xff" * 40


def test_a_broken_body_has_no_text_and_one_defect() -> None:
    read = rtf_text(BROKEN)

    assert read.text == ""
    assert [one.partition(": ")[0] for one in read.defects] == ["rtf"]


def test_no_body_is_no_defect() -> None:
    assert rtf_text(b"").defects == ()
    assert rtf_text(rb"{\rtf1 It is down.}").defects == ()


def test_the_mail_names_it_among_its_defects() -> None:
    body = write.mail(write.prop(0x1009, 0x102, BROKEN))

    assert parse(write.eml(write.stream(body))).defects == rtf_text(BROKEN).defects
