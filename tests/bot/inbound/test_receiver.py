"""What the server tells becomes an upload of the case, with what its bytes show."""

import io
import zipfile
from pathlib import Path

import pytest

from mailbot.bot.inbound.receiver import UploadReceiver
from mailbot.desk.case.upload import Upload, UploadState
from mailbot.sftp.folders import UploadFolders
from mailbot.sftp.tally import Told
from tests.stories.story import Story

WHOLE = UploadState.WHOLE


def a_zip() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as file:
        file.writestr("a.log", bytes(300_000))
    return out.getvalue()


class Desk:
    """A case, its upload folder, and who takes what the server tells."""

    def __init__(self, state: Path) -> None:
        self.story = Story()
        self.story.customer_writes("日志已经准备好，请提供sftp账号。")
        self.folders = UploadFolders(state)
        self.receiver = UploadReceiver(self.story.clock)
        self.receiver.begin(self.story.engine, self.folders)

    def tells(self, name: str, content: bytes, was: str = "") -> Upload:
        self.folders.file("C-1", name).write_bytes(content)
        self.receiver.on_upload(Told("C-1", "c1", name, len(content), WHOLE, was))
        (upload,) = self.story.case.transfer.uploads
        return upload


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


def test_an_archive_cut_at_43_percent_is_incomplete_however_well_it_was_closed(desk: Desk) -> None:
    content = a_zip()
    cut = desk.tells("logs.zip", content[: len(content) * 43 // 100])
    assert (cut.is_incomplete, cut.has_come) == (True, False)

    again = desk.tells("logs.zip", content)
    assert (again.is_incomplete, again.has_come) == (False, True)


def test_what_a_file_is_is_kept_in_both_languages(desk: Desk) -> None:
    upload = desk.tells("logs.zip", a_zip())

    assert (upload.found("zh"), upload.found("en")) == ("zip 压缩包", "zip archive")


def test_a_renamed_file_is_the_same_upload(desk: Desk) -> None:
    desk.tells("logs.filezilla", a_zip())
    renamed = desk.tells("logs.zip", a_zip(), was="logs.filezilla")

    assert (renamed.name, renamed.has_come) == ("logs.zip", True)


def test_an_empty_file_is_no_arrival(desk: Desk) -> None:
    assert desk.tells("sub.txt", b"").is_empty
    assert not any(one.has_come for one in desk.story.case.transfer.uploads)
