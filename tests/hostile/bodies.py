"""Hostile in what it says: HTML, charsets, long lines, and texts that patterns stumble over."""

from tests.hostile.head import Dice, Pieces, html, many, plain

_MB = 1 << 20


def tags_in_tags(dice: Dice) -> Pieces:
    tag = dice.choice((b"<div>", b"<b>", b"<blockquote>", b"<ul><li>", b"<font>", b"<span>"))
    yield html(dice)
    yield from many(tag, len(tag) * dice.choice((2000, 50_000, 200_000)))
    yield b"deep"


def tables_in_tables(dice: Dice) -> Pieces:
    yield html(dice)
    yield from many(b"<table><tr><td>", 15 * dice.choice((200, 5000, 60_000)))
    yield b"deep"


def a_huge_table(dice: Dice) -> Pieces:
    rows, columns = dice.choice(((60_000, 2), (300, 300), (2, 50_000), (2000, 20)))
    yield html(dice) + b"<table>" + (b"<tr>" + b"<td>x" * columns) * rows + b"</table>"


def a_table_that_spans(dice: Dice) -> Pieces:
    cell = b'<td colspan="99999" rowspan="99999" width="999999999">x'
    yield html(dice) + b"<table>" + (b"<tr>" + cell * 20) * 300 + b"</table>"


def entities(dice: Dice) -> Pieces:
    yield html(dice) + b'<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>'
    yield from many(dice.choice((b"&b;", b"&#x1f600;", b"&amp", b"&#0;", b"&", b"&lt;b&gt;")), _MB)


def tags_without_end(dice: Dice) -> Pieces:
    piece = dice.choice(
        (b"<", b"<a ", b"<!--", b"<script>", b"<p style=", b"</", b"<![CDATA[", b"<?", b"<title>")
    )
    yield html(dice)
    yield from many(piece, dice.choice((100_000, 900_000, 4 * _MB)))


def attributes(dice: Dice) -> Pieces:
    yield html(dice) + b"<div " + b"".join(b'a%d="x" ' % at for at in range(60_000)) + b">hi</div>"


def styles(dice: Dice) -> Pieces:
    style = dice.choice((b"display:", b"margin-left:999999em;", b"padding:99999px;", b";:", b"a"))
    yield html(dice) + b'<p style="' + style * 20_000 + b'">x</p>'
    yield (b'<p style="' + style * 20 + b'">x</p>') * 3000


def indents(dice: Dice) -> Pieces:
    yield html(dice)
    yield b'<div style="padding-left: 9999999em; margin-top: 9999999em">' * 50
    yield b"wide" + b"<li>x" * 5000 + b"<pre>" + b"\t" * 50_000


def quotes_in_html(dice: Dice) -> Pieces:
    piece = dice.choice(
        (b'<blockquote type="cite">x</blockquote>', b'<div class="gmail_quote">',
         b"<hr><b>From:</b> a<br>", b'<div id="appendonsend"></div>', b"<blockquote>x",
         b'<div style="display:none">x</div>', b'<img src="cid:1" alt="x">')
    )  # fmt: skip
    yield html(dice)
    yield from many(piece, 900_000)


def zeros(dice: Dice) -> Pieces:
    yield (html if dice.random() < 0.5 else plain)(dice)
    yield from many(b"\0", dice.choice((100_000, 20 * _MB)))


def lone_returns(dice: Dice) -> Pieces:
    yield plain(dice)
    yield from many(dice.choice((b"\r", b"x\r", b"\r\r\n", b"> \r")), dice.choice((1, 20)) * _MB)


def one_long_line(dice: Dice) -> Pieces:
    yield (html if dice.random() < 0.5 else plain)(dice)
    word = dice.choice((b"x", b"x ", "服".encode(), b"> ", b"-", b"_", b"\xff"))
    yield from many(word, dice.choice((1, 50)) * _MB)


