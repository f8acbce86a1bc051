"""What the pages say: every key a page asks for is there, in both languages, and is asked for."""

import re
from pathlib import Path

import pytest

import mailbot.console
from mailbot.console.wording import WORDS
from mailbot.desk.case.draft import Audience, Send
from mailbot.desk.case.life import Status
from mailbot.desk.case.matter import ItemState
from mailbot.desk.case.promise import PromiseState
from mailbot.desk.decisions.due import DueKind
from mailbot.mail.parts import Part
from mailbot.repositories.users import UserRole

HOUSE = Path(mailbot.console.__file__).parent
# keys of orders and figures, put together of a kind and a name
PUT_TOGETHER = ("done_", "figure_", "series_")
PAGES = sorted((HOUSE / "pages").glob("*.html"))
# keys that are put together of a name and a value
FAMILIES = {
    "due_": DueKind, "status_": Status, "item_": ItemState, "promise_": PromiseState,
    "send_": Send, "audience_": Audience, "": Part,
    "role_": UserRole,
}  # fmt: skip


def asked(text: str) -> set[str]:
    """The keys named in full by a page."""
    return set(re.findall(r"\bt\('([a-z_]+)'[),]", text))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_key_of_a_page_is_worded(page: Path) -> None:
    assert asked(page.read_text(encoding="utf-8")) <= set(WORDS)


@pytest.mark.parametrize("family", FAMILIES)
def test_every_value_of_a_family_is_worded(family: str) -> None:
    assert {f"{family}{one.value}" for one in FAMILIES[family]} <= set(WORDS)


@pytest.mark.parametrize("key", WORDS)
def test_both_languages_say_it_with_the_same_parts(key: str) -> None:
    zh, en = WORDS[key]

    assert zh
    assert en
    assert sorted(re.findall(r"{(\w+)}", zh)) == sorted(re.findall(r"{(\w+)}", en))


def test_nothing_is_worded_that_no_page_says() -> None:
    sources = "".join(
        file.read_text(encoding="utf-8") for file in (*PAGES, *sorted(HOUSE.glob("*.py")))
    )
    values = {f"{family}{one.value}" for family, kind in FAMILIES.items() for one in kind}
    unsaid = [
        key for key in WORDS
        if key not in values and not key.startswith(PUT_TOGETHER)
        and not re.search(rf"['\"]{key}['\"]", sources)
    ]  # fmt: skip
    assert [key for key in unsaid if not key.endswith("_empty")] == []
