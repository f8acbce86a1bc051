"""The customer reports a fault, new or come back."""

from mailbot.reasons import Wording
from mailbot.understanding.intent import Effect, Intent, Owes, Phrase, Side
from mailbot.understanding.scopes import Scope
from mailbot.understanding.vocabulary import say, ways

_THING = (
    r"(?:服务器|伺服器|主机|电脑|终端|机器|设备|系统|存储|阵列|控制器|硬盘|磁盘|交换机|"
    r"路由器?|防火墙|网络|网路|链路|端口|数据库|实例|集群|节点|虚拟机|虚机|\bvms?\b|应用|"
    r"服务|页面|网站|网页|软件|程序|进程|邮箱|邮件|\b(?:outlook|excel|word|ppt|wps|vpn|"
    r"wifi|ap|cpu|raid|hba|lun|sql|weblogic|tomcat|redis|mysql|oracle|nas|san|pod|docker|"
    r"k8s|kubernetes|windows|linux|esxi|exchange)\b|打印机|无线|备份|任务|作业|接口|"
    r"客户端|平台|监控|业务|电源|风扇|内存|网卡|会话|库|监听|卷|池|表空间|报表|查询|连接|"
    r"中间件|容器|屏幕|显示器|鼠标|键盘|摄像头|会议|大屏|工作站|笔记本|操作系统|文档|表格|"
    r"文件|功能|按钮|界面|插件|宏|带库|磁带)"
)
_NOT_DATA = (
    r"(?!(?:的|时的|后的|相关)?(?:问题的?|故障的?)?(?:日志|dump|文件|截图|报告|记录|转储|"
    r"信息|时间|原因|代码|案例|分析|照片|现象(?:没|未)|处理))"
)
_WELL = (
    r"应该是|原因是|怀疑是|估计是|解决|恢复(?:正常|了)|正常了|修复|消失|好了|排除|"
    r"(?:没有?|未|不)(?:再|出现|发生|发现|见过|曾|存在|会)|不再|(?:没有?|无|未)(?:任何|"
    r"什么|明显|其他)?(?:报错|错误|异常|告警|故障|问题)|避免|防止|会不会|是否会|没问题|"
    r"可能会|风险|不影响"
)
_UPLOAD = say(
    r"附件(?:太大|过大|超过)|邮箱限制|怎么给|网盘|传了|才传|机房|现场|大楼|<上传>(?!的)|"
    r"<upload>"
)
_TOLD = frozenset({"step_result"})
_WHEN = (
    r"(?:又|再次|再度|仍|还是|依然|一直|不断|频繁|经常|偶尔|随机|突然|忽然|反复|总是?|"
    r"老是?|多次|陆续|开始|今[天早晨日]|昨[天晚日夜]|刚才?|早上|上午|下午|凌晨|夜里|晚上|"
    r"周[一二三四五六日末]|\d+[点号日]|目前|现在|最近|近期|后|每[次天隔]|无故|莫名|间歇|"
    r"时不时|有时|不定期|全部|都)"
)

