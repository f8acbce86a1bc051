"""What must hold however often the bot was killed: checked from outside, then from within."""

from collections.abc import Callable, Iterator
from typing import Any

from tests.faults.rig import Ending

# a start after a kill may look again at what was under way, and at no more than that
MORE_STEPS = 20


def broken(ending: Ending, usual: Ending) -> list[str]:
    """Every promise that this ending breaks; ``usual`` is the ending without a kill."""
    return [says for check in _PROMISES for says in check(ending, usual)]


def _each_letter_came_once(ending: Ending, usual: Ending) -> Iterator[str]:
    if sorted(ending.letters) != sorted(usual.letters):
        yield f"the customer got {ending.letters}, and should have got {usual.letters}"


def _nobody_got_one_twice(ending: Ending, usual: Ending) -> Iterator[str]:
    del usual
    yield from (f"sent twice: {letter}" for letter in ending.twice)


def _the_password_works(ending: Ending, usual: Ending) -> Iterator[str]:
    del usual
    if not ending.password_works:
        yield "the password in the letter is not the one the server knows"


def _each_mail_has_one_verdict(ending: Ending, usual: Ending) -> Iterator[str]:
    rows = _inbox(ending)
    if sorted(uid for uid, *_ in rows) != list(range(1, ending.delivered + 1)):
        yield f"{ending.delivered} mails lie in the mailbox, {len(rows)} in the state"
    yield from (f"{uid} has the verdict {v}" for uid, v, _ in rows if v in (None, "quarantined"))
    handled, people = _handled(ending), len(_handled(usual))
    if len(handled) != people or len(set(handled)) != people:
        yield f"{len(handled)} mails were handled, people wrote {people}"


def _inbox(ending: Ending) -> list[tuple[int, str | None, int]]:
    return [(uid, *rest) for folder, uid, *rest in ending.told["mails"] if folder == "INBOX"]


def _handled(ending: Ending) -> list[int]:
    return [key for _, verdict, key in _inbox(ending) if verdict == "handled"]


def _each_mail_stands_once_in_the_journal(ending: Ending, usual: Ending) -> Iterator[str]:
    for what in ("CustomerWrote", "EngineerWrote"):
        if dict(ending.told["journal"]).get(what) != dict(usual.told["journal"]).get(what):
            yield f"the journal has other {what} than usual: {ending.told['journal']}"


def _the_desk_ends_alike(ending: Ending, usual: Ending) -> Iterator[str]:
    for what in ("cases", "accounts"):
        if ending.told[what] != usual.told[what]:
            yield f"{what} are {ending.told[what]}, usually {usual.told[what]}"


def _nothing_is_stuck(ending: Ending, usual: Ending) -> Iterator[str]:
    del usual
    stuck = [row for row in ending.told["outbox"] if row[2] not in _SETTLED]
    yield from (f"{letters} is still {state}" for _, letters, state in stuck)


def _drafts_hold_what_waits(ending: Ending, usual: Ending) -> Iterator[str]:
    if ending.in_drafts != usual.in_drafts:
        yield f"{ending.in_drafts} mails lie in Drafts, usually {usual.in_drafts}"


def _it_starts_in_few_steps(ending: Ending, usual: Ending) -> Iterator[str]:
    if ending.longest_start > usual.longest_start + MORE_STEPS:
        yield f"it started in {ending.longest_start} steps, usually {usual.longest_start}"


_SETTLED = ("sent", "withdrawn", "asked", "bundled")
_PROMISES: tuple[Callable[[Ending, Ending], Iterator[Any]], ...] = (
    _each_letter_came_once,
    _nobody_got_one_twice,
    _the_password_works,
    _each_mail_has_one_verdict,
    _each_mail_stands_once_in_the_journal,
    _the_desk_ends_alike,
    _nothing_is_stuck,
    _drafts_hold_what_waits,
    _it_starts_in_few_steps,
)
