"""The desk's own state: pauses, moments, and whether it could hear, in SQLite."""

from datetime import datetime

from mailbot.store.moments import moment, written
from mailbot.store.room import Room


class NamedNotes(Room):
    """Notes by name, one row each."""

    def _note(self, name: str, value: str) -> None:
        self.db.write("INSERT OR REPLACE INTO note VALUES (?, ?)", name, value)

    def _noted(self, name: str) -> str | None:
        found = self.db.value("SELECT value FROM note WHERE name = ?", name)
        return None if found is None else str(found)


class SqliteNotes(NamedNotes):
    """The desk's own state: pauses, and moments by name."""

    def pause(self, at: datetime | None = None) -> None:
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
        if not self.is_paused():
            return None
        since = self.noted_moment("paused since")
        if since is None:
            self.note_moment("paused since", seen)
        return since or seen

    def note_moment(self, name: str, at: datetime | None) -> None:
        if at is None:
            self.db.write("DELETE FROM note WHERE name = ?", name)
        else:
            self._note(name, written(at) or "")

    def noted_moment(self, name: str) -> datetime | None:
        return moment(self._noted(name))

    def first_start(self) -> datetime | None:
        return self.noted_moment("first start")

    def begin(self, at: datetime) -> None:
        self.db.write("INSERT OR IGNORE INTO note VALUES ('first start', ?)", written(at))


class SqliteHearing(NamedNotes):
    """Whether the mailbox could be read, and what was a fault of ours."""

    def note_silence(self, because: str) -> None:
        self._note("not heard because", because)

    def heard(self, at: datetime) -> None:
        with self.db.transaction():
            self._note("heard", written(at) or "")
            self.db.write("DELETE FROM note WHERE name = 'not heard because'")

    def silence(self) -> str:
        return self._noted("not heard because") or ""

    def note_fault(self, mail_id: int, fault: str) -> None:
        self._note(f"fault of mail {mail_id}", fault)

    def take_fault(self, mail_id: int) -> str:
        name = f"fault of mail {mail_id}"
        fault = self._noted(name) or ""
        self.db.write("DELETE FROM note WHERE name = ?", name)
        return fault
