"""Where the test of a file lies: under its own path, or in the test that tries its folder."""

import ast
from pathlib import Path

TESTS = Path(__file__).parent
HOUSE = TESTS.parent / "mailbot"

# A file without a test of its own is tried through what uses it: the tests here, by folder.
TRIED_BY = {
    "": ("test_readme.py", "test_config_values.py", "test_wheel.py"),
    "bot": ("bot/test_engine.py", "stories/test_rearranging.py", "stories/test_correction.py"),
    "bot/checks": ("bot/checks/test_everything.py",),
    "bot/health": ("bot/health/test_lookout.py", "cli/test_status.py"),
    "bot/inbound": ("bot/test_whole_path.py", "stories/test_filing.py", "faults/test_bad_input.py"),
    "bot/mailed": ("stories/test_approved_by_mail.py", "stories/test_ordered_by_mail.py"),
    "bot/outbound": ("bot/test_whole_path.py", "faults/test_kill.py"),
    "bot/replay": ("stories/test_sample_case.py",),
    "bot/wiring": ("bot/test_whole_path.py", "bot/checks/test_doors.py"),
    "channels": ("channels/test_folder.py",),
    "channels/imap": ("channels/imap/test_channel.py",),
    "cli": ("cli/test_commands.py", "cli/test_messages.py"),
    "console": ("console/test_site.py", "console/test_pages.py"),
    "demo": ("demo/test_demo.py",),
    "desk": ("desk/test_properties.py", "desk/test_history.py"),
    "desk/case": ("desk/test_properties.py", "desk/case/test_case.py"),
    "desk/decisions": (
        "stories/test_turn.py",
        "stories/test_answers.py",
        "stories/test_uploads.py",
    ),
    "desk/filing": ("stories/test_filing.py", "stories/test_belonging.py"),
    "desk/people": ("stories/test_passed_on.py", "desk/people/test_people.py"),
    "evidence": ("evidence/test_facts.py",),
    "guards": ("guards/test_guards.py", "guards/test_without.py"),
    "intents": ("intents/test_intents.py",),
    "items": ("items/test_items.py",),
    "learning": ("learning/test_school.py", "learning/test_lesson.py"),
    "letters": ("letters/test_writer.py", "letters/test_samples.py"),
    "mail": ("mail/test_parse.py",),
    "mail/automatic": ("mail/automatic/test_classify.py",),
    "mail/bounces": ("mail/bounces/test_dsn.py",),
    "mail/charset": ("mail/charset/test_decode.py",),
    "mail/formats": ("mail/formats/test_pictures.py", "mail/formats/test_tnef.py"),
    "mail/html": ("mail/quoting/test_inline.py", "mail/formats/test_pictures.py"),
    "mail/links": ("mail/links/test_find.py",),
    "mail/mime": ("mail/mime/test_tree.py", "mail/mime/test_skeleton.py"),
    "mail/quoting": ("mail/quoting/test_split.py",),
    "mail/text": ("mail/mime/test_tree.py",),
    "sandbox": ("sandbox/test_parent.py",),
    "sftp": ("sftp/test_server.py",),
    "repositories": ("repositories/test_state.py",),
    "store": ("store/test_sqlite.py", "repositories/test_state.py"),
    "understanding": ("understanding/test_understand.py", "understanding/test_facts.py"),
    "understanding/learned": ("understanding/learned/test_learned.py",),
    "understanding/secrets": ("understanding/secrets/test_sealing.py",),
}
# Tests of a whole folder, or of what no single file does.
OF_NO_FILE = {
    "bot/test_run.py", "bot/test_whole_path.py", "bot/test_by_mail.py",
    "cli/test_commands.py", "cli/test_init.py",
    "cli/test_messages.py", "desk/case/test_parts.py",
    "desk/test_history.py", "desk/test_names.py", "desk/test_properties.py",
    "console/test_pages.py", "demo/test_demo.py", "demo/test_demo_screen.py",
    "demo/test_demo_servers.py",
    "guards/test_guards.py", "guards/test_without.py", "intents/test_intents.py",
    "intents/test_phrases.py",
    "items/test_items.py", "mail/test_parse_hostile.py", "mail/test_patterns.py",
    "mail/test_sample_mails.py", "store/test_promises.py",
}  # fmt: skip


def test_a_file_s_test_is_found_by_its_name_or_by_its_folder() -> None:
    for file in HOUSE.rglob("*.py"):
        place = file.relative_to(HOUSE)
        own = TESTS / place.parent / f"test_{place.name}"
        assert own.exists() or place.parent.as_posix().strip(".") in TRIED_BY, place


def test_a_test_bears_the_name_of_the_file_it_tries() -> None:
    for test in (one for folder in HOUSE.iterdir() for one in (TESTS / folder.name).rglob("*.py")):
        place = test.relative_to(TESTS)
        file = HOUSE / place.parent / place.name.removeprefix("test_")
        if place.name.startswith("test_") and place.as_posix() not in OF_NO_FILE:
            assert file.exists(), place


def test_what_is_named_here_exists() -> None:
    for folder, tests in TRIED_BY.items():
        assert (HOUSE / folder).is_dir(), folder
        for test in (*tests, *OF_NO_FILE):
            assert (TESTS / test).exists(), test


def test_no_file_and_no_function_is_too_long_to_be_read_at_once() -> None:
    for file in HOUSE.rglob("*.py"):
        source = file.read_text(encoding="utf-8")
        assert source.count("\n") <= 250, file
        for node in ast.walk(ast.parse(source)):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                assert (node.end_lineno or 0) - node.lineno < 30, f"{file}: {node.name}"
