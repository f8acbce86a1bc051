"""Every pattern is found that `make bench` measures, and every reader reads what it is asked."""

from collections.abc import Callable

import pytest

import mailbot.mail
from mailbot.mail import quote, thread
from mailbot.mail.address import addresses
from mailbot.mail.charset import decode
from mailbot.mail.encoded_word import decode_header
from mailbot.mail.headers import Headers
from mailbot.mail.html import html_text
from mailbot.mail.marks import unmarked
from mailbot.mail.message import Address
from mailbot.mail.nature import Words, verdict
from mailbot.mail.trust import trust
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
    "normal_subject": thread.normal_subject,
    "quoted_lines": thread.quoted_lines,
}


def test_the_patterns_are_found() -> None:
    names = {one.name for one in FOUND}

    assert {"limits._KNOWN", "feed._LINE", "trust._RESULT"} <= names
    assert len(FOUND) > 100


def test_a_pattern_is_told_from_one_that_only_looks_where_a_text_begins() -> None:
    assert {one.is_anchored for one in FOUND} == {True, False}


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize("piece", RUNS)
def test_a_reader_comes_to_an_end_whatever_is_repeated(reader: str, piece: str) -> None:
    """How its time grows is measured by `make bench`."""
    assert READERS[reader](of(piece, 2048)) is not None
