"""The desk's own state: pauses, when it last read its mailbox, what it reported."""

from datetime import datetime
from typing import NamedTuple

from mailbot.store.moments import moment, written
from mailbot.store.outbox import claimed_row
from mailbot.store.room import Room
from mailbot.store.rows import OutboxRow

# prefixes of the ids of letters among ourselves: they leave although sending is paused
ALERT = "alert-"
SHEET = "sheet-"
ANSWER = "answer-"
BACK = "back-"
WEEK = "week-"
# the note of when letters of another bot were last seen in our mailbox
TWIN = "another bot"


class FolderRead(NamedTuple):
    """When a folder was last read to its end."""

    name: str
    at: datetime | None


class Notes(Room):
    """Named notes, one row each."""

    def pause(self, at: datetime | None = None) -> None:
        """Pause sending until `resume`; pausing again keeps the first beginning."""
        if not self.is_paused():
            self.note_moment("paused since", at)
        self._note("paused", "yes")

    def resume(self, at: datetime | None = None) -> None:
        self._note("paused", "no")
        if at is not None:
            self.note_moment("resumed", at)

    def is_paused(self) -> bool:
        return self._noted("paused") == "yes"

    def paused_since(self, seen: datetime) -> datetime | None:
        """Since when sending is paused, or None; if the start is unknown, since ``seen``."""
        if not self.is_paused():
            return None
        since = self.noted_moment("paused since")
        if since is None:
            self.note_moment("paused since", seen)
        return since or seen

    def note_moment(self, name: str, at: datetime | None) -> None:
        """Remember a time under this name; None forgets it."""
        if at is None:
            self.db.write("DELETE FROM note WHERE name = ?", name)
        else:
            self._note(name, written(at) or "")

    def noted_moment(self, name: str) -> datetime | None:
        return moment(self._noted(name))

    def note_silence(self, because: str) -> None:
        """Why the mailbox could not be read."""
        self._note("not heard because", because)

    def heard(self, at: datetime) -> None:
        """Remember that every folder was read to its end, and forget the silence."""
        with self.db.transaction():
            self.note_moment("heard", at)
            self.db.write("DELETE FROM note WHERE name = 'not heard because'")

    def silence(self) -> str:
        """Why the mailbox could not be read, or ''."""
        return self._noted("not heard because") or ""

    def note_fault(self, mail_id: int, fault: str) -> None:
        """Remember an error of ours while this mail was read."""
        self._note(f"fault of mail {mail_id}", fault)

    def take_fault(self, mail_id: int) -> str:
        """Return and forget the last error of ours on this mail, or ''."""
        name = f"fault of mail {mail_id}"
        fault = self._noted(name) or ""
        self.db.write("DELETE FROM note WHERE name = ?", name)
        return fault

    def folders_read(self) -> list[FolderRead]:
        """Every folder that was ever read, by its name."""
        rows = self.db.all("SELECT name, read_to_end FROM folder ORDER BY name")
        return [FolderRead(name, moment(at)) for name, at in rows]

    def letters_in(self, *states: str) -> list[str]:
        """The ids of the letters in one of these states, oldest first."""
        marks = ", ".join("?" * len(states))
        # SQLite counts how often a state stands in it on average: nearly all letters are sent
        sql = f"SELECT id FROM outbox INDEXED BY outbox_state WHERE state IN ({marks}) ORDER BY seq"  # noqa: S608
        return [name for (name,) in self.db.all(sql, *states)]

    def own_failed(self, since: datetime) -> list[str]:
        """The alerts and morning lists that failed since then; they have no draft that shows it."""
        sql = "SELECT id FROM outbox WHERE state = 'failed' AND case_id IS NULL AND tried_at >= ?"
        return [name for (name,) in self.db.all(f"{sql} ORDER BY seq", written(since))]

    def left_since(self, since: datetime) -> int:
        """How many letters left, those to our own people among them."""
        sql = "SELECT count(*) FROM outbox WHERE state = 'sent' AND tried_at >= ?"
        return int(self.db.value(sql, written(since)))

    def claim_alert(self, now: datetime) -> OutboxRow | None:
        """Claim the next letter among ourselves, so that nobody else sends it."""
        row = self.db.one(
            "UPDATE outbox SET state = 'claimed', attempts = attempts + 1, tried_at = ?"
            " WHERE seq = (SELECT seq FROM outbox WHERE state = 'queued' AND next_try <= ?"
            " AND (id LIKE ? OR id LIKE ? OR id LIKE ? OR id LIKE ? OR id LIKE ?)"
            " ORDER BY next_try, seq LIMIT 1)"
            " RETURNING letter, attempts, tried_at",
            written(now),
            written(now),
            f"{ALERT}%",
            f"{SHEET}%",
            f"{ANSWER}%",
            f"{BACK}%",
            f"{WEEK}%",
        )
        return None if row is None else claimed_row(row)

    def _note(self, name: str, value: str) -> None:
        self.db.write("INSERT OR REPLACE INTO note VALUES (?, ?)", name, value)

    def _noted(self, name: str) -> str | None:
        found = self.db.value("SELECT value FROM note WHERE name = ?", name)
        return None if found is None else str(found)
