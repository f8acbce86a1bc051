"""Which items a mail speaks of, and how: asked, asked if …, given, refused, delayed."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from mailbot.mail.message import Attachment
from mailbot.understanding.conditions import TURNS, asked_lists, condition, conditions
from mailbot.understanding.finding import Hit, ready
from mailbot.understanding.intent import Effect, Side
from mailbot.understanding.item import Item
from mailbot.understanding.prefilter import Grams, Index
from mailbot.understanding.scopes import Span, clause
from mailbot.understanding.sentences import Sentence
from mailbot.understanding.understood import Mention, MentionMode

_ASKS = re.compile(
    r"收集|采集|上传|提供|发送|发给|发一?下|发我|发来|传给|传到|传一?下|导出|截图|截屏|抓|"
    r"拍|打包|压缩|获取|提取|拷贝|录|反馈|给我|运行|执行|补充|需要|附上|回传|\b(?:collect|"
    r"gather|upload|send|provide|capture|attach|share|export|generate|get|forward|take|"
    r"grab|record|supply|submit|run|pull|zip|compress|copy|give|obtain|save|need|require|"
    r"include|waiting for|missing)\b",
    re.ASCII,
)
_ASKS_BY_NAME = re.compile(
    r"(?:请(?!问)|麻烦|需要|烦请|帮忙)[^,，。\n]{0,12}(?:截[图屏]|拍照|抓包|录屏|dump)|"
    r"\bplease (?:screenshot|photograph|record)"
)
_NOT_ASKED = re.compile(
    r"收到|已(?:经)?收集|收集到|已(?:经)?(?:上传|收集|打开|分析|查看)|(?:您|你们?|"
    r"客户)(?:之前|刚|上次)?(?:已)?(?:上传|提供|发|反馈|收集)的|打开|分析(?:了|过|结果|"
    r"显示)|查看(?:了|过)?您|根据|显示|第一次|由于不是|覆盖|报错为|里面|"
    r"中(?:可以)?(?:看到|发现|显示)|创建在|下载|解压到|在等待|期间|\b(?:received|"
    r"analy[sz]ed|looked (?:at|into|through)|you (?:have |had )?(?:sent|uploaded|provided|"
    r"attached)|opened|thank|thanks|shows?|based on|according to|we see|found in|"
    r"overwritten|from the)\b",
    re.ASCII,
)
_NO_LONGER = re.compile(
    r"不用再|不需要|无需|无须|不必|暂不需要|不用(?!户)|不再需要|没有?必要|可以不|不要再|"
    r"\b(?:no longer (?:need|require)|(?:don't|do not|needn't) need|not (?:necessary|"
    r"needed|required)|no need|don't have to|do not have to|can skip|unnecessary)",
    re.ASCII,
)
_CONDITION = re.compile(r"如果?有|若有|一旦有|\b(?:if|once|when|should)\b", re.ASCII)
_BY_EFFECT: Mapping[Effect, MentionMode] = {
    Effect.REFUSES_DATA: MentionMode.REFUSED,
    Effect.DELAYS_DATA: MentionMode.DELAYED,
    Effect.BRINGS_DATA: MentionMode.GIVEN,
}


@dataclass(frozen=True, slots=True)
class _Spoken:
    """An item's name found in a sentence."""

    item: str
    number: int
    found: Span


@dataclass(frozen=True, slots=True)
class _Names:
    """The compiled names of all items."""

    items: tuple[str, ...]
    patterns: tuple[re.Pattern[str], ...]
    index: Index


def mentions(
    sentences: Sequence[Sentence],
    grams: Sequence[Grams],
    found: Sequence[Hit],
    items: Mapping[str, Item],
    side: Side,
) -> tuple[Mention, ...]:
    """The items that a text mentions, each once, in its strongest mode."""
    spoken = tuple(_spoken(sentences, grams, items))
    said = (
        _by_customer(sentences, spoken, found)
        if side is Side.CUSTOMER
        else _by_staff(sentences, spoken, items)
    )
    return tuple({mention.item: mention for mention in said}.values())


def given(
    attachments: Iterable[Attachment], items: Mapping[str, Item], asked: Sequence[str]
) -> tuple[Mention, ...]:
    """Items that came with the mail, told by file name; requested items first."""
    found: dict[str, Mention] = {}
    for attachment in attachments:
        fitting = [name for name, item in items.items() if _fits(item, attachment)]
        wanted = [name for name in fitting if name in asked]
        if not wanted and not attachment.is_pasted:
            wanted = fitting
        for name in wanted:
            found.setdefault(name, Mention(name, MentionMode.GIVEN, attachment.name))
    return tuple(found.values())


def _fits(item: Item, attachment: Attachment) -> bool:
    if attachment.is_pasted:
        return item.pasted
    return bool(item.files and re.search(item.files, attachment.name, re.IGNORECASE))


