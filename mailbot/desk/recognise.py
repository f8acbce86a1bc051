"""What a mail wants: the recogniser's whole answer, from a sealed text. No model, no memory."""

import re
from collections.abc import Mapping, Sequence
from datetime import datetime

from mailbot.desk import mentions as items_of
from mailbot.desk.choice import choice
from mailbot.desk.conditions import conditions
from mailbot.desk.facts import facts
from mailbot.desk.finding import Hit, hits, ready, weak_hits
from mailbot.desk.keys import grams_of
from mailbot.desk.language import language, salutation
from mailbot.desk.plain import plain
from mailbot.desk.reading import Fact, Found, Mention, Understanding
from mailbot.desk.rulebook import Intent, Item, Side, Sign
from mailbot.desk.sentences import Sentence, sentences
from mailbot.desk.smalltalk import is_smalltalk
from mailbot.desk.troubles import upload_trouble
from mailbot.mail.message import Attachment

__all__ = ["choice", "understand"]

_QUOTE_READ = 6_000
_MOST_QUESTIONS = 20
_ATTACHED = 0.95
_SPELLED = 0.99

_RECURS = re.compile(
    r"(?:如果?|若|一旦|万一|要是|再次?|后续|下次)[^。\n]{0,24}(?:有问题|出现|发生|复现|"
    r"重现|再现|蓝屏|异常|死机|还有|又有|产生)[^。\n]{0,30}(?:回复|联系|告知|告诉|通知|"
    r"反馈|来信|来电|致电|随时|邮件|上传|发给)|(?:观察|留意)[^。\n]{0,24}(?:是否|会不会|"
    r"有没有|还会)[^。\n]{0,12}(?:复现|出现|发生|重现|再|蓝屏)|"
    r"是否还?会?(?:再次?)?(?:复现|重现)|\b(?:if|should|in case|when|"
    r"once)\b[^.\n]{0,50}\b(?:again|recurs?|reoccurs?|comes? back|reappears?|returns?|"
    r"happens?|occurs?|persists?)\b[^.\n]{0,40}\b(?:write|reply|let|tell|contact|call|"
    r"inform|reach|drop|upload|send|notify|reopen|get in touch)\b|\b(?:write|reply|let "
    r"(?:me|us)|tell|contact|call|inform|reach|notify|get in touch)\b[^.\n]{0,40}\b(?:if|"
    r"should|in case|when|once)\b[^.\n]{0,40}\b(?:again|recurs?|reoccurs?|comes? back|"
    r"reappears?|returns?|happens?|occurs?)\b|\b(?:observe|watch|see|check|"
    r"monitor)\b[^.\n]{0,30}\b(?:whether|if)\b[^.\n]{0,40}\b(?:again|recurs?|comes? back|"
    r"reappears?|returns?|happens?|occurs?)\b",
    re.ASCII,
)
_FAILED = re.compile(
    r"不行|失败|无效|没用|没有?效果|没有?变化|没有?改善|仍|还是|依然|依旧|照样|"
    r"没(?:有)?(?:能)?解决|未(?:能)?解决|不起作用|不管用|不好使|又(?:出现|蓝屏|报|断|掉)|"
    r"报错|\b(?:still|fail\w*|no (?:change|effect|difference|luck|improvement|success)|"
    r"(?:same|identical) (?:error|issue|problem|result|behaviou?r|symptom)|to no avail|"
    r"unsuccessful|again)\b|(?:\bnot|n't)\b[^.\n]{0,12}\b(?:help|work|change|make|solve|"
    r"fix|improve)",
    re.ASCII,
)
_NO_FILE = re.compile(
    r"^(?:image\d{3,}|logo|signature|banner|icon|outlook-\w+|~wrd|"
    r"att\d{4,})[\w.-]*\.(?:png|jpe?g|gif|bmp)$|\.(?:ics|vcf|p7s|asc|sig)$|"
    r"^(?:winmail\.dat|smime\.p7m|invite)",
    re.IGNORECASE,
)


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
) -> Understanding:
    """What this mail wants, tells and gives. The text is sealed already; ``at`` its arrival.

    ``asked`` are the items the case waits for: a loose name is read as the one of them it fits.
    """
    said = sentences(message_text)
    files = tuple(one for one in attachments if _is_file(one))
    before = f"{subject}\n{quoted}"
    grams = [grams_of(sentence.plain) for sentence in said]
    hit = _weighed(_unbound(hits(said, grams, intents, side), said, side), intents, said, before)
    if not hit and not files and not is_smalltalk(said):
        hit = _likeliest(_weighed(weak_hits(said, grams, intents, side), intents, said, before))
    told = list(facts(message_text, said, at, watched=any(one.intent == "watch" for one in hit)))
    told += _trouble(hit, said)
    found = _found(hit, said)
    found += _beyond_words(found, files, told, side)
    found = _alone(found, intents, said)
    spoken = items_of.mentions(said, grams, hit, items, side)
    if side is Side.CUSTOMER:
        spoken = _with_files(items_of.meant(spoken, items, asked), files, items, asked)
    return Understanding(
        intents=tuple(found),
        facts=tuple(told),
        mentions=spoken,
        questions=_questions(hit, said, found),
        recurs=side is Side.STAFF and any(_RECURS.search(sentence.raw) for sentence in said),
        step_failed=_step_failed(hit, said),
        lang=language(message_text),
        salutation=salutation(message_text),
    )


