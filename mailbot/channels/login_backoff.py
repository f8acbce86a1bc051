"""Exponential backoff after refused logins: servers lock out whoever keeps trying."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta

from mailbot.errors import LoginRefused

_FIRST = timedelta(seconds=20)
_LONGEST = timedelta(seconds=300)


def never() -> datetime | None:
    """The default: nobody asks for a try at once."""
    return None


class BackOff:
    """20 s after the first refusal, then twice as long each time, at most five minutes.

    A login that succeeds ends that, and so does a moment of ``reset`` after the last refusal.
    """

    def __init__(
        self, now: Callable[[], datetime], reset: Callable[[], datetime | None] = never
    ) -> None:
        self._now = now
        self._reset = reset
        self._refused: LoginRefused | None = None
        self._at: datetime | None = None
        self._wait = _FIRST

    @contextmanager
    def knock(self) -> Iterator[None]:
        """Wrap a login. Raises the last refusal again if it is too early for a new try."""
        if self._refused is not None and self._is_too_early():
            raise LoginRefused(str(self._refused))
        try:
            yield
        except LoginRefused as error:
            self._wait = min(self._wait * 2, _LONGEST) if self._refused else _FIRST
            self._refused, self._at = error, self._now()
            raise
        self._refused, self._wait = None, _FIRST

    def _is_too_early(self) -> bool:
        if self._at is None or self._now() - self._at >= self._wait:
            return False
        reset = self._reset()
        if reset is None or reset <= self._at:
            return True
        self._refused = None
        return False
