"""What a calendar part says: told as a fact, whatever stands in it."""

from datetime import UTC, datetime, timedelta, timezone

import pytest

from mailbot.mail.formats.invitation import calendar_of
from mailbot.mail.message import Meeting
from mailbot.mail.parse import parse

CHINA = timezone(timedelta(hours=8))


def calendar(*lines: str, method: str = "REQUEST", zone: str = "") -> str:
    said = f"METHOD:{method}\r\n" if method else ""
    event = "\r\n".join(lines)
    return (
        f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\n{said}{zone}BEGIN:VEVENT\r\nUID:1\r\n{event}\r\n"
        "END:VEVENT\r\nEND:VCALENDAR\r\n"
    )


ZONE = (
    "BEGIN:VTIMEZONE\r\nTZID:China Standard Time\r\nBEGIN:STANDARD\r\nDTSTART:16010101T000000\r\n"
    "TZOFFSETFROM:+0800\r\nTZOFFSETTO:+0800\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\n"
)
NINE = datetime(2026, 3, 4, 9, 0, tzinfo=CHINA)


@pytest.mark.parametrize(
    ("when", "zone", "start"),
    [
        ("DTSTART:20260304T010000Z", "", NINE),
        ("DTSTART;TZID=China Standard Time:20260304T090000", ZONE, NINE),
        ("DTSTART;TZID=Asia/Shanghai:20260304T090000", "", NINE),
        ("DTSTART:20260304T090000", "", NINE),
        ("DTSTART;VALUE=DATE:20260304", "", NINE.replace(hour=0)),
        ("DTSTART;TZID=Nowhere:20260304T090000", "", NINE),
        ("DTSTART:yesterday", "", None),
    ],
)
def test_a_start_is_a_moment(when: str, zone: str, start: datetime | None) -> None:
    found = calendar_of(calendar("SUMMARY:会诊", when, zone=zone), "", CHINA).meetings

    assert [one.start for one in found] == [start]


@pytest.mark.parametrize(
    ("method", "parameter", "said"),
    [("REQUEST", "", "REQUEST"), ("CANCEL", "", "CANCEL"), ("", "reply", "REPLY"), ("", "", "")],
)
def test_a_method_is_the_calendars_or_the_parts(method: str, parameter: str, said: str) -> None:
    found = calendar_of(calendar("SUMMARY:x", method=method), parameter, UTC).meetings

    assert [one.method for one in found] == [said]


def test_an_invitation_in_a_mail_is_told_beside_its_text() -> None:
    text = calendar(
        "SUMMARY:Crash review\r\nDTSTART:20260304T010000Z\r\nDTEND:20260304T020000Z",
        "ORGANIZER;CN=Zhou:mailto:Zhou@hospital.example",
    )
    raw = (
        "From: zhou@hospital.example\r\nDate: Mon, 02 Mar 2026 10:00:00 +0800\r\n"
        "Content-Type: multipart/alternative; boundary=B\r\n\r\n"
        "--B\r\nContent-Type: text/plain\r\n\r\nLet us meet.\r\n"
        f"--B\r\nContent-Type: text/calendar; method=REQUEST\r\n\r\n{text}\r\n--B--\r\n"
    )

    read = parse(raw.encode())

    assert read.text == "Let us meet."
    assert read.meetings == (
        Meeting(
            "REQUEST", "Crash review", NINE, NINE + timedelta(hours=1), "zhou@hospital.example"
        ),
    )
    assert [one.inline for one in read.attachments] == [True]


BOMB = (
    "BEGIN:VTIMEZONE\r\nTZID:X\r\nBEGIN:STANDARD\r\nDTSTART:00010101T000000\r\n"
    "RRULE:FREQ=SECONDLY;INTERVAL=1\r\nTZOFFSETFROM:+0100\r\nTZOFFSETTO:+0200\r\n"
    "END:STANDARD\r\nEND:VTIMEZONE\r\n"
)
EVERY_SECOND = "YEARLY;BYSECOND=" + ",".join(map(str, range(60)))


HOSTILE = [
        calendar("DTSTART;TZID=X:20260304T090000", "SUMMARY:x", zone=BOMB),
        calendar("DTSTART;TZID=X:20260304T090000", zone=BOMB.replace("\r\n", "\n") * 19),
        calendar("DTSTART;TZID=X:20260304T090000", zone=BOMB.replace(":FREQ", ":\r\n FREQ")),
        calendar("DTSTART;TZID=X:20260304T090000", zone=BOMB.replace("SECONDLY", EVERY_SECOND)),
        calendar("RRULE:FREQ=SECONDLY;COUNT=999999999", "DTSTART:20260304T090000Z"),
        calendar("DTSTART:20260304T090000Z", "DURATION:P999999999W"),
        calendar("DTSTART:99991231T235959Z"),
        calendar("RDATE:" + "20260304T090000Z," * 10_000),
        calendar("SUMMARY:" + "x" * 200_000),
        calendar(*["ATTENDEE:mailto:a@b.example"] * 5_000),
        "BEGIN:VCALENDAR\r\n" * 5_000,
        "BEGIN:VCALENDAR\r\n" + "BEGIN:VEVENT\r\n" * 10_000,
        "BEGIN:VCALENDAR\r\n" + "BEGIN:VEVENT\r\nEND:VEVENT\r\n" * 8_000 + "END:VCALENDAR",
        "BEGIN:VCALENDAR\r\n" + "X" * 250_000,
        "BEGIN:VCALENDAR\r\n" + "X;" * 100_000 + ":1\r\nEND:VCALENDAR",
        "BEGIN:VCALENDAR\r\n" + "\r\n ;" * 60_000,
        "END:VCALENDAR",
        "",
    ]  # fmt: skip


@pytest.mark.parametrize("text", HOSTILE)
def test_no_calendar_hurts_its_reader(text: str) -> None:
    """What it may cost is measured by `make bench`."""
    told = calendar_of(text, "REQUEST", UTC).meetings

    assert all(isinstance(one, Meeting) for one in told)
    assert len(told) < 100


def test_a_calendar_that_cant_be_read_is_named_among_the_defects_of_its_mail() -> None:
    broken = "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nEND:VTODO\r\nno colon\r\n"

    assert calendar_of(broken, "", UTC).defects == ("calendar: ValueError",)
    head = "From: a@b.example\r\nMIME-Version: 1.0\r\nContent-Type: text/calendar\r\n\r\n"
    assert parse((head + broken).encode()).defects == ("calendar: ValueError",)
    assert calendar_of("", "", UTC).defects == ()
