"""Staff sends the case to another line or to a vendor, or says that it will."""

from mailbot.understanding.intent import Effect, Intent, Phrase, Side
from mailbot.understanding.scopes import Scope

INTENT = Intent(
    name="hand_over",
    called=("转交二线或厂商", "hands the case over"),
    side=Side.STAFF,
    effect=Effect.HANDS_OVER,
    blocked_by=frozenset({Scope.NEGATED, Scope.SUPPOSED, Scope.QUOTED}),
    phrases=(
        Phrase(
            r"案例升级|升级处理",
            0.99,
            yes=("这个问题需要升级处理", "收到dump后马上开始案例升级流程"),
            no=("请按升级流程升级固件", "如果还不行，再升级处理吗？"),
        ),
        Phrase(
            r"[转交报递给请]…(?:二线|三线|原厂|研发|厂商|专家|产品线|厂家)",
            0.97,
            yes=("已转二线处理", "今天把日志交给原厂了", "案例已报研发"),
            no=("转给厂家的事先不转", "要不要转原厂？"),
            unless=r"还是|先不|吗|商量|要不要",
        ),
        Phrase(
            r"(?:二线|三线|原厂|研发|厂商|专家|厂家|产品组)…(?:接|跟进|牵头|主办|继续|介入|回访|联系|收了)",
            0.95,
            yes=("后面由原厂跟进", "二线的同事会联系您", "研发今晚接手"),
            no=("二线没有意见", "厂家的固件很旧"),
        ),
        Phrase(
            r"(?:升级(?:到|至|给)|已升级|[转移交派]给?[到至了]?)…(?:二线|组|专业|专员|同事)",
            0.93,
            yes=("此案例升级到二线", "已移交网络组", "交给数据库组的同事了"),
            no=("驱动升级到新版", "账号转给设备组"),
            unless=r"先不|吗|固件|驱动|[账帐]号",
        ),
        Phrase(
            r"由(?:他|她|\S{1,5})…(?:接手|接过|跟进|回复|答复|对接|直接联系)|接手",
            0.92,
            yes=("今后由他答复您", "费工接手了"),
            no=("由您决定", "问题已由客服答复"),
            unless=r"客服",
        ),
        Phrase(
            r"\b(?:escalated|handed|passed|passing|transferred|moved|forwarded)\b…\bto\b",
            0.96,
            yes=("I've escalated it to tier 2", "Your case was passed to the storage group"),
            no=("You've moved to another maker", "We considered passing it to them"),
            unless=r"you(?:'ve| have)|considered",
        ),
        Phrase(
            r"\b(?:second|third) line\b|\b(?:l2|l3|tier [23]|level two)\b",
            0.9,
            yes=("Second line has it now", "This goes to tier 2"),
            no=("Shall I ask second line?", "If third line agrees, fine"),
            unless=r"\?|if|意见|discuss|agree",
        ),
        Phrase(
            r"\b(?:i've|have) (?:opened|raised|filed|asked)\b…\b(?:with|at|vendor|maker)\b",
            0.95,
            yes=("I've opened a case with the vendor", "We have raised it with the maker"),
            no=("I've opened the log", "Have you asked them?"),
        ),
        Phrase(
            r"\b(?:takes|taken|taking) (?:over|(?:it|this|the case) (?:from|over))\b",
            0.92,
            yes=("The kernel team takes over", "Rosa is taking this from here"),
            no=("Take it easy", "I'm taking the case off the list"),
        ),
        Phrase(
            r"\b(?:will|they'll) (?:contact|ring|call|write to) you\b",
            0.93,
            yes=("The vendor will contact you directly", "Mr Dahl will ring you"),
            no=("My colleague will ring you", "I'll ring you"),
            unless=r"\bcolleague\b",
        ),
        Phrase(
            r"\b(?:all yours|over to (?:the|net|driver)|this goes to|now with)\b",
            0.92,
            yes=("Over to the driver folks", "This goes to development"),
            no=("Over to you: tell me if it works", "This goes to the archive"),
            unless=r"archive",
        ),
    ),
)