def charsets(dice: Dice) -> Pieces:
    name, piece = dice.choice(
        (
            ("utf-7", b"+AGE-"), ("utf-7", b"+"), ("iso-2022-jp", b"\x1b$B\x1b(B"),
            ("iso-2022-kr", b"\x0e\x0f"), ("hz-gb-2312", b"~{~}"), ("utf-32", b"\0"),
            ("utf-16", b"\xd8\xd8"), ("idna", b"xn--"), ("punycode", b"a-"), ("zlib", b"x\x9c"),
            ("unicode_escape", b"\\x41"), ("x" * 200_000, b"x"), ("gb18030", b"\x81\x30"),
            ("big5", b"\xa4"), ("unknown-8bit", b"\xff\xfe"),
        )
    )  # fmt: skip
    yield plain(dice, f'Content-Type: text/plain; charset="{name}"')
    yield from many(piece, dice.choice((60_000, 300_000, 3 * _MB)))


def flowed(dice: Dice) -> Pieces:
    yield plain(dice, "Content-Type: text/plain; format=flowed; delsp=yes")
    yield from many(dice.choice((b"x \r\n", b"> \r\n", b">" * 50 + b" x \r\n", b" ")), 2 * _MB)


def quoted_lines(dice: Dice) -> Pieces:
    piece = dice.choice((b">", b"> ", b">\r\n", b"> x\r\ny\r\n", b">>", "＞".encode(), b"|", b" >"))
    yield plain(dice) + b"new\r\n"
    yield from many(piece, dice.choice((64_000, 600_000, 3 * _MB)))


def openings(dice: Dice) -> Pieces:
    piece = dice.choice(
        (
            "On Mon, ", "On Mon, 2 Mar 2026 at 10:00, A <a@b.example> wrote:\r\n", "On ", "wrote:",
            "-----Original Message-----\r\n", "发件人：", "发件人: a\r\n发送时间: b\r\n",
            "在 2026-03-02 10:00:00，\"张\" <a@b.example> 写道：\r\n", "From: a\r\n", "写道",
            "------------------ 原始邮件 ------------------\r\n", "_" * 40 + "\r\n", "Le lun. ",
            "From: ", "Am ", "-", "*From:* a\r\n", "于2026年", "Begin forwarded message:\r\n",
        )
    ).encode()  # fmt: skip
    yield plain(dice)
    yield from many(piece, dice.choice((64_000, 300_000, 2 * _MB)))


def closings(dice: Dice) -> Pieces:
    piece = dice.choice(
        (b"-- \r\n", b"--\r\n", b"Regards,\r\n", b"Sent from my iPhone\r\n", b"\r\n",
         b"\r\n\r\nA\r\n",
         "此致\r\n".encode(), "发自我的".encode(), b"Thanks\r\n\r\n",
         b"This e-mail is confidential ")
    )  # fmt: skip
    yield plain(dice)
    yield from many(piece, dice.choice((64_000, 300_000, 2 * _MB)))


def told_bounces(dice: Dice) -> Pieces:
    piece = dice.choice((b"<x@bad.example>", b"550 5.1.1 ", b"user unknown\r\n", "退信".encode()))
    made = b"Return-Path: <>\r\nAuto-Submitted: auto-replied\r\n"
    yield made + plain(dice)
    yield from many(piece, 300_000)


def secrets_and_links(dice: Dice) -> Pieces:
    piece = dice.choice(
        ("密码：Abc12345 ", "password: x\r\n", "https://pan.example/s/1 提取码: a1b2 ", "http://",
         "user name: ", "C:\\a\\", "错误 0x0000007E ", "1. ", "？", "400-000-0000 ", "如果")
    ).encode()  # fmt: skip
    yield plain(dice)
    yield from many(piece, dice.choice((64_000, 300_000)))


def blank_space(dice: Dice) -> Pieces:
    piece = dice.choice((b" ", b"\t", b"\r\n", b" \r\n", "\u3000".encode(), "\u200b".encode()))
    yield plain(dice) + b"x"
    yield from many(piece, dice.choice((64_000, 600_000, 5 * _MB)))
    yield b"x"
