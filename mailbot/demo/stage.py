"""The stage: everything that runs in a demo, and the simulated clock that moves it on."""

import threading
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from email.message import EmailMessage

from mailbot.bot.happenings import Happening
from mailbot.bot.morning import print_list
from mailbot.bot.orders import Orders
from mailbot.bot.wiring.build import Bot
from mailbot.clock import SettableClock
from mailbot.demo.desk_hand import DeskHand
from mailbot.demo.people import Person
from mailbot.demo.programs import text_of
from mailbot.demo.screen import Screen
from mailbot.demo.script import Expectation, Frame, Script, Step
from mailbot.demo.servers import MailServers
from mailbot.demo.setting import DAYS, DESK, day_of
from mailbot.demo.sftp_client import LetterUnclear, UploadLogin, upload
from mailbot.desk.case.upload import UploadState, UploadWay
from mailbot.errors import WorldError

_MINUTE = timedelta(minutes=1)
_DAY = timedelta(days=1)
_PATIENCE = 120.0
_TICK = 0.02


@dataclass(slots=True)
class Stage:
    """Plays a script; `held` and `failed` count what was checked against the real servers."""

    bot: Bot
    clock: SettableClock
    servers: MailServers
    screen: Screen
    people: Mapping[str, Person]
    hand: DeskHand
    happened: list[Happening]
    began: datetime
    held: int = 0
    failed: int = 0
    _logins: dict[str, UploadLogin] = field(default_factory=dict)

    def play(self, script: Script) -> None:
        """Every step at its hour, each checked."""
        for step in script:
            if step.chapter:
                self.screen.chapter(step.chapter)
            self.advance(step.at)
            self._act(step)

    def advance(self, until: datetime) -> None:
        """Let the clock run: the bot wakes when something is due, and for each morning's list."""
        while (moment := self._next_moment()) < until:
            self._turn_to(moment)
            if moment == self._list_moment(moment):
                print_list(self.bot.engine)
            self.bot.engine.run_once()
        self._turn_to(until)

    def person(self, address: str) -> Person:
        return self.people[address]

    def approve(self, letter: str) -> None:
        """The engineer says yes, on her phone or in the terminal."""
        self.hand.approve(Orders(self.bot.engine), letter)

    def login(self, reader: str) -> UploadLogin:
        """The upload login as it stands in the last letter of theirs that tells one."""
        return self._logins[reader]

    def read_login(self, reader: str) -> None:
        """Look through the letters, newest first, for one that tells a login."""
        for letter in reversed(self.person(reader).inbox(DESK)):
            with suppress(LetterUnclear):
                self._logins[reader] = UploadLogin.read(text_of(letter))
                return
        raise LetterUnclear(f"no letter tells {reader} how to upload")

    def upload(self, reader: str, files: Mapping[str, bytes]) -> None:
        """A real SFTP client puts the files; then wait until the server has told the bot."""
        before = self._uploaded()
        upload(self.login(reader), files)
        waiting = threading.Event()
        for _ in range(int(_PATIENCE / _TICK)):
            # one look more than needed: the server's thread may still be telling
            done = self._uploaded() >= before + len(files)
            waiting.wait(_TICK)
            if done:
                return
        raise WorldError("the upload server did not tell the bot of the files")

    def newest_at_desk(self, writer: str) -> EmailMessage:
        """The newest mail of this writer in the desk's shared mailbox."""
        return self.person(DESK).inbox(writer)[-1]

    def newest_of_desk(self, reader: str) -> EmailMessage:
        """The newest letter of the desk's in this reader's mailbox."""
        return self.person(reader).inbox(DESK)[-1]

    def _act(self, step: Step) -> None:
        if step.remark:
            self.screen.remark(step.remark)
        try:
            step.do(self)
            self.bot.engine.run_once()
        except Exception as error:  # whatever breaks, the demo says so and goes on
            self._broke(f"{step.name} did not happen", error)
        for expectation in step.expects:
            self._check(expectation)
        if step.frame is not None:
            self._show(step.frame)

    def _check(self, expectation: Expectation) -> None:
        try:
            holds = expectation.holds(self)
        except Exception as error:  # a check that can't be made has not held
            self._broke(expectation.sentence, error)
            return
        if holds:
            self.held += 1
            self.screen.kept(expectation.sentence)
        else:
            self._broke(expectation.sentence, None)

    def _broke(self, sentence: str, error: Exception | None) -> None:
        self.failed += 1
        reason = f"{type(error).__name__}: {error}" if error is not None else ""
        self.screen.broken(sentence, reason)

    def _show(self, frame: Frame) -> None:
        letters = self.person(frame.reader).inbox(DESK)
        if not letters:
            return
        text = text_of(letters[-1])
        login = self._logins.get(frame.reader)
        if login is not None:
            text = text.replace(login.password, "•" * len(login.password))
        self.screen.letter(str(letters[-1]["Subject"]), text, frame.caption, frame.around)

    def _next_moment(self) -> datetime:
        now = self.clock.now()
        alarm = self.bot.state.alarms.next_alarm()
        listed = self.bot.rules.calendar.next_list(now)
        # an alarm that does not move may not hold the clock
        return listed if alarm is None else min(listed, max(alarm, now + _MINUTE))

    def _list_moment(self, moment: datetime) -> datetime:
        calendar = self.bot.rules.calendar
        return calendar.list_moment(calendar.local(moment).date())

    def _turn_to(self, moment: datetime) -> None:
        while day_of(self.clock.now()) < day_of(moment):
            self.clock.set(self.clock.now() + _DAY)
            self.screen.turn(self.clock.now(), day_of(self.clock.now()), DAYS)
        self.clock.set(moment)
        self.screen.turn(moment, day_of(moment), DAYS)

    def _uploaded(self) -> int:
        cases = self.bot.state.case_lists.open()
        files = (
            file for case in cases for file in case.transfer.uploads if file.via is UploadWay.SFTP
        )
        return sum(file.via is UploadWay.SFTP and file.state is UploadState.WHOLE for file in files)
