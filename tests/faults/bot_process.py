"""A bot in a process of its own that dies, by SIGKILL, at the step it is told to.

Run as a program it is a nursery: it has everything imported, forks one bot for every line that
it reads, and answers with what became of it. A step is every SQL statement (BEGIN and COMMIT
included) and every word to or from a mail server, before and after.
"""

import json
import os
import signal
import smtplib
import sqlite3
import sys
from collections.abc import Callable
from datetime import datetime
from functools import wraps
from pathlib import Path
from typing import Any

from imapclient import IMAPClient  # type: ignore[import-untyped]

from mailbot.bot.happenings import Happening
from mailbot.bot.morning import print_list
from mailbot.bot.orders import Orders
from mailbot.bot.wiring.assembly import build_intake
from mailbot.bot.wiring.build import Bot, build
from mailbot.clock import SettableClock
from mailbot.config import parse_config
from mailbot.desk.case.case import Case
from mailbot.desk.case.draft import Draft, DraftState
from mailbot.store.rows import read_row
from tests.store.connection import connection

ENGINEER = "lin@support.example"
_ROUNDS = 20
_WORDS: tuple[tuple[Any, tuple[str, ...]], ...] = (
    (smtplib.SMTP, ("connect", "send", "getreply")),
    (IMAPClient, ("login", "select_folder", "search", "fetch", "append", "add_flags", "expunge")),
)


class Steps:
    """Counts the steps of a bot; the last one it may do is its last."""

    def __init__(self, last: int) -> None:
        self.last = last
        self.names: list[str] = []

    def step(self, name: str) -> None:
        self.names.append(name)
        if len(self.names) == self.last:
            os.kill(os.getpid(), signal.SIGKILL)

    def watch(self) -> None:
        """From now on every statement and every word to a mail server is a step."""
        connect = sqlite3.connect

        @wraps(connect)
        def traced(*args: Any, **how: Any) -> sqlite3.Connection:
            connection: sqlite3.Connection = connect(*args, **how)
            connection.set_trace_callback(lambda sql: self.step(_short(sql)))
            return connection

        vars(sqlite3)["connect"] = traced
        for owner, words in _WORDS:
            for word in words:
                setattr(owner, word, self._counted(getattr(owner, word), word, owner.__name__))

    def _counted(self, does: Callable[..., Any], word: str, owner: str) -> Callable[..., Any]:
        @wraps(does)
        def counted(this: Any, *args: Any, **how: Any) -> Any:
            said = _first_word(args) if word == "send" else ""
            self.step(f"before {owner} {word} {said}".strip())
            answer = does(this, *args, **how)
            self.step(f"after {owner} {word} {said}".strip())
            return answer

        return counted


def live(task: dict[str, Any], steps: Steps) -> dict[str, Any]:
    """One life of the bot: a morning's list, an engineer's orders, rounds until all is quiet."""
    steps.watch()
    happened: list[Happening] = []
    clock = SettableClock(datetime.fromisoformat(task["at"]))
    config = parse_config(Path(task["config"]).read_text(encoding="utf-8"))
    bot = build(config, clock=clock, state=Path(task["state"]), watch=happened.append)
    started = len(steps.names)
    try:
        if task.get("morning"):
            print_list(bot.engine)
        for letter in task.get("approve", ()):
            _approve(bot, letter)
        _until_quiet(bot, happened)
        if "arrived" in task:
            _settle_doubts(bot, frozenset(task["arrived"]))
            _until_quiet(bot, happened)
        told = _told(bot) if task.get("tell") else {}
    finally:
        bot.close()
    return {"started": started, "steps": steps.names, **told}


def _until_quiet(bot: Bot, happened: list[Happening]) -> None:
    for _ in range(_ROUNDS):
        happened.clear()
        bot.engine.run_once()
        if not happened:
            return
    raise AssertionError("the bot does not come to rest")


def _approve(bot: Bot, letter: str) -> None:
    """What an engineer does who sees this letter wait."""
    for draft in _drafts(bot, DraftState.WAITING):
        if letter in draft.letters:
            Orders(bot.engine).approve(draft.id, ENGINEER)


