"""Writes a winmail.dat as Outlook does (MS-OXTNEF): what the tests unpack."""

import base64
import struct
from collections.abc import Iterable

HEAD = b"\x78\x9f\x3e\x22\x01\x00"
MAIL, FILE = 1, 2
RENDER = bytes(14)


def attribute(level: int, number: int, data: bytes, kind: int = 6) -> bytes:
    head = struct.pack("<BHHI", level, number, kind, len(data))
    return head + data + struct.pack("<H", sum(data) & 0xFFFF)


def prop(number: int, kind: int, data: bytes) -> bytes:
    """One property of variable length."""
    pad = bytes(-len(data) % 4)
    return struct.pack("<HHII", kind, number, 1, len(data)) + data + pad


def number(name: int, value: int) -> bytes:
    return struct.pack("<HHI", 3, name, value)


def props(*each: bytes) -> bytes:
    return struct.pack("<I", len(each)) + b"".join(each)


def text(name: int, value: str) -> bytes:
    return prop(name, 0x1F, value.encode("utf-16-le") + b"\0\0")


def file(title: bytes, data: bytes, *more: bytes) -> bytes:
    said = attribute(FILE, 0x9005, props(*more)) if more else b""
    return (
        attribute(FILE, 0x9002, RENDER)
        + attribute(FILE, 0x8010, title + b"\0", 1)
        + attribute(FILE, 0x800F, data)
        + said
    )


def codepage(page: int) -> bytes:
    return attribute(MAIL, 0x9007, struct.pack("<II", page, 0))


def mail(*each: bytes) -> bytes:
    """The properties of the mail itself."""
    return attribute(MAIL, 0x9003, props(*each))


def stream(*parts: bytes) -> bytes:
    return HEAD + b"".join(parts)


def eml(raw: bytes, text: str = "", more: Iterable[str] = ()) -> bytes:
    """A mail that brings it along."""
    body = base64.encodebytes(raw).decode()
    plain = f"--B\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n{text}\r\n" if text else ""
    return (
        "From: zhou@hospital.example\r\nTo: support@support.example\r\nSubject: logs\r\n"
        + "".join(f"{line}\r\n" for line in more)
        + 'Content-Type: multipart/mixed; boundary="B"\r\n\r\n'
        + plain
        + "--B\r\nContent-Type: application/ms-tnef; name=winmail.dat\r\n"
        + f"Content-Transfer-Encoding: base64\r\n\r\n{body}--B--\r\n"
    ).encode()
