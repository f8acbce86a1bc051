"""What may be put around a mail to learn from, without a change in what it wants."""

import random

import pytest

from mailbot.classifier.dressing import dressed
from mailbot.classifier.example import Example
from mailbot.desk.rulebook import Side

HANGS = Example(Side.CUSTOMER, frozenset({"problem_report"}), "It hangs again.")
ASKS = Example(Side.CUSTOMER, frozenset({"question"}), "Is a reboot needed?", quoted="Reboot it.")
THANKS = Example(Side.CUSTOMER, frozenset({"thanks"}), "Many thanks")
NOTHING = Example(Side.CUSTOMER, frozenset(), "See you on Monday.")
ZH = Example(Side.CUSTOMER, frozenset({"data_uploaded"}), "已上传", attached=("a.zip",))
STEP = Example(Side.STAFF, frozenset({"request_data"}), "Please run chkdsk and tell us.")
MAILS = (HANGS, ASKS, THANKS, NOTHING, ZH, STEP)


def often(mail: Example) -> list[Example]:
    chance = random.Random(5)  # noqa: S311 - a lesson is no secret
    return [dressed(mail, MAILS, chance) for _ in range(300)]


@pytest.mark.parametrize("mail", MAILS)
def test_what_was_written_stays_and_what_it_wants_never_shrinks(mail: Example) -> None:
    for one in often(mail):
        assert mail.text in one.text
        assert one.intents >= mail.intents
        assert one.side is mail.side
        assert one.quoted in {"", mail.quoted, ASKS.quoted, *(other.text for other in MAILS)}


def test_a_mail_that_goes_on_with_another_one_wants_what_both_want() -> None:
    joined = [one for one in often(HANGS) if NOTHING.text in one.text]

    assert joined
    assert all(one.intents == HANGS.intents for one in joined)
    assert not any(ZH.text in one.text or STEP.text in one.text for one in often(HANGS))
    assert not any(ASKS.text in one.text for one in often(HANGS)), "a quote belongs to one mail"


def test_thanks_are_left_alone() -> None:
    assert {one.text for one in often(THANKS)} == {THANKS.text}


def test_no_report_becomes_an_outcome_by_the_step_it_stands_over() -> None:
    assert STEP.text in {one.quoted for one in often(NOTHING)}
    answers = {one.quoted for one in often(HANGS)}
    assert ASKS.quoted not in answers


def test_a_closing_alone_does_not_make_small_talk_a_mail() -> None:
    assert {one.text for one in often(ZH)} > {ZH.text}
    idle = [one for one in often(NOTHING) if not one.intents]
    assert not any(one.text.endswith(("Thanks", "Cheers")) for one in idle)
