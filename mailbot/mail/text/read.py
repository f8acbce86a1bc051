"""The text parts of a mail, raw and as a reader sees them."""

import html
from collections.abc import Sequence
from dataclasses import dataclass
from email.message import Message as Tree

from mailbot.mail.charset.codec import declared_by
from mailbot.mail.charset.decode import decode, visible
from mailbot.mail.html.anchors import with_addresses
from mailbot.mail.html.marks import unmarked
from mailbot.mail.html.render import html_text
from mailbot.mail.message import Protection
from mailbot.mail.part import label_of, parameter
from mailbot.mail.text.enriched import enriched_text, richtext_text
from mailbot.mail.text.pgp import unarmoured

TYPES = ("text/plain", "text/html", "text/enriched", "text/richtext")
# a longer text is truncated, and ends with a note that says so
_LONGEST = 512 << 10
_CUT = "\n[…]"
_WAYS = {"enriched": enriched_text, "richtext": richtext_text}


@dataclass(frozen=True, slots=True)
class Text:
    """A text part, as it is in the mail."""

    content: str
    is_html: bool = False


def text_of(part: Tree, raw: bytes, charset: str) -> tuple[Text, Protection]:
    """The text in ``raw``, the content of ``part``, and its protection."""
    kind = part.get_content_subtype()
    label = label_of(part) or (declared_by(raw) if kind == "html" else "") or charset
    said = decode(raw[:_LONGEST], label)
    if len(raw) > _LONGEST:
        said += _CUT
    if kind == "html":
        return Text(with_addresses(said), is_html=True), Protection.NONE
    said = visible(said)
    if kind in _WAYS:
        return Text(_WAYS[kind](said)), Protection.NONE
    said, protection = unarmoured(said)
    if parameter(part, "format").lower() == "flowed":
        said = unflowed(said, delsp=parameter(part, "delsp").lower() == "yes")
    return Text(said), protection


def read(texts: Sequence[Text]) -> str:
    """The texts as one, HTML rendered."""
    return "\n".join(visible(_rendered(text)) for text in texts)


def _rendered(text: Text) -> str:
    if text.is_html:
        return html_text(text.content)
    # QQ Mail generates its plain text from HTML and loses some of it
    plain = html.unescape(text.content) if "&nbsp;" in text.content else text.content
    return unmarked(plain)


_SIGNATURE_MARK = "-- "


def unflowed(text: str, *, delsp: bool) -> str:
    """Undo soft line breaks: a line that ends with a space goes on in the next (RFC 3676).

    A paragraph ends where the depth of the quote changes, and before a signature (4.3, 4.5).
    """
    out: list[str] = []
    held: list[str] = []
    held_depth = -1
    for raw in text.split("\n"):
        depth, line = _unstuffed(raw)
        if held and (depth != held_depth or line == _SIGNATURE_MARK):
            out.append("".join(held))
            held = []
        if not held:
            held.append(_quote_marks(depth, line))
        held_depth = depth
        if line.endswith(" ") and line != _SIGNATURE_MARK:
            held.append(line[:-1] if delsp else line)
        else:
            out.append("".join([*held, line]))
            held = []
    return "\n".join([*out, "".join(held)] if held else out)


def _unstuffed(raw: str) -> tuple[int, str]:
    """The quote depth of a line, and its text without space-stuffing (RFC 3676, 4.4)."""
    bare = raw.lstrip(">")
    return len(raw) - len(bare), bare.removeprefix(" ")


def _quote_marks(depth: int, line: str) -> str:
    if depth:
        return ">" * depth + " "
    # a space-stuffed ">" is literal: without its space it would look like a quote
    return " " if line.startswith(">") else ""
