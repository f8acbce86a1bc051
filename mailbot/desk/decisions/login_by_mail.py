"""A login that the administrator makes: asked for by mail, waited for, and handed on once read."""

from dataclasses import replace

from mailbot.because import Because
from mailbot.desk.case.case import Case
from mailbot.desk.case.draft import Audience, Content, Draft, DraftState
from mailbot.desk.case.login_wanted import LoginRequest, LoginWanted
from mailbot.desk.case.reading import Reading
from mailbot.desk.case.rulebook import Occasion, Rules
from mailbot.desk.decisions.dates_over import with_new_days
from mailbot.desk.decisions.new_draft import bound, new_draft
from mailbot.desk.decisions.sheet import Sheet
from mailbot.mail.message import Trust
from mailbot.reasons import Reason
from mailbot.understanding.intent import Effect


def wanted_by_customer(sheet: Sheet, mail: Reading) -> None:
    """They get their letter once there is a login to put into it."""
    if not sheet.rules.admin:
        sheet.need(Because.ACCOUNT_WANTED())
        return
    known = sheet.transfer.login_wanted or LoginWanted(sheet.rules.admin)
    person = mail.sender.email
    request = LoginRequest(person, mail.message_id, mail.trust, _confidence(sheet, mail))
    others = (one for one in known.requests if one.person != person)
    _want(sheet, replace(known, requests=(*others, request)))


def wanted_by_engineer(sheet: Sheet, mail: Reading) -> None:
    """An order to the desk; nothing is asked for where the case has a login already."""
    if not sheet.rules.admin or has_login(sheet.case):
        return
    sheet.say(Because.ACCOUNT_ASKED_BY(address=mail.sender.email))
    known = sheet.transfer.login_wanted or LoginWanted(sheet.rules.admin)
    _want(sheet, replace(known, engineer=mail.sender.email))


def asked_by_engineer(sheet: Sheet, mail: Reading) -> None:
    """An engineer asked the administrator themselves: the desk waits for the answer with them."""
    asks_admin = sheet.rules.admin in {one.email for one in mail.to}
    wants = Effect.ORDERS_LOGIN in sheet.rules.effects(mail.said)
    if not (sheet.rules.admin and asks_admin and wants) or has_login(sheet.case):
        return
    _withdraw_question(sheet, Because.ACCOUNT_ASKED_BY(address=mail.sender.email))
    known = sheet.transfer.login_wanted or LoginWanted(sheet.rules.admin)
    ids = (*known.thread, *filter(None, [mail.message_id]))
    asked = replace(known, asked=mail.at, nagged=None, thread=ids, over=False)
    _keep(sheet, replace(asked, engineer=mail.sender.email))
    sheet.say(Because.ASKED_ADMIN(address=sheet.rules.admin))


def has_login(case: Case) -> bool:
    """Whether a login of another server is known, which serves the whole case."""
    return any(not account.is_ours for account in case.transfer.accounts)


def login_came(sheet: Sheet, mail: Reading | None = None) -> None:
    """Where a login was waited for and is known now, it goes to whoever wanted it."""
    wanted = sheet.transfer.login_wanted
    if wanted is None or not has_login(sheet.case):
        return
    stop_waiting(sheet, Because.LOGIN_KNOWN())
    if wanted.engineer and not _has_it(mail, wanted.engineer):
        letter = new_draft(
            (Occasion.LOGIN_OPENED,), Audience.STAFF, (wanted.engineer,), sheet.now, Content()
        )
        sheet.write(letter)
    for request in wanted.requests:
        if sheet.parties.contact(request.person) is not None:
            _hand_on(sheet, request)


def _has_it(mail: Reading | None, engineer: str) -> bool:
    return mail is not None and engineer in {one.email for one in mail.everybody}


def carry_on(sheet: Sheet) -> None:
    """After two cases became one: the login may be known there, or the question was withdrawn."""
    login_came(sheet)
    wanted = sheet.transfer.login_wanted
    if wanted is not None and wanted.asked is None and not wanted.over:
        _want(sheet, wanted)


def stop_waiting(sheet: Sheet, because: Reason) -> None:
    """Nobody waits for a login any more: no question to the administrator is left standing."""
    if sheet.transfer.login_wanted is None:
        return
    _withdraw_question(sheet, because)
    wanted = Because.ACCOUNT_WANTED, Because.ADMIN_GAVE_NONE, Because.ADMIN_SILENT
    needs = tuple(one for one in sheet.holds.needs if one.what.kind not in wanted)
    sheet.transfer = replace(sheet.transfer, login_wanted=None)
    sheet.holds = replace(sheet.holds, needs=needs)


def wanted_elsewhere(sheet: Sheet, gone: frozenset[str], because: Reason) -> None:
    """Nobody here waits for the login of somebody who went; what an engineer ordered stays."""
    wanted = sheet.transfer.login_wanted
    if wanted is None:
        return
    left = tuple(one for one in wanted.requests if one.person not in gone)
    if left or wanted.engineer:
        _keep(sheet, replace(wanted, requests=left))
    else:
        stop_waiting(sheet, because)


