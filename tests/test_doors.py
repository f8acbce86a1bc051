"""A new intent, item, letter, guard or channel is one new file; nothing else has to change."""

import importlib
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from shutil import copytree
from textwrap import dedent
from types import ModuleType

import pytest

import mailbot.channels
import mailbot.guards
import mailbot.intents
import mailbot.items
from mailbot.bot.happenings import Happening, LetterMoved, Received
from mailbot.bot.wiring.assembly import assemble_in_memory
from mailbot.clock import SettableClock
from mailbot.config import parse_config
from mailbot.desk.case.matter import ItemState
from mailbot.shipped import SHIPPED_LETTERS
from tests.doors.files import CHANNEL, GUARD, INTENT, ITEM, LETTER

AT = datetime(2026, 3, 3, 2, 0, tzinfo=UTC)

MAIL = (
    "Authentication-Results: mx.support.example; dmarc=pass\r\n"
    "From: {sender}\r\nTo: support@support.example\r\nSubject: visit\r\n"
    "Message-ID: <{number}@partner.example>\r\nContent-Type: text/plain; charset=utf-8\r\n"
    "Content-Transfer-Encoding: 8bit\r\n\r\n{text}\r\n"
)
CONFIG = """
[desk]
address = "support@support.example"
authserv_id = "mx.support.example"
[templates]
folder = "{folder}"
"""


def lay(package: ModuleType, folder: Path, name: str, text: str) -> Iterator[None]:
    """A file of that name lies in the package's folder, for the length of a test."""
    folder.mkdir(exist_ok=True)
    (folder / f"{name}.py").write_text(dedent(text).lstrip(), encoding="utf-8")
    package.__path__.append(str(folder))
    importlib.invalidate_caches()
    yield
    package.__path__.remove(str(folder))


@pytest.fixture(autouse=True)
def doors(tmp_path: Path) -> Iterator[None]:
    """One new file behind each door."""
    files = (
        (mailbot.intents, "visit_wanted", INTENT),
        (mailbot.items, "cabling_plan", ITEM),
        (mailbot.guards, "press", GUARD),
        (mailbot.channels, "list_channel", CHANNEL),
    )
    laid = [lay(package, tmp_path / package.__name__, name, text) for package, name, text in files]
    for one in laid:
        next(one)
    copytree(SHIPPED_LETTERS, tmp_path / "templates")
    for lang, text in LETTER.items():
        letter = tmp_path / "templates" / "customer" / lang / "visit_planned.txt"
        letter.write_text(text, encoding="utf-8")
    yield
    for one in laid:
        next(one, None)


def played(tmp_path: Path, *mails: tuple[str, str]) -> tuple[list[Happening], object]:
    from mailbot.ports import Arrival, Position

    channel_module = importlib.import_module("mailbot.channels.list_channel")
    arrivals = [
        Arrival(
            Position("list", 1, number),
            MAIL.format(sender=sender, number=number, text=text).encode(),
            AT,
            f"{number}.eml",
        )
        for number, (sender, text) in enumerate(mails, 1)
    ]
    happened: list[Happening] = []
    config = parse_config(CONFIG.format(folder=tmp_path / "templates"))
    engine = assemble_in_memory(
        config,
        channel_module.ListChannel(arrivals),
        SettableClock(AT),
        happened.append,
        sees_server=False,
    )
    engine.run_once()
    return happened, engine


def letters(happened: list[Happening]) -> list[LetterMoved]:
    return [one for one in happened if isinstance(one, LetterMoved)]


def test_a_new_intent_and_its_letter_answer_through_a_new_channel(tmp_path: Path) -> None:
    happened, engine = played(tmp_path, ("zhou@partner.example", "请安排工程师上门处理，谢谢。"))

    (letter,) = [one for one in letters(happened) if one.mode == "sent"]
    assert letter.draft.letters == ("visit_planned",)
    assert "上门时间另行约定。" in letter.written.text
    assert len(engine.channel.sent) == 1  # type: ignore[attr-defined]


def test_what_a_new_intent_asks_keeps_a_solved_case_open(tmp_path: Path) -> None:
    _, engine = played(
        tmp_path, ("zhou@partner.example", "问题已经解决了，另外麻烦安排工程师上门。")
    )

    (case,) = engine.state.case_lists.all()  # type: ignore[attr-defined]
    assert case.status.value == "open"


def test_a_new_intent_says_itself_which_ones_it_overrides(tmp_path: Path) -> None:
    happened, _ = played(tmp_path, ("zhou@partner.example", "请问工程师什么时候能上门？"))

    (received,) = (one for one in happened if isinstance(one, Received))
    assert received.mail.said.names == ("visit_wanted",)


def test_a_new_guard_holds_the_letter(tmp_path: Path) -> None:
    happened, _ = played(tmp_path, ("press@paper.example", "请安排工程师上门处理，谢谢。"))

    (letter,) = letters(happened)
    assert letter.mode == "draft"
    assert [str(one) for one in letter.because] == ["press: ask the press office"]


def test_a_new_item_is_read_from_a_mail(tmp_path: Path) -> None:
    _, engine = played(
        tmp_path, ("zhou@partner.example", "已将机柜布线图上传，请安排工程师上门处理。")
    )

    case = engine.state.cases.load("C-1")  # type: ignore[attr-defined]
    assert "cabling_plan" in case.matter.items_in(ItemState.ARRIVED)
