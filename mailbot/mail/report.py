"""Delivery reports: whom a mail did not reach (RFC 3464, and what servers write instead)."""

import re
from collections.abc import Iterator
from email.message import Message as Tree

from mailbot.mail.body import content
from mailbot.mail.charset import decode
from mailbot.mail.headers import Headers, headers_of
from mailbot.mail.message import Bounce

_ID = re.compile(r"<([^<>\s]{1,998})>")
_ADDRESS = re.compile(
    r"[\w.!#$%&'*+/=?^`{|}~-]{1,64}@[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,9}", re.I
)
_STATUS = re.compile(r"(?<![\d.])[245]\.\d{1,3}\.\d{1,3}(?![\d.])")
_NO_ID = re.compile(r"^message-id:\s*<([^<>\s]{1,998})>", re.IGNORECASE | re.MULTILINE)
_OURS = re.compile(r"mailer-daemon@|postmaster@", re.IGNORECASE)
_WORST = {"failed": 0, "delayed": 1}
_MOST_TEXT = 20_000


def report_of(tree: Tree) -> Bounce | None:
    """What the machine-readable part of a report says; None where there is none."""
    for part in _walk(tree):
        if part.get_content_type() == "message/delivery-status":
            return _delivery_status(part, _original_id(tree))
    return None


def told_report(tree: Tree, headers: Headers, text: str, *, action: str) -> Bounce:
    """A report read from its words, by a server that knows no RFC 3464."""
    said = text[:_MOST_TEXT]
    named = headers.text("x-failed-recipients").split(",")[0].strip()
    recipient = named or next(iter(_recipients(said, headers)), "")
    status = _STATUS.search(said)
    number = status[0] if status else ""
    return Bounce(recipient.lower(), number, action, _original_id(tree) or _quoted_id(text))


def _delivery_status(part: Tree, original: str) -> Bounce:
    blocks = [headers_of(block) for block in _blocks(part)]
    told = [block for block in blocks if "action" in block or "final-recipient" in block]
    if not told:
        return Bounce("", "", "", original)
    worst = min(told, key=lambda block: _WORST.get(_action(block), len(_WORST)))
    status = _STATUS.search(worst.raw("status"))
    return Bounce(_recipient(worst), status[0] if status else "", _action(worst), original)


def _blocks(part: Tree) -> list[Tree]:
    payload = part.get_payload()
    return (
        [block for block in payload if isinstance(block, Tree)] if isinstance(payload, list) else []
    )


def _action(block: Headers) -> str:
    return (block.text("action").lower().split() or [""])[0].strip(";")


def _recipient(block: Headers) -> str:
    for name in ("original-recipient", "final-recipient", "x-actual-recipient"):
        found = _ADDRESS.search(block.text(name).rpartition(";")[2])
        if found:
            return found[0].lower()
    return ""


def _walk(tree: Tree) -> Iterator[Tree]:
    """Every part, without looking into enclosed mails."""
    yield tree
    if tree.get_content_maintype() == "multipart" and tree.is_multipart():
        for child in tree.get_payload():
            if isinstance(child, Tree):
                yield from _walk(child)


def _original_id(tree: Tree) -> str:
    for part in _walk(tree):
        kind = part.get_content_type()
        if kind == "message/rfc822":
            for inner in _blocks(part):
                found = _ID.search(headers_of(inner).text("message-id"))
                if found:
                    return found[1]
        elif kind == "text/rfc822-headers":
            found = _NO_ID.search(decode(content(part)))
            if found:
                return found[1]
    return ""


def _quoted_id(text: str) -> str:
    found = _NO_ID.search(text)
    return found[1] if found else ""


def _recipients(text: str, headers: Headers) -> Iterator[str]:
    own = {hit.lower() for hit in _ADDRESS.findall(f"{headers.raw('from')} {headers.raw('to')}")}
    for found in _ADDRESS.findall(text):
        if found.lower() not in own and not _OURS.match(found):
            yield found
