"""The mailbox over IMAP and the way out over SMTP: the channel of a running bot.

Nothing is ever marked as read: folders are opened read-only, Drafts alone is written in, and how
far each was read is the store's to remember.
"""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, nullcontext, suppress
from datetime import UTC, datetime
from email.parser import BytesHeaderParser
from typing import Any

from mailbot.channels.failure import WORLD, as_channel_down, is_loopback
from mailbot.channels.imap.drafts import ImapDrafts
from mailbot.channels.imap.idle import Watch
from mailbot.channels.imap.login import ImapAccount, connect, special_folder
from mailbot.channels.imap.portions import portions
from mailbot.channels.login_backoff import BackOff
from mailbot.channels.smtp import SmtpSender
from mailbot.errors import ChannelDown, ConfigError
from mailbot.mail.mime.raw import LARGE, PIECE, Large, Raw
from mailbot.ports import Arrival, Envelope, Position, SendingBegins

_SIZES = 1000
_BODY = b"BODY[]<0>"
# of a large mail, just enough to see that it exists
_SIGN = 1

_Mails = dict[int, dict[bytes, Any]]


class ImapChannel:
    """One mailbox: read over one connection, watched over a second, answered through `sender`."""

    def __init__(
        self, account: ImapAccount, sender: SmtpSender, logins: BackOff | None = None
    ) -> None:
        if not account.tls and not account.plaintext and not is_loopback(account.host):
            raise ConfigError(
                f"imap.tls is off and {account.host} is another machine: its password could be "
                "read on the way. Set imap.tls = true, or imap.plaintext = true if it must be"
            )
        self._account = account
        self._sender = sender
        self._logins = logins
        self._client: Any = None
        self._special: dict[bytes, str] = {}
        self._drafts: ImapDrafts | None = None
        self._watch = Watch(self._connect, account.folders[0], account.server)

    def folders(self) -> Sequence[str]:
        """The folders to read, the Sent folder last."""
        return tuple(dict.fromkeys(filter(None, (*self._account.folders, self.sent_folder()))))

    def sent_folder(self) -> str:
        """The Sent folder as this server calls it, or ''."""
        return self._find(b"\\Sent", self._account.sent)

    def fetch(self, folder: str, after: Position | None) -> Iterator[Arrival]:
        """The mails after ``after``, oldest first; a few at a time, so that memory stays small."""
        with self._asking():
            validity, uids = self._news(folder, after)
        for some in portions(self._sizes(uids)):
            most = _SIGN if some.is_large else LARGE + 1
            with self._asking():
                mails = self._fetch(some.uids, most)
            for uid in some.uids:
                if uid in mails:
                    came = mails[uid][_BODY] or b""
                    raw = self._raw(uid, came, some.weight if some.is_large else len(came))
                    yield _arrival(Position(folder, validity, uid), raw, mails[uid])

    def send(self, envelope: Envelope, sending_begins: SendingBegins) -> None:
        self._sender.send(envelope, sending_begins)

    def check_way_out(self) -> None:
        """Log in to the mail server and leave again. Raises ChannelDown."""
        self._sender.check()

    def places(self) -> tuple[str, str]:
        return self._account.host, self._sender.place

    def wait(self, seconds: float) -> bool:
        """Wait for new mail (True) or until the time is up (False); `wake` ends it early."""
        return self._watch.wait(seconds)

    def wake(self) -> None:
        """End a `wait` within a second; may be called from a signal handler or another thread."""
        self._watch.wake()

    def drafts_folder(self) -> ImapDrafts | None:
        """The Drafts folder as this server calls it, None where there is or shall be none."""
        wanted = self._account.drafts
        folder = self._find(b"\\Drafts", wanted) if wanted else ""
        if self._drafts is None and folder:
            self._drafts = ImapDrafts(folder, self._using)
        return self._drafts

    def keep_sent(self, raw: bytes, at: datetime) -> None:
        """Put a copy into the Sent folder, unless the server has put one there itself."""
        folder = self.sent_folder()
        if folder and not self._holds(folder, raw):
            self._append(folder, raw, (b"\\Seen",), at)

    def newest_heads(self, folder: str, most: int) -> list[bytes]:
        """The headers of the newest mails of a folder, newest first; nothing is marked."""
        with self._asking():
            client = self._alive()
            client.select_folder(folder, readonly=True)
            uids = sorted(client.search(["ALL"]))[-most:]
            found = client.fetch(uids, ["BODY.PEEK[HEADER]"]) if uids else {}
            heads = (found[uid].get(b"BODY[HEADER]") for uid in reversed(uids) if uid in found)
            return [head for head in heads if head]

    def close(self) -> None:
        self._watch.close()
        self._drop()

    def _news(self, folder: str, after: Position | None) -> tuple[int, list[int]]:
        """UIDVALIDITY and the UIDs to read; from the beginning where UIDVALIDITY has changed."""
        client = self._alive()
        validity = int(client.select_folder(folder, readonly=True)[b"UIDVALIDITY"])
        known = after is not None and after.uidvalidity == validity
        last = after.uid if after is not None and known else 0
        criteria: list[Any] = ["UID", f"{last + 1}:*"]
        if not known and self._account.since is not None:
            criteria = ["SINCE", self._account.since]
        # n:* always names the last mail, even one below n (RFC 3501, 6.4.8)
        return validity, sorted(uid for uid in client.search(criteria) if uid > last)

    def _raw(self, uid: int, came: bytes, size: int) -> Raw:
        """The raw mail, or, if it is large, a way to fetch it in pieces."""
        return came if size <= LARGE else Large(size, lambda: self._pieces(uid, size))

    def _pieces(self, uid: int, size: int) -> Iterator[bytes]:
        """Fetch a mail in pieces until none is left: the size the server gives may be wrong."""
        offset = 0
        while True:
            with self._asking():
                piece = _piece(self._live(), uid, offset)
                if not piece and offset < size:
                    # it was expunged meanwhile, or is shorter than the server said
                    self._live().noop()
                    piece = _piece(self._live(), uid, offset)
                if not piece and not offset:
                    raise ConnectionResetError("nothing came of a mail that lies there")
            if piece:
                yield piece
            offset += len(piece)
            if len(piece) < PIECE:
                return

    def _sizes(self, uids: Sequence[int]) -> Iterator[tuple[int, int]]:
        for start in range(0, len(uids), _SIZES):
            some = uids[start : start + _SIZES]
            with self._asking():
                sizes = self._live().fetch(some, ["RFC822.SIZE"])
            # missing if the mail was expunged meanwhile
            yield from ((uid, sizes[uid].get(b"RFC822.SIZE", 0)) for uid in some if uid in sizes)

    def _fetch(self, uids: Sequence[int], most: int) -> _Mails:
        """Fetch these mails without those expunged meanwhile, which may come back empty."""
        mails = _bodies(self._live(), uids, most)
        hollow = [uid for uid, mail in mails.items() if not mail[_BODY]]
        if hollow:
            self._live().noop()
            again = _bodies(self._live(), hollow, most)
            mails = {uid: mail for uid, mail in mails.items() if uid not in hollow} | again
        return mails

    def _holds(self, folder: str, raw: bytes) -> bool:
        message_id = BytesHeaderParser().parsebytes(raw[:65536]).get("Message-ID", "")
        with self._asking():
            client = self._alive()
            client.select_folder(folder, readonly=True)
            return bool(message_id and client.search(["HEADER", "Message-ID", message_id.strip()]))

    def _append(self, folder: str, raw: bytes, flags: tuple[bytes, ...], at: datetime) -> None:
        with self._asking():
            self._alive().append(folder, raw, flags, at)

    def _find(self, flag: bytes, name: str) -> str:
        """The folder with this special use, else the one of this name, else ''."""
        if flag not in self._special:
            with self._asking():
                self._special[flag] = special_folder(self._alive(), flag, name)
        return self._special[flag]

    @contextmanager
    def _asking(self) -> Iterator[None]:
        """Run commands; a connection that failed is never used again."""
        try:
            with as_channel_down(self._account.server):
                yield
        except ChannelDown:
            self._drop()
            raise

    @contextmanager
    def _using(self) -> Iterator[Any]:
        with self._asking():
            yield self._alive()

    def _alive(self) -> Any:
        """A connection that works: servers drop idle ones."""
        if self._client is not None:
            try:
                self._client.noop()
            except WORLD:
                self._drop()
        if self._client is None:
            self._client = self._connect()
        return self._client

    def _live(self) -> Any:
        """The connection while a folder is being read; a new one would have no folder open."""
        if self._client is None:
            raise ConnectionResetError("the connection was closed while a folder was read")
        return self._client

    def _connect(self) -> Any:
        with self._logins.knock() if self._logins is not None else nullcontext():
            return connect(self._account)

    def _drop(self) -> None:
        client, self._client = self._client, None
        if client is not None:
            with suppress(*WORLD):
                client.logout()
            with suppress(*WORLD):
                client.shutdown()


def _bodies(client: Any, uids: Sequence[int], most: int) -> _Mails:
    wanted = [f"BODY.PEEK[]<0.{most}>", "INTERNALDATE"]
    found: _Mails = client.fetch(uids, wanted)
    # servers send flags unasked (RFC 3501, 7.4.2): only an answer with all fields is a mail
    return {uid: mail for uid, mail in found.items() if b"INTERNALDATE" in mail and _BODY in mail}


def _piece(client: Any, uid: int, offset: int) -> bytes:
    found = client.fetch([uid], [f"BODY.PEEK[]<{offset}.{PIECE}>"])
    if uid not in found:
        raise ConnectionResetError("a mail was expunged while it was read")
    return found[uid].get(b"BODY[]<%d>" % offset) or b""


def _arrival(position: Position, raw: Raw, mail: Mapping[bytes, Any]) -> Arrival:
    name = f"{position.folder}/{position.uid}"
    return Arrival(position, raw, mail[b"INTERNALDATE"].astimezone(UTC), name)
