"""Act one: a customer writes, gets an account, uploads at night; the packet goes its way."""

from io import BytesIO
from zipfile import ZipFile

from mailbot.demo.checks import (
    alone,
    both,
    by_itself,
    got,
    got_just,
    got_nothing,
    login_opens,
    never_together,
    sealed_in_sent,
)
from mailbot.demo.crash_dump import KERNEL, Crash, crash_dump
from mailbot.demo.deeds import (
    approves,
    engineer_writes,
    nothing_happens,
    reads_login,
    second_line_writes,
    uploads,
    writes_first,
)
from mailbot.demo.script import Expectation, Frame, Script, Step
from mailbot.demo.setting import BEGINS, CUSTOMER, ENGINEER, SECOND_LINE, at
from mailbot.demo.words import ENGINEER_ASKS, REQUEST, REQUEST_SUBJECT, SECOND_LINE_ASKS


def _event_logs() -> bytes:
    """A small true archive."""
    archive = BytesIO()
    with ZipFile(archive, "w") as logs:
        logs.writestr("System.evtx", b"ElfFile\0" + bytes(40_000))
        logs.writestr("Application.evtx", b"ElfFile\0" + bytes(30_000))
    return archive.getvalue()


_CRASH = Crash(0x139, (3, 0xFFFFF90E7A2C1750, 0xFFFFF90E7A2C16A8, 0), at("03-02", "15:12"))
FIRST_FILES = {
    "MEMORY.DMP": crash_dump(_CRASH, KERNEL, 60),
    "EventLogs.zip": _event_logs(),
}
_NIGHT = at("03-03", "22:39")
_MORNING = at("03-04", "09:00")

REQUEST_ACT: Script = (
    Step(
        "request",
        at("03-03", "16:20"),
        writes_first(CUSTOMER, REQUEST_SUBJECT, REQUEST),
        (
            Expectation(
                "Chen Jing's mailbox has word at once that a draft waits for her",
                got(ENGINEER, BEGINS),
            ),
            Expectation(
                "nothing left to the customer: a password waits for a human's yes",
                got_nothing(CUSTOMER, BEGINS),
            ),
        ),
        chapter="Day 1 · A customer asks how to upload",
    ),
    Step(
        "account",
        at("03-03", "16:26"),
        reads_login(CUSTOMER, approves("upload_instructions", "on her phone")),
        (
            Expectation(
                "he has it six minutes after he asked, addressed to him alone",
                both(got_just(1, CUSTOMER, BEGINS), alone(CUSTOMER, BEGINS)),
            ),
            Expectation(
                "the login in the letter really opens the SFTP server", login_opens(CUSTOMER)
            ),
            Expectation(
                "the password is in no folder of the desk: Sent holds a seal",
                sealed_in_sent(CUSTOMER),
            ),
        ),
        frame=Frame(CUSTOMER, "in the customer's language · the password is shown only to him"),
    ),
    Step(
        "upload",
        _NIGHT,
        uploads(CUSTOMER, FIRST_FILES),
        chapter="The same night, 22:39 · The desk has gone home",
    ),
    Step(
        "receipt",
        at("03-03", "22:41"),
        nothing_happens,
        (
            Expectation(
                "the receipt came at 22:40, nobody was awake, and it names both files",
                both(
                    got(CUSTOMER, _NIGHT, "MEMORY.DMP", "EventLogs.zip"),
                    by_itself(CUSTOMER, _NIGHT),
                ),
            ),
            Expectation("it is the only letter: no robot chatter", got_just(1, CUSTOMER, _NIGHT)),
        ),
        frame=Frame(CUSTOMER, "22:40, by itself: what came, who looks at it, by when"),
    ),
    Step(
        "packet",
        at("03-04", "09:10"),
        approves("escalation_packet", "over her first coffee"),
        (
            Expectation(
                "the second line has the packet, bugcheck read from the dump itself",
                got(SECOND_LINE, _MORNING, "139"),
            ),
            Expectation(
                "the customer stands on no mail to the second line",
                never_together(SECOND_LINE, CUSTOMER),
            ),
        ),
        chapter="Day 2 · The packet for the second line was ready before anybody came in",
        frame=Frame(SECOND_LINE, "filled from the case and from the dump itself", "139"),
    ),
    Step(
        "second line asks",
        at("03-04", "14:30"),
        second_line_writes(SECOND_LINE_ASKS),
        (Expectation("not a word of it went to the customer", got_nothing(CUSTOMER, _MORNING)),),
    ),
    Step(
        "engineer asks",
        at("03-04", "15:05"),
        engineer_writes(CUSTOMER, ENGINEER_ASKS),
        (
            Expectation(
                "the bot adds nothing: the engineer has said it herself",
                got_nothing(CUSTOMER, _MORNING),
            ),
        ),
        remark="From her own mail program, as always. The bot reads along and starts its clock.",
    ),
)
