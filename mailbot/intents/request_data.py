"""Staff asks the customer to collect or upload something."""

from mailbot.understanding.intent import Effect, Intent, Side
from mailbot.understanding.scopes import Scope
from mailbot.understanding.vocabulary import say, ways

_COLLECT = (
    r"(?:收集|采集|上传|提供|发送|发给|发一?下|发我|传给|传一?下|传到|导出|截图|截个图|"
    r"截一?张图|截屏|抓取|抓一?下|抓包|回传|拍照|拍一?张|打包|压缩|获取|提取|拷贝|录屏|"
    r"录制|反馈|给我|补充|运行…收集|dump)"
)
_INFO = say(r"(?:<数据>|序列号|版本|型号|ip|时间点|拓扑|sn|参数|代码|时间|编号|描述|现象|收集工具)")
_PAST = say(
    r"收到(?:您|你|贵)?…(?:上传|提供|发)|(?:您|你们?|贵司|客户)(?:已|之前|刚|刚刚|上次|"
    r"第一次)?(?:经)?(?:上传|提供|发送|发来|反馈|收集)(?:的|了)|已(?:经)?(?:上传|收集|"
    r"收到|提供|发)|我们?(?:已|会|将|这边)…(?:提供|发送|上传|反馈|收集)|第一次上传|"
    r"(?:不需要|不用|无需|无须|不必|暂不|暂时不)(?:再|继续)?…(?:收集|采集|上传|提供|发|"
    r"抓)|吗|是否|工具(?:会)?(?:收集|采集)系统|由于不是|为(?:您|你)提供|上传(?:前|后|时)"
)
_PAST_EN = (
    r"\b(?:you (?:have |had |already |'ve )?(?:uploaded|sent|provided|collected|attached|"
    r"shared)|thank you for|thanks for|received|we(?:'ll| will) (?:send|provide|share|"
    r"collect)|i(?:'ll| will) (?:send|provide|share)|no need to|(?:do not|don't|needn't) "
    r"need to|not necessary|did you|have you|has been|no longer need|when you upload|to "
    r"provide you|provide (?:you )?(?:with )?(?:an? (?:update|solution|fix)|support)|"
    r"feedback|update you|log ?in|log on|share (?:the|our) (?:result|finding)s?|will "
    r"(?:share|send)|they (?:have|need|want)|customer (?:has|needs|wants|will))\b"
)

INTENT = Intent(
    name="request_data",
    called=("请客户提供资料", "asks for data"),
    side=Side.STAFF,
    effect=Effect.ASKS_FOR_DATA,
    outright=True,
    blocked_by=frozenset({Scope.NEGATED, Scope.CONDITION, Scope.QUOTED}),
    phrases=(
        *ways(
            rf"(?:请|麻烦|烦请|辛苦|劳烦|务必|还请|可否|能否|能不能|帮忙|需要|需|建议|"
            rf"希望|协助|配合|要求|方便的话|可以)……{_COLLECT}……{_INFO}",
            rf"(?:请|麻烦|烦请|辛苦|劳烦|务必|还请|可否|能否|帮忙|需要|需|建议|希望|"
            rf"协助)……(?:将|把)?…{_INFO}……{_COLLECT}",
            rf"(?:(?:将|把)…|生成的?|收集的?|导出的?){_INFO}……(?:传到|传至|传给|发到|上传|"
            rf"发送|发给|回传|截图|传到|发到|提供给|压缩后|打包|拷贝|一并)",
            r"(?:请|麻烦|烦请|务必|辛苦|需要)…(?:收集|采集|上传)(?!工具|的?(?:账|帐|用户|"
            r"权限|目录|空间|服务器|地址))|进行(?:数据|日志|信息)?(?:收集|采集)",
            confidence=0.92,
            unless=_PAST,
        ),
        *ways(
            rf"^\W*(?:继续|同时|再|先|另外|并|然后|重新|首先|最后)?(?:请)?(?:收集|采集|"
            rf"上传|提供|导出|截图|抓取|压缩并上传|打包上传|回传|拍照)(?!工具)……{_INFO}",
            r"(?:数据|日志|信息)(?:收集|采集)(?:步骤|方法|如下|：|:)",
            confidence=0.86,
            unless=_PAST,
        ),
        *ways(
            r"\b(?:please|could you|can you|would you|kindly|we(?:'ll| will| would|'d)? "
            r"(?:also )?(?:need|require|like)|i(?:'ll| will| would|'d)? (?:also )?(?:need|"
            r"require|like)|need you to|ask you to|(?:will|'ll) need to|want you to|if "
            r"you could|be great if|helpful if|help us|go ahead and|remember to|may i ask|"
            r"you to|would you mind)\b……\b(?:upload(?:ing)?|send(?:ing)?|provid(?:e|ing)|"
            r"collect(?:ing)?|gather(?:ing)?|capture|attach|share|export|generate|get|"
            r"forward|take|grab|record|supply|submit|run|reproduce|pull|zip|compress|"
            r"enable|copy|give|dump|obtain|save|reply with|set)\b……(?:<data>|\b(?:serial "
            r"numbers?|versions?|models?|topology|ip address(?:es)?|timestamps?|exact "
            r"time|bugcheck|event ids?|error code|error text|error message|full text|"
            r"sosreport|statspack|explain plan)\b)",
            r"^\W*(?:then |also |first,? |next,? |finally,? |again,? )?(?:collect|upload|"
            r"send|gather|capture|export|attach|provide|zip|compress|take|generate|save|"
            r"grab|submit)\b……(?:<data>|\b(?:serial number|version|timestamps?)\b)",
            r"\b(?:and|then) (?:please )?(?:send|upload|attach|provide|share|forward) "
            r"(?:us |me |it|them|over )?……<data>",
            r"\b(?:need|require)\b…\b(?:the following|these|this information|below|both)\b",
            r"\b(?:please|could you|kindly|can you)\b…\b(?:upload|attach|send) (?:it|them|"
            r"these|those|all|both|everything|the result|me|us|over|the)\b",
            confidence=0.92,
            unless=_PAST_EN,
        ),
        *ways(
            r"\b(?:we (?:still )?(?:need|require|are (?:still )?(?:missing|waiting for))|"
            r"waiting for|still missing)\b…(?:<files>|\b(?:output|data)\b)",
            r"(?:我们?|还|仍|目前)…(?:需要|缺少|缺|等待|等)…(?:您|你们|客户|贵方)?…(?:<数据>)",
            confidence=0.76,
            unless=_PAST
            + "|"
            + _PAST_EN
            + r"|二线|研发|厂商|分析|升级|vendor|analysis|engineering|review|look",
        ),
    ),
)
