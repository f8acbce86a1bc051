"""Times as the database stores them: UTC and fixed width, so that text order is time order."""

from datetime import UTC, datetime


def written(moment: datetime | None) -> str | None:
    """``2026-11-25T03:00:00.000000Z``, or None."""
    if moment is None:
        return None
    here = moment.astimezone(UTC).replace(tzinfo=None)
    return here.isoformat(timespec="microseconds") + "Z"


def moment(text: str | None) -> datetime | None:
    """The time that `written` formatted, or None."""
    return datetime.fromisoformat(text) if text else None


def sure_moment(text: str) -> datetime:
    """The same, of a column that is never empty."""
    return datetime.fromisoformat(text)
