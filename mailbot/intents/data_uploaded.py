"""The customer says that files have been uploaded or are attached, now and finished."""

from mailbot.understanding.intent import Effect, Intent, Owes, Phrase, Presumes, Side
from mailbot.understanding.scopes import Scope

_BLOCKED = frozenset(
    {Scope.NEGATED, Scope.FUTURE, Scope.QUESTION, Scope.CONDITION, Scope.REQUESTED, Scope.QUOTED}
)
_SHOWN = frozenset({Scope.NEGATED, Scope.FUTURE, Scope.QUESTION, Scope.CONDITION, Scope.QUOTED})

INTENT = Intent(
    name="data_uploaded",
    called=("说资料已上传", "says that data has come"),
    side=Side.CUSTOMER,
    effect=Effect.BRINGS_DATA,
    asks=True,
    presumes=Presumes.A_CASE,
    letter="data_received",
    owes=Owes.WE_FORWARD,
    blocked_by=_BLOCKED,
    phrases=(
        Phrase(
            r"[见看在是为附随放贴到]…附件|附件(?:里|中|内|有|已|请)|随函|随信|随邮件",
            0.93,
            yes=("截图见附件", "日志我放在附件里了", "错误画面随信发您"),
            no=("忘了放在附件里没有？", "计划在附件里，供参考", "你们发来的附件里只有一页"),
            unless=r"计划|合同|开票|发票|您发|你们?[发的]|打不开|太大|收到|客户资料|值班",
            blocked_by=_SHOWN,
        ),
        Phrase(
            r"(?:已经?|全部?|都|刚刚?)[^,，。吗]{0,8}(?:上传|传[完了上好到过至])",
            0.93,
            yes=("dump已上传到FTP", "五个包全传完了", "日志刚刚传到服务器"),
            no=("日志已备妥，马上上传", "是不是都传过了？", "我都传了两天"),
            unless=r"失败|两天|几次|多次|以为|不上|账号|报错|备妥|说的?\W|内部",
        ),
        Phrase(
            r"(?:传|放|拷|丢|挂|发|导|扔|交)(?:完|上去|过去|进去|齐|好|上来)了(?!我|就|再)",
            0.92,
            yes=("传好了，您看看", "录像我放进去了", "包发过去了"),
            no=("等传好了我叫您", "好像传完了，大小不对", "以为传完了，其实没有", "传完了吗？"),
            unless=r"以为|好像|本来|显示|断在|大小|应该",
        ),
        Phrase(
            r"(?:放|丢|挂|拷|存|躺|搁|置)[在到进于]了?.{0,14}(?:目录|文件夹|服务器|桶|sftp|盘)",
            0.93,
            yes=("dump放在你们给的那个目录了", "包丢到服务器上了"),
            no=("放到哪个目录？", "我明天放到服务器上", "还存在U盘里"),
            unless=r"u盘|那台|下架|脚本|补丁|自己|云盘在|哪",
        ),
        Phrase(
            r"在(?:你们?|您|贵司|贵方)(?:的|那边?|那儿)?.{0,4}(?:服务器|目录|文件夹|sftp|桶|那)",
            0.95,
            yes=("文件已经在你们服务器上", "都在您那边目录里"),
            no=("现在在你们服务器上吗？", "文件不在您的目录里"),
        ),
        Phrase(
            r"(?:截图|照片|日志|文件|包|dump).{0,4}(?:附上|"
            r"附后|见附|发您(?!个|的)|给您了|贴上|附于)",
            0.93,
            yes=("截图已附上", "照片贴上了"),
            no=("日志明天发您", "日志能不能发您邮箱？"),
        ),
        Phrase(
            r"请(?:您)?(?:查收|过目|接收|签收|查阅)",
            0.92,
            yes=("日志打包好了，请查收", "文件请您接收"),
            no=("你们寄的硬盘怎么查收？", "明天传完再请查收"),
            blocked_by=_SHOWN,
        ),
        Phrase(
            r"(?:已经?|都|早就?) ?(?:upload|attach|put|push|share)",
            0.95,
            yes=("log 已经 upload 到 ftp", "两个文件都 attach 了"),
            no=("log 还没有都 upload", "已经 upload 了吗？"),
        ),
        Phrase(
            r"\b(?:i|we|just|has|have|all|been|are|is|'ve|was|were|both|now)…\buploaded\b",
            0.92,
            yes=("I've uploaded both logs.", "All files have been uploaded."),
            no=("Nothing has been uploaded yet.", "You say the dump was uploaded."),
            unless=r"\b(?:you say|before|holiday|different|check|that i|i'd)\b",
        ),
        Phrase(
            r"\b(?:is|are|lies?|sits?|'s|'re|been|now) (?:all |now )?(?:on|in) your\b",
            0.95,
            yes=("The capture is on your server.", "They are now in your folder."),
            no=("Is it on your server?", "The ball is in your court."),
            unless=r"\b(?:court|hands|mail|letter|manual)\b",
        ),
        Phrase(
            r"\b(?:is|are|have|see|find|been|log|here|as) attached\b|^attached\b(?! is)",
            0.92,
            yes=("The trace is attached.", "Please find attached the log.", "Attached."),
            no=("The key is attached to the contract.", "No log is attached."),
            unless=r"\b(?:contract|order|disk|volume|cable|host)\b",
            blocked_by=_SHOWN,
        ),
        Phrase(
            r"\b(?:in|into|to|under|on|at) (?:/upload|/in|/drop|/\w+/\d)",
            0.92,
            yes=("I dropped the dump into /upload/4711.", "Both are in /incoming."),
            no=("Should I put it in /upload?", "Your shell shows 100 % on /incoming."),
            unless=r"\b(?:shows?|shell|failed|error|uploading)\b",
        ),
        Phrase(
            r"\b(?:log|trace|dump|file|core|capture|part)s?…(?:uploaded|attached)\b",
            0.92,
            yes=("Core dumps of three nodes uploaded.", "Logs attached."),
            no=("The log you attached is empty.", "No dump uploaded yet."),
            unless=r"\byou\b",
        ),
        Phrase(
            r"\b(?:is|are) (?:now )?(?:in|on) the (?:\w+ )?(?:folder|server|s?ftp|share)\b",
            0.92,
            yes=("Both logs are on the server.", "The trace is in the incoming folder."),
            no=("Is the trace in the folder?", "The logs are not on the server."),
        ),
        Phrase(
            r"\b(?:is|are|'re|it went) (?:up|across)\b(?! (?:fine|as|to|and|for|again))",
            0.9,
            yes=("The pcap is up.", "It went up at noon."),
            no=("Are they up?", "The link is up again.", "All paths are up."),
            unless=r"\b(?:paths?|links?|server|if|back|system|hosts?|services?|nodes?)\b",
        ),
        Phrase(
            r"已(?:放|寄|置|拖|拷|传|搁|导)[到在至于入给]|补上了|带上了|[发给]您了|放下了",
            0.9,
            yes=("诊断文件已置于指定目录", "漏的那份补上了"),
            no=("已转给主任通知", "漏的补上了吗？", "这回补上了三次"),
            unless=r"三|积分",
        ),
        Phrase(
            r"\bi (?:attach|enclose) |\bfind enclosed\b|^enclosed\b|\b(?:in|to) this e?mail\b",
            0.9,
            yes=("I enclose the event list.", "The photo is in this mail."),
            no=("Should I attach it?", "If I attach the dump, can you read it?"),
            blocked_by=_SHOWN,
        ),
        Phrase(
            r"(?:日志|文件|录像|转储|截图|包|都)"
            r"[^,，。]{0,8}在[^,，。]{0,8}(?:目录|文件夹|网盘|邮件)",
            0.93,
            yes=("两份转储都在那个文件夹里", "日志在收件目录"),
            no=("日志不在目录里", "文件在哪个目录？"),
        ),
        Phrase(
            r"\bsee (?:attached|screen ?shot|pic)\b",
            0.93,
            yes=("See attached.", "More in the log, see screenshot."),
            no=("Can you see attached files?", "I will see pic tomorrow."),
            blocked_by=_SHOWN,
        ),
    ),
)
