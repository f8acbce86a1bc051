"""Reads and checks values of the configuration: lengths of time, hours, addresses, hosts."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date, time, timedelta
from difflib import get_close_matches
from types import MappingProxyType
from typing import Any
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, available_timezones

import holidays

_UNITS = {"m": "minutes", "h": "hours", "d": "days", "w": "weeks"}
_HOURS = "write when the desk opens and closes, as in 09:00-18:00"
_MOST = 3650
_LONGEST = timedelta(days=_MOST)
_LAST_PORT = 65535
_COLONS = 2  # at least so many has an IPv6 address


def duration(text: str) -> timedelta:
    """`30m`, `4h`, `7d`, `2w` as a length of time."""
    amount, unit = text[:-1].strip(), text[-1]
    return timedelta(**{_UNITS[unit]: int(amount)})


def hours(text: str) -> tuple[time, time]:
    """`09:00-18:00` as opening and closing time."""
    opens, _, closes = text.partition("-")
    return time.fromisoformat(opens.strip()), time.fromisoformat(closes.strip())


def is_address(text: str) -> bool:
    """Whether it is written as a mail address is."""
    return re.fullmatch(r"[^@\s<>,;]+@[^@\s<>,;]+", text) is not None


def wrong_values(values: Iterable[tuple[str, object]]) -> Iterator[str]:
    """What can't be used of these values by dotted key, said as msgspec says it."""
    for key, value in values:
        try:
            MEANT.get(key, _anything)(value)
        except ValueError as error:
            yield f"{value!r} can't be used: {error} - at `$.{key}`"


def _anything(value: Any) -> None:
    del value


def _some_time(text: str) -> None:
    try:
        lasts = duration(text)
    except OverflowError:
        lasts = _LONGEST * 2
    if not lasts:
        raise ValueError("it lasts no time at all: write a longer one, as in 30m, 4h, 7d, 2w")
    if lasts > _LONGEST:
        raise ValueError("it lasts longer than ten years: write a shorter one, as in 2w")


def _counted(number: int) -> None:
    if not 0 <= number <= _MOST:
        raise ValueError(f"write a number from 0 to {_MOST}")


def _port(number: int) -> None:
    if not 0 < number <= _LAST_PORT:
        raise ValueError(f"write a port from 1 to {_LAST_PORT}")


def _own_port(number: int) -> None:
    """0 is any that is free."""
    if number:
        _port(number)


def _open_hours(text: str) -> None:
    try:
        opens, closes = hours(text)
    except ValueError as error:
        raise ValueError(_HOURS) from error
    if opens.tzinfo or closes.tzinfo:
        raise ValueError(f"the zone is calendar.timezone: {_HOURS}")
    if opens >= closes:
        raise ValueError(f"the desk must open before it closes: {_HOURS}")


def _day(text: str) -> None:
    try:
        date.fromisoformat(text)
    except ValueError as error:
        raise ValueError("write a date, as in 2026-12-31") from error


def _zone(text: str) -> None:
    try:
        ZoneInfo(text)
    except (ValueError, KeyError, OSError) as error:
        near = get_close_matches(text, available_timezones(), 1)
        mend = f"did you mean {near[0]}?" if near else "write one as in Asia/Shanghai"
        raise ValueError(f"there is no such time zone: {mend}") from error


def _country(text: str) -> None:
    if not text:
        return
    try:
        holidays.country_holidays(text)
    except (NotImplementedError, AttributeError, TypeError) as error:
        raise ValueError(
            'the holidays of no such country are known: write its two letters, as in CN, or "" '
            "for none"
        ) from error


def _address(text: str) -> None:
    if not is_address(text):
        raise ValueError("write a mail address, as in support@example.com")


def _host(text: str) -> None:
    """A name or an IPv6 address, and no URL."""
    if not re.fullmatch(r"[\w.-]*", text) and text.count(":") < _COLONS:
        raise ValueError("write only the name of the machine, as in imap.example.com")


def _web_address(text: str) -> None:
    if not text:
        return
    parts = urlsplit(text)
    if parts.scheme not in ("http", "https") or not parts.hostname or parts.query:
        raise ValueError("write where browsers find the pages, as in https://desk.example")


def _one_of(*words: str) -> Callable[[str], None]:
    def check(text: str) -> None:
        if text not in words:
            raise ValueError(f"write one of {', '.join(words)}")

    return check


MEANT: Mapping[str, Callable[[Any], None]] = MappingProxyType(
    {
        "desk.address": _address,
        "desk.language": _one_of("zh", "en"),
        "imap.host": _host,
        "imap.port": _port,
        "imap.poll": _some_time,
        "smtp.host": _host,
        "smtp.port": _port,
        "smtp.security": _one_of("tls", "starttls", "none"),
        "sftp.public_host": _host,
        "sftp.port": _own_port,
        "follow_up.every": _some_time,
        "follow_up.at_most": _counted,
        "follow_up.working_days": _counted,
        "watch.lasts": _some_time,
        "close.after_notice": _some_time,
        "calendar.timezone": _zone,
        "calendar.country": _country,
        "calendar.hours": _open_hours,
        "calendar.days_off": _day,
        "calendar.make_up_days": _day,
        "notices.link": _web_address,
        "privacy.days": _counted,
        "tool.minutes": _counted,
    }
)
