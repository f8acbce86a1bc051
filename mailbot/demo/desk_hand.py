"""The engineer's hand at the desk: what she orders in the terminal, the demo orders here."""

from dataclasses import dataclass, field

from mailbot.bot.happenings import Happening, LetterMoved, Move
from mailbot.bot.orders import Orders
from mailbot.desk.case.draft import Draft
from mailbot.errors import OrderError


@dataclass(slots=True)
class DeskHand:
    """Knows which drafts wait, as `mailbot drafts` would list them."""

    by: str
    waiting: dict[str, Draft] = field(default_factory=dict)

    def see(self, happening: Happening) -> None:
        """Keep the list of what waits for a yes."""
        if not isinstance(happening, LetterMoved):
            return
        if happening.mode is Move.DRAFTED:
            self.waiting[happening.draft.id] = happening.draft
        else:
            self.waiting.pop(happening.draft.id, None)

    def approve(self, orders: Orders, letter: str) -> None:
        """`mailbot approve`: say yes to the newest draft with this letter in it ("" for any)."""
        draft_id = self._newest(letter)
        orders.approve(draft_id, self.by)
        self.waiting.pop(draft_id, None)

    def _newest(self, letter: str) -> str:
        for draft in reversed(self.waiting.values()):
            if not letter or letter in draft.letters:
                return draft.id
        raise OrderError(f"no {letter or 'draft'} waits for a yes")
