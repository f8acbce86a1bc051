"""Parses address headers, and the names of people in them, however they are written."""

import re
from collections.abc import Sequence
from email.utils import getaddresses
from functools import lru_cache

from mailbot.mail.charset.decode import repaired
from mailbot.mail.message import Address
from mailbot.mail.mime.encoded_word import decode_header

NOBODY = Address("")

_ATOM = r"[^\s<>()\[\],;:\"'\\@]"
_ADDRESS = re.compile(rf"(?<!{_ATOM}){_ATOM}+@{_ATOM}+")
_MOST = 2_000
# a longer header is read anew each time
_USUAL = 1_000


def addresses(values: Sequence[str], charset: str = "") -> tuple[Address, ...]:
    """The mailboxes in these header values; entries without an address are skipped."""
    read = _remembered if sum(map(len, values)) <= _USUAL else _read
    return read(tuple(values), charset)


def _read(values: tuple[str, ...], charset: str) -> tuple[Address, ...]:
    pairs = _pairs([repaired(value, charset) for value in values])
    found = (_address(name, email, charset) for name, email in pairs[:_MOST] if email or name)
    return tuple(dict.fromkeys(found))  # `a@x <a@x>` without quotes parses as two


# several rules ask for the From and the To of one mail
_remembered = lru_cache(maxsize=64)(_read)


def _pairs(values: list[str]) -> list[tuple[str, str]]:
    flat = [" ".join(value.split()) for value in values]
    try:
        return getaddresses(flat)
    except (RecursionError, ValueError, IndexError):  # for example 20,000 brackets
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


# what Exchange writes for a recipient without an SMTP address: /O=…/CN=RECIPIENTS/CN=zhou
_X500 = re.compile(r"/o=", re.IGNORECASE)
_ENCAPSULATED = re.compile(r"imceaex-", re.IGNORECASE)
_ESCAPED = re.compile(r"\+([0-9a-f]{2})", re.IGNORECASE)
_COMMON_NAME = re.compile(r"/cn=([^/=]{1,200})$", re.IGNORECASE)
_NUMBERED = re.compile(r"(?:[0-9a-f]{32}-?|user[0-9a-f]{8}$)", re.IGNORECASE)
_VIA = re.compile(r"[\s(（](?:via|通过)\s", re.IGNORECASE)
_QUOTES = "\"'‘’“” "
_LONGEST = 1_000


def display_name(shown: str, email: str) -> str:
    """The name in a mailbox, '' if it only repeats an address or a directory path."""
    name = shown[:_LONGEST].strip(_QUOTES).lstrip("?").strip(_QUOTES)
    if found := list(_VIA.finditer(name)):
        name = name[: found[-1].start()].strip(_QUOTES)
    if name.lower() == email or _X500.match(name):
        return ""
    return name or directory_name(email.rpartition("@")[0])


def directory_name(place: str) -> str:
    """The last name in an X.500 path, plain or encapsulated in an SMTP address (IMCEAEX).

    Exchange writes its slashes as ``_``, and all but letters and digits in hex (MS-OXOCFG).
    """
    if _ENCAPSULATED.match(place):
        place = _ESCAPED.sub(_unescaped, place[:_LONGEST].replace("_", "/"))
    elif not _X500.match(place):
        return ""
    found = _COMMON_NAME.search(place[-_LONGEST:])
    return _NUMBERED.sub("", found[1]).strip() if found else ""


def is_written_by_a_list(shown: str) -> bool:
    """Whether a list replaced the author's address by its own: ``'Zhou' via support``."""
    return bool(_VIA.search(shown[:_LONGEST]))


def _unescaped(found: re.Match[str]) -> str:
    return chr(int(found[1], 16))
