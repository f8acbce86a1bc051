"""Every pattern is found that `make bench` measures, and every reader reads what it is asked."""

from collections.abc import Callable

import pytest

import mailbot.mail
from mailbot.mail.authentication import trust
from mailbot.mail.automatic.classify import Words, verdict
from mailbot.mail.charset.decode import decode
from mailbot.mail.html.marks import unmarked
from mailbot.mail.html.render import html_text
from mailbot.mail.message import Address
from mailbot.mail.mime.address import addresses
from mailbot.mail.mime.encoded_word import decode_header
from mailbot.mail.mime.headers import Headers
from mailbot.mail.quoting import split as quote
from mailbot.mail.quoting.known_lines import quoted_lines
from mailbot.mail.subject import normal_subject
from tests.hostile.worst import of, patterns

FOUND = patterns(mailbot.mail)

RUNS = [
    " ", "\n", "\t", "a", "服", ">", "> ", ">\n", "> a\n", "-", "--\n", "-- \n", "_", "*", "=", "|",
    "On ", "On Mon, ", "wrote:", "From: ", "From: a\n", "From: a\nSent: b\n", "发件人：", "写道：",
    "-----Original Message-----\n", "a@b.example ", "a@", "<", "<a", "<a@b.example>", '"', "(", "[",
    "\n\na\n", "Regards,\n", "Re: ", "=?utf-8?q?a?=", "=?", "\r", "\u3000",
    "On Mon, A wrote:\n\n> x\n",
    "<br>", "<p>", "<div>", "<blockquote>", "<!--", "<a ", "&amp;", "<td>", "</p>", "<script>",
    "<hr>",
    "header.from=", "a.b=", "dkim=pass;", "/o=", "\0", "1", "1:", "2026-03-02 ", "。", "，", "at ",
]  # fmt: skip

READERS: dict[str, Callable[[str], object]] = {
    "quote.split": lambda text: quote.split(unmarked(text)),
    "html_text": html_text,
    "nature.kind": lambda text: verdict(Headers({"from": (text,)}), Words(text, text), None),
    "decode_header": decode_header,
    "decode": lambda text: decode(text.encode(), "gb2312"),
    "addresses": lambda text: addresses([text]),
    "trust": lambda text: trust(["mx.example; " + text], Address("a@b.example"), "mx.example"),
    "normal_subject": normal_subject,
    "quoted_lines": quoted_lines,
}


def test_the_patterns_are_found() -> None:
    names = {one.name for one in FOUND}

    assert {"mime.limits._KNOWN", "mime.feed._LINE", "authentication._RESULT"} <= names
    assert len(FOUND) > 100


def test_a_pattern_is_told_from_one_that_only_looks_where_a_text_begins() -> None:
    assert {one.is_anchored for one in FOUND} == {True, False}


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize("piece", RUNS)
def test_a_reader_comes_to_an_end_whatever_is_repeated(reader: str, piece: str) -> None:
    """How its time grows is measured by `make bench`."""
    assert READERS[reader](of(piece, 2048)) is not None
