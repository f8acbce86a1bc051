"""Guesses the charset of unlabelled bytes, the likeliest first."""

import re
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType

from mailbot.mail.charset.codec import codec_of

_SAMPLE = 4_000
# a text too short to tell is most often mainland Chinese, the least labelled
_MORE_OFTEN = MappingProxyType({"gb18030": 1.5})
_HIGH = re.compile(rb"[\x80-\xff]")
# charsets used in mail: no mainframe ones, and only one of similar ones
_MULTIBYTE = ("gb18030", "big5hkscs", "cp949", "cp932", "euc_jis_2004")
_IN_MAIL = (
    *_MULTIBYTE, "koi8-r", "koi8-u", "cp1251",
    "iso8859-5", "cp866", "cp1252", "cp1250", "iso8859-2", "cp1253", "iso8859-7", "cp1254",
    "cp1255", "cp1256", "cp1257", "cp1258", "cp874", "iso8859-6", "iso8859-8",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Guess:
    """A Python codec and its confidence: 0 to 1, low for short texts."""

    codec: str
    confidence: float


def guesses(raw: bytes) -> tuple[Guess, ...]:
    """Possible charsets of ``raw``, judged by a sample from its first non-ASCII byte on."""
    first = _HIGH.search(raw)
    at = max(first.start() - 200, 0) if first else 0
    return _ranked(raw[at : at + _SAMPLE])


@lru_cache(maxsize=256)
def _ranked(sample: bytes) -> tuple[Guess, ...]:
    # loading its models takes a tenth of a second, and few mails need them
    import chardet

    told = chardet.detect_all(
        sample, ignore_threshold=True, include_encodings=_IN_MAIL, compat_names=False
    )
    best: dict[str, float] = {}
    for one in told:
        best.setdefault(codec_of(one["encoding"] or ""), one["confidence"])
    for name in _MULTIBYTE:  # the detector misses short titles in kana
        best.setdefault(codec_of(name), 0.0)
    found = (Guess(name, sure * _MORE_OFTEN.get(name, 1)) for name, sure in best.items() if name)
    return tuple(sorted(found, key=lambda guess: -guess.confidence))
