"""The last act: the watch ends, the case is closed and its account shut; then it comes back."""

from mailbot.demo.checks import (
    both,
    by_itself,
    got,
    got_just,
    got_nothing,
    login_opens,
    login_refused,
)
from mailbot.demo.crash_dump import FULL, Crash, crash_dump
from mailbot.demo.deeds import approves, nothing_happens, reads_login, replies, uploads
from mailbot.demo.script import Expectation, Frame, Script, Step
from mailbot.demo.setting import CUSTOMER, ENGINEER, at
from mailbot.demo.words import AGAIN

_CRASH = Crash(0x139, (3, 0xFFFFF90E7A2C1750, 0xFFFFF90E7A2C16A8, 0), at("04-06", "15:48"))
_FULL_DUMP = {"MEMORY-full.dmp": crash_dump(_CRASH, FULL, 200)}
_NOTICE = at("03-26", "16:00")
_CLOSED = at("03-29", "00:00")
_HOLIDAY = at("04-06", "21:15")
_BACK = at("04-07", "09:00")
_WHOLE = at("04-07", "09:20")

ENDING_ACT: Script = (
    Step(
        "closing notice",
        at("03-26", "16:45"),
        nothing_happens,
        (
            Expectation(
                "the closing notice left by itself, at the hour the watch ended",
                both(got_just(1, CUSTOMER, _NOTICE), by_itself(CUSTOMER, _NOTICE)),
            ),
        ),
        chapter="Day 24 · A week without a crash",
        frame=Frame(CUSTOMER, "three digits to answer with, and how to come back"),
    ),
    Step(
        "still open",
        at("03-28", "11:00"),
        nothing_happens,
        (
            Expectation(
                "on Saturday the case is not closed yet: the login still opens",
                login_opens(CUSTOMER),
            ),
        ),
    ),
    Step(
        "closed",
        at("03-30", "09:05"),
        nothing_happens,
        (
            Expectation(
                "on Monday it is closed, and the server refuses the login",
                login_refused(CUSTOMER),
            ),
            Expectation("closing needs no further letter", got_nothing(CUSTOMER, _CLOSED)),
        ),
        chapter="Day 28 · Closed, and the account shut",
    ),
    Step(
        "again",
        _HOLIDAY,
        replies(CUSTOMER, AGAIN),
        (
            Expectation("Chen Jing has word of it", got(ENGINEER, _HOLIDAY)),
            Expectation(
                "on a public holiday nothing with a password leaves without her",
                got_nothing(CUSTOMER, _HOLIDAY),
            ),
        ),
        chapter="Day 35, a public holiday · It comes back",
    ),
    Step(
        "reopened",
        at("04-07", "09:02"),
        reads_login(CUSTOMER, approves("upload_instructions", "on her way in")),
        (
            Expectation(
                "one letter says both: it is open again, and here is a login",
                got_just(1, CUSTOMER, _BACK),
            ),
            Expectation("the new login opens the server", login_opens(CUSTOMER)),
        ),
        chapter="Day 36 · Open again",
        frame=Frame(CUSTOMER, "two things to say, one letter"),
    ),
    Step("full dump", _WHOLE, uploads(CUSTOMER, _FULL_DUMP)),
    Step(
        "full dump receipt",
        at("04-07", "09:22"),
        nothing_happens,
        (
            Expectation(
                "the full dump asked for five weeks ago is here, and receipted",
                got(CUSTOMER, _WHOLE, "MEMORY-full.dmp"),
            ),
        ),
    ),
)
