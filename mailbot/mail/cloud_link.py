"""Links to files that lie elsewhere: whose, what is behind them, how large, until when."""

import html
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import unquote

from mailbot.mail.expiry import expiry
from mailbot.mail.message import Link
from mailbot.mail.names import safe_name
from mailbot.mail.sharers import HINT, sharer

_READ = 256 << 10
_LONGEST_LINE, _MOST = 4_000, 50
_BEFORE, _AFTER, _CODE_AFTER = 4, 4, 3

_URL = re.compile(
    r"(?:https?://|(?<![\w./@-])(?=[\w-]{1,40}\.[\w.-]{2,60}/))"
    r"[^\s<>\"'`“”‘’，。；：！（）【】「」《》、|{}]{6,3000}",
    re.IGNORECASE,
)
_TAIL = ".,;:!?)]}'*_"
_ANCHOR = re.compile(
    r"<a\b[^<>]{0,4000}?\bhref\s{0,3}=\s{0,3}[\"']?([^\s\"'<>]{6,3000})[^<>]{0,4000}>", re.IGNORECASE
)
_ANCHOR_END = re.compile(r"</a\s*>", re.IGNORECASE)
_EXTENSION = (
    r"\.(?:zip|rar|7z|gz|tgz|bz2|xz|zst|tar|cab|iso|img|vhdx?|vmdk|ova|bin|exe|msi|dmp|mdmp|hdmp|dump"
    r"|log|txt|evtx?|etl|nfo|arn|csv|tsv|xlsx?|docx?|pptx?|pdf|html?|json|xml|ya?ml|sql|bak|mdf|trc"
    r"|pcap(?:ng)?|cap|png|jpe?g|gif|bmp|heic|webp|mp4|mov|avi|mkv|wmv|webm|m4a|mp3|amr|eml|msg|out"
    r"|sh|ps1|bat|reg|cfg|conf|ini|tdr|sos|core|00\d|z\d\d|part\d{1,2})"
)
_NAME = re.compile(
    rf"[^\s<>:：\"“”「」《》|?*/\\，,；;（(【\[]{{1,200}}{_EXTENSION}(?![\w.-]*\w@|\w)", re.IGNORECASE
)
_TOLD_NAME = re.compile(
    r"(?:文件(?:名称?)?|名称|分享(?:的)?(?:文件)?|file(?: ?name)?)\s?[:：]\s?([^\n<>\t]{1,200})", re.IGNORECASE
)
_BRACKETED = re.compile(r"[「《“]([^」》”\n]{1,200})[」》”]")
_SIZED_NAME = re.compile(
    r"^[ \t>*•·\-]{0,6}([^\n()（）<>]{1,200}?)\s{0,4}[(（]\s?\d[\d.,]{0,8}\s?[KMGT]?i?B?(?:ytes?)?\s?[)）,，;；]",
    re.IGNORECASE,
)
_SIZE = re.compile(
    r"(?<![\w.])(\d{1,3}(?:,\d{3}){1,4}|\d{1,12}(?:\.\d{1,3})?)\s?(?:([KMGT])i?B?|(bytes?|字节|B))(?![\w.])",
    re.IGNORECASE,
)
_SIZE_IN_URL = re.compile(r"[?&](?:sz|size|filesize)=(\d{1,15})(?:&|$)", re.IGNORECASE)
_NAME_IN_URL = re.compile(
    r"[?&](?:f|filename|file_name|fname|title)=([^&#\s]{1,600})|/([^/?#\s]{1,400}" + _EXTENSION + r")(?:[?#]|$)",
    re.IGNORECASE,
)
_CODE = re.compile(
    r"(?:提取码|提取碼|访问码|訪問碼|访问密码|分享密码|提取密码|取件码|传输口令|密码|密碼|口令|access code|pass(?:word|code)?"
    r"|extraction code)\s{0,3}(?:[:：=]|是|为|is)?\s{0,3}([A-Za-z0-9]{4,16})(?![A-Za-z0-9])",
    re.IGNORECASE,
)
_CODE_IN_URL = re.compile(r"[?&](?:pwd|password|passcode)=([\w-]{4,64})|#([A-Za-z0-9]{4})$", re.IGNORECASE)
_CALLS = re.compile(
    r"^(?:点击|進入|进入|立即|前往)?(?:下载|下載|查看|打开|预览|转存)|^download|^get your files|^open\b|^click"
    r"|^(?:链接|鏈接|link)\b|^https?:",
    re.IGNORECASE,
)
_UNITS = {"k": 10, "m": 20, "g": 30, "t": 40}


