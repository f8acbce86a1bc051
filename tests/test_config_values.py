"""A configuration that can't be meant is refused, with the key, its line and the mend."""

import pytest

from mailbot.config import parse_config
from mailbot.errors import ConfigError
from mailbot.shipped import EXAMPLE_CONFIG

LENGTH = "as in 30m, 4h, 7d, 2w"
ROWS = (
    ("follow_up", 'every = "0d"', "it lasts no time at all", LENGTH),
    ("watch", 'lasts = "0w"', "it lasts no time at all", LENGTH),
    ("close", 'after_notice = "00h"', "it lasts no time at all", LENGTH),
    ("imap", 'poll = "0m"', "it lasts no time at all", LENGTH),
    ("watch", 'lasts = "999999999999w"', "longer than ten years", "as in 2w"),
    ("watch", 'lasts = "3650d "', "write a length of time", LENGTH),
    ("watch", 'lasts = "soon"', "write a length of time", LENGTH),
    ("watch", 'lasts = ""', "write a length of time", LENGTH),
    ("follow_up", "at_most = -1", "-1 can't be used", "write a number from 0 to 3650"),
    ("follow_up", "working_days = -2", "-2 can't be used", "write a number from 0 to 3650"),
    ("privacy", "days = -30", "-30 can't be used", "write a number from 0 to 3650"),
    ("privacy", "days = 1000000000000", "can't be used", "write a number from 0 to 3650"),
    ("tool", "minutes = -1", "-1 can't be used", "write a number from 0 to 3650"),
    ("imap", "port = 0", "0 can't be used", "write a port from 1 to 65535"),
    ("smtp", "port = 70000", "70000 can't be used", "write a port from 1 to 65535"),
    ("imap", 'host = "imaps://mx.example"', "can't be used", "as in imap.example.com"),
    ("smtp", 'host = "mx.example:465"', "can't be used", "as in imap.example.com"),
    ("sftp", 'public_host = "up load"', "can't be used", "as in imap.example.com"),
    ("sftp", "port = -1", "-1 can't be used", "write a port from 1 to 65535"),
    ("calendar", 'country = "XX"', "'XX' can't be used", 'as in CN, or "" for none'),
    ("calendar", 'country = "__class__"', "no such country", 'as in CN, or "" for none'),
    ("calendar", 'timezone = "Asia/Shangai"', "no such time zone", "did you mean Asia/Shanghai?"),
    ("calendar", 'timezone = "xyzzy"', "no such time zone", "as in Asia/Shanghai"),
    ("calendar", 'timezone = "Asia"', "no such time zone", "did you mean"),
    ("calendar", 'timezone = ""', "no such time zone", "as in Asia/Shanghai"),
    ("calendar", 'timezone = "../etc"', "no such time zone", "as in Asia/Shanghai"),
    ("calendar", 'hours = "9"', "write when the desk opens and closes", "as in 09:00-18:00"),
    ("calendar", 'hours = ""', "write when the desk opens and closes", "as in 09:00-18:00"),
    ("calendar", 'hours = "18:00-09:00"', "open before it closes", "as in 09:00-18:00"),
    ("calendar", 'hours = "09:00-09:00"', "open before it closes", "as in 09:00-18:00"),
    ("calendar", 'hours = "09:00Z-18:00Z"', "calendar.timezone", "as in 09:00-18:00"),
    ("calendar", 'days_off = ["31.12.2026"]', "write a date", "as in 2026-12-31"),
    ("calendar", 'make_up_days = ["2026-02-30"]', "write a date", "as in 2026-12-31"),
    ("notices", 'link = "desk.example"', "can't be used", "as in https://desk.example"),
    ("notices", 'link = "ftp://desk.example"', "can't be used", "as in https://desk.example"),
    ("desk", 'language = "de"', "'de' can't be used", "write one of zh, en"),
    ("smtp", 'security = "ssl"', "'ssl' can't be used", "write one of tls, starttls, none"),
    ("desk", 'address = "support"', "'support' can't be used", "as in support@example.com"),
    ("desk", 'address = "a@b, c@d"', "can't be used", "as in support@example.com"),
)


def text(table: str, line: str) -> str:
    """A configuration with that line on its fourth, or in [desk] on its second."""
    if table != "desk":
        return f'[desk]\naddress = "desk@firm.example"\n[{table}]\n{line}\n'
    address = "" if "address" in line else 'address = "desk@firm.example"\n'
    return f"[desk]\n{line}\n{address}"


@pytest.mark.parametrize(("table", "line", "what", "mend"), ROWS)
def test_what_cant_be_meant_is_named_with_its_line_and_the_mend(
    table: str, line: str, what: str, mend: str
) -> None:
    with pytest.raises(ConfigError) as refused:
        parse_config(text(table, line))

    (said,) = str(refused.value).splitlines()
    number = 2 if table == "desk" else 4
    assert said.startswith(f"config.toml:{number}: {table}.{line.partition(' ')[0]}: ")
    assert what in said
    assert mend in said


def test_all_that_is_wrong_is_told_at_once() -> None:
    lines = 'every = "0d"\nat_most = -1\n[calendar]\nhours = "9"\ndays_off = ["x", "y"]'

    with pytest.raises(ConfigError) as refused:
        parse_config(text("follow_up", lines))

    assert len(str(refused.value).splitlines()) == 5


@pytest.mark.parametrize(
    ("table", "line"),
    [
        ("calendar", 'country = ""'),
        ("calendar", 'country = "DE"'),
        ("calendar", 'hours = "08:30 - 17:00"'),
        ("follow_up", "at_most = 0"),
        ("follow_up", 'every = "1 m"'),
        ("sftp", "port = 0"),
        ("imap", 'host = "2001:db8::1"'),
        ("watch", 'lasts = "3650d"'),
        ("notices", 'link = "http://10.0.0.5:8088/desk/"'),
    ],
)
def test_what_can_be_meant_is_taken(table: str, line: str) -> None:
    assert parse_config(text(table, line)).desk.address == "desk@firm.example"


def test_the_example_can_be_meant() -> None:
    assert parse_config(EXAMPLE_CONFIG.read_text(encoding="utf-8"))
