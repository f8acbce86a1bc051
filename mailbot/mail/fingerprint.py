"""A digest that survives re-encoding and refolding; finds duplicates."""

from hashlib import sha256

from mailbot.mail.message import Attachment, Message
from mailbot.mail.quoting.list_footer import without_footer
from mailbot.mail.subject import normal_subject


def digest(message: Message) -> str:
    """The SHA-256 over the text and the attachments of a mail.

    Another transfer encoding, another charset, headers folded or added, lines wrapped or a tag
    before the subject don't change it; nor does a change in how quotes are split, or
    the footer of a mailing list that one of two copies came through.
    """
    text = _folded(without_footer("\n".join(piece.text for piece in message.parts.pieces)))
    files = sorted(map(_file, message.attachments))
    subject = _folded(normal_subject(message.subject))
    return sha256("\0".join((subject, text, *files)).encode()).hexdigest()


def _folded(text: str) -> str:
    return "".join(text.split())


def _file(file: Attachment) -> str:
    """Name, type and size; without the size of a text, which depends on its line ends."""
    size = "" if file.type.startswith("text/") else str(file.size)
    return f"{file.name}\n{file.type}\n{size}"
