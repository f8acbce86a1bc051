"""README and its chapters in docs/, example configuration, --help and code say the same."""

import re
import tomllib
from pathlib import Path
from textwrap import dedent

import msgspec
import pytest
import typer
from typer.core import TyperGroup

from mailbot.cli.app import app
from mailbot.config import Config, load_config
from mailbot.desk.case.diagram import life_as_mermaid
from tests.doors.files import GUARD, INTENT, ITEM, LETTER

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
CHAPTERS = {page.name: page.read_text(encoding="utf-8") for page in (ROOT / "docs").glob("*.md")}
EXAMPLE = ROOT / "config.example.toml"


def commands() -> set[str]:
    group = typer.main.get_command(app)
    assert isinstance(group, TyperGroup)
    return set(group.commands)


def test_the_picture_of_a_cases_life_is_drawn_from_the_table() -> None:
    assert f"```mermaid\n{life_as_mermaid()}\n```" in CHAPTERS["architecture.md"]


def test_the_picture_of_the_floors_has_each_that_the_imports_are_held_to() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    floors = project["tool"]["importlinter"]["contracts"][0]["layers"]
    drawn = (ROOT / "docs" / "pictures" / "architecture.svg").read_text(encoding="utf-8")

    assert re.findall(r'<text x="32"[^>]*>([^<]+)<', drawn) == [
        floor.replace("mailbot.", "").replace("|", "·") for floor in floors
    ]


def test_the_picture_of_a_mails_steps_has_those_that_are_told() -> None:
    told = re.findall(r"^\d\. `([a-z_/]+\.py)`", CHAPTERS["architecture.md"], re.MULTILINE)
    drawn = (ROOT / "docs" / "pictures" / "architecture.svg").read_text(encoding="utf-8")

    assert len(told) == 9
    assert re.findall(r'class="file"[^>]*>([^<]+)<', drawn) == told


def test_every_command_stands_in_the_table_and_every_one_there_exists() -> None:
    table = re.findall(r"^\| (`mailbot .*?) \|", CHAPTERS["daily-work.md"], re.MULTILINE)
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


@pytest.mark.parametrize("text", [README, CHAPTERS["extending.md"]], ids=["README", "extending"])
def test_the_doors_that_are_told_exist(text: str) -> None:
    for folder in ("mailbot/intents", "mailbot/items", "mailbot/guards", "mailbot/channels"):
        assert f"`{folder}/`" in text
        assert (ROOT / folder / "__init__.py").exists()


def test_the_examples_of_extending_are_the_files_that_are_tried() -> None:
    for example in (INTENT, ITEM, GUARD, LETTER["en"]):
        assert dedent(example).strip() in CHAPTERS["extending.md"]


@pytest.mark.parametrize("text", [README, *CHAPTERS.values()], ids=["README", *CHAPTERS])
def test_every_file_that_is_named_exists(text: str) -> None:
    for name in re.findall(r"`((?:mailbot/|tests/)?[a-z_]+(?:/[a-z_]+)+\.py)`", text):
        assert (ROOT / name).exists() or (ROOT / "mailbot" / name).exists(), name


@pytest.mark.parametrize("text", [README, *CHAPTERS.values()], ids=["README", *CHAPTERS])
def test_every_make_that_is_named_exists(text: str) -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"^([a-z]+):", makefile, re.MULTILINE))

    assert set(re.findall(r"(?:`|^)make ([a-z]+)", text, re.MULTILINE)) <= targets


def test_every_figure_of_the_readme_stands_among_all_of_them() -> None:
    chapter = README.partition("\n## How well, how fast\n")[2].partition("\n## ")[0]
    rows = [line for line in chapter.splitlines() if line.startswith("|")]

    assert len(rows) > 10
    assert set(rows) <= set(CHAPTERS["figures.md"].splitlines())


def test_every_room_opens_with_a_sentence() -> None:
    for file in (ROOT / "mailbot").rglob("*.py"):
        first = file.read_text(encoding="utf-8").partition("\n")[0]
        assert re.match(r'"""\S.*[.:!?]("""|$)|"""\S', first), file
