import mailbox
from datetime import UTC, datetime
from pathlib import Path

import pytest

from mailbot.bot.wiring.build import build_channel
from mailbot.channels.files import arrived
from mailbot.channels.folder import FolderChannel, read_arrivals
from mailbot.clock import SettableClock
from mailbot.config import parse_config
from mailbot.errors import ChannelDown, ConfigError
from mailbot.ports import Envelope
from mailbot.store.sqlite import SqliteStore

SAMPLE = Path(__file__).parent.parent / "mails" / "sample_case"


def mail(day: int, text: str = "") -> bytes:
    return (
        f"Received: from a by b;\r\n\tMon, {day} Jun 2020 10:00:00 +0800\r\n"
        f"Received: from c by a; Sat, 1 Jan 2000 00:00:00 +0000\r\n"
        f"Date: Sun, 2 Jan 2000 00:00:00 +0000\r\n\r\n{text or day}\r\n"
    ).encode()


def on(day: int) -> datetime:
    return datetime(2020, 6, day, 2, tzinfo=UTC)


def names(*paths: Path) -> list[str]:
    return [arrival.name for arrival in read_arrivals(paths)]


DATES = [
    (mail(3), on(3)),
    (b"Date: Wed, 03 Jun 2020 02:00:00 GMT\n\nx", on(3)),
    (b"received: by b; Wed, 3 Jun 2020 02:00:00 -0000\n\nx", on(3)),
    (b"Received: by b; no date\nDate: Wed, 03 Jun 2020 02:00:00 +0000\n\nx", on(3)),
    (b"Received: by b; (;) x; Wed, 3 Jun 2020 10:00:00 +0800 (CST)\n\nx", on(3)),
    (b"Subject: x\n\nDate: Wed, 03 Jun 2020 02:00:00 +0000\n", None),
    (b"Subject: x\n Date: Wed, 03 Jun 2020 02:00:00 +0000\n\n", None),
    (b"Date: tomorrow\n\nx", None),
    (b"Date: Wed, 03 Jun 99999 02:00:00 +9999\n\nx", None),
    (b"Date: \xff\xfe\x00\n\nx", None),
    (b"Date:" + b" x" * 500_000, None),
    (b"\r\n" * 500_000, None),
    (b"", None),
]


@pytest.mark.parametrize(("raw", "at"), DATES)
def test_a_mail_arrived_when_its_topmost_received_says(raw: bytes, at: datetime | None) -> None:
    assert arrived(raw) == at


def test_mails_come_in_order_of_arrival_then_by_name(tmp_path: Path) -> None:
    for name, raw in {
        "c.eml": mail(1), "b.eml": mail(2), "a.eml": mail(2, "x"), "d.EML": mail(9),
        "notes.txt": mail(1), "uploads.jsonl": b"{}", ".hidden.eml": mail(1),
    }.items():  # fmt: skip
        (tmp_path / name).write_bytes(raw)

    assert names(tmp_path) == ["c.eml", "a.eml", "b.eml", "d.EML"]
    assert [one.position.uid for one in read_arrivals([tmp_path])] == [1, 2, 3, 4]


def test_a_mail_without_a_date_came_with_the_one_before_it(tmp_path: Path) -> None:
    for name, raw in {"1": b"x", "2": mail(5), "3": b"Subject: y\n\n", "4": mail(7)}.items():
        (tmp_path / f"{name}.eml").write_bytes(raw)

    came = list(read_arrivals([tmp_path]))

    assert [(one.name[0], one.at) for one in came] == [
        ("1", on(5)), ("2", on(5)), ("3", on(5)), ("4", on(7))
    ]  # fmt: skip


def test_a_single_undated_mail_still_has_a_moment(tmp_path: Path) -> None:
    (tmp_path / "x.eml").write_bytes(b"")

    assert [one.at for one in read_arrivals([tmp_path])] == [datetime(1970, 1, 1, tzinfo=UTC)]


def test_a_mailbox_file_is_taken_apart(tmp_path: Path) -> None:
    box = mailbox.mbox(tmp_path / "old")
    for day in (3, 1, 2):
        box.add(mail(day))
    box.close()

    assert names(tmp_path / "old") == ["old#000002", "old#000003", "old#000001"]
    assert names(tmp_path) == names(tmp_path / "old")


