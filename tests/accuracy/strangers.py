"""Who comes to a case late: strangers who must stay out, and people who belong and must come in.

Each of a hundred made cases has its customer and a letter of an engineer before anybody else
writes. A stranger uses the subject, the number, our words, the customer's name, a domain like
his, his provider, or ids that somebody sent on to him; any case that was there before is a wrong
one for him. Who belongs is a colleague, the customer himself in another way or spelling, or he
from his private mailbox with what only our letters bear. All mails pass through the real desk.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta

from tests.accuracy.made.clients import DESK, Mail, raw
from tests.accuracy.made.desk import MadeDesk
from tests.accuracy.made.strangers import LATECOMERS, STRANGERS, Maker, Setting
from tests.accuracy.made.threads import START, House, Threads
from tests.accuracy.table import Row, share

SEED = 20_261
CASES, EACH = 100, 3
AIM = 0.90


@dataclass(slots=True)
class Tally:
    """How many came in, by kind, of how many."""

    joined: Counter[str]
    came: Counter[str]

    def __str__(self) -> str:
        return share(self.joined.total(), self.came.total())

    @property
    def missed(self) -> dict[str, str]:
        """The kinds that did not all come in."""
        return {
            kind.replace("_", " "): f"{self.joined[kind]} of {count}"
            for kind, count in sorted(self.came.items())
            if self.joined[kind] != count
        }


def measure() -> Iterator[Row]:
    strangers, latecomers = tried(SEED)
    shown = {kind: count for kind, count in strangers.joined.items() if count}
    yield Row(
        "made cases", "strangers joined", f"{strangers} {shown or ''}".strip(), "0",
        strangers.joined.total() == 0,
    )  # fmt: skip
    ours = latecomers.joined.total() / latecomers.came.total()
    told = ", ".join(f"{kind}: {count}" for kind, count in latecomers.missed.items())
    yield Row(
        "made cases", "people who belong joined", f"{latecomers}; {told}" if told else
        str(latecomers), f">= {AIM:.0%}", ours >= AIM,
    )  # fmt: skip


def tried(seed: int, cases: int = CASES, each: int = EACH) -> tuple[Tally, Tally]:
    """``each`` strangers and as many who belong come to each of ``cases``."""
    made = Threads(seed)
    desk, maker = MadeDesk(START), Maker(made)
    settings = [setting for _ in range(cases) for setting in _settings(made, desk)][:cases]
    before = {one.case for one in settings}
    tallies = Tally(Counter(), Counter()), Tally(Counter(), Counter())
    plans = [(one, n, late) for one in settings for n in range(each) for late in (0, 1)]
    made.rng.shuffle(plans)
    for number, (one, _, late) in enumerate(plans):
        kinds = (STRANGERS, LATECOMERS)[late]
        kind = kinds[number % len(kinds)]
        case = desk.current(desk.receive(kind(maker, one), desk.now + timedelta(minutes=9)))
        tallies[late].came[kind.__name__] += 1
        tallies[late].joined[kind.__name__] += case == one.case if late else case in before
    return tallies


def _settings(made: Threads, desk: MadeDesk) -> Iterator[Setting]:
    """A case with its customer, now and then two of one house."""
    house = made.house()
    yield _setting(made, desk, house)
    if made.rng.random() < 0.15:
        yield _setting(made, desk, house)


def _setting(made: Threads, desk: MadeDesk, house: House) -> Setting:
    matter = made.matter(house)
    opened = made.opening(house, matter, desk.now + timedelta(minutes=20))
    case = desk.receive(raw(opened), opened.at)
    advice = made.advice(matter, opened, house.people[0].lang, timedelta(minutes=50))
    desk.receive(raw(advice), advice.at)
    letter_id, text = desk.letter_to(opened.sender, case)
    letter = Mail(
        letter_id, DESK, "Support", (opened.sender,), opened.subject, text, opened.at,
        parents=(opened.id,),
    )  # fmt: skip
    return Setting(case, house, matter, opened, advice, letter if letter_id else None)
