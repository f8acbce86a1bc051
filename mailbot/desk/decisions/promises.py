"""What customers promise: named in a mail, moved by a later one, kept by what comes, or broken."""

from dataclasses import replace

from mailbot.because import Because
from mailbot.desk.case.promise import Promise, PromiseState
from mailbot.desk.case.reading import Reading
from mailbot.desk.decisions import arrival
from mailbot.desk.decisions.sheet import Sheet
from mailbot.understanding.intent import Effect
from mailbot.understanding.understood import Understanding

PROMISE = "promise"


def keep_promise(sheet: Sheet, said: Understanding) -> None:
    """A mail that names a day promises; the day named before is moved."""
    until = said.moment(PROMISE)
    if until is None:
        return
    open_one = sheet.clocks.open_promise
    sentence = next(one.evidence for one in said.facts if one.name == PROMISE)
    if open_one is not None and open_one.until.date() != until.date():
        _say_moved(sheet, open_one, until.date().isoformat())
    else:
        sheet.say(Because.NAMES_DATE(day=until.date().isoformat()))
    before = sheet.clocks.settled(PromiseState.MOVED).promises
    sheet.clocks = replace(sheet.clocks, promises=(*before, Promise(until, sheet.now, sentence)))


def _say_moved(sheet: Sheet, open_one: Promise, day: str) -> None:
    sheet.say(Because.MOVES_DATE(day=open_one.until.date().isoformat(), until=day))


def kept_by_mail(sheet: Sheet, mail: Reading) -> None:
    """By a file, or the result of a step; by "uploaded" only where nobody can see the server."""
    effects = sheet.rules.effects(mail.said)
    has_data = Effect.BRINGS_DATA in effects
    if (has_data and (mail.files or not arrival.server_is_seen(sheet))) or (
        not has_data and Effect.TELLS_RESULT in effects
    ):
        kept(sheet)


def kept(sheet: Sheet) -> None:
    """What they owed is here."""
    open_one = sheet.clocks.open_promise
    if open_one is not None:
        sheet.say(Because.PROMISE_KEPT(day=open_one.until.date().isoformat()))
        sheet.clocks = sheet.clocks.settled(PromiseState.KEPT)


def broken(sheet: Sheet) -> None:
    """The day is over, and nothing came."""
    open_one = sheet.clocks.open_promise
    if open_one is not None:
        sheet.say(Because.PROMISE_BROKEN(day=open_one.until.date().isoformat()))
        sheet.clocks = sheet.clocks.settled(PromiseState.BROKEN)
