"""Who may log in: the right password of an open login, and nobody who guesses."""

import asyncio
import stat
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import asyncssh
import pytest

from mailbot.desk.case.upload import UploadState
from mailbot.errors import ConfigError, StoreBusy
from mailbot.sftp.brake import Brake
from mailbot.sftp.host_key import host_key
from mailbot.sftp.server import UploadServer
from mailbot.sftp.server_loop import Listeners, Place
from tests.patience import PATIENCE
from tests.sftp.upload_site import NOW, NewSite, Site, line

MINUTE = timedelta(minutes=1)


def test_logins_are_reported(site: Site) -> None:
    site.sftp("ls")

    assert site.ear.first_logins() == [("c12", "127.0.0.1", True)]


@pytest.mark.parametrize(
    ("user", "password"),
    [("c12", "wrong"), ("c12", ""), ("c12", "right "), ("C12", "right"), ("root", "right")],
)
def test_a_wrong_password_or_name_is_refused(site: Site, user: str, password: str) -> None:
    with pytest.raises(asyncssh.PermissionDenied):
        asyncio.run(line(site, user, password))


def test_openssh_is_refused_with_a_wrong_password(site: Site) -> None:
    done = site.sftp("ls", password="wrong")

    assert done.returncode != 0
    assert "Permission denied" in done.stderr or done.returncode == 5
    assert ("c12", "127.0.0.1", True) not in site.ear.logins


def test_a_shut_login_is_refused_at_once(site: Site) -> None:
    site.logins.shut(["c12"], NOW)

    assert site.sftp("ls").returncode != 0
    assert set(site.ear.first_logins()) == {("c12", "127.0.0.1", False)}


def test_a_login_expires(site: Site) -> None:
    site.clock.advance(timedelta(days=30) - MINUTE)
    assert site.sftp("ls").returncode == 0

    site.clock.advance(MINUTE)
    assert site.sftp("ls").returncode != 0


def test_a_login_without_a_password_lets_nobody_in(site: Site) -> None:
    site.logins.keep(replace(site.logins.rows["c12"], password_hash=""))

    with pytest.raises(asyncssh.PermissionDenied):
        asyncio.run(line(site, password=""))


def test_an_unreadable_hash_lets_nobody_in(site: Site) -> None:
    site.logins.keep(replace(site.logins.rows["c12"], password_hash="right"))

    with pytest.raises(asyncssh.PermissionDenied):
        asyncio.run(line(site))


@pytest.mark.parametrize("asked", [True, False])
def test_shutting_a_login_ends_its_session_and_cuts_its_upload(site: Site, asked: bool) -> None:
    site.let_in("c12b", "hers")

    async def shut_in_between() -> None:
        hers = await line(site, "c12b", "hers")
        his = await line(site)
        sftp = await his.start_sftp_client()
        file = await sftp.open("a.zip", "wb")
        await file.write(b"zip")
        site.logins.shut(["c12"], NOW)
        if asked:
            site.server.look_again()
        await asyncio.wait_for(his.wait_closed(), PATIENCE)
        async with hers, hers.start_sftp_client() as still_here:
            assert await still_here.exists("a.zip")

    asyncio.run(shut_in_between())
    assert site.ear.wait_for_ends(1) == [("a.zip", 3, UploadState.CUT)]


def test_a_new_password_does_not_break_off_a_running_upload(site: Site) -> None:
    async def renew_in_between() -> None:
        connection = await line(site)
        sftp = await connection.start_sftp_client()
        async with connection, sftp, sftp.open("a.zip", "wb") as file:
            site.let_in("c12", "new")
            site.server.look_again()
            await file.write(b"zip")

    asyncio.run(renew_in_between())

    assert site.ear.wait_for_ends(1) == [("a.zip", 3, UploadState.WHOLE)]
    with pytest.raises(asyncssh.PermissionDenied):
        asyncio.run(line(site))


def test_guessing_is_slowed_even_for_the_right_password_at_last(site: Site) -> None:
    async def guess(*passwords: str) -> list[bool]:
        tries = []
        for password in passwords:
            try:
                async with await line(site, password=password):
                    tries.append(True)
            except asyncssh.PermissionDenied:
                tries.append(False)
        return tries

    assert asyncio.run(guess("1", "2", "3", "4", "5", "right")) == [False] * 6
    site.clock.advance(5 * MINUTE)
    assert asyncio.run(guess("right", "wrong", "right")) == [True, False, True]


