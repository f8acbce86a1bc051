"""Staff sends the case to another line or to a vendor, or says that it will."""

from mailbot.understanding.intent import Effect, Intent, Side
from mailbot.understanding.scopes import Scope
from mailbot.understanding.vocabulary import say, ways

_LINE = (
    r"(?:二线|三线|后线|后端|后台|研发|原厂|厂商|厂家|专家|产品(?:部|线|团队|组)|开发|"
    r"高级(?:工程师|支持)|总部|供应商|实验室|技术(?:专家|中心|总部)|vendor|tac|l2|l3|tier "
    r"?[23]|second line|backline)"
)
_SOFTWARE = say(
    r"固件|驱动|补丁|系统升级|升级系统|版本|软件|bios|微码|升级(?:至|到)? ?\d|升级(?:后|"
    r"完|前|失败|过程|包)|升级更新|更新升级|无需|不需要|不用|暂不|没有?必要|先升级|"
    r"windows|ntfs|数据库升级|升级数据库"
)
_LINE_EN = (
    r"(?:tier[ -]?(?:2|3|two|three)|level[ -]?(?:2|3|two|three)|l2|l3|second[ -](?:line|"
    r"level)|third[ -](?:line|level)|2nd[ -](?:line|level)|3rd[ -](?:line|level)|"
    r"back-?line|vendor|manufacturer|engineering|development|developers?|r&d|product "
    r"(?:team|group|support)|specialists?|experts?|back-?end|senior|backend|database team|"
    r"network team|storage team|kernel team|another team|other team|labs?|tac|supplier|"
    r"oem)"
)

INTENT = Intent(
    name="hand_over",
    called=("转交二线或厂商", "hands the case over"),
    side=Side.STAFF,
    effect=Effect.HANDS_OVER,
    blocked_by=frozenset({Scope.NEGATED, Scope.SUPPOSED, Scope.QUOTED}),
    phrases=(
        *ways(
            r"升级处理|(?:案例|工单|case|问题|此事|事件|本案)…(?:已|将|会|需要?|进行|"
            r"已经)?…升级(?!到? ?v?\d|固件|驱动|补丁|版本|系统)|升级(?:流程|案例|此?案|"
            r"工单|case|给|至|到)(?! ?v?\d)",
            rf"(?:升级|转|移交|转交|转给|转到|转至|提交|递交|转派|派给|交由|交给|反馈给|"
            rf"提给|上报|提报|移送|同步给|联系|发给|求助|请|需要|咨询|邀请)…{_LINE}",
            r"(?:案例|工单|case|问题)[^。\n]{0,8}(?:转由|改由|交由|移交)",
            r"(?:将|把|现将|兹将)…(?:案例|工单|case|问题|此案)…(?:提交|转交|移交|转给|"
            r"转由|交给|交由|转至|提给)",
            rf"(?:给|向|至|到|由|让|找){_LINE}…(?:开|提|提交|处理|分析|升级|协助|支持|"
            rf"跟进|介入|排查|接手)",
            confidence=0.92,
            unless=_SOFTWARE
            + (
                r"|厂商(?:提供|发布|的)|厂家(?:的|维修|客服)|请(?:您|客户|"
                r"用户)?(?:自行)?联系|建议(?:您|客户)?…联系|您(?:可以)?…联系|原厂(?:驱动|"
                r"配件|备件|内存)|回复|已收到(?:二线|研发)|(?:二线|研发|厂商|专家)(?:已|"
                r"回复|反馈|表示|认为|建议|分析(?:后|结果|认为|显示))"
            ),
        ),
        *ways(
            r"\b(?:escalat(?:e|ed|es|ing)|escalation)\b",
            confidence=0.92,
            unless=(
                r"\b(?:privilege|(?:not|n't) (?:necessary|needed|required)|no need|not "
                r"need|unless|instead of|before (?:we )?escalat|without|permission)\b"
            ),
        ),
        *ways(
            rf"\b(?:hand(?:ed|ing)? (?:this |it |the (?:case|ticket|issue) )?over|"
            rf"pass(?:ed|ing)?|forward(?:ed|ing)?|transfer(?:red|ring)?|assign(?:ed|ing)?|"
            rf"rout(?:e|ed|ing)|sen(?:d|t|ding)|mov(?:e|ed|ing)|submit(?:ted|ting)?|"
            rf"rais(?:e|ed|ing)|refer(?:red|ring)?|engag(?:e|ed|ing)|involv(?:e|ed|ing)|"
            rf"rop(?:e|ed|ing) in|bring(?:ing)? in|brought in|consult(?:ed|ing)?|"
            rf"loop(?:ed|ing)? in|add(?:ed|ing)?|reach(?:ed|ing)? out to|contact(?:ed|"
            rf"ing)?)\b……\b{_LINE_EN}\b",
            rf"\b(?:open(?:ed|ing)?|log(?:ged|ging)?|fil(?:ed|ing)|rais(?:ed|ing|e)|"
            rf"creat(?:ed|ing|e)|submitt(?:ed|ing))\b…\b(?:case|ticket|sr|service request|"
            rf"bug|defect|tac case|support case)\b……\b(?:with|to|at|"
            rf"for)\b…\b(?:{_LINE_EN[3:-1]}|microsoft|oracle|cisco|vmware|dell|hpe?|"
            rf"lenovo|huawei|red hat|ibm|netapp)\b",
            rf"\b{_LINE_EN}\b…\b(?:will|is going to|has|have)\b…\b(?:take over|taken over|"
            rf"take it from here|continue|handle|look(?: into)?|investigate|analy[sz]e|"
            rf"pick(?:ed)? (?:this|it) up)\b",
            r"\btake over\b[^.\n]{0,16}\b(?:ticket|case|this|incident|sr|it)\b",
            r"\b(?:pass|hand|transfer|assign|giv|send|forward|rout)(?:ing|ed|"
            r"e)?\b…\b(?:case|ticket|it|this|sr|incident)\b…\b(?:over )?to (?:you|him|her|"
            r"them|my colleague|our colleague)\b",
            confidence=0.9,
            unless=(
                r"\b(?:please (?:contact|reach|open|ask)|you (?:can|should|could|may|need "
                r"to|will need to|might)|your|will contact you|experts? agree|heard back|"
                r"(?:has|have) (?:replied|answered|confirmed|responded)|firmware|driver)\b"
            ),
        ),
    ),
)
