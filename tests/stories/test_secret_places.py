"""A password, wherever in a mail it was written, stands nowhere outside the raw mail."""

from email.message import EmailMessage
from email.utils import format_datetime
from pathlib import Path

import pytest
from typer.testing import CliRunner

from mailbot.cli.app import app
from mailbot.ports import Arrival, Position
from tests.store.connection import connection
from tests.stories.story import CONFIG, DESK, ENGINEER, Story

SECRET = "Otter7!Quiet"
UNTIL = "2026-04-30T00:00:00+08:00"

INVITATION = """BEGIN:VCALENDAR
METHOD:REQUEST
BEGIN:VEVENT
UID:1@partner.example
DTSTART:20260303T020000Z
DTEND:20260303T030000Z
ORGANIZER:mailto:zhou@partner.example
SUMMARY:Remote session
DESCRIPTION:{words}
END:VEVENT
END:VCALENDAR
"""
PLACES = {
    "signature": {"text": f"The server crashed.\n\n-- \nZhou\npwd: {SECRET}\n"},
    "subject": {"subject": f"Dump uploaded, password: {SECRET}"},
    "text": {"text": f"The dump is uploaded. The password for the zip is {SECRET}."},
    "bare": {"text": f"The server crashed again. Please unzip the dump with {SECRET}"},
    "question": {"text": f"Does the password {SECRET} still work? Can we replace the driver?"},
    "account": {"text": f"Host: sftp.partner.example\nuser: upload7\npassword: {SECRET}\nport: 22"},
    "quote": {
        "text": "Please see below.\n\nOn Mon, 2 Mar 2026, Lin Wei wrote:\n"
        f"> The server is up.\n> password: {SECRET}\n"
    },
    "wrapped": {"text": f"The dump is uploaded. The password for the\nzip file is {SECRET}."},
    "forwarded": {
        "text": "FYI\n\n-----Original Message-----\nFrom: Zhou <zhou@partner.example>\n"
        "Sent: Monday, 2 March 2026 09:00\nTo: support@support.example\n"
        f"Subject: dump\n\nThe server crashed. 密码：{SECRET}\n"
    },
    "file": {"text": "The log is attached.", "file": f"log password {SECRET}.zip"},
    "sender": {"text": "The server crashed.", "name": f"Zhou (password: {SECRET})"},
    "html": {"html": f"<p>The server crashed.</p><p><b>Password:</b> <i>{SECRET}</i></p>"},
}
CALENDAR = {"text": "See you", "calendar": f"Login with password {SECRET}"}


def mail(place: dict[str, str]) -> bytes:
    message = EmailMessage()
    stamp = "mx.support.example; dmarc=pass header.from=partner.example"
    message["Authentication-Results"] = stamp
    message["From"] = f'"{place.get("name", "Zhou")}" <zhou@partner.example>'
    message["To"], message["Cc"] = DESK, ENGINEER
    message["Subject"] = place.get("subject", "Server crashed")
    message["Date"] = format_datetime(Story().now)
    message["Message-ID"] = "<m1@partner.example>"
    message.set_content(place.get("text", "The server crashed."))
    if "html" in place:
        message.set_content(place["html"], subtype="html")
    if "calendar" in place:
        words = INVITATION.format(words=place["calendar"])
        message.add_alternative(words, subtype="calendar")
    if "file" in place:
        message.add_attachment(
            b"x" * 999, maintype="application", subtype="zip", filename=place["file"]
        )
    return message.as_bytes()


def kept(story: Story) -> str:
    """Everything that the state holds but the mails themselves and the secrets, both encrypted."""
    db = connection(story.engine.state)
    tables = [name for (name,) in db.all("SELECT name FROM sqlite_master WHERE type = 'table'")]
    return repr([db.all(f"SELECT * FROM {name}") for name in tables])  # noqa: S608


@pytest.mark.parametrize("place", [*PLACES, "calendar"])
def test_a_password_is_nowhere_in_the_state(place: str) -> None:
    story = Story()
    story.arrivals.append(
        Arrival(Position("past", 1, 1), mail(PLACES.get(place, CALENDAR)), story.now, "01.eml")
    )
    story.run()
    story.days_pass(40)

    assert story.cases
    assert SECRET not in kept(story)
    assert SECRET not in repr(story.cases)
    assert SECRET not in repr(story.happened)
    assert all(SECRET.encode() not in one.raw for one in story.channel.sent)


@pytest.mark.parametrize("place", [*PLACES, "calendar"])
@pytest.mark.parametrize(
    "command",
    [
        ("explain",),
        ("explain", "--json"),
        ("replay", "--until", UNTIL, "--approve", "all"),
        ("replay", "--json", "--until", UNTIL, "--approve", "all"),
    ],
    ids=" ".join,
)
def test_a_password_is_nowhere_in_what_a_command_shows(
    place: str, command: tuple[str, ...], tmp_path: Path
) -> None:
    file, config = tmp_path / "01.eml", tmp_path / "cfg.toml"
    file.write_bytes(mail(PLACES.get(place, CALENDAR)))
    config.write_text(CONFIG, encoding="utf-8")

    shown = CliRunner().invoke(
        app, [*command, "--config", str(config), str(file)], catch_exceptions=False
    )

    assert shown.exit_code == 0
    assert shown.stdout
    assert SECRET not in " ".join(shown.stdout.split())
