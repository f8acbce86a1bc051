"""What is refused before it is parsed: mail built to hurt its reader."""

import re
from collections.abc import Iterator
from email.message import Message

from mailbot.errors import UnreadableMail

LARGEST = 50 << 20
LONGEST_HEADERS = 256 << 10
DEEPEST = 20
MOST_PARTS = 500
MOST_PARAMETERS = 300

_KNOWN = re.compile(
    rb"^(?:from|to|cc|subject|date|message-id|received|return-path|delivered-to|sender|reply-to|mime-version|content-type)"
    rb"[ \t]*:",
    re.MULTILINE,
)
_BOUNDARY = re.compile(rb"boundary[ \t]*=[ \t]*(?:\"([^\"\r\n]{1,200})|([^\s;\"]{1,200}))")
_DELIMITER = re.compile(rb"\n--([^\r\n]{1,200})")
_ENCLOSED = re.compile(rb"\ncontent-type:\s{0,9}(message/rfc822)")
_MIME_HEADER = re.compile(
    rb"\ncontent-(?:type|disposition):((?:[^\n]{0,2000}\n[ \t]){0,2000}[^\n]{0,2000})"
)

_Event = tuple[int, str, bytes]


def check(raw: bytes) -> None:
    """Raises UnreadableMail where reading ``raw`` would be useless or harmful."""
    if len(raw) > LARGEST:
        raise UnreadableMail(_too_much("the mail", len(raw) >> 20, LARGEST >> 20, "MB"))
    head = header_block(raw)
    if len(head) > LONGEST_HEADERS:
        raise UnreadableMail(
            _too_much("the header block", len(head) >> 10, LONGEST_HEADERS >> 10, "kB")
        )
    if not _KNOWN.search(head.lower()):
        raise UnreadableMail("this is no mail: none of From, To, Subject, Date stands at its top")
    _check_structure(b"\n" + raw.lower())


def header_block(raw: bytes) -> bytes:
    """Everything up to the first empty line."""
    ends = [
        end for end in (raw.find(b"\n\n"), raw.find(b"\r\n\r\n"), raw.find(b"\r\r")) if end >= 0
    ]
    return raw[: min(ends, default=len(raw))]


def _check_structure(low: bytes) -> None:
    for found in _MIME_HEADER.finditer(low):
        if found[1].count(b";") > MOST_PARAMETERS:
            raise UnreadableMail("a Content-Type with hundreds of parameters: ask for a new mail")
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
        if len(open_parts) > DEEPEST:
            raise UnreadableMail(
                f"its parts are nested more than {DEEPEST} deep: ask for a new mail"
            )
        if parts > MOST_PARTS:
            raise UnreadableMail(f"it has more than {MOST_PARTS} parts: ask for them in an archive")


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


def _too_much(what: str, size: int, most: int, unit: str) -> str:
    return f"{what} is {size} {unit}, more than {most} {unit}: ask for it on the upload server"


def check_tree(tree: Message) -> None:
    """The same of what was parsed: a boundary can be declared in ways only a parser sees."""
    for count, _ in enumerate(tree.walk()):
        if count > MOST_PARTS:
            raise UnreadableMail(f"it has more than {MOST_PARTS} parts: ask for them in an archive")
    level, depth = [tree], 0
    while level:
        depth += 1
        if depth > DEEPEST + 1:
            raise UnreadableMail(
                f"its parts are nested more than {DEEPEST} deep: ask for a new mail"
            )
        level = [child for part in level for child in _children(part)]


def _children(part: Message) -> list[Message]:
    # a leaf's payload would be decoded here, by whatever charset it claims
    payload = part.get_payload() if part.is_multipart() else None
    return (
        [child for child in payload if isinstance(child, Message)]
        if isinstance(payload, list)
        else []
    )
