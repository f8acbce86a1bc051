"""README, example configuration, --help and code say the same."""

import re
import tomllib
from pathlib import Path

import msgspec
import pytest
import typer
from typer.core import TyperGroup

from mailbot.cli.app import app
from mailbot.config import Config, load_config
from mailbot.desk.case.diagram import life_as_mermaid

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
EXAMPLE = ROOT / "config.example.toml"


def commands() -> set[str]:
    group = typer.main.get_command(app)
    assert isinstance(group, TyperGroup)
    return set(group.commands)


def test_the_picture_of_a_cases_life_is_drawn_from_the_table() -> None:
    assert f"```mermaid\n{life_as_mermaid()}\n```" in README


def test_every_command_stands_in_the_readme_and_every_one_there_exists() -> None:
    table = re.findall(r"^\| (`mailbot .*?) \|", README, re.MULTILINE)
    named = {word for row in table for word in re.findall(r"`(?:mailbot )?([a-z]+)[^`]*`", row)}

    assert named == commands()


def test_the_issues_commands_are_all_there() -> None:
    asked = (
        "demo run check explain replay cases case drafts approve reject edit hold told take "
        "watch close reopen pause resume"
    )

    assert set(asked.split()) <= commands()


@pytest.mark.parametrize("name", sorted(commands()))
def test_every_command_says_what_it_does(name: str) -> None:
    group = typer.main.get_command(app)
    assert isinstance(group, TyperGroup)

    assert len(group.commands[name].get_short_help_str(200)) > 20


def test_every_key_stands_in_the_example_configuration() -> None:
    tables = tomllib.loads(EXAMPLE.read_text(encoding="utf-8"))
    keys = {
        f"{section.name}.{key.name}"
        for section in msgspec.structs.fields(Config)
        if section.name not in ("letters", "names")
        for key in msgspec.structs.fields(section.type)
    }
    written = {
        f"{section}.{key}"
        for section, table in tables.items()
        if section not in ("letters", "names")
        for key in table
    }

    assert keys == written


def test_the_example_configuration_loads() -> None:
    assert load_config(EXAMPLE).desk.address == "support@support.example"


def test_every_line_of_the_example_that_needs_it_is_commented() -> None:
    lines = EXAMPLE.read_text(encoding="utf-8").splitlines()
    sections = [line for line in lines if line.startswith("[")]

    assert len(sections) == len(set(sections)) == len(msgspec.structs.fields(Config))


def test_the_doors_of_the_readme_exist() -> None:
    for folder in ("mailbot/intents", "mailbot/items", "mailbot/guards", "mailbot/channels"):
        assert f"`{folder}/`" in README
        assert (ROOT / folder / "__init__.py").exists()


def test_every_file_the_readme_names_exists() -> None:
    for name in re.findall(r"`((?:mailbot/|tests/)?[a-z_]+(?:/[a-z_]+)+\.py)`", README):
        assert (ROOT / name).exists() or (ROOT / "mailbot" / name).exists(), name


def test_every_room_opens_with_a_sentence() -> None:
    for file in (ROOT / "mailbot").rglob("*.py"):
        first = file.read_text(encoding="utf-8").partition("\n")[0]
        assert re.match(r'"""\S.*[.:!?]("""|$)|"""\S', first), file
