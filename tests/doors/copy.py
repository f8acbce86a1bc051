"""A copy of the project with one more of everything that is one file."""

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from shutil import copy2, copytree, ignore_patterns
from textwrap import dedent

from tests.doors.files import CHANNEL, GUARD, INTENT, ITEM, LETTER
from tests.patience import PATIENCE

ROOT = Path(__file__).parents[2]
_LEFT_OUT = ignore_patterns("__pycache__", ".*_cache", "*.egg-info")


def copied(folder: Path) -> Path:
    """The project in this folder, with the new files."""
    for name in ("mailbot", "templates", "tests", "docs"):
        copytree(ROOT / name, folder / name, ignore=_LEFT_OUT)
    for file in ROOT.iterdir():
        if file.is_file() and not file.name.startswith("."):
            copy2(file, folder / file.name)
    for place, text in (
        ("mailbot/intents/visit_wanted.py", INTENT),
        ("mailbot/items/cabling_plan.py", ITEM),
        ("mailbot/guards/press.py", GUARD),
        ("mailbot/channels/list_channel.py", CHANNEL),
        *((f"templates/customer/{lang}/visit_planned.txt", text) for lang, text in LETTER.items()),
    ):
        (folder / place).write_text(dedent(text).lstrip(), encoding="utf-8")
    return folder


def outcome(folder: Path, *tests: str, workers: Sequence[str] = ()) -> tuple[int, str]:
    """How pytest ends in that folder, and what it says; without servers, as `make quick`."""
    done = subprocess.run(
        [
            sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", *workers,
            "-m", "not servers", "--hypothesis-profile=quick", *tests,
        ],
        cwd=folder, env={**os.environ, "PYTHONPATH": str(folder)}, capture_output=True,
        text=True, check=False, timeout=PATIENCE,
    )  # fmt: skip
    return done.returncode, done.stdout + done.stderr
