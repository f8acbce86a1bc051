"""What programs send and nobody wrote: reports on mail, reactions, the answers of calendars."""

import pytest

from mailbot.mail.message import Kind
from mailbot.mail.parse import parse

MING, OFFICE = "ming@harbor.example", "office@harbor.example"
_FROM = "From: Ming Fang <fang.ming@harbor-labs.example>\nTo: support@support.example\n"


def of(subject: str, *parts: str, kind: str = "mixed") -> bytes:
    """A mail of these parts; each is its headers, a blank line and its content."""
    body = "".join(f"--b\n{part}\n" for part in parts)
    form = f'MIME-Version: 1.0\nContent-Type: multipart/{kind}; boundary="b"'
    return f"{_FROM}Subject: {subject}\n{form}\n\n{body}--b--\n".encode()


def text(words: str) -> str:
    return f"Content-Type: text/plain; charset=utf-8\n\n{words}"


def calendar(method: str, *lines: str, summary: str = "Remote session") -> str:
    event = "\n".join(("BEGIN:VEVENT", "DTSTART:20240111T060000Z", f"SUMMARY:{summary}", *lines))
    return (
        f"Content-Type: text/calendar; charset=utf-8; method={method}\n\n"
        f"BEGIN:VCALENDAR\nVERSION:2.0\nMETHOD:{method}\n{event}\nEND:VEVENT\nEND:VCALENDAR"
    )


def file(name: str, kind: str = "application/zip") -> str:
    return f"Content-Type: {kind}\nContent-Disposition: attachment; filename={name}\n\nUEsFBg=="


@pytest.mark.parametrize(
    "mail",
    [
        of("Report Domain: a.example Submitter: b.example Report-ID: 1", text("")),
        of("[Preview] Report Domain: a.example Submitter: b Report-ID: <1@b>", text("see file")),
        of("Report domain: a.example", file("b.example!a.example!1704600000!1704686400.xml.gz")),
        of("自动报告", text("附件"), file("b.cn!a.example!1704600000!1704686400!9.zip")),
        of("Report Domain: a.example Submitter: b", file("r.json.gz", "application/tlsrpt+gzip")),
        of("DMARC Aggregate Report for a.example", text("attached")),
    ],
)
def test_a_report_on_a_domains_mail_is_bulk(mail: bytes) -> None:
    assert parse(mail).kind is Kind.BULK


@pytest.mark.parametrize(
    "mail",
    [
        of("DMARC fails for our mails", text("Since Monday your server rejects our mails.")),
        of("The report of the domain controller", text("It is attached."), file("report.zip")),
        of("log", text("here it is!"), file("db!trace.zip")),
    ],
)
def test_who_writes_of_reports_is_a_person(mail: bytes) -> None:
    assert parse(mail).kind is Kind.HUMAN


@pytest.mark.parametrize(
    "mail",
    [
        of("Re: disk", text("👍\n\nMing Fang reacted via Gmail"),
           "Content-Type: text/vnd.google.email-reaction+json\n\n{}", kind="alternative"),
        of("Re: disk", "Content-Type: text/vnd.google.email-reaction+json\n\n{}"),
        of("Re: disk", text("🎉 Ming reacted via Gmail <https://www.google.com/gmail>")),
        of("Re: 磁盘", text("Ming Fang reacted to your message:")),
        of("Re: 磁盘", text("👍\n方明已通过 Gmail 做出回应")),
    ],
)  # fmt: skip
def test_a_reaction_is_nobodys_mail_and_brings_no_file(mail: bytes) -> None:
    read = parse(mail)

    assert read.kind is Kind.AUTO_REPLY
    assert not read.attachments


@pytest.mark.parametrize(
    "words",
    [
        "The tank reacted to the new dump setting, it crashed again.",
        "My boss reacted to your message: he wants a call.\nCan you call him today?",
        "👍 will do, the dump follows tomorrow",
    ],
)
def test_who_writes_of_a_reaction_is_a_person(words: str) -> None:
    assert parse(of("Re: disk", text(words))).kind is Kind.HUMAN


def plain(sender: str, subject: str, words: str, *files: str) -> bytes:
    mail = of(subject, text(words), *map(file, files)).decode()
    return mail.replace("Ming Fang <fang.ming@harbor-labs.example>", sender).encode()


