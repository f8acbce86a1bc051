"""The bytes of a file that came with a mail, by its name."""

from email import message_from_bytes, policy

from mailbot.mail.mime.raw import Large, Raw, pieces_of

_MOST = 200 << 20


def attached_bytes(raw: Raw, name: str) -> bytes | None:
    """The first file of that name in a mail; None where there is none, or the mail is too large."""
    if isinstance(raw, Large) and raw.size > _MOST:
        return None
    tree = message_from_bytes(b"".join(pieces_of(raw)), policy=policy.default)
    for part in tree.walk():
        if not part.is_multipart() and part.get_filename() == name:
            content = part.get_payload(decode=True)
            return content if isinstance(content, bytes) else None
    return None
