"""Phrases and the learned layer together: intents with their words, and what outvotes what."""

from datetime import UTC, datetime

import pytest

from mailbot.bot.wiring.rules import read_intents, read_items
from mailbot.mail.message import Attachment
from mailbot.understanding.intent import Effect, Intent, Phrase, Side
from mailbot.understanding.understand import understand
from mailbot.understanding.understood import CERTAIN, Understanding
from tests.recogniser import RECOGNISER

INTENTS, ITEMS = read_intents(), read_items()
AT = datetime(2026, 3, 10, tzinfo=UTC)


def read(
    text: str, quoted: str = "", side: Side = Side.CUSTOMER, **more: Intent | Attachment
) -> Understanding:
    intents = dict(INTENTS) | {k: v for k, v in more.items() if isinstance(v, Intent)}
    files = [one for one in more.values() if isinstance(one, Attachment)]
    return understand(
        text, quoted, "Re: 蓝屏", files, side, intents, ITEMS, AT, recogniser=RECOGNISER
    )


def shown(said: Understanding) -> dict[str, str]:
    return {found.name: found.evidence for found in said.intents}


def test_three_intents_show_three_sentences() -> None:
    text = "The logs are uploaded to /in. The full dump we may not hand out. Is special pool risky?"

    assert shown(read(text)) == {
        "data_uploaded": "The logs are uploaded to /in.",
        "data_refused": "The full dump we may not hand out.",
        "question": "Is special pool risky?",
    }


@pytest.mark.parametrize(
    ("text", "clauses"),
    [
        (
            "日志已经上传，但full dump要等到周五才有，请问special pool有没有风险？",
            ("日志已经上传", "full dump要等到周五才有", "请问special pool有没有风险？"),
        ),
        (
            "I have uploaded the event log, but the dump will come on Friday, and could you tell "
            "me whether special pool is risky?",
            (
                "I have uploaded the event log",
                "the dump will come on Friday",
                "could you tell me whether special pool is risky?",
            ),
        ),
    ],
)
def test_one_sentence_with_three_intents_shows_its_clauses(
    text: str, clauses: tuple[str, ...]
) -> None:
    assert tuple(shown(read(text)).values()) == clauses


def test_questions_come_as_a_list() -> None:
    text = "1. 驱动要不要换？\n2. special pool有风险吗？\n3. 还要不要收集日志？"

    assert len(read(text).questions) == 3


@pytest.mark.parametrize(
    ("text", "asked"),
    [("弄好了", "请上传：完整转储（full dump）"), ("Done.", "Please upload: full dump")],
)
def test_two_words_mean_what_was_asked_for(text: str, asked: str) -> None:
    def sure(said: Understanding) -> float:
        return max(one.confidence for one in said.intents if one.name == "data_uploaded")

    assert sure(read(text, asked)) > sure(read(text))


def test_a_file_that_came_along_is_certain_whatever_the_words_are() -> None:
    said = read("hm", "", file=Attachment("system.evtx", "application/octet-stream", 9))
    sure = {found.name: found.confidence for found in said.intents}

    assert sure["data_uploaded"] == CERTAIN


def test_an_intent_it_was_never_taught_stands_by_its_phrase() -> None:
    visit = Intent("visit", Side.CUSTOMER, (Phrase("上门"),), effect=Effect.NONE)
    said = read("请安排工程师上门处理。", visit=visit)

    assert shown(said)["visit"] == "请安排工程师上门处理。"


def test_solved_without_a_phrase_for_it_is_never_certain() -> None:
    """A case closed by mistake is the worst that can happen."""
    mails = (
        "The workaround did not solve the problem, please do not close the ticket.",
        "Since the vendor swapped the board nothing has hung any more.",
        "自从换了主板，机房安静得很。",
    )
    for text in mails:
        assert all(
            one.confidence < CERTAIN for one in read(text).intents if one.name == "resolved"
        ), text


def test_thanks_give_way_to_anything_else() -> None:
    assert "thanks" not in shown(read("Thanks! Could you tell us what the cause was?"))


def test_the_two_likeliest_readings_are_kept_to_pick_from() -> None:
    said = read("Thursday at two suits me.")

    assert said.intents == ()
    assert len(said.guesses) == 2
    assert said.guesses[0].confidence >= said.guesses[1].confidence


def test_without_it_the_phrases_read_alone_and_nothing_is_certain() -> None:
    said = understand(
        "日志已上传FTP。问题已解决，可以关闭。", "", "", (), Side.CUSTOMER, INTENTS, ITEMS, AT
    )

    assert {"data_uploaded", "resolved"} <= set(said.names)
    assert all(one.confidence < CERTAIN for one in said.intents)
    assert said.guesses == ()
