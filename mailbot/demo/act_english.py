"""Meanwhile: another customer, in English, on a Saturday night; and a forger on Sunday."""

from mailbot.demo.checks import both, by_itself, got, got_just, got_nothing, nobody_wrote_to
from mailbot.demo.deeds import approves, engineer_writes, forges, is_away, replies, writes_first
from mailbot.demo.script import Expectation, Frame, Script, Step
from mailbot.demo.setting import CUSTOMER, OTHER_CUSTOMER, STRANGER, at
from mailbot.demo.words import (
    AWAY,
    ENGINEER_TO_RUTH,
    FORGED,
    SERVER_HANGS,
    SERVER_SUBJECT,
    SOLVED,
)

_SATURDAY = at("03-14", "22:40")
_SUNDAY = at("03-15", "09:12")
_TUESDAY = at("03-17", "17:00")

NIGHT_ACT: Script = (
    Step(
        "english report",
        _SATURDAY,
        writes_first(OTHER_CUSTOMER, SERVER_SUBJECT, SERVER_HANGS),
        (
            Expectation(
                "she has her answer at 22:40 on a Saturday, in English",
                both(got(OTHER_CUSTOMER, _SATURDAY, "C-"), by_itself(OTHER_CUSTOMER, _SATURDAY)),
            ),
        ),
        chapter="Day 12, Saturday, 22:40 · Another customer, another language",
        frame=Frame(OTHER_CUSTOMER, "22:40 on a Saturday, by itself"),
    ),
    Step(
        "absence notice",
        at("03-14", "22:41"),
        is_away(OTHER_CUSTOMER, AWAY),
        (
            Expectation(
                "a machine's mail is never answered: no two robots talk to each other",
                got_just(1, OTHER_CUSTOMER, _SATURDAY),
            ),
        ),
    ),
    Step(
        "forgery",
        _SUNDAY,
        forges(FORGED),
        (
            Expectation("the stranger got nothing", nobody_wrote_to(STRANGER)),
            Expectation(
                "no new password was made and no letter left to the customer",
                got_nothing(CUSTOMER, _SUNDAY),
            ),
        ),
        chapter="Day 13, Sunday · Somebody pretends to be the engineer",
    ),
)

SOLVED_ACT: Script = (
    Step(
        "english analysis",
        at("03-16", "10:05"),
        engineer_writes(OTHER_CUSTOMER, ENGINEER_TO_RUTH),
        chapter="Day 14, Monday · The English case, solved",
    ),
    Step("english solved", at("03-17", "17:20"), replies(OTHER_CUSTOMER, SOLVED)),
    Step(
        "english closed",
        at("03-17", "17:31"),
        approves("closed", "in the terminal"),
        (
            Expectation(
                "her case is closed with one letter, in English",
                both(
                    got(OTHER_CUSTOMER, _TUESDAY, "closed"),
                    got_just(1, OTHER_CUSTOMER, _TUESDAY),
                ),
            ),
        ),
    ),
)
