"""Parses delivery reports written in words: recipients, reasons, and the returned mail."""

import re
from collections.abc import Iterator
from itertools import islice

from mailbot.mail.bounces.status import status_of
from mailbot.mail.message import Bounce, Undelivered
from mailbot.mail.mime.headers import Headers

_ADDRESS = re.compile(
    r"(?<![\w.!#$%&'*+/?^`{|}~-])[\w.!#$%&'*+/?^`{|}~-]{1,64}@"
    r"[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,9}",
    re.IGNORECASE,
)
_MESSAGE_ID = re.compile(
    r"^[> \t\"|]{0,9}message-id\"?\s{0,3}:\s{0,3}\"?<?([^<>\s\"]{1,200}@[^<>\s\",]{1,200})",
    re.IGNORECASE | re.MULTILINE,
)
_ID = re.compile(r"<([^<>\s]{1,998})>")
# where the report ends and the returned mail begins
_COPY = re.compile(
    r"^[^\n]{0,9}-{2,60}[^\n]{0,9}(?:below this line|this is a copy|returned (?:message|mail)"
    r"|original"
    r"|unsent message|message header|the header|start of|message text)"
    r"|^[^\w\n]{0,9}(?:(?:the )?(?:original|returned|unsent|first part of the)"
    r" (?:message|mail|header)s?|a copy of (?:the|your) (?:original )?message"
    r"|message headers? follow)"
    r"|^[ \t]{0,9}(?:received: (?:from|by)|return-path:)"
    r"|^[^\w\n]{0,9}(?:原(?:始)?(?:邮件|信)|以下是(?:您的)?(?:原)?(?:邮件|信)|原郵件)",
    re.IGNORECASE | re.MULTILINE,
)
# a line that names a recipient: the address alone, or after a label
_NAMED = re.compile(
    r"^[ \t>*·•\-]{0,12}(?:(?:final|original|failed|intended)?[- ]?(?:recipients?"
    r"|address(?:es)?|user|mailbox|rcpt(?: to)?|to"
    r"|收件人(?:邮箱|地址)?|收件地址|邮箱地址|目标(?:邮箱|地址)|发往|收信人|收件者"
    r"|\"emailaddress\")"
    r"(?:\s?\([^)\n]{0,40}\))?\s{0,3}(?:is\b)?(?:[:：]|\s|(?=<))\s{0,3})?(?:rfc822;|smtp:|<|\"|“"
    r"|\(|【|\[|&lt;)?\s{0,3}"
    r"([\w.!#$%&'*+/?^`{"
    r"|}~-]{1,64}@[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,9})(?=[>\s\"”)】\],;:：，。&.]|$)",
    re.IGNORECASE | re.MULTILINE,
)
_IN_JSON = re.compile(
    r"\\?\"emailaddress\\?\"\s{0,3}:\s{0,3}\\?\"([^\"\\\s]{3,320})\\?\"", re.IGNORECASE
)
# Exchange lists all recipients first, then those that failed
_LIST = re.compile(
    r"did not reach the following recipient\(?s?\)?:|未(?:到达|送达)以下收件人[:：]", re.I
)
_TO = re.compile(r"^[> \t]{0,9}(?:x-failed-recipients|to)\s?:([^\n]{1,900})", re.I | re.M)
# the address we wrote to, if an alias or a forwarding led elsewhere
_EXPANDED = re.compile(
    r"\((?:expanded|generated) from:?\s{0,3}<?([^\s<>()]{1,64}@[^\s<>()]{1,255})", re.IGNORECASE
)
# the Received of the returned mail names its recipient (RFC 5321, 4.4)
_FOR = re.compile(r"\bfor <([^<>\s]{3,320})>", re.IGNORECASE)
_SERVER = re.compile(r"(?:mailer-daemon|postmaster|abuse|noc|hostmaster)@", re.IGNORECASE)
_MOST_TEXT = 20_000
_MOST = 50
_NEAR = 600


def told_report(headers: Headers, text: str, returned: str, *, action: str) -> Bounce:
    """A report read from its words; ``returned`` holds the headers of the enclosed mail."""
    text = text[:_MOST_TEXT]
    said, copy = _divided(text)
    found = list(dict.fromkeys(_recipients(headers, said, f"{copy}\n{returned}")))[:_MOST]
    each = tuple(Undelivered(one, _status(one, said, found), action) for one in found)
    first = each[0] if each else Undelivered("", status_of(said, ""), action)
    original = _original(headers, f"{returned}\n{text}")
    return Bounce(first.recipient, first.status, action, original, each[1:])


def near(recipient: str, text: str) -> str:
    """The words on this recipient: from the address to a few lines after it."""
    low = text[:_MOST_TEXT].lower()
    start = low.find(recipient) if recipient else -1
    return text[start : start + _NEAR] if start >= 0 else ""


def original_of(headers: Headers, text: str) -> str:
    """The Message-ID of the returned mail, from its quoted headers or the In-Reply-To."""
    return _original(headers, text[:_MOST_TEXT])


def _original(headers: Headers, text: str) -> str:
    found = _MESSAGE_ID.search(text)
    if found:
        return found[1]
    named = [_ID.findall(headers.raw(name)) for name in ("in-reply-to", "references")]
    return next((ids[-1] for ids in named if ids), "")


def _divided(text: str) -> tuple[str, str]:
    """Split into the report and the returned mail."""
    listed = _LIST.search(text)
    start = listed.end() if listed and _ADDRESS.search(text, listed.end()) else 0
    first = _ADDRESS.search(text, start)
    found = _COPY.search(text, first.end()) if first else None
    end = found.start() if found else len(text)
    return text[start:end], text[end:]


def _recipients(headers: Headers, said: str, copy: str) -> Iterator[str]:
    """The recipients, by the best source: a header, a line of their own, the words, the copy."""
    own = {
        one.lower()
        for name in ("from", "to", "reply-to", "sender")
        for one in _ADDRESS.findall(headers.raw(name))
    }
    ways = (
        _ADDRESS.findall(headers.text("x-failed-recipients")),
        _IN_JSON.findall(said),
        _named(said),
        _spoken_of(said, copy),
        [one for line in _TO.findall(copy)[:1] for one in _ADDRESS.findall(line)],
    )
    for way in ways:
        named = [one.lower() for one in way if one.lower() not in own and not _SERVER.match(one)]
        if named:
            yield from named
            yield from (one.lower() for one in _EXPANDED.findall(said))
            return


def _spoken_of(said: str, copy: str) -> list[str]:
    """The address in the words that the mail was sent to, else the first."""
    addresses = _ADDRESS.findall(said)
    meant = {one.lower() for one in _FOR.findall(copy)}
    return [one for one in addresses if one.lower() in meant][:1] or addresses[:1]


def _named(said: str) -> list[str]:
    """Addresses on lines that name a recipient, with the label there or on the line before."""
    found = []
    for address in islice(_ADDRESS.finditer(said), _MOST):
        line = said.rfind("\n", 0, address.start()) + 1
        before = said.rfind("\n", 0, max(0, line - 1)) + 1
        for start in (line, before):
            named = _NAMED.match(said, start)
            if named and named.start(1) <= address.start() < named.end(1):
                found.append(named[1])
                break
    return found


def _status(recipient: str, said: str, everybody: list[str]) -> str:
    """The status: after a recipient, up to the next one; else before all of them."""
    low = said.lower()
    start = low.find(recipient)
    if start < 0:
        return status_of(said, "")
    later = [low.find(one, start + len(recipient)) for one in everybody if one != recipient]
    end = min((place for place in later if place > 0), default=len(said))
    return status_of(said[start + len(recipient) : end], said)
