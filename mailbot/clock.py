"""The only place that reads the clock."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta


@dataclass(frozen=True, slots=True)
class SystemClock:
    """The time of this machine."""

    def now(self) -> datetime:
        return datetime.now(UTC)


@dataclass(slots=True)
class SettableClock:
    """A clock that stands until it is moved: for replay, demo and tests."""

    moment: datetime

    def __post_init__(self) -> None:
        self.set(self.moment)

    def now(self) -> datetime:
        return self.moment

    def set(self, moment: datetime) -> None:
        """Stand at ``moment``, which must be aware."""
        self.moment = moment.astimezone(UTC)

    def advance(self, by: timedelta) -> None:
        self.set(self.moment + by)
