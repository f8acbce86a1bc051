"""A desk of many years: cases, mails, letters and journals, written straight into its state."""

import random
from collections.abc import Iterator
from contextlib import nullcontext
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from unittest.mock import patch

from mailbot.because import Because
from mailbot.bot.wiring.build import Bot
from mailbot.desk.case.case import Case
from mailbot.desk.case.clocks import Clocks
from mailbot.desk.case.draft import Audience, Draft, DraftState, Send
from mailbot.desk.case.filed_by import FiledBy
from mailbot.desk.case.holds import Need
from mailbot.desk.case.kept_mail import KeptMail
from mailbot.desk.case.life import Status
from mailbot.desk.case.matter import Matter
from mailbot.desk.case.parties import Contact, Parties
from mailbot.desk.case.talk import Talk
from mailbot.desk.decisions import due
from mailbot.desk.people.role import Role
from mailbot.mail.message import Address, Attachment, Kind, Trust
from mailbot.mail.parts import Part, Piece
from mailbot.ports import Arrival, Position, Written
from mailbot.reasons import Reason
from mailbot.repositories.cases import JournalEntry
from mailbot.repositories.outbox import OutboxRow
from mailbot.understanding.understood import Found, Understanding
from tests.bench.copied_cases import copy_cases
from tests.bench.mailbox import DESK, ENGINEERS
from tests.store.connection import connection

NOW = datetime(2026, 3, 2, 2, 0, tzinfo=UTC)
MOST_MAILS = 20
# what the searches look for: words of a third of all mails, and of one in ten thousand
COMMON, RARE, WORD = "日志", "飞线", "firmware"
_EVERY_RARE = 10_000
# three in a hundred
_OPEN_EVERY = 33
_AT_ONCE = 500
_WRITTEN = 5_000
_WHERE = ("机房", "分公司", "数据中心", "测试环境", "生产环境", "仓库", "门店", "总部")
_WHAT_ZH = ("服务器", "存储", "交换机", "数据库", "备份", "虚拟机", "防火墙", "邮件网关")
_HOW_ZH = ("蓝屏", "反复重启", "无法登录", "速度很慢", "报错", "磁盘告警", "固件升级", "断网")
_WHAT_EN = ("server", "storage array", "switch", "database", "backup", "firewall", "gateway")
_HOW_EN = ("crashes", "reboots twice a day", "is slow", "loses packets", "rejects logins", "fails")
_ZH = (
    "昨天夜里又重启了两次，系统日志里有报错，请协助分析。", "资料已经上传，请查收。",
    "日志已经准备好，请告知上传的账号和地址。", "已经按照步骤操作，第二步失败，提示没有权限。",
    "请问这个补丁是否需要重启业务？存储控制器的固件要不要一起升级？", "收到，谢谢！",
    "设备型号 R740，系统版本 Windows Server 2019，机房温度正常，近期没有变更。",
    "请收集并上传最新的系统日志和软件列表截图，谢谢。", "最近比较忙，下周再收集，不好意思。",
    "业务高峰在每天上午，维护窗口是周六凌晨，请安排在那个时间。",
)  # fmt: skip
_EN = (
    "Two disks failed last night. Please help us with the next step.", "Got it, thanks.",
    "The log bundle is ready. Where can we upload it?", "Nothing changed in the rack lately.",
    "Is it safe to update the firmware during office hours? And do we need a reboot?",
    "We ran the command as you asked, it still fails with error 0x80070005.",
    "We are busy with a migration and will collect the data next week.",
    "For reference: model R740, Windows Server 2019, driver 4.2, firmware 7.10.",
)  # fmt: skip
_OPEN = tuple(status for status in Status if status is not Status.CLOSED)
_ENTRIES = ("CustomerWrote", "EngineerWrote", "LetterLeft", "Closed")


