"""Uploading as customers do: put, list, resume, rename, with OpenSSH's own client."""

import asyncio
import os
import secrets
import signal
import subprocess
from pathlib import Path

import pytest

from mailbot.desk.case.rulebook import Server
from mailbot.desk.case.upload import UploadState
from mailbot.errors import ConfigError
from mailbot.sftp.accounts import BuiltInAccounts
from mailbot.sftp.server import UploadServer
from mailbot.sftp.server_loop import Listeners, Place
from mailbot.store.sqlite import SqliteStore
from tests.sftp.upload_site import HASHER, NOW, NewSite, Site, cut_line, line

WHOLE, CUT, RUNNING, GONE = (
    UploadState.WHOLE, UploadState.CUT, UploadState.RUNNING, UploadState.GONE,
)  # fmt: skip


def test_an_upload_runs_and_is_whole(site: Site) -> None:
    name = site.file("MEMORY.DMP", b"x" * 300_000)

    done = site.sftp(f"put {name}\nls -l")

    assert done.returncode == 0, done.stderr
    assert site.ear.wait_for_ends(1) == [("MEMORY.DMP", 300_000, WHOLE)]
    assert site.ear.uploads[0].state is RUNNING
    assert [(one.case, one.user) for one in site.ear.uploads] == [("C-12", "c12")] * 2
    assert (site.folder() / "MEMORY.DMP").read_bytes() == b"x" * 300_000
    assert "upload" in done.stdout
    assert "root" not in done.stdout


def test_the_folder_named_in_the_letter_is_where_one_arrives(site: Site) -> None:
    name = site.file("a.zip", b"zip")

    done = site.sftp(f"pwd\ncd /upload\nput {name}\nls /")

    assert "Remote working directory: /upload" in done.stdout
    assert site.ear.wait_for_ends(1) == [("a.zip", 3, WHOLE)]
    assert done.stdout.rstrip().endswith("/upload")


def test_a_folder_of_files_keeps_its_names(site: Site) -> None:
    (site.desk / "日志").mkdir()
    site.file("日志/应用 1.evtx", b"1")
    site.file("日志/b.evtx", b"22")

    done = site.sftp("put -r 日志\nls 日志")

    assert done.returncode == 0, done.stderr
    assert sorted(site.ear.wait_for_ends(2)) == [
        ("日志/b.evtx", 2, WHOLE),
        ("日志/应用 1.evtx", 1, WHOLE),
    ]
    assert site.server.folders.head("C-12", "日志/应用 1.evtx", 8192) == b"1"


def test_several_logins_of_a_case_share_its_folder_and_no_other_does(site: Site) -> None:
    site.let_in("c12b", "hers")
    site.let_in("c13", "his", "C-13")
    name = site.file("a.zip", b"zip")
    site.sftp(f"put {name}")

    assert "a.zip" in site.sftp("ls", "c12b", "hers").stdout
    assert "a.zip" not in site.sftp("ls", "c13", "his").stdout


def test_a_killed_client_leaves_a_cut_file_and_never_a_whole_one(site: Site) -> None:
    name = site.file("MEMORY.DMP", b"x" * 20_000_000)
    slowly = site.command("sftp", "right", "-l", "8000", "-b", "-", "c12@127.0.0.1")
    client = subprocess.Popen(
        slowly, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        cwd=site.desk,
    )  # fmt: skip
    assert client.stdin is not None
    client.stdin.write(f"put {name}\n".encode())
    client.stdin.flush()
    site.ear.wait_for(lambda: site.ear.uploads)

    client.send_signal(signal.SIGKILL)  # the terminal it held is gone, and its child with it
    client.communicate()

    ((told, size, state),) = site.ear.wait_for_ends(1)
    assert (told, state) == ("MEMORY.DMP", CUT)
    assert size < 20_000_000


def test_a_cut_upload_can_be_resumed(site: Site) -> None:
    content = os.urandom(400_000)
    name = site.file("MEMORY.DMP", content)
    asyncio.run(cut_line(site, "MEMORY.DMP", content[:150_000]))
    site.ear.wait_for_ends(1)

    done = site.sftp(f"reput {name}")

    assert done.returncode == 0, done.stderr
    assert site.ear.wait_for_ends(2) == [
        ("MEMORY.DMP", 150_000, CUT),
        ("MEMORY.DMP", 400_000, WHOLE),
    ]
    assert (site.folder() / name).read_bytes() == content


def test_a_lost_connection_noticed_late_does_not_cut_a_resumed_upload(site: Site) -> None:
    name = site.file("MEMORY.DMP", b"x" * 400_000)

    async def half_open() -> None:
        connection = await line(site)
        sftp = await connection.start_sftp_client()
        file = await sftp.open("MEMORY.DMP", "wb")
        await file.write(b"x" * 150_000)
        await asyncio.to_thread(site.sftp, f"reput {name}")
        connection.abort()
        await connection.wait_closed()

    asyncio.run(half_open())
    site.server.stop()

    assert site.ear.ends() == [("MEMORY.DMP", 400_000, WHOLE)]


