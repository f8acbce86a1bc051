"""What follows when a customer writes: one answer at most, and whose turn it is."""

from collections.abc import Sequence
from dataclasses import replace

from mailbot.desk.case.actions import HandsOff, HandsOffChange, OpenAccount
from mailbot.desk.case.case import Contact, Status, threaded
from mailbot.desk.case.draft import Audience, Content, Draft, DraftState
from mailbot.desk.case.events import CustomerWrote
from mailbot.desk.case.reading import Reading
from mailbot.desk.case.step import Step
from mailbot.desk.decisions import arrival, asked
from mailbot.desk.decisions.due import answer_by
from mailbot.desk.decisions.left_to_people import left_for_a_person
from mailbot.desk.decisions.not_understood import hold_for_more, hold_unclear, is_understood
from mailbot.desk.decisions.numbered_answers import KEEP_WATCHING
from mailbot.desk.decisions.orders import close, reopen
from mailbot.desk.decisions.reply import unnumbered, write_reply
from mailbot.desk.decisions.sheet import Sheet
from mailbot.desk.decisions.staff import moment
from mailbot.desk.people.organisation import organisation
from mailbot.mail.message import Trust
from mailbot.reasons import Because
from mailbot.understanding.intent import Owes
from mailbot.understanding.understood import MentionMode, Understanding

_ASKS = frozenset(
    {"upload_problem", "question", "escalate", "sftp_request", "problem_report", "data_uploaded"}
)
_LONGEST_DESCRIPTION = 1_500
_NOTHING_MORE = frozenset({"thanks"})


def customer_wrote(sheet: Sheet, event: CustomerWrote) -> None:
    mail = event.mail
    was, said = sheet.case.status, mail.said
    _passed_on(sheet, mail)
    _join(sheet, mail)
    _note_unseen_mail(sheet, mail)
    left_for_a_person(sheet, mail)
    sheet.case = asked.by_customer(sheet.case, said, sheet.now)
    _keep_facts(sheet, said)
    if set(said.names) == _NOTHING_MORE and not (mail.files or mail.links):
        sheet.say(Because.ONLY_THANKS())
    elif KEEP_WATCHING in said.names:
        _keep_watching(sheet)
    elif _is_settled(said) and (said.more or not is_understood(said)):
        (hold_for_more if said.more else hold_unclear)(sheet, mail)
        sheet.move(Step.WE_OWE, Because.OUR_STEP())
    elif _is_settled(said) and mail.trust is not Trust.PASS:
        sheet.need(Because.SOLVED_UNPROVEN(address=mail.sender.email))
    elif _is_settled(said):
        _resolved(sheet, mail, was)
    else:
        _answer(sheet, mail, said)
    sheet.change(
        last_heard=mail.at,
        last_message=mail.message_id,
        last_trust=mail.trust,
        last_confidence=min((found.confidence for found in said.intents), default=1.0),
        thread=threaded(sheet.case, mail.message_id),
    )


def _passed_on(sheet: Sheet, mail: Reading) -> None:
    """The engineer who forwards a customer's mail to the desk looks after its case."""
    if mail.passed_on_by:
        sheet.change(engineer=sheet.case.engineer or mail.passed_on_by)
        sheet.say(Because.PASSED_ON(address=mail.passed_on_by))


def _note_unseen_mail(sheet: Sheet, mail: Reading) -> None:
    """Say once per case that the thread answers mails the desk never received."""
    if mail.never_got and not sheet.case.told_unseen:
        sheet.change(told_unseen=True)
        sheet.tell(Because.UNSEEN_MAILS())


def _is_settled(said: Understanding) -> bool:
    return "resolved" in said.names and not _ASKS.intersection(said.names)


