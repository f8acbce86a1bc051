"""`mailbot init` asks few questions, looks at each answer at once, and writes what can be meant."""

from pathlib import Path

from typer.testing import CliRunner, Result

from mailbot.bot.checks.people import people
from mailbot.cli.app import app
from mailbot.config import Config, load_config
from mailbot.shipped import EXAMPLE_CONFIG

ADDRESS = "help@firm.example"


def answered(path: Path, *answers: str) -> Result:
    """What is said to these answers; all further questions get none of their own."""
    words = "\n".join([*answers, *[""] * 30]) + "\n"
    return CliRunner().invoke(app, ["init", str(path / "new.toml")], input=words)


def config(path: Path, *answers: str) -> Config:
    result = answered(path, *answers)
    assert result.exit_code == 0
    return load_config(path / "new.toml")


def test_the_address_alone_is_enough(tmp_path: Path) -> None:
    made = config(tmp_path, ADDRESS)

    assert made.desk.staff == ("firm.example",)
    assert (made.imap.host, made.smtp.host) == ("imap.firm.example", "smtp.firm.example")
    assert (made.imap.user, made.smtp.user) == (ADDRESS, ADDRESS)
    assert made.sftp.public_host == "upload.firm.example"
    assert (made.calendar.timezone, made.calendar.country) == ("Asia/Shanghai", "CN")
    assert "# " in (tmp_path / "new.toml").read_text(encoding="utf-8")


def test_nothing_of_the_example_is_left_that_nobody_said(tmp_path: Path) -> None:
    made = config(tmp_path, ADDRESS)

    assert "support.example" not in repr(made)
    assert "escalation.example" not in repr(made)
    assert (made.desk.hotline, made.desk.hotline_hours) == ("", "")


def test_the_desk_itself_is_never_proposed_as_who_is_told(tmp_path: Path) -> None:
    assert config(tmp_path, ADDRESS).desk.notify == ()
    assert not [one for one in people(load_config(tmp_path / "new.toml")) if one.is_fault]


def test_a_wrong_answer_is_asked_again_with_the_reason_and_the_others_are_kept(
    tmp_path: Path,
) -> None:
    result = answered(tmp_path, "help", ADDRESS, "Help Desk", "de", "en", "firm example", "")

    assert result.exit_code == 0
    assert "desk.address: 'help' can't be used: write a mail address" in result.stdout
    assert "desk.language: 'de' can't be used: write one of zh, en" in result.stdout
    assert "desk.staff: 'firm example' is no domain and no address" in result.stdout
    assert result.stdout.count("The mailbox the bot looks after") == 2
    made = load_config(tmp_path / "new.toml")
    assert (made.desk.name, made.desk.language) == ("Help Desk", "en")


def test_who_has_a_second_line_is_asked_where_packets_go(tmp_path: Path) -> None:
    result = answered(
        tmp_path, ADDRESS, "", "", "", "l2.example", "abc", "li@else.example", "li@l2.example"
    )

    assert "desk.packets_to: 'abc' is no address" in result.stdout
    assert "li@else.example is not of desk.second_line" in result.stdout
    made = load_config(tmp_path / "new.toml")
    assert (made.desk.second_line, made.desk.packets_to) == (("l2.example",), "li@l2.example")


def test_who_has_none_is_not(tmp_path: Path) -> None:
    assert "packets" not in answered(tmp_path, ADDRESS).stdout


def test_the_desks_own_address_is_refused_as_who_is_told(tmp_path: Path) -> None:
    result = answered(tmp_path, ADDRESS, *[""] * 5, ADDRESS, "lead@firm.example")

    assert "is the desk's own address" in result.stdout
    assert load_config(tmp_path / "new.toml").desk.notify == ("lead@firm.example",)


def test_time_zone_and_country_are_asked(tmp_path: Path) -> None:
    answers = (ADDRESS, *[""] * 10, "Europe/Berln", "Europe/Berlin", "XX", "none")

    result = answered(tmp_path, *answers)

    assert "did you mean Europe/Berlin?" in result.stdout
    assert "'XX' can't be used" in result.stdout
    made = load_config(tmp_path / "new.toml")
    assert (made.calendar.timezone, made.calendar.country) == ("Europe/Berlin", "")


def test_a_public_providers_domain_is_not_proposed_as_our_own(tmp_path: Path) -> None:
    assert config(tmp_path, "firm@163.com").desk.staff == ()


def test_few_questions_are_asked(tmp_path: Path) -> None:
    result = answered(tmp_path, ADDRESS)

    *questions, last = result.stdout.splitlines()
    assert "is written" in last
    assert len(questions) <= 13


def test_an_answer_no_file_can_hold_is_asked_again(tmp_path: Path) -> None:
    result = answered(tmp_path, ADDRESS, "Help\x7fDesk", "Help Desk")

    assert result.exit_code == 0
    assert load_config(tmp_path / "new.toml").desk.name == "Help Desk"


def test_of_the_people_in_the_example_nothing_is_a_fault() -> None:
    assert [one for one in people(load_config(EXAMPLE_CONFIG)) if one.is_fault] == []
