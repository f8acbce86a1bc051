"""Every pattern by which a mail is read, on 64 KB of the text that it takes longest for."""

from collections.abc import Iterator

import mailbot.mail
from tests.accuracy.table import Row
from tests.hostile.worst import MOST_GROWTH, asked, calmest, patterns, pieces

AIM = 0.010
_TOLD = 5


def measure() -> Iterator[Row]:
    found = patterns(mailbot.mail)
    measured = [(calmest(asked(one), pieces(one.pattern)), one.name) for one in found]
    worst = sorted(measured, key=lambda pair: -pair[0].seconds)
    on = f"{len(found)} patterns of mailbot/mail"
    within = sum(one.seconds < AIM for one, _ in measured)
    growing = [name for one, name in measured if one.growth > MOST_GROWTH]
    yield Row(
        on,
        "four times the text, over six times the time",
        ", ".join(growing) or "none",
        "none",
        not growing,
    )
    yield Row(on, "64 KB in less than 10 ms", f"{within} of {len(found)}")
    for one, name in worst[:_TOLD]:
        yield Row(on, f"{name} on {one.piece!r}", f"{1000 * one.seconds:.1f} ms", "10 ms")
