"""Builds the rules: configuration, calendar, and every intent, item and guard in its folder."""

import importlib
import pkgutil
from collections.abc import Mapping
from datetime import date
from functools import cache
from types import MappingProxyType, ModuleType
from zoneinfo import ZoneInfo

import holidays

import mailbot.guards
import mailbot.intents
import mailbot.items
from mailbot.config import Calendar, Config, duration, hours
from mailbot.desk.case.rulebook import Guard, LetterSpec, Rules
from mailbot.desk.case.workdays import WorkCalendar
from mailbot.reasons import Wording
from mailbot.understanding.intent import Intent
from mailbot.understanding.item import Item

_YEARS = range(2000, 2051)


def read_rules(
    config: Config, letters: Mapping[str, LetterSpec], *, opens_accounts: bool, sees_server: bool
) -> Rules:
    """The rules of this desk, by its configuration and its doors."""
    return Rules(
        calendar=work_calendar(config.calendar),
        intents=read_intents(),
        items=read_items(),
        letters=letters,
        guards=read_guards(),
        lang=config.desk.language,
        notify=config.desk.notify,
        packets_to=config.desk.packets_to,
        admin=config.desk.admin.lower() if config.sftp.by_mail else "",
        follow_up_every=duration(config.follow_up.every),
        follow_up_at_most=config.follow_up.at_most,
        follow_up_working_days=config.follow_up.working_days,
        watch_lasts=duration(config.watch.lasts),
        close_after_notice=duration(config.close.after_notice),
        opens_accounts=opens_accounts,
        sees_server=sees_server,
    )


def work_calendar(section: Calendar) -> WorkCalendar:
    """Hours, holidays and make-up working days; what the section names itself wins."""
    opens, closes = hours(section.hours)
    off, on = _national(section.country)
    own_off = frozenset(map(date.fromisoformat, section.days_off))
    own_on = frozenset(map(date.fromisoformat, section.make_up_days))
    return WorkCalendar(
        ZoneInfo(section.timezone), opens, closes, (off | own_off) - own_on, (on | own_on) - own_off
    )


def make_up_days_known(section: Calendar, year: int) -> bool:
    """Whether the make-up working days of a year are published, where the country has any."""
    _, on = _national(section.country)
    named = any(day.startswith(str(year)) for day in section.make_up_days)
    return named or not on or any(day.year == year for day in on)


@cache
def _national(country: str) -> tuple[frozenset[date], frozenset[date]]:
    if not country:
        return frozenset(), frozenset()
    days = holidays.country_holidays(country, years=_YEARS)
    return frozenset(days), frozenset(getattr(days, "weekend_workdays", ()))


def read_intents() -> Mapping[str, Intent]:
    """Every intent that lies in `mailbot/intents`."""
    return _intents(tuple(_doors(mailbot.intents)))


def read_items() -> Mapping[str, Item]:
    """Every item that lies in `mailbot/items`."""
    return _items(tuple(_doors(mailbot.items)))


def read_guards() -> tuple[Guard, ...]:
    """Every guard that lies in `mailbot/guards`."""
    return tuple(
        Guard(
            name=one.__name__.rpartition(".")[2],
            veto=one.veto,
            final=getattr(one, "FINAL", False),
            says=tuple(value for value in vars(one).values() if isinstance(value, Wording)),
        )
        for one in _doors(mailbot.guards)
    )


@cache
def _intents(doors: tuple[ModuleType, ...]) -> Mapping[str, Intent]:
    """The same doors give the same mapping: their phrases are compiled once."""
    return MappingProxyType({one.INTENT.name: one.INTENT for one in doors})


@cache
def _items(doors: tuple[ModuleType, ...]) -> Mapping[str, Item]:
    return MappingProxyType({one.ITEM.name: one.ITEM for one in doors})


def _doors(package: ModuleType) -> list[ModuleType]:
    names = sorted(found.name for found in pkgutil.iter_modules(package.__path__))
    return [importlib.import_module(f"{package.__name__}.{name}") for name in names]
