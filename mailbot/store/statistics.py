"""What the figures are counted from, in SQLite."""

from datetime import datetime

import msgspec

from mailbot.because import Because
from mailbot.reasons import Reason
from mailbot.repositories.statistics import Approved, Heard, InState, Reminded, Spoke
from mailbot.store.moments import sure_moment, written
from mailbot.store.room import Room

_TO_THE_CUSTOMER = frozenset(
    {
        Because.ENGINEER_WROTE, Because.DATA_ASKED, Because.GOES_TO_SECOND_LINE,
        Because.CLOSE_ANNOUNCED,
    }
)  # fmt: skip
# the planner would rather read the whole journal, case by case
_BY_TIME = "journal INDEXED BY journal_at"
_LETTERS = "json_extract(because, '$[0].parts.letters')"
_DRAFT = "json_extract(because, '$[0].parts.draft')"
_reads_because = msgspec.json.Decoder(list[Reason | str])


class SqliteStatistics(Room):
    """What the figures are counted from."""

    def states_at(self, moment: datetime) -> dict[str, str]:
        at = written(moment)
        rows = self.db.all(
            "WITH alive (case_id) AS (SELECT id FROM casebook WHERE status <> 'closed'"
            " UNION SELECT case_id FROM journal INDEXED BY journal_at WHERE at >= ?)"
            " SELECT case_id, (SELECT status FROM journal WHERE journal.case_id = alive.case_id"
            " AND at < ? ORDER BY id DESC LIMIT 1) FROM alive",
            at,
            at,
        )
        return {case_id: state for case_id, state in rows if state not in (None, "", "closed")}

    def state_changes(self, since: datetime) -> list[InState]:
        rows = self.db.all(
            f"SELECT case_id, at, status FROM {_BY_TIME} WHERE at >= ? AND status <> ''"  # noqa: S608 - it stands above
            " ORDER BY at, id",
            written(since),
        )
        last: dict[str, str] = {}
        changes = []
        for case_id, at, state in rows:
            if last.get(case_id) != state:
                last[case_id] = state
                changes.append(InState(case_id, sure_moment(at), state))
        return changes

    def states_unknown(self, since: datetime) -> bool:
        sql = "SELECT 1 FROM journal WHERE at >= ? AND status = '' LIMIT 1"
        return self.db.one(sql, written(since)) is not None

    def heard_first(self, since: datetime) -> list[Heard]:
        # of the row with the least time, SQLite gives the other columns too
        rows = self.db.all(
            "SELECT case_id, min(at), because FROM journal AS heard INDEXED BY journal_at"
            " WHERE at >= ? AND what = 'CustomerWrote' GROUP BY case_id HAVING NOT EXISTS (SELECT 1"
            " FROM journal WHERE case_id = heard.case_id AND what = 'CustomerWrote' AND at < ?)",
            written(since),
            written(since),
        )
        return [
            Heard(case_id, sure_moment(at))
            for case_id, at, because in rows
            if Because.HISTORY not in _kinds(because)
        ]

    def spoke(self, since: datetime) -> list[Spoke]:
        rows = self.db.all(
            f"SELECT case_id, min(at), {_LETTERS} AS letters, because FROM {_BY_TIME}"  # noqa: S608 - they stand above
            " WHERE at >= ? AND what IN ('LetterLeft', 'EngineerWrote')"
            " GROUP BY case_id, letters, CASE WHEN letters IS NULL THEN id END ORDER BY min(id)",
            written(since),
        )
        return [
            Spoke(case_id, sure_moment(at), tuple(letters.split("+")) if letters else ())
            for case_id, at, letters, because in rows
            if letters or _kinds(because) & _TO_THE_CUSTOMER
        ]

    def reminded(self, letter: str, since: datetime) -> list[Reminded]:
        rows = self.db.all(
            "SELECT at, (SELECT min(at) FROM journal AS heard WHERE heard.case_id = sent.case_id"  # noqa: S608 - it stands above
            " AND heard.id > sent.id AND heard.what = 'CustomerWrote') FROM journal AS sent"
            " INDEXED BY journal_at WHERE at >= ? AND what = 'LetterLeft'"
            f" AND instr('+' || {_LETTERS} || '+', ?)"
            " ORDER BY id",
            written(since),
            f"+{letter}+",
        )
        return [
            Reminded(sure_moment(at), sure_moment(answered) if answered else None)
            for at, answered in rows
        ]

    def approved(self, since: datetime) -> list[Approved]:
        rows = self.db.all(
            "SELECT yes.case_id, min(yes.at), outbox.letter ->> 'letters', max(draft.first_text"  # noqa: S608 - it stands above
            " <> '' OR EXISTS (SELECT 1 FROM journal WHERE case_id = yes.case_id AND"
            f" what = 'DraftEdited' AND {_DRAFT} = yes.draft)) FROM"
            f" (SELECT id, case_id, at, {_DRAFT} AS draft FROM {_BY_TIME} WHERE at >= ?"
            " AND what = 'DraftApproved') AS yes JOIN outbox ON outbox.id = yes.draft"
            " JOIN draft ON draft.id = yes.draft WHERE outbox.state <> 'withdrawn'"
            " GROUP BY yes.draft ORDER BY min(yes.id)",
            written(since),
        )
        return [
            Approved(case_id, sure_moment(at), tuple(msgspec.json.decode(letters)), bool(edited))
            for case_id, at, letters, edited in rows
        ]


def _kinds(because: str) -> set[str]:
    """What kinds of reasons these are; before schema 5 they were English sentences."""
    reasons = _reads_because.decode(because)
    return {one if isinstance(one, str) else one.kind for one in reasons}
