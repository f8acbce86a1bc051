"""The desk knows effects and occasions, and no intent, item, letter or guard by its name."""

import ast
from collections.abc import Iterator
from pathlib import Path

import mailbot
from mailbot.bot.wiring.rules import read_guards, read_intents, read_items
from mailbot.letters import read_letters
from mailbot.shipped import SHIPPED_LETTERS

DESK = Path(mailbot.__file__).parent / "desk"
NAMES = {
    *read_intents(),
    *read_items(),
    *read_letters(SHIPPED_LETTERS),
    *(guard.name for guard in read_guards()),
}


def literals(tree: ast.Module) -> Iterator[ast.Constant]:
    """The strings of a module outside its enumerations, whose members are the desk's own words."""
    enums = [one for one in tree.body if isinstance(one, ast.ClassDef) and _is_enum(one)]
    own = {id(node) for enum in enums for node in ast.walk(enum)}
    yield from (
        node for node in ast.walk(tree) if isinstance(node, ast.Constant) and id(node) not in own
    )


def _is_enum(one: ast.ClassDef) -> bool:
    return any(isinstance(base, ast.Name) and base.id.endswith("Enum") for base in one.bases)


def named(source: str) -> list[object]:
    return [one.value for one in literals(ast.parse(source)) if one.value in NAMES]


def test_no_file_of_the_desk_names_one() -> None:
    files = sorted(DESK.rglob("*.py"))
    found = {one.name: named(one.read_text(encoding="utf-8")) for one in files}

    assert len(files) > 40
    assert {name: names for name, names in found.items() if names} == {}


def test_a_name_in_a_branch_would_be_found() -> None:
    assert named('if name == "sftp_request":\n    letter = "reminder"\n') == [
        "sftp_request",
        "reminder",
    ]
