"""Days that a waiting draft names, and that may be over by the time somebody says yes."""

from dataclasses import replace
from datetime import datetime

from mailbot.desk.case.draft import Content, Draft
from mailbot.desk.case.rulebook import Rules
from mailbot.desk.decisions.due import answer_by


def is_over(draft: Draft, now: datetime) -> datetime | None:
    """The day that a draft names and that is over, or None."""
    named = (draft.content.answer_by, draft.content.close_on)
    return next((day for day in named if day is not None and day <= now), None)


def with_new_days(content: Content, now: datetime, rules: Rules) -> Content:
    """The same content, its days counted from now."""
    after = rules.calendar.after_whole_days(now, now + rules.close_after_notice, 1)
    return replace(
        content,
        answer_by=answer_by(now, rules) if content.answer_by is not None else None,
        close_on=after if content.close_on is not None else None,
    )
