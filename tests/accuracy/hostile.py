"""Hostile mails strewn among good ones: what became of each, its seconds, its memory."""

import resource
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from email import message_from_bytes, policy
from pathlib import Path

import mailparser  # type: ignore[import-untyped]

from tests.accuracy.peers import Answers, Ask, answers
from tests.accuracy.table import Row, share
from tests.hostile.head import Dice, many, mixed
from tests.hostile.large import Read, read_box
from tests.hostile.mails import KINDS, Hostile, hostile
from tests.hostile.run import Outcome, lay_down, outcomes
from tests.servers.dovecot import dovecot

GOOD = 1_000
BAD = 300
SEED = 2026
MOST_SECONDS = 1.0
MOST_MEGABYTES = 150
CUT_OFF = 20.0
_LARGE = 100 << 20
_MEGABYTE = 1 << 10


def measure() -> Iterator[Row]:
    on = f"{BAD} hostile mails of {len(KINDS)} kinds among {GOOD:,} good ones"
    with tempfile.TemporaryDirectory() as folder:
        lay_down(Path(folder), GOOD, hostile(BAD, SEED))
        found = outcomes(Path(folder))
    yield from _ours(on, found)
    yield from _theirs()
    yield _large()


def _ours(on: str, found: Sequence[Outcome]) -> Iterator[Row]:
    good = [one for one in found if one.is_good]
    bad = [one for one in found if not one.is_good]
    handled = sum(one.verdict == "handled" for one in good)
    yield Row(on, "good ones handled", share(handled, GOOD), "all", handled == GOOD)
    said = Counter(one.verdict for one in bad)
    told = ", ".join(f"{count} {verdict}" for verdict, count in said.most_common())
    is_settled = set(said) <= {"handled", "ignored", "quarantined"} and len(bad) == BAD
    yield Row(on, "hostile ones", told, "each has a verdict", is_settled)
    slowest = max(bad, key=lambda one: one.seconds)
    yield Row(
        on,
        "slowest of them",
        f"{slowest.seconds:.2f} s ({slowest.name})",
        f"{MOST_SECONDS:.0f} s",
        slowest.seconds <= MOST_SECONDS,
    )
    largest = max(bad, key=lambda one: one.megabytes)
    yield Row(
        on,
        "most memory, above what the bot held after its first mail",
        f"{largest.megabytes:.0f} MB ({largest.name})",
        f"{MOST_MEGABYTES} MB",
        largest.megabytes <= MOST_MEGABYTES,
    )


def _theirs() -> Iterator[Row]:
    """One of each kind: a parser alone, which does no more than take it apart."""
    asked = hostile(len(KINDS), SEED)
    said: Mapping[str, Answers] = {
        name: answers(ask, asked, CUT_OFF) for name, ask in _PARSERS.items()
    }
    on = f"one of each of the {len(KINDS)} kinds"
    yield Row(
        on,
        f"taken apart within {MOST_SECONDS:.0f} s and {MOST_MEGABYTES} MB",
        "see above",
        peers={name: share(_bearable(one), len(asked)) for name, one in said.items()},
    )
    yield Row(
        on,
        f"cut off after {CUT_OFF:.0f} s; ended by an error",
        "none",
        peers={name: f"{one.hung}; {one.failed}" for name, one in said.items()},
    )


def _large() -> Row:
    read = _read_large()
    return Row(
        "a mail of 100 MB on a Dovecot",
        "most memory from IMAP to its case, above the bot's before",
        f"{read.megabytes:.0f} MB, {read.seconds:.1f} s",
        f"{MOST_MEGABYTES} MB",
        read.megabytes <= MOST_MEGABYTES and read.verdicts == ["handled"] * 2,
    )


def _read_large() -> Read:
    part = b"--B\r\nContent-Type: application/x-dump; name=MEMORY.DMP\r\n"
    part += b"Content-Transfer-Encoding: base64\r\n\r\n"
    # noise: what can be compressed would be kept in less room than a dump is
    lines = b"".join(Dice(at).randbytes(38).hex().encode() + b"\r\n" for at in range(5_000))
    with dovecot() as server, tempfile.TemporaryDirectory() as state:
        server.deliver("large", b"From: a@b.example\r\nSubject: x\r\n\r\nIt is down.\r\n")
        raw = mixed(Dice(1)) + part + b"".join(many(lines, _LARGE)) + b"--B--\r\n"
        server.put_file("large", "1.large", raw)
        del raw
        return read_box(server, "large", Path(state))


def _bearable(said: Answers) -> int:
    return sum(
        seconds <= MOST_SECONDS and megabytes <= MOST_MEGABYTES
        for seconds, megabytes in (one for one in said.said if one is not None)
    )


def _mail_parser(mail: Hostile) -> tuple[float, float]:
    return _measured(mail, mailparser.parse_from_bytes)


def _standard_library(mail: Hostile) -> tuple[float, float]:
    return _measured(mail, _read_by_standard_library)


def _read_by_standard_library(raw: bytes) -> object:
    tree = message_from_bytes(raw, policy=policy.default)
    text = tree.get_body(("plain", "html"))
    said = text.get_content() if text is not None else ""
    return tree["from"], tree["to"], tree["cc"], tree["subject"], tree["references"], said


def _measured(mail: Hostile, read: Ask) -> tuple[float, float]:
    raw = mail.raw()
    before, begins = _peak(), time.perf_counter()
    read(raw)
    return time.perf_counter() - begins, _peak() - before


def _peak() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / _MEGABYTE


_PARSERS: Mapping[str, Ask] = {
    "mail-parser": _mail_parser,
    "standard library": _standard_library,
}
