"""HTML to text as a reader sees it, with what it quotes marked by ``>``."""

import html
import re

import lxml.html  # type: ignore[import-untyped]  # what inscriptis reads with
from inscriptis import Inscriptis  # type: ignore[import-untyped]
from inscriptis.css_profiles import CSS_PROFILES  # type: ignore[import-untyped]
from inscriptis.model.config import ParserConfig  # type: ignore[import-untyped]
from lxml.etree import LxmlError  # type: ignore[import-untyped]

_LONGEST = 1 << 20
_MOST_QUOTES = 200
_CONFIG = ParserConfig(css=CSS_PROFILES["strict"])

# a private character, so that no mail can forge the place of a quote
_PLACE = "\ue000"
_PLACED = re.compile(f"[ \t]*{_PLACE}(\\d+){_PLACE}[ \t]*")
_QUOTES = (
    "//blockquote[not(ancestor::blockquote)][@type='cite' or @cite or @id='isReplyContent'"
    " or contains(@class,'quote') or contains(@style,'border-left')]"
)

_UNREAD = re.compile(r"<(script|style|title)\b[^<>]*>[^<]*(?:<(?!/\1)[^<]*)*", re.IGNORECASE)
_BREAK = re.compile(r"<(?:br|p|div|tr|li|h[1-6]|/p|/div|/tr|hr)\b[^<>]*>", re.IGNORECASE)
_TAG = re.compile(r"<[^<>]*>|<!--")


def html_text(source: str) -> str:
    """The text of an HTML part; hostile or broken HTML is read by its tags alone."""
    source = source.replace(_PLACE, "").replace("\0", "")
    if len(source) <= _LONGEST and "<" in source:
        text = _rendered(source)
        if text.strip():
            return text
    return _stripped(source)


def _rendered(source: str) -> str:
    parser = lxml.html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    try:
        tree = lxml.html.document_fromstring(source.encode("utf-8", "replace"), parser=parser)
        quotes = [
            _taken_out(quote, at) for at, quote in enumerate(tree.xpath(_QUOTES)[:_MOST_QUOTES])
        ]
        text = Inscriptis(tree, _CONFIG).get_text()
    except (LxmlError, ValueError, RecursionError, AssertionError, TypeError, IndexError):
        return ""
    return _PLACED.sub(lambda hit: "\n" + quotes[int(hit[1])] + "\n", text)


def _taken_out(quote: lxml.html.HtmlElement, at: int) -> str:
    """The quote's lines with marks; a place-holder stays where it stood."""
    place = lxml.html.Element("div")
    place.text = f"{_PLACE}{at}{_PLACE}"
    place.tail, quote.tail = quote.tail, None
    quote.getparent().replace(quote, place)
    text = Inscriptis(quote, _CONFIG).get_text()
    return "\n".join(f"> {line}".rstrip() for line in text.strip("\n").split("\n"))


def _stripped(source: str) -> str:
    text = _BREAK.sub("\n", _UNREAD.sub(" ", source))
    return html.unescape(_TAG.sub("", text))