@pytest.mark.parametrize(
    "mail",
    [
        plain("scanner@harbor.example", "Scan", "", "scan0001.pdf"),
        plain(OFFICE, "Message from KM_C368", "", "SKM_C36824.pdf"),
        plain(OFFICE, "Scanned document from MFP2", "", "doc.pdf"),
        plain("m@harbor.example", "", 'This E-mail was sent from "RNP58387" (MP C3004).\n'
              "Queries to: m@harbor.example", "2024.pdf"),
        plain("m@harbor.example", "扫描件", "此邮件由3楼复合机扫描并发送。", "2024.pdf"),
        plain("ipcam3@harbor.example", "Motion", "Motion detected at 10:00", "1.jpg"),
        plain(MING, "Recall: FS-12", "Ming would like to recall the message FS-12."),
        plain(MING, "撤回: 服务器", "方明希望撤回邮件“服务器”。"),
        plain(MING, "Recall: FS-12", ""),
        plain("invoices@vendor.example", "Your invoice 2024-17", "It is attached.", "i.pdf"),
        plain("dzfp@vendor.example", "您收到一张电子发票", "发票见附件。", "f.ofd"),
        plain("no-reply@teams.example", "Lena added you to the Storage team", "Open Teams"),
        plain("noreply@portal.example", "通知", "方明邀请您加入“存储组”。"),
    ],
)  # fmt: skip
def test_what_devices_programs_and_portals_send_is_bulk(mail: bytes) -> None:
    assert parse(mail).kind is Kind.BULK


@pytest.mark.parametrize(
    "mail",
    [
        plain(MING, "Scan from the web server fails", "It stops at 40 %."),
        plain(
            "ming@harbor.example", "Scanner broken", "Our scanner does not start. Scan date: today"
        ),
        plain(MING, "Invoice number?", "Which invoice number do you need?"),
        plain(MING, "电子发票打不开", "软件里的电子发票打不开，请协助。"),
        plain(MING, "Recall: is there one?", "Is there a recall for this disk?"),
        plain(
            "ming@harbor.example", "Access", "I have added you to our team, please upload there."
        ),
        plain("camera-support@harbor.example", "Cameras", "Two cameras show no picture."),
    ],
)
def test_who_writes_of_devices_invoices_and_recalls_is_a_person(mail: bytes) -> None:
    assert parse(mail).kind is Kind.HUMAN


_TEAMS = "________________________________\nMicrosoft Teams meeting\nJoin: https://teams.example/1"
_GOOGLE = "Ming Fang has accepted this invitation.\n\nRemote session\nThursday Jan 11, 2pm"


@pytest.mark.parametrize(
    ("subject", "words", "method", "lines"),
    [
        ("Canceled: Remote session", "", "CANCEL", ()),
        ("已取消: 远程会议", _TEAMS, "CANCEL", ()),
        (
            "Abgesagt: Termin",
            "When: Thursday 14:00\nWhere: Teams",
            "CANCEL",
            ("DESCRIPTION:Agenda",),
        ),
        ("Accepted: Remote session", "", "REPLY", ()),
        ("Accepted: Remote session", _GOOGLE, "REPLY", ()),
        ("接受: 远程会议", "方明已接受此邀请。", "REPLY", ("DESCRIPTION:请先上传日志",)),
        ("Declined: Remote session", "Remote session", "REPLY", ()),
    ],
)
def test_a_calendar_that_answers_without_words_is_a_machine(
    subject: str, words: str, method: str, lines: tuple[str, ...]
) -> None:
    mail = of(subject, text(words), calendar(method, *lines), kind="alternative")

    assert parse(mail).kind is Kind.AUTO_REPLY


@pytest.mark.parametrize(
    ("subject", "words", "method", "lines", "said"),
    [
        ("Accepted: Remote session", "Fine. The dump is uploaded.", "REPLY", (),
         "Fine. The dump is uploaded."),
        ("接受: 远程会议", "日志已经上传。", "REPLY", (), "日志已经上传。"),
        ("Accepted: Remote session", "", "REPLY", ("COMMENT:The dump is uploaded.",),
         "The dump is uploaded."),
        ("Accepted: Remote session", _GOOGLE, "REPLY",
         ('ATTENDEE;PARTSTAT=ACCEPTED;X-RESPONSE-COMMENT="It crashed again":mailto:a@b.example',),
         "It crashed again"),
        ("Canceled: Remote session", "It works again, no need to meet.\n" + _TEAMS, "CANCEL", (),
         "It works again, no need to meet."),
        ("Remote session", "", "REQUEST", ("DESCRIPTION:Server FS-12 crashed again",),
         "Server FS-12 crashed again"),
    ],
)  # fmt: skip
def test_a_calendars_mail_with_words_of_a_person_is_read_by_them(
    subject: str, words: str, method: str, lines: tuple[str, ...], said: str
) -> None:
    read = parse(of(subject, text(words), calendar(method, *lines), kind="alternative"))

    assert read.kind is Kind.HUMAN
    assert read.text == said
