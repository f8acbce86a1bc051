"""One more intent, item, guard, letter and channel: five new files, nothing edited, nothing red."""

from pathlib import Path

from tests.doors.copy import copied, outcome

# the tests that look at every intent, item, guard, letter or channel; `make doors` runs all
LOOKS_AT_ALL = (
    "tests/intents", "tests/items", "tests/guards/test_guards.py", "tests/letters/test_shelf.py",
    "tests/letters/test_reason_wordings.py", "tests/bot/checks/test_doors.py",
    "tests/desk/test_names.py",
    "tests/test_house.py", "tests/test_readme.py", "tests/test_doors.py",
)  # fmt: skip


def test_nothing_is_red_where_one_more_of_each_lies(tmp_path: Path) -> None:
    code, said = outcome(copied(tmp_path / "copy"), *LOOKS_AT_ALL)

    assert code == 0, said[-4_000:]


def test_what_is_wrong_in_a_new_file_is_seen(tmp_path: Path) -> None:
    folder = copied(tmp_path / "copy")
    broken = folder / "mailbot" / "intents" / "visit_wanted.py"
    text = broken.read_text(encoding="utf-8")
    broken.write_text(text.replace('"visit_planned"', '"visit_planed"'), encoding="utf-8")

    code, said = outcome(folder, "tests/bot/checks/test_doors.py")

    assert code == 1, said[-4_000:]
    assert "visit_planned" in said
