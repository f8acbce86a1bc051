"""The desk's calendar: working hours, holidays and make-up working days, as plain values."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

_SATURDAY = 5
_HORIZON = 60


@dataclass(frozen=True, slots=True)
class WorkCalendar:
    """When somebody is at the desk.

    ``off`` are weekdays nobody works (statutory holidays), ``on`` weekend days somebody does
    (make-up days, 调休). Every moment that comes in or goes out is aware.
    """

    zone: ZoneInfo
    starts: time
    ends: time
    off: frozenset[date] = frozenset()
    on: frozenset[date] = frozenset()
    listed_at: time = time(8, 45)
    list_begins: time = time(10, 0)

    def is_working_day(self, day: date) -> bool:
        return day in self.on or (day.weekday() < _SATURDAY and day not in self.off)

    def local(self, moment: datetime) -> datetime:
        return moment.astimezone(self.zone)

    def next_working_day(self, day: date) -> date:
        """The first working day after ``day``."""
        return next(self._working_days(day + timedelta(days=1)))

    def next_working_moment(self, moment: datetime) -> datetime:
        """``moment`` itself within hours, else the next opening."""
        here = self.local(moment)
        if self.is_working_day(here.date()) and here.time() < self.ends:
            return max(here, self._opening(here.date()))
        return self._opening(self.next_working_day(here.date()))

    def add_hours(self, moment: datetime, hours: timedelta) -> datetime:
        """``hours`` of working time after ``moment``."""
        here, left = self.next_working_moment(moment), hours
        while here + left > self._closing(here.date()):
            left -= self._closing(here.date()) - here
            here = self._opening(self.next_working_day(here.date()))
        return here + left

    def add_days(self, moment: datetime, days: int) -> datetime:
        """The same time of day, ``days`` working days later, counted from a working moment."""
        here = self.next_working_moment(moment)
        day = here.date()
        for _ in range(days):
            day = self.next_working_day(day)
        return datetime.combine(day, here.time(), self.zone)

    def whole_days_between(self, start: datetime, end: datetime) -> int:
        """How many whole working days lie strictly between two moments."""
        first, last = self.local(start).date(), self.local(end).date()
        days = (first + timedelta(days=n) for n in range(1, (last - first).days))
        return sum(map(self.is_working_day, days))

    def after_whole_days(self, start: datetime, end: datetime, days: int) -> datetime:
        """``end``, moved on until so many whole working days lie between, at a working moment."""
        while self.whole_days_between(start, end) < days:
            end += timedelta(days=1)
        return self.next_working_moment(end)

    def list_window(self, day: date) -> tuple[datetime, datetime]:
        """What the morning's list of a working day covers: its begin, and its end."""
        begins = datetime.combine(day, self.list_begins, self.zone)
        return begins, datetime.combine(self.next_working_day(day), self.list_begins, self.zone)

    def list_moment(self, day: date) -> datetime:
        return datetime.combine(day, self.listed_at, self.zone)

    def next_list(self, moment: datetime) -> datetime:
        """The first morning's list strictly after ``moment``."""
        here = self.local(moment)
        days = self._working_days(here.date())
        return next(at for at in map(self.list_moment, days) if at > here)

    def _opening(self, day: date) -> datetime:
        return datetime.combine(day, self.starts, self.zone)

    def _closing(self, day: date) -> datetime:
        return datetime.combine(day, self.ends, self.zone)

    def _working_days(self, day: date) -> Iterator[date]:
        for n in range(_HORIZON):
            if self.is_working_day(day + timedelta(days=n)):
                yield day + timedelta(days=n)
        raise ValueError(f"no working day within {_HORIZON} days of {day}: mend [calendar]")
