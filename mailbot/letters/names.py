"""The names a template may speak of; what is not known of a case says so when it is printed."""

import re
from collections.abc import Mapping
from pathlib import PurePath

from mailbot.because import Because
from mailbot.desk.case.case import Case
from mailbot.desk.case.draft import Audience, Content, DraftState
from mailbot.desk.case.matter import ItemState
from mailbot.desk.case.rulebook import Occasion
from mailbot.desk.case.transfer import Account
from mailbot.desk.people.organisation import organisation
from mailbot.letters.files import file_views
from mailbot.letters.page import Absent, Page, or_absent
from mailbot.letters.salutation import reader
from mailbot.letters.signature import known_name, person_name
from mailbot.letters.views import (
    AccountView,
    CaseView,
    ItemView,
    account_view,
    draft_views,
    fact_views,
    item_views,
    reasons,
)
from mailbot.letters.wording import GAPS, SOMEBODY, among, fitting, one_line, own_words
from mailbot.understanding.sentences import unmarked

_PREFIX = re.compile(
    r"^(?:(?:re|fwd?|回复|回覆|答复|答覆|转发|轉發)\s*[:：]\s*|【案例】\s*|\[case\]\s*)+",
    re.IGNORECASE,
)
_NO_TITLE = "(no subject)"
_OPEN_LETTER = Because.SECRET_NOT_MARKED.value
_INSTRUCTED = (Occasion.LOGIN, Occasion.ONE_MORE_LOGIN)


def names(page: Page) -> dict[str, object]:
    """What every template sees."""
    return {
        "parts": page.draft.letters,
        "case": _case(page),
        "account": _account(page, Absent(hint=_OPEN_LETTER)),
        "handler": among(_handler(page) or SOMEBODY[page.lang], page.lang),
        "gap": GAPS[page.lang],
        "checked": page.draft.written,
        "asked": _asked(page),
        "account_asked": _account_asked(page.case),
        "claimed": _claimed(page),
        "instructed": _instructed(page),
        "last_contact": or_absent(page.case.talk.last_contact, Because.NOTHING_SAID),
        "drafts": draft_views(
            page.draft.content.drafts, page.case.drafts, page.waiting, page.lang, page.speech
        ),
        **_content(page.draft.content, page),
        **_desk(page),
        **_frame(page),
    }


def _handler(page: Page) -> str:
    return known_name(page.case.parties.engineer, _known(page))


def with_password(page: Page) -> AccountView | Absent:
    """The account as only a letter marked as secret sees it."""
    account = _account_of(page)
    return _account(page, account.password if account is not None else "")


def _content(content: Content, page: Page) -> dict[str, object]:
    return {
        "problem": content.problem,
        "reason": content.reason,
        "number": content.number,
        "close_on": or_absent(content.close_on, Because.NO_CLOSE_DATE),
        "answer_by": or_absent(content.answer_by, Because.NO_DATE),
        "questions": tuple(filter(None, map(_question, content.questions))),
        "words": content.words.strip(),
        "notes": reasons(content.notes, page.lang, page.speech),
        "files": file_views([one for one in content.files if one.has_come], page.lang),
        "incomplete": file_views([one for one in content.files if one.is_wanted_again], page.lang),
        "refused": item_views(content.refused, page.items, page.lang),
        "missing": item_views(content.missing, page.items, page.lang),
        "on_recurrence": item_views(content.on_recurrence, page.items, page.lang),
        "arrived": item_views(content.arrived, page.items, page.lang),
    }


def _case(page: Page) -> CaseView:
    case, lang = page.case, page.lang

    def in_state(*states: ItemState) -> tuple[ItemView, ...]:
        return item_views(case.matter.items_in(*states), page.items, lang)

    return CaseView(
        number=case.id,
        title=_title(case),
        description=own_words(case.matter.description) if case.matter.description.strip() else "",
        end_user=one_line(case.parties.end_user),
        organisation=_organisation(case),
        opened=case.opened,
        asked=in_state(ItemState.ASKED),
        arrived=in_state(ItemState.ARRIVED),
        refused=in_state(ItemState.REFUSED),
        recurring=in_state(ItemState.WAITS_FOR_RECURRENCE),
        uploads=file_views(case.transfer.uploads, lang),
        facts=fact_views(case.matter.facts, lang),
    )


