"""Which parts of a mail are its text, and which are files."""

import html
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from email.message import Message as Tree

from mailbot.mail.charset import charset_in, decode, visible
from mailbot.mail.codec import codec_of, declared_by
from mailbot.mail.file_name import file_name
from mailbot.mail.headers import headers_of
from mailbot.mail.html import html_text
from mailbot.mail.marks import unmarked
from mailbot.mail.message import Attachment
from mailbot.mail.skeleton import left_out

_REPORTS = ("message/delivery-status", "message/disposition-notification", "text/rfc822-headers")
_SEALS = (
    "application/pgp-signature", "application/pkcs7-signature", "application/x-pkcs7-signature",
)  # fmt: skip
# of a longer text the beginning is read, and it ends with a mark that says so
_LONGEST = 512 << 10
_ENOUGH = 16 << 10
_CUT = "\n[…]"


@dataclass(frozen=True, slots=True)
class Text:
    """One part that is to be read, as it stands in the mail."""

    content: str
    is_html: bool = False


@dataclass(frozen=True, slots=True)
class Body:
    """What a part holds: texts in the order of the mail, and files.

    ``richer`` are the same texts with those as HTML that came as both.
    """

    texts: tuple[Text, ...] = ()
    attachments: tuple[Attachment, ...] = ()
    richer: tuple[Text, ...] = ()

    @property
    def is_blank(self) -> bool:
        return not any(text.content.strip() for text in self.texts)

    @property
    def is_plain(self) -> bool:
        return not any(text.is_html for text in self.texts)

    def read(self) -> str:
        """The texts as one, HTML rendered."""
        return _read(self.texts)

    def read_richer(self) -> str:
        """The same by its HTML, where colours tell who wrote what."""
        return _read(self.richer or self.texts)


def body_of(part: Tree, charset: str = "") -> Body:
    """The texts and files of ``part``; an enclosed mail is a file (RFC 2046, 5.2.1)."""
    if part.get_content_maintype() == "message":
        return _enclosed(part, charset)
    if part.is_multipart():
        bodies = [body_of(child, charset) for child in part.get_payload()]  # type: ignore[arg-type]
        return _BY_KIND.get(part.get_content_subtype(), _all)(bodies)
    name = file_name(part, charset)
    if _is_text(part, name):
        return Body(texts=(_text(part, charset),))
    return Body(attachments=(_attachment(part, name),))


def charset_of(tree: Tree) -> str:
    """The charset of the first text of a mail: raw 8-bit headers borrow it."""
    texts = [part for part in tree.walk() if part.get_content_maintype() == "text"]
    labels = (label for part in texts if codec_of(label := _label(part)))
    return next(labels, "") or next(filter(None, map(_unlabelled_charset, texts)), "")


def _unlabelled_charset(part: Tree) -> str:
    raw = content(part)[:_ENOUGH]
    return declared_by(raw) or charset_in(raw)


def content(part: Tree) -> bytes:
    """The bytes of a leaf, transfer encoding undone; what is broken counts as far as it goes."""
    try:
        payload = part.get_payload(decode=True)
    except (ValueError, LookupError, AssertionError):
        payload = None
    return payload if isinstance(payload, bytes) else b""


def _is_text(part: Tree, name: str) -> bool:
    if part.get_content_type() not in ("text/plain", "text/html"):
        return False
    disposition = part.get_content_disposition()
    return disposition != "attachment" and not (name and disposition != "inline")


def _text(part: Tree, charset: str) -> Text:
    raw = content(part)
    is_html = part.get_content_subtype() == "html"
    label = _label(part) or (declared_by(raw) if is_html else "") or charset
    text = decode(raw[:_LONGEST], label)
    if len(raw) > _LONGEST:
        text += _CUT
    if is_html:
        return Text(text, is_html=True)
    if _parameter(part, "format").lower() == "flowed":
        return Text(_unflowed(visible(text), _parameter(part, "delsp").lower()))
    return Text(text)


def _read(texts: Sequence[Text]) -> str:
    return "\n".join(visible(_rendered(text)) for text in texts)


def _rendered(text: Text) -> str:
    if text.is_html:
        return html_text(text.content)
    # QQ mail writes its plain text out of HTML and forgets some of it
    plain = html.unescape(text.content) if "&nbsp;" in text.content else text.content
    return unmarked(plain)


def _attachment(part: Tree, name: str) -> Attachment:
    kind = part.get_content_type()
    shown = part.get_content_maintype() == "image" and "content-id" in part
    inline = kind in _SEALS or (shown and part.get_content_disposition() != "attachment")
    size = left_out(part)
    return Attachment(name, kind, len(content(part)) if size is None else size, inline)


def _enclosed(part: Tree, charset: str) -> Body:
    if part.get_content_type() in _REPORTS:
        return Body()
    inner = part.get_payload()
    tree = inner[0] if isinstance(inner, list) and inner else None
    subject = headers_of(tree, charset).text("subject") if isinstance(tree, Tree) else ""
    name = file_name(part, charset) or subject
    size = left_out(part)
    size = _size(tree) if size is None else size
    return Body(attachments=(Attachment(name, part.get_content_type(), size),))


def _size(tree: object) -> int:
    try:
        return len(tree.as_bytes()) if isinstance(tree, Tree) else 0
    except (ValueError, LookupError, AttributeError, TypeError, KeyError):
        return 0


def _all(bodies: list[Body]) -> Body:
    texts = tuple(text for body in bodies for text in body.texts)
    richer = tuple(text for body in bodies for text in body.richer or body.texts)
    return Body(texts, _files(bodies), richer)


def _alternative(bodies: list[Body]) -> Body:
    """Plain text is preferred, unless it is empty; else the last, which is the richest."""
    full = [body for body in bodies if not body.is_blank]
    plain = [body for body in full if body.is_plain]
    chosen = plain[:1] or full[-1:]
    richer = full[-1].texts if full else ()
    return Body(chosen[0].texts if chosen else (), _files(bodies), richer)


def _report(bodies: list[Body]) -> Body:
    """The first part is for people (RFC 6522); the rest repeats it for machines."""
    return Body(bodies[0].texts if bodies else (), _files(bodies))


def _files(bodies: list[Body]) -> tuple[Attachment, ...]:
    return tuple(file for body in bodies for file in body.attachments)


_BY_KIND: dict[str, Callable[[list[Body]], Body]] = {
    "alternative": _alternative,
    "report": _report,
}


def _label(part: Tree) -> str:
    return _parameter(part, "charset")


def _parameter(part: Tree, name: str) -> str:
    try:
        value = part.get_param(name, "")
    except (TypeError, ValueError):
        return ""
    return str(value[2] if isinstance(value, tuple) else value or "")


def _unflowed(text: str, delsp: str) -> str:
    """Soft line breaks undone (RFC 3676): a line that ends with a space goes on."""
    out: list[str] = []
    held: list[str] = []
    held_depth = -1
    for raw in text.split("\n"):
        bare = raw.lstrip(">")
        depth, line = len(raw) - len(bare), bare.removeprefix(" ")
        if held and (depth != held_depth or line == "-- "):
            out.append("".join(held))
            held = []
        if not held:
            held.append(">" * depth + (" " if depth else ""))
        held_depth = depth
        if line.endswith(" ") and line != "-- ":
            held.append(line[:-1] if delsp == "yes" else line)
        else:
            out.append("".join([*held, line]))
            held = []
    return "\n".join([*out, "".join(held)] if held else out)
