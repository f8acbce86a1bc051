"""The newly written text of a reply: public test suites and mails of our own, beside the peers."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from email import message_from_bytes
from hashlib import sha256
from pathlib import Path

from inscriptis import get_text  # type: ignore[import-untyped]

from mailbot.mail.mime.tree import body_of, charset_of
from mailbot.mail.parse import parse
from tests.accuracy.peers import Ask, answers, installed
from tests.accuracy.reply_parsers import PEERS, Body
from tests.accuracy.table import Row, corpora, share

OWN = Path(__file__).parent / "quotes"
# a library's own test suite: there it may be ahead by three of a hundred
_HOME = {
    "talon": "talon",
    "talon-inline": "talon",
    "mail-parser-reply": "mail-parser-reply",
    "quotequail": "quotequail",
}
_PICTURE = re.compile(
    r"\[(?:cid:[^\]\n]{1,200}|[^\]\[\n]{1,200}\.(?:png|jpe?g|gif|bmp|webp))\]", re.IGNORECASE
)
_HEAD = (
    "From: a@sender.example\r\nTo: b@desk.example\r\nSubject: a question\r\nMIME-Version: 1.0\r\n"
    "Content-Type: text/{}; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n"
)


@dataclass(frozen=True, slots=True)
class Case:
    """One mail and what is new in it; ``right`` are the texts that count as that.

    ``passed_on`` is the text of somebody else that has to follow, behind whatever headers.
    """

    set: str
    name: str
    raw: bytes
    right: tuple[str, ...]
    passed_on: str = ""


def measure() -> Iterator[Row]:
    """A row a set, then all of them together."""
    cases = [*_own(), *public()]
    ours = [_is_right(case, *_ours(case)) for case in cases]
    theirs = {name: _theirs(ask, cases) for name, ask in installed(PEERS).items()}
    for one in dict.fromkeys(case.set for case in cases):
        yield _row(one, [at for at, case in enumerate(cases) if case.set == one], ours, theirs)
    outside = [at for at, case in enumerate(cases) if not case.set.startswith("own")]
    yield _row("all public sets", outside, ours, theirs, least=0.9)
    yield _row("all sets together", list(range(len(cases))), ours, theirs, least=0.9)


def _row(
    name: str,
    places: Sequence[int],
    ours: Sequence[bool],
    theirs: Mapping[str, Sequence[bool]],
    least: float = 0.0,
) -> Row:
    mine = sum(ours[at] for at in places)
    others = {peer: sum(right[at] for at in places) for peer, right in theirs.items()}
    home = _HOME.get(name)
    enough = mine >= least * len(places) and all(
        mine + (0.03 * len(places) if peer == home else 0) >= count
        for peer, count in others.items()
    )
    aim = "ahead of all" if home is None else f"ahead; {home} at most 3 points before"
    return Row(
        name,
        "new text",
        share(mine, len(places)),
        f"{aim}, >= {least:.0%}" if least else aim,
        enough,
        {peer: share(count, len(places)) for peer, count in others.items()},
    )


def _ours(case: Case) -> tuple[str, str]:
    """What is new in it, without and with its closing."""
    message = parse(case.raw)
    return message.text, f"{message.text}\n{message.signature}"


def _theirs(ask: Ask, cases: Sequence[Case]) -> list[bool]:
    said = answers(ask, [_body(case.raw) for case in cases]).said
    return [_is_right(case, text or "") for case, text in zip(cases, said, strict=True)]


def _is_right(case: Case, *texts: str) -> bool:
    given = [_folded(text) for text in texts]
    right = [_folded(text) for text in case.right]
    if case.passed_on:
        end = _folded(case.passed_on)
        return any(text.startswith(one) and text.endswith(end) for text in given for one in right)
    return any(text == one for text in given for one in right)


def _folded(text: str) -> str:
    """Without white space, and without the places of pictures, which the truths leave out."""
    return re.sub(r"\s+", "", _PICTURE.sub("", text))


def _body(raw: bytes) -> Body:
    """The body as the peers get it: decoded by us, so that only the cutting is compared."""
    tree = message_from_bytes(raw)
    texts = body_of(tree, charset_of(tree)).texts
    return "\n".join(text.content for text in texts), any(text.is_html for text in texts)


def public() -> Iterator[Case]:
    """The mails of public test suites, one a truth."""
    folder = corpora()
    for line in (folder / "replies.jsonl").read_text().splitlines():
        row = json.loads(line)
        right = row["expected"]
        if row["match"].startswith("html"):
            right = get_text(right)
        yield Case(row["source"], row["id"], _raw(folder, row), (right,))


def _raw(folder: Path, row: Mapping[str, str]) -> bytes:
    if row["format"] == "eml":
        return (folder / row["path"]).read_bytes()
    text = row.get("input") or (folder / row["path"]).read_text(errors="replace")
    kind = "html" if row["format"] == "html" else "plain"
    return _HEAD.format(kind).encode() + text.encode()


def _own() -> Iterator[Case]:
    """Mails of our own as each client sends them, written before the code was tried on them.

    Half of them are kept back: what fails among those is counted and not looked into.
    """
    for path in sorted(OWN.glob("*.eml")):
        new, signed, passed_on = (_beside(path, kind) for kind in ("new", "sig", "fwd"))
        kept = ", kept back" if sha256(path.stem.encode()).digest()[0] % 2 else ""
        language = "zh" if path.stem.startswith("zh") else "others"
        yield Case(
            f"own {language}{kept}",
            path.stem,
            path.read_bytes(),
            (new, f"{new}\n{signed}"),
            passed_on.partition("\n\n")[2],
        )


def _beside(path: Path, kind: str) -> str:
    file = path.with_suffix(f".{kind}.txt")
    return file.read_text(encoding="utf-8") if file.exists() else ""
