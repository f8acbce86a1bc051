"""What a mail tells of the engineer who wrote it: their program, that they are away; they, not."""

from mailbot.bot.absences import Absences
from mailbot.bot.engine import Engine
from mailbot.bot.inbound.read_mail import Sheaf
from mailbot.desk.people.role import Role
from mailbot.mail.message import Kind
from mailbot.understanding.absence import absence
from mailbot.understanding.order_lines import OF_NO_CASE, order_lines


def sight(engine: Engine, sheaf: Sheaf) -> None:
    """Keep that an engineer is away or back, where a verified mail of theirs shows it."""
    message = sheaf.message
    if sheaf.brought_by:
        Absences(engine).seen(sheaf.brought_by, sheaf.at)
    elif message.kind is Kind.AUTO_REPLY:
        _away(engine, sheaf)
    elif sheaf.role is Role.STAFF and not _says_it_itself(message.text):
        Absences(engine).seen(message.sender.email, sheaf.at)


def _away(engine: Engine, sheaf: Sheaf) -> None:
    message, people = sheaf.message, engine.mailroom.intake.people
    if not people.is_engineer(message.sender.email) or not people.is_proven(message.trust):
        return
    found = absence(message.subject, message.text, engine.rules.calendar.local(sheaf.at))
    if found is not None:
        Absences(engine).told_by_reply(message.sender.email, sheaf.at, found.last)


def _says_it_itself(text: str) -> bool:
    """Whether it orders to be away or back: then the order decides."""
    return any(line.order in OF_NO_CASE for line in order_lines(text).lines)
