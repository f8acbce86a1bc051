"""Reads many mails ahead on all cores, and shows how far it is."""

from collections.abc import Iterable, Iterator
from itertools import islice

from rich.console import Console
from rich.progress import Progress

from mailbot.bot.inbound.intake import Intake
from mailbot.bot.wiring.recogniser import LateRecogniser
from mailbot.ports import Arrival

_AT_ONCE = 500
_FEW = 4


def read_ahead(arrivals: Iterable[Arrival], intake: Intake) -> Iterator[Arrival]:
    """The same mails, some hundred at a time, each asked of the learned layer beforehand.

    What is read is the same as without: it is only remembered.
    """
    recogniser = intake.recogniser
    left = iter(arrivals)
    while some := tuple(islice(left, _AT_ONCE)):
        if isinstance(recogniser, LateRecogniser) and len(some) > _FEW:
            _look(some, intake, recogniser)
        yield from some


def _look(arrivals: Iterable[Arrival], intake: Intake, recogniser: LateRecogniser) -> None:
    written = [one for arrival in arrivals if (one := intake.written(arrival.raw)) is not None]
    # to stderr: what is printed may be read by other tools
    with Progress(console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("reading", total=len(written))
        for count in recogniser.look_ahead(written):
            progress.update(task, completed=count)