@dataclass(frozen=True, slots=True)
class _Place:
    """A link's lines: the first and the last on which it stands."""

    url: str
    first: int
    last: int


def with_links(source: str) -> str:
    """HTML with the address of each such link written behind it, as plain text shows it."""
    if not HINT.search(source):
        return source
    out: list[str] = []
    end, at = 0, _ANCHOR.search(source)
    while at is not None:
        close = _ANCHOR_END.search(source, at.end())
        stop = close.end() if close else at.end()
        url = html.unescape(at[1])
        if sharer(url) and url not in html.unescape(source[at.end() : stop]):
            out += [source[end:stop], f" &lt;{html.escape(url)}&gt; "]
            end = stop
        at = _ANCHOR.search(source, stop)
    return "".join([*out, source[end:]])


def cloud_links(text: str, at: datetime) -> tuple[Link, ...]:
    """Every such link in ``text``, each once; ``at`` is when the mail was written."""
    text = text[:_READ]
    if not HINT.search(text):
        return ()
    lines = [line[:_LONGEST_LINE] for line in text.split("\n")]
    places = list(_places(lines))[:_MOST]
    before = not places or _leads(lines, places)
    return tuple(
        _link(lines, places, number, at, before=before) for number in range(len(places))
    )


def _places(lines: Sequence[str]) -> Iterator[_Place]:
    found: dict[str, _Place] = {}
    for number, line in enumerate(lines):
        for hit in _URL.finditer(line):
            url = hit[0].rstrip(_TAIL)
            if sharer(url):
                known = found.get(url)
                found[url] = _Place(url, known.first if known else number, number)
    return iter(found.values())


def _leads(lines: Sequence[str], places: Sequence[_Place]) -> bool:
    """Whether what is said of a link stands before it: so for the first, so for all."""
    above = "\n".join(lines[max(0, places[0].first - _BEFORE) : places[0].first])
    return bool(_SIZE.search(above) or _NAME.search(above) or _TOLD_NAME.search(above))


def _link(
    lines: Sequence[str], places: Sequence[_Place], number: int, at: datetime, *, before: bool
) -> Link:
    place = places[number]
    start = places[number - 1].last + 1 if number else 0
    stop = places[number + 1].first if number + 1 < len(places) else len(lines)
    own = _without_urls(lines[place.first : place.last + 1])
    above = _without_urls(lines[max(start, place.first - _BEFORE) : place.first])
    below = _without_urls(lines[place.last + 1 : min(stop, place.last + 1 + _AFTER)])
    alone = len(places) == 1
    told = [own, *([above] if before or alone else []), *([] if before and not alone else [below])]
    said = sharer(place.url)
    return Link(
        provider=said.name if said else "",
        url=place.url if "://" in place.url else f"https://{place.url}",
        name=_first(told, _name) or _name_in_url(place.url),
        size=_size_in_url(place.url) or _first(told, _size),
        expires=next((end for part in told if (end := expiry("\n".join(part), at))), None),
        code=_code(place.url, own, below[:_CODE_AFTER], above),
        evidence=lines[place.first].strip()[:500],
        attached=bool(said and said.attached),
    )


def _without_urls(lines: Sequence[str]) -> list[str]:
    return [_URL.sub(" ", line).replace("< >", " ") for line in lines]


def _first[T](parts: Sequence[Sequence[str]], read: object) -> T:  # pragma: no cover
    raise NotImplementedError
