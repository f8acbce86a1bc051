from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from mailbot.desk.case.case import Case
from mailbot.errors import SendRefused
from mailbot.ports import Written
from mailbot.repositories.outbox import OutboxRow
from mailbot.repositories.state import State

AT = datetime(2020, 6, 1, 9, tzinfo=UTC)
LATER = AT + timedelta(minutes=1)
ROW = OutboxRow(
    id="C-1/1",
    case_id="C-1",
    message_id="mailbot.C-1.1.x@desk.example",
    sender="Support",
    to=("a@x.example",),
    cc=("b@x.example",),
    subject="回复：蓝屏",
    text="密码 [sealed:01234567]",
    in_reply_to="1@x.example",
    references=("0@x.example", "1@x.example"),
    date=AT,
    auto_submitted="auto-replied",
    letters=("data_received",),
)


@pytest.fixture
def store(store: State) -> State:
    store.cases.record(Case("C-1", "蓝屏", AT), None, None)
    return store


def state_of(store: State, row_id: str = "C-1/1") -> str:
    return store.sent_letters.state(row_id)[0]


def sending_begins(store: State) -> OutboxRow:
    store.outbox.queue(ROW)
    row = store.outbox.claim(AT)
    assert row is not None
    store.outbox.sending_begins(row.id)
    return row


class TestLetterQueue:
    def test_a_letter_comes_out_of_the_queue_as_it_was_put_in(self, store: State) -> None:
        store.outbox.queue(ROW)

        assert store.outbox.claim(AT) == replace(ROW, attempts=1, tried_at=AT)

    def test_a_claimed_letter_is_nobody_elses(self, store: State) -> None:
        store.outbox.queue(ROW)
        store.outbox.claim(AT)

        assert store.outbox.claim(LATER) is None

    def test_a_letter_of_no_case_may_leave_too(self, store: State) -> None:
        store.outbox.queue(replace(ROW, id="list/1", case_id=""))

        row = store.outbox.claim(AT)
        assert row is not None
        assert row.case_id == ""

    def test_letters_leave_in_the_order_of_their_hour(self, store: State) -> None:
        for number, minutes in ((1, 5), (2, 0), (3, 0)):
            at = AT + timedelta(minutes=minutes)
            store.outbox.queue(
                replace(ROW, id=f"C-1/{number}", message_id=f"{number}@desk", date=at)
            )

        claimed = [store.outbox.claim(AT + timedelta(minutes=9)) for _ in range(4)]

        assert [row.id if row else None for row in claimed] == ["C-1/2", "C-1/3", "C-1/1", None]

    def test_what_is_not_due_yet_is_not_claimed(self, store: State) -> None:
        store.outbox.queue(ROW)
        store.outbox.claim(AT)
        store.outbox.retry(ROW.id, LATER, "450 later")

        assert store.outbox.claim(AT) is None
        row = store.outbox.claim(LATER)
        assert row is not None
        assert (row.attempts, row.tried_at) == (2, LATER)
        assert store.sent_letters.state(ROW.id) == ("claimed", "450 later")

    @pytest.mark.parametrize("ended", ["sent", "in_doubt"])
    def test_what_left_or_may_have_is_never_queued_again(self, store: State, ended: str) -> None:
        sending_begins(store)
        store.outbox.mark(ROW.id, ended)

        store.outbox.queue(ROW)

        assert state_of(store) == ended
        assert store.outbox.claim(LATER) is None

    @pytest.mark.parametrize("ended", ["withdrawn", "failed", "asked"])
    def test_what_a_human_lets_go_after_all_is_queued_again(self, store: State, ended: str) -> None:
        sending_begins(store)
        store.outbox.mark(ROW.id, ended, "why")

        store.outbox.queue(replace(ROW, text="edited"))

        row = store.outbox.claim(LATER)
        assert row is not None
        assert (row.text, row.attempts) == ("edited", 1)

    def test_a_withdrawn_letter_does_not_pass_the_door(self, store: State) -> None:
        store.outbox.queue(ROW)
        store.outbox.claim(AT)

        assert store.outbox.withdraw(ROW.id)
        with pytest.raises(SendRefused, match="withdrawn"):
            store.outbox.sending_begins(ROW.id)
        assert state_of(store) == "withdrawn"

    def test_what_passed_the_door_can_not_be_withdrawn(self, store: State) -> None:
        sending_begins(store)

        assert not store.outbox.withdraw(ROW.id)
        assert state_of(store) == "sending"

    def test_after_a_crash_only_what_passed_the_door_is_in_doubt(self, store: State) -> None:
        sending_begins(store)
        store.outbox.queue(replace(ROW, id="C-1/2", message_id="2@desk"))
        store.outbox.claim(AT)

        doubtful = store.sent_letters.left_behind()

        assert [row.id for row in doubtful] == ["C-1/1"]
        assert (state_of(store), state_of(store, "C-1/2")) == ("in_doubt", "queued")
        assert [row.id for row in store.sent_letters.in_doubt()] == ["C-1/1"]
        again = store.outbox.claim(LATER)
        assert again is not None
        assert again.id == "C-1/2"

    def test_a_letter_is_counted_once_however_it_is_marked(self, store: State) -> None:
        sending_begins(store)
        store.outbox.mark(ROW.id, "sent")

        assert store.sent_letters.sent_since(AT) == 1

    def test_a_channel_without_a_door_is_counted_when_it_has_sent(self, store: State) -> None:
        store.outbox.queue(ROW)
        store.outbox.claim(AT)
        store.outbox.mark(ROW.id, "sent")

        assert store.sent_letters.sent_since(AT, "a@x.example") == 1

    @pytest.mark.parametrize("how", ["failed", "retry"])
    def test_what_did_not_leave_is_not_counted(self, store: State, how: str) -> None:
        sending_begins(store)
        if how == "retry":
            store.outbox.retry(ROW.id, LATER)
        else:
            store.outbox.mark(ROW.id, how)

        assert store.sent_letters.sent_since(AT) == 0

    def test_our_own_letter_is_known_by_its_id(self, store: State) -> None:
        store.outbox.queue(ROW)

        assert store.sent_letters.is_proof(ROW.message_id)
        assert not store.sent_letters.is_proof("1@x.example")
        assert not store.sent_letters.is_proof("")


class TestSentLetters:
    def test_letters_are_counted_by_person_and_in_all(self, store: State) -> None:
        sending_begins(store)

        assert store.sent_letters.sent_since(AT, "a@x.example") == 1
        assert store.sent_letters.sent_since(AT, "b@x.example") == 1
        assert store.sent_letters.sent_since(AT, "c@x.example") == 0
        assert store.sent_letters.sent_since(AT) == 1
        assert store.sent_letters.sent_since(LATER) == 0


class TestDraftTexts:
    def test_a_draft_is_kept_and_written_anew(self, store: State) -> None:
        store.draft_texts.keep("C-1/1", "C-1", Written("a", "b"))
        store.draft_texts.keep("C-1/1", "C-1", Written("蓝屏", "c\r\n"))

        assert store.draft_texts.written("C-1/1") == Written("蓝屏", "c\r\n")
        assert store.draft_texts.written("C-1/2") is None
        assert store.sent_letters.state("C-1/2") == ("", "")
