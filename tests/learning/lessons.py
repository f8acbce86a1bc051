"""Lessons made for a test."""

from mailbot.learning.lesson import Difficulty, Lesson
from mailbot.understanding.intent import Side


def lesson(text: str, *intents: str, side: Side = Side.CUSTOMER, lang: str = "en") -> Lesson:
    """A lesson with this text that carries these intents, its text the evidence of each."""
    return Lesson(
        id="test-001",
        lang=lang,
        side=side,
        difficulty=Difficulty.EASY,
        subject="",
        text=text,
        below="",
        evidence=dict.fromkeys(intents, text),
    )
