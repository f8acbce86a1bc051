"""What can go wrong, split by whose fault it is.

MailbotError
├── UnreadableMail      the mail's fault: it goes to quarantine, the next one is read
├── WorldError          the world's fault: try again later
│   ├── ChannelDown     the mail server does not answer, or refused us
│   │   └── LoginRefused it knows neither our name nor our password
│   ├── SendRefused     the server refused this letter (``permanent`` says for good)
│   ├── SendInDoubt     the connection broke after DATA: nobody knows whether it left
│   └── StoreBusy       the state is locked, or the disk is full
├── ConfigError         the configuration's fault: refuse to start, name the line to mend
│   └── TemplateError   a letter can't be written: the case needs a human
└── OrderError          what an engineer ordered can't be done as things stand

Each message names the thing and the mend.
"""

from mailbot.reasons import Reason


class MailbotError(Exception):
    """Something went wrong that mailbot knows by name."""

    def __init__(self, said: str | Reason) -> None:
        super().__init__(said)
        self.reason = said if isinstance(said, Reason) else Reason(said)


class UnreadableMail(MailbotError):
    """This mail can't be read."""


class WorldError(MailbotError):
    """Something outside does not answer; it is tried again later."""


class ChannelDown(WorldError):
    """The mail server does not answer, or refused us."""


class LoginRefused(ChannelDown):
    """The mail server refused our login."""


class SendRefused(WorldError):
    """The server refused this letter."""

    def __init__(self, said: str | Reason, *, permanent: bool) -> None:
        super().__init__(said)
        self.permanent = permanent


class SendInDoubt(WorldError):
    """The connection broke after the letter was handed over: it may have left."""


class StoreBusy(WorldError):
    """The state can't be written now."""


class ConfigError(MailbotError):
    """The configuration is wrong; the message names the line and the mend."""


class TemplateError(ConfigError):
    """A letter can't be written from its template."""


class OrderError(MailbotError):
    """The order can't be carried out as things stand."""
