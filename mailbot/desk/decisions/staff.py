"""What follows when one of ours writes, or the second line, or somebody who only claims to be."""

from dataclasses import replace

from mailbot.because import Because
from mailbot.desk.case.actions import OpenAccount
from mailbot.desk.case.draft import Audience, Content, Draft, DraftState
from mailbot.desk.case.events import (
    AdminWrote,
    ColleagueWrote,
    EngineerWrote,
    SecondLineWrote,
    UnknownWrote,
)
from mailbot.desk.case.filed_by import FiledBy
from mailbot.desk.case.parties import Contact
from mailbot.desk.case.reading import Reading
from mailbot.desk.case.rulebook import Occasion
from mailbot.desk.case.step import Step
from mailbot.desk.case.talk import SpokenBy
from mailbot.desk.decisions import asked
from mailbot.desk.decisions.left_to_people import left_for_a_person
from mailbot.desk.decisions.login_by_mail import (
    answered_without,
    asked_by_engineer,
    has_login,
    login_came,
    stop_waiting,
    wanted_by_engineer,
)
from mailbot.desk.decisions.new_draft import new_draft
from mailbot.desk.decisions.orders import heard
from mailbot.desk.decisions.sheet import Sheet
from mailbot.desk.decisions.spelled_login import read_account
from mailbot.desk.people.role import Role
from mailbot.understanding.intent import Effect

_SPEAKS = Because.ENGINEER_SPOKE()


def engineer_wrote(sheet: Sheet, event: EngineerWrote) -> None:
    mail = event.mail
    left_for_a_person(sheet, mail)
    _know(sheet, mail)
    read_account(sheet, mail)
    _keep_facts(sheet, mail)
    if mail.to_customers:
        _spelled_to_customer(sheet)
        _to_customer(sheet, mail)
    elif mail.to_second_line:
        _to_second_line(sheet, mail)
    else:
        _staff_internal(sheet, mail)
    login_came(sheet, mail)


def _spelled_to_customer(sheet: Sheet) -> None:
    """Who reads the login in an engineer's mail needs no letter with it."""
    if has_login(sheet.case):
        stop_waiting(sheet, Because.LOGIN_KNOWN())


def _know(sheet: Sheet, mail: Reading) -> None:
    """How one of ours signs their mails."""
    if mail.sender.name and mail.role is Role.STAFF:
        names = {**dict(sheet.parties.names), mail.sender.email: mail.sender.name}
        sheet.parties = replace(sheet.parties, names=tuple(names.items()))


def colleague_wrote(sheet: Sheet, event: ColleagueWrote) -> None:
    read_account(sheet, event.mail)
    login_came(sheet, event.mail)
    sheet.say(Because.COLLEAGUE_WROTE())


def admin_wrote(sheet: Sheet, event: AdminWrote) -> None:
    read_account(sheet, event.mail)
    login_came(sheet, event.mail)
    answered_without(sheet)
    sheet.say(Because.ADMIN_WROTE())


def second_line_wrote(sheet: Sheet, event: SecondLineWrote) -> None:
    mail = event.mail
    sheet.parties = replace(sheet.parties, second_line=mail.sender.email)
    sheet.move(Step.WE_OWE, Because.SECOND_LINE_ANSWERED())
    sheet.tell(Because.SECOND_LINE_WROTE(person=mail.sender.name or mail.sender.email))


def unknown_wrote(sheet: Sheet, event: UnknownWrote) -> None:
    sheet.need(Because.UNVERIFIED_COLLEAGUE(address=event.mail.sender.email))


def _to_customer(sheet: Sheet, mail: Reading) -> None:
    _contacts(sheet, mail)
    sheet.withdraw(unsent_to_customer, _SPEAKS)
    heard(sheet, SpokenBy.ENGINEER)
    sheet.parties = replace(sheet.parties, engineer=author(sheet, mail))
    sheet.talk = replace(sheet.talk, last_contact=mail.at, last_said=mail.at)
    sheet.talk = sheet.talk.threaded(mail.message_id)
    sheet.matter = asked.by_engineer(sheet.matter, mail.said, mail.at)
    _promise(sheet, mail)
    step_to_customer(sheet, mail)


def author(sheet: Sheet, mail: Reading) -> str:
    """The engineer who wrote; a mail from the desk's own address leaves the case's engineer."""
    return sheet.parties.engineer if mail.role is Role.DESK else mail.sender.email


def unsent_to_customer(draft: Draft) -> bool:
    return draft.audience is Audience.CUSTOMER and draft.state is not DraftState.QUEUED


