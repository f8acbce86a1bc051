"""What an engineer who is back hears: what happened in their cases, and what waits for them."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime

from mailbot.absent import Absent
from mailbot.because import Because
from mailbot.bot.engine import Engine
from mailbot.bot.outbound.internal_letter import while_away
from mailbot.desk.case.case import Case
from mailbot.desk.case.draft import Audience, Content
from mailbot.desk.case.events import CustomerWrote
from mailbot.desk.case.rulebook import Occasion
from mailbot.desk.decisions.new_draft import new_draft
from mailbot.reasons import Reason

_TOLD = frozenset(
    {
        Because.APPROVED, Because.REJECTED, Because.REJECTED_BECAUSE, Because.LEFT,
        Because.CLOSED_BY, Because.SOLVED, Because.NOT_HEARD_AFTER_NOTICE,
    }
)  # fmt: skip


def tell(engine: Engine, engineer: str, since: datetime) -> None:
    """Queue one letter for this absence; none where nothing happened."""
    lines = _lines(engine, engineer, since)
    if not lines:
        return
    now = engine.clock.now()
    content = Content(notes=lines)
    sheet = new_draft((Occasion.BACK_AGAIN,), Audience.STAFF, (engineer,), now, content)
    nobody = Case(id="", title="", opened=now)
    written = engine.scribe.letters.write(replace(sheet, lang=engine.rules.lang), nobody, {})
    engine.outbox.queue_internal(while_away(since, engineer), written, now)


def _lines(engine: Engine, engineer: str, since: datetime) -> tuple[Reason, ...]:
    """One for each case; what waits is told only beside something that happened."""
    moved = engine.state.case_lists.of_engineer_since(engineer, since)
    happened = {case.id: tuple(_happened(engine, case, since)) for case in moved}
    if not any(happened.values()):
        return ()
    waiting = (
        one for one in engine.state.case_lists.with_drafts() if one.parties.engineer == engineer
    )
    cases = {case.id: case for case in (*moved, *waiting)}
    lines = ((case, (*happened.get(case.id, ()), *_waits(case))) for case in cases.values())
    return tuple(
        Absent.IN_A_CASE(name=f"{case.id} {case.title}", reasons=reasons)
        for case, reasons in lines
        if reasons
    )


def _happened(engine: Engine, case: Case, since: datetime) -> Iterator[Reason]:
    entries = [one for one in engine.state.cases.journal(case.id) if one.at > since]
    mails = sum(one.what == CustomerWrote.__name__ for one in entries)
    if mails:
        yield Absent.MAILS_CAME(count=str(mails))
    for entry in entries:
        yield from (
            one for one in entry.because if one.kind in _TOLD and not _is_among_us(engine, one)
        )


def _is_among_us(engine: Engine, because: Reason) -> bool:
    """Whether it says that a letter to one of our own people left."""
    names = str(because.parts.get("letters", "")).split("+")
    specs = (engine.rules.letters.get(one) for one in names)
    return any(one is not None and one.audience is Audience.STAFF for one in specs)


def _waits(case: Case) -> Sequence[Reason]:
    return [Because.WAITS_FOR_YES(draft=one.id) for one in case.drafts if one.waits]
