"""What is said by chat of a notice, in both languages, with and without pages to look at."""

import pytest

from mailbot.letters.chat_words import chat_words

LINK = "https://desk.example/"
THREE = ["C-7", "C-8", "C-9"]


@pytest.mark.parametrize(
    ("waiting", "lang", "link", "said"),
    [
        (["C-7"], "en", LINK, "C-7: a letter waits for your yes. https://desk.example/cases/C-7"),
        (["C-7"], "zh", LINK, "C-7：有一封信等您确认。 https://desk.example/cases/C-7"),
        (["C-7"] * 2, "en", "", "C-7: 2 letters wait for your yes. mailbot case C-7"),
        (["C-7"] * 2, "zh", "", "C-7：有 2 封信等您确认。 mailbot case C-7"),
        ([], "en", LINK, "C-7: needs you. https://desk.example/cases/C-7"),
        ([], "zh", "", "C-7：需要您处理。 mailbot case C-7"),
        (THREE, "en", LINK, "3 letters wait for your yes: C-7, C-8, C-9. https://desk.example/"),
        (THREE, "zh", "", "有 3 封信等您确认：C-7、C-8、C-9。 mailbot drafts"),
    ],
)
def test_case_numbers_and_where_to_look(
    waiting: list[str], lang: str, link: str, said: str
) -> None:
    assert chat_words(waiting, "C-7", needed=not waiting, lang=lang, link=link) == said


@pytest.mark.parametrize(
    ("waiting", "lang", "said"),
    [
        (["C-7"], "en", "C-7: needs you, and a letter waits for your yes. mailbot case C-7"),
        (["C-7"], "zh", "C-7：需要您处理，有一封信等您确认。 mailbot case C-7"),
        (
            ["C-7", "C-8"],
            "en",
            "2 letters wait for your yes: C-7, C-8. A case needs more than a yes. mailbot drafts",
        ),
        (
            ["C-7", "C-8"],
            "zh",
            "有 2 封信等您确认：C-7、C-8。其中有案例需要您处理。 mailbot drafts",
        ),
    ],
)
def test_a_case_that_needs_more_than_a_yes_is_told_so(
    waiting: list[str], lang: str, said: str
) -> None:
    assert chat_words(waiting, "C-7", needed=True, lang=lang, link="") == said
