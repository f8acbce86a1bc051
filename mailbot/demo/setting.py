"""Where and when the demo plays: invented companies, people, a calendar, safe defaults."""

from datetime import datetime
from zoneinfo import ZoneInfo

from mailbot.config import Config, Desk, Imap, Privacy, Sftp, Smtp, State
from mailbot.demo.servers import HOST, MailServers

ZONE = ZoneInfo("Asia/Shanghai")
YEAR = 2026
BEGINS = datetime(YEAR, 3, 3, 16, 0, tzinfo=ZONE)
DAYS = 36
MX = "mx.support.example"

DESK = "support@support.example"
ENGINEER = "chen.jing@support.example"
SECOND_LINE = "tan.hao@escalation.example"
CUSTOMER = "zhou.min@hanhai.example"
OTHER_CUSTOMER = "ruth.okafor@northgate.example"
STRANGER = "j1987@freemail.example"
VISITOR = "visitor@yourcompany.example"

IMAP_ENV = "MAILBOT_DEMO_IMAP"
SMTP_ENV = "MAILBOT_DEMO_SMTP"


def at(day: str, hour: str) -> datetime:
    """`at("03-11", "09:40")` on the demo's calendar."""
    return datetime.fromisoformat(f"{YEAR}-{day}T{hour}").replace(tzinfo=ZONE)


def day_of(moment: datetime) -> int:
    """Which day of the demo this is; the first is day 1."""
    return (moment.astimezone(ZONE).date() - BEGINS.date()).days + 1


def demo_config(servers: MailServers, sftp_port: int, folder: str) -> Config:
    """A desk as shipped: every letter has its safe default."""
    return Config(
        desk=_desk(),
        imap=Imap(host=HOST, port=servers.imap_port, user=DESK, password_env=IMAP_ENV, tls=False),
        smtp=Smtp(
            host=HOST, port=servers.smtp_port, user=DESK, password_env=SMTP_ENV, security="none"
        ),
        sftp=Sftp(listen=HOST, port=sftp_port, public_host=HOST),
        privacy=Privacy(days=30, readers="负责本案例的工程师"),
        state=State(folder=folder),
    )


def _desk() -> Desk:
    return Desk(
        address=DESK,
        name="Pinecrest Support",
        staff=("support.example",),
        engineers=(ENGINEER,),
        second_line=("escalation.example",),
        authserv_id=MX,
        notify=(ENGINEER,),
        packets_to=SECOND_LINE,
        hotline="400-000-0000",
        hotline_hours="9:00-18:00",
    )
