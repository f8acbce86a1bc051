"""The Python codec for a charset label in mail: often a superset of what it names."""

import codecs
import re
from functools import lru_cache
from types import MappingProxyType

from mailbot.mail.charset import iso2022

_GB = ("gb", "x-gb", "cp936", "ms936", "cn-gb", "euc-cn", "euccn", "chinese", "csgb")
# Python also has codecs that are no charsets: hex, zip, unicode_escape
_TEXTUAL = (
    "big5", "cp", "euc", "gb", "hp-roman8", "hz", "iso", "johab", "koi8", "kz1048", "mac",
    "ptcp154", "shift", "tis", "utf",
)  # fmt: skip
_SEVEN_BIT = ("iso2022", iso2022.NAME, "hz", "utf-7")
_WIDE = ("utf-16", "utf-32")
_LONGEST_LABEL = 40
# what mail programs really write under these labels (WHATWG Encoding, 4.2)
_WIDER = MappingProxyType(
    {
        "iso8859-1": "cp1252",
        "iso8859-9": "cp1254",
        "iso8859-11": "cp874",
        "tis-620": "cp874",
        "shift_jis": "cp932",
        "shift_jis-2004": "cp932",
        "euc_kr": "cp949",
        "johab": "cp949",
        "big5": "cp950",
        "cp950": "cp950",
        "iso2022_jp": iso2022.NAME,
        "iso2022_jp_1": iso2022.NAME,
    }
)
_ALIASES = MappingProxyType(
    {
        "windows-874": "cp874",
        "dos-874": "cp874",
        "ks_c_5601-1987": "cp949",
        "ks_c_5601": "cp949",
        "ksc5601": "cp949",
        "windows-949": "cp949",
        "windows-31j": "cp932",
        "x-sjis": "cp932",
        "x-euc-jp": "euc_jp",
        "x-x-big5": "cp950",
        "big5-hkscs": "big5hkscs",
        "unicode-1-1-utf-7": "utf-7",
        "unicode-1-1-utf-8": "utf-8",
        "utf8mb4": "utf-8",
        "iso-8859-8-i": "iso8859-8",
        "iso-8859-8-e": "iso8859-8",
        "iso-8859-6-i": "iso8859-6",
        "iso-8859-6-e": "iso8859-6",
        "visual": "iso8859-8",
        "logical": "iso8859-8",
    }
)


# HTML declares its charset within its first 1,024 bytes (WHATWG HTML, 4.2.5.4)
_PRESCAN = 1_024
_META = re.compile(rb"<meta\b[^<>]{0,200}?\bcharset\s{0,9}=\s{0,9}[\"']?([\w.:-]{1,40})", re.I)


def declared_by(html: bytes) -> str:
    """The charset that an HTML text declares, or ''."""
    found = _META.search(html[:_PRESCAN])
    return found[1].decode("ascii", "ignore") if found else ""


@lru_cache(maxsize=128)
def codec_of(label: str) -> str:
    """The Python codec for a label; '' for an unknown one, and for ASCII, which proves nothing.

    Careless programs label everything `us-ascii`.
    """
    name = label.strip().strip("\"'").lower()[:_LONGEST_LABEL]
    if name.startswith(_GB):
        return "gb18030"
    for known in (_ALIASES.get(name, name), name.removeprefix("x-"), name.removeprefix("cs")):
        try:
            found = codecs.lookup(known).name
        except (LookupError, ValueError, UnicodeError):
            continue
        return _WIDER.get(found, found) if found.startswith(_TEXTUAL) else ""
    return ""


def is_seven_bit(codec: str) -> bool:
    """Whether text in this charset is all 7-bit, with escapes or base64."""
    return codec.startswith(_SEVEN_BIT)


def is_wide(codec: str) -> bool:
    """Whether the charset has 16- or 32-bit units, so that no other one fits its text."""
    return codec.startswith(_WIDE)
