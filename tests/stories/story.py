"""A desk to tell stories on: people write, days pass, and what the bot did can be asked.

Real parts throughout: mail is composed to bytes and parsed again, the state is SQLite in memory,
the letters are the shipped ones; only the clock is moved by hand.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from email.message import EmailMessage
from email.utils import format_datetime

from mailbot.bot.happenings import Happening, LetterMoved, Received
from mailbot.bot.orders import Orders
from mailbot.bot.replay.replay import Approve, PastMail, Replay
from mailbot.bot.wiring.assembly import assemble, world_in_memory
from mailbot.bot.wiring.recogniser import read_recogniser
from mailbot.chat_port import Chat, NoChat
from mailbot.clock import SettableClock
from mailbot.config import Config, parse_config, unbundled
from mailbot.desk.case.case import Case
from mailbot.desk.case.draft import Audience
from mailbot.desk.case.events import FileArrived
from mailbot.desk.case.upload import Upload, UploadState
from mailbot.mail.message import Address, Kind, Message, Trust
from mailbot.mail.parse import parse
from mailbot.ports import Arrival, Envelope, Position
from tests.reply_programs import PROGRAMS, Answered, Body

CONFIG = """
[desk]
address = "support@support.example"
staff = ["support.example"]
engineers = ["lin@support.example"]
second_line = ["escalation.example"]
authserv_id = "mx.support.example"
notify = ["lead@support.example"]
hotline = "400-000-0055"
"""

CUSTOMER = "zhou@partner.example"
ENGINEER = "lin@support.example"
COLLEAGUE = "xu@support.example"
SECOND_LINE = "li@escalation.example"
ADMIN = "sftp@support.example"
DESK = "support@support.example"
MONDAY = datetime.fromisoformat("2026-03-02T10:00:00+08:00")


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter as a story speaks of it."""

    name: str
    mode: str
    to: tuple[str, ...]
    at: datetime
    text: str
    subject: str
    withheld: tuple[str, ...]
    audience: Audience
    draft: str


def parse_sent(envelope: Envelope) -> Message:
    return parse(envelope.raw)


def is_order_answer(message: Message) -> bool:
    return message.message_id.startswith("mailbot.answer-")


NOBODY = Message("", Address(""), (), (), "", Kind.HUMAN, Trust.NONE)


