"""The timeline reads well at a hundred columns, with and without a terminal."""

from datetime import UTC, datetime
from io import StringIO
from zoneinfo import ZoneInfo

import pytest
from rich.cells import cell_len
from rich.console import Console

from mailbot.demo.screen import WIDTH, Screen, Who

AT = datetime(2026, 3, 3, 8, 20, tzinfo=UTC)
LONG = "调度工作站蓝屏了两次，内存转储和事件日志都导出来了，请问怎么上传？" * 5


def shown(act: str, *, width: int = WIDTH, terminal: bool = False) -> list[str]:
    out = StringIO()
    console = Console(
        file=out, width=width, force_terminal=terminal, color_system=None, highlight=False
    )
    screen = Screen(console, ZoneInfo("Asia/Shanghai"), pace=0)
    match act:
        case "line":
            screen.line(AT, Who.CUSTOMER, LONG)
        case "two lines":
            screen.line(AT, Who.CUSTOMER, "one")
            screen.line(AT, Who.BOT, "two")
        case "letter":
            screen.letter("【案例 C-1】" + LONG, "\n".join([LONG] * 40), "to the customer")
        case "markup":
            screen.line(AT, Who.BOT, "[bold]not markup[/] [/]")
            screen.letter("[red]", "[/red] [link", "[/]")
            screen.broken("[/x]", "[y")
        case "begin":
            screen.begin("mailbot", ("hello",))
            screen.turn(AT, 1, 36)
            screen.end()
    return out.getvalue().splitlines()


@pytest.mark.parametrize("act", ["line", "letter", "two lines", "markup"])
@pytest.mark.parametrize("width", [80, 100, 160])
def test_no_line_is_wider_than_the_terminal_or_a_hundred_columns(act: str, width: int) -> None:
    lines = shown(act, width=width, terminal=True)
    widest = max(cell_len(line.rstrip()) for line in lines)

    assert widest <= min(width, WIDTH)


def test_a_line_says_when_in_the_desks_zone_and_who() -> None:
    (line,) = shown("two lines")[:1]

    assert line.split() == ["Tue", "03", "Mar", "16:20", "customer", "one"]


def test_the_day_is_said_once() -> None:
    assert shown("two lines")[1].split() == ["16:20", "mailbot", "two"]


def test_a_long_letter_is_shortened_in_the_middle() -> None:
    assert any("more lines" in line for line in shown("letter"))


def test_brackets_in_mail_are_no_markup() -> None:
    text = "\n".join(shown("markup"))

    assert "[bold]not markup[/] [/]" in text
    assert "[/x] ([y)" in text


def test_without_a_terminal_there_is_no_bar_and_no_escape() -> None:
    assert not any("\x1b" in line for line in shown("begin"))
    assert not any("day 1 of 36" in line for line in shown("begin"))


def test_without_a_terminal_lines_are_a_hundred_wide_whatever_the_default() -> None:
    assert shown("line", width=80) == shown("line", width=160)


def test_without_a_terminal_nothing_waits() -> None:
    console = Console(file=StringIO())
    screen = Screen(console, ZoneInfo("Asia/Shanghai"), pace=3600)

    screen.line(AT, Who.BOT, "at once")