def meant(
    said: Sequence[Mention], items: Mapping[str, Item], asked: Sequence[str]
) -> tuple[Mention, ...]:
    """A loose name ("the dump") resolved to the one requested item of its kind."""
    return tuple(
        Mention(_meant(items.get(one.item), one.item, asked), one.mode, one.evidence)
        for one in said
    )


def _meant(item: Item | None, name: str, asked: Sequence[str]) -> str:
    if item is None or name in asked:
        return name
    kinds = [kind for kind in item.kinds if kind in asked]
    return kinds[0] if len(kinds) == 1 else name


def _spoken(
    sentences: Sequence[Sentence], grams: Sequence[Grams], items: Mapping[str, Item]
) -> Iterator[_Spoken]:
    named = _named(tuple((item.name, item.patterns) for item in items.values()))
    for number, held in enumerate(grams):
        found = [
            _Spoken(named.items[n], number, Span(*match.span()))
            for n in named.index.candidates(held)
            for match in named.patterns[n].finditer(sentences[number].plain)
        ]
        yield from _exact(found)


def _exact(found: Sequence[_Spoken]) -> list[_Spoken]:
    """The longest of overlapping names, in order, so that "full dump" is not "dump"."""
    kept: list[_Spoken] = []
    for one in sorted(found, key=lambda one: one.found.start - one.found.end):
        if not any(one.found.start < k.found.end and k.found.start < one.found.end for k in kept):
            kept.append(one)
    return sorted(kept, key=lambda one: one.found.start)


@lru_cache(maxsize=8)
def _named(names: tuple[tuple[str, tuple[str, ...]], ...]) -> _Names:
    ways = [(name, pattern) for name, patterns in names for pattern in patterns]
    return _Names(
        tuple(name for name, _ in ways),
        tuple(ready(pattern) for _, pattern in ways),
        Index([pattern for _, pattern in ways]),
    )


def _by_customer(
    sentences: Sequence[Sentence], spoken: Sequence[_Spoken], found: Sequence[Hit]
) -> Iterator[Mention]:
    hits = [hit for hit in found if hit.effect in _BY_EFFECT]
    for one in spoken:
        text = sentences[one.number].plain
        here = clause(text, one.found.start, one.found.end)
        same = [hit for hit in hits if hit.sentence == one.number]
        over = [hit for hit in same if hit.found.start < here.end and here.start < hit.found.end]
        ahead = [hit for hit in same if hit.found.start >= here.end]
        best = _strongest(over) or _strongest(ahead)
        if best is not None:
            yield Mention(one.item, best, sentences[one.number].text)


def _strongest(hits: Sequence[Hit]) -> MentionMode | None:
    said = {hit.effect for hit in hits}
    return next((mode for effect, mode in _BY_EFFECT.items() if effect in said), None)


def _by_staff(
    sentences: Sequence[Sentence], spoken: Sequence[_Spoken], items: Mapping[str, Item]
) -> Iterator[Mention]:
    under, listed = conditions(sentences), asked_lists(sentences)
    found: dict[str, list[Mention]] = {}
    for one in spoken:
        text, evidence = sentences[one.number].plain, sentences[one.number].text
        mode = _asked_how(text, one.found, under[one.number])
        if mode is None and listed[one.number] and not _NOT_ASKED.search(text):
            mode = under[one.number] or MentionMode.ASKED
        if mode is not None:
            found.setdefault(one.item, []).append(Mention(one.item, mode, evidence))
    for name, said in found.items():
        yield _weighed(said, items[name])


def _asked_how(text: str, found: Span, condition: MentionMode | None) -> MentionMode | None:
    here = clause(text, found.start, found.end)
    words = text[here.start : here.end]
    if _NO_LONGER.search(words):
        return MentionMode.NO_LONGER
    if _NOT_ASKED.search(words) or not _is_asked(text, found, here):
        return None
    return condition or MentionMode.ASKED


def _is_asked(text: str, found: Span, here: Span) -> bool:
    if _ASKS.search(text, here.start, found.start) or _ASKS.search(text, found.end, here.end):
        return True
    if _ASKS_BY_NAME.search(text, here.start, here.end):
        return True
    if condition(text[: found.end]) is not None or _CONDITION.search(text, 0, found.start):
        return bool(_ASKS.search(text, here.end))
    after = TURNS.search(text, here.end)
    return bool(after and _ASKS.search(text, after.end()))


def _weighed(said: Sequence[Mention], item: Item) -> Mention:
    """The mode that counts of several; a condition wins for items that need a recurrence."""
    conditional = [one for one in said if one.mode is MentionMode.IF_RECURS]
    asked = [one for one in said if one.mode is MentionMode.ASKED]
    if item.recurs and conditional:
        return conditional[0]
    return (asked or list(said))[0]
