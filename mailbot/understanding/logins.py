"""A login spelled out in a mail: user, sealed password, host and port."""

import re
from collections.abc import Iterator

from mailbot.understanding.secrets.sealing import SEAL
from mailbot.understanding.understood import Fact, NumberFact, TextFact

_SEP = r"\s*(?:[:：=＝]|是|[为為])\s*[:：]?\s*"
_USER = re.compile(
    rf"(?:用[户戶]名[称稱]?|[账賬帐帳][号號户戶](?:名[称稱]?)?|登[录錄入]名|"
    rf"用[户戶](?=\s*[:：=]\s*[!-~])|\buser ?names?|\buser(?: ?id)?|\blog ?in(?: name)?|"
    rf"\baccount(?: name)?)"
    rf"(?:\s?[/／(（][^:：\n]{{1,24}})?{_SEP}[\"'“‘`<]?([A-Za-z0-9][\w.@+-]{{0,63}})(?![\w"
    rf"/.]*[\u4e00-\u9fff]{{2}})",
    re.IGNORECASE,
)
_USER_SPACED = re.compile(
    r"(?:用[户戶]名|[账賬帐帳][号號户戶]|登[录錄入]名|\buser ?name|\blog ?in)[ "
    r"\t]{1,8}([A-Za-z0-9][\w.@+-]{2,63})[ \t]*$",
    re.IGNORECASE | re.MULTILINE,
)
_USER_SAID = re.compile(
    r"\b(?:user ?name|user(?: ?id)?|login|"
    r"account)\s(?:is\s)?[\"'“`]?([A-Za-z][\w.@+-]{2,63})[\"'”`]?(?=\s?(?:,|and|with|/|"
    r"\()\s?.{0,24}pass)",
    re.IGNORECASE,
)
_SECRET = re.compile(
    rf"(?:密[码碼]|口令|\bpass ?word|\bpasswd|\bpwd|\bpass(?:code|"
    rf"phrase)?)[^\n]{{0,40}}?({SEAL.pattern})",
    re.IGNORECASE,
)
_BARE_PAIR = re.compile(rf"([A-Za-z0-9][\w.@+-]{{1,63}})\s?[/／,，、 ]\s?({SEAL.pattern})")
_HOST = re.compile(
    r"(?:\bsftp://(?:[^\s/@]{1,80}@)?|(?:主[机機]|服[务務]器|伺服器|地址|host(?: ?name)?|"
    r"server|address)(?:\s?(?:地址|名[称稱]?|ip))?\s*[:：=]\s*(?:s?ftp://)?)"
    r"((?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.){1,8}[a-z0-9-]{2,24})(?::(\d{2,5}))?",
    re.IGNORECASE,
)
_PORT = re.compile(
    r"(?:端口|埠|\bport)(?:号|號| number)?\s*(?:[:：=]|是|[为為]|is)?\s*(\d{2,5})\b", re.IGNORECASE
)


def login(whole: str) -> Iterator[Fact]:
    """The login that a text with a sealed secret states."""
    secret = _SECRET.search(whole)
    user = _USER.search(whole) or _USER_SAID.search(whole) or _USER_SPACED.search(whole)
    pair = _BARE_PAIR.search(whole) if secret and not user else None
    if pair:
        yield TextFact("account_user", pair.group(1), _line(whole, pair))
    elif user:
        yield TextFact("account_user", user.group(1).rstrip(".,;"), _line(whole, user))
    if secret:
        yield TextFact("account_password", secret.group(1), _line(whole, secret))
    if host := _HOST.search(whole):
        yield TextFact("account_host", host.group(1).lower(), _line(whole, host))
        if port := _PORT.search(whole) or (host if host.group(2) else None):
            value = port.group(1) if port is not host else host.group(2)
            yield NumberFact("account_port", int(value), _line(whole, port))


def _line(whole: str, match: re.Match[str]) -> str:
    start = whole.rfind("\n", 0, match.start()) + 1
    end = whole.find("\n", match.end())
    return whole[start : end if end >= 0 else None].strip()