def _settle_doubts(bot: Bot, arrived: frozenset[str]) -> None:
    """What an engineer does with a letter in doubt, once he has asked whether it came."""
    for draft in _drafts(bot, DraftState.IN_DOUBT):
        letter = connection(bot.state).value("SELECT letter FROM outbox WHERE id = ?", draft.id)
        case_id = draft.id.rpartition("/")[0]
        if read_row(letter).message_id in arrived:
            Orders(bot.engine).told(case_id, ENGINEER, "it had arrived")
        else:
            Orders(bot.engine).approve(draft.id, ENGINEER)


def _drafts(bot: Bot, state: DraftState) -> list[Draft]:
    cases = bot.state.case_lists.all()
    return [draft for case in cases for draft in case.drafts if draft.state is state]


def _told(bot: Bot) -> dict[str, Any]:
    """All that is to be compared with a life without a kill."""
    rows = connection(bot.state).all
    return {
        "cases": [_case(case) for case in bot.state.case_lists.all()],
        "accounts": rows("SELECT user, shut IS NOT NULL FROM account ORDER BY user"),
        "passwords": rows("SELECT user, password_hash FROM account"),
        "mails": rows("SELECT folder, uid, verdict, message_key FROM mail ORDER BY id"),
        "journal": rows("SELECT what, count(*) FROM journal GROUP BY what ORDER BY what"),
        "outbox": rows(
            "SELECT json_extract(letter, '$.message_id'), json_extract(letter, '$.letters'), state"
            " FROM outbox ORDER BY seq"
        ),
    }


def _case(case: Case) -> dict[str, Any]:
    return {
        "id": case.id,
        "status": case.status.value,
        "items": sorted(f"{item.name} {item.state}" for item in case.matter.items),
        "drafts": [f"{'+'.join(one.letters)} {one.state}" for one in case.drafts],
    }


def _short(sql: str) -> str:
    return " ".join(sql.split())[:60]


def _first_word(args: tuple[Any, ...]) -> str:
    """EHLO, MAIL, RCPT, DATA, the letter itself, or its final dot."""
    text = args[0] if isinstance(args[0], str) else args[0].decode("utf-8", "replace")
    if text == ".\r\n":
        return "dot"
    return "letter" if len(text) > 300 else text.split()[0]


def warm_up() -> None:
    """Read one mail of each side, so that every child finds the phrases compiled."""
    intake = build_intake(parse_config('[desk]\naddress = "desk@a.example"\nstaff = ["a.example"]'))
    for sender in ("lin@a.example", "zhou@b.example"):
        raw = f"From: {sender}\nTo: desk@a.example\nSubject: warm\n\nPlease upload the dump.\n"
        intake.read(raw.encode(), datetime.fromisoformat("2026-03-02T09:00:00+08:00"))


def nursery() -> None:
    """Fork a bot for every line; the answer says how it ended."""
    warm_up()
    for line in sys.stdin:
        reader, writer = os.pipe()
        child = os.fork()
        if child == 0:
            os.close(reader)
            _child(json.loads(line), writer)
        os.close(writer)
        with os.fdopen(reader, encoding="utf-8") as pipe:
            report = pipe.read()
        _, status = os.waitpid(child, 0)
        answer = json.loads(report) if report else {}
        answer["killed"] = os.WIFSIGNALED(status) and os.WTERMSIG(status) == signal.SIGKILL
        sys.stdout.write(json.dumps(answer) + "\n")
        sys.stdout.flush()


def _child(task: dict[str, Any], writer: int) -> None:
    steps = Steps(task.get("last", 0))
    try:
        report = live(task, steps)
    except BaseException as error:
        report = {"error": f"{type(error).__name__}: {error}", "steps": steps.names}
    with os.fdopen(writer, "w", encoding="utf-8") as pipe:
        json.dump(report, pipe)
    os._exit(0)


if __name__ == "__main__":
    nursery()
