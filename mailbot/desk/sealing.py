"""Secrets spelled out in a text, and the seals that stand in their place."""

import re
from collections.abc import Iterable, Iterator, Mapping

SEAL = re.compile(r"\[sealed:[0-9a-f]{6,32}\]")

_MOST = 262_144
_SHORTEST = 4
_LONGEST = 128

_LABEL = (
    r"(?:登[录錄入陆]|[上传傳输輸]{2}|解[压壓]|[压壓][缩縮]包?|提取|[访訪][问問]|"
    r"[临臨][时時]|初始|新|[账賬帐帳][号號户戶])?(?:的)?"
    r"(?:密[码碼]|口令|提取[码碼]|[访訪][问問][码碼]|取件[码碼]|[验驗][证證][码碼]|授[权權][码碼])"
    r"|(?:\b|(?<=_))(?:pass ?words?|pass ?wd|pwd|passcodes?|pass ?phrases?|access ?codes?|"
    r"extraction codes?|pin(?: ?codes?)?|api[ _-]?keys?|(?:access )?tokens?|pass)(?:\b|(?=_))"
)
_ASIDE = r"(?:[ \t]{0,3}[(（\[【][^)）\]】\n]{0,24}[)）\]】])?"
_SAID = (
    r"\s{0,3}(?:[:：=＝]{1,2}|->|→|[-–—](?=\s)|(?:已经?|统一|仍|还|都|默认|"
    r"暂时)?(?:被)?(?:[重设設][置定]?|"
    r"修?[改换換更]|变更|更新|更换)?[是为為成]"
    r"|就是|is now|is|was|are|(?:has been |was |is )?(?:changed|reset|set) to|"
    r"to)\s{0,3}[:：]?\s{0,3}"
)
_OPEN = r"[\"'“”‘’「『《<`*]{0,2}"
_VALUE = r"[\x21-\x7e]{4,128}"
_SPELLED = re.compile(
    rf"(?:{_LABEL}){_ASIDE}(?:{_SAID}|[ \t]{{1,4}})({_OPEN})({_VALUE})", re.IGNORECASE
)
_QUOTED = re.compile(
    rf"(?:{_LABEL}){_ASIDE}{_SAID}[\"'“‘「『`]([^\"'”’」』`\n]{{4,64}})[\"'”’」』`]", re.IGNORECASE
)
_JOINED = re.compile(r"(?:密[码碼]|口令|提取[码碼])((?=[!-~]{0,30}\d)[0-9A-Za-z][!-~]{5,63})")
_PAIR = re.compile(
    r"(?:[账賬帐帳][号號户戶]|用户名?|用戶名?|user ?name|user|login|account|"
    r"id)\s?(?:[/／、&+和与與,]|and)?\s?"
    r"(?:密[码碼]|口令|pass ?word|pwd|pass)\s{0,3}(?:[:：=]|是|[为為]|is|"
    r"are)\s{0,3}[^\s/／,，]{1,64}\s?(?:[/／,，、 ]|and)\s?"
    rf"({_VALUE})",
    re.IGNORECASE,
)
_NEXT_LINE = re.compile(
    rf"^[ \t>]*(?:\W{{0,3}})(?:{_LABEL}){_ASIDE}[ \t]*[:：]?[ \t]*\n(?:[ \t>]*\n)?[ "
    rf"\t>]*({_VALUE})[ \t]*$",
    re.IGNORECASE | re.MULTILINE,
)
_IN_URL = re.compile(r"\b[a-z][a-z0-9+.-]{1,12}://[^\s/:@]{1,64}:([^\s/@]{4,128})@", re.IGNORECASE)
_ASKED = re.compile(r"[?&](?:pwd|password|passcode|code)=([\w-]{4,64})", re.IGNORECASE)
_HINT = re.compile(
    r"密[码碼]|口令|(?:提取|取件|[访訪][问問]|[验驗][证證]|授[权權])[码碼]|pass|pwd|token|api"
    r"|access|extraction|\bpin\b|\bpin ?code|://|[?&]code=",
    re.IGNORECASE,
)
_COLUMNS = re.compile(r"\t|\s*\|\s*|[ ]{2,}")
_HEADED = re.compile(r"(?:密[码碼]|口令|password|passwd|pwd)", re.IGNORECASE)
_CLOSED = re.compile(r"[\"'”’」』》>`*]+$")
_TAIL = re.compile(r"[.,;:)\]}>\"'`]+$")
_PLACEHOLDER = re.compile(r"\{\{|\[sealed:|^[*xX•.\-_#]+$|^<|^\$\{|^%|^https?://", re.IGNORECASE)
_STRENGTH = re.compile(r"\d|[^\w\s]|[a-z][A-Z]|_")
_PLAIN_WORDS = frozenset(
    [
        "see",
        "please",
        "will",
        "the",
        "same",
        "none",
        "sent",
        "below",
        "above",
        "wrong",
        "incorrect",
        "invalid",
        "expired",
        "required",
        "reset",
        "failed",
        "error",
        "unchanged",
        "separately",
        "attached",
        "following",
        "given",
        "provided",
        "missing",
        "needed",
        "needs",
        "your",
        "with",
        "from",
        "this",
        "that",
        "have",
        "been",
        "used",
        "using",
        "only",
        "protected",
        "correct",
        "changed",
        "accepted",
        "rejected",
        "refused",
        "denied",
        "locked",
        "disabled",
        "working",
        "what",
        "when",
        "where",
        "which",
        "isn't",
        "doesn't",
        "didn't",
        "can't",
        "again",
        "works",
        "work",
        "should",
        "must",
        "cannot",
        "does",
        "still",
        "manager",
        "policy",
        "login",
        "prompt",
        "field",
        "hash",
        "file",
        "change",
        "for",
        "and",
        "not",
        "but",
        "has",
        "had",
        "was",
        "are",
        "via",
        "phone",
        "mail",
        "email",
        "call",
        "ask",
        "upload",
        "account",
        "user",
        "username",
        "protection",
        "authentication",
        "authenticated",
        "based",
        "option",
        "dialog",
        "page",
        "box",
        "empty",
        "blank",
        "optional",
        "host",
        "port",
        "server",
        "valid",
        "never",
        "there",
        "here",
        "today",
        "tomorrow",
        "earlier",
        "recovery",
        "expires",
        "length",
    ]
)


