"""The terminal names the command that mends what was refused; the reason itself names none."""

import re

import pytest
import typer

from mailbot.cli.app import app
from mailbot.cli.hints import _HINTS, with_hint
from mailbot.errors import OrderError
from mailbot.reasons import places
from mailbot.refusals import Refusal

COMMANDS = set(typer.main.get_group(app).commands)


@pytest.mark.parametrize("kind", Refusal, ids=lambda one: one.name)
def test_no_refusal_speaks_of_a_command_or_an_option(kind: Refusal) -> None:
    assert not re.search(r"`mailbot|--\w|\[\w+\]", kind.value)


@pytest.mark.parametrize(("kind", "hint"), _HINTS.items())
def test_a_hint_names_commands_that_there_are_and_parts_of_its_kind(kind: str, hint: str) -> None:
    assert set(re.findall(r"`mailbot (\w+)", hint)) <= COMMANDS
    assert set(places(hint)) <= set(places(kind))


def test_a_refusal_is_printed_with_its_mend() -> None:
    refused = OrderError(Refusal.CASE_CLOSED(case="C-7"))
    said = "C-7 is closed: it has to be opened again first"

    assert str(refused) == said
    assert with_hint(refused) == f"{said} (`mailbot reopen C-7`)"


@pytest.mark.parametrize("words", ["the disk is full", "{case} {0.__class__}: {"])
def test_what_has_no_hint_is_printed_as_it_stands(words: str) -> None:
    assert with_hint(OrderError(words)) == words
