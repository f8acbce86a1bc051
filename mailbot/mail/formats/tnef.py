"""winmail.dat unpacked: the body and the files that Outlook packed into one (MS-OXTNEF).

Read here and not by `tnefparse`, whose loops trust the counts in the stream: 30 bytes can
keep that library busy for hours, and it decodes names as UTF-8 only.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime

from mailbot.mail.charset.decode import decode, visible
from mailbot.mail.formats import mapi
from mailbot.mail.formats.mapi import Property, properties
from mailbot.mail.formats.picture import picture_type, pixels
from mailbot.mail.formats.rtf import rtf_text
from mailbot.mail.message import Attachment, Meeting
from mailbot.mail.part import safe_name
from mailbot.mail.text.read import Text

_SIGNATURE = b"\x78\x9f\x3e\x22"
_HEAD, _AROUND = 6, 11
_MOST_OBJECTS, _MOST_FILES = 3_000, 200
_LONGEST_TEXT = 1 << 20
_OF_FILE = 2
_HEAD_OF_FILE = 64 << 10

_SUBJECT, _BODY, _CLASS, _CODEPAGE = 0x8004, 0x800C, 0x8008, 0x9007
_TITLE, _DATA, _RENDER, _FILE, _PROPERTIES = 0x8010, 0x800F, 0x9002, 0x9005, 0x9003
_P_SUBJECT, _P_BODY, _P_RTF, _P_HTML, _P_CLASS = 0x0037, 0x1000, 0x1009, 0x1013, 0x001A
_P_NAME, _P_LONG_NAME, _P_SHOWN, _P_DATA = 0x3704, 0x3707, 0x3001, 0x3701
_P_TYPE, _P_CONTENT_ID, _P_METHOD, _P_PAGE = 0x370E, 0x3712, 0x3705, 0x3FDE
_START, _END = 0x820D, 0x820E
_ENCLOSED = 5
_METHODS = {"request": "REQUEST", "canceled": "CANCEL", "resp": "REPLY"}


@dataclass(frozen=True, slots=True)
class Unpacked:
    """The contents; ``is_whole`` is False if the stream breaks off."""

    texts: tuple[Text, ...] = ()
    attachments: tuple[Attachment, ...] = ()
    meetings: tuple[Meeting, ...] = ()
    is_whole: bool = True
    defects: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _File:
    name: str = ""
    title: str = ""
    type: str = ""
    size: int = 0
    content_id: str = ""
    is_mail: bool = False
    head: bytes = b""


def unpacked(raw: bytes, charset: str = "") -> Unpacked | None:
    """What is in a TNEF stream, as far as it can be read; None if this is not one.

    ``charset`` is the mail's, for names in a stream that names none.
    """
    if not raw.startswith(_SIGNATURE):
        return None
    reader, end = _Reader(charset), _HEAD
    for level, number, data, end in _objects(raw):
        if end <= len(raw):
            reader.take(level, number, data)
    # some programs append a byte or two to the stream
    return reader.unpacked(is_whole=0 <= len(raw) - end < _AROUND)


def _objects(raw: bytes) -> Iterator[tuple[int, int, bytes, int]]:
    """Level, number, content and end of each object; the last may end beyond the stream."""
    view, at = memoryview(raw), _HEAD
    for _ in range(_MOST_OBJECTS):
        if at + _AROUND > len(raw):
            return
        head = view[at : at + 9]
        start, length = at + 9, int.from_bytes(head[5:9], "little")
        at += _AROUND + length
        yield head[0], int.from_bytes(head[1:3], "little"), bytes(view[start : at - 2]), at


class _Reader:
    """Reads object by object; their order is fixed, except for the files."""

    def __init__(self, charset: str) -> None:
        self.codepage = charset
        self.html_codepage = ""
        self.said: dict[int, str] = {}
        self.moments: dict[int, datetime | None] = {}
        self.bodies: dict[int, bytes] = {}
        self.files: list[_File] = []

    def take(self, level: int, number: int, data: bytes) -> None:
        if number == _CODEPAGE:
            self.codepage = f"cp{int.from_bytes(data[:4], 'little')}"
        elif level == _OF_FILE:
            self._of_file(number, data)
        elif number in (_SUBJECT, _CLASS):
            self.said[number] = self._text(data)
        elif number == _BODY:
            self.bodies[_BODY] = data[:_LONGEST_TEXT]
        elif number == _PROPERTIES:
            for one in properties(data):
                self._of_mail(one)

    def unpacked(self, *, is_whole: bool) -> Unpacked:
        # if the stream ends inside a file, only its name is known
        came = self.files if is_whole else [one for one in self.files if one.size]
        files = tuple(_attachment(one) for one in came if one.name or one.title or one.size)
        meeting = self._meeting(self.said.get(_P_CLASS) or self.said.get(_CLASS, ""))
        body, defects = self._body()
        texts = (body,) if body.content.strip() else ()
        return Unpacked(texts, files, (meeting,) if meeting else (), is_whole, defects)

    def _of_mail(self, one: Property) -> None:
        if one.number in (_P_SUBJECT, _P_CLASS):
            self.said[one.number] = self._string(one)
        elif one.number == _P_BODY:
            self.said[_P_BODY] = self._string(replace(one, data=one.data[:_LONGEST_TEXT]))
        elif one.number in (_P_RTF, _P_HTML):
            self.bodies[one.number] = one.data[:_LONGEST_TEXT]
        elif one.number == _P_PAGE:
            self.html_codepage = f"cp{one.value}"
        elif one.named in (_START, _END) and one.type == mapi.TIME:
            self.moments[one.named] = one.moment

    def _of_file(self, number: int, data: bytes) -> None:
        if number == _RENDER and len(self.files) < _MOST_FILES:
            self.files.append(_File())
        if not self.files:
            return
        file = self.files[-1]
        if number == _TITLE:
            file = replace(file, title=self._text(data))
        elif number == _DATA:
            file = replace(file, size=len(data), head=data[:_HEAD_OF_FILE])
        elif number == _FILE:
            for one in properties(data):
                file = self._told(file, one)
        self.files[-1] = file

    def _told(self, file: _File, one: Property) -> _File:
        if one.number == _P_LONG_NAME:
            return replace(file, name=self._string(one))
        if one.number in (_P_NAME, _P_SHOWN):
            return replace(file, title=file.title or self._string(one))
        if one.number == _P_DATA:
            return replace(file, size=len(one.data), head=one.data[:_HEAD_OF_FILE])
        if one.number == _P_TYPE:
            return replace(file, type=self._string(one).lower())
        if one.number == _P_CONTENT_ID:
            return replace(file, content_id=self._string(one).strip("<>"))
        if one.number == _P_METHOD:
            return replace(file, is_mail=one.value == _ENCLOSED)
        return file

    def _body(self) -> tuple[Text, tuple[str, ...]]:
        """By its HTML, whose quotes and pictures have their place; else plain, else the RTF."""
        if _P_HTML in self.bodies:
            source = decode(self.bodies[_P_HTML], self.html_codepage or self.codepage)
            return Text(source, is_html=True), ()
        plain = self.said.get(_P_BODY, "") or self._text(self.bodies.get(_BODY, b""))
        if plain.strip():
            return Text(visible(plain)), ()
        rtf = rtf_text(self.bodies.get(_P_RTF, b""))
        return Text(visible(rtf.text)), rtf.defects

    def _meeting(self, kind: str) -> Meeting | None:
        parts = kind.lower().replace("_", ".").split(".")
        if "meeting" not in parts and "appointment" not in parts:
            return None
        method = next((_METHODS[part] for part in parts if part in _METHODS), "")
        summary = self.said.get(_P_SUBJECT) or self.said.get(_SUBJECT, "")
        return Meeting(method, summary, self.moments.get(_START), self.moments.get(_END))

    def _string(self, one: Property) -> str:
        if one.type == mapi.UNICODE:
            return visible(one.data.decode("utf-16-le", "replace").rstrip("\0"))
        return self._text(one.data)

    def _text(self, raw: bytes) -> str:
        return decode(raw.rstrip(b"\0"), self.codepage)


def _attachment(file: _File) -> Attachment:
    name = safe_name(file.name or file.title)
    if file.is_mail:
        return Attachment(name, "message/rfc822", file.size)
    width, height = pixels(file.head)
    return Attachment(
        name,
        file.type or picture_type(file.head) or "application/octet-stream",
        file.size,
        content_id=file.content_id,
        width=width,
        height=height,
    )
