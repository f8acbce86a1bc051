"""Patterns for handing over a secret, built from the words of `words.py`."""

import re

from mailbot.understanding.secrets import words

SHORTEST = 4
LONGEST = 128

_NOUN = (
    rf"(?:(?:{words.NOUNS['zh']}|{words.NOUNS['ja']}|{words.NOUNS['ko']})|(?<![^\W_])(?:"
    + "|".join(noun for lang, noun in words.NOUNS.items() if lang not in ("zh", "ja", "ko"))
    + r")(?![a-zA-Z\u00c0-\u024f\u0400-\u04ff]))"
)
_COPULA = (
    rf"(?:{words.COPULAS['zh']}|{words.COPULAS['ja']}|{words.COPULAS['ko']}|(?<=\s)(?:"
    + "|".join(one for lang, one in words.COPULAS.items() if lang not in ("zh", "ja", "ko"))
    + r")(?=[\s:：=\"'“‘*`«]))"
)
_OPENING = "|".join(words.OPENING.values())
_OPEN = r"[\"'“”‘’「『《«„<`*_]{0,3}"
_CLOSE = r"[\"'”’」』》»“>`*_]"
# the characters of a password: no ideographs, no full-width punctuation
_CHAR = r"[\x21-\x7e\u00a1-\u00aa\u00ac-\u00ba\u00bc-\u024f\u0391-\u03c9\u0401-\u045f]"
VALUE = rf"{_CHAR}{{{SHORTEST},{LONGEST}}}"
_MARKS = r"[\"'”」』】`*_]{0,2}"
_ASIDE = r"(?:[ \t]{0,2}[(（\[【](?!sealed)[^)）\]】\n]{0,24}[)）\]】])?"
# lines of a mail may be wrapped anywhere
_GAP = r"(?:[ \t]{1,2}|\n)"
_ABOUT_IT = rf"{_GAP}(?:{words.ABOUT})(?:{_GAP}[^\s:：=]{{1,24}}){{1,4}}?"
_ABOUT = rf"(?:{_ABOUT_IT})?"
_STILL = rf"(?:[ \t]{{0,2}}(?:{words.STILL}))?"
_SAID = (
    rf"{_STILL}{_MARKS}(?:\s{{0,3}}(?:{words.SIGNS})|\s{{0,3}}{_COPULA}{_STILL}(?:\s{{0,3}}[:：=])?)"
    rf"{_MARKS}\s{{0,3}}"
)
_I = re.IGNORECASE

