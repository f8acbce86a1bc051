"""The Drafts folder over IMAP."""

import re
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from mailbot.drafts_port import LaidDraft

_MOST = 500
_BODY = b"BODY[]"
_HEADS = "BODY.PEEK[HEADER.FIELDS (MESSAGE-ID REFERENCES IN-REPLY-TO)]"
# RFC 4315, 3
_PLACED = re.compile(rb"APPENDUID (\d+) (\d+)")
_ID = re.compile(rb"<([^<>\s]{1,300})>")


@dataclass(slots=True)
class ImapDrafts:
    """The folder of this name; ``using`` gives a connection on which a command may fail."""

    folder: str
    using: Callable[[], AbstractContextManager[Any]]
    _looked: tuple[tuple[int, int, int], Sequence[LaidDraft]] | None = field(default=None)

    def laid(self) -> Sequence[LaidDraft]:
        """What lies there; asked for again only where something came or went."""
        with self.using() as client:
            mark = self._opened(client)
            if self._looked is None or self._looked[0] != mark:
                self._looked = mark, _laid(client, mark[0])
            return self._looked[1]

    def read(self, key: str) -> bytes:
        with self.using() as client:
            uid = self._uid(client, key)
            found = client.fetch([uid], ["BODY.PEEK[]"]) if uid else {}
            return found.get(uid, {}).get(_BODY) or b""

    def lay(self, raw: bytes, at: datetime) -> str:
        self._looked = None
        with self.using() as client:
            told = client.append(self.folder, raw, (b"\\Draft", b"\\Seen"), at)
        placed = _PLACED.search(told or b"")
        return f"{int(placed[1])}/{int(placed[2])}" if placed else ""

    def take(self, key: str) -> None:
        with self.using() as client:
            uid = self._uid(client, key)
            if not uid:
                return
            client.add_flags([uid], [b"\\Deleted"])
            # without UIDPLUS an EXPUNGE would take what others have marked too (RFC 4315)
            if client.has_capability("UIDPLUS"):
                client.expunge([uid])
        self._looked = None

    def _opened(self, client: Any) -> tuple[int, int, int]:
        """UIDVALIDITY, the next UID, and how many mails there are."""
        found = client.select_folder(self.folder)
        return int(found[b"UIDVALIDITY"]), int(found.get(b"UIDNEXT", 0)), int(found[b"EXISTS"])

    def _uid(self, client: Any, key: str) -> int:
        """The UID of a key; 0 where the folder counts anew since."""
        validity, _, uid = key.partition("/")
        return int(uid) if int(validity) == self._opened(client)[0] else 0


def _laid(client: Any, validity: int) -> Sequence[LaidDraft]:
    uids = sorted(client.search(["UNDELETED"]))[-_MOST:]
    found = client.fetch(uids, [_HEADS]) if uids else {}
    heads = {uid: _head(found[uid]) for uid in uids if uid in found}
    return [
        LaidDraft(f"{validity}/{uid}", tuple(one.decode("ascii", "replace") for one in ids))
        for uid, head in heads.items()
        if (ids := _ID.findall(head))
    ]


def _head(fields: Any) -> bytes:
    return next((value for name, value in fields.items() if b"HEADER" in name), b"") or b""
