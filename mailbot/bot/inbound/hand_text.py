"""Whether a mail says the words of a letter, whatever a mail program made of its lines."""

import hashlib
from email import message_from_bytes, policy

from mailbot.errors import UnreadableMail
from mailbot.mail.parse import parse
from mailbot.mail.quoting.known_lines import quoted_lines

# so much of a letter's own lines stands in what was made of it
_ENOUGH = 0.6
_FEWEST_LINES = 2


def words_of(text: str) -> str:
    """The fingerprint of a text, whatever its spaces and line breaks are: SHA-256."""
    return hashlib.sha256("".join(text.split()).encode("utf-8", "replace")).hexdigest()


def body_text(raw: bytes) -> str | None:
    """All that a mail's body says, its lines as they stand; None where it can't be read.

    What is being written is no mail yet: nothing in it is taken for a quote or a signature.
    """
    body = message_from_bytes(raw, policy=policy.default).get_body(("plain",))
    try:
        if body is not None:
            return str(body.get_content())
        return "\n\n".join(piece.text for piece in parse(raw).parts.pieces)
    except (UnreadableMail, LookupError):
        return None


def comes_from(text: str, letter: str) -> bool:
    """Whether a text was made of the letter: most of its telling lines stand there."""
    lines, there = quoted_lines(letter), set(quoted_lines(text))
    kept = sum(one in there for one in lines)
    return kept >= _FEWEST_LINES and kept >= _ENOUGH * len(lines)
