"""The customer says that the problem is gone or that the case can be closed."""

from mailbot.understanding.intent import Effect, Intent, Owes, Phrase, Presumes, Side
from mailbot.understanding.scopes import Scope
from mailbot.understanding.vocabulary import ways

_NOT = (
    r"还没|没有?(?:完全|彻底)?(?:解决|恢复|修复|好)|未(?:能|得到|完全)?(?:解决|恢复|修复)|"
    r"尚未|暂时(?:解决|恢复|正常)|不能关|别关|不要关|先不|暂不|是否|[吗?？]|怎么|如何|"
    r"才能|希望|尽快|何时|什么时候"
)

INTENT = Intent(
    name="resolved",
    called=("说问题已解决", "says that it is solved"),
    side=Side.CUSTOMER,
    effect=Effect.SOLVES,
    presumes=Presumes.THAT_CASE,
    letter="closed",
    owes=Owes.NOBODY,
    blocked_by=frozenset({Scope.QUESTION, Scope.SUPPOSED, Scope.QUOTED, Scope.FUTURE}),
    phrases=(
        *ways(
            r"(?:问题|故障|蓝屏|报错|错误|异常|现象|告警|情况|此事|该案例|bug|这个)…(?:已|"
            r"经|都|算|终于|基本|可以|得到|完全|彻底)?…(?:解决|消失|恢复|修复|排除|搞定|"
            r"好了|处理完|消除|没有了|不存在)",
            r"(?:已|终于|都|成功|彻底|顺利|自行)(?:经|全部|完全)?(?:解决|恢复|修复|搞定|"
            r"排除)(?!方案)",
            r"(?:一切|目前|现在|都|系统|运行|业务|服务|已)…(?:恢复正常|正常了|运行正常|"
            r"没问题了|没有问题了|稳定运行|正常运行|运行稳定|ok了|好使了)|一切(?:都)?正常|"
            r"(?:就|已经?|现在|目前|都|应该)(?:没问题了|没有问题了|没事了|好了|正常了|"
            r"可以了|ok了)|不用(?:再)?处理了|误报|虚惊一场",
            r"恢复(?:了)?(?:正常|使用|运行|业务|服务)",
            r"(?:可以|请|麻烦|帮忙|烦请|同意|可|直接|能|就)…(?:关闭|结案|关单|关掉|结单|"
            r"归档|关了|关case|结了|结掉|close)(?!…(?:防火墙|服务|功能|端口|杀毒|进程|"
            r"窗口|页面|系统|设备|电源|程序|special))",
            r"(?:案例|工单|case|ticket|单子|此单)…(?:可以|可|请|能)?…(?:关闭|结案|关单|"
            r"结束|关掉|close|关了|结了)",
            confidence=0.92,
            unless=_NOT,
        ),
        *ways(
            r"(?:没有?|未|不)(?:再|在)(?:次)?(?:出现|发生|复现|重现|蓝屏|死机|报错|重启|"
            r"掉线|断|中断|丢包|告警|卡|崩溃|宕机|报|有问题|闪退)|(?:再也|一直)(?:没有?|"
            r"未|不)…(?:出现|发生|复现|蓝屏|死机|报错|重启|掉线)|不再(?:蓝屏|死机|报错|"
            r"重启|掉线|丢包|卡|出现|告警|崩溃)",
            confidence=0.8,
            unless=_NOT.replace("|尚未", "") + r"|日志|dump|收集|抓|继续观察|再观察|还需观察|但",
            not_with=frozenset({"data_delayed"}),
        ),
        *ways(
            r"\b(?:issues?|problems?|errors?|faults?|incidents?|crash(?:es)?|everything|"
            r"it|that|this|matter|cases?|tickets?|bug|alarms?|alerts?|"
            r"outage)\b…(?:\b(?:is|are|was|has been|have been|seems?|appears?|been|got|"
            r"now|looks)|'s)\b…\b(?:resolved|fixed|solved|gone|sorted|cleared|rectified|"
            r"settled|back to normal|working (?:again|fine|now|well|normally|properly|as "
            r"expected)|all good|fine now|ok now|okay now|good now|history)\b",
            r"\b(?:works?|working|runs?|running|operating|behaving|up and running|online|"
            r"stable|back)\b…\b(?:fine|again|normally|properly|as expected|perfectly|"
            r"without (?:any )?(?:problems?|issues?|errors?)|smoothly|correctly|"
            r"stable)\b(?<!down again)",
            r"\bback to normal\b|\ball (?:is )?(?:good|fine|well)\b(?: now)?|\bit works\b|"
            r"\bworks now\b|\ball green\b|\bfalse alarm\b|\bsorry for the noise\b|"
            r"\bturned out to be\b|\bafter all\W*$|\b(?:that|this|it|which) (?:fixed|"
            r"solved|resolved|did the trick|cured)\b|\b(?:fixed|solved|resolved|cured) "
            r"(?:it|the (?:issue|problem)|our|everything|my)\b|\b(?:problem|issue) "
            r"(?:solved|fixed|resolved|gone)\b|\bsorted (?:it )?out\b|^\W*(?:fixed|solved|"
            r"resolved|sorted)\W",
            r"\b(?:you|please|can|may|could|kindly|ahead and|feel free to|let's|let us|"
            r"happy to|ok to|okay to|agree to|should)\b…\bclos(?:e|ed|"
            r"ing)\b(?!…\b(?:firewall|port|application|window|session|connection|popup|"
            r"browser|vpn)\b)",
            r"\b(?:case|ticket|incident|request|sr|issue)\b…\b(?:can|may|could|should)(?: "
            r"now)? be (?:closed|archived|resolved)\b|\bclose (?:this|the|our|my) (?:case|"
            r"ticket|incident|request|sr|call|issue)\b|^\W*(?:please )?close (?:it|this|"
            r"that)\b",
            confidence=0.9,
            unless=(
                r"\b(?:not|n't|never|no one|hardly|until|before|why|partially|temporarily|"
                r"cannot|yet|hopefully|hope|would be|to be|must be|needs? to be|once|when|"
                r"wants? (?:it|this) (?:fixed|solved|resolved)|asap|urgent|expect|don't|"
                r"do not|workaround only|so far unsolved|slow|again down|crash\w* again|"
                r"fails?|failed|rebooted by itself|how)\b|\?|'ll"
            ),
        ),
        *ways(
            r"\bno longer\b…\b(?:crash\w*|occur\w*|happen\w*|hang\w*|appear\w*|see\w*|an "
            r"issue|a problem|have|having|get\w*|fail\w*|drop\w*|freez\w*|present|needed|"
            r"exists?|reproduc\w*|show\w*|disconnect\w*)\b",
            r"\b(?:hasn't|has not|haven't|have not|didn't|did not|doesn't|does not|"
            r"never)\b…\b(?:happened|occurred|crashed|come back|recurred|reappeared|"
            r"rebooted|dropped|failed|frozen|hung|returned|reoccurred|repeated|crash|"
            r"happen|seen (?:it|the (?:issue|problem|error))|been any|had "
            r"any)\b……\b(?:since|again|anymore|any more|any longer|so far|after|for|"
            r"further|problems?|issues?|errors?)\b",
            r"\bno (?:more|further|new) (?:crash\w*|errors?|issues?|problems?|incidents?|"
            r"alarms?|alerts?|reboots?|drops?|disconnect\w*|freezes|hangs|time-?outs|"
            r"occurrences?|complaints?)\b|\bwithout (?:any |a )?(?:further )?(?:crash|"
            r"problem|issue|error|incident)s?\b……\b(?:since|so far|days?|weeks?)\b",
            confidence=0.82,
            unless=(
                r"\b(?:logs?|dumps?|collect|capture|keep (?:watching|monitoring|"
                r"observing)|continue to (?:monitor|observe|watch)|monitor(?:ing)?|until|"
                r"reply|answer|yet)\b|\?|\bonce\b"
            ),
            not_with=frozenset({"data_delayed"}),
        ),
        Phrase(
            r"正常了|恢复|好了|解决了|可以了|没事了|稳定|\b(?:works?|working|fixed|solved|"
            r"resolved|stable|fine|gone)\b",
            0.6,
            blocked_by=frozenset(
                {Scope.NEGATED, Scope.QUESTION, Scope.SUPPOSED, Scope.FUTURE, Scope.QUOTED}
            ),
            unless=_NOT
            + (
                r"|不正常|是正常的|返回|\b(?:works? (?:best )?for (?:me|us)|work(?:s|"
                r"ing)? (?:day|hours?|station)|how|until|only)\b"
            ),
            weak=True,
        ),
    ),
)
