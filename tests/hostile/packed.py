"""Hostile in what is packed into a part: winmail.dat, calendars, seals, and files in the text."""

import base64
import struct

from tests.hostile.head import Dice, Pieces, html, many, mixed, plain

_MB = 1 << 20
_TNEF = b"--B\r\nContent-Type: application/ms-tnef; name=winmail.dat\r\n"
_BASE64 = b"Content-Transfer-Encoding: base64\r\n\r\n"
_HEAD = b"\x78\x9f\x3e\x22\x01\x00"
_MOST = 0xFFFFFFFF


def _object(number: int, data: bytes, level: int = 2, claimed: int | None = None) -> bytes:
    size = len(data) if claimed is None else claimed
    head = struct.pack("<BHHI", level, number, 6, size)
    return head + data + struct.pack("<H", sum(data) & 0xFFFF)


def _winmail(dice: Dice, stream: bytes) -> bytes:
    return mixed(dice) + _TNEF + _BASE64 + base64.encodebytes(_HEAD + stream) + b"--B--\r\n"


def winmail_with_lies(dice: Dice) -> Pieces:
    """Lengths and counts of four billion in a few bytes."""
    count = struct.pack("<I", _MOST)
    many_values = struct.pack("<HHI", 0x101F, 0x1000, _MOST)
    long_value = struct.pack("<IHHII", 1, 0x1F, 0x1000, 1, _MOST)
    said = dice.choice((count, count + many_values, long_value, b"\xff" * 64))
    claimed = dice.choice((None, _MOST, 0x7FFFFFFF))
    yield _winmail(dice, _object(0x9003, said, level=1, claimed=claimed))


def winmail_of_many_objects(dice: Dice) -> Pieces:
    piece = dice.choice((_object(0x9002, b""), _object(0x8010, b"a\0"), _object(0x9003, b"")))
    yield _winmail(dice, piece * dice.choice((3_000, 60_000)))


