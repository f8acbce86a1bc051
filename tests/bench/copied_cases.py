"""Many more cases at once: the rows of some, copied by SQLite itself under new numbers."""

from mailbot.repositories.state import State
from tests.store.connection import connection

_ID = "'C-' || (substr(id, 3) + ?1)"
_CASE_ID = "'C-' || (substr(case_id, 3) + ?1)"
_DRAFT_ID = f"{_CASE_ID} || substr(id, instr(id, '/'))"
# ?1 is what is added to the number of a case, ?2 the number of the last one that is copied
_OF_CASES = (
    "INSERT INTO casebook SELECT seq + ?1, {id}, status, alarm, leaves_at,"
    " replace(replace(body, '\"' || id || '\"', '\"' || {id} || '\"'),"
    " '\"' || id || '/', '\"' || {id} || '/') FROM casebook WHERE seq <= ?2",
    "INSERT INTO case_words (rowid, words)"
    " SELECT rowid + ?1, words FROM case_words WHERE rowid <= ?2",
    "INSERT INTO journal (case_id, at, what, because)"
    " SELECT {case_id}, at, what, because FROM journal WHERE substr(case_id, 3) + 0 <= ?2",
    "INSERT INTO draft (id, case_id, subject, text)"
    " SELECT {draft}, {case_id}, subject, text FROM draft WHERE substr(case_id, 3) + 0 <= ?2",
    "INSERT INTO outbox (id, case_id, message_key, state, next_try, attempts, tried_at, letter)"
    " SELECT {draft}, {case_id}, message_key + ?1, state, next_try, attempts, tried_at, letter"
    " FROM outbox WHERE substr(case_id, 3) + 0 <= ?2",
)
# ?3 is what is added to the number of a mail, ?4 the number of the last one
_OF_MAILS = (
    "INSERT INTO mail SELECT id + ?3, folder, uidvalidity, uid + ?3, 'bench/' || (uid + ?3), at,"
    " randomblob(32), attempts, verdict, {case_id}, because, message_key + ?1, digest"
    " FROM mail WHERE id <= ?4 AND ?2",
    "INSERT INTO kept_mail"
    " SELECT mail_id + ?3, body FROM kept_mail WHERE mail_id <= ?4 AND ?1 + ?2",
    "INSERT INTO mail_words (rowid, words)"
    " SELECT rowid + ?3, words FROM mail_words WHERE rowid <= ?4 AND ?1 + ?2",
)


def copy_cases(state: State, cases: int, mails: int, times: int) -> None:
    """The first so many cases and mails, once more, as the ``times``-th copy of them."""
    with state.transaction():
        for sql in _OF_CASES:
            connection(state).write(_named(sql), times * cases, cases)
        for sql in _OF_MAILS:
            connection(state).write(_named(sql), times * cases, cases, times * mails, mails)
        connection(state).write(
            "UPDATE note SET value = ? WHERE name = 'cases'", (times + 1) * cases
        )


def _named(sql: str) -> str:
    return sql.format(id=_ID, case_id=_CASE_ID, draft=_DRAFT_ID)
