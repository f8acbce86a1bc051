"""Hostile in its structure: parts, boundaries, enclosed mails, parameters, encodings."""

from tests.hostile.head import TEXT, Dice, Pieces, head, many, mixed, plain

_MB = 1 << 20


def parts_in_parts(dice: Dice) -> Pieces:
    yield head(dice)
    for at in range(dice.choice((25, 300, 3000, 20_000))):
        yield b"Content-Type: multipart/mixed; boundary=b%d\r\n\r\n--b%d\r\n" % (at, at)
    yield TEXT + b"hi"


def parts_in_parts_of_one_boundary(dice: Dice) -> Pieces:
    yield head(dice)
    yield from many(b"Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n", 2 * _MB)


def mails_in_mails(dice: Dice) -> Pieces:
    yield head(dice)
    yield from many(b"Content-Type: message/rfc822\r\n\r\n", dice.choice((3000, 90_000, 3 * _MB)))
    yield TEXT + b"hi"


def many_parts(dice: Dice) -> Pieces:
    yield mixed(dice)
    yield from many(b"--B\r\n\r\nx\r\n", 10 * dice.choice((600, 20_000, 100_000)))


def many_named_parts(dice: Dice) -> Pieces:
    yield mixed(dice)
    for at in range(dice.choice((700, 20_000))):
        yield b'--B\r\nContent-Disposition: attachment; filename="f%d"\r\n\r\nx\r\n' % at


def a_boundary_in_pieces(dice: Dice) -> Pieces:
    pieces = "; ".join(f"boundary*{at}=x" for at in range(dice.choice((5, 300, 20_000))))
    yield head(dice, f"Content-Type: multipart/mixed; {pieces}") + b"\r\n"
    yield from many(b"--xxxxx\r\n\r\nx\r\n", 400_000)


def lines_that_look_like_boundaries(dice: Dice) -> Pieces:
    boundary = b"-" * dice.choice((1, 60, 200))
    yield head(dice, b'Content-Type: multipart/mixed; boundary="' + boundary + b'"') + b"\r\n"
    yield from many(b"--" + boundary + b"x\r\n", dice.choice((200_000, 8 * _MB, 100 * _MB)))


def a_line_of_dashes(dice: Dice) -> Pieces:
    boundary = b"-" * 190
    yield head(dice, b'Content-Type: multipart/mixed; boundary="' + boundary + b'"') + b"\r\n"
    yield from many(b"-", dice.choice((200_000, 20 * _MB)))


def a_boundary_without_end(dice: Dice) -> Pieces:
    yield head(dice, b'Content-Type: multipart/mixed; boundary="' + b"b" * 900_000 + b'"') + b"\r\n"
    yield from many(b"--" + b"b" * 1000 + b"\r\n", 3 * _MB)


def continued_parameters(dice: Dice) -> Pieces:
    count = dice.choice((250, 4000, 100_000))
    yield head(dice, "Content-Type: text/plain;\r\n " + _numbered("name", count)) + b"\r\nhi"


def continued_parameters_of_a_part(dice: Dice) -> Pieces:
    yield mixed(dice) + b"--B\r\nContent-Disposition: attachment;\r\n "
    yield _numbered("filename", dice.choice((280, 4000, 100_000))).encode() + b"\r\n\r\nx\r\n--B--"


def semicolons(dice: Dice) -> Pieces:
    yield head(dice, "Content-Type: text/plain" + ";" * dice.choice((299, 100_000))) + b"\r\nhi"


def open_quotes_in_parameters(dice: Dice) -> Pieces:
    value = '"\\' * dice.choice((9000, 400_000))
    yield head(dice, f'Content-Type: text/plain; name="{value}') + b"\r\nhi"


def a_huge_file(dice: Dice) -> Pieces:
    yield mixed(dice)
    yield b"--B\r\nContent-Type: application/x-dump\r\nContent-Transfer-Encoding: base64\r\n"
    yield b'Content-Disposition: attachment; filename="MEMORY.DMP"\r\n\r\n'
    yield from many(b"QUJD" * 19 + b"\r\n", dice.choice((20, 100)) * _MB)
    yield b"--B--\r\n"


