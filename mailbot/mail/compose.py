"""Composes a mail: equal letters always give equal bytes."""

import binascii
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from email import message_from_bytes
from email.utils import format_datetime
from urllib.parse import quote

from mailbot.because import Because
from mailbot.errors import TemplateError
from mailbot.mail.message import Address

_BREAKS = re.compile(r"[\x00-\x1f\x7f\u0085\u2028\u2029]+")
_ADDRESS = re.compile(r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,250}+@[A-Za-z0-9._-]{1,250}")
_ID = re.compile(r"[\x21-\x3b\x3d\x3f-\x7e]+")
_TYPE = re.compile(r"[a-z0-9][a-z0-9!#$&^_.+-]{0,126}+/[a-z0-9][a-z0-9!#$&^_.+-]{0,126}")
_BOUNDARY = re.compile(r"[A-Za-z0-9'()+_,./:=?-]{1,60}")
_ATOMS = re.compile(r"[A-Za-z0-9 !#$%&'*+/=?^_`{|}~.-]*")
_WORD_BYTES = 42
_LINE_BYTES = 57
_FOLD_AT = 76
_EOL = "\r\n"


@dataclass(frozen=True, slots=True)
class Outgoing:
    """A letter to be sent. Ids without angle brackets; ``attachments`` are (name, type, bytes).

    ``auto_submitted`` is '' if a person approved it, else "auto-replied" or
    "auto-generated" (RFC 3834).
    """

    message_id: str
    sender: Address
    to: tuple[Address, ...]
    cc: tuple[Address, ...]
    subject: str
    date: datetime
    text: str
    boundary: str
    html: str = ""
    in_reply_to: str = ""
    references: tuple[str, ...] = ()
    auto_submitted: str = ""
    attachments: tuple[tuple[str, str, bytes], ...] = ()


def compose(letter: Outgoing) -> bytes:
    """The mail as bytes. Raises TemplateError."""
    headers = dict(_headers(letter))
    content_type, encoding, body = _body(letter)
    headers |= {"MIME-Version": "1.0", "Content-Type": content_type}
    if encoding:
        headers["Content-Transfer-Encoding"] = encoding
    head = "".join(f"{name}: {value}{_EOL}" for name, value in headers.items())
    raw = (head + _EOL + body).encode("ascii")
    if [name for name, _ in message_from_bytes(raw).items()] != list(headers):
        raise TemplateError(Because.HEADER_BROKE_OUT())
    return raw


def _headers(letter: Outgoing) -> Iterator[tuple[str, str]]:
    yield "Date", format_datetime(letter.date)
    yield "From", _mailboxes((letter.sender,))
    if letter.to:
        yield "To", _mailboxes(letter.to)
    if letter.cc:
        yield "Cc", _mailboxes(letter.cc)
    yield "Subject", _words(letter.subject)
    yield "Message-ID", _ids((letter.message_id,))
    if letter.in_reply_to:
        yield "In-Reply-To", _ids((letter.in_reply_to,))
    if letter.references:
        yield "References", _ids(letter.references)
    if letter.auto_submitted:
        yield (
            "Auto-Submitted",
            _checked(re.compile("auto-(?:replied|generated)"), letter.auto_submitted),
        )
        # never All, NDR or OOF: we need the delivery status notification if a letter fails
        yield "X-Auto-Response-Suppress", "DR, RN, NRN, AutoReply"


def _body(letter: Outgoing) -> tuple[str, str, str]:
    """Content-Type, transfer encoding ('' for a multipart) and body."""
    parts = [_text("plain", letter.text)]
    if letter.html:
        parts.append(_text("html", letter.html))
    main = parts[0] if len(parts) == 1 else _multipart("alternative", letter.boundary + "-a", parts)
    if not letter.attachments:
        return main
    files = [_file(*attachment) for attachment in letter.attachments]
    kind, encoding, body = main
    whole = [(kind, encoding, body), *((kind, encoding, body) for kind, encoding, body in files)]
    return _multipart("mixed", letter.boundary + "-m", whole)


