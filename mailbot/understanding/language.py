"""Which language a text is written in, and how it greets its reader."""

import re
from collections.abc import Iterator

from mailbot.understanding.sentences import is_machine_line

_READ = 1_500
_FEWEST = 10
# without any Chinese, a few words are enough to decide
_ENOUGH = 100
_CJK = re.compile(r"[\u3400-\u9fff]")
_KANA_OR_HANGUL = re.compile(
    r"[\u3041-\u3096\u30a1-\u30fa\u31f0-\u31ff\uff66-\uff9f\u1100-\u11ff\u3130-\u318f\uac00-\ud7af]"
)
# one の, as in the name of a shop, does not make the text Japanese
_FEWEST_TO_ONE_CJK = 0.1
# words of any other script; Chinese, kana and hangul are counted by character
_WORD = re.compile(
    r"(?:(?![\u1100-\u11ff\u3040-\u9fff\uac00-\ud7af\uff66-\uff9f])[^\W\d_])+(?:['’][a-z]+)?"
)
_NO_WORD = re.compile(r"[/\\@\d_=]|\w\.\w|\[sealed")

_NAMED = re.compile(
    r"^\W{0,3}(?:尊敬的|敬爱的|親愛的|"
    r"亲爱的)?\s?@?([A-Za-z\u3400-\u9fff][A-Za-z\u3400-\u9fff ·.]{0,24}?)\s?[,，"
    r"、]?\s?(您好|你好|早上好|上午好|下午好|晚上好)\s?[!！。.,，:：~]*\s*$"
)
_NAMED_FIRST = re.compile(
    r"^\W{0,3}(?:尊敬的|敬爱的|親愛的|亲爱的)?\s?@?([\u3400-\u9fff]{1,6}(?:先生|女士|小姐|"
    r"老师|老師|经理|經理|工程师|工程師|总|總|工|主任|处长|科长|主管|博士|教授|院长|部长|"
    r"同学))\s?[!！。.,，:：~]*\s*$"
)
_GREETED = re.compile(
    r"^\W{0,3}(您好|你好|早上好|上午好|下午好)\s?[,，]\s?([\u3400-\u9fff]{1,4}(?:先生|女士|"
    r"小姐|老师|老師|经理|經理|工程师|工程師|总|總|工|主任|同学)|[A-Z][a-z]+(?: "
    r"[A-Z][a-z]+)?)\s?[!！。,，:：~]*\s*$"
)
_ENGLISH = re.compile(
    r"^\W{0,3}((?:dear|hi|hello|hey|good (?:morning|afternoon|evening))\s+(?:mr\.?|mrs\.?|"
    r"ms\.?|miss|dr\.?|prof\.?)?\s?[A-Z][\w.'’-]*(?:\s[A-Z][\w.'’-]*){0,3})\s?[,!:，"
    r"！：.]*\s*$",
    re.IGNORECASE,
)
_NOBODY = re.compile(
    r"\b(?:all|team|there|support|everyone|everybody|sir|sirs|madam|colleagues?|folks|"
    r"guys|helpdesk|desk|customer|engineer|again)\b|大家|各位|工程师您好|^工程师$",
    re.IGNORECASE,
)
_FIRST_LINES = 3


def language(text: str) -> str:
    """ "zh", "en" for every other language, or '' if there is too little text to tell.

    Japanese is mostly written in Chinese characters: kana tell it apart, hangul tells Korean.
    """
    words = " ".join(_words(text[:_READ]))
    chinese, spelled = len(_CJK.findall(words)), _WORD.findall(words)
    other = len(_KANA_OR_HANGUL.findall(words))
    if chinese + other + sum(map(len, spelled)) < _FEWEST:
        return ""
    if other > chinese * _FEWEST_TO_ONE_CJK:
        return "en"
    return "zh" if chinese >= len(spelled) else "en"


def _words(text: str) -> Iterator[str]:
    """The words of a text, without code, paths and machine output."""
    room = _READ if _CJK.search(text) or _KANA_OR_HANGUL.search(text) else _ENOUGH
    for line in text.splitlines():
        if is_machine_line(line):
            continue
        for piece in line.split():
            if not _NO_WORD.search(piece) or _CJK.search(piece):
                yield piece
                room -= len(piece)
        if room < 0:
            return


def salutation(text: str) -> str:
    """How a mail greets its reader by name: "周先生，您好"; '' if it does not."""
    lines = [line.strip() for line in text[:_READ].splitlines() if line.strip()]
    for line in lines[:_FIRST_LINES]:
        found = _greeting(line[:80])
        if found:
            return "" if _NOBODY.search(found) else found
    return ""


def _greeting(line: str) -> str:
    if match := _GREETED.match(line):
        return f"{match.group(1)}，{match.group(2)}"
    if match := _ENGLISH.match(line):
        return " ".join(match.group(1).split())
    if match := _NAMED.match(line):
        return f"{match.group(1).strip()}，{match.group(2)}"
    if match := _NAMED_FIRST.match(line):
        return match.group(1)
    return ""
