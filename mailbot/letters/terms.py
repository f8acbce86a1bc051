"""How the terms inside a sentence are called: letters, days, sizes, kinds of evidence."""

import re
from collections.abc import Callable, Mapping
from datetime import date, datetime, time
from types import MappingProxyType

from mailbot.letters.wording import day, size

_Words = tuple[str, str]

_TERMS: Mapping[str, _Words] = MappingProxyType(
    {
        "quote": ("引用内容", "quote"),
        "number": ("案例编号", "case number"),
        "subject": ("邮件主题", "subject"),
        "only_case": ("其唯一未结案例", "mail on its writer's only open case"),
        "none": ("没有验证结果", "no verdict"),
        "fail": ("验证失败", "failed"),
        "customer": ("客户", "a customer"),
        "staff": ("内部人员", "one of us"),
        "second_line": ("二线", "the second line"),
        "admin": ("管理员", "the administrator"),
        "the sender": ("发件人地址", "the sender"),
        "the letter": ("邮件内容", "the letter"),
        "files": ("文件", "files"),
        "a part": ("一个附件", "a part"),
        "follow_up": ("跟进提醒", "reminder"),
        "watch_end": ("结案预告", "closing notice"),
        "auto_reply": ("自动回复", "automatic reply"),
        "bounce": ("退信", "bounce"),
        "delay_notice": ("延迟通知", "delay notice"),
        "bulk": ("群发邮件", "bulk mail"),
    }
)
_BEGINNING: _Words = ("案例建立", "the beginning")
_MOMENT = re.compile(r"(\d+)-(\d+) (\d+:\d+)")
# a year that no date has: a date is written with its own
_NO_YEAR = 0


def term(kind: str, value: str, lang: str) -> str:
    """A value in a sentence as this language calls it; what has no name there stays."""
    way = _WAYS.get(kind)
    return way(value, lang) if way is not None else value


def _pick(words: _Words | None, lang: str) -> str:
    return "" if words is None else words[lang != "zh"]


def _known(value: str, lang: str) -> str:
    return _pick(_TERMS.get(value), lang) or value


def _day(value: str, lang: str) -> str:
    try:
        there = date.fromisoformat(value)
    except ValueError:
        return _pick(_BEGINNING, lang)
    return day(datetime.combine(there, time()), lang, _NO_YEAR)


def _moment(value: str, lang: str) -> str:
    return _MOMENT.sub(_moment_zh, value) if lang == "zh" else value


def _hour(value: str, lang: str) -> str:
    try:
        there = datetime.fromisoformat(value)
    except ValueError:
        return value
    return f"{day(there, lang, _NO_YEAR)} {there:%H:%M}"


def _moment_zh(found: re.Match[str]) -> str:
    return f"{int(found[1])}月{int(found[2])}日 {found[3]}"


def _size(value: str, lang: str) -> str:
    del lang
    return size(int(value))


def _several(value: str, lang: str) -> str:
    return value.replace(", ", "、") if lang == "zh" else value


def _aside(value: str, lang: str) -> str:
    """In brackets, where there is something to say."""
    if not value:
        return ""
    return f"（{value}）" if lang == "zh" else f" ({value})"


_WAYS: Mapping[str, Callable[[str, str], str]] = MappingProxyType(
    {
        "day": _day,
        "until": _day,
        "moment": _moment,
        "hour": _hour,
        "due": _known,
        "kind": _known,
        "size": _size,
        "to": _several,
        "cases": _several,
        "known": _several,
        "status": _aside,
        "evidence": _known,
        "trust": _known,
        "audience": _known,
        "other": _known,
        "part": _known,
    }
)
