"""Bytes to text: what was meant, in mail whose labels are wrong or missing."""

import binascii
import codecs
import re
from collections.abc import Sequence
from email.message import Message
from functools import lru_cache

_GB = ("gb", "x-gb", "cp936", "ms936", "cn-gb", "euc-cn", "chinese")
_SEVEN_BIT = ("iso2022", "hz", "utf-7", "utf-16", "utf-32")
_LATIN = ("iso8859-1", "cp1252", "iso8859-15")
_TEXTUAL = (
    "ascii", "big5", "cp", "euc", "gb", "hp-roman8", "hz", "iso", "johab", "koi8", "kz1048",
    "mac", "ptcp154", "shift", "tis", "utf",
)  # fmt: skip
_LONGEST_LABEL = 40
_FEWEST_PAIRS = 4

_HIGH = re.compile(rb"[\x80-\xff]+")
_CJK = re.compile("[\u3000-\u30ff\u3400-\u9fff\uff00-\uffef]*")
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")
_WORD = re.compile(r"=\?([^?\s]{1,75})\?([bBqQ])\?([^?]*)\?=")
_ESCAPE = re.compile(rb"=([0-9A-Fa-f]{2})")
_FOLD = re.compile(r"[ \t]*[\r\n]+[ \t]*|[ \t]+")
# C0, C1, the line separators, marks and overrides of direction, BOM
_CONTROL = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]"
)


def decode(raw: bytes, label: str = "") -> str:
    """The text in ``raw``, whatever its label says; it never fails."""
    codec = _codec(label)
    if codec.startswith(_SEVEN_BIT):
        return _clean(_strict(raw, codec) or raw.decode(codec, "replace"))
    text = _strict(raw, "utf-8")
    if text is None:
        text = _not_utf8(raw, codec)
    return _clean(text)


def decode_header(value: str | bytes, fallback: str = "") -> str:
    """A header as a person reads it (RFC 2047); raw 8-bit borrows the charset ``fallback``."""
    value = repaired(value, fallback)
    if "=?" in value:
        value = _encoded_words(value)
    return _CONTROL.sub("", _FOLD.sub(" ", value)).strip()


def repaired(value: str | bytes, fallback: str = "") -> str:
    """A raw header with its 8-bit characters read; encoded words are left as they are."""
    if isinstance(value, str):
        if value.isascii():
            return value
        value = value.encode("utf-8", "surrogateescape")
    return decode(value, fallback)


def file_name(part: Message, fallback: str = "") -> str:
    """The name a part gives its file (RFC 2183, RFC 2231), without folders."""
    for header, key in (("content-disposition", "filename"), ("content-type", "name")):
        name = _parameter(part, header, key, fallback)
        if name:
            return re.split(r"[\\/]", name)[-1].strip() or name
    return ""


def visible(text: str) -> str:
    """``text`` with Unix line ends and without control characters."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n")
    return _CONTROL.sub("", text)


@lru_cache(maxsize=64)
def _codec(label: str) -> str:
    """The Python codec for a label, or '' for one that is unknown or no charset of text."""
    name = label.strip().strip("\"'").lower()[:_LONGEST_LABEL]
    if name.startswith(_GB):
        return "gb18030"
    for known in (name, name.removeprefix("x-"), name.replace("windows-874", "cp874")):
        try:
            found = codecs.lookup(known).name
        except (LookupError, ValueError, UnicodeError):
            continue
        return found if found.startswith(_TEXTUAL) else ""
    return ""


def _strict(raw: bytes, codec: str) -> str | None:
    try:
        return raw.decode(codec)
    except (UnicodeError, LookupError):
        return None


def _not_utf8(raw: bytes, codec: str) -> str:
    nearly = raw.decode("utf-8", "replace")
    bad = nearly.count("\ufffd")
    if bad * 10 <= sum(1 for char in nearly if char > "\x7f") - bad:
        return nearly  # UTF-8 cut in the middle of a character
    runs = _HIGH.findall(raw)
    if codec in _LATIN and _is_chinese(runs):
        codec = "gb18030"
    if not codec and all(len(run) == 1 for run in runs):
        codec = "cp1252"  # lone high bytes are accents
    for attempt in (codec, "gb18030", "big5"):
        text = _strict(raw, attempt) if attempt else None
        if text is not None:
            return text
    return raw.decode(codec or "utf-8", "replace")


def _is_chinese(runs: list[bytes]) -> bool:
    """GBK under a Latin label: its high bytes come in pairs, Latin letters mostly alone."""
    if sum(map(len, runs)) < _FEWEST_PAIRS or any(len(run) % 2 for run in runs):
        return False
    text = _strict(b"".join(runs), "gb18030")
    return text is not None and _CJK.fullmatch(text) is not None


def _clean(text: str) -> str:
    text = text.removeprefix("\ufeff")
    return text if text.isascii() else _LONE_SURROGATE.sub("\ufffd", text)


def _encoded_words(value: str) -> str:
    """Adjacent words of one charset are joined as bytes: a character may be cut in two."""
    out: list[str] = []
    held, charset, end = b"", "", 0
    for word in _WORD.finditer(value):
        between = value[end : word.start()]
        label = word[1].partition("*")[0].lower()
        if label != charset or (between.strip() or not end):
            out.append(decode(held, charset))
            held = b""
        if between.strip() or not end:
            out.append(between)
        held += _payload(word[2], word[3])
        charset, end = label, word.end()
    return "".join([*out, decode(held, charset), value[end:]])


def _payload(encoding: str, data: str) -> bytes:
    raw = data.encode("utf-8", "replace")
    if encoding in "qQ":
        return _ESCAPE.sub(lambda hit: bytes([int(hit[1], 16)]), raw.replace(b"_", b" "))
    for padded in (raw + b"===", raw[:-1] + b"==="):
        try:
            return binascii.a2b_base64(padded)
        except binascii.Error:
            continue
    return raw


def _parameter(part: Message, header: str, key: str, fallback: str) -> str:
    raw = next((value for name, value in part.raw_items() if name.lower() == header), "")
    if key not in raw.lower():
        return ""
    view: Message = Message()
    view[header] = _FOLD.sub(" ", repaired(raw, fallback))
    params: Sequence[tuple[str, str | tuple[str | None, str | None, str]]]
    try:
        params = view.get_params([], header)
    except (TypeError, ValueError):  # continuations numbered with something else (RFC 2231)
        return ""
    values = [value for name, value in params if name.lower() == key]
    extended = [_extended(value) for value in values if not isinstance(value, str)]
    plain = [decode_header(value, fallback) for value in values if isinstance(value, str)]
    return next(iter(extended + plain), "")


def _extended(value: tuple[str | None, str | None, str]) -> str:
    charset, _, text = value
    return decode_header(decode(text.encode("latin-1", "replace"), charset or ""))
