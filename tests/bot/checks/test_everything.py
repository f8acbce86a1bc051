"""What `check` says of a desk that can't be meant, and of the world around it."""

from datetime import timedelta
from pathlib import Path
from typing import NoReturn

import pytest

from mailbot.bot.checks import everything as check
from mailbot.bot.checks.everything import check_all
from mailbot.bot.checks.finding import Finding
from mailbot.bot.checks.outside import Outside
from mailbot.bot.checks.people import people
from mailbot.clock import SystemClock
from mailbot.config import Config, parse_config

DESK = """
[desk]
address = "desk@firm.example"
staff = ["firm.example"]
second_line = ["escalation.example"]
packets_to = "l2@escalation.example"
hotline = "400"
authserv_id = "mx.firm.example"
{desk}
[sftp]
{sftp}
"""
NO_SFTP = "enabled = false"
QUIET = Outside({}, lambda host: True)


def found(path: Path, text: str, outside: Outside = QUIET) -> list[Finding]:
    file = path / "config.toml"
    file.write_text(text, encoding="utf-8")
    return list(check_all(file, outside))


def of(findings: list[Finding], key: str) -> list[Finding]:
    """What is said of that key, or rather of its prefix."""
    return [one for one in findings if one.text.startswith(key)]


def desk(line: str) -> str:
    """The desk with this line in place of its own of that key."""
    key = line.partition(" ")[0]
    lines = [one for one in DESK.splitlines() if not one.startswith(f"{key} = ")]
    return "\n".join(lines).format(desk=line, sftp=NO_SFTP)


PEOPLE = (
    ('notify = ["desk@firm.example"]', "desk.notify", "the desk's own address", "name a person"),
    ('notify = ["Desk+x@firm.example"]', "desk.notify", "the desk's own address", "name a person"),
    ('notify = ["lead"]', "desk.notify", "'lead' is no address", "as in lead@example.com"),
    ('packets_to = "abc"', "desk.packets_to", "'abc' is no address", "as in l2@example.com"),
    ('packets_to = "li@else.example"', "desk.packets_to", "not of desk.second_line", "add it"),
    ('packets_to = "desk@firm.example"', "desk.packets_to", "desk's own address", "name the"),
    ('staff = ["firm.example", "lin@"]', "desk.staff", "'lin@' is no domain", "write example.com"),
    ('staff = ["firm.example", ""]', "desk.staff", "'' is no domain", "write example.com"),
    ('staff = ["firm.example", "@firm.example"]', "desk.staff", "is no domain", "write example"),
    ('staff = ["firm.example", "163.com"]', "desk.staff", "anybody can have", "the addresses"),
    ('second_line = ["escalation.example", "a b"]', "desk.second_line", "'a b' is no domain", "wr"),
    ('second_line = ["escalation.example", "gmail.com"]', "desk.second_line", "anybody", "name"),
    ('engineers = ["lin@else.example"]', "desk.engineers", "is not of desk.staff", "add it there"),
    ('engineers = ["else.example"]', "desk.engineers", "is not of desk.staff", "take it out"),
    ('forms = ["web form"]', "desk.forms", "'web form' is no domain", "somebody@example.com"),
    ('admin = "root"', "desk.admin", "'root' is no address", "as in sftp@example.com"),
)


@pytest.mark.parametrize(("line", "key", "what", "mend"), PEOPLE)
def test_whoever_cant_be_meant_is_named_with_the_key_and_the_mend(
    line: str, key: str, what: str, mend: str
) -> None:
    (said,) = of(list(people(parse_config(desk(line)))), key)

    assert said.is_fault
    assert what in said.text
    assert mend in said.text


@pytest.mark.parametrize(
    "line",
    [
        'engineers = ["lin@firm.example"]',
        'engineers = ["Lin@FIRM.example"]',
        'staff = ["firm.example", "li.lei@163.com"]',
        'packets_to = "L2@Escalation.example"',
        'packets_to = "lin@firm.example"',
        'notify = ["lead@firm.example"]',
        'forms = ["web@firm.example"]',
        'admin = "sftp@firm.example"',
    ],
)
def test_of_people_who_can_be_meant_nothing_is_said(line: str) -> None:
    assert list(people(parse_config(desk(line)))) == []


def test_a_second_line_without_an_address_for_packets_is_a_warning(tmp_path: Path) -> None:
    (said,) = of(found(tmp_path, desk('packets_to = ""')), "desk.packets_to")

    assert said.is_warning


def test_accounts_by_mail_need_an_administrator_to_ask() -> None:
    asks = "by_mail = true\nenabled = true"

    (said,) = people(parse_config(DESK.format(desk="", sftp=asks)))

    assert said.is_fault
    assert said.text.startswith("sftp.by_mail: desk.admin is not set")
    known = DESK.format(desk='admin = "sftp@firm.example"', sftp=asks)
    assert list(people(parse_config(known))) == []


def test_without_a_second_line_nobody_asks_where_packets_go() -> None:
    config = parse_config('[desk]\naddress = "desk@firm.example"\nstaff = ["firm.example"]\n')

    assert list(people(config)) == []


def test_all_missing_passwords_are_named_at_once(tmp_path: Path) -> None:
    servers = '[imap]\nhost = "localhost"\n[smtp]\nhost = "localhost"\nuser = "x"\n'

    findings = found(tmp_path, DESK.format(desk="", sftp=NO_SFTP) + servers)

    (said,) = (one for one in findings if one.is_fault)
    assert said.text == (
        "imap.password_env, smtp.password_env: the environment variables MAILBOT_IMAP_PASSWORD, "
        "MAILBOT_SMTP_PASSWORD are not set: export MAILBOT_IMAP_PASSWORD=…; "
        "export MAILBOT_SMTP_PASSWORD=… before the bot starts"
    )


