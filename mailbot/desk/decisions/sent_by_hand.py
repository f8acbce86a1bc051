"""What people do with a draft in their own mail program: send it, or take it away."""

from dataclasses import replace

from mailbot.because import Because
from mailbot.desk.case.actions import Withdraw
from mailbot.desk.case.draft import Audience, DraftState
from mailbot.desk.case.events import DraftGone, DraftSentByHand, EngineerWrote, LetterLeft
from mailbot.desk.decisions.letter_fate import letter_left
from mailbot.desk.decisions.sheet import Sheet
from mailbot.desk.decisions.staff import (
    author,
    engineer_wrote,
    step_to_customer,
    unsent_to_customer,
)


def draft_sent(sheet: Sheet, event: DraftSentByHand) -> None:
    """It has left as if approved; what was changed in it is the engineer's own word."""
    draft, mail = sheet.case.draft(event.draft), event.mail
    if draft is None:
        engineer_wrote(sheet, EngineerWrote(mail))
        return
    if draft.secret:
        # nobody can send a password by hand: what left holds a seal
        sheet.need(Because.SEAL_SENT_BY_HAND(draft=draft.id))
        return
    if draft.state is DraftState.QUEUED:
        sheet.order(Withdraw(draft, Because.SENT_BY_HAND(draft=draft.id)))
    by = author(sheet, mail) or mail.sender.email
    mentions = mail.said.mentions if event.changed else draft.mentions
    edited = draft.edited or event.changed
    sheet.put(replace(draft, approved_by=by, edited=edited, mentions=mentions, gap=False))
    sheet.say(_how(event)(draft=draft.id))
    letter_left(sheet, LetterLeft(draft.id, mail.message_id))
    if draft.audience is Audience.CUSTOMER:
        sheet.withdraw(unsent_to_customer, Because.ENGINEER_SPOKE())
        if event.changed:
            step_to_customer(sheet, mail)


def draft_gone(sheet: Sheet, event: DraftGone) -> None:
    """Its engineer is asked what shall become of it; until then it waits."""
    draft = sheet.case.draft(event.draft)
    if draft is None or not draft.waits:
        return
    sheet.tell(Because.GONE_FROM_DRAFTS(draft=draft.id))
    sheet.show(draft)


def _how(event: DraftSentByHand) -> Because:
    return Because.SENT_BY_HAND_CHANGED if event.changed else Because.SENT_BY_HAND
