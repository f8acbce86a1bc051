"""Walks the MIME tree of a mail: which parts are its text, and which are files."""

from dataclasses import replace
from datetime import UTC, tzinfo
from email import message_from_bytes
from email.message import Message as Tree

from mailbot.because import Because
from mailbot.errors import UnreadableMail
from mailbot.mail.charset.codec import codec_of, declared_by
from mailbot.mail.charset.decode import charset_in
from mailbot.mail.formats import smime
from mailbot.mail.message import Attachment, Protection
from mailbot.mail.mime import limits
from mailbot.mail.mime.body import BY_KIND, ENCRYPTED, Body, in_a_row, stricter
from mailbot.mail.mime.file_name import file_name
from mailbot.mail.mime.headers import headers_of
from mailbot.mail.mime.leaf import PartContext, leaf
from mailbot.mail.mime.skeleton import disbelieve, left_out
from mailbot.mail.part import content, label_of
from mailbot.reasons import Reason

_REPORTS = ("message/delivery-status", "message/disposition-notification", "text/rfc822-headers")
_DEEPEST_SEAL = 3
_ENOUGH = 16 << 10


def body_of(part: Tree, charset: str = "", zone: tzinfo = UTC) -> Body:
    """The texts and files of ``part``; ``charset`` and ``zone`` are the sender's, where known."""
    return _body(part, PartContext(charset, zone))


def charset_of(tree: Tree) -> str:
    """The charset of the first text of a mail, also used for raw 8-bit headers."""
    texts = [part for part in tree.walk() if part.get_content_maintype() == "text"]
    labels = (label for part in texts if codec_of(label := label_of(part)))
    return next(labels, "") or next(filter(None, map(_unlabelled_charset, texts)), "")


def _unlabelled_charset(part: Tree) -> str:
    raw = content(part)[:_ENOUGH]
    return declared_by(raw) or charset_in(raw)


def _body(part: Tree, context: PartContext) -> Body:
    if part.get_content_maintype() == "message" or part.get_content_type() in _REPORTS:
        return _enclosed(part, context)
    if part.is_multipart():
        bodies = [_body(child, context) for child in part.get_payload()]  # type: ignore[arg-type]
        return BY_KIND.get(part.get_content_subtype(), in_a_row)(bodies)
    found = leaf(part, context)
    if smime.is_block(part.get_content_type(), file_name(part)) and left_out(part) is None:
        return _unsealed(part, found, context)
    return found


def _unsealed(part: Tree, file: Body, context: PartContext) -> Body:
    """The content of an opaque S/MIME part, read like any other mail (RFC 8551, 3.5)."""
    block = smime.opened(content(part))
    file = replace(file, defects=(*file.defects, *block.defects))
    if block.protection is Protection.ENCRYPTED:
        return replace(file, protection=Protection.ENCRYPTED, unread=(ENCRYPTED,))
    if not block.content or context.depth >= _DEEPEST_SEAL:
        return file
    try:
        limits.check_inner(block.content)
        inner = message_from_bytes(block.content)
        disbelieve(inner)
        limits.check_tree(inner)
    except (UnreadableMail, RecursionError) as error:
        return replace(file, unread=(Because.SIGNED_UNREADABLE(reason=Reason(str(error))),))
    body = _body(inner, replace(context, depth=context.depth + 1))
    return replace(body, protection=stricter(body.protection, Protection.SIGNED))


def _enclosed(part: Tree, context: PartContext) -> Body:
    """An enclosed mail counts as a file (RFC 2046, 5.2.1), not as text of this mail."""
    if part.get_content_type() in _REPORTS:
        return Body()
    inner = part.get_payload()
    tree = inner[0] if isinstance(inner, list) and inner else None
    subject = headers_of(tree, context.charset).text("subject") if isinstance(tree, Tree) else ""
    name = file_name(part, context.charset) or subject
    size = left_out(part)
    size = _size(tree) if size is None else size
    return Body(attachments=(Attachment(name, part.get_content_type(), size),))


def _size(tree: object) -> int:
    try:
        return len(tree.as_bytes()) if isinstance(tree, Tree) else 0
    except (ValueError, LookupError, AttributeError, TypeError, KeyError):
        return 0
