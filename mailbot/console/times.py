"""Times as a person says them: the exact one stands in the title."""

from datetime import datetime, timedelta

_MINUTE, _HOUR, _DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)
_JUST_NOW = timedelta(seconds=45)
_WEEK = 7


def said(at: datetime, now: datetime, lang: str) -> str:
    """``5 分钟前``, ``in 2 h``, ``3 d ago``; beyond a week the day. Both in the desk's zone."""
    apart = now - at
    if abs(apart) < _JUST_NOW:
        return "刚刚" if lang == "zh" else "just now"
    if abs(apart) >= _WEEK * _DAY:
        return at.strftime("%Y-%m-%d")
    span = length(abs(apart), lang)
    if apart > timedelta():
        return f"{span}前" if lang == "zh" else f"{span} ago"
    return f"{span}后" if lang == "zh" else f"in {span}"


def length(span: timedelta, lang: str) -> str:
    """``3 天``, ``5 h``, ``12 min``."""
    if span >= _DAY:
        return f"{span // _DAY} 天" if lang == "zh" else f"{span // _DAY} d"
    if span >= _HOUR:
        return f"{span // _HOUR} 小时" if lang == "zh" else f"{span // _HOUR} h"
    return f"{span // _MINUTE} 分钟" if lang == "zh" else f"{span // _MINUTE} min"


def exact(at: datetime) -> str:
    """``2026-03-20 10:05 +08:00``."""
    return f"{at:%Y-%m-%d %H:%M} {at:%z}"
