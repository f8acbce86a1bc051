"""How alike questions and prepared answers are."""

import pytest

from mailbot.bot.wiring.recogniser import load_layers
from mailbot.letters.snippets import Snippet, read_snippets
from mailbot.shipped import SHIPPED_LETTERS
from mailbot.understanding.learned.likeness import Likeness, Topic


def topic(snippet: Snippet) -> Topic:
    return Topic(snippet.topic, snippet.questions, f"{snippet.called} {snippet.body}")


@pytest.fixture(scope="module")
def likeness() -> dict[str, Likeness]:
    layers = load_layers()
    return {
        lang: Likeness(layers, [topic(one) for one in read_snippets(SHIPPED_LETTERS, lang)])
        for lang in ("zh", "en")
    }


@pytest.mark.parametrize(
    ("lang", "question", "answer"),
    [
        ("zh", "采集工具会读取我们电脑上的哪些内容？", "collection_tool"),
        ("zh", "能不能直接把ntfs.sys换成新的？", "replace_driver"),
        ("zh", "开了special pool会不会影响业务？", "special_pool"),
        ("zh", "文件有80G，一次传得上去吗，要不要分卷？", "upload_limits"),
        ("zh", "我们的数据你们会保留多久？", "how_long_kept"),
        ("en", "How long do you keep our files?", "how_long_kept"),
        ("en", "Who exactly gets to see our dump?", "who_reads"),
        ("en", "Is it all right to copy ntfs.sys over from another PC?", "replace_driver"),
        ("en", "What page file size do I need for a complete memory dump?", "full_dump"),
        ("en", "How do I empty the BITS queue?", "clear_bits"),
    ],
)
def test_the_right_answer_is_among_the_best_three(
    likeness: dict[str, Likeness], lang: str, question: str, answer: str
) -> None:
    assert answer in [one.name for one in likeness[lang].ranked(question)[:3]]


def test_similarity_is_a_share_and_the_likest_come_first(likeness: dict[str, Likeness]) -> None:
    said = [one.similarity for one in likeness["en"].ranked("How do I make a full dump?")]

    assert said == sorted(said, reverse=True)
    assert all(0 <= one <= 1 for one in said)


def test_another_matter_is_like_none(likeness: dict[str, Likeness]) -> None:
    ours = likeness["en"].ranked("How long are uploads kept before they are deleted?")[0]
    other = likeness["en"].ranked("Could we meet at noon in Lisbon?")[0]

    assert other.similarity < ours.similarity / 1.5


def test_no_topics_are_ranked_to_none() -> None:
    assert Likeness(load_layers(), ()).ranked("Who reads it?") == []
