"""The customer asks something that needs an answer, beyond how to upload."""

from mailbot.understanding.intent import Effect, Intent, Owes, Phrase, Side
from mailbot.understanding.scopes import Scope
from mailbot.understanding.vocabulary import say, ways

_WH = (
    r"什么|怎么|如何|为何|哪|是否|吗|多久|多少|几|谁|可行|需要|有没有|会不会|要不要|"
    r"能不能直接|区别|原因"
)
_JUST_HELP = (
    r"^[^?？]{0,40}(?:能否|能不能|可以|可否|是否可以|能|可不可以)[^?？]{0,12}(?:帮忙|"
    r"帮我们?|协助|处理|看看|看一?下|分析|解决|支持)(?![^?？]*(?:什么|怎么|如何|为何|哪|"
    r"是否|多久|需要|有没有|会不会|区别|原因))[^?？]{0,14}[?？]?$"
)
_JUST_HELP_EN = (
    r"^(?:hi|hello|dear)?\W*(?:so )?(?:could|can|would|will) (?:you|someone|anyone|"
    r"anybody|somebody)(?: from (?:your|the) \w+)? (?:please |kindly |perhaps |maybe |"
    r"possibly )?(?:help|assist|look|take a look|have a look|investigate|support|fix|"
    r"analy[sz]e|do something|check (?:it|this|that|the (?:issue|problem|logs?|files?|"
    r"case)))\b(?!.*\b(?:what|why|how|whether|if|when|which)\b)"
)
_RHETORIC = (
    r"^\W*(?:好吗|可以吗|行吗|谢谢|ok|okay|right|isn't it|how are you[^?]*|are you "
    r"kidding[^?]*|really|what a [^?]*|好不好)\W*$"
)
_UNLESS = rf"{_JUST_HELP}|{_JUST_HELP_EN}|{_RHETORIC}"
_UPLOAD = say(r"<ftp>|上传(?:账号|地址)|密码|账号|帐号|\b(?:password|credentials|account|login)\b")
_NEWS = r"(?:进展|结果|结论|更新|消息|反馈|进度|下文|眉目)"

