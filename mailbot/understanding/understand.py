"""Understands a mail: all that is recognised in a sealed text. No model, no state."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import islice

from mailbot.mail.message import Attachment
from mailbot.understanding import mentions as items_of
from mailbot.understanding.beside_solved import beside
from mailbot.understanding.cues import has_failed, may_recur, upload_trouble
from mailbot.understanding.facts import account, facts
from mailbot.understanding.finding import Hit, hits, ready
from mailbot.understanding.intent import Effect, Intent, Side
from mailbot.understanding.item import Item
from mailbot.understanding.language import language, salutation
from mailbot.understanding.lead_in import without_lead_ins
from mailbot.understanding.learned.likely import Recogniser
from mailbot.understanding.learned.written import Written
from mailbot.understanding.numbered_answer import choice
from mailbot.understanding.prefilter import Grams, grams_of
from mailbot.understanding.sentences import Sentence, sentences
from mailbot.understanding.smalltalk import is_smalltalk
from mailbot.understanding.understood import (
    CERTAIN,
    UPLOAD_TROUBLE,
    Fact,
    Found,
    Mention,
    TextFact,
    Understanding,
)
from mailbot.understanding.verdict import Verdict, verdict
from mailbot.understanding.weighing import standing, surest, unbound

__all__ = ["Text", "by_phrases", "choice", "understand"]

_MOST_QUESTIONS = 20

_NO_FILE = re.compile(
    r"^(?:image\d{3,}|logo|signature|banner|icon|outlook-\w+|~wrd|"
    r"att\d{4,})[\w.-]*\.(?:png|jpe?g|gif|bmp)$|\.(?:ics|vcf|p7s|asc|sig)$|"
    r"^(?:winmail\.dat|smime\.p7m|invite)",
    re.IGNORECASE,
)
_ADORNS = re.compile(r"logo|signature|banner|icon", re.IGNORECASE)


def understand(  # noqa: PLR0913 - the contract: all that a reading may go by
    message_text: str,
    quoted: str,
    subject: str,
    attachments: Sequence[Attachment],
    side: Side,
    intents: Mapping[str, Intent],
    items: Mapping[str, Item],
    at: datetime,
    asked: Sequence[str] = (),
    recogniser: Recogniser | None = None,
) -> Understanding:
    """What this mail wants, states and brings. The text is sealed already; ``at`` is its arrival.

    ``asked`` are the items the case waits for: a loose name is resolved to the one of them it fits.
    Without a ``recogniser`` the phrases alone are asked.
    """
    text = Text.of(message_text)
    files = tuple(filter(_is_file, attachments))
    read = by_phrases(text, files, intents, side)
    if recogniser is not None and message_text.strip():
        written = Written(side, subject, message_text, quoted)
        read = verdict(read, text.said, written, recogniser, intents)
    spoken = items_of.mentions(text.said, text.grams, read.hits, items, side)
    if side is Side.CUSTOMER:
        spoken = beside_case(spoken, attachments, items, asked)
    told = _told(text, read.hits, at)
    return replace(_of_verdict(text, read, side), facts=told, mentions=spoken)


@dataclass(frozen=True, slots=True)
class Text:
    """What was written: whole, as sentences, and as the phrases' index looks them up."""

    whole: str
    said: tuple[Sentence, ...]
    grams: tuple[Grams, ...]

    @classmethod
    def of(cls, text: str) -> "Text":
        said = sentences(text)
        return cls(text, said, tuple(grams_of(sentence.plain) for sentence in said))


def by_phrases(
    text: Text,
    files: Sequence[Attachment],
    intents: Mapping[str, Intent],
    side: Side,
) -> Verdict:
    """What the phrases and the rules beyond words find."""
    sure = unbound(hits(text.said, text.grams, intents, side), text.said, intents)
    hit = standing(sure, intents, text.said)
    certain = tuple(_beyond_words(files, account(text.whole), intents, side))
    known = {one.name for one in certain}
    found = [*(one for one in surest(hit, text.said) if one.name not in known), *certain]
    return Verdict(hit, _alone(found, intents, side, text.said))


