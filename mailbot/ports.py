"""The ports: what the bot asks of a channel, a store, a letter writer, a server."""

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from mailbot.desk.case.case import Case
from mailbot.desk.case.draft import Draft
from mailbot.desk.case.transfer import Account
from mailbot.drafts_port import DraftsFolder
from mailbot.mail.message import Message
from mailbot.mail.mime.raw import Raw
from mailbot.mail.mime.skeleton import Gist


@dataclass(frozen=True, slots=True)
class Position:
    """How far a folder was read: never by ``\\Seen`` (RFC 3501, 2.3.1.1)."""

    folder: str
    uidvalidity: int
    uid: int


@dataclass(frozen=True, slots=True)
class Arrival:
    """A mail as the channel gave it: ``name`` is what a person would call it."""

    position: Position
    raw: Raw
    at: datetime | None
    name: str = ""


@dataclass(frozen=True, slots=True)
class Envelope:
    """A composed mail: these very bytes to these very people."""

    message_id: str
    sender: str
    recipients: tuple[str, ...]
    raw: bytes


class Channel(Protocol):
    """A mailbox that is read and a way out."""

    def folders(self) -> Sequence[str]:
        """The folders to read, the Sent folder among them."""

    def sent_folder(self) -> str:
        """The folder of what was sent from this mailbox, or ''."""

    def fetch(self, folder: str, after: Position | None) -> Iterator[Arrival]:
        """What came after ``after``, oldest first. Raises ChannelDown."""

    def send(self, envelope: Envelope, sending_begins: "SendingBegins") -> None:
        """Hand it over. Calls ``sending_begins()`` when from now on it may have left.

        Raises SendRefused (it did not leave), SendInDoubt (it may have), ChannelDown
        (it did not, and nobody was reached).
        """

    def newest_heads(self, folder: str, most: int) -> Sequence[bytes]:
        """The header blocks of a folder's newest mails. Raises ChannelDown."""

    def check_way_out(self) -> None:
        """Connect as for a letter, and send none. Raises ChannelDown."""

    def places(self) -> tuple[str, str]:
        """Where mail comes from and where it goes, as people call it: two host names."""

    def wait(self, seconds: float) -> bool:
        """Until something comes (True) or the time is up (False)."""

    def wake(self) -> None:
        """End a `wait` early; may be called from another thread."""

    def drafts_folder(self) -> DraftsFolder | None:
        """Where people write, None where there is none. Raises ChannelDown."""

    def keep_sent(self, raw: bytes, at: datetime) -> None:
        """Lay a copy into the Sent folder, where there is one."""

    def close(self) -> None: ...


class Sandbox(Protocol):
    """Parses suspicious mails in isolation: a hostile one can't harm the bot."""

    def begin(self) -> None:
        """Start it, without waiting until it is ready."""

    def parse(self, gist: Gist, authserv_id: str) -> Message:
        """The mail, read within limits of time and memory. Raises UnreadableMail."""


class SendingBegins(Protocol):
    def __call__(self) -> None:
        """Called by a channel at the moment from which a letter may have left."""


@dataclass(frozen=True, slots=True)
class Written:
    """A letter written out: sealed text, never a secret; ``answers``: the words it answers."""

    subject: str
    text: str
    answers: str = ""

    @property
    def digest(self) -> str:
        """The SHA-256 by which a yes names the text it was given for."""
        return hashlib.sha256(f"{self.subject}\n{self.text}".encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class Prepared:
    """A prepared answer, written out: its topic, how that is called and asked about."""

    topic: str
    called: str
    questions: tuple[str, ...]
    text: str


class Letters(Protocol):
    """Writes letters from templates."""

    def write(self, draft: Draft, case: Case, waiting: Mapping[str, Written]) -> Written:
        """The letter of ``draft``; ``waiting`` are the texts of the drafts it speaks of.

        Raises TemplateError, naming the template, the line and the mend.
        """

    def frame(self, draft: Draft, case: Case) -> tuple[str, str]:
        """What stands above and below the words of ``draft``: salutation, and the rest."""

    def prepared(self, draft: Draft, case: Case) -> Sequence[Prepared]:
        """The prepared answers in the language of ``draft``. Raises TemplateError."""


class Accounts(Protocol):
    def open(self, case_id: str, person: str, at: datetime) -> Account:
        """A login for this person in this case; an existing one gets a new password.

        The old password counts beside the new one, until one of the two is taken.
        """

    def open_read_only(self, case_id: str, person: str, at: datetime) -> Account:
        """The same for one who fetches the files of the case and changes nothing."""

    def take_new(self, users: Sequence[str]) -> None:
        """The new passwords have left: the old ones count no more."""

    def keep_old(self, users: Sequence[str]) -> None:
        """The new passwords will not leave: the old ones go on."""

    def shut(self, users: Sequence[str], at: datetime) -> None: ...


class Clock(Protocol):
    def now(self) -> datetime:
        """What time it is, aware, in UTC."""


class Seals(Protocol):
    """A seal stands in the place of a secret everywhere but in the bytes that leave."""

    def seal(self, secret: str) -> str:
        """The seal of this secret, always the same one: ``[sealed:3fa9c1d2]``."""

    def unseal(self, text: str) -> str:
        """``text`` with every seal replaced by its secret."""
