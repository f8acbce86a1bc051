"""Mojibake score: how unlikely a decoded text is; chooses between charsets."""

import re
from functools import lru_cache
from itertools import product

_SAMPLE = 4_000


def _characters(first: int, last: int, *, upper: bool) -> str:
    found = (chr(code) for code in range(first, last))
    return "".join(char for char in found if (char.isupper() if upper else char.islower()))


def _usual_han() -> str:
    """The first levels of GB 2312, Big5 and JIS X 0208: characters in daily use."""
    levels = (
        ("gb2312", range(0xB0, 0xD8)),
        ("big5", range(0xA4, 0xC7)),
        ("euc_jp", range(0xB0, 0xD0)),
    )
    pairs = (
        bytes(pair).decode(codec, "ignore")
        for codec, leads in levels
        for pair in product(leads, range(0x40, 0xFF))
    )
    return "".join(sorted({char for char in pairs if "\u4e00" <= char <= "\u9fff"}))


_UPPER, _LOWER = _characters(0xC0, 0x530, upper=True), _characters(0xC0, 0x530, upper=False)
_ALPHABETS = (
    "A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f", "\u0370-\u03ff", "\u0400-\u052f",
    "\u0590-\u05ff", "\u0600-\u06ff", "\u0e00-\u0e7f",
)  # fmt: skip
_OTHERS = "".join(_ALPHABETS[1:])
_HAN = "\u3400-\u9fff\uf900-\ufaff"
_SIGNS = (
    "\u00a1-\u00b6\u00b8-\u00bf\u00d7\u00f7\u02c6\u02dc\u2020-\u2022\u2030\u2500-\u25ff\u3016\u3017"
)

# nobody writes any of these: undecoded bytes, C1, private use, unassigned
_IMPOSSIBLE = re.compile("[\ufffd\x80-\x9f\ue000-\uf8ff]")
_CASE = re.compile(f"[{_LOWER}][{_UPPER}]")
_CLUSTER = re.compile("[\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f]{4,}")
_MIXED = re.compile(
    "|".join(
        f"[{one}](?=[{''.join(other for other in _ALPHABETS if other != one)}])"
        for one in _ALPHABETS
    )
)
_HAN_RUN = re.compile(f"[{_HAN}]+")
_HAN_AMONG = re.compile(f"[{_HAN}](?=[{_OTHERS}])|[{_OTHERS}](?=[{_HAN}])")
_SIGN_IN_WORD = re.compile(rf"(?<=[^\W\d_])[{_SIGNS}]+(?=[^\W\d_])")
_SIGN_ROW = re.compile(f"[{_SIGNS}]{{2,}}")
_HANGUL = "\uac00-\ud7a3"
_HAN_IN_HANGUL = re.compile(f"[{_HAN}](?=[{_HANGUL}])|[{_HANGUL}](?=[{_HAN}])")
_HALF_KANA = re.compile("[\uff61-\uff9f]")
_FOREIGN = re.compile("[^\x00-\x7f]+")


def oddness(text: str) -> float:
    """A score from 0, plausible text, to about 3, garbage.

    It is the weight of unlikely characters per non-ASCII character, in a sample.
    """
    sample = _sample(text)
    foreign = sum(map(len, _FOREIGN.findall(sample)))
    if not foreign:
        return 0.0
    weight = (
        3.0 * len(_IMPOSSIBLE.findall(sample))
        + len(_CASE.findall(sample))
        + sum(map(len, _CLUSTER.findall(sample)))
        + len(_MIXED.findall(sample))
        + len(_HAN_AMONG.findall(sample))
        + sum(map(len, _SIGN_IN_WORD.findall(sample)))
        + sum(map(len, _SIGN_ROW.findall(sample)))
        + 0.6 * _count_of_rare_han(sample)
        + 0.6 * len(_HAN_IN_HANGUL.findall(sample))
        + 0.6 * len(_HALF_KANA.findall(sample))
    )
    return weight / foreign


def _count_of_rare_han(sample: str) -> int:
    han = "".join(_HAN_RUN.findall(sample))
    return len(_rare_han().findall(han)) if han else 0


@lru_cache(maxsize=1)
def _rare_han() -> re.Pattern[str]:
    # collecting the levels takes a tenth of a second, and most mail is UTF-8
    return re.compile(f"[^{_usual_han()}]")


def _sample(text: str) -> str:
    """A piece of the text from its first non-ASCII character on."""
    first = _FOREIGN.search(text)
    at = max(first.start() - 20, 0) if first else 0
    return text[at : at + _SAMPLE]
