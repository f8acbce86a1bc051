"""What thirty-six days came to: counted from what happened and from the SMTP log."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta

from rich.table import Table

from mailbot.bot.happenings import (
    AccountChange,
    AccountChanged,
    Decided,
    Happening,
    LetterMoved,
    Move,
    Received,
)
from mailbot.demo.setting import DAYS
from mailbot.desk.case.draft import Audience
from mailbot.desk.case.reading import Reading
from mailbot.desk.people.role import Role

_MINUTE = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Summary:
    """The figures of one demo."""

    happened: Sequence[Happening]
    delivered: int
    held: int
    failed: int

    def rows(self) -> Iterator[tuple[str, str]]:
        """Each figure with its words."""
        letters = [
            one for one in self._letters(Move.SENT) if one.draft.audience is not Audience.STAFF
        ]
        alone = [one for one in letters if not one.draft.approved_by]
        read = [one.mail for one in self.happened if isinstance(one, Received)]
        yield "days played", str(DAYS)
        yield "mails that went over real SMTP", str(self.delivered)
        yield "mails read and filed by the bot", str(len(read))
        yield "letters it sent by itself", str(len(alone))
        yield "letters it drafted and an engineer said yes to", str(len(letters) - len(alone))
        yield "longest wait for a letter that needs no yes", self._longest_wait(alone)
        yield "reminders announced, sent, withdrawn", self._reminders()
        yield "absence notices and the like answered", self._machines_answered(read)
        yield (
            "upload logins opened, shut",
            f"{self._accounts(AccountChange.OPENED)}, {self._accounts(AccountChange.SHUT)}",
        )
        yield "checked against the real servers", f"{self.held} of {self.held + self.failed} held"

    def table(self) -> Table:
        """The rows, for the terminal."""
        table = Table(show_header=False, border_style="bright_black", padding=(0, 2))
        table.add_column()
        table.add_column(justify="right", style="bold")
        for words, figure in self.rows():
            table.add_row(words, figure)
        return table

    def _letters(self, mode: Move) -> list[LetterMoved]:
        moved = (one for one in self.happened if isinstance(one, LetterMoved))
        return [one for one in moved if one.mode is mode]

    def _longest_wait(self, letters: Sequence[LetterMoved]) -> str:
        waits = [one.at - one.draft.arrived for one in letters if one.draft.arrived is not None]
        longest = max(waits, default=timedelta())
        return "under a minute" if longest < _MINUTE else f"{longest // _MINUTE} min"

    def _reminders(self) -> str:
        listed = {
            (one.case, reason)
            for one in self.happened
            if isinstance(one, Decided) and one.event == "ListPrinted"
            for reason in one.because
            if "follow_up" in str(reason)
        }
        announced = len(listed)
        sent = sum("reminder" in one.draft.letters for one in self._letters(Move.SENT))
        return f"{announced}, {sent}, {announced - sent}"

    def _machines_answered(self, read: Sequence[Reading]) -> str:
        machines = [mail.message_id for mail in read if mail.role is Role.MACHINE]
        answered = [one for one in self._letters(Move.SENT) if one.draft.answers in machines]
        return f"{len(answered)} of {len(machines)}"

    def _accounts(self, change: AccountChange) -> int:
        changed = (one for one in self.happened if isinstance(one, AccountChanged))
        return sum(one.origin is change for one in changed)


NEXT = (
    ("mailbot init", "writes a config for your own mailbox, by asking"),
    ("mailbot check", "finds every fault in it before the first mail"),
    ("mailbot replay FOLDER", "what it would have done with your past mail, sending nothing"),
    ("mailbot explain MAIL.eml", "how it reads one mail, and the words that gave it away"),
)


def what_next() -> Table:
    """What somebody who has seen the demo tries next."""
    table = Table.grid(padding=(0, 3))
    for command, does in NEXT:
        table.add_row(f"  [bold green]{command}[/]", does)
    return table
