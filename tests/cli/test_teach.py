"""`correct` and `train` in the terminal: what they say, keep, and refuse."""

import json
import shutil
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

import mailbot.cli.teach
from mailbot.bot.wiring.recogniser import CHARACTERS, OWN_MODEL
from mailbot.errors import OrderError
from mailbot.learning.library import read_lessons
from mailbot.shipped import LESSONS, MODEL
from mailbot.understanding.learned.characters import Characters
from tests.cli.test_commands import case, config, desk, run

__all__ = ["config", "desk"]


@pytest.fixture
def few(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Only the second series of lessons, so that a test has not to wait."""
    folder = tmp_path / "lessons"
    folder.mkdir()
    for name in ("b1.txt", "b3.txt"):
        shutil.copy(LESSONS / name, folder)
    monkeypatch.setattr(mailbot.cli.teach, "LESSONS", folder)
    return folder


def test_a_correction_is_kept_and_the_draft_written_anew(config: Path) -> None:
    said = run(config, "correct", "C-1", "question")

    assert said.exit_code == 0, said.output
    assert "kept as a lesson" in said.stdout
    (draft,) = [
        json.loads(one)
        for one in run(config, "drafts", "--json").stdout.splitlines()
        if json.loads(one)["draft"].startswith("C-1/")
    ]
    assert draft["letter"] == "answer"


def test_nothing_can_be_said_by_name(config: Path) -> None:
    assert run(config, "correct", "C-1", "nothing").exit_code == 0
    assert case(config, "C-1")["drafts"] == []


def test_an_intent_that_is_none_is_refused_with_the_nearest(config: Path) -> None:
    refused = run(config, "correct", "C-1", "qestion")

    assert isinstance(refused.exception, OrderError)
    assert "question" in str(refused.exception)


def test_what_reads_worse_is_refused_and_nothing_is_kept(config: Path, few: Path) -> None:
    assert run(config, "correct", "C-1", "question").exit_code == 0
    refused = run(config, "train")

    assert len(read_lessons(few)) == 440
    assert "441 lessons, 1 of them the desk's own" in refused.stdout
    assert isinstance(refused.exception, OrderError)
    assert "reads worse" in str(refused.exception)
    assert not (config.parent / "state" / OWN_MODEL).exists()


def test_what_reads_better_is_in_use_from_the_next_start(config: Path, few: Path) -> None:
    own = config.parent / "state" / OWN_MODEL
    own.mkdir()
    # what is in use has forgotten what every word weighs
    shipped = Characters.loaded((MODEL / CHARACTERS).read_bytes())
    empty = {
        side: replace(one, weights=np.zeros_like(one.weights))
        for side, one in shipped.sides.items()
    }
    (own / CHARACTERS).write_bytes(Characters(empty).dumped())
    before = (own / CHARACTERS).read_bytes()

    taken = run(config, "train")

    assert taken.exit_code == 0, taken.output
    assert "in use from the next start" in taken.stdout
    assert "how sure it was, and how often it was right" in taken.stdout
    assert (own / CHARACTERS).read_bytes() != before
