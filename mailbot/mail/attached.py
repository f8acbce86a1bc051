"""A mail attached to another is read as if its text had been forwarded below."""

from dataclasses import replace
from email import message_from_bytes
from email.message import Message as Tree

from mailbot.errors import UnreadableMail
from mailbot.mail.message import Forwarded, Message
from mailbot.mail.parse import parse
from mailbot.mail.parts import Part, Parts, Piece, Why

_TYPE = "message/rfc822"
_LONGEST = 4 << 20


def with_attached(message: Message, raw: bytes) -> Message:
    """The mail with the text and files of the first attached mail that can be read.

    ``raw`` holds the bytes of ``message``.
    """
    inner = _first(raw) if any(one.type == _TYPE for one in message.attachments) else None
    if inner is None:
        return message
    piece = Piece(Part.FORWARDED, inner.parts.text, Why.PASSED_ON)
    others = tuple(one for one in message.attachments if one.type != _TYPE)
    return replace(
        message,
        parts=Parts((*message.parts.pieces, piece)) if piece.text else message.parts,
        forwarded=Forwarded(inner.sender, inner.date, inner.subject),
        attachments=(*others, *inner.attachments),
        links=(*message.links, *inner.links),
    )


def _first(raw: bytes) -> Message | None:
    if len(raw) > _LONGEST:
        return None
    for part in message_from_bytes(raw).walk():
        held = part.get_payload() if part.get_content_type() == _TYPE else None
        if isinstance(held, list) and held and isinstance(held[0], Tree):
            return _read(held[0])
    return None


def _read(tree: Tree) -> Message | None:
    """Parse the attached mail; one that can't be read stays a file."""
    try:
        return parse(tree.as_bytes())
    except (UnreadableMail, ValueError, LookupError, TypeError, AttributeError):
        return None
