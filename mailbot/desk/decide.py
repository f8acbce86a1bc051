"""The one decision: what an event means for a case, and what is to be done.

`decide(case, event, now, rules)` is pure: the same four values give the same decision, at
night as in a replay. Each kind of event has its row in `_HANDLERS`; that is the whole program.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from types import MappingProxyType
from typing import Any

from mailbot.because import Because
from mailbot.desk.case import events, ordered
from mailbot.desk.case.actions import Decision
from mailbot.desk.case.case import Case
from mailbot.desk.case.events import Event
from mailbot.desk.case.holds import Holds, Need
from mailbot.desk.case.life import Status
from mailbot.desk.case.parties import Parties
from mailbot.desk.case.reading import Reading
from mailbot.desk.case.rulebook import Rules
from mailbot.desk.decisions import (
    account_orders,
    alarms,
    approvals,
    bounces,
    correction,
    customer,
    joining,
    letter_fate,
    on_server,
    orders,
    sent_by_hand,
    splitting,
    staff,
)
from mailbot.desk.decisions.sheet import Sheet
from mailbot.desk.people.role import Role
from mailbot.reasons import Reason

_HANDLERS: Mapping[type, Callable[[Sheet, Any], None]] = MappingProxyType(
    {
        events.CustomerWrote: customer.customer_wrote,
        events.EngineerWrote: staff.engineer_wrote,
        events.ColleagueWrote: staff.colleague_wrote,
        events.SecondLineWrote: staff.second_line_wrote,
        events.AdminWrote: staff.admin_wrote,
        events.UnknownWrote: staff.unknown_wrote,
        events.MachineWrote: bounces.machine_wrote,
        events.FileArrived: on_server.file_arrived,
        events.AlarmRang: alarms.alarm_rang,
        events.ListPrinted: alarms.list_printed,
        ordered.DraftApproved: approvals.approved,
        ordered.DraftTakenBack: approvals.taken_back,
        ordered.DraftRejected: approvals.rejected,
        ordered.DraftEdited: approvals.edited,
        events.DraftOutdated: approvals.outdated,
        events.DraftSentByHand: sent_by_hand.draft_sent,
        events.DraftGone: sent_by_hand.draft_gone,
        events.DraftStopped: letter_fate.stopped,
        events.LetterLeft: letter_fate.letter_left,
        events.SendFailed: letter_fate.send_failed,
        ordered.ContactLogged: orders.told,
        ordered.AccountRenewed: account_orders.renewed,
        ordered.ReadOnlyAccountOrdered: account_orders.opened_read_only,
        ordered.AccountsShut: account_orders.shut,
        ordered.HoldPlaced: orders.held,
        ordered.HoldLifted: orders.lifted,
        ordered.Taken: orders.taken,
        ordered.WatchOrdered: orders.watch_ordered,
        ordered.CloseOrdered: orders.close_ordered,
        ordered.ReopenOrdered: orders.reopen_ordered,
        ordered.WaitOrdered: orders.wait_ordered,
        ordered.HandOverOrdered: orders.hand_over_ordered,
        ordered.CaseNoted: orders.noted,
        events.CaseJoined: joining.case_joined,
        events.JoinedInto: joining.joined_into,
        events.MailsSplitOff: splitting.mails_split_off,
        events.SplitOff: splitting.split_off,
        events.PutBack: splitting.put_back,
        events.MailCorrected: correction.mail_corrected,
    }
)
_HUMAN = (
    events.CustomerWrote,
    events.EngineerWrote,
    events.DraftSentByHand,
    ordered.ContactLogged,
    ordered.DraftRejected,
    ordered.DraftEdited,
    ordered.Taken,
    ordered.WatchOrdered,
    ordered.ReopenOrdered,
    ordered.WaitOrdered,
    ordered.HandOverOrdered,
    events.MailCorrected,
)


_FRESH = timedelta(days=3)
_BEFORE_WE_BEGAN = Because.BEFORE_WE_BEGAN()


def decide(case: Case, event: Event, now: datetime, rules: Rules) -> Decision:
    """What `event` means for `case` at `now` (aware), by `rules`."""
    if isinstance(event, _HUMAN):
        case = replace(case, alive=True, clocks=replace(case.clocks, announced_for=None))
    sheet = Sheet(case, now, rules)
    _HANDLERS[type(event)](sheet, event)
    return sheet.decision()


def remember(case: Case, event: Event, now: datetime, rules: Rules) -> Decision:
    """What an old mail of a first start means: the case as it stood, nothing to be done."""
    known = decide(case, event, now, rules).case
    known = replace(
        known,
        alive=False,
        drafts=(),
        holds=replace(known.holds, needs=_unanswered(known, event, now), hands_off=""),
        transfer=replace(known.transfer, upload_check=None, login_wanted=None),
    )
    return Decision(known, (), (Because.HISTORY(),))


def _unanswered(known: Case, event: Event, now: datetime) -> tuple[Need, ...]:
    """What came just before the bot began, and nobody has answered yet, is shown to somebody."""
    fresh = isinstance(event, events.CustomerWrote) and now - event.mail.at <= _FRESH
    ours = known.status is Status.OPEN and not known.merged_into
    return (Need(_BEFORE_WE_BEGAN, now),) if fresh and ours else ()


def open_case(case_id: str, mail: Reading, title: str, ask: Reason | None = None) -> Case:
    """A new case, as it is before the mail that opens it is decided on."""
    writes_engineer = mail.role is Role.STAFF and mail.engineer
    engineer = mail.sender.email if writes_engineer else mail.passed_on_by or mail.to_engineer
    return Case(
        id=case_id,
        title=title,
        opened=mail.at,
        since=mail.at,
        linked_to=mail.linked_to,
        parties=Parties(engineer=engineer, stranger_of=mail.stranger_of),
        holds=Holds(needs=(Need(ask, mail.at),) if ask is not None else ()),
    )
