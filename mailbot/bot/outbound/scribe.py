"""Carries a decision out: opens and shuts accounts, writes letters, fills the outbox."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from mailbot.because import Because
from mailbot.bot.happenings import AccountChange, AccountChanged, Happening, LetterMoved, Move
from mailbot.bot.outbound.headers import answered
from mailbot.bot.outbound.outbox import Outbox
from mailbot.bot.outbound.shown_texts import shown_texts
from mailbot.desk.case.actions import (
    Action,
    Decision,
    HandsOff,
    KeepOldPassword,
    OpenAccount,
    OpenReadOnlyAccount,
    Release,
    ShutAccounts,
    TakeNewPassword,
    Withdraw,
    Write,
)
from mailbot.desk.case.case import Case
from mailbot.desk.case.draft import Audience, Draft, DraftState
from mailbot.desk.case.events import DraftStopped
from mailbot.desk.case.rulebook import Rules
from mailbot.desk.case.transfer import Account, AccountOrigin
from mailbot.desk.decide import decide
from mailbot.errors import TemplateError
from mailbot.ports import Accounts, Letters, Written
from mailbot.reasons import Reason
from mailbot.repositories.state import State

_NOTHING = Written("", "")


@dataclass(frozen=True, slots=True)
class Scribe:
    """Does what was decided, in the order in which it can be done: accounts before letters."""

    state: State
    letters: Letters
    accounts: Accounts
    outbox: Outbox
    rules: Rules

    def carry_out(
        self, before: Case, decision: Decision, now: datetime, happened: list[Happening]
    ) -> Case:
        """The case after all of the decision's actions. Runs inside the transaction."""
        work = _Work(self, decision.case, now, happened)
        work.read_accounts(before)
        for action in sorted(decision.actions, key=_place):
            _WAYS[type(action)](work, action)
        return work.case


class _Work:
    """One decision while it is carried out."""

    def __init__(
        self, scribe: Scribe, case: Case, now: datetime, happened: list[Happening]
    ) -> None:
        self.scribe = scribe
        self.case = case
        self.now = now
        self.happened = happened

    def read_accounts(self, before: Case) -> None:
        """Tell of accounts that this mail spelled out."""
        known = {(one.user, one.password) for one in before.transfer.accounts}
        for account in self.case.transfer.accounts:
            if not account.is_ours and (account.user, account.password) not in known:
                self._changed(account, AccountChange.READ)

    def open_account(self, action: OpenAccount) -> None:
        self._keep_account(self.scribe.accounts.open(self.case.id, action.person, self.now))

    def open_read_only_account(self, action: OpenReadOnlyAccount) -> None:
        accounts = self.scribe.accounts
        self._keep_account(accounts.open_read_only(self.case.id, action.person, self.now))

    def _keep_account(self, account: Account) -> None:
        transfer = self.case.transfer.with_account(account)
        self.case = replace(self.case, transfer=transfer)
        self._changed(transfer.accounts[-1], AccountChange.OPENED)

    def shut_accounts(self, action: ShutAccounts) -> None:
        self.scribe.accounts.shut(action.users, self.now)
        for user in action.users:
            self._changed(Account(user, "", AccountOrigin.OPENED, self.now), AccountChange.SHUT)

    def _changed(self, account: Account, change: AccountChange) -> None:
        self.happened.append(AccountChanged(self.now, self.case.id, account, change))

    def take_new_password(self, action: TakeNewPassword) -> None:
        self.scribe.accounts.take_new(action.users)

    def keep_old_password(self, action: KeepOldPassword) -> None:
        self.scribe.accounts.keep_old(action.users)

    def hands_off(self, action: HandsOff) -> None:
        self.scribe.state.cases.hands_off(action.organisations, action.change, action.said)

    def withdraw(self, action: Withdraw) -> None:
        draft = action.draft
        written = self.scribe.state.draft_texts.written(draft.id) or _NOTHING
        self.scribe.outbox.withdraw(draft)
        because = (action.because,)
        self.happened.append(self._moved(draft, Move.WITHDRAWN, written, because))

    def write(self, action: Write) -> None:
        draft = action.draft
        shown = [one for one in self.case.drafts if one.id in draft.content.drafts]
        waiting = shown_texts(self.scribe.state, shown)
        try:
            written = self.scribe.letters.write(draft, self.case, waiting)
        except TemplateError as error:
            self._could_not_be_written(action, error)
            return
        self.scribe.state.draft_texts.keep(draft.id, self.case.id, written)
        if draft.state is DraftState.QUEUED:
            self.scribe.outbox.queue(draft, self.case, written, self.now)
            return
        because = draft.withheld or (Because.WAITS_FOR_ENGINEER(),)
        self.happened.append(self._moved(draft, Move.DRAFTED, written, because))

    def _moved(
        self, draft: Draft, mode: Move, written: Written, because: tuple[Reason, ...]
    ) -> LetterMoved:
        parent = answered(draft, self.case)
        return LetterMoved(self.now, self.case.id, draft, mode, written, because, parent)

    def release(self, action: Release) -> None:
        """Write it anew, signed by who approved it, unless a person edited the text."""
        draft = action.draft
        written = self.scribe.state.draft_texts.written(draft.id) or _NOTHING
        if not draft.edited:
            written = self.scribe.letters.write(draft, self.case, {})
            self.scribe.state.draft_texts.keep(draft.id, self.case.id, written)
        self.scribe.outbox.queue(draft, self.case, written, action.at)

    def _could_not_be_written(self, action: Write, error: TemplateError) -> None:
        """The event stays recorded; the letter becomes "needs you" with the error."""
        stopped = DraftStopped(action.draft.id, (error.reason,))
        decision = decide(self.case, stopped, self.now, self.scribe.rules)
        self.case = decision.case
        if action.draft.audience is Audience.STAFF:
            return
        for follow in decision.actions:
            _WAYS[type(follow)](self, follow)


_WAYS: dict[type[Action], Callable[[_Work, Any], None]] = {
    OpenAccount: _Work.open_account,
    OpenReadOnlyAccount: _Work.open_read_only_account,
    TakeNewPassword: _Work.take_new_password,
    KeepOldPassword: _Work.keep_old_password,
    ShutAccounts: _Work.shut_accounts,
    HandsOff: _Work.hands_off,
    Withdraw: _Work.withdraw,
    Write: _Work.write,
    Release: _Work.release,
}
_ORDER = tuple(_WAYS)


def _place(action: Action) -> int:
    return _ORDER.index(type(action))
