"""Refuses, before parsing, mails that are built to exhaust the parser."""

import re
from collections.abc import Iterator
from email.message import Message

from mailbot.errors import UnreadableMail

LONGEST_HEADERS = 256 << 10
DEEPEST = 20
MOST_PARTS = 500
MOST_ALMOST = 200_000
MOST_PARAMETERS = 300
MOST_ENCODED_WORDS = 300
# RFC 2046 allows 70
LONGEST_BOUNDARY = 250

_KNOWN = re.compile(
    rb"^(?:from|to|cc|subject|date|message-id|received|return-path|delivered-to|sender|reply-to|mime-version|content-type)"
    rb"[ \t]*:",
    re.MULTILINE,
)
_BOUNDARY = re.compile(rb"boundary[ \t]*=[ \t]*(?:\"([^\"\r\n]{1,200})|([^\s;\"]{1,200}))")
_DELIMITER = re.compile(rb"\n--([^\r\n]{1,200})")
_ENCLOSED = re.compile(rb"\ncontent-type:\s{0,9}(message/rfc822)")
_MIME_HEADER = re.compile(rb"^content-(?:type|disposition)[ \t]{0,9}:", re.MULTILINE)
_FOLDED = (b" ", b"\t")

_MUCH = 64 << 10
_OFTEN = (
    (b"<", 2500),
    (b"=?", MOST_ENCODED_WORDS),
    (b"\n--", 300),
    (b";", 2500),
    (b"@", 2500),
    (b"(", 2500),
)

_Event = tuple[int, str, bytes]


def is_suspicious(content: bytes) -> bool:
    """Whether to parse it in the sandbox: it is large or has unusually many special characters."""
    return len(content) > _MUCH or any(content.count(mark) > most for mark, most in _OFTEN)


def check(raw: bytes) -> None:
    """Raises UnreadableMail if parsing ``raw`` would be useless or harmful."""
    check_head(raw)
    _check_structure(raw.lower())


def check_inner(raw: bytes) -> None:
    """Raises UnreadableMail if a part that holds a mail's body has a harmful structure."""
    if len(header_block(raw)) > LONGEST_HEADERS:
        raise too_many_headers()
    _check_structure(raw.lower())


def check_head(raw: bytes) -> None:
    """Raises UnreadableMail if the headers are too long, or are not those of a mail."""
    head = header_block(raw)
    if len(head) > LONGEST_HEADERS:
        raise too_many_headers()
    if not _KNOWN.search(head.lower()):
        raise UnreadableMail("this is no mail: none of From, To, Subject, Date stands at its top")


def check_parameters(headers: bytes) -> None:
    """Raises UnreadableMail for hundreds of parameters: the parser would take hours."""
    low = headers.lower()
    for found in _MIME_HEADER.finditer(low):
        if low.count(b";", found.end(), _end_of_header(low, found.end())) > MOST_PARAMETERS:
            raise UnreadableMail("a Content-Type with hundreds of parameters: ask for a new mail")


def check_boundary(name: str) -> None:
    """Raises UnreadableMail for a boundary so long that comparing it with each line is costly."""
    if len(name) > LONGEST_BOUNDARY:
        raise UnreadableMail(
            f"its parts are divided by a line of {len(name)} letters: ask for a new mail"
        )


def check_almost(delimiters: int) -> None:
    """Raises UnreadableMail for very many lines that only begin like a delimiter."""
    if delimiters > MOST_ALMOST:
        raise UnreadableMail("too many lines look as if they divide its parts: ask for a new mail")


def check_parts(parts: int) -> None:
    """Raises UnreadableMail if there are more than MOST_PARTS parts."""
    if parts > MOST_PARTS:
        raise UnreadableMail(f"it has more than {MOST_PARTS} parts: ask for them in an archive")


def check_depth(depth: int) -> None:
    """Raises UnreadableMail if parts are nested deeper than DEEPEST."""
    if depth > DEEPEST:
        raise UnreadableMail(f"its parts are nested more than {DEEPEST} deep: ask for a new mail")


def too_many_headers() -> UnreadableMail:
    """The error for headers longer than any mail program writes."""
    return UnreadableMail(
        f"its headers have more than {LONGEST_HEADERS >> 10} kB: ask for a new mail"
    )


def header_block(raw: bytes) -> bytes:
    """Everything up to the first empty line."""
    ends = [
        end for end in (raw.find(b"\n\n"), raw.find(b"\r\n\r\n"), raw.find(b"\r\r")) if end >= 0
    ]
    return raw[: min(ends, default=len(raw))]


def _end_of_header(low: bytes, at: int) -> int:
    """Where the header around ``at`` ends, its folded lines included (RFC 5322, 2.2.3)."""
    while True:
        end = low.find(b"\n", at)
        if end < 0:
            return len(low)
        if low[end + 1 : end + 2] not in _FOLDED:
            return end
        at = end + 1


def _check_structure(low: bytes) -> None:
    check_parameters(low)
    low = b"\n" + low
    if low.count(b"multipart/") + low.count(b"message/") == 0:
        return
    if b"boundary*" in low and low.count(b"\n--") > MOST_PARTS:
        raise UnreadableMail("its parts are divided by a boundary in pieces: ask for a new mail")
    _check_nesting(low)


def _check_nesting(low: bytes) -> None:
    open_parts: list[bytes] = []
    known: set[bytes] = set()
    parts = 0
    for _, what, name in _events(low):
        if what == "delimiter":
            name, closing = _divided(name, known)
            if name in known:
                parts += not closing
                _close(open_parts, name, closing=closing)
        else:
            open_parts.append(name)
            known.add(name)
        check_depth(len(open_parts))
        check_parts(parts)


def _events(low: bytes) -> Iterator[_Event]:
    """Boundaries, delimiters and enclosed mails, in the order of the mail."""
    found = [(hit.start(), "boundary", hit[1] or hit[2]) for hit in _BOUNDARY.finditer(low)]
    found += [(hit.start(), "enclosed", b"") for hit in _ENCLOSED.finditer(low)]
    if found:
        found += [(hit.start(), "delimiter", hit[1]) for hit in _DELIMITER.finditer(low)]
    return iter(sorted(found))


def _divided(line: bytes, known: set[bytes]) -> tuple[bytes, bool]:
    line = line.rstrip()
    if line in known:
        return line, False
    return line.removesuffix(b"--"), True


def _close(open_parts: list[bytes], name: bytes, *, closing: bool) -> None:
    if name not in open_parts:
        return
    while open_parts[-1] != name:
        open_parts.pop()
    if closing:
        open_parts.pop()


def check_tree(tree: Message) -> None:
    """Raises UnreadableMail for a parsed tree: some boundaries are only seen by the parser."""
    for count, _ in enumerate(tree.walk()):
        check_parts(count)
    level, depth = [tree], 0
    while level:
        depth += 1
        check_depth(depth - 1)
        level = [child for part in level for child in _children(part)]


def _children(part: Message) -> list[Message]:
    # not for a leaf: this would decode its payload by whatever charset it claims
    payload = part.get_payload() if part.is_multipart() else None
    return (
        [child for child in payload if isinstance(child, Message)]
        if isinstance(payload, list)
        else []
    )
