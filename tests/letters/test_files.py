"""One upload in one line, in both languages."""

from datetime import UTC, datetime

import pytest

from mailbot.desk.case.transfer import Account, AccountOrigin
from mailbot.desk.case.upload import Upload, UploadState, UploadWay
from mailbot.letters.files import file_line
from mailbot.letters.samples import calendar

AT = datetime(2026, 3, 2, 2, 0, tzinfo=UTC)
WHOLE = UploadState.WHOLE
FOUND = (("zh", "zip 压缩包"), ("en", "zip archive"))
ACCOUNTS = (Account("c12", "zhou@partner.example", AccountOrigin.OPENED, AT),)


@pytest.mark.parametrize(
    ("upload", "zh", "en"),
    [
        (
            Upload("a.zip", 2048, AT, WHOLE, "c12", findings=FOUND),
            "a.zip，2 KB，完整，zip 压缩包，2026-03-02 10:00，zhou@partner.example，SFTP 上传",
            "a.zip, 2 KB, whole, zip archive, 2026-03-02 10:00, zhou@partner.example, by SFTP",
        ),
        (
            Upload("a.zip", 9, AT, WHOLE, "li@partner.example", UploadWay.MAIL, ends_early=True),
            "a.zip，9 B，不完整，2026-03-02 10:00，li@partner.example，邮件附件",
            "a.zip, 9 B, incomplete, 2026-03-02 10:00, li@partner.example, by mail",
        ),
        (
            Upload("a\u202e.log", 0, AT, WHOLE, "c9", finding="empty file"),
            "a.log，0 B，空文件，2026-03-02 10:00，c9，SFTP 上传",
            "a.log, 0 B, empty, 2026-03-02 10:00, c9, by SFTP",
        ),
        (
            Upload("a.zip", 9, AT, UploadState.CUT, finding="old"),
            "a.zip，9 B，不完整，old，2026-03-02 10:00，SFTP 上传",
            "a.zip, 9 B, incomplete, old, 2026-03-02 10:00, by SFTP",
        ),
        (
            Upload("a.zip", 9, AT, UploadState.GONE),
            "a.zip，9 B，已删除，2026-03-02 10:00，SFTP 上传",
            "a.zip, 9 B, deleted, 2026-03-02 10:00, by SFTP",
        ),
        (
            Upload("a.zip", 9, AT, UploadState.RUNNING),
            "a.zip，9 B，仍在上传，2026-03-02 10:00，SFTP 上传",
            "a.zip, 9 B, still coming, 2026-03-02 10:00, by SFTP",
        ),
    ],
)
def test_an_upload_is_told_in_one_line(upload: Upload, zh: str, en: str) -> None:
    assert file_line(upload, "zh", calendar(), ACCOUNTS) == zh
    assert file_line(upload, "en", calendar(), ACCOUNTS) == en
