"""What is refused before it is parsed: mail built to hurt its reader."""

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
    """Whether it is better read where it can do no harm: most mails say far less than this."""
    return len(content) > _MUCH or any(content.count(mark) > most for mark, most in _OFTEN)


def check(raw: bytes) -> None:
    """Raises UnreadableMail where reading ``raw`` would be useless or harmful."""
    check_head(raw)
    _check_structure(raw.lower())


def check_inner(raw: bytes) -> None:
    """The same of a part that holds a mail's body: only its structure counts.

    Raises UnreadableMail.
    """
    if len(header_block(raw)) > LONGEST_HEADERS:
        raise too_many_headers()
    _check_structure(raw.lower())


def check_head(raw: bytes) -> None:
    """The same of the headers alone. Raises UnreadableMail."""
    head = header_block(raw)
    if len(head) > LONGEST_HEADERS:
        raise too_many_headers()
    if not _KNOWN.search(head.lower()):
        raise UnreadableMail("this is no mail: none of From, To, Subject, Date stands at its top")


def check_parameters(headers: bytes) -> None:
    """A header with hundreds of parameters takes its reader hours. Raises UnreadableMail."""
    low = headers.lower()
    for found in _MIME_HEADER.finditer(low):
        if low.count(b";", found.end(), _end_of_header(low, found.end())) > MOST_PARAMETERS:
            raise UnreadableMail("a Content-Type with hundreds of parameters: ask for a new mail")


def check_boundary(name: str) -> None:
    """Raises UnreadableMail where each line would be searched for a text of its own length."""
    if len(name) > LONGEST_BOUNDARY:
        raise UnreadableMail(
            f"its parts are divided by a line of {len(name)} letters: ask for a new mail"
        )


def check_almost(delimiters: int) -> None:
    """Raises UnreadableMail where a hundred thousand lines only begin like a delimiter."""
    if delimiters > MOST_ALMOST:
        raise UnreadableMail("too many lines look as if they divide its parts: ask for a new mail")


def check_parts(parts: int) -> None:
    """Raises UnreadableMail where there are more than anybody sends."""
    if parts > MOST_PARTS:
        raise UnreadableMail(f"it has more than {MOST_PARTS} parts: ask for them in an archive")


def check_depth(depth: int) -> None:
    """Raises UnreadableMail where parts lie in parts lie in parts."""
    if depth > DEEPEST:
        raise UnreadableMail(f"its parts are nested more than {DEEPEST} deep: ask for a new mail")


def too_many_headers() -> UnreadableMail:
    """No mail program writes so many."""
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
    """Where the header ends of which ``at`` is a place: a folded one goes on (RFC 5322, 2.2.3)."""
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
    """Where parts open and where they are divided, in the order of the mail."""
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
    """The same of what was parsed: a boundary can be declared in ways only a parser sees."""
    for count, _ in enumerate(tree.walk()):
        check_parts(count)
    level, depth = [tree], 0
    while level:
        depth += 1
        check_depth(depth - 1)
        level = [child for part in level for child in _children(part)]


def _children(part: Message) -> list[Message]:
    # a leaf's payload would be decoded here, by whatever charset it claims
    payload = part.get_payload() if part.is_multipart() else None
    return (
        [child for child in payload if isinstance(child, Message)]
        if isinstance(payload, list)
        else []
    )
