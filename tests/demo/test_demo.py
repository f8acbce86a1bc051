"""The whole demo, played as fast as it goes, and what happens when a step does not."""

import os
import tempfile
from dataclasses import replace
from io import StringIO
from pathlib import Path

import pytest
from rich.console import Console

from mailbot.demo.checks import Check
from mailbot.demo.deeds import Deed, nothing_happens
from mailbot.demo.play import play
from mailbot.demo.screen import WIDTH
from mailbot.demo.script import Expectation, Script
from mailbot.demo.stage import Stage
from mailbot.demo.story import STORY


def played(script: Script) -> tuple[int, str]:
    out = StringIO()
    console = Console(file=out, width=WIDTH, highlight=False)
    code = play(keep=False, pace=0, console=console, script=script)
    return code, out.getvalue()


def with_deed(name: str, deed: Deed) -> Script:
    """The story up to this step, which goes another way."""
    names = [step.name for step in STORY]
    until = names.index(name) + 1
    return tuple(
        replace(step, do=deed) if step.name == name else step for step in STORY[: until + 1]
    )


def breaks(stage: Stage) -> None:
    raise RuntimeError("the cable is cut")


def test_every_step_of_the_story_really_happens() -> None:
    code, text = played(STORY)

    assert "✗" not in text
    assert code == 0


@pytest.mark.parametrize(
    ("name", "deed"),
    [
        pytest.param("upload", nothing_happens, id="the customer uploads nothing"),
        pytest.param("account", nothing_happens, id="the engineer never says yes"),
        pytest.param("request", breaks, id="a deed breaks"),
    ],
)
def test_a_sabotaged_step_ends_with_one(name: str, deed: Deed) -> None:
    code, text = played(with_deed(name, deed))

    assert "✗" in text
    assert code == 1


@pytest.mark.parametrize(
    "check",
    [
        pytest.param(lambda stage: False, id="does not hold"),
        pytest.param(lambda stage: bool(1 / 0), id="can't be made"),
    ],
)
def test_a_check_that_does_not_hold_ends_with_one(check: Check) -> None:
    first = replace(STORY[0], expects=(Expectation("the moon is green", check),))

    code, text = played((first,))

    assert "the moon is green" in text
    assert code == 1


def test_no_password_of_the_run_is_shown() -> None:
    seen: list[str] = []

    def look(stage: Stage) -> bool:
        seen.extend(stage.servers.passwords.values())
        seen.append(stage.login("zhou.min@hanhai.example").password)
        return True

    request, account = STORY[:2]
    _, text = played((request, replace(account, expects=(Expectation("seen", look),))))

    assert seen
    assert not [password for password in seen if password in text]


def test_after_the_story_a_visitor_writes_and_is_answered(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    typed = "Our mail server hangs since this morning.\nWhere can I upload the logs?\nyes\n+3h\n\n"
    monkeypatch.setattr("sys.stdin", StringIO(typed))
    out = StringIO()

    code = play(
        keep=True,
        pace=0,
        console=Console(file=out, width=WIDTH, highlight=False),
        script=STORY[:2],
    )

    assert code == 0
    assert "sends case_opened to visitor by itself" in out.getvalue()
    assert "sends upload_instructions to visitor with the yes of Chen Jing" in out.getvalue()


def test_nothing_of_the_run_is_left_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))

    played(STORY[:2])

    assert list(tmp_path.iterdir()) == []
    assert not [name for name in os.environ if name.startswith("MAILBOT_DEMO")]


def test_the_story_lasts_thirty_six_days_in_order() -> None:
    hours = [step.at for step in STORY]

    assert hours == sorted(hours)
    assert (hours[-1].date() - hours[0].date()).days == 35


def test_step_names_are_unique() -> None:
    names = [step.name for step in STORY]

    assert len(names) == len(set(names))
