"""A text as it stands in a mail, and how a reader sees it."""

import html
from collections.abc import Sequence
from dataclasses import dataclass
from email.message import Message as Tree

from mailbot.mail.anchors import with_addresses
from mailbot.mail.armour import unarmoured
from mailbot.mail.charset import decode, visible
from mailbot.mail.codec import declared_by
from mailbot.mail.enriched import enriched_text, richtext_text
from mailbot.mail.flowed import unflowed
from mailbot.mail.html import html_text
from mailbot.mail.marks import unmarked
from mailbot.mail.message import Protection
from mailbot.mail.payload import label_of, parameter

TYPES = ("text/plain", "text/html", "text/enriched", "text/richtext")
# of a longer text the beginning is read, and it ends with a mark that says so
_LONGEST = 512 << 10
_CUT = "\n[…]"
_WAYS = {"enriched": enriched_text, "richtext": richtext_text}


@dataclass(frozen=True, slots=True)
class Text:
    """One part that is to be read, as it stands in the mail."""

    content: str
    is_html: bool = False


def text_of(part: Tree, raw: bytes, charset: str) -> tuple[Text, Protection]:
    """The text in ``raw``, which is what ``part`` holds, and how it is shielded."""
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
    # QQ mail writes its plain text out of HTML and forgets some of it
    plain = html.unescape(text.content) if "&nbsp;" in text.content else text.content
    return unmarked(plain)
