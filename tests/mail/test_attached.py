"""A whole mail attached to another, as an engineer passes it on to the desk."""

from email.message import EmailMessage

from mailbot.mail.attached import with_attached
from mailbot.mail.parse import parse
from mailbot.ports import Arrival, Position
from tests.stories.story import DESK, ENGINEER, Story

ADA = "ada@northwind-mills.example"


def inner() -> EmailMessage:
    mail = EmailMessage()
    mail["From"], mail["To"] = f"Ada Brook <{ADA}>", ENGINEER
    mail["Subject"], mail["Message-ID"] = "Licence server", "<ada1@northwind-mills.example>"
    mail.set_content("Our licence server refuses to start since the update. What can we do?")
    return mail


def outer(words: str = "Please take this in.") -> bytes:
    mail = EmailMessage()
    mail["Authentication-Results"] = "mx.support.example; dmarc=pass header.from=support.example"
    mail["From"], mail["To"], mail["Subject"] = ENGINEER, DESK, "Fw: Licence server"
    mail["Message-ID"] = "<lin7@support.example>"
    mail.set_content(words)
    mail.add_attachment(inner())
    return mail.as_bytes()


def test_its_text_author_and_subject_are_read() -> None:
    raw = outer()

    mail = with_attached(parse(raw), raw)

    assert mail.forwarded is not None
    assert mail.forwarded.author.email == ADA
    assert "refuses to start" in mail.parts.forwarded
    assert mail.attachments == ()


def test_a_mail_without_one_stays_as_it_is() -> None:
    raw = inner().as_bytes()
    mail = parse(raw)

    assert with_attached(mail, raw) is mail


def test_an_engineer_who_attaches_a_customers_mail_gives_them_a_case() -> None:
    story = Story()
    story.arrivals.append(Arrival(Position("past", 1, 1), outer(), story.now, "1.eml"))

    story.run()

    assert story.case.parties.customers == (ADA,)
    assert story.case.title == "Licence server"
    assert story.last.to == (ADA,)
    assert story.last.mode == "draft"
