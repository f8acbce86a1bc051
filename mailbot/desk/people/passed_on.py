"""Mail that comes under an address that is not its writer's: from forms, groups, engineers."""

from dataclasses import replace

from mailbot.desk.people.mailbox import mailbox
from mailbot.desk.people.people import People
from mailbot.desk.people.role import Role
from mailbot.mail.form import filled_in_by
from mailbot.mail.message import Address, Kind, Message, Trust
from mailbot.mail.mime.address import NOBODY
from mailbot.mail.quoting import forward
from mailbot.mail.quoting import split as quote
from mailbot.mail.sender import wants_no_reply

_OF_A_FORM = "a form sent what a visitor wrote"
_SERVERS = (Kind.BOUNCE, Kind.DELAY_NOTICE)


def through_others(message: Message, people: People) -> Message:
    """The mail with its true writer, whom nothing proves: a form's visitor, or who wrote to a list.

    Nobody becomes one of us through a list: anybody can put any name into the headers it keeps.
    """
    if message.via is not None:
        ours = people.claimed(message.sender.email) is not Role.CUSTOMER
        return replace(message, trust=Trust.FAIL) if ours else message
    visitor = _visitor(message, people)
    if not visitor.email or message.kind in _SERVERS:
        return message
    return replace(
        message,
        sender=visitor,
        via=message.sender,
        reply_to=None,
        trust=Trust.NONE,
        kind=Kind.HUMAN,
        kind_because=_OF_A_FORM,
        kind_by_words=False,
    )


def _visitor(message: Message, people: People) -> Address:
    """Who filled in the form this mail comes from; nobody where it comes from none.

    What wants no reply may be a form too: then its fields alone name the visitor.
    """
    named = NOBODY
    if people.is_form(message.sender.email):
        named = message.reply_to or filled_in_by(message.parts.text)
    elif message.kind is Kind.BULK and wants_no_reply(message.sender.email):
        named = filled_in_by(message.parts.text)
    if not named.email:
        return NOBODY
    strangers = [one for one in people.customers_of(message) if one.email != named.email]
    if people.claimed(named.email) is not Role.CUSTOMER or strangers:
        return NOBODY
    return NOBODY if mailbox(named.email) == mailbox(message.sender.email) else named


def is_to_be_taken_in(message: Message, people: People) -> bool:
    """Whether an engineer passes on to the desk, and to no customer, what a customer wrote."""
    if message.forwarded is None or not message.parts.forwarded.strip():
        return False
    if not people.is_engineer(message.sender.email) or not people.is_to_desk(message):
        return False
    author = message.forwarded.author.email
    if not author or people.claimed(author) is not Role.CUSTOMER:
        return False
    return not (people.customers_of(message) or people.second_line_of(message))


def as_its_authors(message: Message) -> Message:
    """What was passed on as the author's own mail, which nothing proves."""
    assert message.forwarded is not None
    told = message.forwarded
    text = forward.without_headers(message.parts.forwarded)
    return replace(
        message,
        sender=told.author,
        via=message.sender,
        subject=told.subject or message.subject,
        parts=quote.split(text, told.author.name),
        trust=Trust.NONE,
        reply_to=None,
        forwarded=None,
    )
