"""What a session must not do: leave its folder, make links, run programs, use up the disk."""

import asyncio
import os
import socket
import subprocess
from dataclasses import replace
from pathlib import Path

import asyncssh
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mailbot.desk.case.upload import UploadState
from mailbot.sftp.folders import UploadFolders
from mailbot.sftp.names import HostileName, final_name, in_jail, readable
from tests.patience import PATIENCE
from tests.sftp.upload_site import RIGHT, NewSite, Site, line

WHOLE, CUT = UploadState.WHOLE, UploadState.CUT


@pytest.mark.parametrize(
    "path",
    [
        "../../../../../../etc/passwd",
        "/etc/passwd",
        "/upload/../../../../../../../etc/passwd",
        "//etc/passwd",
        "../C-13/upload/secret.txt",
        "/../../upload_host_key",
    ],
)
def test_no_path_leads_out(site: Site, path: str) -> None:
    (site.folder("C-13") / "secret.txt").write_text("of another case")

    done = site.sftp(f"get {path} stolen")

    assert done.returncode != 0
    assert not (site.desk / "stolen").exists()


@pytest.mark.parametrize("path", ["/a.zip", "../a.zip", "/../../../a.zip", "/upload", "/"])
def test_nothing_is_written_outside_the_upload_folder(site: Site, path: str) -> None:
    async def write() -> None:
        async with await line(site) as connection, connection.start_sftp_client() as sftp:
            with pytest.raises(asyncssh.SFTPError):
                async with sftp.open(path, "wb") as file:
                    await file.write(b"x")

    asyncio.run(write())

    assert [path.name for path in site.server.folders.of("C-12").rglob("*")] == ["upload"]
    assert site.ear.uploads == []


@pytest.mark.parametrize(
    "command",
    [
        "ln -s /etc/passwd link",
        "ln -s ../../.. link",
        "ln a.zip link",
        "rm /upload",
        "rmdir /upload",
        "rename /upload /elsewhere",
        "rename a.zip ../a.zip",
        "mkdir /other",
        "chmod 777 /upload",
        "df",
        "cp a.zip b.zip",
    ],
)
def test_an_order_that_would_change_more_than_uploads_is_refused(site: Site, command: str) -> None:
    name = site.file("a.zip", b"zip" * 100)
    site.sftp(f"put {name}")

    done = site.sftp(command)

    assert done.returncode != 0
    left = [path for path in site.folder().rglob("*") if path.stat().st_size]
    assert left == [site.folder() / "a.zip"]
    assert site.folder().stat().st_mode & 0o777 == 0o700


@pytest.mark.parametrize("command", ["get link/passwd x", "ls link/", "get file x", "rm link/a"])
def test_a_planted_link_is_not_followed(site: Site, command: str) -> None:
    (site.folder() / "link").symlink_to("/etc")
    (site.folder() / "file").symlink_to("/etc/passwd")

    done = site.sftp(command)

    assert done.returncode != 0
    assert "root:" not in done.stdout
    assert not (site.desk / "x").exists()


def test_nothing_is_written_through_a_planted_link(site: Site, tmp_path: Path) -> None:
    (site.folder() / "link").symlink_to(tmp_path)
    (site.folder() / "file").symlink_to(tmp_path / "victim")
    name = site.file("a.zip", b"zip")

    assert site.sftp(f"put {name} link/a.zip").returncode != 0
    assert site.sftp(f"put {name} file").returncode != 0

    assert not (tmp_path / "a.zip").exists()
    assert not (tmp_path / "victim").exists()


@pytest.mark.parametrize(
    ("flag", "command"), [("-T", "id"), ("-T", "scp -t /upload"), ("-tt", ""), ("-T", "")]
)
def test_there_is_no_shell_and_no_program(site: Site, flag: str, command: str) -> None:
    words = site.command("ssh", "right", flag, "c12@127.0.0.1", *command.split())

    done = subprocess.run(
        words,
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=False,
        stdin=subprocess.DEVNULL,
    )  # fmt: skip

    assert done.returncode != 0
    assert done.stdout == ""
    assert site.ear.logins == [("c12", "127.0.0.1", True)]


def test_no_port_is_forwarded_either_way(site: Site) -> None:
    async def try_both() -> None:
        async with await line(site) as connection:
            with pytest.raises(asyncssh.ChannelOpenError):
                await connection.open_connection("127.0.0.1", listening.getsockname()[1])
            with pytest.raises(asyncssh.ChannelListenError):
                await connection.forward_remote_port("127.0.0.1", 0, "127.0.0.1", 9)
            with pytest.raises(asyncssh.ChannelOpenError):
                await connection.open_unix_connection("/run/systemd/private")

    with socket.create_server(("127.0.0.1", 0)) as listening:
        asyncio.run(try_both())


