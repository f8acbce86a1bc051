"""The customer declines to provide data or to run a tool."""

from mailbot.understanding.intent import Effect, Intent, Owes, Phrase, Presumes, Side
from mailbot.understanding.scopes import Scope

_BLOCKED = frozenset({Scope.QUESTION, Scope.QUOTED, Scope.SUPPOSED})

INTENT = Intent(
    name="data_refused",
    called=("不便提供资料", "declines to give data"),
    side=Side.CUSTOMER,
    effect=Effect.REFUSES_DATA,
    presumes=Presumes.THAT_CASE,
    letter="refusal_alternatives",
    owes=Owes.NOBODY,
    blocked_by=_BLOCKED,
    phrases=(
        Phrase(
            r"规定(?!说)…[不禁]|违反…规定|不合规",
            0.9,
            yes=("公司规定不能往外发", "这样做不合规"),
            no=("规定不能用热点", "没有规定说不能带出去"),
            unless=r"没有|热点|点 yes",
        ),
        Phrase(
            r"[不禁没未][^,，。]{0,6}(?:外传|外流|外发|外泄|"
            r"外给|离开|出(?:院|门|厂|境|楼|机房|内?网))",
            0.93,
            yes=("录像按制度不外传", "这种盘禁止带出机房"),
            no=("外发要等周四", "能不能外传？"),
        ),
        Phrase(
            r"不(?:予|许|允许?|准|让|同意|批|肯|愿意?)(?:提供|"
            r"外|给|装|拷|拍|导|传|发|用|采|收|抓|跑|带|碰)",
            0.9,
            yes=("甲方不同意提供", "他们不让装任何软件"),
            no=("登上以后不让传", "网页不让发大文件"),
            unless=r"登|网页|用 ?u|服务器不|今晚",
        ),
        Phrase(
            r"(?:日志|dump|转储|录像|文件|截图|数据|镜像|抓包)…"
            r"不(?:给|能给|行|予|方便(?!给)|提供|准|许|传了)",
            0.93,
            yes=("内存镜像我们不提供", "这类数据一律不给"),
            no=("日志现在不方便给，晚上弄", "日志现在不给，晚上给"),
            unless=r"现在|行不",
        ),
        Phrase(
            r"(?:领导|法务|律师|客户|甲方|经理|老板|合规|总部|"
            r"工会|安全)…(?:不[批同让允准点]|没批|回绝|否)",
            0.93,
            yes=("法务那边没批", "甲方不同意"),
            no=("领导还没批，批了就传", "客户端不让登录", "法务同意没有？"),
            unless=r"还没|报价|客户端|尚未|第.条",
        ),
        Phrase(
            r"别想了?|没商量|免谈|恕难|就不[给装传]了|歉难|碍难|(?:涉密|隐私|保密)…[不禁]",
            0.92,
            yes=("抓包就别想了", "恕难从命", "那份就不给了"),
            no=("隐私模式开不了是不是正常？", "如果太麻烦就不装了"),
        ),
        Phrase(
            r"\b(?:will not|won't|cannot|can't|may not|n't) (?:share|give|part|hand|release)\b",
            0.93,
            yes=("We cannot share any memory image.", "They won't hand over the log."),
            no=("Can't you share your screen?", "I can't give it today."),
            unless=r"today",
        ),
        Phrase(
            r"\b(?:never|not?|n't|nothing|cannot)…(?:leaves? (?:the|this|our)|handed)\b",
            0.93,
            yes=("Dumps may not leave the building.", "A copy will never be handed out."),
            no=("Has it not been handed over yet?", "Why does it not leave the queue?"),
        ),
        Phrase(
            r"\b(?:legal|security|council|union|dpo|lawyers?)…(?:no\b|not\b|veto|reject)",
            0.9,
            yes=("Legal said no.", "The works council said no."),
            no=("Has legal said no?", "If legal rejects it, I will say so."),
        ),
        Phrase(
            r"\b(?:out of the question|rather not|not on the table|no can do|won't get)\b",
            0.9,
            yes=("A capture is out of the question.", "I'd rather not send it."),
            no=("Mail is out of the question.", "I'd rather not guess."),
            unless=r"\bmail|\bguess",
        ),
        Phrase(
            r"一律不|概不|[给供拷]不了|不可能的?给|不得(?:以任|对外|向)|(?:谁|都)也?不[许准]",
            0.93,
            yes=("凡带客户号的一律不出数据中心", "原始的给不了"),
            no=("密码给不了吗？", "如果给不了就算了"),
        ),
        Phrase(
            r"(?:will not|cannot|can't|won't) be (?:run|shared|provided|given)\b",
            0.95,
            yes=("The index files will not be provided.", "The script cannot be run here."),
            no=("Why can't it be run?", "If it cannot be provided, tell me."),
        ),
    ),
)
