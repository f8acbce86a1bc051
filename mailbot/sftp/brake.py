"""Slows password guessing: after a few wrong tries, logins are refused for a while."""

from collections import OrderedDict
from dataclasses import dataclass, field
from datetime import datetime, timedelta

_REMEMBERED = 10_000


@dataclass(slots=True)
class Wrong:
    """How many wrong tries in a row, and when the last one was."""

    tries: int
    last: datetime


@dataclass(slots=True)
class Brake:
    """Counts wrong tries by user and peer; an address that tries many users is slowed too."""

    tries: int
    pause: timedelta
    _wrong: OrderedDict[tuple[str, str], Wrong] = field(default_factory=OrderedDict)

    def holds(self, user: str, peer: str, now: datetime) -> bool:
        """Whether this user at this peer has to wait."""
        return self._is_over((user, peer), self.tries, now) or self._is_over(
            ("", peer), self.tries * 4, now
        )

    def wrong(self, user: str, peer: str, now: datetime) -> None:
        """Remember a wrong try."""
        for key in ((user, peer), ("", peer)):
            past = self._wrong.pop(key, None)
            stale = past is None or now - past.last >= self.pause
            self._wrong[key] = Wrong(1 if past is None or stale else past.tries + 1, now)
        while len(self._wrong) > _REMEMBERED:
            self._wrong.popitem(last=False)

    def right(self, user: str, peer: str) -> None:
        """Forget the wrong tries of somebody who knew the password."""
        self._wrong.pop((user, peer), None)

    def _is_over(self, key: tuple[str, str], tries: int, now: datetime) -> bool:
        past = self._wrong.get(key)
        return past is not None and past.tries >= tries and now - past.last < self.pause
