"""What `check` says of the doors: a name that leads nowhere, a pattern that can't be searched."""

import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

import mailbot.guards
import mailbot.intents
import mailbot.items
from mailbot.bot.checks.doors import SCOPES, misspelt, unreadable_doors
from mailbot.bot.wiring.rules import read_rules
from mailbot.config import Config, Desk
from mailbot.desk.case.rulebook import Departure, Guard, Rules
from mailbot.letters import read_letters
from mailbot.reasons import Reason
from mailbot.shipped import SHIPPED_LETTERS
from mailbot.understanding.intent import Intent, Phrase, Side
from mailbot.understanding.item import Item

Spoil = Callable[[Rules], Rules]


def shipped() -> Rules:
    return read_rules(
        Config(Desk("desk@firm.example")), read_letters(SHIPPED_LETTERS),
        opens_accounts=True, sees_server=True,
    )  # fmt: skip


def intent(**values: Any) -> Spoil:
    """The rules with an intent of this kind beside the shipped ones."""
    values.setdefault("phrases", (Phrase("上门"),))
    one = Intent(name="visit", side=Side.CUSTOMER, **values)
    return lambda rules: replace(rules, intents={**rules.intents, "visit": one})


def phrase(pattern: str = "上门", **values: Any) -> Spoil:
    return intent(phrases=(Phrase(pattern, **values),))


def item(**values: Any) -> Spoil:
    values.setdefault("patterns", ("布线图",))
    one = Item(name="cabling", title={"zh": "布线图", "en": "cabling plan"}, **values)
    return lambda rules: replace(rules, items={**rules.items, "cabling": one})


def guard(veto: Any) -> Spoil:
    return lambda rules: replace(rules, guards=(*rules.guards, Guard("press", veto)))


def none() -> Reason | None:
    return None


def three(leaving: Departure, now: datetime, more: str) -> Reason | None:
    del leaving, now, more
    return None


ROWS: tuple[tuple[str, Spoil, str, str], ...] = (
    ("a letter", intent(letter="data_recieved"), "visit.py: letter", "mean data_received?"),
    ("a letter to others", intent(letter="escalation_packet"), "visit.py: letter", "second_line"),
    ("an intent that says it better", intent(gives_way=frozenset({"resolvd"})),
     "visit.py: gives_way", "mean resolved?"),
    ("an intent that it overrides", intent(overrides=frozenset({"qestion"})),
     "visit.py: overrides", "mean question?"),
    ("a scope", intent(blocked_by=frozenset({"negatd"})), "visit.py: blocked_by", "mean negated?"),
    ("a scope like none", intent(blocked_by=frozenset({"xyzzy"})), "no scope xyzzy",
     "Known: condition, future, negated, question, quoted, requested, supposed."),
    ("a phrase's scope", phrase(blocked_by=frozenset({"futur"})), "visit.py: blocked_by",
     "mean future?"),
    ("a pattern", phrase("(上门"), "visit.py: pattern", "is no pattern"),
    ("a pattern found everywhere", phrase("上门|"), "visit.py: pattern", "in every mail"),
    ("unless", phrase(unless="[上"), "visit.py: unless", "is no pattern"),
    ("confidence", phrase(confidence=90), "visit.py: confidence 90", "at most 1"),
    ("an item's kinds", item(kinds=("ful_dump",)), "items/cabling.py: kinds", "mean full_dump?"),
    ("an item's pattern", item(patterns=("布线图", "a{2,1}")), "cabling.py: patterns",
     "is no pattern"),
    ("an item's files", item(files="(?<x"), "items/cabling.py: files", "is no pattern"),
    ("a guard of nothing", guard(none), "guards/press.py: veto", "veto(leaving: Departure)"),
    ("a guard of three", guard(three), "guards/press.py: veto", "veto(leaving: Departure)"),
    ("a guard that is none", guard("no"), "guards/press.py: veto", "veto(leaving: Departure)"),
)  # fmt: skip


@pytest.mark.parametrize(("spoil", "where", "mend"), [row[1:] for row in ROWS],
                         ids=[row[0] for row in ROWS])  # fmt: skip
def test_what_is_misspelt_is_named_with_its_file_and_the_mend(
    spoil: Spoil, where: str, mend: str
) -> None:
    (said,) = misspelt(spoil(shipped()))

    assert where in said
    assert mend in said


def test_of_what_comes_with_mailbot_there_is_nothing_to_say() -> None:
    assert list(misspelt(shipped())) == []
    assert list(unreadable_doors()) == []


def test_the_scopes_are_those_a_sentence_can_stand_in() -> None:
    assert len(SCOPES) == 7


def test_patterns_are_compiled_as_phrases_are() -> None:
    rules = phrase(r"(?P<who>我|我们)\W(?<=们)(?:上门|来)(?P=who)")(shipped())

    assert list(misspelt(rules)) == []


DOORS = (
    (mailbot.intents, "INTENT = None\n", "it has no INTENT"),
    (mailbot.items, "import mailbot.nowhere\n", "it can't be read: ModuleNotFoundError"),
    (mailbot.items, "ITEM = (\n", "it can't be read: SyntaxError"),
    (mailbot.guards, "FINAL = True\n", "it has no veto"),
)  # fmt: skip


@pytest.fixture
def forgotten() -> Iterator[None]:
    """No door of a test stays imported."""
    yield
    for name in [one for one in sys.modules if one.endswith(".spoiled_door")]:
        del sys.modules[name]


@pytest.mark.usefixtures("forgotten")
@pytest.mark.parametrize(("package", "text", "mend"), DOORS)
def test_a_door_that_cant_be_read_is_named_and_no_traceback(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, package: Any, text: str, mend: str
) -> None:
    (tmp_path / "spoiled_door.py").write_text(f'"""A door."""\n\n{text}', encoding="utf-8")
    monkeypatch.setattr(package, "__path__", [*package.__path__, str(tmp_path)])

    (said,) = unreadable_doors()

    assert said.startswith(f"{package.__name__.rpartition('.')[2]}/spoiled_door.py: ")
    assert mend in said