def _organisation(case: Case) -> str:
    """For whom the customers write; '' where all we know is somebody's own address."""
    known = map(organisation, case.parties.customers)
    return one_line(next((name for name in known if "@" not in name), ""))


def _title(case: Case) -> str:
    """The title without reply marks and without our own tag, which the subject adds once."""
    tag = rf"[【\[]\s*(?:案例|case)?\s*{re.escape(case.id)}\s*[】\]]\s*"
    title = one_line(case.title)
    bare = re.sub(tag, "", title, flags=re.IGNORECASE) if case.id else title
    bare = _PREFIX.sub("", bare).strip()
    return "" if bare == _NO_TITLE else bare


def _account(page: Page, password: object) -> AccountView | Absent:
    account = _account_of(page)
    if account is None:
        return Absent(hint=Because.NO_ACCOUNT.value)
    expires = or_absent(account.expires, Because.NO_LAST_DAY)
    return account_view(account, page.letterhead.server, expires, password)


def _account_of(page: Page) -> Account | None:
    """The addressee's own login, else one that serves the whole case; for us and the second
    line any, for they are told where the files lie. One that only reads is for its own letter."""
    draft, inside = page.draft, page.draft.audience is not Audience.CUSTOMER
    seen = [one for one in page.case.transfer.accounts if draft.secret or not one.read_only]
    mine = (one for one in seen if one.person and one.person in draft.to)
    shared = (one for one in seen if not one.is_ours or not one.person or inside)
    return next(mine, None) or next(shared, None)


def _account_asked(case: Case) -> object:
    """When the administrator was asked for an account."""
    wanted = case.transfer.login_wanted
    return or_absent(wanted.asked if wanted is not None else None, Because.NOT_ASKED)


def _asked(page: Page) -> object:
    """The one day on which all that the letter speaks of was asked for."""
    content = page.draft.content
    spoken_of = content.missing or content.on_recurrence
    days = {
        page.calendar.local(item.since).date(): item.since
        for item in page.case.matter.items
        if item.name in spoken_of
    }
    once = next(iter(days.values())) if len(days) == 1 else None
    return or_absent(once, Because.NOT_ONE_DAY)


def _claimed(page: Page) -> tuple[ItemView, ...]:
    """What the mail this letter answers says is there now."""
    items, now = page.case.matter.items, page.draft.written
    told = [one.name for one in items if one.state is ItemState.ARRIVED and one.since == now]
    return item_views(told, page.items, page.lang)


def _question(text: str) -> str:
    """A question without the number its writer gave it: the letter counts anew."""
    return unmarked(one_line(text))


def _instructed(page: Page) -> object:
    sent = [said.at for said in page.case.talk.said if said.what in _INSTRUCTED]
    return or_absent(sent[-1] if sent else None, Because.NO_INSTRUCTIONS)


def _desk(page: Page) -> dict[str, object]:
    """What the letterhead says, as far as it is in the letter's language."""
    head, lang = page.letterhead, page.lang
    return {
        "desk": head.desk,
        "hotline": head.hotline,
        "hotline_hours": fitting(head.hotline_hours, lang),
        "server": head.server,
        "privacy_days": head.privacy_days,
        "readers": fitting(head.readers, lang),
        "contains": fitting(head.contains, lang),
        "reminders": head.reminders,
        "tool": "" if _tool_is_refused(page.case) else PurePath(head.tool_file).name,
        "tool_minutes": head.tool_minutes,
    }


def _tool_is_refused(case: Case) -> bool:
    """What was refused is never asked for again."""
    refused = case.matter.items_in(ItemState.REFUSED)
    return case.matter.refused_data or any("tool" in one for one in refused)


def _frame(page: Page) -> dict[str, object]:
    draft = page.draft
    to = next(iter(draft.to), "")
    return {
        "reader": reader(page.case.parties.contact(to), page.lang),
        "signer": person_name(draft.approved_by, _known(page)),
        "automatic": not draft.approved_by and draft.state is DraftState.QUEUED,
    }


def _known(page: Page) -> Mapping[str, str]:
    """The names of our people: as they sign, and before that as the configuration has them."""
    return {**dict(page.case.parties.names), **page.letterhead.names}
