"""`make bench`: how the time of reading grows with a text, and what the worst texts cost.

Every time is the process's own and is told as a ratio, so that the limits hold on any machine:
four times a text against that text, or one text against a loop of plain Python.
"""

import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC
from functools import partial

from rich.console import Console
from rich.table import Table

import mailbot.mail
import mailbot.understanding.secrets
from mailbot.letters import to_html
from mailbot.mail.formats.invitation import calendar_of
from mailbot.mail.parse import parse
from mailbot.mail.quoting.split import split
from mailbot.understanding.intent import Side
from mailbot.understanding.secrets.sealing import secrets
from mailbot.understanding.secrets.seals import broken
from tests.bench.yardstick import yardsticks
from tests.hostile.worst import MOST_GROWTH, asked, calmest, patterns, pieces
from tests.letters.test_markup import HOSTILE as MARKUP
from tests.mail.automatic import test_classify as natures
from tests.mail.formats import test_invitation as invitations
from tests.mail.formats import test_tnef as streams
from tests.mail.formats import tnef_stream as write
from tests.mail.quoting import test_split as quotes
from tests.mail.test_patterns import READERS, RUNS
from tests.understanding import test_understand as recognised

Look = Callable[[str], object]
_SHOWN = 12
_OWN_SEAL = "[sealed:1234abcd]"
# what a mangled seal may look like
MANGLED = [
    "[", "[sealed:", "s", "s ", "sealed", "sealed:1", "1 ", "[sealed: a ", "\n", "> ", _OWN_SEAL,
]  # fmt: skip
# only ever asked of one value, which is short
_OF_A_VALUE = ("_NAMED", "_MEASURED", "_WORDS", "_OFTEN_A_WORD", "_LOOSE", "TOOL", "_TAIL")
# each holds words that hint at a secret, so that every line is searched
HINTED = [
    "password for the zip ",
    "unzip it with a1!B ",
    "root/",
    "密码是 ",
    "password\n",
    "_ password ",
]


@dataclass(frozen=True, slots=True)
class Row:
    """One measure: what was read, on which text it was worst, its ratio, and the most allowed."""

    name: str
    on: str
    ratio: float
    most: float

    @property
    def is_over(self) -> bool:
        return self.ratio > self.most


@dataclass(frozen=True, slots=True)
class Cost:
    """Hostile texts for one reader, and how many yardsticks each may cost."""

    name: str
    most: float
    calls: Sequence[Callable[[], object]]


def main() -> int:
    """Both tables; 1 if anything is over its limit."""
    out = Console(highlight=False)
    grown = show(out, "Four times the text, by its time", list(growths(looks())))
    cost = show(out, "The worst texts, in yardsticks", list(map(dearest, costs())))
    return max(grown, cost)


def looks() -> Mapping[str, tuple[Look, list[str]]]:
    """Every pattern by which a mail is read and every reader, with what to repeat for it."""
    shapes = [one for one in patterns(mailbot.understanding.secrets) if _is_of_seals(one.name)]
    found = {
        one.name: (asked(one), pieces(one.pattern)) for one in (*patterns(mailbot.mail), *shapes)
    }
    readers = {name: (look, RUNS) for name, look in READERS.items()}
    seals = (lambda text: broken(text, [_OWN_SEAL]), MANGLED)
    return {**found, **readers, "secrets": (_secrets, HINTED), "seals": seals}


def _secrets(text: str) -> object:
    """Of an eighth of the text: every line of it hints at a secret, which no mail's lines do."""
    return secrets(text[: len(text) // 8])


def _is_of_seals(name: str) -> bool:
    return name.rpartition(".")[2] not in _OF_A_VALUE


def growths(tried: Mapping[str, tuple[Look, list[str]]]) -> Iterator[Row]:
    for name, (look, repeated) in tried.items():
        worst = calmest(look, repeated)
        yield Row(name, repr(worst.piece), worst.growth, MOST_GROWTH)


def costs() -> Iterator[Cost]:
    """The limits are four to ten times what was measured: a machine has its moods."""
    yield Cost("winmail.dat", 25, [partial(parse, write.eml(r, "see")) for r in streams.HOSTILE])
    yield Cost(
        "calendar", 25, [partial(calendar_of, t, "REQUEST", UTC) for t in invitations.HOSTILE]
    )
    yield Cost("nature", 4, [partial(natures.weighed, text) for text in natures.HOSTILE])
    yield Cost("quote", 6, [partial(split, quotes.body_of(unit)) for unit in quotes.UNITS])
    yield Cost("markup", 120, [partial(to_html, text) for text in MARKUP])
    yield Cost("meaning", 12, list(_meanings()))


def _meanings() -> Iterator[Callable[[], object]]:
    for side in Side:
        recognised.read("warm", side)  # the phrases are compiled once in a life
        for text in recognised.HOSTILE:
            yield partial(recognised.read, text, side, quoted=text)


def dearest(cost: Cost) -> Row:
    """The text that costs most."""
    told = [yardsticks(call, cost.most / 2) for call in cost.calls]
    worst = max(told)
    return Row(cost.name, f"text {told.index(worst)} of {len(told)}", worst, cost.most)


def show(out: Console, title: str, rows: Iterable[Row]) -> int:
    """The worst rows, and all that are over; 1 if one is."""
    ordered = sorted(rows, key=lambda row: -row.ratio / row.most)
    over = [row for row in ordered if row.is_over]
    table = Table("read", "on", "ratio", "at most", title=f"{title} ({len(ordered)} measured)")
    for row in ordered[: max(_SHOWN, len(over))]:
        colour = "red" if row.is_over else ""
        table.add_row(row.name, row.on, f"{row.ratio:.2f}", f"{row.most:g}", style=colour)
    out.print(table)
    return min(len(over), 1)


if __name__ == "__main__":
    sys.exit(main())