def answered_without(sheet: Sheet) -> None:
    """The administrator answered, and no login stands in it: a person has to read why."""
    wanted = sheet.transfer.login_wanted
    if wanted is None or wanted.asked is None or wanted.over:
        return
    _withdraw_question(sheet, Because.ADMIN_WROTE())
    _keep(sheet, replace(wanted, over=True))
    sheet.hold_for(Because.ADMIN_GAVE_NONE())


def question_left(sheet: Sheet, message_id: str) -> None:
    """The time of the first question counts; a reminder is one more mail of its thread."""
    wanted = sheet.transfer.login_wanted
    if wanted is None:
        return
    ids = (*wanted.thread, *filter(None, [message_id]))
    _keep(sheet, replace(wanted, asked=wanted.asked or sheet.now, thread=ids))


def question_rejected(sheet: Sheet) -> None:
    """An engineer does not want it to leave: what follows is theirs."""
    wanted = sheet.transfer.login_wanted
    if wanted is not None:
        _keep(sheet, replace(wanted, over=True))


def remind(sheet: Sheet, *, is_last: bool) -> None:
    """Ask once more; at last tell the engineer that nobody answers."""
    wanted = sheet.transfer.login_wanted
    if wanted is None or wanted.asked is None:
        return
    _keep(sheet, replace(wanted, nagged=sheet.now))
    if is_last:
        sheet.need(Because.ADMIN_SILENT(day=sheet.local(wanted.asked)[:10]))
    else:
        _ask(sheet, wanted)


def waits_for_admin(case: Case, rules: Rules) -> Reason | None:
    """Since when the case waits for the administrator, as it is said wherever it is shown."""
    wanted = case.transfer.login_wanted
    if wanted is None or wanted.asked is None or wanted.over:
        return None
    return Because.WAITS_FOR_ADMIN(moment=f"{rules.calendar.local(wanted.asked):%m-%d %H:%M}")


def _want(sheet: Sheet, wanted: LoginWanted) -> None:
    """Ask, unless that was done; a question that still waits for a yes is put anew."""
    _keep(sheet, wanted)
    if wanted.asked is None:
        sheet.withdraw(_waits_for_yes, Because.NEWER_MAIL())
    if wanted.over and wanted.asked is not None:
        sheet.hold_for(Because.ACCOUNT_WANTED())
    elif wanted.asked is not None or any(map(_is_question, sheet.drafts)):
        sheet.say(Because.ADMIN_IS_ASKED())
    else:
        _keep(sheet, replace(wanted, over=False))
        _ask(sheet, wanted)


def _keep(sheet: Sheet, wanted: LoginWanted) -> None:
    sheet.transfer = replace(sheet.transfer, login_wanted=wanted)


def _ask(sheet: Sheet, wanted: LoginWanted) -> None:
    to = (wanted.admin,)
    draft = new_draft((Occasion.LOGIN_WANTED,), Audience.ADMIN, to, sheet.now, Content())
    if wanted.requests and not wanted.engineer:
        newest = wanted.requests[-1]
        draft = replace(draft, confidence=newest.confidence, trust=newest.trust)
    if sheet.write(draft) is None:
        _keep(sheet, replace(wanted, over=True))
        sheet.hold_for(Because.ACCOUNT_WANTED())
        return
    sheet.say(Because.ASKED_ADMIN(address=wanted.admin))


def _hand_on(sheet: Sheet, request: LoginRequest) -> None:
    """The letter that the request would have got at once, with what still waits to leave."""
    gone = sheet.withdraw(
        lambda draft: (
            draft.audience is Audience.CUSTOMER
            and draft.state is DraftState.WAITING
            and request.person in draft.to
        ),
        Because.LOGIN_KNOWN(),
    )
    answers = tuple(one for one in gone if one.answers)
    person = (request.person,)
    login = new_draft((Occasion.LOGIN,), Audience.CUSTOMER, person, sheet.now, Content())
    contact = sheet.parties.contact(request.person)
    letter = bound((login, *answers))
    sheet.write(
        replace(
            letter,
            content=with_new_days(letter.content, sheet.now, sheet.rules),
            lang=contact.lang if contact is not None else "",
            answers=request.answers,
            trust=_least((request.trust, *(one.trust for one in answers))),
            confidence=min((request.confidence, *(one.confidence for one in answers))),
        )
    )


def _least(trusts: tuple[Trust, ...]) -> Trust:
    return next((one for one in trusts if one is not Trust.PASS), Trust.PASS)


def _withdraw_question(sheet: Sheet, because: Reason) -> None:
    sheet.withdraw(_is_question, because)


def _waits_for_yes(draft: Draft) -> bool:
    return _is_question(draft) and draft.state is DraftState.WAITING


def _is_question(draft: Draft) -> bool:
    return draft.audience is Audience.ADMIN


def _confidence(sheet: Sheet, mail: Reading) -> float:
    sure = (
        found.confidence
        for found in mail.said.intents
        if found.name in sheet.rules.intents
        and sheet.rules.intents[found.name].effect is Effect.WANTS_LOGIN
    )
    return min(sure, default=1.0)
