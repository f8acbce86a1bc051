"""The customer reports a fault, new or come back."""

from mailbot.reasons import Wording
from mailbot.understanding.intent import Effect, Intent, Owes, Phrase, Side
from mailbot.understanding.scopes import Scope

_NOT_DENIED = frozenset({Scope.NEGATED, Scope.QUESTION, Scope.SUPPOSED})

INTENT = Intent(
    name="problem_report",
    called=("报告故障", "reports a fault"),
    side=Side.CUSTOMER,
    effect=Effect.REPORTS_FAULT,
    asks=True,
    owes=Owes.WE_LAST,
    told=Wording(
        "problem_report: {said}", "客户报告了问题：{said}", "the customer reports: {said}"
    ),
    blocked_by=frozenset({Scope.QUESTION, Scope.SUPPOSED}),
    gives_way=frozenset({"upload_problem", "step_result", "data_refused", "resolved"}),
    phrases=(
        Phrase(
            r"又(?!没|不|说)[^,，。又是]{0,6}(?:死|挂|卡|"
            r"断|停|崩|蓝|重启|掉|宕|黑|报错|离线|闪退|来了)",
            0.94,
            yes=("服务器刚才又死机了", "昨天又断了两回"),
            no=("如果主控又死机怎么办？", "上传又断了"),
            unless=r"传|续|哪天|会不会|发错|改回",
        ),
        Phrase(
            r"(?:今[早天晨]|昨[晚天夜]|凌晨|早上|夜里|\d点)"
            r"[^,，。没传]{0,12}(?:死|挂|断|崩|蓝|重启|掉|宕|黑屏)",
            0.92,
            yes=("今早六点主机自己重启", "凌晨数据库宕了"),
            no=("昨晚没有死机", "今晚上传断了", "昨天的重启是计划内的"),
            unless=r"传|没|说|趁|登|账号|计划|安排|报的",
        ),
        Phrase(
            r"(?:自[动己]|莫名|无故|突然|频繁|反复|随机)…"
            r"(?:重启|关机|断电|死机|蓝屏|掉线|报错|黑屏)",
            0.92,
            yes=("工作站自己关机", "交换机频繁掉线"),
            no=("会不会自动重启？", "若突然断电怎么办？"),
        ),
        Phrase(
            r"(?:从|自)(?:今|昨|上周|周|早|上午|下午|\d)[^,，。]{0,6}(?:起|开始)|上周[^,，。]?起",
            0.93,
            yes=("门禁从昨天下午开始刷不了", "自周一起每天掉线"),
            no=("从今天起由小王负责", "从几号开始收费？", "自周二起再没黑屏"),
            unless=r"负责|没|调|传|正常|改",
        ),
        Phrase(
            r"(?:开始|每天|每到|整点|定时|一开机).{0,8}(?:掉|"
            r"断|停|卡|重启|死|丢)|请(?:协助|帮忙)分析",
            0.9,
            yes=("每天八点就掉线", "主机报0x7E，请协助分析"),
            no=("今晚开始传，断了我喊您", "一到2G就断"),
            unless=r"传",
        ),
        Phrase(
            r"(?:电脑|服务器|主机|终端|机器|系统|节点|数据库|网络|刚)…(?:[挂崩瘫死蓝黑]了)",
            0.93,
            yes=("核心数据库挂了", "我这台电脑刚刚蓝了"),
            no=("服务器要是挂了怎么办？", "上传服务器是不是挂了？"),
        ),
        Phrase(
            r"\b(?:down|froze|crashed|dropped|hung|failed|happened|rebooted|stopped) again\b",
            0.95,
            yes=("The database is down again.", "It crashed again at noon."),
            blocked_by=_NOT_DENIED,
            no=("It hasn't happened again.", "The upload failed again."),
            unless=r"\bupload|\btransfer|\blogin",
        ),
        Phrase(
            r"\bagain (?:at (?:\d|noon)|this (?:morning|after)|last night|today|yesterday)\b",
            0.93,
            yes=("Same again this morning.", "The gate stalled again last night."),
            blocked_by=_NOT_DENIED,
            no=("Did it happen again today?", "I tried the login again today."),
            unless=r"\blogin|\bupload|\btried|\bread",
        ),
        Phrase(
            r"\b(?:crashed|froze|hung|bluescreened|panicked|kernel panic|died|bugcheck)\b",
            0.88,
            yes=("Node 4 panicked during the backup.", "Our host froze at ten."),
            no=("It hasn't crashed since.", "Is it known why it died?", "The upload hung at 90 %."),
            blocked_by=_NOT_DENIED,
            unless=r"\b(?:upload\w*|filezilla|never|session|client|export|dreamt)\b|%",
        ),
        Phrase(
            r"\b(?:went|goes|gone) (?:black|down|offline|grey|read-only|dead|missing)\b",
            0.93,
            yes=("Four cameras went offline.", "The volume has gone read-only."),
            blocked_by=_NOT_DENIED,
            no=("What if it went down?", "Why is it that the light went grey?"),
        ),
        Phrase(
            r"\b(?:server|host|node|database|printer|switch|app)s?\b…\b(?:down|dead|stuck)\b",
            0.88,
            yes=("The file server is down.", "Two printers on ward 3 are dead."),
            no=("Your server is dead again, my upload stops.", "The server is no longer stuck."),
            blocked_by=_NOT_DENIED,
            unless=r"\byour?\b|\bslow down\b",
        ),
        Phrase(
            r"又[^,，。传是]{0,8}(?:瘫|灭|堵|吞|飘|慢|自己|犯|跪|闪|丢|冒)",
            0.93,
            yes=("无线又瘫了", "急诊那台监护又灭了"),
            no=("怎么又慢了一天才回信？", "又传丢了"),
        ),
    ),
)