def secrets(text: str) -> tuple[str, ...]:
    """Every password and access code that is spelled out in ``text``, each once."""
    text = text[:_MOST]
    return tuple(dict.fromkeys(found for found in _found(text) if _is_secret(found)))


def sealed(text: str, seals: Mapping[str, str]) -> str:
    """``text`` with each secret replaced by its seal; what is sealed already stays."""
    known = sorted((secret for secret in seals if secret), key=len, reverse=True)
    if not known:
        return text
    pattern = re.compile(f"{SEAL.pattern}|" + "|".join(map(re.escape, known)))
    return pattern.sub(lambda found: seals.get(found.group(), found.group()), text)


def _found(text: str) -> Iterator[str]:
    # most mails speak of no secret: one look spares them the ten that follow
    if not _HINT.search(text):
        return
    told = [match for pattern in (_PAIR, _QUOTED) for match in pattern.finditer(text)]
    yield from (_trimmed(match.group(1)) for match in told)
    taken = {place for match in told for place in range(match.start(), match.end())}
    for match in _SPELLED.finditer(text):
        if match.start(2) not in taken and _is_said(text, match):
            yield _trimmed(match.group(2))
    for pattern in (_NEXT_LINE, _JOINED, _IN_URL, _ASKED):
        yield from (_trimmed(match.group(1)) for match in pattern.finditer(text))
    yield from _in_tables(text.splitlines())


def _is_said(text: str, match: re.Match[str]) -> bool:
    """Is it a value, and not the rest of a sentence about passwords?"""
    value, between = _trimmed(match.group(2)), text[match.start() : match.start(2)]
    if match.group(1) or (_STRENGTH.search(value) and any(map(str.isalnum, value))):
        return "'" not in value or not value.replace("'", "").isalpha()
    if not re.search(r"[:：=＝]\s*$", between) and not re.search(r"[是为為成]\s*$", between):
        return False
    rest = text[match.end() : match.end() + 12].lstrip(" \t")
    return not rest or not rest[0].isascii() or not rest[0].isalnum()


def _trimmed(value: str) -> str:
    bare = _TAIL.sub("", value)
    opened = {")": "(", "]": "[", "}": "{"}
    if len(value) > len(bare) and opened.get(value[len(bare)], "\0") in bare:
        return value[: len(bare) + 1]
    return bare


def _is_secret(value: str) -> bool:
    if not _SHORTEST <= len(value) <= _LONGEST or _PLACEHOLDER.search(value):
        return False
    return value.lower() not in _PLAIN_WORDS


def _in_tables(lines: Iterable[str]) -> Iterator[str]:
    """A value that stands under a head: ``user | password`` and, below, ``abc | X``."""
    column = -1
    for line in lines:
        cells = [cell for cell in _COLUMNS.split(line.strip().strip("|").strip()) if cell]
        heads = [n for n, cell in enumerate(cells) if _HEADED.search(cell)]
        if len(cells) > 1 and heads and not re.search(r"[:：=]", line):
            column = heads[0]
        elif column >= 0 and cells and not set(line) <= set("|-+: \t"):
            if column < len(cells) and _STRENGTH.search(cells[column]):
                yield _trimmed(cells[column])
            column = -1
