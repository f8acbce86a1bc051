"""What follows when a customer writes: one answer at most, and whose turn it is."""

from dataclasses import replace

from mailbot.because import Because
from mailbot.desk.case.draft import Audience, Content, Draft, DraftState
from mailbot.desk.case.events import CustomerWrote
from mailbot.desk.case.filed_by import FiledBy
from mailbot.desk.case.life import Status
from mailbot.desk.case.parties import Contact
from mailbot.desk.case.reading import Reading
from mailbot.desk.case.rulebook import Occasion
from mailbot.desk.case.step import Step
from mailbot.desk.decisions import arrival, asked, promises
from mailbot.desk.decisions.due import answer_by
from mailbot.desk.decisions.known import keep_facts
from mailbot.desk.decisions.left_to_people import left_for_a_person
from mailbot.desk.decisions.letter_part import part_of
from mailbot.desk.decisions.not_understood import (
    hold_for_more,
    hold_unclear,
    hold_unsure,
    is_certain,
    is_understood,
    without_guesses,
)
from mailbot.desk.decisions.orders import close, reopen
from mailbot.desk.decisions.reply import write_reply
from mailbot.desk.decisions.sheet import Sheet
from mailbot.desk.decisions.telling import tell
from mailbot.mail.message import Trust
from mailbot.understanding.intent import Effect, Owes
from mailbot.understanding.understood import Understanding

_LONGEST_DESCRIPTION = 1_500


def customer_wrote(sheet: Sheet, event: CustomerWrote) -> None:
    mail = event.mail
    _passed_on(sheet, mail)
    _join(sheet, mail)
    _note_unseen_mail(sheet, mail)
    left_for_a_person(sheet, mail)
    sheet.matter = asked.by_customer(sheet.matter, mail.said, sheet.now)
    promises.kept_by_mail(sheet, mail)
    keep_facts(sheet, mail.said)
    respond(sheet, mail)
    sheet.talk = replace(
        sheet.talk.threaded(mail.message_id),
        last_heard=mail.at,
        last_message=mail.message_id,
        last_trust=mail.trust,
        last_confidence=min((found.confidence for found in mail.said.intents), default=1.0),
    )


def respond(sheet: Sheet, mail: Reading) -> None:
    """Nothing, a close, or one answer: what the mail wants decides."""
    effects = sheet.rules.effects(mail.said)
    if effects == {Effect.THANKS} and not (mail.files or mail.links):
        _thanks(sheet, mail)
    elif Effect.KEEPS_WATCHING in effects:
        _keep_watching(sheet)
    elif _is_settled(sheet, mail.said):
        _settle(sheet, mail)
    else:
        _answer(sheet, mail)


def _thanks(sheet: Sheet, mail: Reading) -> None:
    """Nothing follows from thanks, so that they must be certain, and announce nothing."""
    if is_certain(mail.said) and mail.said.moment("promise") is None:
        sheet.say(Because.ONLY_THANKS())
    else:
        hold_unclear(sheet, mail)
        _answer(sheet, mail)


def _settle(sheet: Sheet, mail: Reading) -> None:
    """It is solved, they say: believed where it is proven and nothing else was said."""
    said = mail.said
    if said.more or not is_certain(said):
        (hold_for_more if said.more else hold_unsure)(sheet, mail)
        sheet.move(Step.WE_OWE, Because.OUR_STEP())
    elif mail.trust is not Trust.PASS:
        sheet.need(Because.SOLVED_UNPROVEN(address=mail.sender.email))
    else:
        _resolved(sheet, mail)


def _passed_on(sheet: Sheet, mail: Reading) -> None:
    """The engineer who forwards a customer's mail to the desk looks after its case."""
    if mail.passed_on_by:
        engineer = sheet.parties.engineer or mail.passed_on_by
        sheet.parties = replace(sheet.parties, engineer=engineer)
        sheet.say(Because.PASSED_ON(address=mail.passed_on_by))


def _note_unseen_mail(sheet: Sheet, mail: Reading) -> None:
    """Say once per case that the thread answers mails the desk never received."""
    if mail.never_got and not sheet.talk.told_unseen:
        sheet.talk = replace(sheet.talk, told_unseen=True)
        sheet.tell(Because.UNSEEN_MAILS())


def _is_settled(sheet: Sheet, said: Understanding) -> bool:
    intents = sheet.rules.intents_of(said)
    solves = any(intent.effect is Effect.SOLVES for intent in intents)
    return solves and not any(intent.asks for intent in intents)


def _join(sheet: Sheet, mail: Reading) -> None:
    email, known = mail.sender.email, sheet.parties.contact(mail.sender.email)
    contact = known or Contact(email, joined_by=mail.by)
    proven = mail.trust is Trust.PASS
    contact = replace(
        contact,
        name=mail.sender.name or contact.name,
        lang=mail.said.lang or contact.lang,
        verified=contact.verified or proven,
    )
    sheet.parties = replace(
        sheet.parties.with_contact(contact),
        counterpart=email if proven else sheet.parties.counterpart or email,
        end_user=sheet.parties.end_user or mail.said.fact("end_user"),
    )
    sheet.clocks = replace(sheet.clocks, reminders=0, not_before=None)
    sheet.talk = replace(sheet.talk, last_contact=mail.at, answered_at=None)
    description = sheet.matter.description or _description(sheet, mail)
    sheet.matter = replace(sheet.matter, description=description)


