"""Facts that a mail tells by how it is built, not by its words."""

from collections.abc import Iterator

from mailbot.desk.reading import Fact
from mailbot.mail.message import Forwarded, Message


def enclosed(message: Message) -> tuple[Fact, ...]:
    """Who wrote the text that ``message`` passes on, and when."""
    return tuple(_passed_on(message.forwarded)) if message.forwarded is not None else ()


def _passed_on(told: Forwarded) -> Iterator[Fact]:
    author = " ".join(filter(None, (told.author.name, f"<{told.author.email}>")))
    if told.author.email or told.author.name:
        yield Fact("forwarded_from", told.author.email or told.author.name, author)
    if told.date is not None:
        yield Fact("forwarded_date", told.date.isoformat(), told.subject)
