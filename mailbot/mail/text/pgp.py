"""Inline PGP (RFC 9580, 7): signed text is read, encrypted text is reported."""

import re

from mailbot.mail.message import Protection

_ENCRYPTED = re.compile(r"^-----BEGIN PGP MESSAGE-----[ \t]*$", re.MULTILINE)
_SIGNED = re.compile(r"^-----BEGIN PGP SIGNED MESSAGE-----[ \t]*\n", re.MULTILINE)
_SIGNATURE = re.compile(r"^-----BEGIN PGP SIGNATURE-----[ \t]*$", re.MULTILINE)
_END = re.compile(r"^-----END PGP SIGNATURE-----[ \t]*\n?", re.MULTILINE)
_DASH = re.compile(r"^- ", re.MULTILINE)


def unarmoured(text: str) -> tuple[str, Protection]:
    """``text`` without the armour of a signature, and its protection."""
    if "-----BEGIN PGP " not in text:
        return text, Protection.NONE
    if _ENCRYPTED.search(text):
        return text, Protection.ENCRYPTED
    begin = _SIGNED.search(text)
    seal = _SIGNATURE.search(text, begin.end()) if begin else None
    if begin is None or seal is None:
        return text, Protection.NONE
    end = _END.search(text, seal.end())
    # the headers of the armour end with an empty line (RFC 9580, 7.1)
    _, _, inner = text[begin.end() : seal.start()].partition("\n\n")
    after = text[end.end() :] if end else ""
    return text[: begin.start()] + _DASH.sub("", inner) + after, Protection.SIGNED
