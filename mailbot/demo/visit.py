"""After the story: the servers stay up, and whoever watched may write to the desk themselves."""

import re
import threading
from dataclasses import dataclass, field
from datetime import timedelta

from rich.markup import escape

from mailbot.demo.pages import PageLogin, open_pages
from mailbot.demo.people import Note, Person
from mailbot.demo.programs import text_of
from mailbot.demo.screen import Who
from mailbot.demo.servers import HOST
from mailbot.demo.setting import DESK, VISITOR
from mailbot.demo.stage import Stage
from mailbot.errors import OrderError

_LEAP = re.compile(r"\+(\d{1,3})([mhd])")
_UNITS = {"m": "minutes", "h": "hours", "d": "days"}
_SUBJECT = "A visitor's question"
_YES = "yes"
_A_LITTLE = timedelta(minutes=2)
_UNDO = timedelta(seconds=11)


@dataclass(slots=True)
class Visit:
    """Reads lines from the terminal until there are no more; the pages are open meanwhile."""

    stage: Stage
    seen: int = 0
    _one_at_a_time: threading.Lock = field(default_factory=threading.Lock)

    def receive(self) -> None:
        """Say what can be done, then do it, line by line."""
        with open_pages(self.stage, self.told_on_a_page) as login:
            self._explain(login)
            self._read_lines()

    def told_on_a_page(self) -> None:
        """An order was given in the browser: the bot goes on once a yes can't be taken back."""
        timer = threading.Timer(_UNDO.total_seconds(), self._go_on)
        timer.daemon = True
        timer.start()

    def _go_on(self) -> None:
        with self._one_at_a_time:
            self.stage.advance(self.stage.clock.now() + _UNDO)
            self.stage.bot.engine.run_once()

    def _read_lines(self) -> None:
        while True:
            try:
                line = self.stage.screen.console.input("[cyan]you>[/] ").strip()
            except (EOFError, KeyboardInterrupt):
                return
            with self._one_at_a_time:
                self._obey(line)

    def _obey(self, line: str) -> None:
        leap = _LEAP.fullmatch(line)
        if leap:
            amount, unit = int(leap.group(1)), leap.group(2)
            ahead = timedelta(**{_UNITS[unit]: amount})
            self.stage.advance(self.stage.clock.now() + ahead)
        elif line == _YES:
            self._say_yes()
        elif line:
            self._write(line)
        self.stage.bot.engine.run_once()
        self.stage.advance(self.stage.clock.now() + _A_LITTLE)
        self._show_new()

    def _say_yes(self) -> None:
        """As the engineer: let the newest draft leave."""
        try:
            self.stage.approve("")
        except OrderError as error:
            self.stage.screen.line(self.stage.clock.now(), Who.ENGINEER, str(error))

    def _write(self, line: str) -> None:
        visitor = self._visitor()
        letters = visitor.inbox(DESK)
        answered = letters[-1] if letters else None
        self.stage.screen.line(self.stage.clock.now(), Who.CUSTOMER, f"you write: “{line}”")
        visitor.write(Note((DESK,), f"{line}\n", "" if letters else _SUBJECT, answers=answered))

    def _show_new(self) -> None:
        letters = self._visitor().inbox(DESK)
        for letter in letters[self.seen :]:
            self.stage.screen.letter(str(letter["Subject"]), text_of(letter), "in your mailbox")
        self.seen = len(letters)

    def _visitor(self) -> Person:
        return self.stage.person(VISITOR)

    def _explain(self, login: PageLogin) -> None:
        servers, console = self.stage.servers, self.stage.screen.console
        password = escape(self._visitor().password)
        console.print(
            "\n[bold]The servers are still up: write to the desk yourself.[/]\n"
            "  Type a line in English or Chinese: it goes out as a customer's mail.\n"
            "  yes lets the newest draft leave, as the engineer would. +3d, +8h, +30m let time\n"
            "  pass. An empty line: the bot looks for mail. Ctrl-D ends.\n"
            f"  Or use a mail program: IMAP {HOST}:{servers.imap_port}, "
            f"SMTP {HOST}:{servers.smtp_port}, no TLS,\n"
            f"  user {VISITOR}, password [bold]{password}[/]\n"
            f"  The engineer's desk is in your browser: [bold]{login.address}[/]\n"
            f"  user {login.email}, password [bold]{escape(login.password)}[/]\n"
        )
