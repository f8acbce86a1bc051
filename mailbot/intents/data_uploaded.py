"""The customer says that files have been uploaded or are attached, now and finished."""

from mailbot.understanding.intent import Effect, Intent, Owes, Presumes, Side
from mailbot.understanding.scopes import Scope
from mailbot.understanding.vocabulary import say, ways

_BLOCKED = frozenset(
    {Scope.NEGATED, Scope.FUTURE, Scope.QUESTION, Scope.CONDITION, Scope.REQUESTED, Scope.QUOTED}
)
_NOT_AN_UPLOAD = say(
    r"会议|报价|合同|发票|邀请|尝试|试着|试图|试了|准备|安排|通知|叫客户|要求(?:客户|用户|"
    r"现场|他们)|催|提醒|失败|不成功|不上|报错|固件|补丁|证书|许可|一半|\d%|半天|多次|"
    r"几次|超时|中断|(?:您|你|你们|贵司|工程师|厂家)(?:之前|上次|刚才|已经?|"
    r"给我们?)?(?:上传|发|提供)|收到|日志?(?:显示|提示)"
)
_NOT_AN_UPLOAD_EN = (
    r"\b(?:firmware|certificate|licen[cs]e|patch|bios|drivers?|packages?|templates?|iso|"
    r"new version|tried to|trying to|you (?:have |had |'ve )?(?:uploaded|sent|attached|"
    r"provided|shared)|your (?:attach\w+|upload|mail|email|file|tool|script)|debugger|"
    r"disks?|volume|cable|usb|luns?|devices?|attached (?:tool|script|guide|steps|"
    r"instructions)|attached to (?:the )?(?:vm|host|node|server|process|switch|cluster|"
    r"pool|domain)|failed|fails|technician|replacement|rma|packets?|e-?mails? (?:are|is|"
    r"were|was|not)|spam)\b"
)
_DEST = (
    r"\b(?:on|in|to|into|at|via|by|through|over|under)\b…(?:\b(?:s?ftp|upload|you|your|"
    r"portal|case|ticket|onedrive|google drive|sharepoint|dropbox|wetransfer|cloud|"
    r"e-?mail|mail)\b|/upload|the (?:\w+ )?(?:server|share|folder|directory)\b)"
)

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
        *ways(
            r"(?:已|刚|均|都|全部|今[天早]|上午|下午|昨[天晚]|早上|方才|全)……(?:上传|"
            r"回传)(?!失败|不|者|的?(?:时候|过程|时|地址))",
            r"上传(?:完成|完毕|好了|成功|完了|结束|ok|完$|了(?!吗|么|没)|到了|上去了)|"
            r"传(?:好了|完了?|上去了|过去了)",
            confidence=0.95,
            unless=_NOT_AN_UPLOAD,
        ),
        *ways(
            r"(?:已|刚|均已|都|昨天|今天|上午)……(?:发(?:送|给|到|至|过去|了|往|出)|"
            r"传(?:到|至|给|过去|了|好)|提交|放(?:到|在|至|入|上)|拷贝?(?:到|至|给)|提供|"
            r"附上|分享|寄|导出(?:并|发))……(?:<数据>|<上传>|邮箱|邮件|您|你们|附件|目录)",
            r"<数据>……(?:已|刚|均|都|全)…(?:发(?:送|给|到|至|过去|您|你|了|往|出)|传(?:到|"
            r"至|给|过去|了|好)|提交|放(?:到|在|至|入|上)|拷贝?(?:到|至|给)|提供|附上|"
            r"分享|给您|给你|添加)",
            r"<数据>……(?:传|发|放|给)(?:好了|完了|上去了|过去了|给你们?了|给您了|到…了)",
            r"(?:放|传|拷|丢|扔)(?:在|到|进|至)(?:了)?……(?:<ftp>|/?upload|上传目录|网盘|"
            r"云盘|共享)…(?:了|里|下|中|上|$)",
            confidence=0.88,
            unless=_NOT_AN_UPLOAD + r"|工单|请求|申请|方案|备份到|同步到",
        ),
        *ways(
            r"上传(?:至|到)(?!哪|时)……(?:<ftp>|目录|服务器|upload|指定|贵|你们|您)",
            confidence=0.76,
            unless=_NOT_AN_UPLOAD + r"|怎么|如何|要|需|才|时",
        ),
        *ways(
            r"(?<!按照)(?<!参照)(?:见|看|参见|在|如|参考|是|为|随|"
            r"作为)(?:本)?(?:邮件)?(?:的)?附件|附件(?:是|为|中(?!的步骤)|里(?!的步骤)|内|"
            r"已|含|有|请查收|如下|：|:)|(?:随信|随邮件|一并|一起)…(?:附|发)|附上|"
            r"现?附…<数据>",
            r"(?:请|麻烦|烦请)?…(?:查收|查阅附件|签收)",
            r"(?:网盘|云盘|链接|取件码|提取码|奶牛快传|wetransfer)…[：:]? ?(?:https?://|\[sealed)",
            confidence=0.88,
            blocked_by=frozenset(
                {Scope.NEGATED, Scope.FUTURE, Scope.QUESTION, Scope.CONDITION, Scope.QUOTED}
            ),
            unless=(
                r"附件(?:的)?(?:工具|步骤|脚本|文档)|(?:您|你|你们|贵司)(?:发|给|邮件|"
                r"提供)?(?:的|里的)?附件|附件打不开|没(?:有)?看到|按照|根据|发现附件|收到|"
                r"太大|过大|限制|发不|邮件(?:服务|系统)|邮箱附件"
            ),
        ),
        *ways(
            r"截图如下|(?:日志|报告|结果|输出)(?:文件)?如下(?:附件|链接)|(?:详见|请见|"
            r"见)(?:下方|以下|下面)?截图",
            confidence=0.7,
            unless=r"没|未",
        ),
        *ways(
            r"\b(?:i|we|they|he|she|customer|client|colleagues?|team|user|admin|has|have|"
            r"'ve|just|already|now|all|been|was|were|is|are|finally|successfully|i've|"
            r"we've)\b…\b(?:uploaded|transferred)\b",
            r"^(?:ok|hi|hello|done|yes|hey|sorry for the delay)?\W*(?:just |all |now |"
            r"also |have |has |re-?|i |we )?(?:uploaded|transferred)\b",
            r"\bupload\b…\b(?:is|was|has|just|now|all|have|of)?……\b(?:completed?|done|"
            r"finished|succeeded|successful|went through|worked)\b",
            r"\b(?:finished|completed|done) (?:uploading|the uploads?|sending|"
            r"transferring|with the upload)\b",
            r"<data>…\buploaded\b",
            r"<files>…\b(?:is|are|have been|has been)\b…\b(?:now |already )?on (?:the|"
            r"your) (?:\w+ )?(?:server|ftp|sftp|share|portal)\b",
            r"<files>……\b(?:you|we)(?: have|'ve)? (?:wanted|asked|requested|"
            r"need(?:ed)?)\b……\b(?:are|is)\b…\b(?:on|in|at|there|attached)\b",
            confidence=0.94,
            unless=_NOT_AN_UPLOAD_EN
            + (r"|\b(?:partially|half|ownership|not|can be|to be|must be|should be|need to be)\b"),
        ),
        *ways(
            r"\b(?:i|we|i've|we've|have|has|just|already|they|he|she|customer|client|"
            r"colleague)\b…\b(?:sent|shared|submitted|posted|attached|delivered|provided|"
            r"e-?mailed|mailed|forwarded|enclosed)\b……(?:<data>|\b(?:it|them|everything|"
            r"those|these|both|all)\b)",
            (
                r"\b(?:i|we|i've|we've|have|has|just|already|they|he|she)\b…\b(?:put|"
                r"copied|dropped|placed|pushed|added|saved|left|moved|stored)\b……"
            )
            + _DEST,
            r"(?:<data>|\b(?:it|they|them|everything|all|that|this|those|"
            r"these)\b)……\b(?:is|are|been|was|were|'s|'re)\b…\b(?:placed|shared|submitted|"
            r"attached|put|dropped|enclosed)\b",
            (
                r"(?:<data>|\b(?:it|they|them|everything|all|those|these)\b)……\b(?:been|"
                r"was|were|is|are)\b…\b(?:sent|copied|pushed|delivered|provided|forwarded|"
                r"e-?mailed|mailed)\b……"
            )
            + _DEST,
            r"^(?:just |all |now |also |have )?(?:sent|attached|posted|placed|"
            r"shared)\b……(?:<data>|\b(?:it|them|you)\b)",
            r"(?:<data>|\b(?:it|they|everything)\b)…(?:\b(?:is|are|sits?|sitting)|'s|"
            r"'re)\b…\b(?:now |already )?(?:on|in|at|under)\b…(?:\b(?:s?ftp|your "
            r"(?:server|share|folder|portal))\b|/upload|the upload)",
            confidence=0.88,
            unless=_NOT_AN_UPLOAD_EN + r"|\bout of date\b|\bmaintenance\b|\bcan be\b|\bto be\b",
        ),
        *ways(
            r"\b(?:please )?(?:find|see|check|review|open)\b…\b(?:attached|attachments?|"
            r"enclosed)\b|\battached (?:is|are|you|find|please|here|to this|below|the|an?|"
            r"our|my|both|also|screen ?shots?|logs?|files?|for)\b|\b(?:is|are|i've|i have|"
            r"we have|we've)\b…\battached\b|\benclosed\b|\bin the attachments?\b|\bas "
            r"attached\b|\battached\W*$|^attached\b",
            r"\b(?:here(?:'s|'re| is| are)|(?:download|grab|fetch|get) (?:it|them|"
            r"the)\b…\b(?:from|at|here))……(?:<files>|https?://)",
            r"\b(?:onedrive|dropbox|wetransfer|google drive|sharepoint|download) link\b",
            confidence=0.88,
            blocked_by=frozenset(
                {Scope.NEGATED, Scope.FUTURE, Scope.QUESTION, Scope.CONDITION, Scope.QUOTED}
            ),
            unless=_NOT_AN_UPLOAD_EN
            + (
                r"|\b(?:your|the) attachments? (?:you|from you)|\bemail attachments\b|"
                r"\bdescription\b|\bcan't\b"
            ),
        ),
    ),
)
