"""The files that the classifier learns from: read as they are written, wrong lines named."""

from pathlib import Path

import pytest

from mailbot.bot.school import labels_of_sides, shipped_examples
from mailbot.classifier.example import HELD_OUT, Example, read_examples
from mailbot.desk.rulebook import Side
from mailbot.errors import ConfigError

LABELS = {side: frozenset(names) for side, names in labels_of_sides().items()}

FILE = """\
=== data_delayed, question (hard)
Subject: Re: nightly job
Attached: a.log, b.zip
The dump comes tomorrow.

Will the log do until then?
> Please send the dump.
=== none
See you on Friday.
"""


def read(tmp_path: Path, text: str, name: str = "disks.customer.en.txt") -> tuple[Example, ...]:
    (tmp_path / name).write_text(text, encoding="utf-8")
    return read_examples(tmp_path, LABELS)


def test_a_mail_is_read_with_all_its_parts(tmp_path: Path) -> None:
    first, second = read(tmp_path, FILE)

    assert first.intents == {"data_delayed", "question"}
    assert first.text == "The dump comes tomorrow.\n\nWill the log do until then?"
    assert first.quoted == "Please send the dump."
    assert first.subject == "Re: nightly job"
    assert first.attached == ("a.log", "b.zip")
    assert first.hard
    assert (first.domain, first.side) == ("disks", Side.CUSTOMER)
    assert (second.intents, second.hard) == (frozenset(), False)


@pytest.mark.parametrize(
    ("text", "mend"),
    [
        ("Hello\n=== none\nx\n", r"disks.*:1: text before"),
        ("=== questoin\nWhy?\n", "no intent of the customer is called 'questoin'"),
        ("=== watch\nWe watch it.\n", "no intent of the customer is called 'watch'"),
        ("===question\nWhy?\n", "write '=== intent, intent'"),
        ("=== thanks, question\nThanks! Why?\n", "thanks stands alone"),
        ("=== question\n\n", "without text and without a file"),
        ("=== thanks\nThank you!\n=== thanks\nthank you\n", "the same text as"),
    ],
)
def test_a_wrong_line_is_named_with_its_mend(tmp_path: Path, text: str, mend: str) -> None:
    with pytest.raises(ConfigError, match=mend):
        read(tmp_path, text)


def test_what_is_shipped_is_enough_of_every_intent_in_both_languages() -> None:
    mails = shipped_examples()
    for side, fewest in ((Side.CUSTOMER, 145), (Side.STAFF, 80)):
        for label in LABELS[side]:
            with_it = [one for one in mails if label in one.intents]
            assert len(with_it) >= fewest, label
            chinese = sum(not one.text.isascii() for one in with_it)
            assert 0.35 < chinese / len(with_it) < 0.65, label
    assert sum(one.hard for one in mails) / len(mails) > 0.45


def test_a_fifth_is_held_out_by_whole_domains() -> None:
    mails = shipped_examples()
    held_out = [one for one in mails if one.is_held_out]

    assert {one.domain for one in held_out} == HELD_OUT
    assert 0.18 < len(held_out) / len(mails) < 0.25
