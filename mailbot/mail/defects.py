"""What is wrong with the form of a mail, by the names that mail-parser gives it."""

from email import message_from_bytes

import mailparser  # type: ignore[import-untyped]

from mailbot.mail.mime import limits
from mailbot.mail.mime.raw import Raw
from mailbot.mail.mime.skeleton import gist


def defects(raw: Raw) -> tuple[str, ...]:
    """Sorted. It reads every header anew, so that only who shows defects asks for them."""
    content = gist(raw).content.lstrip(b"\r\n")
    if content.count(b"=?") > limits.MOST_ENCODED_WORDS:
        # mail-parser uses `email.header`, which is quadratic in the number of encoded words
        return ("EncodedWords",)
    try:
        # `parse_from_bytes` parses twice
        return tuple(sorted(mailparser.MailParser(message_from_bytes(content)).defects_categories))
    except MemoryError:
        raise
    except Exception as error:  # nothing but a remark hangs on it
        return (type(error).__name__,)
