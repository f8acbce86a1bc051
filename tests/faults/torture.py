"""Kills the bot at many steps, two lives at a time, and tells which promises broke."""

import random
import shutil
import tempfile
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from itertools import count, pairwise
from pathlib import Path
from queue import SimpleQueue

from tests.faults.promises import broken
from tests.faults.rig import STORY, Ending, Nursery, Point, Post, Rig, Stage, nursery
from tests.servers.dovecot import dovecot
from tests.servers.smtp import smtp

_AT_ONCE = 2
REPLY = 3


@dataclass(frozen=True, slots=True)
class Outcome:
    """One story that was killed at one step."""

    point: Point
    killed: bool
    broken: tuple[str, ...]


class Rack:
    """Servers that all stories share, and a nursery for each that runs at the same time."""

    def __init__(self, home: Path, post: Post, servers: ExitStack, story: Sequence[Stage]) -> None:
        self._home = home
        self._story = story
        self._post = post
        self._numbers = count()
        self.sink = servers.enter_context(smtp())
        self.sink.deliver_to = post  # type: ignore[assignment]
        self._free: SimpleQueue[Nursery] = SimpleQueue()
        for _ in range(_AT_ONCE):
            self._free.put(servers.enter_context(nursery()))
        self.usual = self.play()

    def play(self, kill: Point | None = None, until: int | None = None) -> Ending:
        """The story, or its first stages, at a desk of its own."""
        name = f"desk{next(self._numbers):05}"
        home = self._home / name
        home.mkdir()
        free = self._free.get()
        try:
            rig = Rig(name, home, self._post.dovecot, self.sink, self._post, free, self._story)
            return rig.play(kill, until)
        finally:
            self._free.put(free)
            shutil.rmtree(home, ignore_errors=True)

    def kill_at(self, points: Sequence[Point], until: int | None = None) -> Iterator[Outcome]:
        """A story for each of these steps."""
        usual = self.usual if until is None else self.play(until=until)
        with ThreadPoolExecutor(_AT_ONCE) as pool:
            yield from pool.map(lambda point: self._killed_at(point, until, usual), points)

    def _killed_at(self, point: Point, until: int | None, usual: Ending) -> Outcome:
        try:
            ending = self.play(point, until)
        except AssertionError as error:
            return Outcome(point, killed=True, broken=(str(error),))
        return Outcome(point, ending.killed, tuple(broken(ending, usual)))


@contextmanager
def rack(story: Sequence[Stage] = STORY) -> Iterator[Rack]:
    """Everything that is needed to play this story, for the length of a block."""
    with ExitStack() as servers:
        home = Path(servers.enter_context(tempfile.TemporaryDirectory(prefix="faults-")))
        yield Rack(home, Post(servers.enter_context(dovecot())), servers, story)


def spread(points: Sequence[Point], how_many: int, seed: int = 1) -> list[Point]:
    """So many steps: one drawn from each of as many equal stretches of the story."""
    chance = random.Random(seed)  # noqa: S311 - which steps, not secrets
    edges = [round(place * len(points) / how_many) for place in range(how_many + 1)]
    return [
        points[chance.randrange(first, last)] for first, last in pairwise(edges) if first < last
    ]


def of_drafts(points: Sequence[Point]) -> list[Point]:
    """Every word to the mailbox that lays a draft down or takes it away, and the commits beside."""
    around = {
        at + beside
        for at, point in enumerate(points)
        if point.name.startswith(("before IMAPClient append", "after IMAPClient append",
                                  "before IMAPClient add_flags", "after IMAPClient expunge"))
        for beside in (-1, 0, 1)
    }  # fmt: skip
    return [points[at] for at in sorted(around) if 0 <= at < len(points)]


def of_one_reply(points: Sequence[Point]) -> list[Point]:
    """Every COMMIT on the way of a mail that is answered at once, and each step of sending."""
    reply = [point for point in points if point.stage == REPLY]
    names = [point.name for point in reply]
    sending = reply[names.index("after SMTP connect") : names.index("after SMTP send quit") + 1]
    # between the end of one word and the beginning of the next nothing happens
    words = [point for point in sending if point.name.startswith("after SMTP")]
    return [*(point for point in reply if point.name == "COMMIT"), *words]
