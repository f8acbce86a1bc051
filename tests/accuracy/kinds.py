"""Who speaks, a person or which machine, and what bounces say, beside flufl.bounce."""

from collections.abc import Iterator, Mapping, Sequence
from email import message_from_bytes
from types import MappingProxyType
from typing import Any

from mailbot.mail.message import Bounce, Kind, Message
from mailbot.mail.parse import parse
from tests.accuracy.kind_cases import ANSWERS, MADE, REPORTS, Case, every
from tests.accuracy.peers import answers, installed
from tests.accuracy.table import Row, share

_PEOPLE = 1_000
_MACHINES = frozenset(set(Kind) - {Kind.HUMAN})
_AIMS = MappingProxyType({"bounces": 0.98, "auto-replies": 0.98})


def measure() -> Iterator[Row]:
    """Bounces and what they say, automatic answers, and people who are none of these."""
    cases = list(every())
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
        ("all bounces in the corpora", REPORTS, False, 0.98),
        ("all our own bounces", REPORTS, True, 0.98),
        ("all our own automatic replies", ANSWERS, True, 0.98),
    )
    for name, right, own, least in everywhere:
        places = [
            at for at, case in enumerate(cases)
            if case.right and case.right <= right and case.set.startswith("own") is own
        ]  # fmt: skip
        yield _kinds(name, places, cases, read, theirs, least)
    people = [at for at, case in enumerate(cases) if case.right == {Kind.HUMAN}]
    written = [at for at in people if cases[at].set != MADE]
    yield _mistaken("people whose mail was written by hand", written, read, theirs, 0)
    yield _mistaken("people, all sets", people, read, theirs, _PEOPLE)


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
    name: str,
    places: Sequence[int],
    read: Sequence[Message],
    theirs: Mapping[str, Sequence[Any]],
    least: int,
) -> Row:
    wrong = sum(read[at].kind in _MACHINES for at in places)
    return Row(
        name,
        "taken for a machine",
        share(wrong, len(places)),
        f"<= 0.5 % of {least:,} or more" if least else "<= 0.5 %",
        len(places) >= least and wrong <= 0.005 * len(places),
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
