"""Recognises unmarked automatic replies by wording: signs are weighed, and one is never enough.

People say some of these things too. But they also speak of the matter, ask, plan, quote; a
program confirms, refers to somebody else, and says what would fit any other mail.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from mailbot.mail.automatic.concepts import OF_A_PERSON, concepts
from mailbot.mail.automatic.sentences import sentences
from mailbot.mail.automatic.weights import (
    ALONE,
    BY_NAME,
    FAMILIES,
    FAMILY,
    GONE,
    GREETS,
    HALF_PERSONAL,
    ITSELF,
    LONG,
    MOSTLY_PERSONAL,
    NOTHING_ELSE,
    OFFICE,
    ONLY_AWAY,
    ONLY_THAT,
    OPENS,
    PERSONAL,
    QUOTES,
    SECOND,
    SHORT,
    SUBJECTS,
    SURE_OFFICE,
    TAKES_UP,
    THIRD,
    TO_SEVERAL,
    UNREAD,
    Sign,
)
from mailbot.mail.sender import is_office

# leaving a customer unanswered costs more than reading an automatic reply
ENOUGH = 43
_READ = 2_000
_LONG, _SHORT = 900, 40
_SHORTEST_NAME = 2
_HAN = "\u4e00"
_TWO = 2
_OF_BOTH = frozenset({"self", "yours", "office", "where"})
# signs worth naming as the reason; the others only add to the score
_TELLING = frozenset((*FAMILIES, *SUBJECTS, OFFICE, BY_NAME))

_PREFIX = re.compile(
    r"\s{0,5}(?:re|回复|答复|回覆|答覆|aw|sv|antw|tr|rv|odp)(?:\[\d\])?\s?[:：]", re.IGNORECASE
)
_FORWARD = re.compile(r"\s{0,5}(?:fwd?|转发|轉寄|轉發|wg|tr)\s?[:：]", re.IGNORECASE)
_GREETING = re.compile(
    r"\s{0,5}(?:(?:hi|hello|hey|dear|good (?:morning|afternoon|evening))\s(?:mr\.?|ms\.?|mrs\.?"
    r"|dr\.?)?\s?(?!there|sir|madam|sender|customer|applicant|all|every|colleague|friend|user"
    r"|correspond|visitor|team|support|guest|valued|from|member|client|supplier|and|or|thank|the"
    r"|we|i\b|you|this|\w{1,20} support)[a-z]\w{1,20}"
    r"|[^\W\d_]{1,3}(?:工|总|老师|经理|先生|女士|博士|哥|姐|工程师|經理|總|老師)"
    r"\s?(?:[,，:：。!！\n]|您好|你好|早|好))",
    re.IGNORECASE,
)
_TITLES = ("mr", "mr.", "ms", "ms.", "mrs", "mrs.", "dr", "dr.", "prof", "prof.", "sgt", "sgt.")
_ENDS = ".!?。！？\n\"“‘'"
_ABOUT_PERSON = re.compile(
    r"[”\"’']?\s?(?:'s|’s|is\b|was\b|has\b|had\b|will\b|no longer|does|can|isn't|won't|left\b"
    r"|retire|的|已|正|现|現|目前|将|將|今|休|不|因|出|外|在|调|調|离|離|近|暂|暫)",
    re.IGNORECASE,
)
_CONTENT = re.compile(r"[a-z]{4,40}")
# a sentence that only declares itself automatic
_DECLARES = re.compile(
    r" ?(?:系统|系统的|来自系统的|邮箱)?自动(?:回复|答复|应答|发送)(?:邮件|消息)? ?"
    r"| ?(?:automatic|automated|auto-?)\s?(?:reply|response|message|acknowledge?ment) ?"
)
# quoted words, about which a person writes
_CITED = re.compile(r"“[^“”\n]{1,200}+”|「[^「」\n]{1,200}+」|(?<!\w)\"[^\"\n]{1,200}\"")
_COMMON = frozenset({
    "with", "from", "this", "that", "your", "have", "been", "please", "about", "again", "reply",
    "message", "mail",
})  # fmt: skip


def signs_of_a_program(
    subject: str, own: str, quoted: str, sender: str, recipients: int = 1
) -> str:
    """The signs by which this is an automatic reply, or ''.

    A program replies only to the sender, to nobody else (RFC 3834, 4).
    """
    if _FORWARD.match(subject) or len(own) > _READ:
        return ""
    found = evidence(subject, own.strip(), quoted, sender)
    if recipients > 1:
        found = (*found, TO_SEVERAL)
    if sum(one.weight for one in found) < ENOUGH:
        return ""
    best = sorted(found, key=lambda one: (one not in _TELLING, -one.weight))
    return ", ".join(one.said for one in best[:_TWO])


def evidence(subject: str, own: str, quoted: str, sender: str) -> tuple[Sign, ...]:
    """All signs in the mail, for a machine or for a person."""
    title, text = sentences(subject[:200]), sentences(_CITED.sub(" ", own))
    spoken = concepts((*title, *text))
    return (
        *((ITSELF,) if any(map(_DECLARES.fullmatch, text)) else ()),
        *_of_the_text(spoken[len(title) :]),
        *_of_the_subject(subject, spoken[: len(title)]),
        *_of_the_sender(own, sender),
        *_of_the_form(subject, own, quoted),
    )


def _of_the_text(spoken: tuple[frozenset[str], ...]) -> Iterator[Sign]:
    # a sentence on the matter in hand was written by a person, whatever else is in it
    distinct = set(spoken)
    general = [one for one in distinct if "matter" not in one]
    families = [one for one in FAMILIES if one.is_in(general)]
    yield from families
    yield from _of_the_share(spoken)
    yield from (one for one in (*ALONE, *PERSONAL) if one.is_in(distinct))
    for least, one in enumerate((FAMILY, SECOND, THIRD), start=1):
        if len(families) >= least:
            yield one
    everything = frozenset[str]().union(*spoken)
    if everything & OF_A_PERSON or "question" in everything:
        return
    yield NOTHING_ELSE
    if families:
        yield ONLY_THAT
    if "away" in everything or {UNREAD, GONE} & set(families):
        yield ONLY_AWAY


def _of_the_share(spoken: tuple[frozenset[str], ...]) -> Iterator[Sign]:
    personal = sum(map(_is_personal, spoken))
    if personal * 2 >= len(spoken):
        yield HALF_PERSONAL
    if personal * 4 >= len(spoken) * 3:
        yield MOSTLY_PERSONAL


def _is_personal(sentence: frozenset[str]) -> bool:
    """Whether personal concepts outnumber those of programs, without the ones common to both."""
    theirs = sentence & OF_A_PERSON
    return "question" in sentence or len(theirs) > len(sentence - theirs - _OF_BOTH)


def _of_the_subject(subject: str, spoken: tuple[frozenset[str], ...]) -> Iterator[Sign]:
    """Signs in the subject; that of a reply is only repeated and says nothing."""
    if not _PREFIX.match(subject):
        everything = (frozenset[str]().union(*spoken),)
        told = [one for one in SUBJECTS if one.is_in(everything)]
        yield from told or (OPENS,)


def _of_the_sender(own: str, sender: str) -> Iterator[Sign]:
    office, surely = is_office(sender)
    if office:
        yield OFFICE
    if surely:
        yield SURE_OFFICE
    if _speaks_of_its_owner(own, sender):
        yield BY_NAME


def _of_the_form(subject: str, own: str, quoted: str) -> Iterator[Sign]:
    if quoted.strip():
        yield QUOTES
    if _GREETING.match(own):
        yield GREETS
    if _takes_up(subject, own):
        yield TAKES_UP
    if len(own.encode("utf-8", "replace")) < _SHORT:
        yield SHORT
    if len(own) > _LONG:
        yield LONG


def _takes_up(subject: str, own: str) -> bool:
    """Whether the text takes up words of the subject; programs repeat all or nothing of it."""
    prefix = _PREFIX.match(subject)
    if not prefix:
        return False
    bare, text = subject[prefix.end() : 200].strip().lower(), own.lower()
    words = set(_CONTENT.findall(bare)) - _COMMON
    pairs = {one + two for one, two in pairwise(bare) if min(one, two) >= _HAN}
    return bare not in text and any(word in text for word in words | pairs)


def _speaks_of_its_owner(own: str, sender: str) -> bool:
    name = sender.rpartition("<")[0].strip(" \"'")
    names = {one[:60] for one in (name, name.partition(" ")[0]) if len(one) >= _SHORTEST_NAME}
    return any(_begins_with(own, one) for one in names)


def _begins_with(own: str, name: str) -> bool:
    """Whether a sentence begins with the name and goes on about that person."""
    at = own.find(name)
    while at >= 0:
        if _ends_a_sentence(own[max(0, at - 20) : at]) and _ABOUT_PERSON.match(own, at + len(name)):
            return True
        at = own.find(name, at + 1)
    return False


def _ends_a_sentence(before: str) -> bool:
    bare = before.rstrip(" \t")
    title = next((one for one in _TITLES if bare.lower().endswith(one)), "")
    bare = bare[: len(bare) - len(title)].rstrip(" \t")
    return not bare or bare[-1] in _ENDS
