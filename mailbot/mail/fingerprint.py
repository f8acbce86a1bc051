"""By what a mail is known again, however a relay has written it anew."""

from hashlib import sha256

from mailbot.mail.message import Attachment, Message
from mailbot.mail.quoting.list_footer import without_footer
from mailbot.mail.subject import normal_subject


def digest(message: Message) -> str:
    """The SHA-256 over what a mail says and brings along.

    Another transfer encoding, another charset, headers folded or added, lines wrapped or a tag
    before the subject leave it as it is; so does a reader that cuts quotes more finely, and
    the footer of a list that one of two copies came through.
    """
    text = _folded(without_footer("\n".join(piece.text for piece in message.parts.pieces)))
    files = sorted(map(_file, message.attachments))
    subject = _folded(normal_subject(message.subject))
    return sha256("\0".join((subject, text, *files)).encode()).hexdigest()


def _folded(text: str) -> str:
    return "".join(text.split())


def _file(file: Attachment) -> str:
    """The size of a text depends on how its lines end."""
    size = "" if file.type.startswith("text/") else str(file.size)
    return f"{file.name}\n{file.type}\n{size}"
