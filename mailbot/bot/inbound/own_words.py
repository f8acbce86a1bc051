"""Which words of a mail are read for intents, and whose intents they can be."""

from mailbot.desk.people.role import Role
from mailbot.mail.message import Message
from mailbot.understanding.intent import Side
from mailbot.understanding.spoken import spoken


def side_of(role: Role) -> Side:
    """Whose intents a mail of this role can carry."""
    return Side.CUSTOMER if role in (Role.CUSTOMER, Role.UNKNOWN) else Side.STAFF


def own_words(message: Message, side: Side) -> str:
    """What is read for intents; what an engineer forwards is not an order of theirs."""
    return spoken(message) if side is Side.CUSTOMER else message.parts.own
