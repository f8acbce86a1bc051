"""Moments as the database keeps them: UTC, fixed width, so that their text sorts as they do."""

from datetime import UTC, datetime


def written(moment: datetime | None) -> str | None:
    """``2026-11-25T03:00:00.000000Z``, or None."""
    if moment is None:
        return None
    here = moment.astimezone(UTC).replace(tzinfo=None)
    return here.isoformat(timespec="microseconds") + "Z"


def moment(text: str | None) -> datetime | None:
    """What `written` wrote, or None."""
    return datetime.fromisoformat(text) if text else None
