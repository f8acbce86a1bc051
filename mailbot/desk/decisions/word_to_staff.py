"""What our own people hear of one decision, and who of them."""

from collections.abc import Iterator, Sequence
from datetime import datetime

from mailbot.desk.case.case import Case
from mailbot.desk.case.draft import Audience, Content, Draft
from mailbot.desk.case.rulebook import Occasion, Rules
from mailbot.desk.decisions.new_draft import new_draft
from mailbot.reasons import Reason


class WordToStaff:
    """Gathers it while the decision is made: at most one letter to each reader, and reminders."""

    def __init__(self) -> None:
        self._notes: list[Reason] = []
        self._to_lead = False
        self._drafts: list[str] = []
        self._reminders: dict[tuple[str, ...], list[str]] = {}

    def tell(self, note: Reason) -> None:
        """The case's engineer hears this."""
        if note not in self._notes:
            self._notes.append(note)

    def tell_lead(self, note: Reason) -> None:
        """The lead hears everything, beside the engineer."""
        self._to_lead = True
        self.tell(note)

    def show(self, draft: Draft) -> None:
        """A draft waits for the engineer's yes."""
        self._drafts.append(draft.id)

    def remind(self, to: Sequence[str], drafts: Sequence[Draft]) -> None:
        """These are shown once more, to these readers."""
        shown = self._reminders.setdefault(tuple(to), [])
        shown.extend(draft.id for draft in drafts if draft.id not in shown)

    def letters(self, case: Case, rules: Rules, now: datetime) -> Iterator[Draft]:
        """The letters it comes to; a draft that waits is shown to one reader alone."""
        drafts = _still_there(self._drafts, case)
        engineer, lead = readers(case, rules), rules.notify if self._to_lead else ()
        others = tuple(one for one in lead if one not in engineer)
        notes = tuple(self._notes)
        if drafts or not others:
            yield from _letter(engineer, notes, drafts, now)
            yield from _letter(others, notes, (), now)
        else:
            yield from _letter((*engineer, *others), notes, (), now)
        for to, shown in self._reminders.items():
            yield from _letter(to, (), _still_there(shown, case), now)


def readers(case: Case, rules: Rules) -> tuple[str, ...]:
    """The case's engineer; while they are away who stands in; the lead where there is nobody."""
    reader = rules.duty.reader(case.parties.engineer) if case.parties.engineer else ""
    if reader:
        return (reader,)
    # nobody stands in: the lead hears it now, the engineer once they are back
    return tuple(dict.fromkeys((*rules.notify, *filter(None, [case.parties.engineer]))))


def _letter(
    to: Sequence[str], notes: tuple[Reason, ...], drafts: tuple[str, ...], now: datetime
) -> Iterator[Draft]:
    needed = (Occasion.PERSON_NEEDED,) if notes else ()
    letters = ((Occasion.DRAFT_WAITS,) if drafts else ()) + needed
    if letters and to:
        content = Content(notes=notes, drafts=drafts)
        yield new_draft(letters, Audience.STAFF, to, now, content)


def _still_there(drafts: Sequence[str], case: Case) -> tuple[str, ...]:
    return tuple(one for one in drafts if case.draft(one) is not None)
