"""What a sentence speaks of, in whatever language."""

import pytest

from mailbot.mail.automatic.concepts import CONCEPTS, OF_A_PERSON, concepts
from mailbot.mail.automatic.sentences import sentences


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("I am on leave until 3 May", {"away", "back", "date", "self"}),
        ("本人休年假，五月三日返岗", {"away", "back", "date", "self"}),
        ("本人休年假，五月三日返崗", {"away", "back", "date", "self"}),
        ("Ich bin bis zum Montag im Urlaub", {"away", "back", "self"}),
        ("出張のため不在です", {"away"}),
        ("順次ご連絡いたします", {"letter", "term"}),
        ("Your request has been logged", {"yours", "letter", "got"}),
        ("您的工单已登记", {"yours", "letter", "got"}),
        ("Do not reply to this message", {"noreply", "letter"}),
        ("此邮件由系统自动发送", {"this", "auto", "letter"}),
        ("Which driver is it?", {"matter", "question"}),
        ("蓝屏了怎么办？", {"matter", "question"}),
    ],
)
def test_what_a_sentence_speaks_of(text: str, expected: set[str]) -> None:
    (spoken,) = concepts(sentences(text))

    assert expected <= spoken


@pytest.mark.parametrize(
    ("text", "not_spoken_of"),
    [
        ("the release note", "away"),  # leave, inside a word
        ("our catalogue", "matter"),  # log
        ("a mailing", "box"),
    ],
)
def test_a_word_inside_another_is_none(text: str, not_spoken_of: str) -> None:
    (spoken,) = concepts(sentences(text))

    assert not_spoken_of not in spoken


def test_each_sentence_has_its_own() -> None:
    first, second = concepts(sentences("I am on leave. Your request was logged."))

    assert "away" in first - second
    assert "got" in second - first


def test_every_word_can_be_found() -> None:
    """A word that its own sentence does not hold would wait there for ever."""
    lost = [
        (name, word)
        for name, words in CONCEPTS.items()
        for word in words
        if not word.startswith("<") and name not in concepts([f" {word.strip()} "])[0]
    ]

    assert lost == []


def test_people_have_concepts_that_programs_lack() -> None:
    assert {"matter", "asks", "did"} <= OF_A_PERSON
    assert not {"away", "got", "letter"} & OF_A_PERSON
