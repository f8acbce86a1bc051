"""Hostile in its headers: how many, how long, and what they spell."""

from tests.hostile.head import Dice, Pieces, head, many, plain

_MB = 1 << 20


def many_headers(dice: Dice) -> Pieces:
    yield head(dice)
    name = dice.choice((b"X-Note", b"Cc", b"Received", b"References"))
    yield from many(name + b": a@bad.example\r\n", dice.choice((300_000, 3 * _MB)))
    yield b"\r\nhi"


def one_long_header(dice: Dice) -> Pieces:
    yield head(dice) + b"X-Long: "
    yield from many(b"x", dice.choice((900_000, 10 * _MB)))
    yield b"\r\n\r\nhi"


def a_header_of_folds(dice: Dice) -> Pieces:
    yield head(dice) + b"X-Folded: x"
    yield from many(b"\r\n ", dice.choice((200_000, 900_000)))
    yield b"\r\n\r\nhi"


def headers_without_end(dice: Dice) -> Pieces:
    yield head(dice)
    yield from many(b"X-More: x\r\n", 20 * _MB)


def encoded_words(dice: Dice) -> Pieces:
    word = dice.choice(
        ("=?utf-8?b?5pyN?= ", "=?gbk?q?=B7?=", "=?x?q?", "=?utf-7?q?+AGE-?= ", "=?iso-2022-jp?b?G")
    )
    yield plain(dice, "X-Before: 1", "Subject: " + word * dice.choice((5000, 40_000))) + b"hi"


def encoded_words_in_names(dice: Dice) -> Pieces:
    names = ", ".join(f"=?utf-8?b?5pyN5Yqh?= <a{at}@bad.example>" for at in range(15_000))
    yield plain(dice, f"Cc: {names}") + b"hi"


def many_addresses(dice: Dice) -> Pieces:
    count = dice.choice((3000, 30_000, 100_000))
    yield head(dice) + b"Cc: "
    yield b",\r\n ".join(b"a%d@bad.example" % at for at in range(count)) + b"\r\n\r\nhi"


def comments_in_comments(dice: Dice) -> Pieces:
    depth = dice.choice((2000, 20_000, 400_000))
    yield head(dice) + b"Cc: " + b"(" * depth + b"x" + b")" * depth + b" a@bad.example\r\n\r\nhi"


def groups_and_quotes(dice: Dice) -> Pieces:
    piece = dice.choice((b"g:", b'"', b'\\"', b"<", b"@a,", b"a b:;,", b'"\\', b"[", b"<@a:"))
    yield head(dice) + b"Cc: " + piece * 120_000 + b"\r\n\r\nhi"


def a_sender_of_brackets(dice: Dice) -> Pieces:
    piece = dice.choice((b"<", b"a@", b'"', b"\\", b"=?", b"("))
    yield b"From: " + piece * 200_000 + b"\r\nTo: support@support.example\r\nSubject: x\r\n\r\nhi"


def received_chain(dice: Dice) -> Pieces:
    yield b"".join(
        b"Received: from a%d.example by b%d.example with SMTP; Mon, 2 Mar 2026 10:00:00 +0800\r\n"
        % (at, at)
        for at in range(dice.choice((2000, 9000, 60_000)))
    )
    yield plain(dice) + b"hi"


def references(dice: Dice) -> Pieces:
    count = dice.choice((5000, 30_000, 100_000))
    ids = b"\r\n ".join(b"<%d.%d@bad.example>" % (dice.getrandbits(40), at) for at in range(count))
    yield head(dice) + b"References: " + ids + b"\r\n\r\nhi"


def ids_without_brackets(dice: Dice) -> Pieces:
    piece = dice.choice((b"<", b"<a", b"< \t", b"a@", b"@", b"a"))
    yield head(dice) + b"In-Reply-To: " + piece * 150_000 + b"\r\n\r\nhi"


def dates(dice: Dice) -> Pieces:
    date = dice.choice(
        ("9" * 300_000, "Mon, " * 60_000, "1 Jan 2026 " + ":" * 300_000, "-" * 300_000,
         "Mon, 99 Foo 99999 99:99:99 +9999", "T" * 300_000, "2026-01-01T" + "0" * 300_000)
    )  # fmt: skip
    yield b"Date: " + date.encode() + b"\r\n" + plain(dice) + b"hi"


def stamps(dice: Dice) -> Pieces:
    stamp = dice.choice(("dkim=pass (", "dmarc=pass header.from=bad.example; ", '"', "\\", "=;"))
    line = f"Authentication-Results: mx.support.example; {stamp * 20_000}"
    yield line.encode() + b"\r\n" + plain(dice) + b"hi"


def raw_eight_bit(dice: Dice) -> Pieces:
    noise = dice.randbytes(300_000).replace(b"\n", b"").replace(b"\r", b"")
    yield plain(dice, b"X-Before: 1", b"Subject: " + noise, b"Cc: " + noise[:200_000]) + b"hi"


def subject_prefixes(dice: Dice) -> Pieces:
    piece = dice.choice(("Re: ", "回复：", "[", "【】", "Re[", " ", "Fw:\t", "AW: Re: "))
    yield plain(dice, "X-Before: 1", "Subject: " + piece * 40_000) + b"hi"


def thread_index(dice: Dice) -> Pieces:
    yield plain(dice, "Thread-Index: " + "AdkB" * 200_000) + b"hi"
