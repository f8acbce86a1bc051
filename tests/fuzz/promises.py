"""What reading keeps to, whatever the bytes: no crash, clean values, nothing lost."""

import re
from datetime import UTC, datetime

from mailbot.bot.inbound.intake import Intake
from mailbot.errors import UnreadableMail
from mailbot.mail.charset.decode import CONTROL
from mailbot.mail.message import Message
from mailbot.mail.parse import parse

AT = datetime(2026, 3, 2, tzinfo=UTC)
_FOLDED = re.compile(r"\s+")


class Broken(AssertionError):
    """A promise that was not kept."""


def check(raw: bytes, intake: Intake) -> str:
    """What became of the mail: "read" or "refused". Raises Broken, or what the code raised."""
    try:
        message = parse(raw)
        sheaf = intake.read(raw, AT)
    except UnreadableMail as error:
        if not str(error):
            raise Broken("it is refused without a reason") from error
        return "refused"
    _clean(message)
    _clean(sheaf.message)
    if not message.kind_because:
        raise Broken("its kind has no reason")
    return "read"


def _clean(message: Message) -> None:
    lines = (
        message.subject, message.message_id, message.sender.name, message.sender.email,
        *(one.name for one in message.attachments),
    )  # fmt: skip
    for line in lines:
        if CONTROL.search(line) or "\n" in line:
            raise Broken(f"a control character stands in {line!r}")
    for text in (*lines, *(piece.text for piece in message.parts.pieces)):
        text.encode("utf-8")
    if message.date is not None and message.date.tzinfo is None:
        raise Broken("its date has no zone")
