"""Message-IDs, as clients, servers and gateways really write them.

RFC 5322 (3.6.4) puts each into angle brackets. In practice they come with commas between, cut off
at the end of a long line, broken by white space, in another case, or not at all: an
In-Reply-To of the nineties holds a phrase, or the address of the person it answers.
"""

import re
from collections.abc import Iterable

_ID = re.compile(r"<([^<>]{1,998})>")
_BARE = re.compile(r"(?<![^<>\s,;\"()@])[^<>\s,;\"()@]{1,250}+@[^<>\s,;\"()]{1,250}")
# a header in a quote that kept the headers of its mail
_QUOTED = re.compile(
    r"^[ \t>＞|]{0,40}(?:message-id|邮件标识)[ \t]{0,3}[:：][ \t]{0,3}<([^<>\s]{3,250})>",
    re.IGNORECASE | re.MULTILINE,
)
_MOST = 500
_LONGEST = 200_000


def message_ids(value: str) -> tuple[str, ...]:
    """The ids in a header, without brackets, in order; bare ones count if none has any."""
    value = value[:_LONGEST]
    if not value.isascii():
        value = value.encode("ascii", "ignore").decode()
    found = ["".join(one.split()) for one in _ID.findall(value)] or _BARE.findall(value)
    return tuple(dict.fromkeys(one for one in found if one and one.isprintable()))[-_MOST:]


def quoted_ids(text: str) -> tuple[str, ...]:
    """The ids in the headers that a quote kept."""
    return tuple(dict.fromkeys(_QUOTED.findall(text[:_LONGEST])))[:_MOST]


def without_people(ids: Iterable[str], people: Iterable[str]) -> tuple[str, ...]:
    """The ids without the mail addresses of people, which name no mail."""
    known = set(people)
    return tuple(one for one in ids if one.lower() not in known)


def id_key(message_id: str) -> str:
    """The id normalised for comparison: gateways change its case and wrap it."""
    return "".join(message_id.split()).strip("<>").casefold()


def is_whole(message_id: str) -> bool:
    """Whether the id is complete; a truncated one names no mail."""
    left, _, right = message_id.rpartition("@")
    return bool(left and right)
