"""What schema 11 makes of a fact: it names the kind of its value; frozen, like every migration."""

from datetime import UTC, datetime
from typing import Any

_MOMENTS = frozenset(
    {
        "promise", "watch_until", "forwarded_date", "download_expires", "meeting_start",
        "meeting_end",
    }
)  # fmt: skip
_NUMBERS = frozenset({"account_port", "download_size", "never_got"})
_CASES_OF_A_MOVE = ("before", "after", "other_before", "other_after")


def case_with_kinds(body: dict[str, Any]) -> dict[str, Any]:
    """The JSON of a case whose facts name their kinds."""
    return _with_kinds(body, "matter")


def move_with_kinds(body: dict[str, Any]) -> dict[str, Any]:
    """The JSON of a join or a split with such cases in it."""
    cases = {name: body[name] for name in _CASES_OF_A_MOVE if body.get(name) is not None}
    return {**body, **{name: case_with_kinds(case) for name, case in cases.items()}}


def mail_with_kinds(body: dict[str, Any]) -> dict[str, Any]:
    """The JSON of a kept mail whose facts name their kinds."""
    return _with_kinds(body, "said")


def _with_kinds(body: dict[str, Any], part: str) -> dict[str, Any]:
    holder = body.get(part)
    if not holder or not holder.get("facts"):
        return body
    return {**body, part: {**holder, "facts": [_typed(fact) for fact in holder["facts"]]}}


def _typed(fact: dict[str, Any]) -> dict[str, Any]:
    """A value that is not what its name says stays a text: nothing that was known is lost."""
    name, value = fact["name"], fact["value"]
    if name in _MOMENTS and (at := _moment(value)):
        return {**fact, "type": "moment", "value": at}
    if name in _NUMBERS and value.isascii() and value.isdecimal():
        return {**fact, "type": "number", "value": int(value)}
    return {**fact, "type": "text"}


def _moment(value: str) -> str:
    """The same moment as the new code reads it; '' for one without a time zone, or for none."""
    try:
        at = datetime.fromisoformat(value)
    except ValueError:
        return ""
    offset = at.utcoffset()
    if offset is None:
        return ""
    # local times of long ago are off by seconds, which no JSON of a moment can say
    return (at.astimezone(UTC) if offset.seconds % 60 else at).isoformat()
