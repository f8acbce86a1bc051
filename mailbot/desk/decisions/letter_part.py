"""The part of a letter that an intent asks for, and what it does to the case on the way."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from mailbot.because import Because
from mailbot.desk.case.actions import OpenAccount
from mailbot.desk.case.draft import Content
from mailbot.desk.case.reading import Reading
from mailbot.desk.case.rulebook import Occasion
from mailbot.desk.decisions import arrival, asked
from mailbot.desk.decisions.login_by_mail import has_login, wanted_by_customer
from mailbot.desk.decisions.reply import unnumbered
from mailbot.desk.decisions.sheet import Sheet
from mailbot.mail.message import Trust
from mailbot.understanding.intent import Effect, Intent
from mailbot.understanding.understood import UPLOAD_TROUBLE, MentionMode, Understanding


def part_of(sheet: Sheet, mail: Reading, intent: Intent, content: Content) -> tuple[str, Content]:
    """The letter part an intent asks for ('' for none), and what it adds to the content."""
    way = _PARTS.get(intent.effect)
    return way(sheet, mail, intent.letter, content) if way is not None else (intent.letter, content)


def _login_part(sheet: Sheet, mail: Reading, letter: str, content: Content) -> tuple[str, Content]:
    del letter
    return _account(sheet, mail), content


def _data_part(sheet: Sheet, mail: Reading, letter: str, content: Content) -> tuple[str, Content]:
    files = arrival.believe(sheet, mail)
    if files is None:
        return "", content
    sheet.matter = asked.by_word(sheet.matter, mail.said, sheet.now)
    content = _with_receipt(sheet, content, files)
    arrival.receipted(sheet, files)
    return letter, content


def _question_part(
    sheet: Sheet, mail: Reading, letter: str, content: Content
) -> tuple[str, Content]:
    sheet.talk = replace(
        sheet.talk,
        questions=(*sheet.talk.questions, *mail.said.questions),
        question_since=sheet.talk.question_since or mail.at,
    )
    return letter, replace(content, questions=tuple(map(unnumbered, sheet.talk.questions)))


def _refusal_part(
    sheet: Sheet, mail: Reading, letter: str, content: Content
) -> tuple[str, Content]:
    sheet.matter = replace(sheet.matter, refused_data=True)
    refused = _mentioned(mail.said, MentionMode.REFUSED)
    return letter, replace(content, refused=(*content.refused, *refused))


def _trouble_part(
    sheet: Sheet, mail: Reading, letter: str, content: Content
) -> tuple[str, Content]:
    del sheet
    return letter, replace(content, problem=mail.said.fact(UPLOAD_TROUBLE) or "other")


def _solved_part(sheet: Sheet, mail: Reading, letter: str, content: Content) -> tuple[str, Content]:
    """Something else was said beside it: nothing is closed."""
    del sheet, mail, letter
    return "", content


def _with_receipt(sheet: Sheet, content: Content, files: Sequence[object]) -> Content:
    whole = arrival.receipt(sheet, tuple(f for f in sheet.transfer.uploads if f in files))
    return replace(content, files=whole.files, missing=whole.missing, answer_by=whole.answer_by)


def _account(sheet: Sheet, mail: Reading) -> str:
    """The part that hands over a login; opens or renews one where it is ours to do so."""
    case, person = sheet.case, mail.sender.email
    if has_login(case):
        sheet.say(Because.ON_OTHER_SERVER())
        return Occasion.LOGIN
    if not sheet.rules.opens_accounts:
        wanted_by_customer(sheet, mail)
        return ""
    own = next((account for account in case.transfer.accounts if account.person == person), None)
    if own is not None and mail.trust is not Trust.PASS:
        return Occasion.LOGIN
    if own is not None and sheet.now - own.opened < sheet.rules.renew_after:
        sheet.say(Because.ACCOUNT_JUST_MADE())
        return ""
    sheet.order(OpenAccount(person))
    others = any(one.person != person and not one.read_only for one in case.transfer.accounts)
    instructed = any(said.what == Occasion.LOGIN for said in case.talk.said)
    return Occasion.ONE_MORE_LOGIN if others and instructed else Occasion.LOGIN


def _mentioned(said: Understanding, mode: MentionMode) -> tuple[str, ...]:
    return tuple(mention.item for mention in said.mentions if mention.mode is mode)


_Part = Callable[[Sheet, Reading, str, Content], tuple[str, Content]]
_PARTS: Mapping[Effect, _Part] = MappingProxyType(
    {
        Effect.WANTS_LOGIN: _login_part,
        Effect.BRINGS_DATA: _data_part,
        Effect.ASKS_QUESTION: _question_part,
        Effect.REFUSES_DATA: _refusal_part,
        Effect.UPLOAD_TROUBLE: _trouble_part,
        Effect.SOLVES: _solved_part,
    }
)
