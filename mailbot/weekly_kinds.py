"""What the lead is told of a week: an English sentence for each kind."""

from mailbot.reasons import Kind


class Weekly(Kind):
    """Every line of the weekly letter; what the week before was stands behind it."""

    BEGUN = "cases begun: {count} (the week before: {before})"
    CLOSED = "cases closed: {count} (the week before: {before})"
    FIRST_ANSWER = (
        "working hours until a case's first answer, median: {count} (the week before: {before})"
    )
    APPROVED = "letters with a yes: {count} (the week before: {before})"
    UNCHANGED = "of these unchanged: {count} (the week before: {before})"
    REMINDERS = "reminders sent: {count} (the week before: {before})"
    WAITS_FOR_US = "{name} waits for us since {day}"
