"""`mailbot unit`: systemd takes what it prints, and what it starts looks after a mailbox."""

import signal
import subprocess
from pathlib import Path

import pytest

from tests.cli.service import await_line, installed, mail, mailbot, said, settings, start
from tests.patience import PATIENCE
from tests.servers.dovecot import Dovecot
from tests.servers.smtp import Sink

# of 10; what is left is what a mail program needs: the network, and a user of its own
MOST_EXPOSED = 1.8

DESK = '[desk]\naddress = "desk@firm.example"\n'


def configured(folder: Path, more: str = "") -> Path:
    folder.mkdir(exist_ok=True)
    config = folder / "config.toml"
    config.write_text(f"{DESK}{more}", encoding="utf-8")
    return config


def analysed(unit: str, folder: Path, *words: str) -> "subprocess.CompletedProcess[str]":
    file = folder / "mailbot.service"
    file.write_text(unit, encoding="utf-8")
    return subprocess.run(
        ["systemd-analyze", *words, file],
        capture_output=True, text=True, timeout=PATIENCE, check=False,
    )  # fmt: skip


@pytest.mark.parametrize("name", ["mailbot", "a desk's 100% $HOME"])
def test_systemd_takes_the_unit_whatever_its_folder_is_called(tmp_path: Path, name: str) -> None:
    config = configured(tmp_path / name)
    ran = analysed(said(config, "unit"), tmp_path, "verify")

    assert ran.returncode == 0
    # whole: systemd-analyze looks at the units of this machine, too
    assert "mailbot.service" not in ran.stderr


@pytest.mark.parametrize("port", [22222, 22])
def test_the_unit_closes_what_the_bot_does_not_need(tmp_path: Path, port: int) -> None:
    config = configured(tmp_path, f"[sftp]\nport = {port}\n")
    threshold = f"--threshold={MOST_EXPOSED * 10:.0f}"
    unit = said(config, "unit")
    ran = analysed(unit, tmp_path, "security", "--offline=true", threshold)

    assert ran.returncode == 0, ran.stdout
    wanted = "CAP_NET_BIND_SERVICE" if port == 22 else ""
    assert settings(unit)["CapabilityBoundingSet"] == wanted
    assert settings(unit)["AmbientCapabilities"] == wanted


def test_every_path_is_this_installation_s_own(tmp_path: Path) -> None:
    config = configured(tmp_path / "desk", '[state]\nfolder = "/var/lib/mailbot"\n')
    usual = settings(said(config, "unit"))
    named = settings(said(config, "unit", "--user", "desk", "--passwords", "/etc/desk/secret"))

    assert usual["WorkingDirectory"] == str(tmp_path / "desk")
    assert usual["EnvironmentFile"] == str(tmp_path / "desk" / "passwords")
    assert usual["ReadWritePaths"] == "/var/lib/mailbot"
    assert usual["ExecStart"].endswith(f"run --config {config}")
    assert (named["User"], named["EnvironmentFile"]) == ("desk", "/etc/desk/secret")


def test_a_place_that_the_unit_closes_is_named(tmp_path: Path) -> None:
    config = configured(tmp_path, '[state]\nfolder = "/home/desk/state"\n')
    with mailbot(config, "unit") as ran:
        out, wrong = ran.communicate(timeout=PATIENCE)

    assert "/home/desk/state lies under /home, which the unit closes: move it" in wrong
    assert "lies under" not in out


def test_what_the_unit_starts_answers_a_mail_and_ends_when_told(
    imap_server: Dovecot, sink: Sink, user: str, tmp_path: Path
) -> None:
    config = installed(tmp_path / "a desk's 100%", imap_server, sink, user)
    with start(said(config, "unit")) as bot:
        await_line(bot, "bot.running")
        imap_server.deliver(user, mail(1))
        await_line(bot, "mode=sent")
        bot.send_signal(signal.SIGTERM)
        assert bot.stderr is not None
        bot.stderr.read()
        assert bot.wait(PATIENCE) == 0

    assert [one.recipients[0] for one in sink.accepted] == ["zhou@partner1.example"]