def test_a_maildir_is_read_in_both_its_halves(tmp_path: Path) -> None:
    for part in ("cur", "new", "tmp"):
        (tmp_path / "M" / part).mkdir(parents=True)
        (tmp_path / "M" / part / f"{part}:2,S").write_bytes(mail(1))

    assert names(tmp_path / "M") == ["cur", "new"]
    assert names(tmp_path) == ["cur", "new"]


def test_a_file_named_on_its_own_is_a_mail_whatever_its_name(tmp_path: Path) -> None:
    (tmp_path / "mail.txt").write_bytes(mail(1))

    assert names(tmp_path / "mail.txt") == ["mail.txt"]


def test_a_link_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "again").symlink_to(tmp_path / "in")

    assert names(tmp_path / "in") == []


def test_the_sample_case_is_read_in_its_order() -> None:
    assert names(SAMPLE) == sorted(path.name for path in SAMPLE.glob("*.eml"))


def test_a_folder_is_a_mailbox_that_may_grow(tmp_path: Path, store: SqliteStore) -> None:
    (tmp_path / "b.eml").write_bytes(mail(2))
    channel = FolderChannel(tmp_path)
    store.mails.keep(list(channel.fetch("INBOX", store.mails.position("INBOX"))))
    assert not channel.wait(60)

    (tmp_path / "a.eml").write_bytes(mail(1))

    assert channel.wait(60)
    assert [one.name for one in channel.fetch("INBOX", store.mails.position("INBOX"))] == ["a.eml"]


def test_after_a_restart_nothing_comes_twice(tmp_path: Path, store: SqliteStore) -> None:
    (tmp_path / "b.eml").write_bytes(mail(2))
    store.mails.keep(list(FolderChannel(tmp_path).fetch("INBOX", None)))
    (tmp_path / "a.eml").write_bytes(mail(1))

    came = list(FolderChannel(tmp_path).fetch("INBOX", store.mails.position("INBOX")))

    assert store.mails.keep(came) == 1
    assert sorted(one.name for one in store.verdicts.unhandled()) == ["a.eml", "b.eml"]


def test_letters_go_out_as_files(tmp_path: Path) -> None:
    channel = FolderChannel(tmp_path, out=tmp_path / "out")
    passed: list[bool] = []
    letter = Envelope("1@x", "desk@x", ("a@x",), b"Subject: x\r\n\r\n")

    channel.send(letter, lambda: passed.append(True))
    channel.send(letter, lambda: passed.append(True))

    assert [file.name for file in sorted((tmp_path / "out").iterdir())] == [
        "000001.eml", "000002.eml"
    ]  # fmt: skip
    assert (channel.sent, len(passed)) == ([letter, letter], 2)


def test_a_folder_that_is_gone_is_told(tmp_path: Path) -> None:
    with pytest.raises(ChannelDown, match="gone"):
        list(FolderChannel(tmp_path / "gone").fetch("INBOX", None))


def test_a_folder_is_a_channel_that_the_configuration_names(tmp_path: Path) -> None:
    config = parse_config(
        '[desk]\naddress = "support@support.example"\n[mailbox]\nkind = "folder"\n'
        f'options = {{ inbox = "{SAMPLE}", out = "{tmp_path}" }}\n'
    )

    channel = build_channel(config, SettableClock(on(1)))

    assert channel.places() == (str(SAMPLE), str(tmp_path))
    assert len(channel.newest_heads("INBOX", 3)) == 3


@pytest.mark.parametrize(
    ("section", "says"),
    [
        ('kind = "foldr"', "Did you mean folder"),
        ('kind = "folder"', "mailbox.options.inbox is missing"),
        ('kind = "folder"\noptions = { inbox = "x" }', "mailbox.options.out is missing"),
    ],
)
def test_a_channel_that_can_not_be_opened_is_named(section: str, says: str) -> None:
    text = f'[desk]\naddress = "support@support.example"\n[mailbox]\n{section}\n'

    with pytest.raises(ConfigError, match=says):
        build_channel(parse_config(text), SettableClock(on(1)))
