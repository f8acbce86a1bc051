"""Moments that were read from a mail: ISO 8601 with an offset, or nothing."""

from datetime import datetime


def moment(text: str) -> datetime | None:
    """The aware moment `text` names, or None where it names none."""
    try:
        at = datetime.fromisoformat(text)
    except ValueError:
        return None
    return at if at.tzinfo is not None else None