INTENT = Intent(
    name="question",
    called=("提出问题", "asks something"),
    side=Side.CUSTOMER,
    effect=Effect.ASKS_QUESTION,
    asks=True,
    letter="answer",
    owes=Owes.WE,
    blocked_by=frozenset({Scope.QUOTED}),
    gives_way=frozenset({"sftp_request", "upload_problem", "escalate", "resolved"}),
    phrases=(
        *ways(
            r"(?:\?|？)[\s)）\"”?？!！]*$",
            r"吗[。.!！~、 ]*$|吗[,，]",
            confidence=0.9,
            unless=_UNLESS
            + (
                rf"|{_UPLOAD}|{_NEWS}|any (?:updates?|news|progress|feedback)|"
                rf"什么时候(?:才)?能|\bupdates?\b"
            ),
        ),
        Phrase(
            rf"(?:{_UPLOAD})[^\n]{{0,60}}(?:\?|？|吗)",
            0.85,
            unless=_UNLESS,
            not_with=frozenset({"sftp_request", "upload_problem"}),
        ),
        *ways(
            r"请问|想(?:问|咨询|请教|了解|确认|知道)|咨询(?:一下|下|个)|请教|有(?:个|几个|"
            r"两个|一个|些)?疑问|请(?:帮忙)?(?:确认(?!一?下?[。.!！,，]?$)|解释|说明|明示|"
            r"指教|指点|解答|答复)|(?:麻烦|帮忙|烦请)(?:确认(?!一?下?[。.!！,，]?$)|解释|"
            r"解答|说明|告知)|请告知(?!.{0,8}(?:ftp|上传|账号|密码|传))|(?:告诉|"
            r"告知)我?们?.{0,10}(?:什么|怎么|如何|是否|哪)",
            r"能否|可否|是否|是不是|能不能|可不可以|会不会|有没有|要不要|需不需要|用不用",
            r"(?:怎么|如何|为什么|为何|什么时候|何时|多久|多长时间|哪个|哪些|哪种|"
            r"什么原因|什么意思|什么区别|什么情况|怎么回事|怎样|什么问题)",
            confidence=0.84,
            unless=_UNLESS
            + (
                rf"|不知道?|不清楚|不管|无论|不论|怎么[也都]|没什么|查看是否|"
                rf"看(?:看)?是否|检查是否|观察.{{0,6}}是否|确认是否已|如何如何|(?:将|会|"
                rf"再|来|先|去)(?:看|确认|测试|观察)[^?？]*$|您(?:的)?邮件|{_NEWS}|"
                rf"帮忙(?:看|分析|处理|查|解决)|以及如何|教程|已确认"
            ),
        ),
        *ways(
            r"\bnot (?:clear|sure)\b[^.\n]{0,16}\b(?:which|what|how|whether|if|why)\b|"
            r"\b(?:don't|do not) (?:know|understand|see) (?:which|what|how|whether|if|"
            r"why)\b|不太?(?:明白|理解|确定|懂)|看不懂|没看懂",
            r"(?:不知道?|不清楚)[^。\n]{0,14}(?:有没有|会不会|能不能|可不可以|是否|能否|"
            r"该|应该|要不要|需不需要)",
            confidence=0.7,
        ),
        Phrase(
            rf"(?:有|请问|目前|现在|案例|分析)[^。\n]{{0,16}}{_NEWS}[^。\n]{{0,4}}(?:吗|"
            rf"没|么|了没|[?？]|如何|怎么样|怎样|呢)|{_NEWS}(?:如何|怎么样|怎样|呢|吗|"
            rf"[?？])|(?:什么时候|何时|多久)(?:可以|能|会)[^。\n]{{0,10}}(?:{_NEWS}|解决|"
            rf"回复|答复|出)",
            0.88,
            not_with=frozenset({"escalate"}),
        ),
        Phrase(
            r"\bany (?:\w+ )?(?:updates?|news|progress|feedback|results?|findings?)\b|"
            r"\b(?:is|are) there (?:any|an) (?:updates?|news|progress)\b|\bwhat(?:'s| is) "
            r"the (?:current )?(?:status|progress|latest|state)\b|\bhow(?:'s| is) (?:it|"
            r"the (?:analysis|investigation|case)) (?:going|progressing|coming)|"
            r"\bupdates?\b[^.\n]{0,20}\?|\bplease (?:update (?:me|us)|provide an update|"
            r"let (?:me|us) know the (?:status|progress|result))|\bstatus (?:update|of)\b",
            0.88,
            unless=(
                r"\b(?:windows|firmware|security|driver|software|install\w*|after the|"
                r"driver|will) updates?\b|\bno\b"
            ),
            not_with=frozenset({"escalate"}),
        ),
        *ways(
            r"^(?:and |so |but |also,? |hi,? |hello,? )?(?:what|why|how|which|where|"
            r"who)\b[^.\n]{0,30}\b(?:is|are|do|does|did|can|should|would|will|was|were|"
            r"has|have|could|about|to)\b",
            r"^(?:and |so |but |also,? )?(?:is (?:there|it|this|that|the)|are (?:there|"
            r"you|we|these|they|the)|do (?:you|we|i|they)|does (?:it|this|that|the)|can "
            r"(?:i|we|this|that|it)|could (?:i|we|this|it)|should (?:i|we|it|this)|shall "
            r"(?:i|we)|may (?:i|we)|must (?:i|we))\b",
            r"\b(?:wonder(?:ing)? (?:if|whether|what|how|why|when|which)|(?:like|want|"
            r"need|love|happy) to (?:know|ask|understand|confirm)|(?:my|our|another|one "
            r"more|the|a|quick) questions? (?:is|are|about|regarding|for)|(?:have|got) "
            r"(?:a|an|two|three|some|a few|one|another|\d|several) (?:more |quick |other |"
            r"further )?questions?|please (?:clarify|confirm(?! (?:the )?recei)|explain)|"
            r"(?:let|tell|inform|advise) (?:me|us) (?:know )?(?:whether|if (?:we|i|it|"
            r"this|the|there)|what|how|when|which|why|where)|not sure (?:if|whether) "
            r"(?:we|i|it) (?:should|can|need|have|must))\b",
            confidence=0.8,
            unless=_UNLESS
            + (
                r"|\bhow to reproduce\b|\bwhat (?:we|i) (?:did|see|have|tried)\b|\bif you "
                r"(?:need|have|want)\b|\bthat'?s? (?:is )?why\b|\bwhich is\b"
            ),
        ),
        Phrase(
            r"\b(?:please|kindly) advise\b", 0.72, not_with=frozenset({"escalate", "sftp_request"})
        ),
    ),
)
