"""What can be seen to be true: in the mailboxes, in the SMTP log, at the SFTP server."""

from collections.abc import Callable, Iterator
from datetime import datetime
from email.message import EmailMessage

from mailbot.demo.mx import Accepted
from mailbot.demo.programs import text_of
from mailbot.demo.setting import DESK
from mailbot.demo.sftp_client import lets_in
from mailbot.demo.stage import Stage

Check = Callable[[Stage], bool]


def got(reader: str, since: datetime, *words: str) -> Check:
    """A letter of the desk's lies in their INBOX since then, and says all of this."""

    def holds(stage: Stage) -> bool:
        letters = stage.person(reader).inbox(DESK, since)
        return any(all(word in _whole(letter) for word in words) for letter in letters)

    return holds


def got_just(number: int, reader: str, since: datetime) -> Check:
    """So many letters of the desk's have come since then, not one more."""
    return lambda stage: len(stage.person(reader).inbox(DESK, since)) == number


def got_nothing(reader: str, since: datetime) -> Check:
    """No letter of the desk's has come since then."""
    return got_just(0, reader, since)


def by_itself(reader: str, since: datetime) -> Check:
    """The letter says that no human sent it (RFC 3834)."""

    def holds(stage: Stage) -> bool:
        letters = stage.person(reader).inbox(DESK, since)
        return bool(letters) and all(letter["Auto-Submitted"] for letter in letters)

    return holds


def alone(reader: str, since: datetime) -> Check:
    """No envelope with a letter for them names anybody else, but for our own proof copy."""

    def holds(stage: Stage) -> bool:
        sent = list(_sent_to(stage, reader, since))
        return bool(sent) and all(set(one.recipients) <= {reader, DESK} for one in sent)

    return holds


def never_together(reader: str, other: str) -> Check:
    """No mail of the desk's ever went to both."""
    return lambda stage: (
        not any(other in one.recipients for one in _sent_to(stage, reader, stage.began))
    )


def login_opens(reader: str) -> Check:
    """The server lets in whoever has the login of their letter."""
    return lambda stage: lets_in(stage.login(reader))


def login_refused(reader: str) -> Check:
    """The server turns the login of their letter away."""
    return lambda stage: not lets_in(stage.login(reader))


def sealed_in_sent(reader: str) -> Check:
    """The password they were sent stands in no folder of the desk's own mailbox."""

    def holds(stage: Stage) -> bool:
        password = stage.login(reader).password
        desk = stage.person(DESK)
        kept = [one.mail for name in ("INBOX", "Sent", "Drafts") for one in desk.folder(name)]
        return all(password not in _whole(mail) for mail in kept)

    return holds


def nobody_wrote_to(reader: str) -> Check:
    """Their mailbox is empty."""
    return lambda stage: not stage.person(reader).inbox()


def both(*checks: Check) -> Check:
    """All of these hold."""
    return lambda stage: all(check(stage) for check in checks)


def _sent_to(stage: Stage, reader: str, since: datetime) -> Iterator[Accepted]:
    for one in stage.servers.log:
        if one.sender == DESK and reader in one.recipients and one.at >= since:
            yield one


def _whole(mail: EmailMessage) -> str:
    return f"{mail['Subject']}\n{text_of(mail)}"
