"""How absences are spoken of: in Chinese, and in better English."""

from mailbot.absent import Absent
from mailbot.reasons import Wording

ABSENT = (
    # What follows from it, to who ordered it.
    Wording(Absent.AWAY_UNTIL, "{person} 外出到{day}（含当天）"),
    Wording(Absent.AWAY_OPEN, "{person} 外出，直到执行 `mailbot back` 或来信为止"),
    Wording(Absent.GOES_TO, "此后其名下的事项转给 {to}"),
    Wording(Absent.LEAD_HEARS, "没有在岗的代理人：此后其名下的事项通知负责人（{to}）"),
    Wording(Absent.NOBODY_HEARS, "没有在岗的代理人，也没有设置负责人：仍通知本人"),
    Wording(Absent.BACK, "{person} 已回来：此后其名下的事项仍通知本人"),
    Wording(Absent.WAS_THERE, "{person} 并没有外出，没有改动"),
    # What happened in a case meanwhile, to who is back.
    Wording(Absent.IN_A_CASE, "{name}：{reasons}"),
    Wording(Absent.MAILS_CAME, "客户来信 {count} 封"),
)
