"""Shared vocabulary of the field: phrases are written with them as ``<data>``, ``<upload>``.

In a phrase ``…`` stands for a few words of the same clause, ``……`` for more of them.
All is lower case and simplified: that is how sentences are searched (``normalise.py``).
"""

import re
from collections.abc import Mapping
from types import MappingProxyType

from mailbot.understanding.intent import Phrase
from mailbot.understanding.scopes import Scope

_GAP = r"[^,，。;；!！?？\n]{0,16}?"
_WIDE_GAP = r"[^,，。;；!！?？\n]{0,40}?"


def _one_of(*words: str) -> str:
    return "(?:" + "|".join(words) + ")"


def _word(*words: str) -> str:
    return r"\b" + _one_of(*words) + r"\b"


_FILE = (
    r"[\w.-]{1,60}\.(?:zip|7z|rar|t?gz|tar|log|dmp|txt|evtx?|etl|p?cap|pcapng|csv|xlsx?|"
    r"docx?|pdf|png|jpe?g|mp4|html?|json|xml|cfg|conf|nfo|trc|out|bak)\b"
)

_WORDS: Mapping[str, str] = MappingProxyType(
    {
        # what is collected
        "数据": _one_of(
            r"日志|\blogs?\b|\bdumps?\b|转储|文件|档案|截图|截屏|照片|图片|拍照|录屏|视频|"
                r"录像|报告|数据|资料",
            r"信息|附件|压缩包|抓包|报文|配置|备份|快照|清单|列表|输出|结果|巡检|诊断|"
                r"\bcore\b|\btraces?\b|\bawr\b|\baddm\b",
            r"材料|东西|内容|sosreport|supportsave|tech-?support|show tech|包|事件|记录|"
                r"堆栈|statspack",
            r"\bahs\b|回显|表格|样本|样例",
            _FILE,
        ),
        "data": _word(
            r"log ?files?|logs?|dumps?|files?|screen ?shots?|screen captures?|traces?|"
                r"captures?|pcaps?",
            r"bundles?|archives?|zips?|reports?|data|outputs?|config(?:uration)?s?|"
                r"diagnostics?|diags?",
            r"cores?|photos?|pictures?|images?|videos?|recordings?|lists?|awrs?|"
                r"sosreports?|supportsaves?",
            r"supportconfig|show tech|tech[ -]support|snapshots?|exports?|information|"
                r"info|details|results",
            r"materials?|everything|documents?|docs|attachments?|evtx|backups?|samples?|sheets?",
            r"spreadsheets?|transcripts?|stack ?traces?",
            _FILE,
        ),
        "files": _word(
            r"log ?files?|logs?|dumps?|files?|screen ?shots?|traces?|captures?|pcaps?|"
                r"bundles?|archives?",
            r"zips?|reports?|outputs?|diagnostics?|photos?|pictures?|videos?|recordings?|"
                r"awrs?|sosreports?",
            r"supportsaves?|show tech|tech[ -]support|attachments?|screen captures?|stack ?traces?",
            _FILE,
        ),
        # where it goes
        "ftp": r"(?:s?ftp|filezilla|winscp|\bscp\b)",
        "上传": r"(?:上传|传输|回传|upload|s?ftp|网盘|filezilla|winscp)",
        "upload": _word(
            r"upload(?:s|ed|ing)?|s?ftp|file ?transfers?|file drop|drop ?box|dropzone|"
                r"filezilla|winscp",
            r"transfer(?:s|red|ring)?|data exchange|secure share|file ?share|file exchange|scp",
        ),
        "account": _word(
            r"accounts?|credentials?|creds|log-?ins?|log-?on|user ?names?|user ids?|"
                r"passwords?|passwd",
            r"passcodes?",
        ),
        "账号": r"(?:账号|帐号|账户|帐户|账密|用户名|密码|口令|登录信息|登录名|account|凭证|凭据)",
        "elsewhere": _word(
            r"outlook|mailbox|e-?mails?|domain|windows|vcenter|vpn|database|oracle|portal|"
                r"active directory",
            r"ilo|idrac|bmc|ipmi|laptop|teams|office|sap|erp|webmail|esxi|root|console|"
                r"web ui|gui|intranet",
        ),
        "别处": (
            r"(?:邮箱|域|数据库|系统账|管理员|带外|堡垒机|管理界面|后台|控制台|网站|官网|"
                r"桌面|开机|无线|业务系统|应用|虚拟机|交换机|防火墙|小程序|平台|\b(?:vpn|oa|"
                r"erp|root|bmc|ilo|idrac|vcenter|office|outlook|teams|wifi)\b)"
        ),
        # politeness
        "请": (
            r"(?:请(?!问|教|假|示)|麻烦|烦请|烦劳|劳烦|劳驾|帮忙|帮我|帮|辛苦|能否|可否|"
                r"能不能|可不可以|可以|希望|需要|敬请|务必|想要|(?<![重主需必不只])要(?!求|是|"
                r"么))"
        ),
        "please": _word(
            r"please|pls|plz|kindly|could you|can you|would you|will you|may (?:i|we)|can (?:i|we)",
            r"could (?:i|we)|need|want|require|like|request(?:ing)?|appreciate|waiting "
                r"for|asking for",
        ),
        # when
        "以后": (
            r"(?:明[天日早晚]|今晚|(?<!昨天)(?<!今天)下午|(?<!昨天)(?<!昨日)(?<!今天)晚上|"
                r"后天|下(?:周|个?星期|个?月|礼拜)|本周[内末]?|这周|周[一二三四五六日末]|"
                r"星期[一二三四五六日天]|礼拜[一二三四五六日天]|稍[后候晚]|晚[点些]|回头|待会|"
                r"等会|一会|迟[些点]|过(?:几|两|些)[天日]|随后|之后|月底|月初|年后|节后|"
                r"尽[快早]|(?:\d{1,2}|[一二两三四五六七八九十几]) ?(?:天|日|个?小时|周|"
                r"个?工作日|个?星期|个?月)(?:之?[内后])|\d{1,2}月\d{1,2}[日号]|\d{1,2}[号日]|"
                r"下班前|有空|抽空|抽时间|后续|改天|隔天|次日|届时|到时候?|下次|再)"
        ),
        "later": _word(
            r"tomorrow|tonight|later|next (?:week|month|\w+day|weekend|days?|time|few)|"
                r"shortly|soon|eod",
            r"this (?:afternoon|evening|week|weekend|\w+day)|end of (?:the )?(?:day|week|"
                r"month)|asap",
            r"(?:on|by|until|till|before|after) (?:the )?(?:next |coming |end |weekend|"
                r"mon|tues|wednes|thurs|fri|satur|sun|\d)\w*",
            r"(?:in|within) (?:the next |about |around )?(?:an?|one|two|three|four|five|"
                r"few|\d+)(?: few| couple of)? (?:minutes?|hours?|days?|weeks?|months?)",
            r"in the (?:morning|afternoon|evening)|over the weekend|at the weekend|first thing",
        ),
        # why not
        "规定": (
            r"(?:隐私|保密|涉密|机密|敏感|合规|信息安全|数据安全|安全(?:规定|政策|要求|"
                r"策略|管理|制度|原因|考虑|部门?|管控|规范|审查)|规定|政策|制度|红线|等保|"
                r"内网|法务|个人信息|个人资料|患者信息|客户信息|gdpr|泄密|外泄|物理隔离|"
                r"网络隔离)"
        ),
        "policy": _word(
            r"privacy|confidential(?:ity)?|polic(?:y|ies)|compliance|gdpr|hipaa|pci|legal|"
                r"classified",
            r"air-?gapped|nda|regulat\w+|sensitive|secrecy|data protection|internal "
                r"rules?|restricted|(?:company|corporate|internal|our|the) (?:rules|"
                r"guidelines|regulations|directives?)",
            r"personal (?:data|information)|patient (?:data|records)|works council|dpo|"
                r"ciso|isolated network",
            r"security (?:rules?|reasons?|team|department|officer|requirements?|"
                r"regulations?|concerns?|guidelines?|restrictions?|people|office)",
        ),
        # what goes wrong
        "坏": _one_of(
            r"蓝屏|黑屏|花屏|白屏|死机|宕机|宕掉|当机|挂死|挂掉|挂了|\bhang\w*|卡死|卡住|"
                r"卡顿|很卡|卡慢|假死|冻结|僵死|崩溃",
            r"闪退|\bcrash\w*|报错|出错|故障|异常|告警|报警|失败|中断|断开|断连|断线|断网|"
                r"掉线|掉盘|脱机|离线|丢包|超时",
            r"[无没未](?:有)?(?:任何)?(?:响应|反应)|起不来|启动不了|开不了|打不开|进不去|"
                r"连不上|连不了|登不上|登不进|登录不了|登录不上|上不去|上不了",
            r"用不了|不能用|不可用|ping不通|不通|不工作|不起作用|自动重启|异常重启|"
                r"反复重启|频繁重启|意外重启|突然重启|自己重启|重启了|自动关机",
            r"很慢|变慢|太慢|非常慢|特别慢|缓慢|延迟(?:很|较|特别)?[高大]|(?:占用|使用|"
                r"利用)率?(?:过|很|太|特别)?高|飙升|飙高|爆满|100%|打满|死锁|锁表|阻塞|丢失",
            r"损坏|坏道|坏块|红灯|黄灯|亮红|亮黄|不同步|乱码|错误|\berrors?\b|\bfailed\b|"
                r"\bfailure\b|\bpanic\b|溢出|泄漏|不生效|失效|抖动|\bflap\w*",
            r"\bdown\b|宕了|显示不出|空白|闪断|瘫痪|收不到|发不出|打印不了|读不到|"
                r"识别不[到了]|ora-\d{3,5}|跑不起来|不正常|重启不|转圈|不足|不行|断了|无效|"
                r"丢了|写满|爆了|只读|僵尸|夯住|杂音|噪音|失真|停掉|停止工作|自动退出|"
                r"自动关闭|自己停|没有?了?反应|黑了|掉了|花了|闪烁|(?:访问|连接|打开|使用|"
                r"发送|接收|保存|启动|打印|安装|识别|切换|开机|操作|联网|编辑|刷新|提交|审批|"
                r"播放|挂载|删除|加载|同步|备份)不了|被占满|起火|冒烟|烧|异响|逾期",
        ),
        "bad": _word(
            r"crash(?:es|ed|ing)?|hang(?:s|ing)?|hung|freez(?:es|ing|e)|froze|frozen|"
                r"lock(?:s|ed|ing) up",
            r"blue ?screen(?:s|ed)?|bsods?|panic(?:s|ked)?|keeps? (?:\w+ing)|outages?",
            r"(?:reboot|restart)(?:s|ed|ing)? (?:by itself|itself|unexpectedly|on its own|"
                r"again|randomly|spontaneously|several times|without)",
            r"(?:went|goes|go|going|gone) (?:down|offline|dark|read-only|black|blank|missing)",
            r"(?:is|are|was|were|been|still|again|completely) (?:down|offline|unreachable|"
                r"unresponsive|unavailable|inaccessible|stuck|broken|corrupt(?:ed)?|missing|"
                r"degraded|dead|not (?:responding|working|reachable|starting|booting|"
                r"available|accessible|syncing|mounting|printing|loading|possible))",
            r"fail(?:s|ed|ing|ure|ures)?|fault(?:s|y|ed)?|errors?|drop(?:s|ped|ping)?|"
                r"abort(?:s|ed)?|disconnect(?:s|ed|ing|ions?)?",
            r"time-?outs?|times? out|timed out|timing out|slow(?:ness|ly|er)?|lag(?:s|gy|"
                r"ging)?|latency|won't|will not",
            r"can ?not|can't|unable to|doesn't|does not|isn't|not respond(?:ing)?|stopped|"
                r"stops|deadlocks?|corrupt(?:ed|ion)?",
            r"leak(?:s|ing)?|spik(?:es|ing|ed)|flap(?:s|ping|ped)|packet loss|degraded|"
                r"amber|red (?:led|light)|alarms?",
            r"alerts?|lost|los(?:es?|ing)|no longer (?:starts?|works?|opens?|boots?|"
                r"responds?|connects?|prints?|loads?|syncs?|possible|available|reachable|"
                r"runs?)|ora-\d{3,5}|misbehav\w+|broke|kicked out|refus(?:es|ed|ing)|"
                r"exceptions?",
        ),
    }
)  # fmt: skip
TOKENS = frozenset(_WORDS)
_TOKEN = re.compile(r"<([a-z\u4e00-\u9fff]+)>")


def say(pattern: str) -> str:
    """``pattern`` with its vocabulary words and gaps expanded."""
    spelled = _TOKEN.sub(lambda word: _WORDS[word.group(1)], pattern)
    return spelled.replace("……", _WIDE_GAP).replace("…", _GAP)


def ways(
    *patterns: str,
    confidence: float = 0.9,
    unless: str = "",
    near: str = "",
    not_with: frozenset[str] = frozenset(),
    blocked_by: frozenset[Scope] | None = None,
) -> tuple[Phrase, ...]:
    """Several phrases for one thing; they share all but the pattern."""
    without, beside = say(unless), say(near)
    return tuple(
        Phrase(say(pattern), confidence, without, near=beside, not_with=not_with, blocked_by=blocked_by)
        for pattern in patterns
    )