INTENT = Intent(
    name="problem_report",
    called=("报告故障", "reports a fault"),
    side=Side.CUSTOMER,
    effect=Effect.REPORTS_FAULT,
    asks=True,
    owes=Owes.WE_LAST,
    told=Wording(
        "problem_report: {said}", "客户报告了问题：{said}", "the customer reports: {said}"
    ),
    blocked_by=frozenset({Scope.QUESTION, Scope.SUPPOSED}),
    gives_way=frozenset({"upload_problem", "step_result", "data_refused", "resolved"}),
    phrases=(
        *ways(
            rf"{_WHEN}……<坏>{_NOT_DATA}",
            rf"(?:出现|发生|遇到|存在|发现|报|提示|显示|弹出?|产生|触发|导致|造成|收到|"
            rf"有)(?:了|过|一个)?…<坏>{_NOT_DATA}",
            rf"{_THING}……<坏>{_NOT_DATA}",
            r"(?:问题|故障|现象|情况|错误|告警|症状)…(?:又|再次|重新|重复|依然|仍|还在|"
            r"还是)…(?:出现|发生|复现|重现|存在|来了|没解决|未解决|没有解决)",
            r"(?:问题|故障)(?:描述|现象)[：:]|(?:问题|故障|现象)(?:又)?(?:复现|重现)了|"
            r"(?:遇到|碰到)(?:了)?(?:一)?个(?:问题|故障)|出(?:了)?(?:问题|故障|状况)",
            confidence=0.9,
            unless=_WELL + "|" + _UPLOAD,
            not_with=_TOLD,
        ),
        *ways(
            rf"(?:另外|此外|还有|新的?|又(?:一|有))……<坏>{_NOT_DATA}",
            r"没有?(?:声音|信号|显示|图像|输出|网络|电|画面|界面)",
            r"(?:性能|速度|吞吐|质量)…(?:下降|降低|变差|恶化|骤降)|(?:下降|变差)(?:明显|严重|很多)",
            r"(?:产线|生产线?|业务|系统|服务|全厂|机器|设备)…(?:停了|停产|停摆|停机了|全停|中断)",
            r"(?:问题|故障)…(?:没有?|未|并未|还没|尚未)…(?:解决|恢复|修复)",
            confidence=0.82,
            unless=r"[?？吗]|" + _UPLOAD,
        ),
        *ways(
            r"(?:无法|不能|没法)(?:正常)?(?:启动|开机|登录|连接|访问|打开|使用|进入|工作|"
            r"识别|加载|同步|备份|打印|发送|接收|挂载|切换|安装|升级|更新|保存|读取|写入|"
            r"获取|迁移|恢复|扩容|创建|查询|执行|运行|编辑|显示|播放|通信|通讯|ping|关机|"
            r"联网|上网|收发|激活|注册|删除|修改|连通|提交|写|读)",
            rf"^\W*(?:又|再次)?<坏>{_NOT_DATA}",
            confidence=0.85,
            unless=_WELL + "|" + _UPLOAD + r"|<规定>|外传|暂时|dump|日志|symbol",
            not_with=_TOLD,
        ),
        *ways(
            r"\b(?:servers?|hosts?|nodes?|machines?|pcs?|laptops?|workstations?|"
            r"computers?|systems?|storage|arrays?|controllers?|disks?|drives?|"
            r"switch(?:es)?|routers?|firewalls?|network|links?|ports?|databases?|db|"
            r"instances?|clusters?|vms?|virtual machines?|applications?|apps?|services?|"
            r"pages?|sites?|websites?|software|clients?|printers?|vpn|wi-?fi|wireless|"
            r"backups?|jobs?|tasks?|interfaces?|outlook|excel|word|teams|mail|"
            r"mailbox(?:es)?|quer(?:y|ies)|replication|datastores?|luns?|volumes?|pools?|"
            r"process(?:es)?|browsers?|screens?|sessions?|users?|connections?|power "
            r"suppl(?:y|ies)|fans?|memory|cpu|nics?|hbas?|raid|updates?|install\w*|sync|"
            r"it|everything|production|exchange|sharepoint|office|oracle|mysql|"
            r"postgres\w*|sql server|windows|linux|kernel|pods?|containers?|kubernetes|"
            r"dns|dhcp|ssl|vpn tunnel|tunnel|calls?|phones?|emails?|documents?|"
            r"spreadsheets?|reports?|files?|macros?|add-?ins?|tapes?|snapshots?|failover|"
            r"boot|upgrade|patch|terminal)\b……<bad>(?![ -]?(?:logs?|dumps?|files?|"
            r"reports?|screenshots?|traces?|codes?)\b)",
            r"\b(?:again|once more|keeps?|suddenly|since|after|this morning|last night|"
            r"yesterday|today|intermittent(?:ly)?|random(?:ly)?|every|right now|now|twice|"
            r"times|often|frequently|constantly|occasionally)\b……<bad>(?![ -]?(?:logs?|"
            r"dumps?|files?|reports?|screenshots?|traces?)\b)",
            r"<bad>(?![ -]?(?:logs?|dumps?|files?|reports?|screenshots?|"
            r"traces?)\b)……\b(?:again|once more|since|this morning|last night|yesterday|"
            r"today|intermittently|randomly|every|twice|\d+ times)\b",
            r"\b(?:see|seeing|get|gets|getting|got|have|having|experienc\w+|encounter\w*|"
            r"face|facing|notic\w+|observ\w+|hit|report(?:s|ed|ing)?|run(?:ning)? into|"
            r"ran into|suffer\w*|there (?:is|are|was|were))\b…(?:<bad>|\b(?:problems?|"
            r"issues?|trouble|incidents?)\b)(?![ -]?(?:logs?|dumps?|files?|reports?|"
            r"screenshots?|traces?)\b)",
            r"\b(?:problem|issue|error|fault|symptom)s?\b…\b(?:is back|are back|came back|"
            r"has come back|returned|reappeared|occurred|happened|happening|recurred|"
            r"persists?|started|occurs|appears)\b",
            r"\b(?:it|this|that|the same)\b…\b(?:happened|happening|happens|occurred|is "
            r"back|came back) (?:again|once more|today|this|last)\b",
            r"\b(?:fails?|failed|failing|aborts?|aborted|stops?|hangs?) (?:with|to|after|"
            r"on|at|when|again|every|because|intermittently|during)\b|\b(?:blank|garbled|"
            r"empty|black|white|grey|gr[ae]y) (?:pages?|screens?|characters|windows?)\b",
            r"\b(?:throws?|threw|raises?|reports?|returns?|shows?|displays?|gives?|gave|"
            r"logs)\b…\b(?:errors?|exceptions?|warnings?|failures?|ora-|0x|5\d\d)",
            confidence=0.87,
            unless=_UPLOAD
            + (
                r"|\b(?:no (?:more|further|new|errors?|problems?|issues?|crash\w*|longer "
                r"(?:crash\w*|hang\w*|occur\w*|happen\w*|fail\w*|drop\w*|see\w*|get\w*|an "
                r"issue))|(?:not|hasn't|haven't|has not|have not|didn't) (?:crash\w*|hang|"
                r"hung|fail\w*|happen\w*|occur\w*|seen|had|any|been any|reappear\w*|come "
                r"back|returned|recur\w*)|without|never|resolved|fixed|solved|gone|back "
                r"to normal|no problem|any (?:problems?|issues?|errors?) with (?:that|"
                r"this)|have (?:not|never)|might|risk|would|find time|haven't been able|"
                r"unable to (?:share|provide)|can't (?:share|provide)|do not allow|don't "
                r"allow|reply|response|attached|tell me|let me know|how to|can't wait|"
                r"won't be|doesn't matter|lost the (?:password|account)|will not be|"
                r"e-?mail (?:will|is|does) not|because of (?:the|its|their) size|too "
                r"(?:big|large)|(?:change|code|production) freeze|freeze (?:until|till|"
                r"period))\b"
            ),
            not_with=_TOLD,
        ),
        *ways(
            r"\b(?:sent|raised|triggered|generated|reports?|reported|shows?|logged|"
            r"throws)\b[^.\n]{0,12}\b(?:alarms?|alerts?|warnings?|errors?)\b",
            r"(?:出现|产生|有)(?:了)?大量",
            r"\b(?:unexpectedly|at random|out of nowhere|for no (?:apparent |obvious "
            r")?reason|spontaneously|intermittently)\b",
            r"\b(?:no (?:sound|signal|display|picture|video|audio|internet|network|"
            r"connection|connectivity)|tak(?:es?|ing) (?:ages|forever)|did(?:n't| not) "
            r"(?:run|start|boot|complete|finish|come up))\b",
            r"\b(?:another|a new|a different|also|additionally|second|other)\b……(?:<bad>|"
            r"\b(?:problem|issue)\b)",
            r"\b(?:problem|issue|case|ticket)\b[^.\n]{0,20}\b(?:not|isn't|"
            r"n't)\b[^.\n]{0,12}\b(?:solved|resolved|fixed|gone)\b",
            confidence=0.8,
            unless=_UPLOAD + r"|\?|\bother (?:way|option|tool|logs?)",
        ),
        Phrase(
            r"转圈|不[能行动对通了好足够显见停](?!意思)|没[有反用法]|无法|异常|问题|故障|"
            r"错|慢|卡|断|坏|怪|\b(?:not|problems?|issues?|wrong|trouble|broken|"
            r"strange\w*|weird|random\w*|again|ages|wrong\w*|odd|panic|unable|"
            r"unexpected(?:ly)?|suddenly|unfortunately)\b|n't\b",
            0.6,
            unless=(
                r"没问题|不好意思|不用|没有问题|问题不大|不急|不错|no problem|not urgent|"
                r"[?？吗]|联系人|电话|会议|\b(?:meeting|call|available|office|vacation|"
                r"attend|colleague|contact|phone|distribution)\b|请假|出差|抄送|邮箱|地址"
            ),
            weak=True,
        ),
        Phrase(
            say(
                rf"{_THING}|\b(?:servers?|hosts?|nodes?|machines?|laptops?|storage|array|"
                rf"controllers?|disks?|switch(?:es)?|routers?|firewalls?|network|database|"
                rf"cluster|vms?|application|service|printers?|vpn|backup|ups|outlook|"
                rf"excel|word|teams|calls)\b"
            ),
            0.55,
            unless=(
                r"[?？吗]|请|会议|电话|联系|出差|同事|已|下周|明天|稍后|\b(?:please|"
                r"meeting|call me|available|visit|invoice|contact|will|'ll|tomorrow|"
                r"uploaded|attached|colleague)\b"
            ),
            weak=True,
        ),
    ),
)
