"""What an engineer orders by mail: carried out, and answered in a line, to them alone."""

from collections.abc import Sequence
from dataclasses import replace

from mailbot.bot.absences import Absences
from mailbot.bot.engine import Engine
from mailbot.bot.happenings import Happening
from mailbot.bot.inbound.read_mail import Sheaf
from mailbot.bot.mailed.hash_orders import HashOrders
from mailbot.bot.mailed.notice_answer import NoticeAnswer
from mailbot.bot.mailed.outcome import Outcome, together
from mailbot.bot.mailed.presence_orders import PresenceOrders
from mailbot.bot.orders import Orders
from mailbot.bot.outbound.internal_letter import answer
from mailbot.bot.outbound.shown_texts import shown_texts
from mailbot.desk.case.case import Case
from mailbot.desk.case.draft import Audience, Content, Draft
from mailbot.desk.case.rulebook import Occasion
from mailbot.desk.decisions.new_draft import new_draft
from mailbot.desk.people.role import Role
from mailbot.mail.message import Message, Trust
from mailbot.mail.subject import case_number, has_reply_prefix
from mailbot.obeyed import Obeyed
from mailbot.repositories.mails import StoredMail
from mailbot.understanding.order_lines import OF_NO_CASE, Ordered, order_lines
from mailbot.understanding.said_of_draft import Saying, said_of_draft

_OURS = (Role.DESK, Role.STAFF)
_LONGEST_THREAD = 12


def obey(engine: Engine, stored: StoredMail, sheaf: Sheaf, happened: list[Happening]) -> bool:
    """Carry out what a mail orders, and answer it; False where it orders nothing.

    Only a mail of one of ours that our server verified, to the desk and to nobody outside, orders
    anything: what is said to a customer is no order.
    """
    if sheaf.role is not Role.STAFF or not _is_among_us(engine, sheaf.message):
        return False
    outcome = _outcome(engine, sheaf)
    if outcome is None:
        return False
    engine.mailroom.keep_order(stored, sheaf, outcome.case, happened)
    _answer(engine, stored, sheaf, outcome)
    return True


def _is_among_us(engine: Engine, message: Message) -> bool:
    people = engine.mailroom.intake.people
    everybody = [people.claimed(one.email) for one in message.recipients]
    return people.is_to_desk(message) and all(one in _OURS for one in everybody)


def _outcome(engine: Engine, sheaf: Sheaf) -> Outcome | None:
    """What it came to; None where the mail is no order."""
    message, orders = sheaf.message, Orders(engine)
    ordered = order_lines(message.text)
    found = engine.state.notices.answered(message.ancestors)
    if not ordered.lines and found is None:
        return _of_no_notice(engine, message)
    if not engine.mailroom.intake.people.is_engineer(message.sender.email):
        return Outcome((Obeyed.ONLY_ENGINEERS(),))
    if message.trust is not Trust.PASS and found is None:
        # a desk may believe its unstamped mail; an order wants more than a name in From
        return Outcome((Obeyed.NOT_PROVEN(),))
    if ordered.lines:
        return _of_lines(orders, sheaf, ordered)
    return NoticeAnswer(orders, sheaf, *found).carry_out() if found is not None else None


def _of_lines(orders: Orders, sheaf: Sheaf, ordered: Ordered) -> Outcome:
    """What somebody says of themselves needs no case, the others do."""
    own = PresenceOrders(Absences(orders.engine), sheaf.message.sender.email)
    done = [own.carry_out(line) for line in ordered.lines if line.order in OF_NO_CASE]
    others = tuple(line for line in ordered.lines if line.order not in OF_NO_CASE)
    if others:
        done.append(_of_case(orders, sheaf, replace(ordered, lines=others)))
    return together(done)


def _of_case(orders: Orders, sheaf: Sheaf, ordered: Ordered) -> Outcome:
    engine, subject = orders.engine, sheaf.message.subject
    named = case_number(subject, engine.mailroom.case_prefix)
    case_id = engine.mailroom.intake.file(sheaf, engine.state).case_id or named
    if not case_id or engine.state.cases.find(case_id) is None:
        return Outcome((Obeyed.WHICH_CASE(),))
    return HashOrders(orders, case_id, sheaf.message.sender.email).carry_out(ordered)


def _of_no_notice(engine: Engine, message: Message) -> Outcome | None:
    """A bare yes or no to the desk alone is meant for some notice, and must not be lost."""
    people = engine.mailroom.intake.people
    if any(people.claimed(one.email) is not Role.DESK for one in message.recipients):
        return None
    said = said_of_draft(message.text, (message.sender.name,))
    if said.saying not in (Saying.YES, Saying.NO) or said.text:
        return None
    return Outcome((Obeyed.WHICH_LETTER(),))


def _answer(engine: Engine, stored: StoredMail, sheaf: Sheaf, outcome: Outcome) -> None:
    now, message = engine.clock.now(), sheaf.message
    case = _with_drafts(engine, outcome)
    letters = (Occasion.ORDER_CAME, *((Occasion.DRAFT_WAITS,) if outcome.shows else ()))
    content = Content(notes=outcome.told, drafts=outcome.shows)
    reader = message.sender.email
    draft = new_draft(letters, Audience.STAFF, (reader,), now, content)
    texts = shown_texts(engine.state, [one for one in case.drafts if one.id in outcome.shows])
    written = engine.scribe.letters.write(replace(draft, lang=engine.rules.lang), case, texts)
    subject = _answering(message.subject) or written.subject
    thread = tuple(filter(None, (*message.references, *message.in_reply_to, message.message_id)))
    thread = tuple(dict.fromkeys(thread))[-_LONGEST_THREAD:]
    letter = answer(stored.id, reader, thread, outcome.shows)
    engine.outbox.queue_internal(letter, replace(written, subject=subject), now)


def _with_drafts(engine: Engine, outcome: Outcome) -> Case:
    """The case it is about, with every draft that is shown again."""
    state = engine.state
    about = state.cases.find(outcome.case) if outcome.case else None
    case = about or Case(id="", title="", opened=engine.clock.now())
    return replace(case, drafts=tuple(_drafts(engine, outcome.shows)))


def _drafts(engine: Engine, ids: Sequence[str]) -> list[Draft]:
    cases = (
        (one, engine.state.cases.find(engine.state.merges.current(one.rpartition("/")[0])))
        for one in ids
    )
    found = (case.draft(one) for one, case in cases if case is not None)
    return [draft for draft in found if draft is not None]


def _answering(subject: str) -> str:
    said = " ".join(subject.split())
    return said if not said or has_reply_prefix(said) else f"Re: {said}"
