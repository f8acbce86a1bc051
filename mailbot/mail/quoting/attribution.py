"""Attribution lines, which introduce a quote: "On …, somebody wrote:"."""

import re
from collections.abc import Iterator, Sequence
from itertools import islice

Span = tuple[int, int]

EDGES = " \t\u3000\xa0>|*#\u200b"
_MOST = 100
_LONGEST = 300
_MOST_WRAPPED = 4
_LONGEST_NAME = 60

_DATE = re.compile(
    r"(?:19|20|00)\d\d\s?[-/.年]|\b\d{1,2}[-/.]\d{1,2}(?:[-/.]\d{2,4}\b|,)|\d{1,2}[:.h]\d{2}"
    r"|\b\d{1,2}\.? [^\W\d_]{3,9}\.?,? \d{4}|\b[^\W\d_]{3,9}\.? \d{1,2},? ?(?:at )?\d{0,4}\b"
)
_EMAIL = re.compile(r"[^\s<>@:]@[\w.-]")
_WROTE = re.compile(
    r"wrote|sent:$|写道|寫道|写于|viết|schrieb|a écrit|escribió|escreveu|ha scritto|schreef"
    r"|geschreven|napisał|написал|пишет|skrev|kirjoitti|のメール|작성|pisze|пише|писали?\b|yazdı"
    r"|napsala?|napísala?|כתב|מאת|เขียนว่า|menulis|كتب|scrive\b|schrijft|escreve\b|írta|a scris"
    r"|έγραψε|написал?а?\b|je napisa|rašė|rakstīja|kirjutas|ने लिखा"
    r"|نوشت|ha escrit|је написа|zitat von|quoting|citando|citation de|님이 ",
    re.IGNORECASE,
)
_WRITING = (
    "wrote", "sent:", "写道", "寫道", "写于", "viết", "schrieb", "écrit", "escribió", "escreveu",
    "scritto", "schreef", "geschreven", "napisał", "написал", "пишет", "skrev", "kirjoitti",
    "のメール", "작성", ">:", "> :", "在2", "在 2", "pisze", "пише", "писал", "yazdı", "napsal",
    "napísal", "כתב", "מאת", "เขียนว่า", "menulis", "كتب", "scrive", "schrijft", "escreve",
    "írta", "a scris", "έγραψε", "zitat von", "quoting", "citando", "citation de", "님이 ",
    "написа", "napisa", "rašė", "rakstīja", "kirjutas", "लिखा", "نوشت", "ha escrit",
)  # fmt: skip
_ENDS_MAILED = re.compile(r"@[\w.-]{1,100}>?[ \t]?[:：][ \t]*$", re.MULTILINE)
_WEEKDAY = re.compile(r"(?:[^\W\d_]{1,14}[.,]{0,2}\s{1,3})?")
_CLOCK = re.compile(r"\d{1,2}[:.h時时点시]\s?\d{2}")
_EARLY = 24
_OPENING = re.compile(r"(?:on|at)\s+\S|\d|[\"“<\[]|[在于於]\s?\d|上午|下午", re.IGNORECASE)
_FIRST = re.compile(r"(?:On|At|Am|Le|El|Il|Em|Op) \S|在\s?\d")
_RUN_ON = re.compile(r"\S\s*\bOn (?:\w{3,9},? |\d)|[。！？!?][^\n]{0,9}在\s?\d")
_PROSE = re.compile(
    r"\b(?:I|we|he|she|it|they|who|that|which|and|log|server|system|the \w+)\s+wrote\s*:$"
    r"|[里中上内]\s?[写寫]道"
)
_NAMED = re.compile(r"在\s?\d{4}\s?[-/年].{3,60}\d{1,2}:\d{2}.{0,9}[，,].{1,60}[：:]$")


def lines_with(low: str, words: Sequence[str]) -> list[int]:
    """The starts of unmarked lines that hold one of these words; a limited number."""
    starts: set[int] = set()
    for word in words:
        at = low.find(word)
        for _ in range(_MOST):
            if at < 0:
                break
            start = low.rfind("\n", 0, at) + 1
            if not _is_marked(low, start):
                starts.add(start)
            end = low.find("\n", at)
            at = low.find(word, end) if end >= 0 else -1
    return sorted(starts)


