"""The lead hears once that the desk is deaf or paused, and once more when it is no longer."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email import message_from_bytes, policy
from pathlib import Path

import pytest

from mailbot.bot.health.lookout import Lookout, deaf_since
from mailbot.bot.morning import print_list
from mailbot.bot.orders import Orders
from mailbot.bot.wiring.build import Bot, build
from mailbot.channels.folder import FolderChannel
from mailbot.clock import SettableClock
from mailbot.config import parse_config
from mailbot.errors import ChannelDown, SendRefused
from mailbot.ports import Envelope, SendingBegins

# a Tuesday at ten in the morning, by the desk's zone
START = datetime(2026, 3, 3, 2, 0, tzinfo=UTC)
LEAD = "lead@support.example"
CONFIG = """
[desk]
address = "support@support.example"
staff = ["support.example"]
authserv_id = "mx.support.example"
language = "{lang}"
notify = [{notify}]
[sftp]
enabled = false
"""
MAIL = (
    "Authentication-Results: mx.support.example; dmarc=pass\r\n"
    "From: zhou@partner.example\r\nTo: support@support.example\r\nSubject: 蓝屏\r\n"
    "Date: Tue, 3 Mar 2026 10:00:30 +0800\r\n"
    "Message-ID: <1@partner.example>\r\nContent-Type: text/plain; charset=utf-8\r\n"
    "Content-Transfer-Encoding: 8bit\r\n\r\n服务器昨天蓝屏了两次，请协助分析。\r\n"
)


@dataclass
class Mailbox(FolderChannel):
    """A folder whose way out can be shut too."""

    refuses: list[Exception] = field(default_factory=list)

    def send(self, envelope: Envelope, sending_begins: SendingBegins) -> None:
        if self.refuses:
            raise self.refuses.pop()
        super().send(envelope, sending_begins)


@dataclass
class Desk:
    """A bot on a folder that can be taken away, and what its loop does, turn by turn."""

    bot: Bot
    clock: SettableClock
    channel: Mailbox
    lookout: Lookout

    def lose_the_mailbox(self) -> None:
        self.channel.inbox.rename(self.channel.inbox.with_name("lost"))

    def find_it_again(self) -> None:
        self.channel.inbox.with_name("lost").rename(self.channel.inbox)

    def minutes(self, count: int) -> None:
        for _ in range(count):
            self.clock.advance(timedelta(minutes=1))
            for one in (self.lookout.poll, self.lookout.look, self.bot.sweep):
                try:
                    one()
                except ChannelDown:
                    continue

    def mails(self, to: str = LEAD) -> list[tuple[str, str]]:
        """Subject and text of what left to them."""
        sent = [one.raw for one in self.channel.sent if to in one.recipients]
        mails = [message_from_bytes(raw, policy=policy.default) for raw in sent]
        return [
            (str(mail["Subject"]), str(body.get_content()))
            for mail in mails
            if (body := mail.get_body(("plain",))) is not None
        ]

    @property
    def subjects(self) -> list[str]:
        return [subject for subject, _ in self.mails()]


def opened(folder: Path, lang: str = "en", notify: str = f'"{LEAD}"') -> Desk:
    inbox = folder / "inbox"
    inbox.mkdir(exist_ok=True)
    clock, channel = SettableClock(START), Mailbox(inbox)
    config = parse_config(CONFIG.format(lang=lang, notify=notify))
    bot = build(config, clock=clock, state=folder / "state", channel=channel)
    lookout = Lookout(bot.engine)
    lookout.begin()
    return Desk(bot, clock, channel, lookout)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    desk = opened(tmp_path)
    yield desk
    desk.bot.close()


def test_a_deaf_desk_tells_the_lead_once_and_once_more_when_it_hears_again(desk: Desk) -> None:
    desk.minutes(3)
    desk.lose_the_mailbox()
    desk.minutes(19)
    assert desk.mails() == []

    desk.minutes(60)
    ((subject, text),) = desk.mails()
    assert subject == "[Desk] the mailbox has not been read since 03-03 10:03"
    assert "name a readable folder" in text
    assert "mailbot status" in text

    desk.find_it_again()
    desk.minutes(5)
    assert desk.subjects[1:] == ["[Desk] the mailbox is read again"]


def test_a_mailbox_that_was_never_read_is_counted_from_the_start(desk: Desk) -> None:
    desk.lose_the_mailbox()
    desk.minutes(19)
    assert desk.mails() == []

    desk.minutes(1)

    assert len(desk.mails()) == 1


def test_a_bot_that_was_away_is_not_deaf_when_it_begins(desk: Desk) -> None:
    desk.minutes(1)
    desk.clock.advance(timedelta(days=3))
    desk.lookout.begin()

    assert deaf_since(desk.bot.state, desk.clock.now()) is None


def test_a_restart_tells_nothing_twice_and_forgets_nothing(desk: Desk, tmp_path: Path) -> None:
    desk.minutes(1)
    desk.lose_the_mailbox()
    desk.minutes(25)
    now = desk.clock.now()
    again = opened(tmp_path)
    again.channel.inbox.rmdir()
    again.clock.set(now)
    again.minutes(30)
    assert again.mails() == []

    again.find_it_again()
    again.minutes(1)
    assert again.subjects == ["[Desk] the mailbox is read again"]
    again.bot.close()


def test_what_could_not_leave_is_tried_again(desk: Desk) -> None:
    desk.lose_the_mailbox()
    desk.channel.refuses = [ChannelDown("x"), SendRefused("451 later", permanent=False)]
    desk.minutes(30)

    assert len(desk.mails()) == 1


def test_what_is_refused_for_good_is_told_by_no_second_letter(desk: Desk) -> None:
    desk.lose_the_mailbox()
    desk.channel.refuses = [SendRefused("550 nobody", permanent=True)]
    desk.minutes(60)

    assert desk.mails() == []
    assert len(desk.bot.state.sent_letters.ids_in("failed")) == 1


def test_a_pause_of_four_working_hours_is_told_though_nothing_else_leaves(desk: Desk) -> None:
    (desk.channel.inbox / "1.eml").write_bytes(MAIL.encode())
    desk.bot.state.notes.pause(desk.clock.now())
    desk.minutes(4 * 60 - 1)
    assert desk.channel.sent == []

    desk.minutes(30)
    assert desk.subjects == ["[Desk] sending is paused since 03-03 10:00; `mailbot resume` ends it"]
    assert len(desk.channel.sent) == 1

    desk.bot.state.notes.resume(desk.clock.now())
    desk.minutes(2)
    assert "[Desk] sending is no longer paused" in desk.subjects[1:]
    assert desk.mails("zhou@partner.example")


def test_hours_nobody_works_are_not_counted(desk: Desk) -> None:
    desk.clock.set(datetime(2026, 3, 3, 9, 0, tzinfo=UTC))
    desk.lookout.begin()
    desk.bot.state.notes.pause(desk.clock.now())

    desk.minutes(10 * 60)

    assert desk.mails() == []


def test_without_anybody_to_notify_it_is_only_in_the_log(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    desk = opened(tmp_path, notify="")
    desk.lose_the_mailbox()
    desk.minutes(60)
    desk.bot.close()

    assert desk.channel.sent == []
    assert capsys.readouterr().out.count("desk.deaf") == 1


def test_a_chinese_desk_is_told_in_chinese(tmp_path: Path) -> None:
    desk = opened(tmp_path, lang="zh")
    desk.lose_the_mailbox()
    desk.minutes(21)
    desk.bot.close()

    ((subject, text),) = desk.mails()
    assert subject == "【服务台提醒】自3月3日 10:00起，无法读取服务邮箱"
    assert "跟进提醒和结案预告都不会发出" in text


def test_the_morning_list_says_that_sending_is_paused_and_leaves(desk: Desk) -> None:
    desk.bot.state.notes.pause(desk.clock.now())
    print_list(desk.bot.engine)
    desk.minutes(1)

    ((_, text),) = desk.mails()
    assert "sending is paused since 03-03 10:00; `mailbot resume` ends it" in text


def test_the_morning_list_names_the_cases_that_are_held(desk: Desk) -> None:
    (desk.channel.inbox / "1.eml").write_bytes(MAIL.encode())
    desk.minutes(1)
    (case,) = desk.bot.state.case_lists.open()
    Orders(desk.bot.engine).hold(case.id, "lin@support.example")
    print_list(desk.bot.engine)
    desk.minutes(1)

    (told,) = (text for subject, text in desk.mails() if "Morning list" in subject)
    assert f"nothing leaves by itself in {case.id}: held" in told
