"""Delivery status notifications (RFC 3464), and what servers send instead."""

import re
from collections.abc import Iterator
from email.message import Message as Tree

from mailbot.mail.bounces.prose import near, original_of, told_report
from mailbot.mail.bounces.status import sharper
from mailbot.mail.charset.decode import decode
from mailbot.mail.message import Bounce, Undelivered
from mailbot.mail.mime.headers import Headers, headers_of
from mailbot.mail.part import content

_ADDRESS = re.compile(
    r"(?<![\w.!#$%&'*+/=?^`{|}~-])[\w.!#$%&'*+/=?^`{|}~-]{1,64}@[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,9}",
    re.I,
)
_STATUS = re.compile(r"(?<![\d.])[245]\.\d{1,3}\.\d{1,3}(?![\d.])")
_WORST = {"failed": 0, "delayed": 1}
_STATUS_TYPES = ("message/delivery-status", "message/global-delivery-status")
_HEAD_TYPES = ("text/rfc822-headers", "message/rfc822-headers", "message/global-headers")
_RETURNED = ("message-id", "to", "x-failed-recipients")
_MOST = 100


def report_of(tree: Tree, headers: Headers, text: str) -> Bounce | None:
    """The machine-readable part of a delivery status notification; None if there is none."""
    for part in _walk(tree):
        if part.get_content_type() in _STATUS_TYPES:
            return _delivery_status(part, text, original_of(headers, f"{returned(tree)}\n{text}"))
    return None


def report_in_words(tree: Tree, headers: Headers, text: str, *, action: str) -> Bounce:
    """A report in words, by a server that does not follow RFC 3464."""
    return told_report(headers, text, returned(tree), action=action)


def returned(tree: Tree) -> str:
    """The headers of the returned mail, as far as they are enclosed."""
    for part in _walk(tree):
        kind = part.get_content_type()
        if kind == "message/rfc822":
            heads = [headers_of(inner) for inner in _blocks(part)]
            return "\n".join(
                f"{name}: {head.raw(name)}" for head in heads for name in _RETURNED if name in head
            )
        if kind in _HEAD_TYPES:
            return decode(content(part))
    return ""


def _delivery_status(part: Tree, text: str, original: str) -> Bounce:
    blocks = [headers_of(block) for block in _blocks(part)]
    told = [block for block in blocks if "action" in block or "final-recipient" in block]
    if not told:
        return Bounce("", "", "", original)
    worst = sorted(told[:_MOST], key=lambda block: _WORST.get(_action(block), len(_WORST)))
    each = [Undelivered(_recipient(one), _status(one, text), _action(one)) for one in worst]
    first, others = each[0], tuple(dict.fromkeys(each[1:]))
    return Bounce(first.recipient, first.status, first.action, original, others)


def _status(block: Headers, text: str) -> str:
    found = _STATUS.search(block.raw("status"))
    said = block.text("diagnostic-code") or near(_recipient(block), text)
    return sharper(found[0] if found else "", said)


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
    """All parts, without those of enclosed mails."""
    yield tree
    if tree.get_content_maintype() == "multipart" and tree.is_multipart():
        for child in tree.get_payload():
            if isinstance(child, Tree):
                yield from _walk(child)
