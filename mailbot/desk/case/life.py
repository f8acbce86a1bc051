"""The life of a case: its statuses, and the table of what moves it from one to another."""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

from mailbot.desk.case.step import Step


class Status(StrEnum):
    """Whose step is next."""

    OPEN = "open"
    WAITING = "waiting"
    ESCALATED = "escalated"
    WATCHING = "watching"
    CLOSING = "closing"
    CLOSED = "closed"


def _row(**cells: Status) -> Mapping[Step, Status]:
    return MappingProxyType({Step[name]: status for name, status in cells.items()})


_O, _W, _E, _V, _C, _X = Status

LIFE: Mapping[Status, Mapping[Step, Status]] = MappingProxyType(
    {
        Status.OPEN: _row(
            WE_OWE=_O, THEY_OWE=_W, ENGINEER_WROTE=_W, DATA_ASKED=_W, HANDED_OVER=_E,
            WATCH_STARTED=_V, NOTICE_LEFT=_C, RESOLVED=_X, CLOSED_BY_HAND=_X, REOPENED=_O,
            NOT_HEARD=_O,
        ),
        Status.WAITING: _row(
            WE_OWE=_O, THEY_OWE=_W, ENGINEER_WROTE=_W, DATA_ASKED=_W, HANDED_OVER=_E,
            WATCH_STARTED=_V, NOTICE_LEFT=_C, RESOLVED=_X, CLOSED_BY_HAND=_X, REOPENED=_W,
            NOT_HEARD=_W,
        ),
        Status.ESCALATED: _row(
            WE_OWE=_O, THEY_OWE=_E, ENGINEER_WROTE=_E, DATA_ASKED=_W, HANDED_OVER=_E,
            WATCH_STARTED=_V, NOTICE_LEFT=_C, RESOLVED=_X, CLOSED_BY_HAND=_X, REOPENED=_E,
            NOT_HEARD=_E,
        ),
        Status.WATCHING: _row(
            WE_OWE=_O, THEY_OWE=_W, ENGINEER_WROTE=_W, DATA_ASKED=_W, HANDED_OVER=_E,
            WATCH_STARTED=_V, NOTICE_LEFT=_C, RESOLVED=_X, CLOSED_BY_HAND=_X, REOPENED=_V,
            NOT_HEARD=_V,
        ),
        Status.CLOSING: _row(
            WE_OWE=_O, THEY_OWE=_W, ENGINEER_WROTE=_W, DATA_ASKED=_W, HANDED_OVER=_E,
            WATCH_STARTED=_V, NOTICE_LEFT=_C, RESOLVED=_X, CLOSED_BY_HAND=_X, REOPENED=_C,
            NOT_HEARD=_X,
        ),
        Status.CLOSED: _row(
            WE_OWE=_X, THEY_OWE=_X, ENGINEER_WROTE=_X, DATA_ASKED=_X, HANDED_OVER=_X,
            WATCH_STARTED=_X, NOTICE_LEFT=_X, RESOLVED=_X, CLOSED_BY_HAND=_X, REOPENED=_O,
            NOT_HEARD=_X,
        ),
    }
)  # fmt: skip
