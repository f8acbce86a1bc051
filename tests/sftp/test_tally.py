"""One file is one upload: renamed, deleted or written over, with OpenSSH's own client."""

import pytest

from mailbot.desk.case.upload import UploadState
from tests.sftp.upload_site import Site

WHOLE, CUT, RUNNING, GONE = (
    UploadState.WHOLE, UploadState.CUT, UploadState.RUNNING, UploadState.GONE,
)  # fmt: skip


@pytest.mark.parametrize(
    "temporary",
    [
        "a.zip.filepart", "a.zip.part", "a.zip.tmp", "a.zip.crdownload", "a.zip.filezilla-tmp1",
        ".a.zip.x7Qa2B",
    ],
)  # fmt: skip
def test_the_temporary_names_of_programs_lead_to_the_final_one(site: Site, temporary: str) -> None:
    name = site.file("local", b"x" * 1000)

    site.sftp(f"put {name} {temporary}\nrename {temporary} a.zip")
    site.server.stop()

    assert [(one.name, one.state, one.was) for one in site.ear.uploads] == [
        ("a.zip", RUNNING, ""), ("a.zip", WHOLE, ""),
    ]  # fmt: skip


@pytest.mark.parametrize("temporary", ["~$a.zip", ".filezilla-tmp-a.zip", "upload-1"])
def test_a_name_that_tells_nothing_of_the_final_one_is_carried_over(
    site: Site, temporary: str
) -> None:
    name = site.file("local", b"x" * 1000)

    site.sftp(f"put {name} {temporary}\nrename {temporary} a.zip")
    site.server.stop()

    assert [(one.was, one.name) for one in site.ear.uploads if one.was] == [(temporary, "a.zip")]
    assert site.ear.ends() == [("a.zip", 1000, WHOLE)]


def test_the_files_of_a_folder_renamed_later_are_carried_over(site: Site) -> None:
    name = site.file("a.zip", b"zip")
    site.sftp(f"mkdir logs\nmkdir logs/deep\nput {name} logs/a.zip\nput {name} logs/deep/b.zip")
    site.ear.wait_for_ends(2)

    site.sftp("rename logs evidence")
    site.server.stop()

    assert sorted((one.was, one.name, one.state) for one in site.ear.uploads if one.was) == [
        ("logs/a.zip", "evidence/a.zip", WHOLE), ("logs/deep/b.zip", "evidence/deep/b.zip", WHOLE),
    ]  # fmt: skip


def test_a_file_deleted_later_is_told_as_gone(site: Site) -> None:
    name = site.file("a.zip", b"zip")
    site.sftp(f"put {name}")
    site.ear.wait_for_ends(1)

    site.sftp(f"rm {name}")
    site.server.stop()

    assert site.ear.ends() == [("a.zip", 3, WHOLE), ("a.zip", 0, GONE)]


def test_a_file_replaced_by_way_of_a_temporary_one_is_never_gone(site: Site) -> None:
    name = site.file("a.zip", b"zip")
    site.sftp(f"put {name}")
    site.ear.wait_for_ends(1)
    site.file("a.zip", b"newer")

    site.sftp("put a.zip a.zip.filepart\nrm a.zip\nrename a.zip.filepart a.zip")
    site.server.stop()

    assert site.ear.ends() == [("a.zip", 3, WHOLE), ("a.zip", 5, WHOLE)]


def test_a_temporary_file_that_is_cleared_away_leaves_the_whole_one(site: Site) -> None:
    name = site.file("a.zip", b"zip")
    site.sftp(f"put {name}\nput {name} a.zip.filepart")
    site.ear.wait_for_ends(2)

    site.sftp("rm a.zip.filepart")
    site.server.stop()

    assert GONE not in [one.state for one in site.ear.uploads]


def test_a_file_written_over_is_told_with_what_it_holds_now(site: Site) -> None:
    name = site.file("a.zip", b"zip")
    site.sftp(f"put {name}")
    site.ear.wait_for_ends(1)
    site.file("a.zip", b"newer")

    site.sftp(f"put {name}")

    assert site.ear.wait_for_ends(2) == [("a.zip", 3, WHOLE), ("a.zip", 5, WHOLE)]


def test_a_name_freed_by_a_delete_may_be_used_anew(site: Site) -> None:
    name = site.file("a.zip", b"zip")

    site.sftp(f"put {name}\nrm {name}\nput {name}")
    site.server.stop()

    assert site.ear.ends()[-1] == ("a.zip", 3, WHOLE)


def test_a_file_whose_name_only_looks_temporary_is_whole_once_its_sender_went(site: Site) -> None:
    name = site.file("pool.tmp", b"x" * 1000)

    site.sftp(f"put {name}")
    site.ear.wait_for_ends(1)
    site.sftp("rename pool.tmp pool.log")
    site.server.stop()

    assert [(one.was, one.name, one.state) for one in site.ear.uploads] == [
        ("", "pool", RUNNING), ("pool", "pool.tmp", RUNNING), ("", "pool.tmp", WHOLE),
        ("pool.tmp", "pool.log", WHOLE),
    ]  # fmt: skip