def test_a_store_that_is_busy_lets_nobody_in_and_throws_nobody_out(
    site: Site, tmp_path: Path
) -> None:
    class Busy:
        def find(self, user: str) -> None:
            raise StoreBusy(user)

    server = UploadServer(
        tmp_path / "busy", Busy(), site.clock, Listeners(site.ear.on_upload), Place("127.0.0.1")
    )
    server.start()
    site.server.stop()
    site.server.port = server.port
    try:
        with pytest.raises(asyncssh.PermissionDenied):
            asyncio.run(line(site))
    finally:
        server.stop()


def test_only_so_many_connections_at_once(new_site: NewSite) -> None:
    site = new_site(connections=2)
    site.let_in("c12", "right")

    async def three() -> None:
        async with await line(site), await line(site):
            with pytest.raises((asyncssh.Error, OSError)):
                await line(site)
        async with await line(site):
            pass

    asyncio.run(three())


def test_a_silent_connection_is_dropped(new_site: NewSite) -> None:
    site = new_site(login_timeout=0.2)

    async def wait() -> bytes:
        reader, writer = await asyncio.open_connection("127.0.0.1", site.server.port)
        said = await asyncio.wait_for(reader.read(-1), PATIENCE)
        writer.close()
        await writer.wait_closed()
        return said

    assert asyncio.run(wait()).startswith(b"SSH-2.0")


def test_garbage_instead_of_ssh_is_survived(site: Site) -> None:
    async def babble(garbage: bytes) -> None:
        _, writer = await asyncio.open_connection("127.0.0.1", site.server.port)
        writer.write(garbage)
        writer.close()

    for garbage in (b"\0" * 5000, b"SSH-2.0-x\r\n" + b"\xff" * 5000, b"GET / HTTP/1.1\r\n\r\n"):
        asyncio.run(babble(garbage))

    assert site.sftp("ls").returncode == 0


def test_only_a_password_and_modern_ciphers_are_offered(site: Site) -> None:
    async def look() -> None:
        methods = await asyncssh.get_server_auth_methods(
            "127.0.0.1", site.server.port, username="c12", config=None
        )
        assert list(methods) == ["password"]
        async with await line(site) as connection:
            assert str(connection.get_extra_info("send_cipher")).startswith("aes")

    asyncio.run(look())


def test_the_host_key_is_made_once_and_for_its_owner_only(tmp_path: Path) -> None:
    first, second = host_key(tmp_path / "state"), host_key(tmp_path / "state")

    (path,) = (tmp_path / "state").iterdir()
    assert first.get_fingerprint() == second.get_fingerprint()
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_broken_host_key_is_named_and_not_replaced(tmp_path: Path) -> None:
    path = tmp_path / "upload_host_key"
    for garbage in (b"", b"garbage", b"\xff\xfe"):
        path.write_bytes(garbage)
        with pytest.raises(ConfigError, match="upload_host_key"):
            host_key(tmp_path)
        assert path.read_bytes() == garbage


def test_the_brake_holds_one_user_at_one_address() -> None:
    brake = Brake(3, 5 * MINUTE)
    for _ in range(3):
        brake.wrong("c12", "10.0.0.1", NOW)

    assert brake.holds("c12", "10.0.0.1", NOW)
    assert not brake.holds("c12", "10.0.0.2", NOW)
    assert not brake.holds("c13", "10.0.0.1", NOW)
    assert not brake.holds("c12", "10.0.0.1", NOW + 5 * MINUTE)


def test_the_brake_holds_an_address_that_tries_many_users() -> None:
    brake = Brake(3, 5 * MINUTE)
    for number in range(12):
        brake.wrong(f"c{number}", "10.0.0.1", NOW)

    assert brake.holds("c99", "10.0.0.1", NOW)
    assert not brake.holds("c99", "10.0.0.2", NOW)


def test_the_brake_forgets_after_a_right_password_and_after_a_while() -> None:
    brake = Brake(3, 5 * MINUTE)
    brake.wrong("c12", "10.0.0.1", NOW)
    brake.wrong("c12", "10.0.0.1", NOW)
    brake.right("c12", "10.0.0.1")
    brake.wrong("c12", "10.0.0.1", NOW)
    brake.wrong("c12", "10.0.0.1", NOW + MINUTE)
    brake.wrong("c12", "10.0.0.1", NOW + 6 * MINUTE)

    assert not brake.holds("c12", "10.0.0.1", NOW + 6 * MINUTE)


def test_the_brake_remembers_only_so_many() -> None:
    brake = Brake(1, 5 * MINUTE)
    brake.wrong("first", "10.0.0.1", NOW)
    for number in range(10_001):
        brake.wrong("c12", f"10.1.{number >> 8}.{number & 255}", NOW)

    assert not brake.holds("first", "10.0.0.1", NOW)
