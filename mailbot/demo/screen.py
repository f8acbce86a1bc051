"""What the demo shows: a timeline with one line a happening, letters in frames, a bar below."""

import threading
from collections.abc import Sequence
from datetime import datetime
from enum import Enum
from zoneinfo import ZoneInfo

from rich.console import Console, RenderableType
from rich.panel import Panel
from rich.rule import Rule
from rich.status import Status
from rich.table import Table
from rich.text import Text

WIDTH = 100
_LETTER_LINES = 12
_READ_LINE = 0.2
_READ_LETTER = 1.5
_TURN_DAY = 0.06


class Who(Enum):
    """Who did it: the word and the colour on the timeline."""

    CUSTOMER = ("customer", "cyan")
    ENGINEER = ("engineer", "yellow")
    SECOND_LINE = ("second line", "magenta")
    STRANGER = ("stranger", "red")
    BOT = ("mailbot", "green")
    SERVER = ("server", "blue")


class Screen:
    """Prints at a pace people can read: 2 is half as fast as 1, 0 as fast as it goes.

    Where nobody watches (no terminal) it never waits, and its lines are WIDTH wide.
    """

    def __init__(self, console: Console, zone: ZoneInfo, pace: float) -> None:
        self.console = console
        self._zone = zone
        self._pace = pace if console.is_terminal else 0.0
        if not console.is_terminal:
            console.width = WIDTH
        self._never = threading.Event()
        self._day = ""
        self._bar: Status | None = None

    def begin(self, title: str, lines: Sequence[str]) -> None:
        """The opening, and the bar at the foot where there is a terminal."""
        body = Text("\n".join(lines))
        self.console.print(Panel(body, title=Text(title, "bold"), border_style="green", padding=1))
        if self.console.is_terminal:
            self._bar = self.console.status("")
            self._bar.start()

    def end(self) -> None:
        if self._bar is not None:
            self._bar.stop()
            self._bar = None

    def chapter(self, title: str) -> None:
        self.console.print()
        self.console.print(Rule(Text(title, "bold"), align="left", style="bright_black"))
        self._rest(2 * _READ_LINE)

    def line(self, at: datetime, who: Who, text: str, style: str = "") -> None:
        """One happening."""
        word, colour = who.value
        here = at.astimezone(self._zone)
        self._row(self._moment(here), Text(word, colour), Text(text, style))
        self._rest(_READ_LINE)

    def aside(self, text: str) -> None:
        """What belongs to the line above."""
        self._row("", Text(""), Text(f"  {text}", "bright_black"))

    def remark(self, text: str) -> None:
        """What the narrator says."""
        self._row("", Text(""), Text(text, "italic"))
        self._rest(2 * _READ_LINE)

    def kept(self, sentence: str) -> None:
        """A check against the real servers that held."""
        self._row("", Text("✓", "bold green", justify="right"), Text(sentence, "green"))
        self._rest(_READ_LINE)

    def broken(self, sentence: str, reason: str) -> None:
        """A check that failed: what should have been, and what was."""
        text = Text(f"{sentence}{f' ({reason})' if reason else ''}", "bold red")
        self._row("", Text("✗", "bold red", justify="right"), text)

    def letter(self, title: str, text: str, caption: str, around: str = "") -> None:
        """A letter as its reader got it, shortened; what stands `around` a word stays."""
        width = min(self.console.width, WIDTH) - 4
        frame = Panel(
            Text(_shortened(text, around)),
            title=_fitting(title, width),
            title_align="left",
            subtitle=_fitting(caption, width),
            subtitle_align="right",
            border_style="bright_black",
            width=width,
        )
        self.console.print(frame)
        self._rest(_READ_LETTER)

    def show(self, what: RenderableType) -> None:
        self.console.print(what)

    def turn(self, at: datetime, day: int, days: int) -> None:
        """The simulated clock moves on."""
        here = at.astimezone(self._zone)
        if self._bar is not None:
            self._bar.update(f"{here:%A %d %B %Y, %H:%M} · day {day} of {days}")
        self._rest(_TURN_DAY)

    def _moment(self, here: datetime) -> str:
        day = f"{here:%a %d %b}"
        shown = day if day != self._day else ""
        self._day = day
        return f"{shown:>10}  {here:%H:%M}"

    def _row(self, moment: str, who: Text, what: Text) -> None:
        row = Table.grid(padding=(0, 2))
        row.add_column(width=17, style="bright_black")
        row.add_column(width=11)
        row.add_column(ratio=1, overflow="fold")
        row.width = min(self.console.width, WIDTH)
        row.add_row(moment, who, what)
        self.console.print(row)

    def _rest(self, seconds: float) -> None:
        if self._pace:
            self._never.wait(seconds * self._pace)


def _fitting(text: str, width: int) -> Text:
    """A frame's title must be told its room: it would else widen the frame."""
    title = Text(text)
    title.truncate(width - 6, overflow="ellipsis")
    return title


def _shortened(text: str, around: str) -> str:
    lines = [line for line in text.strip().splitlines() if line.strip()]
    if len(lines) <= _LETTER_LINES:
        return "\n".join(lines)
    found = [number for number, line in enumerate(lines) if around and around in line]
    first = max(1, found[0] - _LETTER_LINES // 2) if found else 1
    last = min(len(lines), first + _LETTER_LINES - 4)
    shown = [*lines[:1], *_left_out(first - 1), *lines[first:last]]
    tail = max(last, len(lines) - 2)
    return "\n".join([*shown, *_left_out(tail - last), *lines[tail:]])


def _left_out(number: int) -> list[str]:
    return [f"      [… {number} more lines …]"] if number else []
