"""HTML to text as a reader sees it: hidden text left out, quotes and signatures marked."""

import html
import re
from collections.abc import Iterator, Sequence

import lxml.html  # type: ignore[import-untyped]  # what inscriptis reads with
from inscriptis import Inscriptis  # type: ignore[import-untyped]
from inscriptis.css_profiles import CSS_PROFILES  # type: ignore[import-untyped]
from inscriptis.model.config import ParserConfig  # type: ignore[import-untyped]
from lxml.etree import LxmlError  # type: ignore[import-untyped]
from lxml.html import HtmlElement

from mailbot.mail.html import roles as html_roles
from mailbot.mail.html.marks import HUE_BEGINS, HUE_ENDS, PLACE, QUOTE_BEGINS, SIGNED, unmarked
from mailbot.mail.html.roles import Role

_MOST_TAKEN = 200
_CONFIG = ParserConfig(css=CSS_PROFILES["strict"])
_PLACED = re.compile(f"(?<![ \t])[ \t]*{PLACE}(\\d+){PLACE}[ \t]*")
_PREFIXES = {Role.QUOTE: "> ", Role.SIGNATURE: SIGNED}

_UNREAD = re.compile(r"<(script|style|title)\b[^<>]*>[^<]*(?:<(?!/\1)[^<]*)*", re.IGNORECASE)
_BREAK = re.compile(r"<(?:br|p|div|tr|li|h[1-6]|/p|/div|/tr|hr)\b[^<>]*>", re.IGNORECASE)
_TAG = re.compile(r"<[^<>]*>|<!--")


def html_text(source: str) -> str:
    """The text of an HTML part; hostile or broken HTML is read by its tags alone."""
    source = unmarked(source).replace("\0", "")
    if "<" in source and is_bearable(source):
        text = _rendered(source)
        if text.strip():
            return text
    return _stripped(source)


def _rendered(source: str) -> str:
    parser = lxml.html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    try:
        tree = lxml.html.document_fromstring(source.encode("utf-8", "replace"), parser=parser)
        _colour(tree)
        taken = list(_prepared(tree))
        text = Inscriptis(tree, _CONFIG).get_text()
    except (LxmlError, ValueError, RecursionError, AssertionError, TypeError, IndexError):
        return ""
    return _PLACED.sub(lambda hit: "\n" + taken[int(hit[1])] + "\n", text)


def _prepared(tree: HtmlElement) -> Iterator[str]:
    """Changes ``tree`` so that it can be rendered; the texts that were taken out, in order."""
    found = [(one, role) for one in tree.iter() if (role := html_roles.role_of(one)) is not None]
    gone: set[HtmlElement] = set()
    count = 0
    # quotes and signatures are rendered when they are found, the inner ones first
    for one, role in found:
        if role is Role.IMAGE:
            _say(one, html_roles.image_name(one))
    for one, role in found:
        if gone and not gone.isdisjoint(one.iterancestors()):
            continue
        if role is Role.HIDDEN:
            gone.add(one)
            one.drop_tree()
        elif role is Role.OPENING:
            one.text = QUOTE_BEGINS + (one.text or "")
        elif role is not Role.IMAGE and count < _MOST_TAKEN:
            gone.add(one)
            yield _taken_out(one, count, _PREFIXES[role])
            count += 1


def _colour(tree: HtmlElement) -> None:
    """Put marks around coloured words."""
    for one in tree.iter("span", "font", "p", "div", "b", "strong", "u", "i", "em", "li", "td"):
        hue = html_roles.hue_of(one) if one.get("style") or one.get("color") else None
        if hue is None:
            continue
        one.text = HUE_BEGINS[hue] + (one.text or "")
        if len(one):
            one[-1].tail = (one[-1].tail or "") + HUE_ENDS
        else:
            one.text += HUE_ENDS


def _say(image: HtmlElement, name: str) -> None:
    """Replace the image by a word in its paragraph."""
    image.tag = "span"
    image.text = f" [{name}] "


def _taken_out(part: HtmlElement, at: int, prefix: str) -> str:
    """Render ``part`` with ``prefix`` before its lines; leave a placeholder in the tree."""
    place = lxml.html.Element("div")
    place.text = f"{PLACE}{at}{PLACE}"
    place.tail, part.tail = part.tail, None
    part.getparent().replace(part, place)
    lines: Sequence[str] = unmarked(Inscriptis(part, _CONFIG).get_text()).strip("\n").split("\n")
    return "\n".join(f"{prefix}{line}".rstrip() for line in lines)


def _stripped(source: str) -> str:
    text = _BREAK.sub("\n", _UNREAD.sub(" ", source))
    return html.unescape(_TAG.sub("", text))


_LONGEST = 1 << 20
_MOST_TAGS = 20_000
_MOST_CELLS = 8_000
_MOST_ATTRIBUTES = 500
# inscriptis would render a margin of ten thousand lines as such
_WIDE = re.compile(r"(?i)(?:margin|padding)[a-z-]{0,20}\s{0,9}:[^;\"'<>]{0,100}\d{4}")
_CELL = re.compile(r"(?i)<t[dh]\b")


def is_bearable(source: str) -> bool:
    """Whether rendering stays within reasonable time and memory."""
    return (
        len(source) <= _LONGEST
        and source.count("<") <= _MOST_TAGS
        and sum(1 for _ in _CELL.finditer(source)) <= _MOST_CELLS
        and _most_attributes(source) <= _MOST_ATTRIBUTES
        and not _WIDE.search(source)
    )


def _most_attributes(source: str) -> int:
    """The most attributes of a tag; the parser is quadratic in them."""
    if source.count("=") <= _MOST_ATTRIBUTES:
        return 0
    return max(tag.count("=") for tag in source.split("<"))
