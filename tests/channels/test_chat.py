"""What is said by chat arrives, and what isn't holds nobody up and tells no token."""

import sys

import pytest
from structlog.testing import capture_logs

from mailbot.channels.chat import AppriseChat, is_understood, read_chat
from mailbot.chat_port import NoChat
from mailbot.errors import ConfigError
from tests.servers.chat import TOKEN, ChatServer, chat_service

LIN = "lin@support.example"


def test_what_is_said_arrives_in_order_and_only_for_who_hears_by_chat(
    chat_server: ChatServer,
) -> None:
    chat = AppriseChat({"Lin@Support.example": chat_server.url})
    for reader, text in ((LIN, "C-7"), ("xu@support.example", "C-8"), (LIN, "C-9：等您确认")):
        chat.say(reader, text)
    chat.close()

    assert chat_server.said == ["C-7", "C-9：等您确认"]


def test_several_urls_all_hear_it(chat_server: ChatServer) -> None:
    with chat_service() as other:
        chat = AppriseChat({LIN: f"{chat_server.url} {other.url}"})
        chat.say(LIN, "C-7")
        chat.close()

    assert chat_server.said == other.said == ["C-7"]


def test_a_service_that_refuses_is_told_in_the_log_without_its_token_and_asked_once(
    chat_server: ChatServer, capfd: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
) -> None:
    chat_server.answer = 500
    with capture_logs() as lines:
        chat = AppriseChat({LIN: chat_server.url})
        chat.say(LIN, "C-7")
        chat.close()

    assert [(one["event"], one["reader"]) for one in lines] == [("chat.failed", LIN)]
    assert len(chat_server.posted) == 1
    written = capfd.readouterr()
    assert TOKEN not in f"{lines}{caplog.text}{written.out}{written.err}"


@pytest.mark.parametrize("urls", [f"json://127.0.0.1:1/{TOKEN}", f"zork://{TOKEN}"])
def test_whom_nothing_reaches_the_next_is_reached_all_the_same(
    chat_server: ChatServer, urls: str, capfd: pytest.CaptureFixture[str]
) -> None:
    with capture_logs() as lines:
        chat = AppriseChat({"xu@support.example": urls, LIN: chat_server.url})
        chat.say("xu@support.example", "C-7")
        chat.say(LIN, "C-8")
        chat.close()

    assert chat_server.said == ["C-8"]
    written = capfd.readouterr()
    assert TOKEN not in f"{lines}{written.out}{written.err}"
    assert len(lines) == 1


def test_urls_come_from_the_environment(
    chat_server: ChatServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MAILBOT_CHAT_LIN", chat_server.url)
    chat = read_chat({LIN: "MAILBOT_CHAT_LIN"})
    chat.say(LIN, "C-7")
    chat.close()

    assert chat_server.said == ["C-7"]


def test_where_nobody_hears_by_chat_there_is_none() -> None:
    assert isinstance(read_chat({}), NoChat)


def test_a_variable_that_is_not_set_is_named_with_the_mend(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("MAILBOT_CHAT_LIN", raising=False)
    with pytest.raises(ConfigError, match=r"MAILBOT_CHAT_LIN is not set: export"):
        read_chat({LIN: "MAILBOT_CHAT_LIN"})


def test_a_url_in_the_place_of_a_variable_is_not_shown_once_more() -> None:
    with pytest.raises(ConfigError, match="wants the name of an environment variable") as refused:
        read_chat({LIN: f"slack://{TOKEN}"})

    assert TOKEN not in str(refused.value)


def test_without_apprise_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "apprise", None)  # as Python marks what can't be imported
    with pytest.raises(ConfigError, match=r"pip install 'mailbot\[chat\]'"):
        read_chat({LIN: "MAILBOT_CHAT_LIN"})


@pytest.mark.parametrize(
    ("urls", "known"),
    [
        ("wecombot://3fa9c1d2-0000-4000-8000-00000000abcd", True),
        ("feishu://3fa9c1d2abcd", True),
        ("json://127.0.0.1/ json://localhost/", True),
        ("zork://somewhere", False),
        ("json://127.0.0.1/ zork://somewhere", False),
        ("3fa9c1d2", False),
    ],
)
def test_a_url_that_cant_be_meant_is_known(urls: str, known: bool) -> None:
    assert is_understood(urls) is known