def test_a_lost_connection_may_be_noticed_while_the_resumed_upload_runs(site: Site) -> None:
    async def overlap() -> None:
        first, second = await line(site), await line(site)
        for connection in (first, second):
            sftp = await connection.start_sftp_client()
            file = await sftp.open("MEMORY.DMP", "r+b" if connection is second else "wb")
            await file.write(b"x" * 150_000)
        first.abort()
        await first.wait_closed()
        await file.write(b"x" * 250_000)
        await file.close()
        second.abort()
        await second.wait_closed()

    asyncio.run(overlap())

    assert site.ear.wait_for_ends(1) == [("MEMORY.DMP", 400_000, WHOLE)]
    assert len(site.ear.uploads) == 3


def test_a_file_taken_over_by_another_person_is_cut_for_the_first(site: Site) -> None:
    site.let_in("c12b", "hers")

    async def overlap() -> None:
        async with await line(site) as his, await line(site, "c12b", "hers") as hers:
            first, second = await his.start_sftp_client(), await hers.start_sftp_client()
            await first.open("a.zip", "wb")
            async with second.open("a.zip", "wb") as file:
                await file.write(b"hers")

    asyncio.run(overlap())

    site.ear.wait_for_ends(2)
    assert [(one.user, one.state) for one in site.ear.uploads] == [
        ("c12", RUNNING), ("c12", CUT), ("c12b", RUNNING), ("c12b", WHOLE),
    ]  # fmt: skip


def test_a_folder_renamed_while_a_file_in_it_runs_is_followed(site: Site) -> None:
    async def rename() -> None:
        async with await line(site) as connection, connection.start_sftp_client() as sftp:
            await sftp.mkdir("old")
            async with sftp.open("old/a.zip", "wb") as file:
                await file.write(b"zip")
                await sftp.rename("old", "new")

    asyncio.run(rename())

    assert site.ear.wait_for_ends(1) == [("new/a.zip", 3, WHOLE)]
    assert [(one.was, one.name) for one in site.ear.uploads if one.was] == [
        ("old/a.zip", "new/a.zip")
    ]


def test_a_file_renamed_by_hand_later_is_told_by_its_new_name(site: Site) -> None:
    name = site.file("a.zip", b"zip")
    site.sftp(f"put {name}")
    site.ear.wait_for_ends(1)

    site.sftp("rename a.zip MEMORY.zip\nmkdir d\nrename d e")
    site.server.stop()

    assert site.ear.ends() == [("a.zip", 3, WHOLE), ("MEMORY.zip", 3, WHOLE)]
    assert site.ear.uploads[-1].was == "a.zip"


def test_the_real_store_keeps_the_logins(tmp_path: Path, site: Site) -> None:
    store = SqliteStore.open(tmp_path / "store")
    accounts = BuiltInAccounts(
        Server("127.0.0.1", 0), store.vault, store.logins, secrets.SystemRandom(), HASHER
    )
    server = UploadServer(
        tmp_path / "store",
        store.logins,
        site.clock,
        Listeners(site.ear.on_upload),
        Place("127.0.0.1"),
    )
    server.start()
    site.server.stop()
    site.server.port = server.port

    account = accounts.open("C-12", "zhou.min@hanhai.example", NOW)
    password = store.vault.unseal(account.password)
    first = site.sftp("ls", account.user, password).returncode
    accounts.shut([account.user], NOW)
    second = site.sftp("ls", account.user, password).returncode
    server.stop()
    store.close()

    assert first == 0
    assert second != 0


def test_appending_goes_on_where_the_file_ended(site: Site) -> None:
    async def twice() -> None:
        async with await line(site) as connection, connection.start_sftp_client() as sftp:
            for part in (b"one ", b"two"):
                async with sftp.open("log.txt", "ab") as file:
                    await file.write(part)

    asyncio.run(twice())

    assert site.ear.wait_for_ends(1) == [("log.txt", 7, WHOLE)]
    assert (site.folder() / "log.txt").read_bytes() == b"one two"


@pytest.mark.parametrize(
    ("temporary", "final"),
    [
        ("MEMORY.DMP.filepart", "MEMORY.DMP"),
        ("logs/MEMORY.DMP.part", "logs/MEMORY.DMP"),
        (".in.MEMORY.DMP.", "MEMORY.DMP"),
        ("MEMORY.DMP.3f9a01bc.partial", "MEMORY.DMP"),
    ],
)
def test_a_file_under_a_temporary_name_is_told_once_by_its_final_one(
    site: Site, temporary: str, final: str
) -> None:
    name = site.file("local", b"x" * 1000)

    site.sftp(f"-mkdir logs\nput {name} {temporary}\nrename {temporary} {final}")
    site.server.stop()

    assert [(one.name, one.state) for one in site.ear.uploads] == [(final, RUNNING), (final, WHOLE)]


def test_a_temporary_file_that_is_never_renamed_is_cut(site: Site) -> None:
    name = site.file("local", b"x" * 1000)

    site.sftp(f"put {name} MEMORY.DMP.filepart")

    assert site.ear.wait_for_ends(1) == [("MEMORY.DMP", 1000, CUT)]