def test_a_password_that_nobody_needs_is_not_asked_for(tmp_path: Path) -> None:
    servers = '[imap]\nhost = "localhost"\n[smtp]\nhost = "localhost"\n'

    findings = found(tmp_path, DESK.format(desk="", sftp=NO_SFTP) + servers)

    (said,) = (one for one in findings if one.is_fault)
    assert "variable MAILBOT_IMAP_PASSWORD is not set" in said.text


def test_both_servers_without_a_name_are_named(tmp_path: Path) -> None:
    findings = found(tmp_path, DESK.format(desk="", sftp=NO_SFTP))

    assert [one.text.partition(":")[0] for one in findings if one.is_fault] == [
        "imap.host is missing", "smtp.host is missing",
    ]  # fmt: skip


def test_an_upload_name_that_leads_nowhere_is_a_warning(tmp_path: Path) -> None:
    nowhere = Outside({}, lambda host: host != "upload.firm.example")
    sftp = 'public_host = "upload.firm.example"\nport = 0'

    (said,) = of(found(tmp_path, DESK.format(desk="", sftp=sftp), nowhere), "sftp.")

    assert said.is_warning
    assert "sftp.public_host: the name upload.firm.example leads nowhere" in said.text


def test_a_file_that_cant_be_read_is_named(tmp_path: Path) -> None:
    text = DESK.format(desk="", sftp=NO_SFTP) + f'[tool]\nfile = "{tmp_path}/none.exe"\n'

    (said,) = of(found(tmp_path, text), "tool.file")

    assert said.is_fault
    assert "name a file that can be read" in said.text


def test_a_letter_that_is_not_there_is_named_with_the_nearest(tmp_path: Path) -> None:
    text = DESK.format(desk="", sftp=NO_SFTP) + '[letters]\nremindr = "auto"\n'

    (said,) = of(found(tmp_path, text), "letters.")

    assert said.text.endswith("there is no letter remindr. Did you mean reminder?")


def test_every_wrong_value_is_a_finding_of_its_own(tmp_path: Path) -> None:
    text = desk('language = "de"') + '\n[watch]\nlasts = "0d"\n[calendar]\ncountry = "XX"\n'

    assert [one.is_fault for one in found(tmp_path, text)] == [True, True, True]


def test_a_part_that_fails_itself_is_a_fault_and_the_others_are_looked_at(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def breaks(config: Config) -> NoReturn:
        raise ZeroDivisionError(config.desk.address)

    monkeypatch.setattr(check, "_letters", breaks)

    findings = found(tmp_path, DESK.format(desk="", sftp=NO_SFTP))

    assert "letters can't be checked: ZeroDivisionError: desk@firm.example" in [
        one.text for one in findings
    ]
    assert of(findings, "imap.host")


def test_whsending_beginss_misspell_is_a_fault(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(check, "misspelt", lambda rules: iter(["intents/x.py: letter: no"]))

    (said,) = of(found(tmp_path, DESK.format(desk="", sftp=NO_SFTP)), "intents/x.py")

    assert said.is_fault


def test_a_mailbox_of_which_nothing_is_read_is_a_fault(tmp_path: Path) -> None:
    text = DESK.format(desk="", sftp=NO_SFTP) + "[imap]\nfolders = []\n"

    (said,) = of(found(tmp_path, text), "imap.folders")

    assert said.is_fault


def test_a_desk_at_which_nobody_ever_works_is_a_fault(tmp_path: Path) -> None:
    today = SystemClock().now().date()
    days = [str(today + timedelta(days=n)) for n in range(-2, 90)]
    text = DESK.format(desk="", sftp=NO_SFTP) + f"[calendar]\ndays_off = {days}\n"

    (said,) = of(found(tmp_path, text), "calendar.days_off")

    assert said.is_fault


@pytest.mark.parametrize(
    "raw",
    [
        b"", b"\xff\xfe", b"desk = 5", b"[desk]\naddress = 5", b"[[desk]]", b"[desk", b"\x00",
        b"[desk]\naddress = 'a@b.example'\nstaff = [1]", b"x = " + b"[" * 5_000,
        b"x = " + b"1" * 5_000,
        b"[desk]\naddress = 'a@b.example'\n[letters]\nreminder = 1",
        b"[desk]\naddress = 'a@b.example'\n[templates]\nfolder = '/nowhere'",
        b"[desk]\naddress = 'a@b.example'\n[templates]\nfolder = '/dev/null'",
        b"[desk]\naddress = 'a@b.example'\n[state]\nfolder = '/dev/null'",
        b"[desk]\naddress = 'a@b.example'\n[follow_up]\nat_most = 999999999999999999999999",
        b"[desk]\naddress = 'a@b.example'\n[sftp]\nlisten = 'no such place'",
    ],
)  # fmt: skip
def test_whatever_stands_in_the_file_there_is_a_fault_and_no_traceback(
    tmp_path: Path, raw: bytes
) -> None:
    file = tmp_path / "config.toml"
    file.write_bytes(raw)

    assert any(one.is_fault for one in check_all(file, QUIET))
    assert any(one.is_fault for one in check_all(tmp_path, QUIET))
    assert any(one.is_fault for one in check_all(tmp_path / "none.toml", QUIET))
