"""Says short messages in the chat programs of our own people, through apprise.

An apprise URL holds a token: it stands in an environment variable, and never in a log or an error.
"""

import importlib.util
import logging
import os
import re
from collections.abc import Mapping
from queue import Full, Queue
from threading import Thread
from typing import TYPE_CHECKING

import structlog

from mailbot.chat_port import Chat, NoChat
from mailbot.errors import ConfigError

if TYPE_CHECKING:
    from apprise import Apprise

log = structlog.get_logger()

_MOST_WAITING = 100
_PARTING = 10.0  # seconds for what is still to be said when the bot ends


class AppriseChat:
    """Speaks from a thread of its own: a chat server that hangs holds no letter back."""

    def __init__(self, urls: Mapping[str, str]) -> None:
        self._urls = {reader.lower(): url for reader, url in urls.items()}
        self._waiting: Queue[tuple[str, str] | None] = Queue(_MOST_WAITING)
        self._thread = Thread(target=self._speak, name="chat", daemon=True)
        self._thread.start()

    def say(self, reader: str, text: str) -> None:
        if reader.lower() not in self._urls:
            return
        try:
            self._waiting.put_nowait((reader, text))
        except Full:
            log.warning("chat.failed", reader=reader, why="too many messages wait")

    def close(self) -> None:
        try:
            self._waiting.put_nowait(None)
        except Full:
            log.warning("chat.failed", why="messages that waited were not said")
            return
        self._thread.join(_PARTING)

    def _speak(self) -> None:
        while (one := self._waiting.get()) is not None:
            reader, text = one
            try:
                why = "" if self._said(reader, text) else "not taken"
            except Exception as error:  # a service's own fault; its words may hold the token
                why = type(error).__name__
            if why:
                log.warning("chat.failed", reader=reader, why=why)

    def _said(self, reader: str, text: str) -> bool:
        # a new one each time: one that is kept waits seconds between two messages
        chat = _apprise(self._urls[reader.lower()])
        return chat is not None and bool(chat.notify(body=text))


def read_chat(variables: Mapping[str, str]) -> Chat:
    """The chat of these readers, each with the variable of their URLs. Raises ConfigError."""
    if not variables:
        return NoChat()
    missing = without_apprise()
    wrong = [missing] if missing else [unset(who, name) for who, name in variables.items()]
    if any(wrong):
        raise ConfigError("\n".join(filter(None, wrong)))
    return AppriseChat({who: os.environ[name] for who, name in variables.items()})


def without_apprise() -> str:
    """What to say where apprise is not installed; '' where it is."""
    if importlib.util.find_spec("apprise") is not None:
        return ""
    return "notices.chat: apprise is not installed: pip install 'mailbot[chat]'"


def unset(reader: str, variable: str) -> str:
    """What is wrong with the variable of a reader, '' for nothing."""
    if not re.fullmatch(r"[A-Za-z_][A-Za-z0-9_]*", variable):
        # whoever wrote the URL itself there must not see its token once more on the screen
        return (
            f"notices.chat: {reader} wants the name of an environment variable, as in "
            "MAILBOT_CHAT_LIN, which holds the URL"
        )
    if os.environ.get(variable, "").strip():
        return ""
    return (
        f"notices.chat: the environment variable {variable} is not set: "
        f"export {variable}=… before the bot starts"
    )


def is_understood(urls: str) -> bool:
    """Whether apprise knows what each of these URLs means."""
    return _apprise(urls) is not None


def _apprise(urls: str) -> "Apprise | None":
    """All that these URLs name; None where one can't be meant."""
    from apprise import Apprise, AppriseAsset, NotifyFormat  # an extra, and slow to import

    for name in ("apprise", "urllib3"):
        logging.getLogger(name).setLevel(logging.CRITICAL + 1)  # they tell URLs
    chat = Apprise(asset=AppriseAsset(app_id="mailbot", body_format=NotifyFormat.TEXT))
    return chat if chat.add(urls) and len(chat) else None
