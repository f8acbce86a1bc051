"""Answers between the lines of a quote that has no marks."""

import pytest

from mailbot.mail.html.colours import Hue, hue
from mailbot.mail.html.marks import read_marks
from mailbot.mail.html.render import html_text
from mailbot.mail.parse import parse
from mailbot.mail.quoting.split import split
from tests.mail.quoting.test_split import ZH_BLOCK

OUTLOOK = (
    "<div style='border:none;border-top:solid #E1E1E1 1.0pt'><p>"
    "<b>From:</b> Lin &lt;l@s.example&gt;<br><b>Sent:</b> May 19, 2020<br><b>To:</b> x<br>"
    "<b>Subject:</b> questions</p></div>"
)


def body(letter: str, answers: str) -> str:
    return f"<p>{letter}</p>{OUTLOOK}<p>1. Which version?</p>{answers}<p>2. Since when?</p>"


@pytest.mark.parametrize(
    ("letter", "answer"),
    [
        ("See my answers in red below.", "<p><span style='color:red'>10.4</span></p>"),
        ("Antworten in rot im Text", "<p style='color:#C00000'>10.4</p>"),
        ("答复见下面红字。", "<font color='#ff0000'>10.4</font>"),
        ("Replies inline.", "<div style='font-size:11pt; color: rgb(0, 112, 192)'>10.4</div>"),
        ("回复请见【】", "<p>【10.4】</p>"),
        ("My comments are tagged [JS]", "<p>[JS] 10.4</p>"),
    ],
)
def test_what_the_letter_points_to_is_new(letter: str, answer: str) -> None:
    parts = split(html_text(body(letter, answer)))
    assert "10.4" in parts.text
    assert "Since when" in parts.quoted
    assert "10.4" not in parts.quoted


@pytest.mark.parametrize(
    ("letter", "answer"),
    [
        ("Thanks, all clear.", "<p style='color:red'>Do not reboot</p>"),
        ("My answers are in blue below.", "<p style='color:red'>Do not reboot</p>"),
        ("See my answers below.", "<p style='color:#1F497D'>Do not reboot</p>"),
        (
            "See my answers below.",
            "<a style='color:red' href='https://x.example'>Do not reboot</a>",
        ),
    ],
)
def test_a_colour_that_nobody_points_to_is_only_a_colour(letter: str, answer: str) -> None:
    assert split(html_text(body(letter, answer))).text == letter


def test_coloured_words_in_a_letter_stay_in_their_line() -> None:
    text = html_text("<p>The <span style='color:red'>second</span> node hangs, see below.</p>")
    assert split(text).text == "The second node hangs, see below."


def test_the_html_is_read_where_the_plain_text_lost_the_colours() -> None:
    plain = f"答复见下面红字。\r\n\r\n{ZH_BLOCK}\r\n\r\n1. 版本？\r\n十点四\r\n"
    html = body("答复见下面红字。", "<p><span style='color:red'>十点四</span></p>")
    message = parse(
        (
            "From: x@y.example\r\nSubject: Re: a\r\nMIME-Version: 1.0\r\n"
            'Content-Type: multipart/alternative; boundary="b"\r\n\r\n'
            f"--b\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n{plain}\r\n"
            f"--b\r\nContent-Type: text/html; charset=utf-8\r\n\r\n{html}\r\n--b--\r\n"
        ).encode()
    )
    assert message.text.split() == ["答复见下面红字。", "十点四"]


def test_a_colour_within_another_is_told() -> None:
    marked = read_marks(html_text("<p style='color:blue'>a <b style='color:red'>b</b> c</p>"))
    assert [(one, marked.text[slice(*span)]) for one, span in marked.coloured] == [(Hue.RED, "b")]


@pytest.mark.parametrize(
    ("colour", "name"),
    [
        ("red", Hue.RED), ("#C00", Hue.RED), ("#0070C0", Hue.BLUE), ("rgb(0,176,80)", Hue.GREEN),
        ("#7030A0", Hue.PURPLE), ("#ed7d31", Hue.ORANGE), ("black", None), ("#1F497D", None),
        ("#333333", None), ("windowtext", None), ("", None), ("#ff", None),
    ],
)  # fmt: skip
def test_a_hue_is_what_people_would_call_it(colour: str, name: Hue | None) -> None:
    assert hue(colour) is name
