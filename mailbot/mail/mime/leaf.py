"""A MIME part without children: a text, a file, or a file with texts and files packed in it."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, tzinfo
from email.message import Message as Tree

from mailbot.because import Because
from mailbot.mail.charset.decode import decode
from mailbot.mail.formats import tnef
from mailbot.mail.formats.invitation import calendar_of
from mailbot.mail.formats.picture import pixels
from mailbot.mail.formats.portal import is_wrapper
from mailbot.mail.formats.uuencoded import Files, taken_out
from mailbot.mail.message import Attachment, Protection
from mailbot.mail.mime.body import ENCRYPTED, Body, in_portal
from mailbot.mail.mime.file_name import file_name
from mailbot.mail.mime.skeleton import left_out
from mailbot.mail.part import REACTION, content, label_of, parameter, safe_name
from mailbot.mail.text.read import TYPES, Text, text_of

_SEALS = (
    "application/pgp-signature", "application/pkcs7-signature", "application/x-pkcs7-signature",
    "application/pgp-encrypted",
)  # fmt: skip
_TNEF = ("application/ms-tnef", "application/vnd.ms-tnef", "application/x-ms-tnef")
_CALENDAR = ("text/calendar", "application/ics")


@dataclass(frozen=True, slots=True)
class PartContext:
    """Defaults for a part that names none: the sender's charset and time zone."""

    charset: str = ""
    zone: tzinfo = UTC
    depth: int = 0


def leaf(part: Tree, context: PartContext) -> Body:
    name = file_name(part, context.charset)
    if part.get_content_type() == REACTION:
        return Body()  # the emoji is in the text part as well
    if _is_text(part) and not is_wrapper(name, ""):
        return _named_text(part, name, context) if name else _text(part, context)
    if is_wrapper(name, part.get_content_type()):
        return _wrapper(part, name)
    size = left_out(part)
    opens = _opener(part, name)
    if size is not None:
        body = Body(attachments=(_file(part, name, size, content(part)),))
        large = replace(body, unread=(Because.TOO_LARGE_TO_UNPACK(part=name or "a part"),))
        return large if opens is _tnef else body
    raw = content(part)
    file = _file(part, name, len(raw), raw)
    return opens(part, file, raw, context) if opens else Body((), (file,), place=_place(part, file))


def _wrapper(part: Tree, name: str) -> Body:
    size = left_out(part)
    return in_portal(_file(part, name, len(content(part)) if size is None else size, b""))


def is_inline(part: Tree) -> bool:
    """Whether a part is a picture shown in the text, or only for machines."""
    if part.get_content_type() in _SEALS or part.get_content_type() == _CALENDAR[0]:
        return part.get_content_disposition() != "attachment" or part.get_content_type() in _SEALS
    shown = part.get_content_maintype() == "image" and "content-id" in part
    return shown and part.get_content_disposition() != "attachment"


def _is_text(part: Tree) -> bool:
    return part.get_content_type() in TYPES and part.get_content_disposition() != "attachment"


def _named_text(part: Tree, name: str, context: PartContext) -> Body:
    """A named text: shown below the mail, and its body if there is no other text."""
    size = left_out(part)
    raw = content(part)
    file = _file(part, name, len(raw) if size is None else size, raw)
    said = _text(part, context).texts if part.get_content_disposition() == "inline" else ()
    return Body(attachments=(file,), spare=said)


def _text(part: Tree, context: PartContext) -> Body:
    raw = content(part)
    files: Files = ()
    if part.get_content_type() == "text/plain":
        raw, files = taken_out(raw, is_cut=left_out(part) is not None)
    text, protection = text_of(part, raw, context.charset)
    names = [
        (safe_name(decode(name, label_of(part) or context.charset)), size) for name, size in files
    ]
    return Body(
        (text,),
        tuple(Attachment(name, "application/octet-stream", size) for name, size in names),
        protection=protection,
        unread=(ENCRYPTED,) if protection is Protection.ENCRYPTED else (),
    )


def _file(part: Tree, name: str, size: int, raw: bytes) -> Attachment:
    kind = part.get_content_type()
    width, height = pixels(raw) if part.get_content_maintype() == "image" else (0, 0)
    content_id = str(part.get("content-id", "")).strip().strip("<>")[:300]
    return Attachment(
        name, kind, size, is_inline(part), content_id=content_id, width=width, height=height
    )


def _place(part: Tree, file: Attachment) -> tuple[Text, ...]:
    """The placeholder for a picture between two texts."""
    if not file.is_picture or part.get_content_disposition() != "inline" or not file.name:
        return ()
    return (Text(f"[{file.name}]"),)


def _opener(part: Tree, name: str) -> "_Opener | None":
    kind, low = part.get_content_type(), name.lower()
    if kind in _TNEF or low == "winmail.dat":
        return _tnef
    return _calendar if kind in _CALENDAR or low.endswith(".ics") else None


def _tnef(part: Tree, file: Attachment, raw: bytes, context: PartContext) -> Body:
    """The unpacked contents; a truncated stream stays a file as well."""
    found = tnef.unpacked(raw, context.charset)
    if found is None:
        return Body(
            attachments=(file,),
            unread=(Because.CANT_BE_UNPACKED(part=file.name or "a part"),),
        )
    body = Body(
        attachments=found.attachments,
        spare=found.texts,
        meetings=found.meetings,
        defects=found.defects,
    )
    cut = replace(
        body,
        attachments=(file, *found.attachments),
        unread=(Because.PART_CUT_OFF(part=file.name or "a part"),),
    )
    return body if found.is_whole else cut


def _calendar(part: Tree, file: Attachment, raw: bytes, context: PartContext) -> Body:
    text = decode(raw, label_of(part) or context.charset)
    found = calendar_of(text, parameter(part, "method"), context.zone)
    return Body(attachments=(file,), meetings=found.meetings, defects=found.defects)


_Opener = Callable[[Tree, Attachment, bytes, PartContext], Body]
