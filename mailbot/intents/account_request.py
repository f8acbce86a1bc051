"""Staff asks for an upload account to be made for a named customer."""

from mailbot.reasons import Wording
from mailbot.understanding.intent import Effect, Intent, Side
from mailbot.understanding.scopes import Scope
from mailbot.understanding.vocabulary import ways

_MAKE = (
    r"(?:建立|创建|新建|新增|新开|开通|开设|开一?个|开个|开|申请|分配|设置|配置|建一?个|"
    r"建|添加|生成|准备|弄|加一?个|增加)"
)

INTENT = Intent(
    name="account_request",
    called=("请开通上传账号", "has an upload account opened"),
    side=Side.STAFF,
    effect=Effect.ORDERS_LOGIN,
    told=Wording(
        "account_request: {said}",
        "来信申请开通上传账号：{said}",
        "an upload account is asked for: {said}",
    ),
    blocked_by=frozenset({Scope.QUOTED, Scope.SUPPOSED}),
    phrases=(
        *ways(
            rf"(?:请|麻烦|帮忙|帮|烦请|需要|能否|可否|劳烦|辛苦|申请|协助|"
            rf"想)…{_MAKE}……(?:<ftp>|上传|传输)…(?:账号|帐号|账户|帐户|用户|登录|权限|"
            rf"空间|目录|account)",
            rf"{_MAKE}…(?:一?个)?……(?:<ftp>|上传|传输)…(?:账号|帐号|账户|帐户|用户|account)",
            rf"(?:请|麻烦|帮忙|需要)…(?:<ftp>|上传)…(?:账号|帐号|账户|用户)……{_MAKE}|"
            rf"(?:<ftp>|上传)…(?:账号|帐号|账户)…(?:请|麻烦|帮忙|烦请)…{_MAKE}",
            r"(?:需要|要|申请)…(?:一个|个|1个)?…(?:<ftp>|上传)…(?:账号|帐号|账户)",
            confidence=0.94,
            unless=(
                r"已(?:经)?(?:创建|建|开|为您|给您)|您(?:可以|需|先)|已为|已帮|账号已|"
                r"创建完成|吗[?？]?$"
            ),
        ),
        *ways(
            r"(?:请|麻烦|帮忙|烦请|帮)…(?:建立|创建|新建|开通|开一?个|分配|申请)……(?:账号|"
            r"帐号|账户|帐户)",
            confidence=0.86,
            near=r"<上传>|传dump|日志|(?:最终)?(?:用户|客户)(?:名称)?[：:]|用于",
            unless=r"域|邮箱|已为|已创建|您",
        ),
        *ways(
            r"\b(?:please|could you|can you|would you|kindly|need|want|like you to|help "
            r"me|request(?:ing)?)\b……\b(?:create|set(?:ting)? up|open|provision|make|"
            r"prepare|add|arrange|generate|issue|get|provide|have|enable|"
            r"register)?\b……(?:<upload>…(?:<account>|\b(?:access|user|folder|space)\b)|"
            r"(?:<account>|\b(?:access|user|folder)\b)…\b(?:on|for|to)\b…<upload>)",
            r"<upload>…<account>……\b(?:is|are) (?:needed|required|requested)\b",
            r"\b(?:create|set up|open|provision|prepare|add|issue)\b…\b(?:an?|the|one|"
            r"new)\b…<upload>…(?:<account>|\b(?:access|user)\b)",
            confidence=0.93,
            unless=(
                r"\b(?:has been|have been|been|was|is ready|i have|i've|we have|we've|you "
                r"can|use the|log in|sign in|upload (?:the|your|it|them|any)|once|check)\b"
            ),
        ),
        *ways(
            r"\b(?:please|could you|can you|kindly|need)\b……\b(?:create|set up|open|"
            r"provision|prepare|issue)\b……<account>",
            confidence=0.82,
            near=r"<upload>|\b(?:for (?:the )?customer|end user|dumps?|logs?)\b",
            unless=r"<elsewhere>|\byour\b|\bhas been\b",
        ),
    ),
)
