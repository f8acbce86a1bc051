"""Batches for fetching: limited in mails and bytes, and each large mail by itself."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from mailbot.mail.mime.raw import LARGE

BATCH = 50
_BATCH_BYTES = 4 << 20


@dataclass(frozen=True, slots=True)
class Portion:
    """Mails fetched together, and their size as the server gives it."""

    uids: tuple[int, ...] = ()
    weight: int = 0

    @property
    def is_large(self) -> bool:
        return len(self.uids) == 1 and self.weight > LARGE

    def has_room(self, size: int) -> bool:
        fits = self.weight + size <= _BATCH_BYTES and len(self.uids) < BATCH
        return fits and size <= LARGE and not self.is_large


def portions(sizes: Iterable[tuple[int, int]]) -> Iterator[Portion]:
    """The mails divided into portions, in order."""
    portion = Portion()
    for uid, size in sizes:
        if portion.uids and not portion.has_room(size):
            yield portion
            portion = Portion()
        portion = Portion((*portion.uids, uid), portion.weight + size)
    if portion.uids:
        yield portion
