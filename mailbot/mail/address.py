"""Mailboxes out of an address header, however it was written."""

import re
from collections.abc import Sequence
from email.utils import getaddresses

from mailbot.mail.charset import repaired
from mailbot.mail.display_name import directory_name, display_name
from mailbot.mail.encoded_word import decode_header
from mailbot.mail.message import Address

NOBODY = Address("")

_ATOM = r"[^\s<>()\[\],;:\"'\\@]"
_ADDRESS = re.compile(rf"(?<!{_ATOM}){_ATOM}+@{_ATOM}+")
_MOST = 2_000


def addresses(values: Sequence[str], charset: str = "") -> tuple[Address, ...]:
    """The mailboxes in these header values; what holds no address is left out."""
    pairs = _pairs([repaired(value, charset) for value in values])
    found = (_address(name, email, charset) for name, email in pairs[:_MOST] if email or name)
    return tuple(dict.fromkeys(found))  # `a@x <a@x>` without quotes reads as two


def _pairs(values: list[str]) -> list[tuple[str, str]]:
    flat = [" ".join(value.split()) for value in values]
    try:
        return getaddresses(flat)
    except (RecursionError, ValueError, IndexError):  # 20,000 brackets
        return [("", email) for value in flat for email in _ADDRESS.findall(value)]


def _address(name: str, email: str, charset: str) -> Address:
    shown = decode_header(name, charset)
    spec = decode_header(email, charset).strip("<>. ").lower()
    if "@" not in spec:
        found = _ADDRESS.search(shown)
        spec = found[0].lower() if found else ""
        shown = shown or decode_header(email, charset)
        shown = directory_name(shown) or shown
    return Address(spec, display_name(shown, spec))