def _is_file(attachment: Attachment) -> bool:
    return not attachment.inline and not _NO_FILE.search(attachment.name)


def _unbound(found: Sequence[Hit], said: Sequence[Sentence], side: Side) -> Sequence[Hit]:
    """Without what staff asks only under a condition that an earlier sentence named."""
    if side is Side.CUSTOMER or not any(hit.intent == "request_data" for hit in found):
        return found
    under = conditions(said)
    return [hit for hit in found if hit.intent != "request_data" or under[hit.sentence] is None]


def _weighed(
    found: Sequence[Hit], intents: Mapping[str, Intent], said: Sequence[Sentence], before: str
) -> tuple[Hit, ...]:
    """Without what lacks its sign, and what another intent of the sentence or mail says better."""
    named = {hit.intent for hit in found}
    signed = {name for name in named if _has_sign(intents[name].sign, said, before)}
    found = [hit for hit in found if hit.intent in signed]
    here: dict[int, set[str]] = {}
    for hit in found:
        here.setdefault(hit.sentence, set()).add(hit.intent)
    found = [hit for hit in found if not intents[hit.intent].gives_way & here[hit.sentence]]
    names = {hit.intent for hit in found}
    return tuple(hit for hit in found if not hit.phrase.not_with & names)


def _likeliest(found: Sequence[Hit]) -> tuple[Hit, ...]:
    """Of guesses only the best: two weak ones are not twice as sure."""
    best = max(found, key=lambda hit: hit.phrase.confidence, default=None)
    return tuple(hit for hit in found if best is not None and hit.intent == best.intent)


def _has_sign(sign: Sign | None, said: Sequence[Sentence], before: str) -> bool:
    if sign is None:
        return True
    if any(ready(sign.here).search(sentence.plain) for sentence in said):
        return True
    return bool(ready(sign.before).search(plain(before[:_QUOTE_READ])))


def _found(hit: Sequence[Hit], said: Sequence[Sentence]) -> list[Found]:
    """Each intent once, by its surest sentence, in the order of the mail."""
    best: dict[str, Hit] = {}
    for one in hit:
        known = best.setdefault(one.intent, one)
        if one.phrase.confidence > known.phrase.confidence:
            best[one.intent] = one
    return [
        Found(name, one.phrase.confidence, said[one.sentence].text) for name, one in best.items()
    ]


def _beyond_words(
    found: Sequence[Found],
    files: Sequence[Attachment],
    told: Sequence[Fact],
    side: Side,
) -> list[Found]:
    """What is plain without a phrase: an attached file, a login spelled out."""
    names = {one.name for one in found}
    if side is Side.CUSTOMER:
        if files and "data_uploaded" not in names:
            return [Found("data_uploaded", _ATTACHED, files[0].name)]
        return []
    user = next((fact for fact in told if fact.name == "account_user"), None)
    secret = any(fact.name == "account_password" for fact in told)
    if user is not None and secret:
        return [Found("account_created", _SPELLED, user.evidence)]
    return []


def _alone(
    found: Sequence[Found], intents: Mapping[str, Intent], said: Sequence[Sentence]
) -> list[Found]:
    """An intent that stands alone is found only where nothing else is said."""
    if found or not said or not is_smalltalk(said):
        return list(found)
    text = " ".join(sentence.plain for sentence in said)
    return [
        Found(one.name, phrase.confidence, said[0].text)
        for one in intents.values()
        if one.alone
        for phrase in one.phrases[:]
        if ready(phrase.pattern).search(text)
    ][:1]


def _with_files(
    spoken: Sequence[Mention],
    files: Sequence[Attachment],
    items: Mapping[str, Item],
    asked: Sequence[str],
) -> tuple[Mention, ...]:
    given = items_of.given(files, items, asked)
    came = {mention.item for mention in given}
    return (*(one for one in spoken if one.item not in came), *given)


def _questions(
    hit: Sequence[Hit], said: Sequence[Sentence], found: Sequence[Found]
) -> tuple[str, ...]:
    if not any(one.name == "question" for one in found):
        return ()
    asked = dict.fromkeys(said[one.sentence].text for one in hit if one.intent == "question")
    return tuple(asked)[:_MOST_QUESTIONS]


def _step_failed(hit: Sequence[Hit], said: Sequence[Sentence]) -> bool:
    return any(
        one.intent == "step_result" and bool(_FAILED.search(said[one.sentence].plain))
        for one in hit
    )


def _trouble(hit: Sequence[Hit], said: Sequence[Sentence]) -> list[Fact]:
    texts = [said[one.sentence].text for one in hit if one.intent == "upload_problem"]
    kinds = [(upload_trouble(text), text) for text in texts]
    known = [kind for kind in kinds if kind[0] != "other"] or kinds
    return [Fact("upload_problem", *known[0])] if known else []