def _told(text: Text, hit: Sequence[Hit], at: datetime) -> tuple[Fact, ...]:
    watched = any(one.effect is Effect.BEGINS_WATCH for one in hit)
    return (*facts(text.whole, text.said, at, watched=watched), *_trouble(hit, text.said))


def _of_verdict(text: Text, read: Verdict, side: Side) -> Understanding:
    """All but facts and mentions."""
    hit, said = read.hits, text.said
    results = (said[one.sentence].plain for one in hit if one.effect is Effect.TELLS_RESULT)
    return Understanding(
        intents=read.found,
        guesses=read.guesses,
        questions=_questions(hit, said, read.found),
        recurs=side is Side.STAFF and any(may_recur(sentence.raw) for sentence in said),
        step_failed=any(map(has_failed, results)),
        more=beside(hit, said) if any(one.effect is Effect.SOLVES for one in hit) else "",
        lang=language(text.whole),
        salutation=salutation(text.whole),
    )


def _is_file(attachment: Attachment) -> bool:
    """Whether we should look at it: a file, or a picture pasted into the text."""
    if attachment.is_pasted:
        return not _ADORNS.match(attachment.name)
    return not attachment.inline and not _NO_FILE.search(attachment.name)


def _beyond_words(
    files: Sequence[Attachment],
    told: Sequence[Fact],
    intents: Mapping[str, Intent],
    side: Side,
) -> Iterator[Found]:
    """Intents that need no phrase: an attached file, a login spelled out."""
    ways = {one.effect: one.name for one in intents.values() if one.side is side}
    facts_told = {fact.name: fact for fact in told}
    brings, spells = ways.get(Effect.BRINGS_DATA), ways.get(Effect.SPELLS_LOGIN)
    if files and brings is not None:
        yield Found(brings, CERTAIN, files[0].name)
    if spells is not None and {"account_user", "account_password"} <= facts_told.keys():
        yield Found(spells, CERTAIN, facts_told["account_user"].evidence)


def _alone(
    found: Sequence[Found],
    intents: Mapping[str, Intent],
    side: Side,
    said: Sequence[Sentence],
) -> tuple[Found, ...]:
    """What was found; if that is nothing but small talk, an intent that only counts alone."""
    if found or not said or not is_smalltalk(said):
        return tuple(found)
    text = " ".join(sentence.plain for sentence in said)
    alone = (
        Found(one.name, phrase.confidence, said[0].text)
        for one in intents.values()
        if one.alone and one.side is side
        for phrase in one.phrases
        if ready(phrase.pattern).search(text)
    )
    return tuple(islice(alone, 1))


def beside_case(
    spoken: Sequence[Mention],
    attachments: Sequence[Attachment],
    items: Mapping[str, Item],
    asked: Sequence[str],
) -> tuple[Mention, ...]:
    """Mentions, with loose names and files resolved to the items the case waits for."""
    files = tuple(filter(_is_file, attachments))
    spoken = items_of.meant(spoken, items, asked)
    given = items_of.given(files, items, asked)
    came = {mention.item for mention in given}
    return (*(one for one in spoken if one.item not in came), *given)


def _questions(
    hit: Sequence[Hit], said: Sequence[Sentence], found: Sequence[Found]
) -> tuple[str, ...]:
    names = {one.name for one in found}
    asks = [one for one in hit if one.effect is Effect.ASKS_QUESTION and one.intent in names]
    asked = dict.fromkeys(said[one.sentence].text for one in asks)
    return without_lead_ins(tuple(asked))[:_MOST_QUESTIONS] if asked else ()


def _trouble(hit: Sequence[Hit], said: Sequence[Sentence]) -> list[TextFact]:
    texts = [said[one.sentence].text for one in hit if one.effect is Effect.UPLOAD_TROUBLE]
    kinds = [(upload_trouble(text), text) for text in texts]
    known = [kind for kind in kinds if kind[0] != "other"] or kinds
    return [TextFact(UPLOAD_TROUBLE, *known[0])] if known else []