def _join(sheet: Sheet, mail: Reading) -> None:
    email, known = mail.sender.email, sheet.case.contact(mail.sender.email)
    contact = known or Contact(email, joined_by=mail.by)
    proven = mail.trust is Trust.PASS
    contact = replace(
        contact,
        name=mail.sender.name or contact.name,
        lang=mail.said.lang or contact.lang,
        verified=contact.verified or proven,
    )
    others = tuple(one for one in sheet.case.contacts if one.email != email)
    sheet.change(
        contacts=(*others, contact) if known is None else _in_place(sheet, contact),
        counterpart=email if proven else sheet.case.counterpart or email,
        reminders=0,
        last_contact=mail.at,
        not_before=None,
        answered_at=None,
        end_user=sheet.case.end_user or mail.said.fact("end_user"),
        description=sheet.case.description or _description(mail),
    )


def _description(mail: Reading) -> str:
    """The problem in his own words, where the mail tells of one."""
    tells = "problem_report" in mail.said.names or mail.by in ("new", "linked")
    return mail.text.strip()[:_LONGEST_DESCRIPTION] if tells else ""


def _in_place(sheet: Sheet, contact: Contact) -> tuple[Contact, ...]:
    return tuple(contact if one.email == contact.email else one for one in sheet.case.contacts)


def _keep_facts(sheet: Sheet, said: Understanding) -> None:
    promise = moment(said.fact("promise"))
    if promise is not None:
        sheet.change(promised=promise)
        sheet.say(Because.NAMES_DATE(day=promise.date().isoformat()))


def _keep_watching(sheet: Sheet) -> None:
    sheet.change(watch_until=sheet.now + sheet.rules.watch_lasts, not_before=None)
    sheet.move(Step.WATCH_STARTED, Because.KEEPS_WATCHING())


def _resolved(sheet: Sheet, mail: Reading, was: Status) -> None:
    if was is Status.CLOSED:
        sheet.say(Because.CLOSED_ALREADY())
        return
    close(sheet, Step.RESOLVED, Because.SOLVED())
    if was is not Status.CLOSING:
        write_reply(sheet, mail, ["closed"], Content(), None)


def _answer(sheet: Sheet, mail: Reading, said: Understanding) -> None:
    letters, content = _reopened(sheet)
    if mail.text.strip() and not is_understood(said):
        hold_unclear(sheet, mail)
    for name in said.names:
        part, content = _part(sheet, mail, said, name, content)
        letters += [part] if part else []
    believed = "data_received" in letters
    carried, content = _carry(sheet, mail.sender.email, content)
    letters = list(dict.fromkeys([*letters, *carried]))
    if content.answer_by is not None:
        content = replace(content, answer_by=answer_by(sheet.now, sheet.rules))
    owes = _who_owes(sheet, said)
    if not letters and _opens(mail) and not _asks_for_a_letter(sheet, said):
        letters, content = ["case_opened"], _opened_content(sheet, content)
    draft = write_reply(sheet, mail, letters, content, owes) if letters else None
    _turn(sheet, owes, draft)
    if believed:
        arrival.draft_packet(sheet)
    _tell(sheet, mail, said)


def _reopened(sheet: Sheet) -> tuple[list[str], Content]:
    if sheet.case.status is not Status.CLOSED:
        return [], Content()
    reopen(sheet, Because.WROTE_AGAIN())
    return ["reopened"], Content(answer_by=answer_by(sheet.now, sheet.rules))


def _part(
    sheet: Sheet, mail: Reading, said: Understanding, name: str, content: Content
) -> tuple[str, Content]:
    """The letter part an intent asks for, and what it adds to the content."""
    letter = sheet.rules.intents[name].letter if name in sheet.rules.intents else ""
    if name == "sftp_request":
        letter = _account(sheet, mail)
    elif name == "data_uploaded":
        files = arrival.believe(sheet, mail)
        if files is None:
            return "", content
        sheet.case = asked.by_word(sheet.case, said, sheet.now)
        content = _with_receipt(sheet, content, files)
        arrival.receipted(sheet, files)
    elif name == "question":
        sheet.change(
            questions=(*sheet.case.questions, *said.questions),
            question_since=sheet.case.question_since or mail.at,
        )
        content = replace(content, questions=tuple(map(unnumbered, sheet.case.questions)))
    elif name == "data_refused":
        sheet.change(refused_data=True)
        refused = _mentioned(said, MentionMode.REFUSED)
        content = replace(content, refused=(*content.refused, *refused))
    elif name == "upload_problem":
        content = replace(content, problem=said.fact("upload_problem") or "other")
    elif name == "resolved":
        letter = ""
    return letter, content


