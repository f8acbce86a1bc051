"""A mail's text as sentences: lines joined again, list marks off, courtesy and log lines out."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from mailbot.understanding.normalise import plain

_MOST = 32_768
_LONGEST = 500
_LINES = 1_500
_SEARCHED = 7_000
_COST = 15
_WIDE = 54

_LIST = re.compile(
    r"\s*(?:[-*•●◆■·▪–—>]+\s+|[(（]\d{1,2}[)）]\s*|\d{1,2}\s*[)）、]\s*|"
    r"\d{1,2}\.(?!\d)\s*|[a-h][.)）]\s+"
    r"|[①-⑩]\s*|[一二三四五六七八九十]{1,2}[、.．]\s*|第[一二三四五六七八九十]步[：:，"
    r",]?\s*|step \d{1,2}[:.)]\s*)",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"\s*[(（]?(\d{1,2})\s*[.)）、]")
_MACHINE = re.compile(
    r"\s*(?:\[?\d{4}[-/]\d\d[-/]\d\d[T ]\d\d:\d\d:\d\d|\[?\d\d:\d\d:\d\d[.,\]]"
    r"|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) [ \d]\d \d\d:\d\d:\d\d"
    r"|PS [A-Z]:\\|[A-Z]:\\[^ \u4e00-\u9fff]*>|[$#] ?[a-z./]+ |\[[\w.-]+@[\w.-]+ |\w+@[\w-]+:[~/]"
    r"|\d+: kd>|at [\w.$]+\(|Arg\d:|[0-9a-fA-F`]{8,}[ \t]+[0-9a-fA-F`]{8,}|Traceback |<\w+[^>]*>$)"
)
# a question mark may also begin the query of a URL
_END = re.compile(
    r"(?:[。！？!；;…]|\?(?![\w.-]{1,40}=))+[）)\"”]*|\.(?=\s+\S)|(?<=[\u4e00-\u9fff])\."
)
_SHORT = re.compile(
    r"\b(?:mrs?|ms|dr|prof|st|inc|ltd|co|e\.g|i\.e|vs|no|etc|approx|[a-z]|\d)$", re.I
)
_HARD_END = tuple("。！？!?；;:：.…")
_CJK = re.compile(r"[\u3400-\u9fff\uff00-\uffef]")

# a cheap test before the expensive one: most sentences hold no courtesy
_POLITE = re.compile(
    r"[如若再又]|方便|可以|好意思|麻烦|打扰|\b(?:if|should|let|tell|in case|when|whenever|feel|"
    r"hesitate|sorry|apolog)"
)
_WRITES = (
    r"(?:definitely |certainly |surely |then |of course |be sure to |just )?(?:come back|get back|"
    r"write|reply|let (?:you|u) know|keep you (?:posted|informed)|be in touch|get in touch|contact|"
    r"reach out|report|shout|call|ring|tell you|inform you|open|reopen|raise|log|update you)"
)
_IT = r"it|this|that|they|there|we|i|anything|something|any|the|another|these"
_AGAIN = (
    r"again|back|return\w*|re-?occur\w*|recur\w*|re-?appear\w*|happens?|crash\w*|anything|"
    r"questions?|issues?|problems?|trouble|else|comes? up|persists?"
)
_COURTESY = re.compile(
    r"(?:如果?|若)(?:您|你)?(?:还|后续|之后|期间|过程中)?(?:有|遇到|存在)?(?:任何|什么|"
    r"其[他它]|不清楚|不明白|疑问|需要|问题|进一步)"
    r"(?:的?(?:问题|疑问|需要|需求|地方|不清楚|的地方|方面)?)*(?:的话)?[，,]?(?:欢迎|"
    r"可以?|都?可|请|麻烦|也可以?)?(?:您|你)?(?:随时|直接|再|及时)?"
    r"(?:与|和|跟|给)?(?:我们?|您|你)?(?:联系|沟通|告知|告诉|反馈|说|回复|来信|来电|致电|"
    r"打电话|咨询|提出|通知)(?:我们?|您)?"
    r"|如果?(?:可以|方便|可能|有时间|有空|允许)的?话?|方便(?:的话|时)|可以的话|不好意思|"
    r"麻烦(?:您|你)?了|给您添麻烦了?|打扰了?"
    r"|\b(?:please )?(?:just )?(?:let (?:me|us) know|tell (?:me|us)|call (?:me|us)|"
    r"contact (?:me|us)|reach out|get in touch|write|shout)"
    r"(?: to (?:me|us))?(?: (?:again|directly|anytime|any time))? (?:if|should|in case) "
    r"(?:there(?: is|'s| are) (?:anything|something)|(?:you|we|i)(?: still| do| may| "
    r"might| should)?"
    r" (?:need|want|require|have|see|find|run into|encounter|think|miss))(?! (?:us|me) "
    r"to)[^,.;!?]{0,70}"
    # "I will write if it recurs" says nothing about now
    r"|(?:如果?|若|要是|倘若|万一)?(?:以后|后续|后面|之后|下次|日后)?(?:再|又)(?:次)?(?:出现|发生|复发|遇到|有)"
    r"[^，。,!！\n]{0,14}[，,]?(?:的话[，,]?)?(?:我们?|我方|会|将|就|再|及时|随时|第一时间|立即|马上){0,5}"
    r"(?:与|和|跟|给|向)?(?:您|你|贵司|你们)?(?:联系|反馈|告知|找|麻烦|通知|请教|来信|写信|打扰|汇报|求助)"
    r"(?:您|你们?|贵司)?"
    r"|(?:后续|以后|之后|后面)?(?:还)?有(?:任何|什么|其[他它]|新的?)?(?:问题|情况|异常|疑问)(?:的话)?[，,]?"
    r"(?:我们?|会|就|将){0,3}(?:再|及时|随时)(?:与|和|跟|给|向)?(?:您|你们?|贵司)?"
    r"(?:联系|反馈|告知|找|麻烦|通知|请教|来信|写信|汇报)(?:您|你们?|贵司)?"
    rf"|(?:\b(?:i|we)(?:'ll| will| shall| would|'d)|\bwill|\bgoing to) (?:{_WRITES})"
    rf"[^,.;!?]{{0,24}}"
    rf" ?\b(?:if|should|in case|whenever|when) (?:{_IT})[^.;!?]{{0,50}}\b(?:{_AGAIN})"
    rf"|\b(?:if|should|in case) (?:{_IT})[^,.;!?]{{0,50}}\b(?:{_AGAIN})[^,.;!?]{{0,12}},? "
    rf"(?:i|we)(?:'ll| will| shall|'d| would) (?:{_WRITES})[^,.;!?]{{0,24}}"
    r"|\b(?:if|should) you (?:have|need|require|want|should have|run into)(?: any| some| "
    r"more| further| anything| something)[^,.;!?]{0,40}"
    r"(?:, ?(?:please |just |simply |feel free to |do not hesitate to |don't hesitate to "
    r")*[^,.;!?]{0,60})?"
    r"|\b(?:feel free|do not hesitate|don't hesitate) to (?:contact|call|ask|write|reach|"
    r"reply|get in touch|let)[^,.;!?]{0,40}"
    r"|\bif (?:possible|needed|necessary|required|convenient|at all possible|not too much "
    r"trouble|that helps|i may|you (?:can|could|don't mind|wouldn't mind|have (?:a|some|"
    r"the) (?:moment|time|chance|minute)))\b"
    r"|\b(?:sorry|apologi[sz]e|apologies) (?:to bother|to trouble|for (?:the|any|"
    r"bothering|troubling) ?(?:inconvenience|trouble|bother|you)?)[^,.;!?]{0,12}"
)


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence: as it was written, and normalised for phrases.

    ``number`` is its place in a list (0 outside; marks without a number count as 1),
    ``raw`` is the plain text with its courtesies.
    """

    text: str
    plain: str
    raw: str
    number: int = 0


