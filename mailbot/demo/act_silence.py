"""Act two: the customer falls silent; one reminder is withdrawn, one leaves and is answered."""

from mailbot.demo.checks import alone, both, by_itself, got, got_just, got_nothing
from mailbot.demo.deeds import (
    approves,
    engineer_writes,
    nothing_happens,
    replies,
    second_line_writes,
    uploads,
)
from mailbot.demo.script import Expectation, Frame, Script, Step
from mailbot.demo.setting import CUSTOMER, ENGINEER, SECOND_LINE, at
from mailbot.demo.words import (
    ENGINEER_FIRST,
    ENGINEER_WATCHES,
    LIST_UPLOADED,
    SECOND_LINE_ANSWERS,
    THANKS,
)

_PHOTO = {"软件列表_appwiz.jpg": b"\xff\xd8\xff\xe0" + bytes(90_000) + b"\xff\xd9"}
_ANNOUNCED = at("03-11", "08:45")
_REMINDED = at("03-18", "09:30")
_ANSWERED = at("03-18", "20:00")
_WATCHED = at("03-19", "16:00")

WITHDRAWN_ACT: Script = (
    Step(
        "announced",
        at("03-11", "08:46"),
        nothing_happens,
        (
            Expectation(
                "Chen Jing's morning list says that a reminder leaves today at 15:05",
                got(ENGINEER, _ANNOUNCED, "15:05"),
            ),
        ),
        chapter="Day 9 · A week of silence",
        frame=Frame(ENGINEER, "08:45: nothing the bot begins leaves unannounced"),
    ),
    Step(
        "engineer first",
        at("03-11", "09:40"),
        engineer_writes(CUSTOMER, ENGINEER_FIRST),
        remark="At 09:40 she writes to him herself. She need not tell the bot.",
    ),
    Step(
        "withdrawn",
        at("03-11", "15:10"),
        nothing_happens,
        (
            Expectation(
                "15:05 passed, no reminder left: it fell away when she wrote first",
                got_nothing(CUSTOMER, _ANNOUNCED),
            ),
        ),
    ),
)

REMINDED_ACT: Script = (
    Step(
        "reminder",
        at("03-18", "09:45"),
        nothing_happens,
        (
            Expectation(
                "this time nobody wrote: the reminder leaves by itself, to him alone",
                both(by_itself(CUSTOMER, _REMINDED), alone(CUSTOMER, _REMINDED)),
            ),
            Expectation(
                "it is the only letter in all that time", got_just(1, CUSTOMER, _ANNOUNCED)
            ),
            Expectation(
                "it names exactly what is missing, and can be answered with one digit",
                got(CUSTOMER, _REMINDED, "软件", "【1】"),
            ),
        ),
        chapter="Day 16 · Another week of silence",
        frame=Frame(CUSTOMER, "announced the day before, and left at its time"),
    ),
    Step("photo", at("03-18", "20:10"), uploads(CUSTOMER, _PHOTO)),
    Step(
        "answer",
        at("03-18", "20:15"),
        replies(CUSTOMER, LIST_UPLOADED),
        (
            Expectation(
                "one receipt, not two: the file and the mail about it are one thing",
                got_just(1, CUSTOMER, _ANSWERED),
            ),
        ),
    ),
    Step(
        "second packet",
        at("03-19", "09:05"),
        approves("escalation_packet", "with the new evidence"),
        (
            Expectation(
                "the second line has it within the day",
                got_just(1, SECOND_LINE, at("03-19", "09:00")),
            ),
        ),
        chapter="Day 17 · The cause, and a watch",
    ),
    Step("analysis", at("03-19", "16:10"), second_line_writes(SECOND_LINE_ANSWERS)),
    Step(
        "watch",
        at("03-19", "16:40"),
        engineer_writes(CUSTOMER, ENGINEER_WATCHES),
        (
            Expectation(
                "he has it from her; the bot starts the watch and says nothing",
                got_nothing(CUSTOMER, _WATCHED),
            ),
        ),
    ),
    Step(
        "thanks",
        at("03-19", "17:02"),
        replies(CUSTOMER, THANKS),
        (
            Expectation(
                "a mail that only says thanks gets no letter, and the watch runs on",
                got_nothing(CUSTOMER, _WATCHED),
            ),
        ),
    ),
)
