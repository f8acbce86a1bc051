"""Distinctive lines of a text, by which it is recognised in a quote."""

import re

from mailbot.mail.quoting.openings import is_header, is_rule
from mailbot.mail.quoting.signature import is_sent_from

_GREETING = re.compile(
    r"(?:dear|hi|hello|best|kind|many thanks|thanks|thank you|regards|sincerely|yours"
    r"|您好|你好|尊敬的|谢谢|感谢|此致|祝|顺祝|服务电话|电话|手机|地址|邮箱|热线)\b",
    re.IGNORECASE,
)
_CJK = re.compile("[\u3400-\u9fff]")
_FEWEST_CJK = 8
_FEWEST_LETTERS = 20
_LONGEST_LINE = 500
_MOST_LINES = 2_000


def quoted_lines(text: str) -> tuple[str, ...]:
    """The lines that are long enough to identify a text, normalised."""
    found = (_normal_line(line) for line in text.split("\n", _MOST_LINES)[:_MOST_LINES])
    return tuple(dict.fromkeys(line for line in found if line and _is_telling(line)))


def _normal_line(line: str) -> str:
    return " ".join(line[:_LONGEST_LINE].lstrip(" \t\xa0>＞|").split())


def _is_telling(line: str) -> bool:
    cjk = len(_CJK.findall(line))
    if cjk < _FEWEST_CJK and len(line) - cjk < _FEWEST_LETTERS:
        return False
    return not (_GREETING.match(line) or is_header(line) or is_rule(line) or is_sent_from(line))