def with_writer_above(text: str, start: int) -> int:
    """Where the quote whose marked lines begin at ``start`` begins: a line with a date and an
    address directly above them is an attribution, even without a verb.
    """
    end = len(text[max(0, start - _LONGEST) : start].rstrip()) + max(0, start - _LONGEST)
    line = text.rfind("\n", 0, end) + 1
    said = text[line:end].strip(" *") if end - line < _LONGEST else ""
    if said[:1].isdigit() and said.endswith(">") and _DATE.search(said) and _EMAIL.search(said):
        return line
    return start


def _is_marked(low: str, start: int) -> bool:
    return low[start : start + _MOST].lstrip()[:1] in (">", "＞")


def attributions(text: str, low: str) -> Iterator[Span]:
    """The spans of attribution lines in ``text``; ``low`` is ``text`` in lower case."""
    done = 0
    mailed = (low.rfind("\n", 0, hit.start()) + 1 for hit in _ENDS_MAILED.finditer(low))
    lines = sorted({*lines_with(low, _WRITING), *islice(mailed, _MOST)})
    for line in lines[:_MOST]:
        if line < done:
            continue
        for start in _starts(text, line):
            end = _attribution(text, start)
            if end > line:
                done = end
                yield start, end
                break


def _starts(text: str, line: int) -> list[int]:
    """The starts of lines that may begin the attribution ending in ``line``, farthest first."""
    starts = [line]
    while len(starts) < _MOST_WRAPPED and starts[-1] > 0:
        starts.append(text.rfind("\n", 0, starts[-1] - 1) + 1)
    return [start for start in starts[::-1] if not _is_marked(text, start)]


def _attribution(text: str, start: int) -> int:
    """Where the attribution that begins at ``start`` ends; 0 if it is none."""
    joined, end = "", start
    lines = text[start : start + 2 * _LONGEST].split("\n")[:_MOST_WRAPPED]
    if _is_name_above_address(lines):
        joined, end = lines[0].strip(EDGES), start + len(lines.pop(0)) + 1
    for line in lines:
        bare = line.strip(EDGES)
        if not bare or (joined and _is_other(line, bare, joined)):
            break
        joined = f"{joined} {bare}".strip()
        end += len(line) + 1
        if len(joined) > _LONGEST or not _begins(joined):
            break
        if bare.endswith((":", "：", "wrote")) and _is_attribution(joined):
            return min(end, len(text))
    return 0


def _is_name_above_address(lines: Sequence[str]) -> bool:
    """Whether an attribution was wrapped between a name and its address."""
    name, below = lines[0].strip(), lines[1].strip() if len(lines) > 1 else ""
    return 0 < len(name) < _LONGEST_NAME and below.startswith("<") and bool(_EMAIL.search(below))


def _begins(said: str) -> bool:
    if _RUN_ON.search(said):
        return False
    return bool(_OPENING.match(said) or _DATE.search(said) or _EMAIL.search(said))


def _is_other(line: str, bare: str, joined: str) -> bool:
    """Whether this line begins something else; a ">" may also close a wrapped address."""
    if _FIRST.match(bare):
        return True
    return line.lstrip()[:1] == ">" and joined.count("<") <= joined.count(">")


def _is_attribution(said: str) -> bool:
    if _PROSE.search(said):
        return False
    dated, mailed = _DATE.search(said), _EMAIL.search(said)
    wrote = _WROTE.search(said)
    early = dated is not None and dated.start() < _EARLY
    if not wrote:
        begins = dated is not None and _WEEKDAY.fullmatch(said[: dated.start()])
        closed = begins and mailed and _CLOCK.search(said) and _ENDS_MAILED.search(said)
        return bool(_NAMED.match(said) or closed)
    if wrote[0].lower() in ("wrote", "sent:") and not (_OPENING.match(said) or mailed or early):
        return False
    return bool(dated or mailed)
