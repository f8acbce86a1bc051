"""What a command says comes out whole: brackets and colons are words, no markup."""

import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from mailbot.__main__ import main
from mailbot.cli.app import app
from mailbot.cli.options import out

DESK = '[desk]\naddress = "desk@firm.example"\n'


@pytest.fixture
def config(tmp_path: Path) -> Path:
    """A configuration that names a folder without letters."""
    path = tmp_path / "config.toml"
    (tmp_path / "empty").mkdir()
    text = f'{DESK}[templates]\nfolder = "{tmp_path}/empty"\n[sftp]\nenabled = false\n'
    path.write_text(text, encoding="utf-8")
    return path


def test_check_names_the_table_to_mend(config: Path) -> None:
    said = CliRunner().invoke(app, ["check", "--config", str(config)]).stdout

    assert "there is no letter in it: name the folder under [templates]\n" in said
    assert "name the mail server under [imap]\n" in said


def test_an_error_that_ends_a_command_is_one_whole_sentence(
    config: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    words = ["mailbot", "replay", "--config", str(config), str(config.parent / "empty")]
    monkeypatch.setattr(sys, "argv", words)

    with pytest.raises(SystemExit) as ended:
        main()

    assert ended.value.code == 1
    said = capsys.readouterr().err
    assert "there is no letter in it: name the folder under [templates]\n" in said


def test_a_length_of_time_that_cant_be_read_shows_how_one_is_written(config: Path) -> None:
    config.write_text(f'{DESK}[watch]\nlasts = "soon"\n', encoding="utf-8")

    said = CliRunner().invoke(app, ["check", "--config", str(config)]).stdout

    assert "config.toml:4: watch.lasts: write a length of time, as in 30m, 4h, 7d, 2w\n" in said


@pytest.mark.parametrize("words", ["[bold]x[/]", "[/]", "a :key: b", "[imap] and [mhdw]"])
def test_words_of_others_are_printed_as_they_stand(words: str) -> None:
    with out.capture() as said:
        out.print(words, style="red")

    assert said.get() == f"{words}\n"
