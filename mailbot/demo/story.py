"""The story the demo tells: thirty-six days of one case, and a few of another."""

from mailbot.demo.act_ending import ENDING_ACT
from mailbot.demo.act_english import NIGHT_ACT, SOLVED_ACT
from mailbot.demo.act_request import REQUEST_ACT
from mailbot.demo.act_silence import REMINDED_ACT, WITHDRAWN_ACT
from mailbot.demo.script import Script

STORY: Script = tuple(
    sorted(
        (*REQUEST_ACT, *WITHDRAWN_ACT, *NIGHT_ACT, *SOLVED_ACT, *REMINDED_ACT, *ENDING_ACT),
        key=lambda step: step.at,
    )
)