def a_huge_text(dice: Dice) -> Pieces:
    yield plain(dice, "Content-Type: text/plain; charset=gb18030")
    yield from many("服务器又重启了，日志如下。\r\n".encode("gb18030"), 30 * _MB)


def base64_in_one_line(dice: Dice) -> Pieces:
    kind = dice.choice(("text/plain", "text/html", "image/png"))
    yield plain(dice, f"Content-Type: {kind}", "Content-Transfer-Encoding: base64")
    yield from many(b"PGI+", dice.choice((3, 50)) * _MB)


def base64_that_is_none(dice: Dice) -> Pieces:
    yield plain(dice, "Content-Type: text/plain", "Content-Transfer-Encoding: base64")
    yield from many(dice.choice((b"=", b"A=", b"\xff", b"!A\n")), 4 * _MB)


def quoted_printable(dice: Dice) -> Pieces:
    yield plain(dice, "Content-Type: text/plain", "Content-Transfer-Encoding: quoted-printable")
    yield from many(dice.choice((b"=", b"=\r\n", b"=3D", b" ", b"=0A")), 4 * _MB)


def uuencoded(dice: Dice) -> Pieces:
    yield plain(dice, "Content-Type: text/plain", "Content-Transfer-Encoding: x-uuencode")
    yield b"begin 644 x\r\n"
    yield from many(b"M" + b"`" * 60 + b"\r\n", 2 * _MB)


def multiparts_under_an_encoding(dice: Dice) -> Pieces:
    yield head(dice, "Content-Type: multipart/mixed; boundary=B")
    yield b"Content-Transfer-Encoding: base64\r\n\r\n"
    yield from many(b"--B\r\nContent-Transfer-Encoding: base64\r\n\r\n\xff\r\n", 15_000)


def a_report_of_many(dice: Dice) -> Pieces:
    yield head(dice, "Content-Type: multipart/report; report-type=delivery-status; boundary=B")
    yield b"\r\n--B\r\n" + TEXT + b"sorry\r\n--B\r\nContent-Type: message/delivery-status\r\n\r\n"
    field = b"Final-Recipient: rfc822; x@bad.example\r\nAction: failed\r\nStatus: 5.1.1\r\n\r\n"
    yield from many(field, dice.choice((80_000, 5 * _MB)))
    yield b"--B--\r\n"


def an_archive_that_lies(dice: Dice) -> Pieces:
    kind = dice.choice(("application/ms-tnef", "application/zip"))
    yield mixed(dice) + f"--B\r\nContent-Type: {kind}; name=winmail.dat\r\n\r\n".encode()
    yield b"\x78\x9f\x3e\x22\x00\x00" + b"\x02\x90\x06\x00\x08\x00\xff\xff\xff\x7f" * 5000
    yield b"PK\x03\x04" + dice.randbytes(3000).replace(b"\n", b"") + b"\r\n--B--\r\n"


def broken_mime(dice: Dice) -> Pieces:
    words = (
        b"--B", b"--B--", b"\r\n", b"\n\n", b"Content-Type: multipart/mixed; boundary=B\r\n",
        b"Content-Type: message/rfc822\r\n\r\n", b"Content-Type:\r\n", b"\0", b"\r", b"\xff\xfe",
        b"Content-Transfer-Encoding: base64\r\n", b"Content-Type: text/html\r\n\r\n<p", b":",
        b"Content-Type: text/plain; charset*0*=utf-8''%\r\n\r\n", b'"', b"=?utf-8?b?", b"From ",
    )  # fmt: skip
    yield mixed(dice)
    yield b"".join(dice.choices(words, k=dice.choice((60, 800, 6000))))


def _numbered(name: str, count: int) -> str:
    return ";\r\n ".join(f"{name}*{at}*=x" for at in range(count))
