"""Decodes bytes, even if the charset label of the mail is wrong or missing."""

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass
from types import MappingProxyType

from mailbot.mail.charset import iso2022
from mailbot.mail.charset.codec import codec_of, is_seven_bit, is_wide
from mailbot.mail.charset.detection import guesses
from mailbot.mail.charset.oddness import oddness

# nobody writes a text with this mojibake score
_ODD = 0.12
# the bonus of the labelled charset against what the bytes look like
_LABELLED = 0.05
# labels that programs set blindly, and how sure another charset must be to override them
_THOUGHTLESS = MappingProxyType({"cp1252": 0.06, "iso8859-15": 0.06, "gb18030": 0.2})
_SURER = 1.8
# one or two accents prove nothing
_FEWEST_WITNESSES = 3
# every longer Chinese text has some of these
_USUAL = re.compile("[的是不了在有我您你这這们們请請时時没沒个個问問题題机機电電动動]")
_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_ASCII = bytes(range(0x80))
# five bytes are undefined in Windows-1252: read as the controls of ISO 8859-1
_WINDOWS = {
    code: bytes([code]).decode("cp1252", "ignore") or chr(code) for code in range(0x80, 0xA0)
}
_JAPANESE = re.compile(rb"\x1b(?:\$[@B]|\([JI])")
_KOREAN = re.compile(rb"\x1b\$\)C")
_HZ = re.compile(rb"~\{(?:[!-w][!-~])+~\}")
# the text of a header between its syntax; trail bytes are never below "@"
_WORD = re.compile(rb"""[^\s"<>;,=]+""")
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")
# C0, C1, the line separators, marks and overrides of direction, BOM
CONTROL = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]"
)


@dataclass(frozen=True, slots=True)
class Reading:
    """Bytes decoded by a codec; '' as codec for damaged UTF-8."""

    text: str
    codec: str = ""

    @property
    def oddness(self) -> float:
        return oddness(self.text)


def decode(raw: bytes, label: str = "") -> str:
    """Decode ``raw``, even if its label is wrong; never fails."""
    text = _text(raw, codec_of(label)).removeprefix("\ufeff")
    return text if text.isascii() else _LONE_SURROGATE.sub("\ufffd", text)


def charset_in(raw: bytes, label: str = "") -> str:
    """The codec that `decode` would choose for a text in one charset; '' for ASCII and UTF-8."""
    if raw.isascii() or _strict(raw, "utf-8") is not None:
        return ""
    return _other(raw, codec_of(label)).codec


def repaired(value: str | bytes, fallback: str = "") -> str:
    """A raw header with its 8-bit characters read; encoded words are left as they are."""
    if isinstance(value, str):
        if value.isascii():
            return value
        value = value.encode("utf-8", "surrogateescape")
    foreign = b" ".join(word for word in _WORD.findall(value) if not word.isascii())
    return decode(value, charset_in(foreign, fallback) or fallback)


