from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest

from mailbot.mail.mime.raw import Large
from mailbot.ports import Arrival, Position
from mailbot.repositories.state import State

NOON = datetime(2020, 6, 1, 12, tzinfo=UTC)
RAW = "Subject: 蓝屏\r\n\r\n密码 Tr0ub4dor\r\n".encode("gb18030")


def arrival(uid: int, raw: bytes = b"", validity: int = 1, folder: str = "INBOX") -> Arrival:
    at = NOON + timedelta(minutes=uid)
    return Arrival(Position(folder, validity, uid), raw or b"mail %d" % uid, at, f"{folder}/{uid}")


def waiting(store: State) -> list[str]:
    return [one.name for one in store.verdicts.unhandled()]


def large(*pieces: bytes) -> Large:
    return Large(sum(map(len, pieces)), lambda: iter(pieces))


DUPLICATES = [
    ("1@x", "d1", True),
    ("1@x", "another body", False),
    ("2@x", "d1", False),
    ("", "d1", False),
    ("", "", False),
]


class TestMails:
    def test_what_was_kept_comes_back_byte_for_byte(self, store: State) -> None:
        kept = store.mails.keep(
            [arrival(1, RAW), arrival(2, bytes(range(256)) * 99), arrival(3, b" ")]
        )

        found = list(store.verdicts.unhandled())

        assert kept == 3
        assert [one.raw for one in found] == [RAW, bytes(range(256)) * 99, b" "]
        assert [(one.name, one.folder, one.at) for one in found][:1] == [
            ("INBOX/1", "INBOX", NOON + timedelta(minutes=1))
        ]

    def test_an_empty_mail_is_a_mail(self, store: State) -> None:
        store.mails.keep([Arrival(Position("INBOX", 1, 1), b"", NOON, "x")])

        assert [one.raw for one in store.verdicts.unhandled()] == [b""]

    def test_the_position_moves_with_the_bytes(self, store: State) -> None:
        assert store.mails.position("INBOX") is None

        store.mails.keep([arrival(4), arrival(7), arrival(2, folder="Sent")])

        assert store.mails.position("INBOX") == Position("INBOX", 1, 7)
        assert store.mails.position("Sent") == Position("Sent", 1, 2)

    def test_a_failure_in_the_middle_keeps_neither_bytes_nor_position(self, store: State) -> None:
        def fails_halfway() -> Iterator[Arrival]:
            yield arrival(1)
            raise RuntimeError

        with pytest.raises(RuntimeError), store.transaction():
            store.mails.keep(fails_halfway())  # type: ignore[arg-type]

        assert store.mails.position("INBOX") is None
        assert waiting(store) == []

    def test_the_same_mail_fetched_twice_is_kept_once(self, store: State) -> None:
        store.mails.keep([arrival(1)])

        assert store.mails.keep([arrival(1), arrival(2)]) == 1
        assert waiting(store) == ["INBOX/1", "INBOX/2"]

    def test_after_a_new_uidvalidity_known_bytes_are_known_again(self, store: State) -> None:
        store.mails.keep([arrival(1), arrival(2)])

        kept = store.mails.keep([arrival(8, b"mail 2", validity=2), arrival(9, b"new", validity=2)])

        assert kept == 1
        assert store.mails.position("INBOX") == Position("INBOX", 2, 9)

    def test_the_same_bytes_twice_in_one_folder_are_two_mails(self, store: State) -> None:
        assert store.mails.keep([arrival(1, b"same"), arrival(2, b"same")]) == 2

    def test_mails_come_in_order_of_arrival_and_undated_ones_last(self, store: State) -> None:
        undated = Arrival(Position("INBOX", 1, 9), b"?", None, "undated")
        store.mails.keep([undated, arrival(5), arrival(3), arrival(3, folder="Sent")])

        assert waiting(store) == ["INBOX/3", "Sent/3", "INBOX/5", "undated"]

    def test_a_letter_is_proven_by_its_copy(self, store: State) -> None:
        store.mails.keep([arrival(1)])
        assert not store.mails.is_proven("letter@desk")

        store.verdicts.settle(
            next(store.verdicts.unhandled()).id, "ignored", "", ("our own",), "letter@desk", "d"
        )

        assert store.mails.is_proven("letter@desk")
        assert not store.mails.is_proven("")

    def test_when_a_folder_was_read_to_its_end_is_remembered(self, store: State) -> None:
        assert store.mails.read_to_end_at("INBOX") is None

        store.mails.mark_read_to_end("INBOX", NOON)
        store.mails.keep([arrival(1)])

        assert store.mails.read_to_end_at("INBOX") == NOON
        store.mails.mark_read_to_end("INBOX", NOON + timedelta(hours=1))
        assert store.mails.read_to_end_at("INBOX") == NOON + timedelta(hours=1)
        assert store.mails.position("INBOX") == Position("INBOX", 1, 1)


class TestVerdicts:
    def test_a_mail_with_a_verdict_waits_no_more(self, store: State) -> None:
        store.mails.keep([arrival(1), arrival(2)])
        first = next(store.verdicts.unhandled())

        store.verdicts.settle(first.id, "ignored", "", ("a newsletter",), "1@x", "d1")

        assert waiting(store) == ["INBOX/2"]

    def test_quarantine_can_be_looked_through_and_released(self, store: State) -> None:
        store.mails.keep([arrival(1)])
        mail_id = next(store.verdicts.unhandled()).id
        store.verdicts.count_attempt(mail_id)
        store.verdicts.settle(mail_id, "quarantined", "", ("too deep", "twice"))

        (kept,) = store.verdicts.quarantined()
        assert (kept.id, kept.name, kept.because) == (mail_id, "INBOX/1", "too deep; twice")

        assert store.verdicts.release(mail_id)
        assert not store.verdicts.release(mail_id)
        assert not store.verdicts.release(99)
        assert waiting(store) == ["INBOX/1"]
        assert store.verdicts.count_attempt(mail_id) == 1

    @pytest.mark.parametrize(("message_id", "digest", "is_one"), DUPLICATES)
    def test_a_duplicate_is_the_same_content_under_the_same_id(
        self, store: State, message_id: str, digest: str, is_one: bool
    ) -> None:
        store.mails.keep([arrival(1), arrival(2)])
        first, second = store.verdicts.unhandled()
        store.verdicts.settle(first.id, "ignored", "", (), "1@x", "d1")
        store.verdicts.settle(second.id, "ignored", "", (), "", "d1")

        assert store.verdicts.is_duplicate(message_id, digest) is is_one