def _with_receipt(sheet: Sheet, content: Content, files: Sequence[object]) -> Content:
    whole = arrival.receipt(sheet, tuple(f for f in sheet.case.uploads if f in files))
    return replace(content, files=whole.files, missing=whole.missing, answer_by=whole.answer_by)


def _account(sheet: Sheet, mail: Reading) -> str:
    """The part that hands over a login; opens or renews one where it is ours to do so."""
    case, person = sheet.case, mail.sender.email
    if any(account.origin == "read" for account in case.accounts):
        sheet.say(Because.ON_OTHER_SERVER())
        return "upload_instructions"
    if not sheet.rules.opens_accounts:
        sheet.need(Because.ACCOUNT_WANTED())
        return ""
    own = next((account for account in case.accounts if account.person == person), None)
    if own is not None and mail.trust is not Trust.PASS:
        return "upload_instructions"
    if own is not None and sheet.now - own.opened < sheet.rules.renew_after:
        sheet.say(Because.ACCOUNT_JUST_MADE())
        return ""
    sheet.order(OpenAccount(person))
    others = any(one.person != person and not one.read_only for one in case.accounts)
    instructed = any(said.what == "upload_instructions" for said in case.said)
    return "account_ready" if others and instructed else "upload_instructions"


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
        if not draft.answers or "closed" in draft.letters:
            continue
        letters += draft.letters
        content = draft.content.joined(content)
    return letters, content


def _who_owes(sheet: Sheet, said: Understanding) -> Owes:
    """Who says "solved" and something else has given nobody's step away by the first."""
    order = tuple(Owes)
    names = [name for name in said.names if name != "resolved" or len(said.names) == 1]
    intents = (sheet.rules.intents[name] for name in names if name in sheet.rules.intents)
    return min((intent.owes for intent in intents), key=order.index, default=Owes.NOBODY)


def _opens(mail: Reading) -> bool:
    """Whether a mail that opens a case and asks for no letter gets one nevertheless."""
    by_name = mail.to_engineer and not mail.to_desk
    return mail.by in ("new", "linked") and not by_name


def _asks_for_a_letter(sheet: Sheet, said: Understanding) -> bool:
    return any(
        sheet.rules.intents[name].letter for name in said.names if name in sheet.rules.intents
    )


def _opened_content(sheet: Sheet, content: Content) -> Content:
    return replace(content, answer_by=answer_by(sheet.now, sheet.rules))


def _turn(sheet: Sheet, owes: Owes, draft: Draft | None) -> None:
    if sheet.case.is_held or owes in (Owes.WE, Owes.WE_FORWARD, Owes.WE_LAST):
        sheet.move(Step.WE_OWE, Because.OUR_STEP())
    elif owes is Owes.THEY and draft is None:
        sheet.move(Step.THEY_OWE, Because.THEIR_STEP())
    elif owes is Owes.THEY and sheet.case.status is not Status.ESCALATED:
        sheet.move(Step.WE_OWE, Because.LETTER_FIRST())


def _tell(sheet: Sheet, mail: Reading, said: Understanding) -> None:
    for found in said.intents:
        intent = sheet.rules.intents.get(found.name)
        if intent is not None and intent.told is not None:
            sheet.tell(intent.told(said=found.evidence))
    if "escalate" in said.names:
        _escalate(sheet, mail, said)


def _escalate(sheet: Sheet, mail: Reading, said: Understanding) -> None:
    evidence = next(found.evidence for found in said.intents if found.name == "escalate")
    sheet.tell_lead(Because.PRESSES(said=evidence))
    if mail.trust is not Trust.PASS:
        return
    sheet.change(hands_off=evidence)
    held = tuple(dict.fromkeys(map(organisation, sheet.case.customers)))
    sheet.order(HandsOff(held, HandsOffChange.PLACE, evidence))


def _mentioned(said: Understanding, mode: MentionMode) -> tuple[str, ...]:
    return tuple(mention.item for mention in said.mentions if mention.mode is mode)
