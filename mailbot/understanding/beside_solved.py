"""Finds clauses beside "it is solved" that were not understood: they may ask for something."""

import re
from collections.abc import Iterator, Sequence

from mailbot.understanding.finding import Hit
from mailbot.understanding.scopes import Span, clause, clauses
from mailbot.understanding.sentences import Sentence
from mailbot.understanding.smalltalk import is_smalltalk

_ADDS = re.compile(
    r"但|不过|然而|另外|同时|只是|\b(?:but|however|although|though|yet|whereas|while)\b", re.ASCII
)
_ASKS = re.compile(
    r"\W{0,3}(?:但|不过|然而|只是|另外|此外|还有|还[想请需有是]|顺便|同时|再[请帮]|请(?!查收)|麻烦|烦请|劳驾|能否|"
    r"能不能|可否|帮忙|希望|需要|为什么|为何|怎么|什么|哪|另一|其[他它]"
    r"|(?:and |so |then |now )?(?:but|however|although|also|another|one more|additionally|besides|"
    r"furthermore|meanwhile|except|only|still|please|kindly|could|can|would|will you|may|we(?:'d| "
    r"would) (?:like|need|want|appreciate)|we need|i need|i(?:'d| would) like|what|why|how|when|"
    r"where|which|who|do you|is there|are there|let us|the other|second)\b)",
    re.ASCII,
)
# a request can be as short as two words
_WHAT = re.compile(
    r"为什么|为何|怎么|什么|原因|\b(?:what|why|how|cause[ds]?|reason|another|also)\b", re.ASCII
)


def beside(found: Sequence[Hit], said: Sequence[Sentence]) -> str:
    """The first clause that adds or asks something and that no hit covers, or ''."""
    for number, sentence in enumerate(said):
        text = sentence.plain
        explained = {
            clause(text, hit.found.start, hit.found.end).start
            for hit in found
            if hit.sentence == number
        }
        for before, span in _introduced(text):
            words = text[span.start : span.end].strip()
            adds = _ADDS.search(before) or _ASKS.match(words)
            if adds and span.start not in explained and not _is_empty(words):
                return words
    return ""


def _introduced(text: str) -> Iterator[tuple[str, Span]]:
    """Each clause, with the words that join it to the one before."""
    end = 0
    for span in clauses(text):
        yield text[end : span.start], span
        end = span.end


def _is_empty(words: str) -> bool:
    return not _WHAT.search(words) and is_smalltalk((Sentence(words, words, words),))