def test_a_program_with_temporary_names_of_its_own_is_told_by_the_final_one(site: Site) -> None:
    name = site.file("local", b"x" * 1000)

    site.sftp(f"put {name} x-7f3a\nrename x-7f3a a.zip")
    site.server.stop()

    assert site.ear.ends() == [("a.zip", 1000, WHOLE)]
    assert [(one.was, one.name, one.state) for one in site.ear.uploads][1:] == [
        ("x-7f3a", "a.zip", RUNNING), ("", "a.zip", WHOLE),
    ]  # fmt: skip


def test_a_file_written_empty_first_is_told_once(site: Site) -> None:
    async def like_a_file_manager() -> None:
        async with await line(site) as connection, connection.start_sftp_client() as sftp:
            async with sftp.open("a.zip", "wb"):
                pass
            async with sftp.open("a.zip", "r+b") as file:
                await file.write(b"zip")

    asyncio.run(like_a_file_manager())
    site.server.stop()

    assert site.ear.ends() == [("a.zip", 3, WHOLE)]


def test_an_empty_file_is_told_as_it_is(site: Site) -> None:
    name = site.file("empty.log", b"")

    site.sftp(f"put {name}")

    assert site.ear.wait_for_ends(1) == [("empty.log", 0, WHOLE)]


def test_a_file_that_is_deleted_before_it_was_told_has_not_come(site: Site) -> None:
    name = site.file("wrong.zip", b"zip")

    site.sftp(f"put {name}\nrm {name}")
    site.server.stop()

    assert site.ear.ends() == [("wrong.zip", 0, GONE)]


def test_times_are_kept_and_rights_are_not(site: Site) -> None:
    name = site.file("a.zip", b"zip")
    os.utime(site.desk / name, (1_600_000_000, 1_600_000_000))

    done = site.sftp(f"put -p {name}\nchmod 777 {name}\nmkdir d\nchmod 777 d")

    assert done.returncode == 0, done.stderr
    kept = (site.folder() / name).stat()
    assert kept.st_mtime == 1_600_000_000
    assert kept.st_mode & 0o777 == 0o600
    assert (site.folder() / "d").stat().st_mode & 0o777 == 0o700


def test_customers_may_fetch_and_delete_their_uploads(site: Site) -> None:
    name = site.file("a.zip", b"zip")

    done = site.sftp(f"put {name}\nget {name} back.zip\nrm {name}\nls")

    assert done.returncode == 0, done.stderr
    assert (site.desk / "back.zip").read_bytes() == b"zip"
    assert list(site.folder().iterdir()) == []


def test_a_name_from_a_chinese_windows_is_readable(site: Site) -> None:
    async def put() -> None:
        async with await line(site) as connection:
            sftp = await connection.start_sftp_client(path_encoding=None)
            async with sftp, sftp.open("内存转储.zip".encode("gbk"), "wb") as file:
                await file.write(b"zip")

    asyncio.run(put())

    assert site.ear.wait_for_ends(1) == [("内存转储.zip", 3, WHOLE)]
    assert (site.folder() / "内存转储.zip").exists()


def test_stopping_reports_running_uploads_as_cut_before_it_returns(site: Site) -> None:
    async def stop_in_between() -> None:
        connection = await line(site)
        sftp = await connection.start_sftp_client()
        file = await sftp.open("a.zip", "wb")
        await file.write(b"zip")
        await asyncio.to_thread(site.server.stop)
        await connection.wait_closed()

    asyncio.run(stop_in_between())

    assert site.ear.ends() == [("a.zip", 3, CUT)]


def test_a_listener_that_fails_does_not_stop_the_server(
    tmp_path: Path, site: Site, caplog: pytest.LogCaptureFixture
) -> None:
    def fail(*_: object) -> None:
        raise RuntimeError("the listener is broken")

    server = UploadServer(
        tmp_path / "other", site.logins, site.clock, Listeners(fail, fail), Place("127.0.0.1")
    )
    server.start()
    site.server.stop()
    site.server.port = server.port
    name = site.file("a.zip", b"zip")

    done = site.sftp(f"put {name}\nput {name} b.zip")
    server.stop()

    assert done.returncode == 0, done.stderr
    assert "the listener is broken" in caplog.text
    caplog.clear()


def test_the_server_can_be_started_again_and_is_still_known(site: Site) -> None:
    fingerprint = site.server.fingerprint
    site.server.stop()

    site.server.start()

    assert site.sftp("ls").returncode == 0
    assert site.server.fingerprint == fingerprint
    assert fingerprint.startswith("SHA256:")


def test_a_port_that_is_taken_is_named(site: Site, tmp_path: Path) -> None:
    second = UploadServer(
        tmp_path / "second", site.logins, site.clock, Listeners(site.ear.on_upload),
        Place("127.0.0.1", site.server.port),
    )  # fmt: skip

    with pytest.raises(ConfigError, match=str(site.server.port)):
        second.start()


def test_stopping_twice_or_before_the_start_does_nothing(new_site: NewSite) -> None:
    site = new_site()

    site.server.stop()
    site.server.stop()
    site.server.look_again()
