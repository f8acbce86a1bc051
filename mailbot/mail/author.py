"""The author of a mail by its headers, also if a list or form put its own address there."""

from email.parser import BytesHeaderParser

from mailbot.mail.domains import same_house
from mailbot.mail.message import Address
from mailbot.mail.mime.address import NOBODY, addresses, is_written_by_a_list
from mailbot.mail.mime.headers import Headers, headers_of
from mailbot.mail.mime.raw import Raw, beginning
from mailbot.mail.sender import is_of_a_program, wants_no_reply

_HEAD = 16 << 10
_BEHIND = ("x-original-from", "x-original-sender", "reply-to")


def writer(headers: Headers) -> Address:
    """The author; if a list or form put itself into the From, whom its other headers name."""
    behind = _behind(headers)
    return behind if behind is not None else named_sender(headers)


def passed_on_by(headers: Headers) -> Address | None:
    """The list or form whose address is in the From of somebody else's mail, or None."""
    return named_sender(headers) if _behind(headers) is not None else None


def named_sender(headers: Headers) -> Address:
    """The mailbox that the headers name as the sender, whoever the author is."""
    for name in ("from", "sender"):
        found = mailboxes(headers, name)
        if found:
            return found[0]
    return NOBODY


def speaks_for_another(headers: Headers) -> bool:
    """Whether the sender is a no-reply address and the Reply-To is at another domain.

    Forms and portals send a visitor's text like this: the Reply-To is the visitor's.
    """
    if "reply-to" not in headers:
        return False
    sender, answered = named_sender(headers), mailboxes(headers, "reply-to")
    if len(answered) != 1 or not answered[0].email or not _is_nobodys(sender.email):
        return False
    elsewhere = not same_house(sender.email, answered[0].email)
    return elsewhere and not _is_nobodys(answered[0].email)


def writer_of(raw: Raw) -> str:
    """The author's address from raw bytes, even of an unreadable mail; '' if there is none."""
    return writer(headers_of(BytesHeaderParser().parsebytes(beginning(raw, _HEAD)))).email


def mailboxes(headers: Headers, name: str) -> tuple[Address, ...]:
    return addresses(headers.all(name), headers.charset)


def _behind(headers: Headers) -> Address | None:
    if is_written_by_a_list(headers.text("from")) or "x-original-from" in headers:
        found = (mailboxes(headers, name) for name in _BEHIND)
        return next((one[0] for one in found if len(one) == 1), None)
    if speaks_for_another(headers):
        return mailboxes(headers, "reply-to")[0]
    return None


def _is_nobodys(email: str) -> bool:
    return wants_no_reply(email) or is_of_a_program(email)