@dataclass
class Story:
    """One desk, from a Monday at ten."""

    start: datetime = MONDAY
    sees_server: bool = True
    approve: Approve = Approve.NONE
    config: str = CONFIG
    bundled: bool = False
    chat: Chat = field(default_factory=NoChat)
    mails: int = 0
    ids: list[str] = field(default_factory=list)
    happened: list[Happening] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.clock = SettableClock(self.start)
        self.arrivals: list[Arrival] = []
        self.channel = PastMail(self.arrivals, self.clock)
        self.step: list[Happening] = []
        world = world_in_memory(
            self.settings, self.channel, self.clock, self.step.append, sees_server=self.sees_server
        )
        reads = read_recogniser(self.settings)
        self.engine = assemble(self.settings, replace(world, recogniser=reads, chat=self.chat))
        self.replay = Replay(self.engine, self.channel, self.clock, self.step, [], self.approve)
        self.order = Orders(self.engine)

    @property
    def settings(self) -> Config:
        config = parse_config(self.config)
        return config if self.bundled else unbundled(config)

    # what people do

    def customer_writes(self, text: str, **how: str) -> None:
        self._writes(how.pop("sender", CUSTOMER), how.pop("to", DESK), text, **how)

    def engineer_writes(self, text: str, **how: str) -> None:
        how.setdefault("cc", DESK)
        self._writes(how.pop("sender", ENGINEER), how.pop("to", CUSTOMER), text, **how)

    def colleague_writes(self, text: str, **how: str) -> None:
        how.setdefault("cc", DESK)
        self._writes(COLLEAGUE, how.pop("to", CUSTOMER), text, **how)

    def second_line_writes(self, text: str, **how: str) -> None:
        how.setdefault("cc", DESK)
        self._writes(SECOND_LINE, how.pop("to", ENGINEER), text, **how)

    def engineer_answers(self, text: str, notice: Message | None = None, **how: str) -> Message:
        """An engineer answers what the desk sent last to one of ours; what they hear of it."""
        notice = notice or self.notice
        program = PROGRAMS[how.pop("program", "thunderbird")]
        answered = Answered(DESK, ENGINEER, notice.subject, notice.text)
        body = program(text, answered) if text else Body("")
        how.setdefault("subject", f"Re: {notice.subject}")
        how.setdefault("answers", notice.message_id)
        before = len(self.channel.sent)
        self._writes(
            how.pop("sender", ENGINEER), how.pop("to", DESK), body.text, html=body.html, **how
        )
        heard = [one for one in map(parse_sent, self.channel.sent[before:]) if is_order_answer(one)]
        return heard[-1] if heard else NOBODY

    def admin_writes(self, text: str, **how: str) -> None:
        """The administrator answers the newest mail that left to them."""
        asked = [one for one in self.channel.sent if ADMIN in one.recipients]
        how.setdefault("answers", asked[-1].message_id.strip("<>") if asked else "")
        self._writes(ADMIN, how.pop("to", DESK), text, **how)

    def machine_writes(self, text: str, **how: str) -> None:
        self._writes(how.pop("sender", CUSTOMER), DESK, text, auto_submitted="auto-replied", **how)

    def file_arrives(self, name: str, size: int = 1_000, state: str = "whole") -> None:
        """A file ends (or begins) on the server, in the one case there is."""
        case = self.case
        user = case.transfer.accounts[0].user if case.transfer.accounts else ""
        upload = Upload(name, size, self.now, UploadState(state), user)
        self.engine.handle(case.id, FileArrived(upload))
        self.run()

    # time

    @property
    def now(self) -> datetime:
        return self.clock.now()

    def days_pass(self, days: float) -> None:
        self.until(self.now + timedelta(days=days))

    def hours_pass(self, hours: float) -> None:
        self.days_pass(hours / 24)

    def until(self, moment: datetime | str) -> None:
        if isinstance(moment, str):
            moment = datetime.fromisoformat(f"{moment}+08:00")
        self.happened += self.replay.play(moment)
        self.clock.set(moment)

    def run(self) -> None:
        """One round of the bot, now."""
        self.happened += self.replay.round()

    # what the bot did

    @property
    def letters(self) -> list[Letter]:
        """Every letter to a customer or the second line, in order."""
        return [one for one in self._letters() if one.audience is not Audience.STAFF]

    @property
    def to_staff(self) -> list[Letter]:
        return [one for one in self._letters() if one.audience is Audience.STAFF]

    @property
    def sent(self) -> list[str]:
        """The names of the letters that left to the customer."""
        return [
            one.name
            for one in self.letters
            if one.mode == "sent" and one.audience is Audience.CUSTOMER
        ]

    def letter(self, name: str) -> Letter:
        """The last line told of that letter."""
        return next(one for one in reversed(self.letters) if name in one.name.split("+"))

    @property
    def last(self) -> Letter:
        return self.letters[-1]

    def mail_of(self, letter: Letter) -> Message:
        """The mail as which that letter left."""
        case, _, n = letter.draft.rpartition("/")
        return next(
            parse(one.raw) for one in self.channel.sent if f".{case}.{n}." in one.message_id
        )

    @property
    def last_mail(self) -> Message:
        """The last mail that anybody wrote: what an engineer answers who gives an order."""
        return parse(self.arrivals[-1].raw) if isinstance(self.arrivals[-1].raw, bytes) else NOBODY

    @property
    def notice(self) -> Message:
        """The last mail that asked one of ours for a yes."""
        sent = map(parse_sent, reversed(self.channel.sent))
        return next(one for one in sent if "【待确认】" in one.subject or "Your yes" in one.subject)

    @property
    def cases(self) -> list[Case]:
        return list(self.engine.state.case_lists.all())

    @property
    def case(self) -> Case:
        (one,) = self.cases
        return one

    @property
    def status(self) -> str:
        return self.case.status.value

    @property
    def received(self) -> list[Received]:
        return [one for one in self.happened if isinstance(one, Received)]

    def _letters(self) -> Iterator[Letter]:
        for one in self.happened:
            if isinstance(one, LetterMoved):
                draft = one.draft
                yield Letter(
                    "+".join(draft.letters), one.mode, draft.to, one.at, one.written.text,
                    one.written.subject, tuple(map(str, one.because)), draft.audience, draft.id,
                )  # fmt: skip

    def _writes(self, sender: str, to: str, text: str, **how: str) -> None:
        self.mails += 1
        raw = self._mail(sender, to, text, how)
        self.arrivals.append(
            Arrival(Position("past", 1, self.mails), raw, self.now, f"{self.mails:02}.eml")
        )
        self.run()

    def _thread(self, message_id: str) -> tuple[str, ...]:
        """What a letter of ours refers to, as programs take it over into an answer."""
        sent = (parse_sent(one) for one in self.channel.sent if one.message_id == message_id)
        return next((one.references for one in sent if is_order_answer(one)), ())

    def _mail(self, sender: str, to: str, text: str, how: dict[str, str]) -> bytes:
        message = EmailMessage()
        domain = sender.rpartition("@")[2]
        stamp = how.get("stamp", f"dmarc=pass header.from={domain}")
        message["Authentication-Results"] = f"mx.support.example; {stamp}"
        message["From"] = f"{how['name']} <{sender}>" if "name" in how else sender
        message["To"] = to
        if how.get("cc"):
            message["Cc"] = how["cc"]
        message["Subject"] = how.get("subject", "服务器蓝屏")
        message["Date"] = format_datetime(self.now)
        message["Message-ID"] = f"<{how.get('id', f'm{self.mails}@{domain}')}>"
        parent = how.get("answers", self.ids[-1] if self.ids else "")
        if parent and how.get("threaded", "yes") == "yes":
            message["In-Reply-To"] = f"<{parent}>"
            thread = " ".join(f"<{one}>" for one in (*self._thread(parent), parent))
            message["References"] = how.get("references", thread)
        if "auto_submitted" in how:
            message["Auto-Submitted"] = how["auto_submitted"]
        if "reply_to" in how:
            message["Reply-To"] = how["reply_to"]
        message.set_content(text)
        if how.get("html"):
            message.add_alternative(how["html"], subtype="html")
        if "file" in how:
            message.add_attachment(
                b"x" * 2048, maintype="application", subtype="octet-stream", filename=how["file"]
            )
        self.ids.append(message["Message-ID"].strip("<>"))
        return message.as_bytes()