# "password for the zip: X", "密码是 X"; with only a space between, the value must follow at once
SPELLED = re.compile(
    rf"(?P<noun>{_NOUN})(?P<about>{_ABOUT_IT})?{_ASIDE}"
    rf"(?P<said>{_SAID}|(?(about)(?!)|[ \t]{{1,4}}))(?P<open>{_OPEN})(?P<value>{VALUE})",
    _I,
)
CONTAINER = re.compile(
    rf"{_NOUN}{_GAP}(?:{words.ABOUT}){_GAP}(?:[^\s:：=]{{1,12}}{_GAP})?(?:{words.CONTAINERS}){_GAP}"
    rf"(?P<value>{VALUE})",
    _I,
)
QUOTED = re.compile(
    rf"{_NOUN}{_ABOUT}{_ASIDE}(?:{_SAID}|[ \t]{{0,4}})(?P<open>[\"“‘「『`«„'])"
    rf"(?P<value>[^\"'”’」』`»“\n]{{{SHORTEST},64}})[\"'”’」』`»“](?!\s?[:：])",
    _I,
)
JOINED = re.compile(
    r"(?:密[码碼]|口令|提取[码碼]|解[压壓][码碼])(?P<value>(?=[!-~]{0,30}\d)[0-9A-Za-z][!-~]{3,63})"
)
BRACKETED = re.compile(rf"{_NOUN}[ \t]{{0,2}}[(（【](?P<value>{_CHAR}{{4,64}}?)[)）】]", _I)
TAGGED = re.compile(rf"<{_NOUN}>\s{{0,2}}(?P<value>[^<\s]{{4,64}})\s{{0,2}}</", _I)
PAIR = re.compile(
    r"(?:[账賬帐帳][号號户戶]|用户名?|用戶名?|user ?name|user|login|account|id)\s?"
    r"(?:[/／、&+和与與,]|and)?\s?(?:密[码碼]|口令|pass ?word|pwd|pass)"
    r"\s{0,3}(?:[:：=]|是|[为為]|is|are)\s{0,3}[^\s/／,，]{1,64}\s?(?:[/／,，、 ]|and)\s?"
    rf"(?P<value>{VALUE})",
    _I,
)
NEXT_LINE = re.compile(
    rf"{_NOUN}{_ABOUT}{_ASIDE}"
    rf"(?P<said>(?:[ \t]{{1,2}}(?:is|are|ist|lautet|est|es|è|é)|[はがを是为為는은])?{_STILL}"
    rf"{_MARKS}[ \t]{{0,3}}[:：。.]?{_MARKS}[ \t]{{0,3}})\n(?:[ \t>]{{0,8}}\n)?[ \t>]{{0,8}}"
    rf"(?P<open>{_OPEN})(?P<value>{VALUE})[ \t]{{0,8}}$",
    _I | re.MULTILINE,
)
# the value first: "X is the password", "use X to unzip", "用 X 解压"
BEFORE = re.compile(
    rf"(?<!{_CHAR})(?P<value>{_CHAR}{{4,64}}) {{0,2}}"
    r"(?:(?:is|as|ist|est|es|è|é) (?:the |a |your |our |das |le |la )?|"
    rf"[是为為作][为為]?(?:[它其][的])?)(?:\w{{1,12}} )?{_NOUN}",
    _I,
)
USED = re.compile(
    rf"(?:\b(?:use|enter|type|try|using|with)\s{{1,2}}{_OPEN}(?P<value>{_CHAR}{{4,64}})\s{{1,2}}to\s{{1,2}}(?:{_OPENING})"
    rf"|(?:用|使用|输入|輸入|以)\s{{0,2}}{_OPEN}(?P<zh>{_CHAR}{{4,64}})\s{{0,2}}(?:{_CLOSE}\s{{0,2}})?(?:来|來|就?可以?|即可|去)?"
    rf"(?:{words.UNZIPS_ZH})"
    rf"|(?<![!-~]){_OPEN}(?P<ja>[!-~]{{4,64}}?)(?:{_CLOSE}\s{{0,2}})?\s{{0,2}}で\s{{0,2}}(?:{words.UNZIPS_JA}))",
    _I,
)
OPENED = re.compile(
    rf"\b(?:{_OPENING})(?:\s{{1,2}}[^\s:]{{1,24}}){{0,4}}?\s{{1,2}}(?:{words.WITH})\s{{1,2}}(?P<open>{_OPEN})"
    rf"(?P<value>{_CHAR}{{4,64}})"
    rf"|\b(?:mit|avec|con|com|met)\s{{1,2}}{_OPEN}(?P<late>{_CHAR}{{4,64}})\s{{1,2}}"
    rf"(?:zu )?(?:{_OPENING})",
    _I,
)
LOGIN = re.compile(
    rf"(?:\b(?:log ?in|log ?on|sign in|connect|anmelden)\b[^\n/:]{{0,24}}"
    rf"\b(?:with|as|using|mit)\s{{1,2}}(?:{words.USERS})\s?[/／:]\s?(?P<value>{_CHAR}{{4,64}})"
    rf"|(?:credentials?|zugangsdaten|登[录錄]信息)\s?[:：]\s?[\w.-]{{2,32}}\s?[/／:]"
    rf"\s?(?P<late>{_CHAR}{{4,64}})"
    rf"|(?<![\w/.])(?:{words.USERS})\s?[/／:]\s?(?P<zh>{_CHAR}{{4,64}})\s{{0,2}}(?:可以?|就能?|能|来|來|即可|去)?"
    rf"(?:{words.UNZIPS_ZH}))",
    _I,
)
IN_URL = re.compile(r"\b[a-z][a-z0-9+.-]{1,12}://[^\s/:@]{1,64}:(?P<value>[^\s/@]{4,128})@", _I)
ASKED = re.compile(r"[?&](?:pwd|password|passcode|code)=(?P<value>[\w-]{4,64})", _I)

TOOL = re.compile(rf"(?:{words.TOOLS})|(?:{words.USERS})[/:].{{0,128}}", _I)