def test_a_full_quota_ends_the_upload_and_keeps_earlier_files(new_site: NewSite) -> None:
    site = new_site(quota=500_000)
    site.let_in("c12", "right")
    small, big = site.file("small.zip", b"x" * 300_000), site.file("big.zip", b"x" * 400_000)

    first = site.sftp(f"put {small}")
    second = site.sftp(f"put {big}")

    assert (first.returncode, second.returncode) == (0, 1)
    assert "Failure" in second.stderr
    ends = site.ear.wait_for_ends(2)
    assert ends[0] == ("small.zip", 300_000, WHOLE)
    assert (ends[1][0], ends[1][2]) == ("big.zip", CUT)
    assert sum(path.stat().st_size for path in site.folder().iterdir()) <= 500_000


def test_the_quota_is_the_case_s_and_not_the_login_s(new_site: NewSite) -> None:
    site = new_site(quota=500_000)
    site.let_in("c12", "right")
    site.let_in("c12b", "hers")
    site.let_in("c13", "his", "C-13")
    name = site.file("a.zip", b"x" * 300_000)

    assert site.sftp(f"put {name}").returncode == 0
    assert site.sftp(f"put {name} b.zip", "c12b", "hers").returncode == 1
    assert site.sftp(f"put {name}", "c13", "his").returncode == 0


def test_deleted_and_overwritten_files_do_not_count(new_site: NewSite) -> None:
    site = new_site(quota=500_000)
    site.let_in("c12", "right")
    name = site.file("a.zip", b"x" * 300_000)

    done = site.sftp(f"put {name}\nput {name}\nrm {name}\nput {name} b.zip")

    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("mode", ["truncate", "seek", "append"])
def test_no_trick_makes_a_file_bigger_than_the_quota(new_site: NewSite, mode: str) -> None:
    site = new_site(quota=500_000)
    site.let_in("c12", "right")

    async def grow() -> None:
        async with await line(site) as connection, connection.start_sftp_client() as sftp:
            file = await sftp.open("a.zip", "ab" if mode == "append" else "wb")
            with pytest.raises(asyncssh.SFTPError):
                await tricks[mode](file)
            await file.close()

    async def append(file: asyncssh.SFTPClientFile) -> None:
        for _ in range(40):
            await file.write(b"x" * 20_000, 0)

    tricks = {
        "truncate": lambda file: file.truncate(1 << 40),
        "seek": lambda file: file.write(b"x", 1 << 40),
        "append": append,
    }
    asyncio.run(grow())

    assert (site.folder() / "a.zip").stat().st_size <= 500_000


def test_the_disk_keeps_some_room_for_the_bot(new_site: NewSite) -> None:
    site = new_site(spare=1 << 60)
    site.let_in("c12", "right")
    name = site.file("a.zip", b"zip")

    assert site.sftp(f"put {name}").returncode == 1
    assert site.ear.wait_for_ends(1) == [("a.zip", 0, CUT)]


def test_too_many_files_are_refused(new_site: NewSite) -> None:
    site = new_site(files=3)
    site.let_in("c12", "right")
    name = site.file("a.zip", b"zip")

    assert site.sftp(f"put {name} 1\nput {name} 2").returncode == 0
    assert site.sftp(f"put {name} 3").returncode == 1
    assert site.sftp("mkdir d").returncode == 1


def test_a_session_opens_only_so_many_files(site: Site) -> None:
    async def many() -> None:
        async with await line(site) as connection, connection.start_sftp_client() as sftp:
            for number in range(64):
                await sftp.open(f"{number}", "wb")
            with pytest.raises(asyncssh.SFTPFailure):
                await sftp.open("one too many", "wb")

    asyncio.run(many())


@pytest.mark.parametrize(
    "name", [b"a\nb.zip", b"a\x1b[2Jb.zip", "a\u202epiz.exe".encode(), b"a\x7f", b"\xff\xff\xff"]
)
def test_a_misleading_name_is_refused(site: Site, name: bytes) -> None:
    async def put() -> None:
        async with await line(site) as connection:
            sftp = await connection.start_sftp_client(path_encoding=None)
            with pytest.raises(asyncssh.SFTPError):
                await sftp.open(name, "wb")

    asyncio.run(put())

    assert list(site.folder().iterdir()) == []
    assert site.ear.uploads == []


