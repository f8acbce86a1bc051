"""Who speaks, a person or which machine, and what bounces say, beside flufl.bounce."""

import json
import mailbox
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from email import message_from_bytes
from pathlib import Path
from types import MappingProxyType
from typing import Any

from mailbot.mail.message import Bounce, Kind, Message
from mailbot.mail.parse import parse
from tests.accuracy import replies
from tests.accuracy.peers import answers, installed
from tests.accuracy.table import Row, corpora, share

_PEOPLE = 1_000
OWN = Path(__file__).parent / "kinds"
_MACHINES = frozenset(set(Kind) - {Kind.HUMAN})
_REPORTS = frozenset({Kind.BOUNCE, Kind.DELAY_NOTICE})
# RFC 6522 names a vacation notice and a receipt by no kind of their own
_ANSWERS = frozenset({Kind.AUTO_REPLY})
_AIMS = MappingProxyType({"bounces": 0.98, "auto-replies": 0.98})
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


def measure() -> Iterator[Row]:
    """Bounces and what they say, automatic answers, and people who are none of these."""
    cases = [*_public(), *_own()]
    read = [parse(case.raw) for case in cases]
    theirs = {
        name: answers(ask, [case.raw for case in cases]).said
        for name, ask in installed(PEERS).items()
    }
    for one in dict.fromkeys(case.set for case in cases):
        places = [at for at, case in enumerate(cases) if case.set == one]
        yield _kinds(one, places, cases, read, theirs)
        yield from _said(one, places, cases, read, theirs)
    yield from _together(cases, read, theirs)


def _together(
    cases: Sequence[Case], read: Sequence[Message], theirs: Mapping[str, Sequence[Any]]
) -> Iterator[Row]:
    everywhere = (
        ("all bounces in the corpora", _REPORTS, False, 0.98),
        ("all our own bounces", _REPORTS, True, 0.98),
        ("all our own automatic replies", _ANSWERS, True, 0.98),
    )
    for name, right, own, least in everywhere:
        places = [
            at for at, case in enumerate(cases)
            if case.right and case.right <= right and case.set.startswith("own") is own
        ]  # fmt: skip
        yield _kinds(name, places, cases, read, theirs, least)
    people = [at for at, case in enumerate(cases) if case.right == {Kind.HUMAN}]
    yield _mistaken(people, read, theirs)


def _kinds(
    name: str,
    places: Sequence[int],
    cases: Sequence[Case],
    read: Sequence[Message],
    theirs: Mapping[str, Sequence[Any]],
    least: float = 0.0,
) -> Row:
    right = sum(read[at].kind in cases[at].right for at in places)
    return Row(
        name,
        "kind",
        share(right, len(places)),
        f">= {least:.0%}" if least else "",
        right >= least * len(places) if least else None,
        {
            peer: share(sum(_agrees(said[at], cases[at]) for at in places), len(places))
            for peer, said in theirs.items()
        },
    )


def _agrees(said: Any, case: Case) -> bool:
    """Whether a peer sees a machine where there is one, and none where there is none."""
    return bool(said) is not (case.right == {Kind.HUMAN})


def _mistaken(
    places: Sequence[int], read: Sequence[Message], theirs: Mapping[str, Sequence[Any]]
) -> Row:
    wrong = sum(read[at].kind in _MACHINES for at in places)
    return Row(
        "people, all sets",
        "taken for a machine",
        share(wrong, len(places)),
        f"<= 0.5 % of {_PEOPLE:,} or more",
        len(places) >= _PEOPLE and wrong <= 0.005 * len(places),
        {
            peer: share(sum(bool(said[at]) for at in places), len(places))
            for peer, said in theirs.items()
        },
    )


def _said(
    one: str,
    places: Sequence[int],
    cases: Sequence[Case],
    read: Sequence[Message],
    theirs: Mapping[str, Sequence[Any]],
) -> Iterator[Row]:
    """What the bounces of a set say, where the set knows it."""
    told = [at for at in places if cases[at].recipients]
    if told:
        right = sum(cases[at].recipients <= recipients(read[at].bounce) for at in told)
        peers = {}
        if "flufl.bounce" in theirs:
            flufl = theirs["flufl.bounce"]
            count = sum(cases[at].recipients <= set(flufl[at] or ()) for at in told)
            peers = {"flufl.bounce": share(count, len(told))}
        yield Row(one, "recipients", share(right, len(told)), peers=peers)
    for fact in ("status", "action", "original"):
        told = [at for at in places if cases[at].facts.get(fact)]
        if told:
            right = sum(_fact(read[at].bounce, fact) == cases[at].facts[fact] for at in told)
            yield Row(one, fact, share(right, len(told)))


def recipients(bounce: Bounce | None) -> frozenset[str]:
    """Everybody whom a bounce names."""
    return frozenset(one.recipient for one in bounce.each) if bounce is not None else frozenset()


def _fact(bounce: Bounce | None, name: str) -> str:
    if bounce is None:
        return ""
    said = {
        "status": bounce.status,
        "action": bounce.action,
        "original": bounce.original_message_id,
    }
    return said[name]


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
    for case in replies._public():
        yield Case("reply corpora, human", case.name, case.raw, frozenset({Kind.HUMAN}))


_PUBLIC_KINDS = MappingProxyType(
    {
        "bounce": _REPORTS,
        "feedback": frozenset({Kind.BULK, Kind.AUTO_REPLY}),
        "auto-reply": _ANSWERS,
        "challenge": _ANSWERS,
        "not-bounce": frozenset(set(Kind) - _REPORTS),
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


def _own_kinds(stem: str, mail: Any) -> frozenset[Kind]:
    if stem.startswith("auto_replies"):
        return _ANSWERS
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


def _flufl(raw: bytes) -> list[str]:
    from flufl.bounce import all_failures  # a peer that may not be there

    failures = all_failures(message_from_bytes(raw))
    return sorted({one.decode("utf-8", "replace").lower() for kind in failures for one in kind})


def _by_header(raw: bytes) -> bool:
    """RFC 3834 alone: what the standard headers say."""
    mail = message_from_bytes(raw)
    submitted = str(mail.get("auto-submitted", "no")).strip().lower()
    return (
        not submitted.startswith("no")
        or str(mail.get("return-path", "")).strip() == "<>"
        or mail.get_content_type() == "multipart/report"
        or str(mail.get("precedence", "")).strip().lower() in ("bulk", "list", "junk")
        or "list-id" in mail
    )


PEERS = MappingProxyType(
    {"flufl.bounce": ("flufl.bounce", _flufl), "RFC 3834 headers": ("email", _by_header)}
)
