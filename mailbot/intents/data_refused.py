"""The customer declines to provide data or to run a tool."""

from mailbot.understanding.intent import Effect, Intent, Owes, Phrase, Presumes, Side
from mailbot.understanding.scopes import Scope
from mailbot.understanding.vocabulary import say, ways

_NO = (
    r"(?:不(?:能|可以?|便|方便|允许|让|得|准|同意|愿意?|想|支持|会|肯|给|提供|接受|打算|"
    r"许)|无法|禁止|拒绝|没有?…权限|没办法|没法|严禁|没批|不批|未批准|不予)"
)
_ACT = (
    r"(?:提供|外传|外发|外带|导出|上传|拷|使用|运行|安装|执行|发送?|分享|给|收集|采集|抓|"
    r"传|拍照|截图|带出|出网|公开|披露|连接|远程|接入|跑|用|装)"
)
_NOT_NOW = r"暂时|目前|现在|今天|明天|[?？吗]|怎么办|还没|服务(?!器)"
_NOT_NOW_EN = (
    r"\b(?:until|yet|today|before|right now|at the moment|currently|tomorrow|this week|"
    r"still|because it (?:crashes|fails)|crash\w*|errors?|service)\b|\?"
)
_BLOCKED = frozenset({Scope.QUESTION, Scope.QUOTED, Scope.SUPPOSED})
_NEAR = say(
    r"日志|dump|数据|文件|收集|采集|工具|上传|截图|资料|导出|提供|外发|远程|抓包|<upload>|"
    r"<files>|\b(?:data|tool|collect\w*|script|agent|shar\w+|provid\w+|send\w*|run|"
    r"install)\b"
)

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
        *ways(
            rf"<规定>[^。；;\n]{{0,30}}{_NO}…{_ACT}",
            rf"{_NO}…{_ACT}[^。；;\n]{{0,20}}<规定>",
            r"(?:涉密|保密|物理隔离|隔离)(?:环境|机|网络|网|系统|单位|设备|区)",
            confidence=0.94,
            near=_NEAR,
            unless=r"[?？]|组策略|安全策略.{0,4}(?:拦截|阻断|阻止)",
        ),
        *ways(
            r"(?:不(?:能|便|方便|允许|让|得|准|同意|愿意?|想|肯|会|可以?|许|予)|严禁|"
            r"禁止)…(?:提供|外传|外发|外带|导出|分享|带出|披露|拷出|给(?:你|您|到)|发给|"
            r"传给|出网|对外|拍照)",
            r"(?:恕|难以|歉难|不克|碍难)…提供",
            r"\b(?:out of the question|off limits|sorry,? no dumps?|not an option for "
            r"(?:us|legal|security))\b",
            r"(?:无法|没法|没办法)…(?:提供|外传|外发|外带|带出|出网)",
            r"(?:客户|用户|领导|甲方|安全部门?|信息(?:科|中心|部)|业主|单位|公司|管理员|"
            r"法务|对方|医院|银行|集团|总部|部门|老板|我们)…(?:不(?:同意|允许|让|许|肯|"
            r"愿意?|想|批|接受|配合)|拒绝|禁止|没同意|未同意|反对|没批准)(?!升级|结案|关)",
            r"拒绝…(?:提供|使用|安装|运行|上传|收集|采集|外发)",
            r"不(?:想|愿意?|同意|能|允许|让|便|方便|准|打算)…(?:运行|安装|使用|执行|跑|用|"
            r"装)…(?:工具|脚本|软件|程序|第三方|采集|exe|agent|tool|命令)",
            r"(?:工具|脚本|软件|程序|采集|exe)……不(?:能|想|让|允许|愿意?|敢|准|便|"
            r"可以)…(?:跑|运行|装|安装|用|使用|执行)",
            r"没有?…权限…(?:导出|获取|收集|采集|查看|抓|提供|拿)",
            confidence=0.88,
            unless=_NOT_NOW
            + (
                r"|关闭|结案|方案|停机|重启|升级|报错|打不开|账号|地址|连接|启动|继续等|"
                r"接受(?:这|此|目前)|再等|解决办法"
            ),
        ),
        *ways(
            r"<policy>[^.\n]{0,80}\b(?:not|n't|cannot|never|no|forbid\w*|prohibit\w*|"
            r"prevents?|refus\w+|declin\w+|disallow\w*|unable|against|ruled? out|"
            r"impossible)\b",
            r"\b(?:not|n't|cannot|unable|forbid\w*|prohibit\w*|prevents?|refus\w+|"
            r"declin\w+|against|disallow\w*|impossible|no)\b[^.\n]{0,80}<policy>",
            confidence=0.93,
            near=_NEAR,
            unless=(
                r"\?|\b(?:group policy|policy (?:server|engine|update)|backup policy|"
                r"retention policy|firewall policy|regulator)\b"
            ),
        ),
        *ways(
            r"(?:\b(?:not (?:allowed|permitted|authori[sz]ed|willing|comfortable|"
            r"supposed)|prohibited|forbidden|refuse[sd]?|decline[sd]?|declining|won't be "
            r"able|do(?:es)? not want|would rather not|prefer(?:s|red)? not|rather not|"
            r"(?:will|do|does|did) not (?:agree|allow|permit|approve|consent)|no "
            r"permission|not going to|cannot agree|no way)|n't (?:allowed|permitted|"
            r"authori[sz]ed|agree|allow|permit|approve|consent|want))\b……\b(?:shar\w+|"
            r"provid\w+|send\w*|giv\w+|releas\w+|hand\w*|upload\w*|run\w*|install\w*|"
            r"execut\w+|us(?:e|ing)|disclos\w+|export\w*|collect\w*|transfer\w*|dumps?|"
            r"logs?|tools?|data|files?|captures?|remote|agent|script|software|third|"
            r"let(?:ting)?|tak(?:e|ing)|leav(?:e|ing)|copy\w*|gather\w*|out)\b",
            r"\bno\b…<data>…\b(?:will|can|may|must|shall|is to|are to) be\b…\b(?:given|"
            r"shared|provided|released|sent|handed|disclosed)\b",
            r"\b(?:not|n't|cannot|never)\b[^.\n]{0,8}\bbe (?:shared|given|released|"
            r"disclosed|handed|exported|made available|taken out|passed on)\b",
            r"\b(?:we|i|they|company|customer) (?:do not|don't|does not|doesn't|never) "
            r"(?:give|share|send|provide|release|hand|pass|disclose)\b",
            r"\bnot to (?:provide|share|send|give|release|hand|disclose|upload)\b",
            r"\b(?:customer|client|user|management|security|legal|owner|boss|company|"
            r"department|they)\b…\b(?:refuse[sd]?|decline[sd]?|rejects?|objects?|objected|"
            r"said no|does not want|doesn't want|did not agree|disagrees?|does not agree|"
            r"doesn't agree|doesn't allow|won't allow|vetoed|won't let|does not allow|"
            r"opposes?)\b",
            confidence=0.9,
            unless=(
                r"\b(?:folder|directory|write|login|log in|connection|refused connection|"
                r"close|until|yet|tomorrow|reboot|downtime|server refuse\w*)\b|\?"
            ),
        ),
        *ways(
            r"\b(?:can't|cannot|can not|won't|will not|unable to|not able to|not in a "
            r"position to|couldn't)\b…\b(?:share|provide|give|release|hand over|disclose|"
            r"hand out|supply|expose|let (?:the|any|these|this)|send (?:you )?(?:any|the|"
            r"these|those|out|such)|pass on)\b",
            r"\b(?:can't|cannot|can not|won't|will not|unable to)\b…\b(?:run|install|use|"
            r"execute|deploy)\b…\b(?:tool|collector|script|agent|software|utility|"
            r"executable|program)s?\b",
            r"\b(?:may|must|can|can't|cannot|never|not allowed to|should)(?: ?not| never|"
            r"n't)? leave\b",
            confidence=0.84,
            unless=_NOT_NOW_EN,
        ),
        Phrase(
            say(
                r"(?:<规定>|<policy>|不(?:能|让|允许|同意|方便|给|准|肯)|拒绝|禁止|没权限|"
                r"\b(?:not allowed|forbid\w*|refus\w*|must not|may not|not permitted|"
                r"prohibit\w*|no permission|against)\b)"
            ),
            0.63,
            near=_NEAR,
            unless=_NOT_NOW + r"|报错|失败|提示|\?",
            weak=True,
        ),
    ),
)
