"""A text as sentences to look words up in: small letters, single blanks, places for figures."""

import re
from collections.abc import Mapping
from functools import cache

from mailbot.mail.simplified import simplified

# the words of this vocabulary say 账 and 盘 for what is also written 帳 and 碟
_OWN = {ord("帳"): "账", ord("碟"): "盘"}
# each with what a text has that holds such a place: most texts hold few
_DIGIT = re.compile(r"\d")
_PLACES = (
    (re.compile("://"), re.compile(r"https?://[^\s<>]{1,300}"), " <link> "),
    (
        re.compile("@"),
        re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}"),
        " <mail> ",
    ),
    (
        re.compile(r"\.[a-z]"),
        re.compile(r"(?<![\w.-])[a-z][\w-]{0,40}(?:\.[a-z][\w-]{0,40}){1,4}(?:/\S{0,100})?"),
        " <link> ",
    ),
    (_DIGIT, re.compile(r"\b\d{1,2}:\d{2}\b|\b\d{1,2}\s?[ap]m\b|\b\d{1,2}\s?[点时]"), " <time> "),
    (
        _DIGIT,
        re.compile(
            r"(?<!\d)(?=\d)"
            r"(?:\b\d{4}[-/.年]\d{1,2}(?:[-/.月]\d{1,2}日?)?|\b\d{1,2}[./]\d{1,2}(?:[./]\d{2,4})?\b"
            r"|\d{1,2}\s?月(?:\s?\d{1,2}\s?[日号]|初|中|底)?|\b\d{1,2}(?:st|nd|rd|th)\b"
            r"|\d{1,2}\s?[日号](?![机盘灯楼服柜线位口节卡槽绿红黄站炉库车门井院馆产]))"
        ),
        " <date> ",
    ),
    (
        re.compile("月"),
        re.compile(
            r"(?<![一二三四五六七八九十])[一二三四五六七八九十]{1,2}月"
            r"(?:[一二三四五六七八九十]{1,3}[日号]|初|中|底)?"
        ),
        " <date> ",
    ),
    (_DIGIT, re.compile(r"\b[a-z]{1,8}[#/-]?\d[\d/-]{2,20}(?<=\d)\b|#\d{2,12}"), " <ref> "),
    (_DIGIT, re.compile(r"(?<![\d+])\+?\d{1,5}(?:[ ()-]{1,2}\d{2,8}){1,4}(?!\d)"), " <phone> "),
    (_DIGIT, re.compile(r"(?<!\d)(?:1\d{10}|0\d{8,10})(?!\d)"), " <phone> "),
    (_DIGIT, re.compile(r"(?:ext\.?|extension|-|#|分机|转)\s?\d{2,5}\b"), " <phone> "),
    (_DIGIT, re.compile(r"\b\d[\d/-]{2,20}(?<=\d)\b"), " <ref> "),
)
_ENDS = str.maketrans(dict.fromkeys("?？", " <ask> \n") | dict.fromkeys("。！；…", "\n"))
_LATIN_ENDS = (". ", "! ", "; ")
_BULLETS = ("-", "*", "·", "•")
# what is left of punctuation once a text is in sentences
_BLANK = str.maketrans(
    dict.fromkeys('"$%&()*+,./:;=[\\]^`{|}~“”‘’（）【】《》「」『』〈〉、：·•—–～！!', " ")
)


def sentences(text: str) -> tuple[str, ...]:
    """Each sentence between blanks, with a place for every figure, date, link and address."""
    plain = text.translate(one_way()).lower().replace("\u2019", "'")
    for hint, pattern, place in _PLACES:
        if hint.search(plain):
            plain = pattern.sub(place, plain)
    whole = _unwrapped(plain).translate(_ENDS)
    for end in _LATIN_ENDS:
        whole = whole.replace(end, "\n")
    parts = (one.translate(_BLANK).split() for one in whole.split("\n"))
    return tuple(f" {' '.join(words)} " for words in parts if words)


@cache
def one_way() -> Mapping[int, str]:
    """Which character each is read as; words that are looked up have to be read the same way."""
    return {**simplified(), **_OWN}


def _unwrapped(text: str) -> str:
    """A paragraph a line: an empty line ends one, a bullet begins one."""
    lines = (line.strip() for line in text.split("\n"))
    return " ".join(f"\n{line}" if not line or line[0] in _BULLETS else line for line in lines)
