"""What `check` finds of who hears by chat."""

import pytest

from mailbot.bot.checks.chat import chat
from mailbot.config import Config, parse_config

TOKEN = "t0k3n"
LIN = "lin@firm.example"


def config(reader: str, variable: str = "MAILBOT_CHAT") -> Config:
    return parse_config(
        '[desk]\naddress = "desk@firm.example"\nstaff = ["firm.example"]\n'
        'notify = ["lead@else.example"]\n'
        f'[notices]\nchat = {{ "{reader}" = "{variable}" }}\n'
    )


@pytest.mark.parametrize("reader", [LIN, "Lin@Firm.example", "lead@else.example"])
def test_who_can_be_told_is_fine(reader: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MAILBOT_CHAT", "json://127.0.0.1:1/")
    (said,) = chat(config(reader))
    assert not said.is_fault


@pytest.mark.parametrize("urls", ["", " ", f"zork://{TOKEN}", TOKEN])
def test_a_variable_that_leads_nowhere_is_named_and_its_url_is_not(
    urls: str, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("MAILBOT_CHAT", urls)
    (said,) = chat(config(LIN))
    assert said.is_fault
    assert "MAILBOT_CHAT" in said.text
    written = capfd.readouterr()
    assert TOKEN not in f"{said.text}{written.out}{written.err}"


@pytest.mark.parametrize(
    "reader", ["zhou@partner.example", "desk@firm.example", "firm.example", "lin"]
)
def test_who_is_none_of_ours_is_a_fault(reader: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MAILBOT_CHAT", "json://127.0.0.1:1/")
    (said,) = chat(config(reader))
    assert said.is_fault
    assert f"{reader} is not of desk.staff" in said.text


def test_a_url_in_the_file_is_a_fault_that_does_not_repeat_it() -> None:
    (said,) = chat(config(LIN, f"slack://{TOKEN}"))
    assert said.is_fault
    assert TOKEN not in said.text


def test_of_nobody_nothing_is_said() -> None:
    assert list(chat(parse_config('[desk]\naddress = "desk@firm.example"\n'))) == []
