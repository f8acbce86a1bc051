"""Who wrote a mail, by its headers."""

from email.parser import BytesHeaderParser

from mailbot.mail.address import NOBODY, addresses
from mailbot.mail.display_name import is_written_by_a_list
from mailbot.mail.headers import Headers, headers_of
from mailbot.mail.message import Address
from mailbot.mail.raw import Raw, beginning

_HEAD = 16 << 10


def writer(headers: Headers) -> Address:
    """The writer; where a list wrote itself into the From, the one that it names beside."""
    if is_written_by_a_list(headers.text("from")):
        for name in ("x-original-from", "x-original-sender", "reply-to"):
            found = mailboxes(headers, name)
            if len(found) == 1:
                return found[0]
    for name in ("from", "sender"):
        found = mailboxes(headers, name)
        if found:
            return found[0]
    return NOBODY


def writer_of(raw: Raw) -> str:
    """The address of the writer of any mail, readable or not; '' if none stands at its top."""
    return writer(headers_of(BytesHeaderParser().parsebytes(beginning(raw, _HEAD)))).email


def mailboxes(headers: Headers, name: str) -> tuple[Address, ...]:
    return addresses(headers.all(name), headers.charset)
