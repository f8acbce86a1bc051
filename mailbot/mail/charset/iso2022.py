"""ISO-2022-JP as mail programs really write it: with the NEC and IBM extensions.

Outlook writes ①, ㈱ and № under this label: rows 13 and 89 to 92 of Microsoft's code page 50221,
which the standard leaves empty. Each pair of bytes is read as Shift_JIS of Windows (cp932) reads
it; other character sets are left to Python's own codec.
"""

import codecs
import re

NAME = "cp50221"

_ESCAPE = re.compile(rb"\x1b(?:\$[@AB]|\$\([@BCD]|\([BJI]|\.[AF]|&@)")
_ASCII, _ROMAN, _KANA = b"\x1b(B", b"\x1b(J", b"\x1b(I"
_DOUBLE = (b"\x1b$B", b"\x1b$@", b"\x1b$(B", b"\x1b$(@")
_SHIFT_OUT, _SHIFT_IN = 0x0E, 0x0F
_UPPER = 0x80


def decode(raw: bytes | memoryview, errors: str = "strict") -> tuple[str, int]:
    """The decoded text, and the number of bytes: all. Raises UnicodeError if strict."""
    data, texts, escape, at = bytes(raw), [], _ASCII, 0
    for mark in _ESCAPE.finditer(data):
        texts.append(_run(escape, data[at : mark.start()], errors))
        escape, at = mark[0], mark.end()
    texts.append(_run(escape, data[at:], errors))
    return "".join(texts), len(data)


def _run(escape: bytes, run: bytes, errors: str) -> str:
    """Decode the text between two escapes; the end of a line goes back to ASCII."""
    first, line_end, rest = run.partition(b"\n")
    text = _line(escape, first, errors)
    return text + line_end.decode() + _line(_ASCII, rest, errors) if line_end else text


def _line(escape: bytes, run: bytes, errors: str) -> str:
    if escape in (_ASCII, _ROMAN):
        return _single(run, errors)
    if escape == _KANA:
        return bytes(byte | _UPPER for byte in run).decode("cp932", errors)
    if escape in _DOUBLE:
        return b"".join(map(_shifted, run[::2], run[1::2])).decode("cp932", errors)
    return (escape + run).decode("iso2022_jp_ext", errors)


def _single(run: bytes, errors: str) -> str:
    """ASCII, in which kana may be shifted out and in (code page 50222)."""
    if _SHIFT_OUT not in run:
        return run.decode("ascii", errors)
    out, kana = bytearray(), 0
    for byte in run:
        if byte in (_SHIFT_OUT, _SHIFT_IN):
            kana = _UPPER if byte == _SHIFT_OUT else 0
        else:
            out.append(byte | kana if byte > ord(" ") else byte)
    return out.decode("cp932", errors)


def _shifted(row: int, cell: int) -> bytes:
    """A pair of JIS X 0208 as Shift_JIS writes it (JIS X 0208:1997, appendix 1)."""
    lead = ((row - 0x21) >> 1) + 0x81
    lead += 0x40 if lead > 0x9F else 0  # noqa: PLR2004 - the gap of half-width kana
    odd = cell + (0x1F if cell < 0x60 else 0x20)  # noqa: PLR2004 - 0x7F is left out
    trail = odd if row % 2 else cell + 0x7E
    return bytes((lead & 0xFF, trail & 0xFF))


def _encode(text: str, errors: str = "strict") -> tuple[bytes, int]:
    return text.encode("iso2022_jp_ext", errors), len(text)


def _found(name: str) -> codecs.CodecInfo | None:
    if name != NAME:
        return None
    # typeshed wants a decoder of any buffer
    return codecs.CodecInfo(_encode, decode, name=NAME)  # type: ignore[arg-type]


codecs.register(_found)
