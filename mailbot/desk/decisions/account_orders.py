"""What an engineer orders of upload logins: a new password, one that only reads, or an end."""

from dataclasses import replace

from mailbot.because import Because
from mailbot.desk.case.actions import OpenAccount, OpenReadOnlyAccount
from mailbot.desk.case.draft import Audience, Content
from mailbot.desk.case.ordered import AccountRenewed, AccountsShut, ReadOnlyAccountOrdered
from mailbot.desk.case.rulebook import Occasion
from mailbot.desk.decisions.new_draft import new_draft
from mailbot.desk.decisions.orders import shut_accounts
from mailbot.desk.decisions.sheet import Sheet


def renewed(sheet: Sheet, event: AccountRenewed) -> None:
    """Draft the letter that brings it; the old password counts until that has left."""
    sheet.order(OpenAccount(event.person))
    _withdraw_passwords(sheet, event)
    contact = sheet.parties.contact(event.person)
    draft = new_draft((Occasion.LOGIN,), Audience.CUSTOMER, (event.person,), sheet.now, Content())
    sheet.write(replace(draft, lang=contact.lang if contact is not None else ""))
    sheet.say(Because.PASSWORD_ORDERED_FOR(person=event.by, address=event.person))


def opened_read_only(sheet: Sheet, event: ReadOnlyAccountOrdered) -> None:
    """Draft the letter that brings one of the second line a login of their own."""
    sheet.order(OpenReadOnlyAccount(event.person))
    _withdraw_passwords(sheet, event)
    sheet.parties = replace(sheet.parties, second_line=event.person)
    sheet.write(
        new_draft(
            (Occasion.READ_ONLY_LOGIN,), Audience.SECOND_LINE, (event.person,), sheet.now, Content()
        )
    )
    sheet.say(Because.READ_ONLY_ORDERED(person=event.by, address=event.person))


def _withdraw_passwords(sheet: Sheet, event: AccountRenewed | ReadOnlyAccountOrdered) -> None:
    """An earlier letter to this person that still waits would bring a password of before."""
    sheet.withdraw(
        lambda draft: draft.secret and event.person in draft.to,
        Because.PASSWORD_ORDERED(person=event.by),
    )


def shut(sheet: Sheet, event: AccountsShut) -> None:
    people = (event.person,) if event.person else ()
    shut_accounts(sheet, Because.ACCOUNT_SHUT(person=event.by), people)
    shut_for = Because.ACCOUNT_SHUT_OF(person=event.by, address=event.person)
    sheet.say(shut_for if event.person else Because.ACCOUNTS_SHUT(person=event.by))