@pytest.mark.parametrize(
    ("name", "final"),
    [
        ("a.filepart", "a"),
        ("d/a.zip.tmp", "d/a.zip"),
        (".in.a.zip.", "a.zip"),
        ("a.zip", "a.zip"),
        (".part", ".part"),
        ("part", "part"),
        ("a.part1.rar", "a.part1.rar"),
        ("a.tmp.zip", "a.tmp.zip"),
        (".in", ".in"),
        ("x.partial/a.zip", "x.partial/a.zip"),
        (".app.202601", ".app.202601"),
        (".config.backup", ".config.backup"),
        ("~$report.docx", "~$report.docx"),
    ],
)
def test_the_final_name_of_a_file(name: str, final: str) -> None:
    assert final_name(name) == final


@given(st.binary(max_size=60))
def test_every_path_stays_in_jail_or_is_refused(path: bytes) -> None:
    try:
        inside = in_jail(readable(path))
    except HostileName:
        return
    assert inside.startswith("/")
    assert ".." not in inside.split("/")
    assert os.path.normpath("/root" + inside).startswith("/root")


@pytest.mark.parametrize("case_id", ["", ".", "..", "a/b", "a\0b", "/"])
def test_an_unsafe_case_id_names_no_folder(tmp_path: Path, case_id: str) -> None:
    with pytest.raises(ValueError, match="can't name a folder"):
        UploadFolders(tmp_path).of(case_id)


@pytest.mark.parametrize("name", ["../../key", "/etc/passwd", "link/x", "a/../../b"])
def test_a_name_that_leads_out_of_the_folder_is_not_opened(tmp_path: Path, name: str) -> None:
    folders = UploadFolders(tmp_path)
    (folders.of("C-12") / "upload" / "link").symlink_to("/etc")

    with pytest.raises(ValueError, match="leads out"):
        folders.file("C-12", name)


def test_what_a_case_uploaded_can_be_removed(tmp_path: Path) -> None:
    folders = UploadFolders(tmp_path)
    (folders.of("C-12") / "upload" / "a.zip").write_bytes(b"zip")

    folders.remove("C-12")

    assert list(tmp_path.iterdir()) == []


READER = "c12b"


def let_in_a_reader(site: Site) -> None:
    site.let_in("c12", RIGHT)
    row = replace(site.logins.rows["c12"], user=READER, read_only=True)
    site.logins.keep(row)
    (site.folder() / "dump.zip").write_bytes(b"a dump")
    (site.folder() / "logs").mkdir()


def test_a_read_only_login_fetches_the_files_of_its_case(site: Site) -> None:
    let_in_a_reader(site)

    done = site.sftp("get /upload/dump.zip fetched.zip\n", user=READER)

    assert done.returncode == 0, done.stderr
    assert (site.desk / "fetched.zip").read_bytes() == b"a dump"


@pytest.mark.parametrize(
    "command",
    [
        "put mine.zip /upload/mine.zip",
        "put mine.zip /upload/dump.zip",
        "reput mine.zip /upload/dump.zip",
        "rename /upload/dump.zip /upload/other.zip",
        "rm /upload/dump.zip",
        "mkdir /upload/new",
        "rmdir /upload/logs",
        "chmod 600 /upload/dump.zip",
        "symlink /upload/dump.zip /upload/link",
    ],
)
def test_a_read_only_login_changes_nothing(site: Site, command: str) -> None:
    let_in_a_reader(site)
    site.file("mine.zip", b"a longer file than that")

    done = site.sftp(command + "\n", user=READER)

    assert done.returncode != 0
    assert sorted(one.name for one in site.folder().iterdir()) == ["dump.zip", "logs"]
    assert (site.folder() / "dump.zip").read_bytes() == b"a dump"


def test_a_read_only_login_stamps_no_file_it_has_open(site: Site) -> None:
    let_in_a_reader(site)
    before = (site.folder() / "dump.zip").stat().st_mtime_ns

    async def stamp() -> None:
        async with (
            asyncssh.connect(
                "127.0.0.1", site.server.port, username=READER, password=RIGHT, known_hosts=None
            ) as connection,
            connection.start_sftp_client() as client,
            client.open("/upload/dump.zip", "rb") as file,
        ):
            with pytest.raises(asyncssh.SFTPPermissionDenied):
                await file.utime((1, 1))

    asyncio.run(stamp())

    assert (site.folder() / "dump.zip").stat().st_mtime_ns == before