def sentences(text: str) -> tuple[Sentence, ...]:
    """The sentences of ``text``, in order, each once; machine output is left out."""
    found: dict[str, Sentence] = {}
    room = _SEARCHED
    for line in _joined(text[:_MOST].splitlines()[:_LINES]):
        for sentence in _cut(line):
            known = sentence.plain in found
            room -= _COST if known else len(sentence.text) + _COST
            if room < 0:
                return tuple(found.values())
            found.setdefault(sentence.plain, sentence)
    return tuple(found.values())


def unmarked(text: str) -> str:
    """``text`` without its list mark."""
    mark = _LIST.match(text)
    return text[mark.end() :] if mark else text


def is_machine_line(line: str) -> bool:
    """Was this line pasted from a log, a prompt or a trace?"""
    return bool(_MACHINE.match(line))


def _joined(lines: Sequence[str]) -> Iterator[str]:
    held = ""
    for line in lines:
        words = line.strip()
        if held and words and _goes_on(held, words):
            glue = "" if _CJK.match(held[-1]) and _CJK.match(words[0]) else " "
            held += glue + words
            continue
        if held:
            yield held
        held = "" if _MACHINE.match(line) or words.startswith(">") else words
    if held:
        yield held


def _goes_on(held: str, words: str) -> bool:
    if held.endswith(_HARD_END) or _LIST.match(words) or _MACHINE.match(words):
        return False
    last = held[-90:]
    width = len(last) + len(_CJK.findall(last))
    return width >= _WIDE or (words[0].islower() and width >= _WIDE // 2)


def _cut(line: str) -> Iterator[Sentence]:
    listed = _number(line)
    start = 0
    for end in (*_ends(line), len(line)):
        for at in range(start, end, _LONGEST):
            piece = line[at : min(at + _LONGEST, end)].strip()
            if piece:
                yield _sentence(piece, _number(piece) or listed)
        start = end


def _ends(line: str) -> Iterator[int]:
    for mark in _END.finditer(line):
        if mark.group()[0] != "." or not _SHORT.search(
            line, max(0, mark.start() - 7), mark.start()
        ):
            yield mark.end()


def _sentence(text: str, number: int) -> Sentence:
    raw = plain(unmarked(text)).strip()
    said = _COURTESY.sub(" ", raw).strip() if _POLITE.search(raw) else raw
    return Sentence(text, said, raw, number)


def _number(line: str) -> int:
    if not _LIST.match(line):
        return 0
    number = _NUMBER.match(line)
    return int(number.group(1)) if number else 1
