"""The morning's list: what leaves by itself today, what waits for a yes, what we owe."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from mailbot.because import Because
from mailbot.bot.engine import Engine
from mailbot.bot.outbound.internal_letter import morning_list
from mailbot.desk.case.case import Case
from mailbot.desk.case.draft import Audience, Content, DraftState
from mailbot.desk.case.life import Status
from mailbot.desk.case.promise import PromiseState
from mailbot.desk.case.rulebook import Occasion
from mailbot.desk.decisions import due
from mailbot.desk.decisions.due import DueKind
from mailbot.desk.decisions.login_by_mail import waits_for_admin
from mailbot.desk.decisions.new_draft import new_draft
from mailbot.reasons import Reason


def print_list(engine: Engine) -> None:
    """Announce what leaves by itself, and send each engineer the list of their cases.

    On a day off nothing is listed: the list of the working day before covers it.
    """
    now, calendar = engine.clock.now(), engine.rules.calendar
    today = calendar.local(now).date()
    if not calendar.is_working_day(today):
        return
    begins, until = calendar.list_window(today)
    engine.announce(until)
    for engineer, lines in _by_engineer(engine, begins, until).items():
        content = Content(notes=tuple(lines))
        sheet = new_draft((Occasion.MORNING,), Audience.STAFF, (engineer,), now, content)
        nobody = Case(id="", title="", opened=now)
        written = engine.scribe.letters.write(replace(sheet, lang=engine.rules.lang), nobody, {})
        engine.outbox.queue_internal(morning_list(today, engineer), written, now)


def _by_engineer(engine: Engine, begins: datetime, until: datetime) -> Mapping[str, list[Reason]]:
    lists: dict[str, list[Reason]] = defaultdict(list)
    for case in _shown(engine):
        readers = _readers(engine, case)
        for line in _lines(engine, case, begins, until):
            for reader in readers:
                lists[reader].append(line)
    for reader in engine.rules.notify:
        lists[reader].extend(_of_the_desk(engine))
    kept = len(engine.state.verdicts.quarantined())
    if kept:
        for reader in engine.rules.notify:
            lists[reader].append(Because.MAILS_UNREAD(count=kept))
    return {reader: lines for reader, lines in lists.items() if lines}


def _readers(engine: Engine, case: Case) -> Sequence[str]:
    """The engineer has it on their list when they are back; who stands in has it today."""
    engineer = case.parties.engineer
    if not engineer:
        return engine.rules.notify
    stands_in = engine.state.presences.duty(engine.clock.now()).reader(engineer)
    return tuple(dict.fromkeys(filter(None, (engineer, stands_in))))


def _shown(engine: Engine) -> Iterable[Case]:
    """The open cases, and closed ones whose last letter still waits for a yes."""
    cases = (*engine.state.case_lists.open(), *engine.state.case_lists.with_drafts())
    return {case.id: case for case in cases}.values()


def _lines(engine: Engine, case: Case, begins: datetime, until: datetime) -> Iterator[Reason]:
    name = f"{case.id} {case.title}"
    for reason in _of_case(engine, case, begins, until):
        yield Because.OF_A_CASE(name=name, reason=reason)


def _of_case(engine: Engine, case: Case, begins: datetime, until: datetime) -> Iterator[Reason]:
    local = engine.rules.calendar.local
    leaves = due.leaves_by_itself(case, engine.rules)
    if leaves is not None and begins <= leaves.at < until:
        follows_up = leaves.kind is DueKind.FOLLOW_UP
        kind = Because.REMINDER_LEAVES if follows_up else Because.NOTICE_LEAVES
        yield kind(moment=f"{local(leaves.at):%m-%d %H:%M}", case=case.id)
    for draft in _waiting(case):
        yield Because.WAITS_FOR_YES(draft=draft)
    for need in case.holds.needs:
        yield need.what
    admin = waits_for_admin(case, engine.rules)
    if admin is not None:
        yield admin
    promised = case.clocks.promised_answer
    if promised is not None and case.status is Status.OPEN and promised < until:
        yield Because.ANSWER_PROMISED(day=local(promised).date().isoformat())
    elif case.status is Status.OPEN and case.clocks.owe_nagged:
        yield Because.OUR_TURN()
    yield from _their_promise(engine, case, until)


def _their_promise(engine: Engine, case: Case, until: datetime) -> Iterator[Reason]:
    """What the customer promised for today, or for a day that is over."""
    last = case.clocks.promises[-1] if case.clocks.promises else None
    if last is None or case.status is not Status.WAITING or last.until >= until:
        return
    day = engine.rules.calendar.local(last.until).date().isoformat()
    if last.state is PromiseState.OPEN:
        yield Because.PROMISED_FOR(day=day, said=last.evidence)
    elif last.state is PromiseState.BROKEN:
        yield Because.PROMISE_BROKEN(day=day)


def _of_the_desk(engine: Engine) -> Iterator[Reason]:
    """What keeps letters back."""
    since = engine.state.notes.paused_since(engine.clock.now())
    if since is not None:
        local = engine.rules.calendar.local
        yield Because.PAUSED_SINCE(moment=f"{local(since):%m-%d %H:%M}")
    held = [case.id for case in engine.state.case_lists.open() if case.holds.are_placed]
    if held:
        yield Because.CASES_HELD(cases=", ".join(held))


def _waiting(case: Case) -> Iterable[str]:
    return (one.id for one in case.drafts if one.state is not DraftState.QUEUED)
