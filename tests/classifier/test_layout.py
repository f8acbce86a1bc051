"""How a mail is laid out for the encoder: what has a place, and what is left out."""

import pytest

from mailbot.classifier.encoder import weights_file
from mailbot.classifier.layout import Layout, Part, Row
from mailbot.classifier.pieces import Tokenizer
from mailbot.classifier.weights import Weights
from mailbot.desk.sentences import sentences


@pytest.fixture(scope="module")
def tokenizer() -> Tokenizer:
    return Tokenizer(Weights(weights_file()).vocabulary)


def laid_out(tokenizer: Tokenizer, text: str, **more: object) -> Row:
    return Layout(tokenizer)(sentences(text), text, **more)  # type: ignore[arg-type]


def of(row: Row, part: Part) -> list[int]:
    return [token for token, its in zip(row.tokens, row.parts, strict=True) if its is part]


def test_every_part_has_its_place(tokenizer: Tokenizer) -> None:
    row = laid_out(
        tokenizer, "It hung again.", subject="Backup", attached=("a.log",), quoted="Send a dump."
    )

    assert of(row, Part.SUBJECT)[1:-1] == tokenizer.tokens("Backup", 9)
    assert of(row, Part.ATTACHED)[:-1] == tokenizer.tokens("a.log", 9)
    assert of(row, Part.WRITTEN)[:-1] == tokenizer.tokens("It hung again.", 9)
    assert of(row, Part.QUOTED)[:-1] == tokenizer.tokens("Send a dump.", 9)


def test_a_reply_has_the_subject_of_its_thread_and_that_says_nothing(tokenizer: Tokenizer) -> None:
    for subject in ("Re: it hung", "回复：又蓝屏了", "【案例】又蓝屏了", "[Case C-1] crash"):
        assert len(of(laid_out(tokenizer, "Thanks.", subject=subject), Part.SUBJECT)) == 2


def test_the_headers_of_a_quote_say_nothing(tokenizer: Tokenizer) -> None:
    quoted = "发件人: Lin Wei <lin@a.example>\n发送时间: 2020-04-28 18:04\n\n请上传 dump。"
    row = laid_out(tokenizer, "好的。", quoted=quoted)

    assert of(row, Part.QUOTED)[:-1] == tokenizer.tokens("请上传 dump。", 20)


def test_a_pasted_line_counts_though_it_is_no_sentence(tokenizer: Tokenizer) -> None:
    text = "sftp> put vmcore.zst\nremote open: Permission denied"
    row = laid_out(tokenizer, text)

    denied = tokenizer.tokens("Permission denied", 9)
    assert set(denied) <= set(of(row, Part.WRITTEN))


def test_of_a_long_mail_the_beginning_and_the_end_are_kept(tokenizer: Tokenizer) -> None:
    told = [f"Sentence number {n} tells of the morning on which it happened." for n in range(60)]
    row = laid_out(tokenizer, "\n".join(told))

    assert len(row.tokens) < 250
    assert {0, 59} <= set(row.sentences)
    assert 30 not in row.sentences
