"""Fixtures: real upload servers on loopback."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from mailbot.clock import SettableClock
from mailbot.sftp.server import UploadServer
from mailbot.sftp.server_loop import Limits, Listeners, Place
from tests.sftp.upload_site import NOW, Ear, Logins, NewSite, Site


@pytest.fixture
def new_site(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> Iterator[NewSite]:
    """Makes sites; their servers are stopped when the test is over, and nothing broke inside."""
    running: list[UploadServer] = []

    def make(**limits: object) -> Site:
        quick = {"settle": 0.2, "look_again": 0.1, "spare": 0, "pause": timedelta(minutes=5)}
        desk, ear, logins = tmp_path / "desk", Ear(), Logins()
        desk.mkdir()
        clock = SettableClock(NOW)
        server = UploadServer(
            tmp_path / "state",
            logins,
            clock,
            Listeners(ear.on_upload, ear.on_login),
            Place("127.0.0.1"),
            Limits(**{**quick, **limits}),  # type: ignore[arg-type]
        )
        server.start()
        running.append(server)
        return Site(server, logins, ear, clock, desk)

    yield make
    for server in running:
        server.stop()
    assert [one.getMessage() for one in caplog.records if one.levelname == "ERROR"] == []


@pytest.fixture
def site(new_site: NewSite) -> Site:
    """A site where c12 may log in with the password "right"."""
    site = new_site()
    site.let_in("c12", "right")
    return site
