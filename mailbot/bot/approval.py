"""What an approval needs: the text that was seen, whole seals, days still ahead, an address."""

from collections.abc import Callable
from email.utils import parseaddr

from mailbot.bot.engine import Engine
from mailbot.desk.case.case import Case
from mailbot.desk.case.draft import Audience, Draft
from mailbot.desk.case.events import DraftOutdated
from mailbot.desk.decisions.dates_over import is_over
from mailbot.desk.people.role import Role
from mailbot.errors import OrderError
from mailbot.letters import wording
from mailbot.ports import Written
from mailbot.refusals import Refusal
from mailbot.understanding.secrets.seals import broken, line_of, seals


def check_seals(draft: Draft, written: Written, text: str, opens: Callable[[str], bool]) -> None:
    """A password leaves only where its seal stands whole: no other seal, and none cut out.

    ``text`` is what shall leave, ``opens`` whether a seal stands for a secret. Raises OrderError.
    """
    own = [seal for seal in seals(written.text) if draft.secret and opens(seal)]
    lines = ", ".join(f"`{line_of(seal, written.text)}`" for seal in own)
    wrong = broken(text, own)
    if wrong and own:
        raise OrderError(Refusal.SEAL_BROKEN(draft=draft.id, value=wrong[0], known=lines))
    if wrong:
        raise OrderError(Refusal.SEAL_STRANGE(draft=draft.id, value=wrong[0]))
    if any(seal not in text for seal in own):
        raise OrderError(Refusal.SEAL_GONE(draft=draft.id, known=lines))


def check_dates(engine: Engine, case: Case, draft: Draft, written: Written) -> None:
    """No letter leaves that promises a day which is over. Raises OrderError."""
    day = is_over(draft, engine.clock.now())
    if day is None:
        return
    local = engine.rules.calendar.local(day)
    if not draft.edited:
        engine.handle(case.id, DraftOutdated(draft.id))
        raise OrderError(Refusal.WRITTEN_ANEW(draft=draft.id, day=f"{local:%Y-%m-%d}"))
    if wording.day(local, draft.lang, local.year) in written.text:
        raise OrderError(Refusal.NAMES_PAST_DAY(draft=draft.id, day=f"{local:%Y-%m-%d}"))


def address_of(engine: Engine, draft: Draft, to: str) -> str:
    """Where a draft without an address goes; '' where it has one. Raises OrderError."""
    if draft.to:
        if to:
            raise OrderError(Refusal.ADDRESSED_ALREADY(draft=draft.id, to=", ".join(draft.to)))
        return ""
    people = engine.mailroom.intake.people
    address = parseaddr(to)[1].lower() or engine.rules.packets_to
    if draft.audience is not Audience.SECOND_LINE or not address:
        raise OrderError(Refusal.ADDRESS_WANTED(draft=draft.id))
    if to and people.claimed(address) is not Role.SECOND_LINE:
        raise OrderError(
            Refusal.NOT_OF_SECOND_LINE(to=to, known=", ".join(people.second_line))
            if people.second_line
            else Refusal.NO_SECOND_LINE()
        )
    return address