def _text(subtype: str, text: str) -> tuple[str, str, str]:
    lines = text.replace("\r\n", "\n").replace("\r", "\n").rstrip("\n") + "\n"
    return (
        f"text/{subtype}; charset=utf-8",
        "base64",
        _base64(lines.replace("\n", _EOL).encode("utf-8", "replace")),
    )


def _file(name: str, kind: str, content: bytes) -> tuple[str, str, str]:
    disposition = f"Content-Disposition: attachment;{_EOL} {_file_name(name)}"
    headers = f"{_checked(_TYPE, kind.lower())}{_EOL}{disposition}"
    return headers, "base64", _base64(content)


def _multipart(
    subtype: str, boundary: str, parts: list[tuple[str, str, str]]
) -> tuple[str, str, str]:
    _checked(_BOUNDARY, boundary)
    out = []
    for kind, encoding, body in parts:
        transfer = f"Content-Transfer-Encoding: {encoding}{_EOL}" if encoding else ""
        out.append(f"--{boundary}{_EOL}Content-Type: {kind}{_EOL}{transfer}{_EOL}{body}{_EOL}")
    whole = "".join(out) + f"--{boundary}--{_EOL}"
    return f'multipart/{subtype};{_EOL} boundary="{boundary}"', "", whole


def _base64(raw: bytes) -> str:
    lines = range(0, len(raw), _LINE_BYTES)
    return (
        _EOL.join(
            binascii.b2a_base64(raw[at : at + _LINE_BYTES], newline=False).decode() for at in lines
        )
        + _EOL
    )


def _file_name(name: str) -> str:
    """The file name as RFC 2231 continuations, so that programs read long Chinese names."""
    clean = re.split(r"[\\/]", _BREAKS.sub(" ", name))[-1].strip() or "file"
    if clean.isascii() and len(clean) <= _WORD_BYTES and not set(clean) & set('"%'):
        return f'filename="{clean}"'
    coded = quote(clean.encode("utf-8", "replace"), safe="")
    pieces = re.findall(r"(?:%..|[^%]){1,20}", coded)
    first = f"filename*0*=utf-8''{pieces[0]}"
    rest = [f"filename*{at}*={piece}" for at, piece in enumerate(pieces[1:], 1)]
    return f";{_EOL} ".join([first, *rest])


def _mailboxes(boxes: tuple[Address, ...]) -> str:
    return f",{_EOL} ".join(_mailbox(box) for box in boxes)


def _mailbox(box: Address) -> str:
    email = _checked(_ADDRESS, box.email)
    name = _BREAKS.sub(" ", box.name).strip()
    if not name:
        return email
    if not (name.isascii() and len(name) <= _WORD_BYTES):
        return f"{_words(name)} <{email}>"
    shown = name if _ATOMS.fullmatch(name) and "=?" not in name else _quoted(name)
    return f"{shown} <{email}>"


def _quoted(name: str) -> str:
    escaped = name.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def _ids(ids: tuple[str, ...]) -> str:
    return f"{_EOL} ".join(f"<{_checked(_ID, one)}>" for one in ids)


def _words(text: str) -> str:
    """Encoded words of whole characters, one per line (RFC 2047)."""
    clean = " ".join(_BREAKS.sub(" ", text).split())
    if clean.isascii() and len(clean) <= _FOLD_AT - len("Subject: ") and "=?" not in clean:
        return clean
    return f"{_EOL} ".join(f"=?utf-8?b?{_word(piece)}?=" for piece in _pieces(clean))


def _word(piece: str) -> str:
    return binascii.b2a_base64(piece.encode("utf-8", "replace"), newline=False).decode()


def _pieces(text: str) -> Iterator[str]:
    held = ""
    for char in text:
        if len((held + char).encode("utf-8", "replace")) > _WORD_BYTES:
            yield held
            held = ""
        held += char
    yield held


def _checked(shape: re.Pattern[str], value: str) -> str:
    if not shape.fullmatch(value):
        raise TemplateError(Because.NOT_IN_HEADER(value=repr(value)))
    return value
