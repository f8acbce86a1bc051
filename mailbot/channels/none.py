"""No mailbox at all: an order is only recorded, and the running bot sends."""

from collections.abc import Iterator, Sequence
from datetime import datetime

from mailbot.errors import ChannelDown
from mailbot.ports import Arrival, Envelope, Position, SendingBegins


class NoChannel:
    """Reads nothing and sends nothing."""

    def folders(self) -> Sequence[str]:
        return ()

    def sent_folder(self) -> str:
        return ""

    def fetch(self, folder: str, after: Position | None) -> Iterator[Arrival]:
        del after
        raise ChannelDown(f"{folder}: no mailbox is connected here")

    def send(self, envelope: Envelope, sending_begins: SendingBegins) -> None:
        del sending_begins
        raise ChannelDown(f"{envelope.message_id}: no mailbox is connected here")

    def newest_heads(self, folder: str, most: int) -> Sequence[bytes]:
        del most
        raise ChannelDown(f"{folder}: no mailbox is connected here")

    def check_way_out(self) -> None:
        raise ChannelDown("no mailbox is connected here")

    def places(self) -> tuple[str, str]:
        return "nowhere", "nowhere"

    def wait(self, seconds: float) -> bool:
        del seconds
        return False

    def wake(self) -> None:
        """Nobody waits."""

    def drafts_folder(self) -> None:
        """There is no Drafts folder."""

    def keep_sent(self, raw: bytes, at: datetime) -> None:
        """There is no Sent folder."""

    def close(self) -> None:
        """Nothing is open."""
