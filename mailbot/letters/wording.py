"""Small pieces of wording that depend on the language: dates, sizes, gaps, names of facts."""

import re
import unicodedata
from collections.abc import Mapping
from datetime import datetime
from types import MappingProxyType

GAPS: Mapping[str, str] = MappingProxyType(
    {"zh": "【请工程师填写】", "en": "[engineer: please answer]"}
)
SOMEBODY: Mapping[str, str] = MappingProxyType({"zh": "工程师", "en": "our engineer"})
MASK = "••••••"

_FACTS: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        "zh": MappingProxyType(
            {
                "error_code": "错误代码", "bugcheck": "蓝屏代码", "os_version": "系统版本",
                "system_version": "系统版本", "product": "产品", "version": "版本",
                "product_version": "产品版本",
                "driver": "驱动", "module": "模块",
                "machines": "受影响的机器", "since": "开始时间", "changed_before": "此前的变动",
                "file": "文件",
            }
        ),
        "en": MappingProxyType(
            {"os_version": "System version", "changed_before": "What changed before"}
        ),
    }
)  # fmt: skip
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
_CJK = re.compile("[\u3400-\u9fff]")
_LETTER = re.compile(r"[^\W\d_]")
_SEAL = re.compile(r"\[sealed:[^\[\]\s]*\]")
_KIBI = 1024
_LONGEST = 300
_ROUND_FROM = 10


def has_gap(text: str) -> bool:
    """Whether a letter still has a gap that only an engineer can fill."""
    return any(gap in text for gap in GAPS.values())


def count_gaps(text: str) -> int:
    """How many gaps a letter has."""
    return sum(text.count(gap) for gap in GAPS.values())


def filled(text: str, words: str) -> str:
    """``text`` with ``words`` in its first gap, indented as that is; unchanged without a gap."""
    gaps = "|".join(map(re.escape, GAPS.values()))
    gap = re.search(rf"^([ \t]*)(?:{gaps})", text, re.MULTILINE)
    if gap is None:
        return text
    lines = (f"{gap[1]}{line}".rstrip() for line in words.strip().splitlines())
    return text[: gap.start()] + "\n".join(lines) + text[gap.end() :]


def day(moment: datetime, lang: str, year: int) -> str:
    """5月7日, 7 May; with its year where that is not ``year``."""
    if lang == "zh":
        said = f"{moment.month}月{moment.day}日"
        return said if moment.year == year else f"{moment.year}年{said}"
    said = f"{moment.day} {_MONTHS[moment.month - 1]}"
    return said if moment.year == year else f"{said} {moment.year}"


def size(count: int) -> str:
    """1.2 GB, 16 GB, 340 KB: as a file manager shows it."""
    amount, unit = float(count), "B"
    for larger in ("KB", "MB", "GB", "TB"):
        if round(amount) < _KIBI:
            break
        amount, unit = amount / _KIBI, larger
    whole = unit == "B" or amount >= _ROUND_FROM
    said = f"{amount:.0f}" if whole else f"{amount:.1f}".removesuffix(".0")
    return f"{said} {unit}"


def fact_label(name: str, lang: str) -> str:
    return _FACTS[lang].get(name) or name.replace("_", " ").capitalize()


def is_chinese(text: str) -> bool:
    return bool(_CJK.search(text))


def fitting(text: str, lang: str) -> str:
    """A text of the configuration, if a reader of this language can read it; else ''."""
    readable = is_chinese(text) == (lang == "zh") or not _LETTER.search(text)
    return text if readable else ""


def one_line(text: str) -> str:
    """A value from a mail as it may stand in a sentence: no breaks, nothing invisible, no seal."""
    head = text[: 2 * _LONGEST]
    shown = head if head.isprintable() else "".join(map(_visible, head))
    line = " ".join(without_seals(shown).split())
    return line if len(line) <= _LONGEST else line[: _LONGEST - 1] + "…"


def own_words(text: str) -> str:
    """Somebody's text, line by line as they wrote it: nothing invisible, no seal, indented."""
    shown = "\n".join(
        line if line.isprintable() else "".join(map(_visible, line)) for line in text.splitlines()
    )
    return indented(without_seals(shown))


def indented(text: str) -> str:
    """A text as a block of its own: in the HTML part it keeps its lines."""
    return "\n".join(f"    {line}".rstrip() for line in text.strip("\n").split("\n"))


def among(name: str, lang: str) -> str:
    """A name between Chinese words: one in Latin letters stands off from them."""
    return f" {name} " if lang == "zh" and not is_chinese(name) else name


def _visible(char: str) -> str:
    kind = unicodedata.category(char)
    if kind in ("Cf", "Cs", "Co", "Cn"):
        return ""
    return " " if kind in ("Cc", "Zl", "Zp") else char


def without_seals(text: str, but: str = "") -> str:
    """``text`` with a mask for every seal: when a letter is composed each seal becomes a secret."""
    return _SEAL.sub(lambda found: found[0] if found[0] == but else MASK, text)
