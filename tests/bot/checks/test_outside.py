"""What `check` finds of the upload server's place: its name, and its port."""

import socket
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from mailbot.bot.checks.finding import Weight
from mailbot.bot.checks.outside import Outside, is_resolved, uploads
from mailbot.config import Config, parse_config
from mailbot.store.lock import only_one

DESK = """
[desk]
address = "desk@firm.example"
[sftp]
listen = "{listen}"
port = {port}
"""
QUIET = Outside({}, lambda host: True)


def test_a_name_is_resolved_by_the_machine() -> None:
    assert is_resolved("127.0.0.1")
    assert not is_resolved("a" * 64)


@pytest.fixture
def taken() -> Iterator[int]:
    """A port at which another program listens."""
    with closing(socket.create_server(("127.0.0.1", 0))) as other:
        yield other.getsockname()[1]


def sftp(port: int, listen: str = "127.0.0.1") -> Config:
    return parse_config(DESK.format(listen=listen, port=port))


def test_a_port_that_another_program_has_is_a_fault(taken: int, tmp_path: Path) -> None:
    (said,) = uploads(sftp(taken), tmp_path, QUIET)

    assert said.is_fault
    assert said.text.startswith(f"sftp.port: the upload server can't listen on 127.0.0.1:{taken}")
    assert "choose another port" in said.text


def test_an_address_this_machine_has_not_is_a_fault(tmp_path: Path) -> None:
    (said,) = uploads(sftp(22222, "192.0.2.1"), tmp_path, QUIET)

    assert said.is_fault


def test_a_free_port_is_fine_and_left_free(taken: int, tmp_path: Path) -> None:
    with closing(socket.create_server(("127.0.0.1", 0))) as other:
        free = other.getsockname()[1]

    assert free != taken
    for _ in range(2):
        (said,) = uploads(sftp(free), tmp_path, QUIET)
        assert said.weight is Weight.FINE


def test_the_port_of_the_bot_that_runs_here_is_its_own(taken: int, tmp_path: Path) -> None:
    with only_one(tmp_path):
        assert list(uploads(sftp(taken), tmp_path, QUIET)) == []
    assert len(list(uploads(sftp(taken), tmp_path, QUIET))) == 1
