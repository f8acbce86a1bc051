"""What a template sees of a case: small frozen values, each made safe to stand in a sentence."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from mailbot.desk.case.draft import Draft
from mailbot.desk.case.rulebook import Server
from mailbot.desk.case.transfer import Account
from mailbot.letters.files import FileView
from mailbot.letters.speech import Speech
from mailbot.letters.wording import (
    day,
    fact_label,
    indented,
    one_line,
    own_words,
    size,
    without_seals,
)
from mailbot.ports import Written
from mailbot.reasons import Reason
from mailbot.understanding.item import Item
from mailbot.understanding.sentences import unmarked
from mailbot.understanding.understood import Fact, MomentFact, NumberFact

# a year that no date has: a date is written with its own
_NO_YEAR = 0
# the facts that are sizes in bytes
_SIZES = "_size"
_SAYS_MORE = 12
_NOT_FOR_READERS = (
    "account_", "access_code", "promise", "watch_until", "end_user", "upload_", "phone",
    "download_", "meeting", "protection", "unread", "forwarded_",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class ItemView:
    """Something asked for: how it is called, and how it is collected ('' if unknown)."""

    title: str
    how: str


@dataclass(frozen=True, slots=True)
class FactView:
    """Something known of the case, and the sentence it was read from."""

    label: str
    value: str
    evidence: str


@dataclass(frozen=True, slots=True)
class CaseView:
    """The case as a letter names it, and what became of what was asked for.

    ``description`` is the customer's own words, indented by four; '' if unknown.
    """

    number: str
    title: str
    description: str
    end_user: str
    organisation: str
    opened: datetime
    asked: tuple[ItemView, ...]
    arrived: tuple[ItemView, ...]
    refused: tuple[ItemView, ...]
    recurring: tuple[ItemView, ...]
    uploads: tuple[FileView, ...]
    facts: tuple[FactView, ...]


@dataclass(frozen=True, slots=True)
class AccountView:
    """A login as a letter shows it; ``shared`` is one on another server, for the whole case.

    ``password`` is a seal, '' where it is not given again, and absent from every letter that
    is not marked as secret.
    """

    host: str
    port: int
    user: str
    folder: str
    fingerprint: str
    expires: object
    shared: bool
    renewed: bool
    password: object


@dataclass(frozen=True, slots=True)
class DraftView:
    """A draft as staff sees it: its text indented by four, no seal in it.

    ``answers`` are the words of the mail it answers, in the same way, '' where there are none.
    """

    id: str
    letters: str
    to: str
    subject: str
    text: str
    withheld: tuple[str, ...]
    gap: bool
    answers: str


def account_view(
    account: Account, server: Server, expires: object, password: object
) -> AccountView:
    """Where the mail that told the account is silent, the server we know stands in."""
    return AccountView(
        host=one_line(account.host) or server.host,
        port=account.port or server.port,
        user=one_line(account.user),
        folder=one_line(account.folder) or server.folder,
        fingerprint=one_line(account.fingerprint or _own_fingerprint(account, server)),
        expires=expires,
        shared=not account.is_ours,
        renewed=account.handed_over is not None,
        password=password,
    )


def _own_fingerprint(account: Account, server: Server) -> str:
    return server.fingerprint if account.is_ours else ""


def item_views(names: Sequence[str], items: Mapping[str, Item], lang: str) -> tuple[ItemView, ...]:
    """How these are called; a general name goes where a more exact one says the same."""
    general = {
        name for name in names if name in items and not set(items[name].kinds).isdisjoint(names)
    }
    return tuple(_item_view(name, items.get(name), lang) for name in names if name not in general)


def _item_view(name: str, item: Item | None, lang: str) -> ItemView:
    unknown = one_line(name.replace("_", " "))
    if item is None:
        return ItemView(unknown, "")
    return ItemView(item.title.get(lang, unknown), item.how.get(lang, "").strip())


def fact_views(facts: Sequence[Fact], lang: str) -> tuple[FactView, ...]:
    """Facts a reader can use: nothing of accounts, each value once."""
    told = {
        (fact.name, _shown(fact, lang)): one_line(fact.evidence)
        for fact in facts
        if not fact.name.startswith(_NOT_FOR_READERS)
    }
    return tuple(
        FactView(fact_label(name, lang), value, _evidence(evidence, value))
        for (name, value), evidence in told.items()
    )


def _shown(fact: Fact, lang: str) -> str:
    """A day and a size as letters write them, a text in one line."""
    match fact:
        case MomentFact(value=at):
            return f"{day(at, lang, _NO_YEAR)} {at:%H:%M}"
        case NumberFact(name=name, value=count) if name.endswith(_SIZES):
            return size(count)
    return one_line(fact.said)


def _evidence(evidence: str, value: str) -> str:
    """The sentence a value was read from, where it says more than the value."""
    said = unmarked(evidence)
    return said if len(said) - len(value) > _SAYS_MORE else ""


def draft_views(
    ids: Sequence[str],
    drafts: Sequence[Draft],
    waiting: Mapping[str, Written],
    lang: str,
    speech: Speech,
) -> tuple[DraftView, ...]:
    """The drafts a staff letter speaks of, with their texts."""
    known = {draft.id: draft for draft in drafts}
    return tuple(
        _draft_view(one, known.get(one), waiting[one], lang, speech)
        for one in ids
        if one in waiting
    )


def _draft_view(
    draft_id: str, draft: Draft | None, written: Written, lang: str, speech: Speech
) -> DraftView:
    return DraftView(
        id=draft_id,
        letters=speech.names_of("+".join(draft.letters), lang) if draft is not None else "",
        to=", ".join(map(one_line, draft.to)) if draft is not None else "",
        subject=one_line(written.subject),
        text=indented(without_seals(written.text)),
        withheld=reasons(draft.withheld, lang, speech) if draft is not None else (),
        gap=draft is not None and draft.gap and not draft.edited,
        answers=own_words(written.answers) if written.answers.strip() else "",
    )


def reasons(said: Sequence[Reason], lang: str, speech: Speech) -> tuple[str, ...]:
    """What the desk said to its people, each reason worded for a reader of this language."""
    return tuple(filter(None, (one_line(speech.worded(one, lang)) for one in said)))
