"""Mails of which it is known whether a person wrote them: public sets, and our own."""

import json
import mailbox
import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import Any

from mailbot.mail.message import Kind
from tests.accuracy import replies
from tests.accuracy.made.threads import ENGINEER, Threads
from tests.accuracy.table import corpora

OWN = Path(__file__).parent / "kinds"
MAILS = Path(__file__).parents[1] / "mails"
MADE = "made threads, human"
SEED, THREADS = 20_262, 300
REPORTS = frozenset({Kind.BOUNCE, Kind.DELAY_NOTICE})
# RFC 6522 names a vacation notice and a receipt by no kind of their own
ANSWERS = frozenset({Kind.AUTO_REPLY})
_TRUTH = re.compile(rb"^X-(?:Expect-[\w-]+|Fixture):[^\n]*\n(?:[ \t][^\n]*\n)*", re.I | re.M)
# Sisimai makes these up where a bounce names no status: there is none to be read
_MADE_UP = re.compile(r"[45]\.0\.9\d\d")


@dataclass(frozen=True, slots=True)
class Case:
    """A mail, the set it belongs to, the kinds that are right, and what its bounce says."""

    set: str
    name: str
    raw: bytes
    right: frozenset[Kind]
    recipients: frozenset[str] = frozenset()
    facts: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))


def every() -> Iterator[Case]:
    """All of them, set by set."""
    yield from (*_public(), *_own(), *_own_people(), *_made_people())


def _public() -> Iterator[Case]:
    folder = corpora()
    for line in (folder / "machines.jsonl").read_text().splitlines():
        row = json.loads(line)
        raw = (folder / row["path"]).read_bytes()
        yield Case(
            f"{row['source']}, {row['kind']}",
            row["path"],
            raw,
            _PUBLIC_KINDS[row["kind"]],
            *_public_truth(row["detail"]),
        )
    for case in replies.public():
        yield Case("reply corpora, human", case.name, case.raw, frozenset({Kind.HUMAN}))


_PUBLIC_KINDS = MappingProxyType(
    {
        "bounce": REPORTS,
        "feedback": frozenset({Kind.BULK, Kind.AUTO_REPLY}),
        "auto-reply": ANSWERS,
        "challenge": ANSWERS,
        "not-bounce": frozenset(set(Kind) - REPORTS),
    }
)


def _public_truth(detail: Any) -> tuple[frozenset[str], Mapping[str, str]]:
    if isinstance(detail, dict):
        return frozenset(one.lower() for one in detail.get("recipients") or ()), {}
    codes = {one["dsn"] for one in detail or () if one["dsn"]}
    if len(codes) != 1 or _MADE_UP.fullmatch(next(iter(codes))):
        return frozenset(), {}
    return frozenset(), {"status": next(iter(codes))}


def _own() -> Iterator[Case]:
    """Mails of our own, written before the code was tried on them.

    Those in odd places are kept back: what fails among them is counted and not looked into.
    """
    for path in sorted(OWN.glob("*.mbox")):
        for place, mail in enumerate(mailbox.mbox(path)):
            kept = ", kept back" if place % 2 else ""
            raw = _TRUTH.sub(b"", mail.as_bytes())
            yield Case(
                f"own {path.stem}{kept}",
                f"{path.stem} {place}",
                raw,
                _own_kinds(path.stem, mail),
                *_own_truth(mail),
            )


def _own_people() -> Iterator[Case]:
    """Mails of our own that were written for other measures, by customers all of them."""
    human = frozenset({Kind.HUMAN})
    for path in sorted(replies.OWN.glob("*.eml")):
        yield Case("own quotes, human", path.stem, path.read_bytes(), human)
    for path in sorted(MAILS.glob("*/*.toml")):
        told = tomllib.loads(path.read_text(encoding="utf-8"))
        mail = path.with_suffix(".eml")
        if mail.exists() and told["side"] == "customer" and told.get("kind", "human") == "human":
            yield Case("own customers' mails, human", path.stem, mail.read_bytes(), human)


def _made_people() -> Iterator[Case]:
    """Customers of made threads in the forms of 18 clients; their sentences are few."""
    for number, come in enumerate(Threads(SEED).many(THREADS)):
        if come.mail.sender != ENGINEER.email:
            yield Case(MADE, f"made {number}", come.raw, frozenset({Kind.HUMAN}))


def _own_kinds(stem: str, mail: Any) -> frozenset[Kind]:
    if stem.startswith("auto_replies"):
        return ANSWERS
    if stem.startswith("humans"):
        return frozenset({Kind.HUMAN})
    delayed = mail["X-Expect-Action"] == "delayed"
    return frozenset({Kind.DELAY_NOTICE if delayed else Kind.BOUNCE})


def _own_truth(mail: Any) -> tuple[frozenset[str], Mapping[str, str]]:
    named = re.split(r"[\s,;]+", mail["X-Expect-Recipient"] or "")
    facts = {
        name: (mail[f"X-Expect-{name.title()}"] or "").strip().strip("<>")
        for name in ("status", "action", "original")
    }
    return frozenset(one.lower() for one in named if one), facts
