"""The URLs of file shares behind the link texts of an HTML mail."""

import html
import re
from collections.abc import Iterable, Iterator, Mapping

from mailbot.mail.links.sharers import may_share, sharer

_MOST = 2_000
_LONGEST_LABEL = 2_000
_OPENS = re.compile(r"<a\b([^<>]{0,8000})>?", re.IGNORECASE)
_CLOSES = re.compile(r"</a\s*>", re.IGNORECASE)
_ADDRESS = re.compile(r"\bhref\s{0,3}=\s{0,3}[\"']?\s{0,3}([^\s\"'<>]{6,3000})", re.IGNORECASE)
_TAG = re.compile(r"<[^<>]{0,4000}>")


def with_addresses(source: str) -> str:
    """``source`` with each share's URL written after its link text, as in plain text."""
    out: list[str] = []
    done = 0
    for end, url, label in _anchors(source):
        if url not in label:
            out += [source[done:end], f" &lt;{html.escape(url)}&gt; "]
            done = end
    return "".join([*out, source[done:]])


def labels(sources: Iterable[str]) -> Mapping[str, str]:
    """The link text of each share's URL."""
    return {url: label for source in sources for _, url, label in _anchors(source) if label}


def _anchors(source: str) -> Iterator[tuple[int, str, str]]:
    """Where the link text ends, the URL, and the link text."""
    if not may_share(source):
        return
    for count, opened in enumerate(_OPENS.finditer(source)):
        if count >= _MOST:
            return
        address = _ADDRESS.search(opened[1])
        url = html.unescape(address[1]) if address else ""
        if not url or not sharer(url):
            continue
        closed = _CLOSES.search(source, opened.end(), opened.end() + _LONGEST_LABEL)
        if closed:
            words = _TAG.sub("", source[opened.end() : closed.start()])
            yield closed.end(), url, " ".join(html.unescape(words).split())