def visible(text: str) -> str:
    """``text`` with Unix line ends and without control characters."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n")
    return CONTROL.sub("", text)


def _text(raw: bytes, codec: str) -> str:
    if raw.isascii():
        return _seven_bit(raw, codec)
    marked = next((known for mark, known in _BOMS if raw.startswith(mark)), "")
    if marked or is_wide(codec):
        return _as_far_as_it_goes(raw, marked or codec)
    text = _strict(raw, "utf-8")
    return text if text is not None else _by_line(raw, codec)


def _seven_bit(raw: bytes, codec: str) -> str:
    if not is_seven_bit(codec):
        codec = _by_escapes(raw, codec)
    if is_seven_bit(codec) or (is_wide(codec) and b"\0" in raw):
        return _as_far_as_it_goes(raw, codec)
    return raw.decode("ascii")


def _by_escapes(raw: bytes, codec: str) -> str:
    """The charset of the escape sequences in ``raw`` (RFC 1468, RFC 1557, RFC 1843)."""
    if b"\x1b" in raw:
        if _JAPANESE.search(raw):
            return iso2022.NAME
        return "iso2022_kr" if _KOREAN.search(raw) else codec
    return "hz" if codec in ("", "gb18030") and _HZ.search(raw) else codec


def _by_line(raw: bytes, codec: str) -> str:
    """Decode text that is only partly UTF-8.

    A gateway may append a disclaimer in another charset, so lines that are UTF-8 are decoded
    as such, and all others together.
    """
    lines = raw.split(b"\n")
    texts = [_strict(line, "utf-8") for line in lines]
    if not any(text is not None and _is_proven(text) for text in texts):
        return _other(raw, codec).text
    torn = {at: lines[at].decode("utf-8", "replace") for at in _places(texts)}
    others = {at for at, text in torn.items() if not _is_torn_utf8(text)}
    rest = iter(_other(b"\n".join(lines[at] for at in sorted(others)), codec).text.split("\n"))
    return "\n".join(
        next(rest, "") if at in others else torn[at] if text is None else text
        for at, text in enumerate(texts)
    )


def _places(texts: list[str | None]) -> Iterator[int]:
    return (at for at, text in enumerate(texts) if text is None)


def _is_proven(utf8: str) -> bool:
    """Whether valid UTF-8 is no coincidence, as it may be for a single GBK character."""
    beyond = [char for char in utf8 if char > "\x7f"]
    return len(beyond) > 1 or any(char >= "\u0800" for char in beyond)


def _is_torn_utf8(nearly: str) -> bool:
    """Whether it is UTF-8 cut within a character, or with a byte lost on the way."""
    bad = nearly.count("\ufffd")
    return bad * 5 <= sum(1 for char in nearly if char > "\x7f") - bad


def _other(raw: bytes, codec: str) -> Reading:
    """Decode non-UTF-8 text: as labelled, unless the result is implausible."""
    torn = Reading(raw.decode("utf-8", "replace"))
    if _is_torn_utf8(torn.text):
        return torn
    labelled = _reading(raw, codec) if codec and not codec.startswith("utf") else None
    if labelled and labelled.oddness <= _ODD + _LABELLED and not _is_doubtful(raw, labelled):
        return labelled
    return _least_odd(raw, labelled)


def _least_odd(raw: bytes, labelled: Reading | None) -> Reading:
    """The likeliest plausible reading, else the one with the lowest mojibake score."""
    best, least = Reading(""), float("inf")
    if labelled:
        best, least = labelled, labelled.oddness - _LABELLED
    for rank, guess in enumerate(guesses(raw)):
        reading = _reading(raw, guess.codec)
        odd = reading.oddness
        if odd <= _ODD:
            return reading
        if odd + rank / 1_000 < least:
            best, least = reading, odd + rank / 1_000
    return best


def _is_doubtful(raw: bytes, labelled: Reading) -> bool:
    """Whether the bytes fit another charset much better than the label's."""
    codec = labelled.codec
    if codec not in _THOUGHTLESS or _USUAL.search(labelled.text):
        return False
    if len(raw.translate(None, _ASCII)) < _FEWEST_WITNESSES:
        return False
    sure = {guess.codec: guess.confidence for guess in guesses(raw)}
    best = max(sure, key=lambda known: sure[known])
    return sure[best] >= max(_THOUGHTLESS[codec], _SURER * sure.get(codec, 0.0))


def _reading(raw: bytes, codec: str) -> Reading:
    return Reading(_as_far_as_it_goes(raw, codec), codec)


def _as_far_as_it_goes(raw: bytes, codec: str) -> str:
    """Decode ``raw``; undecodable bytes become U+FFFD, or Latin-1 for Windows-1252."""
    text = _strict(raw, codec)
    if text is not None:
        return text
    if codec == "cp1252":
        return raw.decode("latin-1").translate(_WINDOWS)
    return raw.decode(codec, "replace")


def _strict(raw: bytes, codec: str) -> str | None:
    try:
        return raw.decode(codec)
    except (UnicodeError, LookupError):
        return None