def winmail_of_many_properties(dice: Dice) -> Pieces:
    one = struct.pack("<HHI", 3, 0x1000, 0) * dice.choice((20_000, 200_000))
    yield _winmail(dice, _object(0x9003, struct.pack("<I", len(one) // 8) + one, level=1))


def winmail_that_swells(dice: Dice) -> Pieces:
    """Compressed RTF whose copies copy copies (MS-OXRTFCP)."""
    runs = b"\xff" + b"\x0c\xff" * 8
    data = runs * dice.choice((100, 30_000))
    packed = struct.pack("<IIII", len(data) + 12, _MOST >> 1, 0x75465A4C, 0) + data
    value = struct.pack("<HHII", 0x0102, 0x1009, 1, len(packed)) + packed
    value += bytes(-len(packed) % 4)
    yield _winmail(dice, _object(0x9003, struct.pack("<I", 1) + value, level=1))


def rtf_in_rtf(dice: Dice) -> Pieces:
    text = dice.choice((b"{", b"{\\rtf1", b"\\'", b"\\u-1 ", b"\\bin999999999 ", b"}"))
    data = b"{\\rtf1\\ansi " + text * dice.choice((1_000, 100_000))
    packed = struct.pack("<IIII", len(data) + 12, len(data), 0x414C454D, 0) + data
    value = struct.pack("<HHII", 0x0102, 0x1009, 1, len(packed)) + packed
    value += bytes(-len(packed) % 4)
    yield _winmail(dice, _object(0x9003, struct.pack("<I", 1) + value, level=1))


def calendars(dice: Dice) -> Pieces:
    """Rules that repeat by the second for centuries, and calendars in calendars."""
    zone = (
        b"BEGIN:VTIMEZONE\r\nTZID:X\r\nBEGIN:STANDARD\r\nDTSTART:00010101T000000\r\n"
        b"RRULE:FREQ=SECONDLY\r\nTZOFFSETFROM:+0100\r\nTZOFFSETTO:+0200\r\nEND:STANDARD\r\n"
        b"END:VTIMEZONE\r\n"
    )
    event = b"BEGIN:VEVENT\r\nDTSTART;TZID=X:20260304T090000\r\nRRULE:FREQ=SECONDLY\r\n"
    piece, times = dice.choice(
        (
            (zone, 18), (zone, 5_000), (event, 2_000), (event + b"END:VEVENT\r\n", 4_000),
            (b"BEGIN:VCALENDAR\r\n", 10_000), (b"X-A;B=C:", 20_000), (b"\r\n ", 60_000),
        )
    )  # fmt: skip
    yield mixed(dice) + b"--B\r\nContent-Type: text/calendar; method=REQUEST\r\n\r\n"
    yield (
        b"BEGIN:VCALENDAR\r\n" + piece * times + event + b"END:VEVENT\r\nEND:VCALENDAR\r\n--B--\r\n"
    )


def seals_in_seals(dice: Dice) -> Pieces:
    """ASN.1 that nests, or that claims to be larger than it is."""
    nested = dice.choice(
        (b"\x30\x80", b"\x30\x84\xff\xff\xff\xff", b"\xa0\x80\x30\x80", b"\x24\x80")
    )
    yield mixed(dice) + b"--B\r\nContent-Type: application/pkcs7-mime; name=smime.p7m\r\n" + _BASE64
    yield base64.encodebytes(nested * dice.choice((500, 100_000))) + b"--B--\r\n"


def files_in_the_text(dice: Dice) -> Pieces:
    """Uuencode that begins again and again, or never ends."""
    piece = dice.choice(
        (
            b"begin 644 a\n",
            b"begin 644 a\n`\nend\n",
            b"begin 644 a\nM" + b"`" * 60 + b"\n",
            b"end\n",
        )
    )
    yield plain(dice, "Content-Type: text/plain")
    yield from many(piece, dice.choice((_MB // 4, 4 * _MB)))


def enriched_in_enriched(dice: Dice) -> Pieces:
    piece = dice.choice(
        (b"<bold>", b"<<", b"<param>", b"<verbatim>", b"</bold>", b"<", b"<nofill>x")
    )
    yield plain(dice, f"Content-Type: text/{dice.choice(('enriched', 'richtext'))}")
    yield from many(piece, dice.choice((_MB // 4, 2 * _MB)))


def armour_in_armour(dice: Dice) -> Pieces:
    piece = dice.choice(
        (
            b"-----BEGIN PGP SIGNED MESSAGE-----\n", b"-----BEGIN PGP SIGNATURE-----\n",
            b"-----BEGIN PGP SIGNED MESSAGE-----\n\n-----BEGIN PGP SIGNATURE-----\n", b"- ",
        )
    )  # fmt: skip
    yield plain(dice, "Content-Type: text/plain")
    yield from many(piece, _MB)


def links_by_the_thousand(dice: Dice) -> Pieces:
    link = dice.choice(
        (
            b"https://pan.baidu.com/s/1%05d?pwd=abcd \n", b"https://mail.qq.com/x%05d (1.2G) ",
            b"<a href='https://1drv.ms/u/%05d'>a</a> ",
        )
    )  # fmt: skip
    opened = html(dice) if link.startswith(b"<") else plain(dice, "Content-Type: text/plain")
    yield opened + b"".join(link % at for at in range(20_000))


def pictures_without_end(dice: Dice) -> Pieces:
    """Sizes of four billion, and chunks that lead in a circle."""
    first = dice.choice(
        (
            b"\x89PNG\r\n\x1a\n" + b"\xff" * 32, b"GIF89a" + b"\xff" * 40,
            b"\xff\xd8" + b"\xff\xe0\x00\x00" * 2_000,
            b"RIFF\xff\xff\xff\xffWEBPVP8X" + b"\xff" * 40,
        )
    )  # fmt: skip
    part = b"--B\r\nContent-Type: image/png; name=a.png\r\nContent-ID: <a>\r\n" + _BASE64
    yield mixed(dice) + (part + base64.encodebytes(first)) * 400 + b"--B--\r\n"
