"""Text about a file next to its link: its name, size and access code."""

import re
from collections.abc import Sequence
from urllib.parse import unquote

from mailbot.mail.part import safe_name

_EXTENSION = (
    r"\.(?:zip|rar|7z|gz|tgz|bz2|xz|zst|tar|cab|iso|img|vhdx?|vmdk|ova|bin|exe|msi"
    r"|dmp|mdmp|hdmp|dump"
    r"|log|txt|evtx?|etl|nfo|arn|csv|tsv|xlsx?|docx?|pptx?|pdf|json|xml|ya?ml|sql|bak|mdf|trc"
    r"|pcap(?:ng)?|cap|png|jpe?g|gif|bmp|heic|webp|mp4|mov|avi|mkv|wmv|webm|m4a|mp3|amr|eml|msg|out"
    r"|sh|ps1|bat|reg|cfg|conf|ini|tdr|sos|core|db|dat|jar|apk|vsdx?|sqlite|00\d|z\d\d|part\d{1,2})"
    r"(?![\w@-]|\.\w)"
)
_WHOLE_LINE = re.compile(
    r"^(?:[ \t>*•·-]|\d{1,2}[、.)）] ?){0,6}(?:[^\n]{0,60}\b(?:sent you|sent|shared|shares) )?"
    rf"([^:：\n]{{1,200}}?{_EXTENSION})$",
    re.IGNORECASE,
)
_SIZED = re.compile(
    r"^[ \t>*•·\-]{0,6}([^\n<>]{1,200}?)\s{0,4}"
    r"[(（]\s?\d[\d.,]{0,8}\s?[KMGT]?i?B?(?:ytes?)?\s?[)）,，;；]",
    re.IGNORECASE,
)
_CALLED_TO = re.compile(
    r"^(?:please |pls |请)?(?:see|find|get|fetch|download|open|here is|attached is"
    r"|the file|查看|下载|见)(?: the| file)?[ \t]+",
    re.IGNORECASE,
)
_TOLD = re.compile(
    r"(?:文件(?:名称?|分享)?|名称|分享的?(?:文件)?|\bfile(?: ?name)?)\s?[:：]\s?([^\n<>\t]{1,200})",
    re.IGNORECASE,
)
_BRACKETED = re.compile(r"[「《“\"]([^「」《》“”\"\n]{1,200})[」》”\"]")
_WORD = re.compile(r"[^\s<>:：\"“”「」《》|?*/\\，,；;（()）【】\[\]]{2,200}")
_TO_EXTENSION = re.compile(rf"^(.{{1,200}}?{_EXTENSION})", re.IGNORECASE)
_IN_QUERY = re.compile(r"[?&](?:f|file_?name|fname|title|name)=([^&#\s]{1,600})", re.IGNORECASE)
_IN_PATH = re.compile(rf"/([^/?#\s]{{1,300}}{_EXTENSION})(?:[?#]|$)", re.IGNORECASE)
_CALLS = re.compile(
    r"^(?:点击|點擊|進入|进入|立即|前往|请)?(?:点击|下载|下載|查看|打开|預覽|预览|转存|保存)"
    r"|^(?:re-?)?download|^get (?:your|the)|^(?:open|view|click|here|this|link|see)\b"
    r"|^(?:链接|鏈接|此处|这里)|^https?:",
    re.IGNORECASE,
)
_SIZE = re.compile(
    r"(?<![\w.])(\d[\d,]{0,14}(?:\.\d{1,3})?)\s?"
    r"(?:([KMGT])i?B?|bytes?|字节|B)(?![\w.][a-z0-9]|[a-z0-9])",
    re.IGNORECASE,
)
_SIZE_IN_QUERY = re.compile(r"[?&](?:sz|size|filesize)=(\d{1,15})(?:&|$)", re.IGNORECASE)
_CALLED = (
    r"(?:(提取[码碼]|[访訪][问問](?:[码碼]|密[码碼])|分享密码|提取密码|取件码|传输口令|密[码碼]|口令)"
    r"|\b(?:(?:access|extraction) code|pass ?(?:word|code)?|pwd))"
)
_CODE = re.compile(
    _CALLED + r"(?:\s(?:for|of|to) [\w ]{1,30}?(?:[:：=]|\bis\b)|\s{0,3}(?:([:：=])|是|为|is\b)?)"
    r"[ \t\"'“]{0,3}([a-z0-9][\w!@#$%&*+.-]{3,31})",
    re.IGNORECASE | re.ASCII,
)
_TELLING = re.compile(r"\d|[a-z][A-Z]")
_CODE_IN_URL = re.compile(r"[?&](?:pwd|password|passcode)=([\w-]{4,64})", re.IGNORECASE)
_UNITS = {"": 0, "k": 10, "m": 20, "g": 30, "t": 40}


def name_in_url(url: str) -> str:
    hit = _IN_QUERY.search(url) or _IN_PATH.search(url)
    return safe_name(unquote(hit[1].replace("+", " "))) if hit else ""


def size_in_url(url: str) -> int:
    hit = _SIZE_IN_QUERY.search(url)
    return int(hit[1]) if hit else 0


def code_in_url(url: str) -> str:
    hit = _CODE_IN_URL.search(url)
    return hit[1] if hit else ""


def called(label: str) -> str:
    """The file name in a link text; '' if the text is only a call to action."""
    label = label.strip()
    return "" if _CALLS.search(label) or "://" in label else safe_name(label)


def name_in(lines: Sequence[str]) -> str:
    """The first file name in ``lines``."""
    return next((found for line in lines if (found := _name(line))), "")


def size_in(lines: Sequence[str]) -> int:
    """The file size in bytes; 0 if no line states it."""
    found = (hit for line in lines for hit in _SIZE.finditer(line))
    return next((size for hit in found if (size := _bytes(hit))), 0)


def code_in(lines: Sequence[str]) -> str:
    """The access code; a word that merely follows "password" is none."""
    hits = (hit for line in lines for hit in _CODE.finditer(line))
    return next((hit[3].rstrip(".-") for hit in hits if _is_code(hit)), "")


def _is_code(hit: re.Match[str]) -> bool:
    return bool(_TELLING.search(hit[3]) or (hit[1] and hit[2]))


def _name(line: str) -> str:
    line = line.strip()
    for pattern in (_TOLD, _WHOLE_LINE, _SIZED, _BRACKETED):
        hit = pattern.search(line)
        if hit:
            return safe_name(_to_extension(_CALLED_TO.sub("", hit[1])))
    words = (_TO_EXTENSION.match(word[0]) for word in _WORD.finditer(line))
    return next((safe_name(word[1]) for word in words if word), "")


def _to_extension(said: str) -> str:
    hit = _TO_EXTENSION.search(said)
    return hit[1] if hit else said


def _bytes(hit: re.Match[str]) -> int:
    return round(float(hit[1].replace(",", "")) * (1 << _UNITS[(hit[2] or "").lower()]))