def _contacts(sheet: Sheet, mail: Reading) -> None:
    """Whom an engineer writes to belongs here; the one in To is who owes the next step."""
    for address in mail.to_customers:
        if sheet.parties.contact(address.email) is None:
            contact = Contact(address.email, address.name, joined_by=FiledBy.ENGINEER)
            sheet.parties = sheet.parties.with_contact(contact)
    emails = tuple(address.email for address in mail.to_customers)
    first = next((one.email for one in mail.to if one.email in emails), emails[0])
    sheet.parties = replace(sheet.parties.confirmed(emails), counterpart=first)
    known = next((one for one in sheet.parties.contacts if one.email == first), None)
    if known is not None and mail.said.salutation:
        greeted = replace(known, salutation=mail.said.salutation)
        sheet.parties = sheet.parties.with_contact(greeted)


def step_to_customer(sheet: Sheet, mail: Reading) -> None:
    who, effects = mail.sender.name or mail.sender.email, sheet.rules.effects(mail.said)
    if mail.to_second_line and Effect.HANDS_OVER in effects:
        _handed_over(sheet, mail)
    elif Effect.BEGINS_WATCH in effects:
        until = mail.said.moment("watch_until") or mail.at + sheet.rules.watch_lasts
        sheet.clocks = replace(sheet.clocks, watch_until=until)
        sheet.move(
            Step.WATCH_STARTED,
            Because.WATCHED_UNTIL(person=who, hour=sheet.local(until)),
        )
    elif Effect.ANNOUNCES_CLOSE in effects:
        sheet.clocks = replace(sheet.clocks, notice_at=mail.at)
        sheet.move(Step.NOTICE_LEFT, Because.CLOSE_ANNOUNCED(person=who))
    elif Effect.ASKS_FOR_DATA in effects:
        sheet.move(Step.DATA_ASKED, Because.DATA_ASKED(person=who))
    elif Effect.HANDS_OVER in effects:
        sheet.move(Step.WE_OWE, Because.GOES_TO_SECOND_LINE(person=who))
    else:
        sheet.move(Step.ENGINEER_WROTE, Because.ENGINEER_WROTE(person=who))


def _to_second_line(sheet: Sheet, mail: Reading) -> None:
    second_line = mail.to_second_line[0].email
    sheet.parties = replace(sheet.parties, engineer=author(sheet, mail), second_line=second_line)
    _promise(sheet, mail)
    if Effect.HANDS_OVER in sheet.rules.effects(mail.said):
        _handed_over(sheet, mail)


def _handed_over(sheet: Sheet, mail: Reading) -> None:
    sheet.withdraw(
        lambda draft: draft.audience is Audience.SECOND_LINE and draft.state is DraftState.WAITING,
        Because.ENGINEER_HANDED_OVER(),
    )
    sheet.clocks = replace(sheet.clocks, escalated_at=mail.at)
    sheet.move(
        Step.HANDED_OVER,
        Because.HANDED_OVER(person=mail.sender.name or mail.sender.email),
    )


def _staff_internal(sheet: Sheet, mail: Reading) -> None:
    """Mail between staff is read for facts; only a mail to the desk itself is an order."""
    if not mail.to_desk:
        sheet.say(Because.AMONG_US())
        asked_by_engineer(sheet, mail)
        return
    engineer = sheet.parties.engineer or author(sheet, mail)
    sheet.parties = replace(sheet.parties, engineer=engineer)
    orders_login = Effect.ORDERS_LOGIN in sheet.rules.effects(mail.said)
    if orders_login and not sheet.rules.opens_accounts:
        wanted_by_engineer(sheet, mail)
    elif orders_login:
        sheet.order(OpenAccount(sheet.parties.counterpart))
        sheet.say(Because.ACCOUNT_ASKED_BY(address=mail.sender.email))
        letter = new_draft(
            (Occasion.LOGIN_OPENED,), Audience.STAFF, (mail.sender.email,), sheet.now, Content()
        )
        sheet.write(replace(letter, answers=mail.message_id))


def _keep_facts(sheet: Sheet, mail: Reading) -> None:
    kept = tuple(dict.fromkeys((*sheet.matter.facts, *mail.said.facts)))
    end_user = sheet.parties.end_user or mail.said.fact("end_user")
    sheet.matter = replace(sheet.matter, facts=kept)
    sheet.parties = replace(sheet.parties, end_user=end_user)


def _promise(sheet: Sheet, mail: Reading) -> None:
    promise = mail.said.moment("promise")
    if promise is not None and promise > sheet.now:
        sheet.clocks = replace(sheet.clocks, engineer_promised=promise)
