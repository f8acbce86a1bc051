"""The file name of a MIME part (RFC 2183, RFC 2231)."""

import re
from collections.abc import Sequence
from email.message import Message
from urllib.parse import unquote_to_bytes

from mailbot.mail.charset.decode import decode, repaired
from mailbot.mail.mime.encoded_word import FOLD, decode_header

_PERCENT = re.compile("%[89A-Fa-f][0-9A-Fa-f]")


def file_name(part: Message, fallback: str = "") -> str:
    """The name without folders, or ''; ``fallback`` is the charset of raw 8-bit in it."""
    for header, key in (("content-disposition", "filename"), ("content-type", "name")):
        name = _parameter(part, header, key, fallback)
        if name:
            return re.split(r"[\\/]", name)[-1].strip() or name
    return ""


def _parameter(part: Message, header: str, key: str, fallback: str) -> str:
    raw = next((value for name, value in part.raw_items() if name.lower() == header), "")
    if key not in raw.lower():
        return ""
    view: Message = Message()
    view[header] = FOLD.sub(" ", repaired(raw, fallback))
    params: Sequence[tuple[str, str | tuple[str | None, str | None, str]]]
    try:
        params = view.get_params([], header)
    except (TypeError, ValueError):  # continuations with odd numbers (RFC 2231)
        return ""
    values = [value for name, value in params if name.lower() == key]
    extended = [_extended(value) for value in values if not isinstance(value, str)]
    plain = [_plain(value, fallback) for value in values if isinstance(value, str)]
    return next(iter(extended + plain), "")


def _extended(value: tuple[str | None, str | None, str]) -> str:
    charset, _, text = value
    return decode_header(decode(text.encode("latin-1", "replace"), charset or ""))


def _plain(value: str, fallback: str) -> str:
    """A plain quoted name; some programs percent-encode it without saying so."""
    if _PERCENT.search(value):
        value = decode(unquote_to_bytes(value), fallback)
    return decode_header(value, fallback)
