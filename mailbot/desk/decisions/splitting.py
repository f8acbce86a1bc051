"""Mails leave a case for another, and a join or a split is undone.

The rules: whoever appears only in the mails that left is no longer on the case; a draft to them, or
one that answers such a mail, is withdrawn, and their login on our server is shut. Items, uploads,
status and dates stay where they were, for nobody knows to which half they belong: both cases need
a look. A case made by a split begins nothing by itself before a whole interval.
"""

from dataclasses import replace

from mailbot.because import Because
from mailbot.desk.case.actions import Release, Withdraw
from mailbot.desk.case.case import Case
from mailbot.desk.case.draft import Audience, DraftState
from mailbot.desk.case.events import MailsSplitOff, PutBack, SplitOff
from mailbot.desk.case.reading import Reading
from mailbot.desk.decisions.login_by_mail import wanted_elsewhere
from mailbot.desk.decisions.orders import shut_accounts
from mailbot.desk.decisions.sheet import Sheet


def mails_split_off(sheet: Sheet, event: MailsSplitOff) -> None:
    ids = {mail.message_id for mail in event.moved if mail.message_id}
    gone = _people(event.moved) - _people(event.stay)
    because = Because.MOVED_MAILS(person=event.by, case=event.into)
    sheet.say(because)
    for draft in sheet.drafts:
        if draft.answers in ids or gone.intersection((*draft.to, *draft.cc)):
            sheet.order(Withdraw(draft, because))
            sheet.drop(draft)
    if gone:
        shut_accounts(sheet, because, tuple(sorted(gone)))
        wanted_elsewhere(sheet, gone, because)
    asked = {question for mail in event.moved for question in mail.said.questions}
    last = next((mail.message_id for mail in reversed(event.stay) if mail.message_id), "")
    sheet.parties = sheet.parties.without(gone)
    sheet.talk = sheet.talk.without(ids, last)
    questions = tuple(one for one in sheet.talk.questions if one not in asked)
    since = sheet.talk.question_since if questions else None
    sheet.talk = replace(sheet.talk, questions=questions, question_since=since)
    sheet.need(Because.MAILS_WENT(case=event.into))


def split_off(sheet: Sheet, event: SplitOff) -> None:
    sheet.say(Because.MADE_OF_MAILS(person=event.by, case=event.origin))
    sheet.case = replace(sheet.case, alive=True)
    sheet.clocks = replace(sheet.clocks, not_before=sheet.now + sheet.rules.follow_up_every)
    if sheet.clocks.owed_since is not None:
        sheet.clocks = replace(sheet.clocks, owed_since=sheet.now)
    if sheet.talk.question_since is not None:
        sheet.talk = replace(sheet.talk, question_since=sheet.now)
    sheet.need(Because.SPLIT_OFF(case=event.origin))


def put_back(sheet: Sheet, event: PutBack) -> None:
    """As it was; what was on its way is on its way again, under the same Message-ID."""
    now = {draft.id for draft in event.as_it_was.drafts}
    for draft in sheet.drafts:
        if draft.id not in now:
            sheet.order(Withdraw(draft, Because.UNDONE(person=event.by)))
    before = {draft.id for draft in sheet.drafts}
    # never reuse a draft number: the outbox takes a known id for already sent
    letters = max(sheet.case.letters, event.as_it_was.letters)
    sheet.case = replace(event.as_it_was, letters=letters)
    for draft in event.as_it_was.drafts:
        if draft.state is DraftState.QUEUED and draft.id not in before:
            sheet.order(Release(draft, sheet.now))
    sheet.say(Because.UNDONE(person=event.by))


def _people(mails: tuple[Reading, ...]) -> frozenset[str]:
    return frozenset(box.email for mail in mails for box in mail.everybody)


def unsent(case: Case, left: frozenset[str]) -> Case:
    """The case without the drafts that have left, or may have, in the meantime."""
    return replace(case, drafts=tuple(draft for draft in case.drafts if draft.id not in left))


def is_unchanged(case: Case, since: Case) -> bool:
    """Whether nothing but our own notes to the staff happened to it."""
    return _matter(case) == _matter(since)


def _matter(case: Case) -> Case:
    said = tuple(draft for draft in case.drafts if draft.audience is not Audience.STAFF)
    return replace(case, drafts=said, letters=0, clocks=replace(case.clocks, announced_for=None))
