"""Every mail of the corpora: that it is read at all, and what was lost of it."""

import json
import logging
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path
from types import MappingProxyType
from typing import Any

import mailparser  # type: ignore[import-untyped]

from mailbot.errors import UnreadableMail
from mailbot.mail.parse import parse
from mailbot.mail.parts import joined
from tests.accuracy.peers import Answers, Ask, answers, installed
from tests.accuracy.table import Row, corpora, share

# mail-parser tells of parts that it leaves alone
logging.getLogger("mailparser").setLevel(logging.CRITICAL)

_NO_MAIL = (".json", ".md", ".gz", ".jsonl", ".html")
_LOST = "\ufffd"


@dataclass(frozen=True, slots=True)
class Read:
    """What was made of a mail: subject and text, the names of its files; why it can't be read."""

    text: str = ""
    files: tuple[str, ...] = ()
    refused: str = ""


@dataclass(frozen=True, slots=True)
class Truth:
    """What a source says that stands in its own mail."""

    texts: tuple[str, ...]
    files: tuple[str, ...]


def measure() -> Iterator[Row]:
    """Crashes and lost characters over all files, then texts and files where their source tells."""
    paths = sorted(path for path in corpora().rglob("*") if _is_mail(path))
    raws = [path.read_bytes() for path in paths]
    said = {name: answers(ask, raws) for name, ask in installed(_READERS).items()}
    ours = said.pop("mailbot")
    yield from _all(raws, ours, said)
    told = [(at, truth) for at, path in enumerate(paths) if (truth := _truth(path)) is not None]
    yield from _structure(told, ours, said)


def _all(raws: Sequence[bytes], ours: Answers, said: Mapping[str, Answers]) -> Iterator[Row]:
    on = f"all {len(raws)} mails of the corpora"
    refused = sum(bool(read and read.refused) for read in ours.said)
    yield Row(
        on,
        "crashed; hung",
        f"{ours.failed}; {ours.hung}",
        "0; 0",
        ours.failed + ours.hung == 0,
        {name: f"{one.failed}; {one.hung}" for name, one in said.items()},
    )
    yield Row(on, "refused, with the reason and the mend", str(refused))
    yield Row(
        on,
        "read with U+FFFD where the mail itself has none",
        str(_lost(raws, ours)),
        "fewest",
        all(_lost(raws, ours) <= _lost(raws, one) for one in said.values()),
        {name: str(_lost(raws, one)) for name, one in said.items()},
    )


def _lost(raws: Sequence[bytes], one: Answers) -> int:
    mark = _LOST.encode()
    return sum(
        _LOST in read.text
        for raw, read in zip(raws, one.said, strict=True)
        if read is not None and mark not in raw
    )


def _structure(
    told: Sequence[tuple[int, Truth]], ours: Answers, said: Mapping[str, Answers]
) -> Iterator[Row]:
    on = "mails whose source says what stands in them"
    for what, holds in (("the text", _has_texts), ("the names of the files", _has_files)):
        chosen = [(at, truth) for at, truth in told if holds is _has_files or truth.texts]
        count = {
            name: sum(holds(one.said[at] or Read(), truth) for at, truth in chosen)
            for name, one in {"mailbot": ours, **said}.items()
        }
        mine = count.pop("mailbot")
        yield Row(
            on,
            what,
            share(mine, len(chosen)),
            "ahead of all",
            all(mine >= other for other in count.values()),
            {name: share(other, len(chosen)) for name, other in count.items()},
        )


def _has_texts(read: Read, truth: Truth) -> bool:
    """All plain texts that the source names, white space apart."""
    text = _folded(read.text)
    return all(_as_told(one).search(text) for one in truth.texts)


def _has_files(read: Read, truth: Truth) -> bool:
    """The same names, without the folders that some senders write before them."""
    names = sorted(_folded(name) for name in map(_last, read.files) if name)
    told = [_as_told(name) for name in sorted(map(_last, truth.files))]
    return len(names) == len(told) and all(
        one.fullmatch(name) for one, name in zip(told, names, strict=True)
    )


def _as_told(text: str) -> re.Pattern[str]:
    """What the source itself could not read may be any character."""
    return re.compile(re.escape(_folded(text)).replace(_LOST, "."))


def _last(path: str) -> str:
    return re.split(r"[\\/]", path)[-1]


def _folded(text: str) -> str:
    return "".join(text.split()).replace("\0", "")


def _is_mail(path: Path) -> bool:
    return path.is_file() and not path.name.endswith(_NO_MAIL)


def _truth(path: Path) -> Truth | None:
    """What stalwart mail-parser keeps beside its mails: the parts, and which of them are what."""
    told = path.with_suffix(".json")
    if "stalwart" not in path.as_posix() or not told.is_file():
        return None
    mail = json.loads(told.read_text(encoding="utf-8"))
    if not isinstance(mail, dict) or "parts" not in mail:
        return None
    parts = mail["parts"]
    texts = [parts[at]["body"].get("Text", "") for at in mail["text_body"]]
    names = [_name(parts[at]) for at in mail["attachments"] if "Message" not in parts[at]["body"]]
    return Truth(tuple(filter(str.strip, texts)), tuple(filter(None, names)))


def _name(part: Mapping[str, Any]) -> str:
    """The file name of a part, of its disposition before its type."""
    found = {}
    for header in part["headers"]:
        value = header["value"]
        typed = value.get("ContentType") if isinstance(value, dict) else None
        for attribute in (typed or {}).get("attributes") or ():
            found[header["name"], attribute["name"]] = attribute["value"]
    return str(
        found.get(("content_disposition", "filename"), found.get(("content_type", "name"), ""))
    )


def _mailbot(raw: bytes) -> Read:
    try:
        mail = parse(raw)
    except UnreadableMail as error:
        return Read(refused=str(error))
    whole = joined(piece.text for piece in mail.parts.pieces)
    # an enclosed mail without a name bears its subject here: a source tells none
    files = (one.name for one in mail.attachments if one.type != "message/rfc822")
    return Read(f"{mail.subject}\n{whole}", tuple(files))


def _standard_library(raw: bytes) -> Read:
    tree = message_from_bytes(raw, policy=policy.default)
    assert isinstance(tree, EmailMessage)
    body = tree.get_body(("plain", "html"))
    text = str(body.get_content()) if body is not None else ""
    files = tuple(
        part.get_filename() or ""
        for part in tree.iter_attachments()
        if part.get_content_type() != "message/rfc822"
    )
    return Read(f"{tree['subject'] or ''}\n{text}", files)


def _mail_parser(raw: bytes) -> Read:
    mail = mailparser.parse_from_bytes(raw)
    text = "\n".join([mail.subject, *(mail.text_plain or mail.text_html)])
    files = (
        one["filename"] for one in mail.attachments if one["mail_content_type"] != "message/rfc822"
    )
    return Read(text, tuple(files))


_READERS: Mapping[str, tuple[str, Ask]] = MappingProxyType(
    {
        "mailbot": ("mailbot", _mailbot),
        "standard library": ("email", _standard_library),
        "mail-parser": ("mailparser", _mail_parser),
    }
)
