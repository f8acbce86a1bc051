"""A folder of files as a Drafts folder."""

from datetime import UTC, datetime
from pathlib import Path

from mailbot.channels.folder_drafts import FolderDrafts

AT = datetime(2031, 1, 2, 9, 0, tzinfo=UTC)
MAIL = b"Message-ID: <one@x>\r\nReferences: <two@x>\r\n <three@x>\r\nSubject: <no@id>\r\n\r\nHi\r\n"


def test_what_is_laid_lies_there_with_its_ids(tmp_path: Path) -> None:
    drafts = FolderDrafts(tmp_path / "drafts")
    assert drafts.laid() == []

    key = drafts.lay(MAIL, AT)

    (one,) = drafts.laid()
    assert (one.key, one.ids) == (key, ("one@x", "two@x", "three@x"))
    assert drafts.read(key) == MAIL


def test_written_over_it_is_another_mail(tmp_path: Path) -> None:
    drafts = FolderDrafts(tmp_path)
    key = drafts.lay(MAIL, AT)
    (tmp_path / "000001.eml").write_bytes(MAIL + b"more")
    assert [one.key for one in drafts.laid()] != [key]


def test_taken_away_it_is_gone_and_taking_it_again_does_nothing(tmp_path: Path) -> None:
    drafts = FolderDrafts(tmp_path)
    key = drafts.lay(MAIL, AT)
    drafts.take(key)
    drafts.take(key)
    assert drafts.laid() == []
    assert drafts.read(key) == b""
