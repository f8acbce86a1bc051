"""How the weekly letter is worded in Chinese."""

from mailbot.reasons import Wording
from mailbot.weekly_kinds import Weekly

WEEKLY = (
    Wording(Weekly.BEGUN, "新案例：{count}（前一周：{before}）"),
    Wording(Weekly.CLOSED, "已关闭的案例：{count}（前一周：{before}）"),
    Wording(Weekly.FIRST_ANSWER, "首次答复用时的中位数（工作小时）：{count}（前一周：{before}）"),
    Wording(Weekly.APPROVED, "确认发出的信：{count}（前一周：{before}）"),
    Wording(Weekly.UNCHANGED, "其中未作修改：{count}（前一周：{before}）"),
    Wording(Weekly.REMINDERS, "发出的跟进提醒：{count}（前一周：{before}）"),
    Wording(Weekly.WAITS_FOR_US, "{name} 自{day}起等我方处理"),
)  # fmt: skip
