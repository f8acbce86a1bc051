"""What README and docs/ tell exists: commands, their options, keys, files, links, pictures."""

import re
from pathlib import Path

import msgspec
import pytest
import typer
from typer.core import TyperGroup

from mailbot.cli.app import app
from mailbot.config import Config, Console, Sftp

ROOT = Path(__file__).parents[1]
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]


def code(page: Path) -> list[str]:
    """Every line of a block of code, and every piece of code within a sentence."""
    blocks = re.split(r"^```\w*$", page.read_text(encoding="utf-8"), flags=re.MULTILINE)
    lines = [line for block in blocks[1::2] for line in block.splitlines()]
    return lines + [span for prose in blocks[::2] for span in re.findall(r"`([^`]+)`", prose)]


def ordered(page: Path) -> list[tuple[str, str]]:
    """Each command with the words behind it."""
    found = (re.search(r"(?:^|[ /])mailbot ([a-z]+)\b(.*)", line) for line in code(page))
    return [(one[1], one[2]) for one in found if one is not None]


def options() -> dict[str, set[str]]:
    """Of every command its options; of a group those of its commands, too."""
    group = typer.main.get_command(app)
    assert isinstance(group, TyperGroup)
    known = {}
    for name, command in group.commands.items():
        under = list(command.commands.values()) if isinstance(command, TyperGroup) else []
        params = [param for one in (command, *under) for param in one.params]
        known[name] = {word for param in params for word in param.opts} | {"--help"}
    return known


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_command_and_option_exists(page: Path) -> None:
    known, told = options(), ordered(page)

    assert told
    for name, rest in told:
        assert name in known, name
        assert set(re.findall(r"(?<=\s)--[a-z-]+", rest)) <= known[name], f"{name}{rest}"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_key_exists(page: Path) -> None:
    keys = {
        (section.name, key.name)
        for section in msgspec.structs.fields(Config)
        if section.name not in ("letters", "names")
        for key in msgspec.structs.fields(section.type)
    }
    named = {match for piece in code(page) for match in re.findall(r"\[(\w+)\] (\w+)", piece)}

    assert named
    assert named <= keys


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_file_of_the_project_exists(page: Path) -> None:
    for piece in code(page):
        if re.fullmatch(r"[\w.-]+\.(?:md|toml|example\.toml)", piece):
            assert (ROOT / piece).exists(), piece


def test_the_table_of_ports_has_those_that_are_shipped() -> None:
    text = (ROOT / "docs" / "running.md").read_text(encoding="utf-8")
    host, _, port = Console().listen.partition(":")

    assert f"| {Sftp().port} |" in text
    assert f"| {port} on {host} |" in text


def test_every_page_is_found_from_the_readme() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")

    assert all(f"(docs/{page.name})" in readme for page in PAGES[1:])


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_link_leads_somewhere(page: Path) -> None:
    for link in re.findall(r"\]\(([^)]+)\)", page.read_text(encoding="utf-8")):
        name, _, place = link.partition("#")
        target = page.parent / name if name else page
        assert target.is_file(), link
        assert not place or place in anchors(target), link


def anchors(page: Path) -> set[str]:
    """The headings of a page, as a link names them."""
    heads = re.findall(r"^#+ (.+)$", page.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w -]", "", head.lower()).replace(" ", "-") for head in heads}


def test_the_pictures_are_shown_and_small() -> None:
    shown = {
        link.rpartition("/")[2]
        for page in PAGES
        for link in re.findall(r"!\[[^\]]*\]\(([^)]+)\)", page.read_text(encoding="utf-8"))
    }
    there = list((ROOT / "docs" / "pictures").iterdir())

    assert {file.name for file in there} == shown
    assert all(file.stat().st_size <= 150_000 for file in there)
