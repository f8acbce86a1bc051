"""The lessons on a disk: those that mailbot ships, and a desk's own."""

from pathlib import Path

from mailbot.learning.lesson import Lesson, lessons_in


def read_lessons(folder: Path) -> tuple[Lesson, ...]:
    """Every lesson in the text files of a folder, by file name. Raises ConfigError."""
    return tuple(
        lesson
        for path in sorted(folder.glob("*.txt"))
        for lesson in lessons_in(path.read_text(encoding="utf-8"), path.stem)
    )
