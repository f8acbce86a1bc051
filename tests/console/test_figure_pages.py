"""The page of figures: served in both languages, with numbers beside every drawing."""

import re
from pathlib import Path

import pytest

from mailbot.console.wording import words
from tests.console.open_desk import OpenDesk
from tests.console.stories import weeks_of_life
from tests.console.test_site import visitor
from tests.store.connection import connection
from tests.stories.story import ENGINEER, Story

NAMES = ("first_answer", "waits", "states", "reminders", "earned")


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> OpenDesk:
    return OpenDesk(tmp_path_factory.mktemp("state"), weeks_of_life(4))


def figures_page(desk: OpenDesk, lang: str) -> str:
    client = visitor(desk, ENGINEER)
    answer = client.get("/figures", headers={"accept-language": lang})
    assert answer.status_code == 200
    return answer.text


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_each_figure_has_a_name_a_sentence_and_its_numbers(desk: OpenDesk, lang: str) -> None:
    html = figures_page(desk, lang)

    for name in NAMES:
        heading = words(f"figure_{name}", lang)
        assert f">{heading}</h2>" in html
        assert f'role="img" aria-label="{heading}"' in html
        assert words(f"figure_{name}_empty", lang) not in html
    assert html.count('<table class="numbers">') == len(NAMES)
    assert "style=" not in html


def test_a_reminder_s_answers_are_said_as_a_share(desk: OpenDesk) -> None:
    assert re.search(r"In all, [1-9]\d?% did\.", figures_page(desk, "en"))


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_desk_without_a_past_says_so(tmp_path: Path, lang: str) -> None:
    html = figures_page(OpenDesk(tmp_path, Story()), lang)

    assert 'role="img"' not in html
    for name in NAMES:
        assert words(f"figure_{name}_empty", lang).replace("'", "&#39;") in html


def test_a_time_without_states_is_said_to_be_left_out(tmp_path: Path) -> None:
    desk = OpenDesk(tmp_path, weeks_of_life(1))
    connection(desk.bot.state).write("UPDATE journal SET status = '' WHERE id < 5")

    assert words("states_unknown", "en") in figures_page(desk, "en")
