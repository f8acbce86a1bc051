"""Classifies a picture by its first bytes and its HTML: a screenshot, or a logo."""

import re
import struct

from mailbot.mail.html.shown import Shown

_PNG, _GIF, _JPEG, _BMP = b"\x89PNG\r\n\x1a\n", (b"GIF87a", b"GIF89a"), b"\xff\xd8", b"BM"
_RIFF, _WEBP = b"RIFF", b"WEBP"
_TYPES: dict[str, bytes | tuple[bytes, ...]] = {
    "image/png": _PNG, "image/gif": _GIF, "image/jpeg": _JPEG, "image/bmp": _BMP,
}  # fmt: skip
# frames that give the size of a JPEG; the rest of C0-CF are tables (ITU T.81, B.1.1.3)
_FRAMES = frozenset({*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC})
_ALONE = frozenset({0x01, *range(0xD0, 0xD9)})
_FILL = 0xFF
_READ = 1 << 16
_MOST_MARKS = 500

_SMALLEST_SIDE = 48
_SMALLEST_AREA = 30_000
_ICON = 64
_STRIP, _STRIP_HEIGHT = 4, 130
_SMALLEST_FILE = 3_000
_LOGO = re.compile(
    r"(?=[a-z二头签徽公])(?:logo|icon|banner|facebook|linkedin|twitter|youtube|instagram|wechat|weixin|qrcode|二维码"
    r"|spacer|pixel|tracker|signature|emoji|avatar|头像|签名|徽标|公众号)",
    re.IGNORECASE,
)

Size = tuple[int, int]


def pixels(raw: bytes) -> Size:
    """Width and height of a PNG, GIF, JPEG, BMP or WebP; (0, 0) if unknown."""
    head = raw[:_READ]
    try:
        if head.startswith(_PNG):
            width, height = struct.unpack(">II", head[16:24])
            return width, height
        if head.startswith(_GIF):
            width, height = struct.unpack("<HH", head[6:10])
            return width, height
        if head.startswith(_BMP):
            width, height = struct.unpack("<ii", head[18:26])
            return abs(width), abs(height)
        if head.startswith(_RIFF) and head[8:12] == _WEBP:
            return _webp(head)
        return _jpeg(head) if head.startswith(_JPEG) else (0, 0)
    except struct.error:
        return 0, 0


def picture_type(raw: bytes) -> str:
    """The media type by its first bytes; '' if it is no picture."""
    if raw.startswith(_RIFF):
        return "image/webp" if raw[8:12] == _WEBP else ""
    return next((kind for kind, begins in _TYPES.items() if raw.startswith(begins)), "")


def is_decoration(name: str, size: int, measured: Size, shown: Shown | None) -> bool:
    """Whether a picture in the text is a logo, a tracker or the like.

    ``shown`` is its place in the HTML, None if it has none.
    """
    if _LOGO.search(name) or (shown is not None and _is_dressed(shown)):
        return True
    width, height = measured
    if not (width and height):
        return size < _SMALLEST_FILE
    if min(width, height) < _SMALLEST_SIDE or width * height < _SMALLEST_AREA:
        return True
    return width > _STRIP * height and height < _STRIP_HEIGHT and size < _SMALLEST_FILE


def _is_dressed(shown: Shown) -> bool:
    small = 0 < shown.width <= _ICON or 0 < shown.height <= _ICON / 2
    return small or shown.leads_out or bool(_LOGO.search(shown.alt))


def _webp(head: bytes) -> Size:
    kind = head[12:16]
    if kind == b"VP8 ":
        width, height = struct.unpack("<HH", head[26:30])
        return width & 0x3FFF, height & 0x3FFF
    if kind == b"VP8L":
        (bits,) = struct.unpack("<I", head[21:25])
        return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
    if kind == b"VP8X":
        low, high = struct.unpack("<HB", head[24:27]), struct.unpack("<HB", head[27:30])
        return low[0] + (low[1] << 16) + 1, high[0] + (high[1] << 16) + 1
    return 0, 0


def _jpeg(head: bytes) -> Size:
    at = 2
    for _ in range(_MOST_MARKS):
        at = head.find(b"\xff", at)
        if at < 0 or at + 9 > len(head):
            return 0, 0
        mark = head[at + 1]
        if mark in _FRAMES:
            height, width = struct.unpack(">HH", head[at + 5 : at + 9])
            return width, height
        if mark == _FILL:
            at += 1
        elif mark in _ALONE:
            at += 2
        else:
            at += 2 + int(struct.unpack(">H", head[at + 2 : at + 4])[0])
    return 0, 0
