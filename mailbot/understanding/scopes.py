"""Scopes of a sentence: negated, future, question, supposed, requested, quoted."""

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

_ASCII = re.ASCII
_BREAK = re.compile(
    r"[,，;；:：()（）]|(?<=[一-鿿]) +(?=[一-鿿])|—|–| - |但是?|不过|然而|另外|同时|然后|"
    r"因为|由于|所以|\b(?:but|however|although|though|because|since|so|yet i|while|"
    r"whereas)\b|\band (?=(?:then|now|just|also|today|i|we|it|they|the|he|she|have|has|"
    r"will|'ve|please|can|could|nobody|nothing|still|no one)\b)",
    _ASCII,
)
_NEGATION = re.compile(
    r"没(?!问题|关系|错|事)|未(?!来|必)|尚无|暂无|无法|无(?!论|误|意|线|需)|非(?!常)|"
    r"别(?!的|人|处)|勿|不曾|(?<![差对])不(?!好意思|过|仅|但|光|断|定|时|久|少|同|管|论|"
    r"便|错|良|停|了解|知道|稳|清楚|太|足|够)|n't\b|\b(?:not(?! only)|never|no(?! problem|"
    r" worries| doubt)|without|neither|nor|nothing|none|cannot|unable|failed to|yet to|"
    r"instead of|hardly|cant|dont|havent|hasnt|didnt|wont|isnt|couldnt)\b",
    _ASCII,
)
_FUTURE = re.compile(
    r"将(?:会|要|于|在|继续|尽快)|会(?!议|话)|准备(?!好)|打算|计划|明[天日早晚]|后天|"
    r"下(?:周|个?月|星期|礼拜|次)|稍[后候晚]|晚[点些]|回头|待会|等会|一会|马上|即将|"
    r"过(?:几|两)天|随后|尽[快早]|争取|预计|正在|正要|需要|还要|想要?(?!起)|等(?:待|一下|"
    r"我|有|到)|(?<!以)后再|再(?:上传|发|传|提供|给)|\b(?:will|shall|going to|gonna|about "
    r"to|plan(?:s|ning)? to|intend to|hope to|want to|need to|have to|tomorrow|tonight|"
    r"next (?:week|month|mon|tue|wed|thu|fri|time)\w*|to be|expect(?:ed)? to|in the "
    r"process|would|ready to)\b|\b\w+'ll\b",
    _ASCII,
)
_LATER = re.compile(
    r"\b(?:tomorrow|tonight|next week|later|on (?:mon|tues|wednes|thurs|fri)day)\b|明天|下周|稍后"
)
_CONDITION = re.compile(
    r"如果|若(?!干)|假如|假设|要是|一旦|万一|倘若|除非|只要|的话|(?<![例比诸正假])如(?:有|"
    r"需|遇|出现|仍|还|再|能|可|无|发现|发生|没)|(?:等|待).{1,12}(?:后|之后|再|时)|下次|"
    r"届时|当.{1,12}时|\b(?:if|once|whenever|when|in case|unless|should (?:it|this|that|"
    r"the|you)|as soon as|provided that|next time)\b",
    _ASCII,
)
_SUPPOSITION = re.compile(
    r"如果|若(?!干)|假如|假设|要是|一旦|万一|倘若|除非|的话|下次|\b(?:if|in case|unless|"
    r"should (?:it|this|that|the)|next time)\b",
    _ASCII,
)
_REQUEST = re.compile(
    r"请(?!问|教)|麻烦|烦请|帮忙|劳驾|务必|能否|可否|能不能|可不可以|希望|"
    r"确认一?下?(?:是否|有没有)|\b(?:please|kindly|pls|plz|could you|can you|would you|"
    r"ask(?:ed)? (?:you|us|me) to|want you to|need you to)\b",
    _ASCII,
)
_ASKING = re.compile(
    r"吗|[么呢](?=[^\w\u3400-\u9fff]*$)|能否|可否|是否|是不是|能不能|可不可以|会不会|"
    r"有没有|有无|要不要|需不需要|用不用|怎[么样]|如何|为什么|为何|什么|哪[里儿个些一种]|"
    r"多[久少长大]|几[点时]|请问|谁|\b(?:whether|wonder(?:ing)?)\b",
    _ASCII,
)
_INVERTED = re.compile(
    r"(?:^|[,;:] ?|\b(?:and|so|or|but) |^(?:hi|hello|dear)\b.{0,20}, ?)(?:(?:what|which|"
    r"who|whose|why|when|where|how|is|are|was|were|do|does|did|has|have|had|can|could|"
    r"should|shall|would|will|may|might|any|isn't|aren't|don't|doesn't|can't|won't|didn't|"
    r"haven't)\b)",
    _ASCII,
)
_MARK = re.compile(r"[?？][^\w\u3400-\u9fff]*$", _ASCII)
_QUOTE = re.compile(r'"([^"\n]{6,200})"|《([^》\n]{2,80})》')


