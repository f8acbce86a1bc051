"""An encoder that reads each mail once, and many of them at a time."""

from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field

from mailbot.understanding.learned.encoder import Look
from mailbot.understanding.learned.layers import Looks
from mailbot.understanding.learned.written import Written


@dataclass(slots=True)
class Remembered:
    """Remembers what the encoder saw: for commands that read many mails and then end.

    The encoder works on one thread a mail, so that a mail reads the same beside others as alone;
    many are read by as many threads as there are cores.
    """

    encoder: Looks
    _seen: dict[Written, tuple[Look, ...]] = field(default_factory=dict)

    @property
    def labels(self) -> tuple[str, ...]:
        return self.encoder.labels

    def look(self, written: Written) -> tuple[Look, ...]:
        if written not in self._seen:
            self._seen[written] = self.encoder.look(written)
        return self._seen[written]

    def look_ahead(self, mails: Sequence[Written], threads: int) -> Iterator[int]:
        """Read these on several cores; how many are read, as it goes on."""
        with ThreadPoolExecutor(threads) as pool:
            for count, _ in enumerate(pool.map(self.look, mails), 1):
                yield count