def _description(sheet: Sheet, mail: Reading) -> str:
    """The problem in their own words, where the mail tells of one."""
    reports = Effect.REPORTS_FAULT in sheet.rules.effects(mail.said)
    tells = reports or mail.by in (FiledBy.NEW, FiledBy.LINKED)
    return mail.text.strip()[:_LONGEST_DESCRIPTION] if tells else ""


def _keep_watching(sheet: Sheet) -> None:
    until = sheet.now + sheet.rules.watch_lasts
    sheet.clocks = replace(sheet.clocks, watch_until=until, not_before=None)
    sheet.move(Step.WATCH_STARTED, Because.KEEPS_WATCHING())


def _resolved(sheet: Sheet, mail: Reading) -> None:
    was = sheet.case.status
    if was is Status.CLOSED:
        sheet.say(Because.CLOSED_ALREADY())
        return
    close(sheet, Step.RESOLVED, Because.SOLVED())
    if was is not Status.CLOSING:
        write_reply(sheet, mail, [Occasion.CASE_CLOSED], Content(), None)


def _answer(sheet: Sheet, mail: Reading) -> None:
    said = without_guesses(mail.said)
    letters, content = _reopened(sheet)
    if mail.text.strip() and not is_understood(said):
        hold_unclear(sheet, mail)
    for intent in sheet.rules.intents_of(said):
        part, content = part_of(sheet, mail, intent, content)
        letters += [part] if part else []
    believed = Occasion.DATA_CAME in letters
    carried, content = _carry(sheet, mail.sender.email, content)
    letters = list(dict.fromkeys([*letters, *carried]))
    if content.answer_by is not None:
        content = replace(content, answer_by=answer_by(sheet.now, sheet.rules))
    owes = _who_owes(sheet, said)
    if _may_be_ours(sheet, mail.said):
        owes = Owes.WE
    if not letters and _opens(mail) and not _asks_for_a_letter(sheet, said):
        letters, content = [Occasion.CASE_OPENED], _opened_content(sheet, content)
    draft = write_reply(sheet, mail, letters, content, owes) if letters else None
    _turn(sheet, owes, draft)
    if believed:
        arrival.draft_packet(sheet)
    tell(sheet, mail)


def _reopened(sheet: Sheet) -> tuple[list[str], Content]:
    if sheet.case.status is not Status.CLOSED:
        return [], Content()
    reopen(sheet, Because.WROTE_AGAIN())
    return [Occasion.CASE_REOPENED], Content(answer_by=answer_by(sheet.now, sheet.rules))


def _carry(sheet: Sheet, writer: str, content: Content) -> tuple[list[str], Content]:
    """Withdraw our unedited drafts to this writer; what they answered is answered anew."""
    gone = sheet.withdraw(
        lambda draft: (
            draft.audience is Audience.CUSTOMER
            and draft.state is DraftState.WAITING
            and writer in draft.to
        ),
        Because.NEWER_MAIL(),
    )
    letters: list[str] = []
    for draft in gone:
        if not draft.answers or Occasion.CASE_CLOSED in draft.letters:
            continue
        letters += draft.letters
        content = draft.content.joined(content)
    return letters, content


def _who_owes(sheet: Sheet, said: Understanding) -> Owes:
    """Who says "solved" and something else has given nobody's step away by the first."""
    order, intents = tuple(Owes), sheet.rules.intents_of(said)
    others = [one for one in intents if one.effect is not Effect.SOLVES] or intents
    return min((intent.owes for intent in others), key=order.index, default=Owes.NOBODY)


def _may_be_ours(sheet: Sheet, said: Understanding) -> bool:
    """A guess writes no letter, but what may press or ask is not left lying."""
    return any(intent.owes is Owes.WE for intent in sheet.rules.intents_of(said))


def _opens(mail: Reading) -> bool:
    """Whether a mail that opens a case and asks for no letter gets one nevertheless."""
    by_name = mail.to_engineer and not mail.to_desk
    return mail.by in (FiledBy.NEW, FiledBy.LINKED) and not by_name


def _asks_for_a_letter(sheet: Sheet, said: Understanding) -> bool:
    return any(intent.letter for intent in sheet.rules.intents_of(said))


def _opened_content(sheet: Sheet, content: Content) -> Content:
    return replace(content, answer_by=answer_by(sheet.now, sheet.rules))


def _turn(sheet: Sheet, owes: Owes, draft: Draft | None) -> None:
    ours = sheet.holds.need_somebody or sheet.transfer.waits_for_login
    if ours or owes in (Owes.WE, Owes.WE_FORWARD, Owes.WE_LAST):
        sheet.move(Step.WE_OWE, Because.OUR_STEP())
    elif owes is Owes.THEY and draft is None:
        sheet.move(Step.THEY_OWE, Because.THEIR_STEP())
    elif owes is Owes.THEY and sheet.case.status is not Status.ESCALATED:
        sheet.move(Step.WE_OWE, Because.LETTER_FIRST())