class ManyCases:
    """Writes them, oldest first."""

    def __init__(self, bot: Bot, cases: int) -> None:
        self._bot, self._cases = bot, cases
        self._chance = random.Random(5)  # noqa: S311 - the same desk every time
        self._mails = 0

    def write(self) -> Iterator[int]:
        """Some thousands one by one, the rest as copies of them; yields how many it wrote."""
        db = connection(self._bot.state)
        # what a crash would lose here is written anew
        db.write("PRAGMA synchronous = OFF")
        own = min(self._cases, _WRITTEN)
        for first in range(0, own, _AT_ONCE):
            numbers = range(first, min(first + _AT_ONCE, own))
            with self._bot.state.transaction(), patch.object(db, "transaction", nullcontext):
                # a savepoint a mail would have the search's index written out each time
                for number in numbers:
                    self._one(number)
            yield len(numbers)
        for times in range(1, self._cases // own):
            copy_cases(self._bot.state, own, self._mails, times)
            yield own
        self._bot.state.care()
        db.write("PRAGMA synchronous = FULL")

    def _one(self, number: int) -> None:
        state, rules, chance = self._bot.state, self._bot.rules, self._chance
        opened = NOW - timedelta(minutes=5 * (self._cases - number))
        case = self._case(state.cases.next_id("C-"), number, opened)
        if number % _OPEN_EVERY == 0:
            case = self._opened(case, number // _OPEN_EVERY)
        leaves = due.leaves_by_itself(case, rules)
        at = leaves.at if leaves is not None else None
        alarm = due.alarm(case, rules) if case.status is not Status.CLOSED else None
        entries = (
            JournalEntry(opened + timedelta(hours=n), what, (Reason("history"),))
            for n, what in enumerate(_ENTRIES)
        )
        state.cases.record(case, alarm, at, *entries)
        # ten a case, and every hundredth has as many as a page was ever seen to show
        mails = MOST_MAILS if number % 100 == 99 else chance.randint(5, 15)
        self._conversation(case, mails)
        self._letter(case)

    def _case(self, case_id: str, number: int, opened: datetime) -> Case:
        chance = self._chance
        zh = chance.random() < 0.6
        place = f"{chance.choice(_WHERE)}{number % 997}"
        title = (
            f"{place}{chance.choice(_WHAT_ZH)}{chance.choice(_HOW_ZH)}" if zh
            else f"{chance.choice(_WHAT_EN)} {number % 997} {chance.choice(_HOW_EN)}"
        )  # fmt: skip
        customer = Contact(
            f"user{number % 5000}@customer{number % 400}.example", f"User {number % 5000}",
            lang="zh" if zh else "en", joined_by=FiledBy.NEW,
        )  # fmt: skip
        ended = opened + timedelta(days=3)
        engineer = chance.choice((*ENGINEERS, ""))
        described = Matter(description=chance.choice(_ZH if zh else _EN))
        last = f"old.{number}@mail.example"
        return Case(
            case_id, title, opened, Status.CLOSED, ended, letters=1, matter=described,
            parties=Parties(
                contacts=(customer,), participants=(customer.email,), engineer=engineer,
                counterpart=customer.email,
            ),
            talk=Talk(last_contact=opened, last_heard=opened, last_message=last),
            clocks=Clocks(closed_at=ended),
        )  # fmt: skip

    def _opened(self, case: Case, number: int) -> Case:
        """It waits: for a yes, for a person, or for somebody's next step."""
        since = case.opened + timedelta(minutes=number % 60)
        talk = replace(case.talk, last_contact=NOW - timedelta(days=number % 7))
        status = _OPEN[number % len(_OPEN)]
        case = replace(case, status=status, since=since, clocks=Clocks(), talk=talk)
        if number % 3 == 0:
            draft = _draft(case)
            text = f"您好！\n\n您反馈的问题已经受理。\n\n案例编号：{case.id}\n"
            self._bot.state.draft_texts.keep(draft.id, case.id, Written(f"Re: {case.title}", text))
            return replace(case, drafts=(draft,))
        if number % 7 == 0:
            what = Because.PROMISED_FOR(day="2026-03-20", said="3月20日才能给您。")
            return replace(case, holds=replace(case.holds, needs=(Need(what, since),)))
        return case

    def _conversation(self, case: Case, mails: int) -> None:
        """The raw mails are a few bytes each: no page reads one that is kept as it was read."""
        state = self._bot.state
        arrivals = []
        for turn, uid in enumerate(range(self._mails + 1, self._mails + mails + 1)):
            at, raw = case.opened + timedelta(hours=turn), b"mail %d" % uid
            arrivals.append(Arrival(Position("bench", 1, uid), raw, at, f"bench/{uid}"))
        state.mails.keep(arrivals)
        for turn, one in enumerate(arrivals):
            uid = one.position.uid
            state.verdicts.settle(
                uid, "handled", case.id, ("references",), f"old.{uid}@mail.example"
            )
            state.conversations.keep(uid, self._kept(case, turn))
        self._mails += mails

    def _kept(self, case: Case, turn: int) -> KeptMail:
        at = case.opened + timedelta(hours=turn)
        chance, customer = self._chance, case.parties.contacts[0]
        pool = _ZH if customer.lang == "zh" else _EN
        said = chance.choices(pool, k=3)
        if chance.randrange(_EVERY_RARE) == 0:
            said.append("背板上有一根飞线，是出厂时就有的吗？")
        theirs = turn % 2 == 0
        sender = Address(
            customer.email if theirs else ENGINEERS[0], customer.name if theirs else ""
        )
        text = "\n".join((*said, f"SN-{chance.randrange(1 << 24):06x}"))
        files = (Attachment(f"log-{turn}.zip", "application/zip", 20_000),) if turn == 0 else ()
        return KeptMail(
            at, sender, (Address(DESK),), (), case.title,
            Role.CUSTOMER if theirs else Role.STAFF, Trust.PASS, Kind.HUMAN,
            (Piece(Part.NEW, text), Piece(Part.QUOTED, "\n".join(f"> {one}" for one in pool))),
            files, Understanding(intents=(Found("problem_report", 0.99, said[0]),)),
            by=FiledBy.REFERENCES,
        )  # fmt: skip

    def _letter(self, case: Case) -> None:
        """One that left long ago."""
        state, name = self._bot.state, f"{case.id}/9"
        row = OutboxRow(
            name, case.id, f"sent.{case.id}@support.example", "Support", case.parties.customers, (),
            f"Re: {case.title}", "您好！\n\n您反馈的问题已经受理。\n", "", (), case.opened, "",
            ("case_opened",),
        )  # fmt: skip
        state.outbox.queue(row)
        state.outbox.mark(name, "sent")


def _draft(case: Case) -> Draft:
    return Draft(
        f"{case.id}/2", ("case_opened",), Audience.CUSTOMER, case.parties.customers, (),
        case.parties.contacts[0].lang, case.talk.last_contact or case.opened,
        case.talk.last_message, Send.APPROVE, DraftState.WAITING,
        withheld=(Reason("the desk is asked to look first"),),
    )  # fmt: skip