class Scope(StrEnum):
    """What a part of a sentence may stand in, so that its words do not count."""

    NEGATED = "negated"
    FUTURE = "future"
    QUESTION = "question"
    CONDITION = "condition"
    SUPPOSED = "supposed"
    REQUESTED = "requested"
    QUOTED = "quoted"


@dataclass(frozen=True, slots=True)
class Span:
    """A range of a sentence."""

    start: int
    end: int


def clause(text: str, start: int, end: int) -> Span:
    """The clause (or clauses) of ``text`` that hold ``start`` to ``end``."""
    first, last = 0, len(text)
    for begins, ends in _breaks(text):
        if ends <= start:
            first = ends
        elif begins >= end:
            last = begins
            break
    return Span(first, last)


def clauses(text: str) -> tuple[Span, ...]:
    """The clauses of ``text``, in order; without the words that join them."""
    edges = [0, *(edge for mark in _breaks(text) for edge in mark), len(text)]
    spans = (Span(*pair) for pair in zip(edges[::2], edges[1::2], strict=True))
    return tuple(span for span in spans if text[span.start : span.end].strip())


def asking_clause(text: str) -> Span:
    """The clause to which the final question mark of ``text`` belongs by its words, or the last."""
    every = clauses(text) or (Span(0, len(text)),)
    asks = [span for span in every if _asks(text[span.start : span.end])]
    return asks[-1] if asks else every[-1]


def _asks(words: str) -> bool:
    return bool(_ASKING.search(words) or _INVERTED.search(words.strip()))


@lru_cache(maxsize=64)
def _breaks(text: str) -> tuple[tuple[int, int], ...]:
    marks = (mark.span() for mark in _BREAK.finditer(text))
    return tuple(mark for mark in marks if not _in_number(text, mark[0]))


def holds(scope: Scope, text: str, found: Span) -> bool:
    """Does ``scope`` apply to what was found at this place in the sentence?"""
    return _is_marked(scope, text) and _SCOPES[scope](text, found)


@lru_cache(maxsize=256)
def _is_marked(scope: Scope, text: str) -> bool:
    """Does the sentence hold any word of the scope? Most hold none of most scopes."""
    return any(mark.search(text) for mark in _MARKS[scope])


def _in_number(text: str, at: int) -> bool:
    return text[at] in ",:" and text[at - 1 : at].isdigit() and text[at + 1 : at + 2].isdigit()


def _negated(text: str, found: Span) -> bool:
    return bool(_NEGATION.search(text, clause(text, found.start, found.end).start, found.end))


def _future(text: str, found: Span) -> bool:
    here = clause(text, found.start, found.end)
    if _FUTURE.search(text, here.start, found.end):
        return True
    return bool(_LATER.search(text, found.end, min(here.end, found.end + 24)))


def _question(text: str, found: Span) -> bool:
    here = clause(text, found.start, found.end)
    words = text[here.start : here.end]
    if _ASKING.search(words):
        return True
    # in English, inverted word order needs the question mark: "will send it" is a statement
    last = here.end >= len(text.rstrip("?？ "))
    return bool(_MARK.search(text)) and (last or bool(_INVERTED.search(words)))


def _condition(text: str, found: Span) -> bool:
    if _CONDITION.search(text, 0, found.start):
        return True
    here = clause(text, found.start, found.end)
    return bool(_CONDITION.search(text, found.start, here.end))


def _supposed(text: str, found: Span) -> bool:
    return bool(_SUPPOSITION.search(text, 0, clause(text, found.start, found.end).end))


def _requested(text: str, found: Span) -> bool:
    return bool(_REQUEST.search(text, clause(text, found.start, found.end).start, found.end))


def _quoted(text: str, found: Span) -> bool:
    return any(
        quote.start() < found.start and found.end < quote.end() for quote in _QUOTE.finditer(text)
    )


_MARKS = {
    Scope.NEGATED: (_NEGATION,),
    Scope.FUTURE: (_FUTURE, _LATER),
    Scope.QUESTION: (_ASKING, _MARK),
    Scope.CONDITION: (_CONDITION,),
    Scope.SUPPOSED: (_SUPPOSITION,),
    Scope.REQUESTED: (_REQUEST,),
    Scope.QUOTED: (_QUOTE,),
}
_SCOPES = {
    Scope.NEGATED: _negated,
    Scope.FUTURE: _future,
    Scope.QUESTION: _question,
    Scope.CONDITION: _condition,
    Scope.SUPPOSED: _supposed,
    Scope.REQUESTED: _requested,
    Scope.QUOTED: _quoted,
}
