"""Inline answers within an unmarked quote, recognised by a colour or a tag.

They count only if the text above says so ("see my answers in red"): quotes are full of
colours that are older than this mail.
"""

import re
from collections.abc import Iterator, Sequence

from mailbot.mail.html.colours import Hue
from mailbot.mail.html.marks import Marked, Span

_LONGEST_LETTER = 1_500
_LONGEST_ANSWER = 4_000
_MOST = 500

_HUES = {
    Hue.RED: r"\bred\b|\brot(?:en)?\b|\brouge|\broj[oa]|\bross[oi]\b|vermelho|красн|红|紅|赤|빨간",
    Hue.ORANGE: r"\borange|naranja|arancio|laranja|оранж|橙|オレンジ|주황",
    Hue.GREEN: r"\bgreen\b|\bgrün|\bvert[es]?\b|\bverde|зел[её]н|绿|綠|緑|초록|녹색",
    Hue.BLUE: r"\bblue\b|\bblau|\bbleue?s?\b|\bazul|\bblu\b|синим|син[ие]|голуб|蓝|藍|青|파란",
    Hue.PURPLE: r"\bpurple\b|\bviolet|\blila\b|morado|viola|roxo|фиолет|紫|보라",
}
_BY_HUE = {name: re.compile(words, re.IGNORECASE) for name, words in _HUES.items()}
_ANSWERING = re.compile(
    r"answer|repl(?:y|ies|ied)|respon[sd]|comment|input|remark|feedback|antwort|kommentar|réponse"
    r"|répondu|commentaire|respuesta|respond|comentari|risposta|rispost|resposta|ответ|antwoord"
    r"|svar|odpowied|cevap|回复|回覆|答复|答覆|回答|解答|批注|备注|标注|标红|返信|回答|コメント|답변|답장",
    re.IGNORECASE,
)
_BETWEEN = re.compile(
    r"\bin-?\s?line\b|\bbelow\b|\bin between\b|between the lines|within (?:your|the)|in the text"
    r"|in colou?r|unten|darunter|im text|ci-dessous|dans le (?:texte|mail)|en bas|abajo"
    r"|en el texto|sotto|nel testo|abaixo|ниже|в тексте|hieronder|nedan|poniżej|aşağıda"
    r"|下面|下方|以下|如下|见下|文中|原文|正文|原邮件|逐条|下記|本文|インライン|아래|본문",
    re.IGNORECASE,
)
_TAG = re.compile(
    r"[\[【<(（]\s?([^\s\[\]【】<>()（）]{0,12})\s?[\]】>)）]|(?<!\S)(#{2,4}|={2,5}>|-{2,5}>|>{2,4}|\*{2,4})(?!\S)"
)


def answers(read: Marked, letter: str, quotes: Sequence[Span]) -> list[Span]:
    """The inline answers in ``quotes``, as announced by the ``letter`` above, in order."""
    if not (0 < len(letter) <= _LONGEST_LETTER and _ANSWERING.search(letter)):
        return []
    hues = hues_named(letter)
    if not hues and _BETWEEN.search(letter):
        hues = frozenset(Hue)
    found = [span for hue, span in read.coloured if hue in hues and _is_answer(read.text, span)]
    if not found:
        found = list(_tagged(read.text, letter, quotes))
    inside = [span for span in found if any(a <= span[0] and span[1] <= b for a, b in quotes)]
    return inside[:_MOST]


def hues_named(letter: str) -> frozenset[Hue]:
    """The colours that a text names."""
    return frozenset(name for name, words in _BY_HUE.items() if words.search(letter))


def points_between(letter: str) -> bool:
    """Whether the letter says that its answers are further down."""
    short = 0 < len(letter) <= _LONGEST_LETTER
    return short and bool(
        _ANSWERING.search(letter) and (_BETWEEN.search(letter) or hues_named(letter))
    )


def _is_answer(text: str, span: Span) -> bool:
    return span[1] - span[0] <= _LONGEST_ANSWER and bool(text[slice(*span)].strip())


def _tagged(text: str, letter: str, quotes: Sequence[Span]) -> Iterator[Span]:
    """Lines of the quotes that begin with a tag shown in the letter: ``[JS] yes``, ``【是】``."""
    tag = _TAG.search(letter)
    if tag is None:
        return
    opening = re.escape(tag[0]) if tag[1] or tag[2] else re.escape(tag[0][0])
    line = re.compile(rf"^[ \t]{{0,8}}{opening}[^\n]*", re.MULTILINE)
    for start, end in quotes:
        yield from (hit.span() for hit in line.finditer(text, start, end))
