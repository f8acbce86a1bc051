"""The customer says that the data is not there yet or comes later, or that a step comes first."""

from mailbot.understanding.intent import Effect, Intent, Owes, Phrase, Presumes, Side
from mailbot.understanding.scopes import Scope
from mailbot.understanding.vocabulary import say, ways

_ASKS_US = say(r"<规定>|<policy>") + (
    r"|不同意|不允许|不让|拒绝|\b(?:not allowed|refus\w*|declin\w*|permitted)\b|请(?!假|"
    r"示)|麻烦|能否|可否|能不能|是否|什么时候|多久|[?？吗]|会议|开会|电话|\b(?:please|"
    r"could you|can you|would you|will you|when will|(?:you'll|you will)(?! (?:have|get|"
    r"receive|find)))\b|\?"
)
_GIVE = (
    r"(?:上传|传(?!真|统)|发|提供|收集|采集|抓|导|截图|补|提交|整理|回传|拷|给(?:您|你|"
    r"到)|跑|拍|拿到|取到|弄好|出来)"
)
_NEAR = say(
    r"<上传>|<upload>|日志|dump|数据|收集|采集|截图|文件|抓包|资料|命令|步骤|测试|重启|"
    r"升级|停机|窗口|工具|报告|巡检|导出|配置|<files>|\b(?:data|collect\w*|steps?|"
    r"test(?:s|ing)?|reboot|upgrade|maintenance|downtime|tool|command|info(?:rmation)?|"
    r"tracing|debug\w*)\b"
)

INTENT = Intent(
    name="data_delayed",
    called=("说资料要晚些", "says that data comes later"),
    side=Side.CUSTOMER,
    effect=Effect.DELAYS_DATA,
    presumes=Presumes.THAT_CASE,
    owes=Owes.THEY,
    blocked_by=frozenset({Scope.QUOTED}),
    phrases=(
        *ways(
            rf"<以后>……{_GIVE}",
            rf"等[^。\n]{{1,26}}(?:再|后|就|会|时候?)…{_GIVE}",
            r"(?:会|将会|马上|这就|准备|打算|安排|计划|正要)…(?:收集|采集|抓|导出|上传|"
            r"截图|提供|回传|传给|发给|发您|传过)",
            confidence=0.88,
            unless=_ASKS_US
            + (
                r"|已|传了|传完|完了|昨|发了|刚|不能|无法|自动|再次?(?:出现|发生|蓝屏|"
                r"重启)|发现|发生|再也|尽[快早](?:提供|给)(?:解决|方案|结果|分析)|"
                r"分析结果|你们?(?:会|将|尽快)|贵(?:司|方)"
            ),
        ),
        *ways(
            r"(?:如果|要是|若|一旦|只要)[^。\n]{1,20}(?:就|再|会|马上|第一时间|"
            r"立即)…(?:上传|传|发|提供|抓|收集)",
            r"(?:跑|导|弄|收|抓|打包|压缩|整理|处理|收集|采集)(?:好|完)(?:了)?(?:之?后|就|"
            r"再|马上|给|发|上传|传)",
            r"(?:还没|还未|没有|尚未|没)(?:结束|跑完|收完|抓完|导完|弄完|传完|打包完|下载完)",
            r"\b(?:it|this|that) (?:will|is going to|may|might|could) (?:take|need) (?:a "
            r"bit |a little |some |much |a while )?(?:longer|more time|some time|time|a "
            r"while)\b",
            r"有了…(?:第一时间|马上|立即|再|就)…(?:上传|传|发|提供|给)",
            r"\bgive (?:me|us) (?:until|till|a few|some|another|two|three)\b",
            r"\b(?:please )?expect\b……<data>……<later>",
            confidence=0.8,
            unless=r"[?？吗]|\b(?:when|you will)\b",
        ),
        *ways(
            r"<数据>……(?:还没|还未|尚未|暂未|没有|暂时没|暂无|仍未|没|未|正在|还在|还要|"
            r"待)…(?:生成|产生|收集|采集|抓|拿|导|上传|传|进展|提供|取|准备|整理|打包|"
            r"压缩|出来|好|完|给|发|到手|复现|下载)",
            r"(?:还没|还未|尚未|暂未|没来得及|没顾上|没时间|没空|没能|没抽出|还不能|"
            r"暂时(?:还)?(?:没|不能|无法))…(?:上传|收集|采集|抓|导|截图|拿到|提供|做|执行|"
            r"操作|跑|测试|试|整理|发|运行|复现|拷|重启|升级|安装|取|反馈|去现场)",
            r"(?:<数据>|收集|采集|方面)……[没无]…进展",
            r"(?:正在|还在|仍在|正|在)(?:努力)?(?:收集|采集|导出?|打包|压缩|上传|整理|"
            r"抓取?|拷贝|传(?!统)|走流程|走审批|审批|协调|准备)",
            confidence=0.88,
            unless=(
                r"没法|没办法|无法给|什么|发现|明显|告警|[?？吗]|收到(?!客户)|问题|解决|"
                r"失败|报错|里没|中没|里面|您|你们?(?:还|有)|慢|权限|账号|地址"
            ),
        ),
        *ways(
            r"(?:需要|要|得|还要|还得|只能|必须|大概|预计|估计|可能)……(?:等|停机|窗口|"
            r"审批|申请|协调|预约|到现场|周末|(?:\d+|[一二两三四五六七八九十几半]) ?(?:天|"
            r"个?小时|周|分钟|个?工作日)|(?:一段|些|点)时间)",
            r"(?:出差|休假|请假|放假|休息|不在(?:现场|公司|办公室|机房)|(?:这|最近|近|今|"
            r"明)…(?:忙|没空|没时间)|(?:客户|现场|机房|用户|同事)…(?:没人|没空|没时间|"
            r"不方便|忙|联系不上|协调))",
            r"推迟|推一推|推后|延后|延期|顺延|缓一?缓|拖一?拖|改期|往后[推延放]",
            r"(?:还|在|需|要|得|正)…等(?:待)?(?!您|你|贵|级)…(?:审批|批准|授权|停机|窗口|"
            r"客户|现场|维护|同事|领导)",
            r"才能…(?:开启|收集|抓|提供|上传|导出|操作|执行|采集)",
            r"(?:延|推|晚(?!上))(?:迟|后|期|些|点)?…(?:[几\d一二两三]天|到|至|提供|上传)|"
            r"(?:再)?(?:给|宽限)(?:我们?)?…(?:天|时间)",
            r"(?:暂未|还没|没有|尚未|还未|未|没)(?:能)?(?:再)?(?:复现|重现)",
            confidence=0.8,
            near=_NEAR,
            unless=_ASKS_US + r"|多长|超过|过了|你们|已经|分析|回复|故障|会议|停机了",
        ),
        *ways(
            r"(?:^|我们?|这边|客户|用户|得|需要|会|要|想|打算|现场)…先…(?:解决|处理|忙|做|"
            r"弄|搞|重装|装|升级|看|恢复|修|试|测|更换|换|排查|操作|执行|按|验证|备份|把|"
            r"联系|申请|确认|找)",
            r"(?:让|叫|通知|安排)(?:客户|用户|同事|现场|他们|机房)…(?:安装|升级|测试|试|"
            r"操作|收集|做|抓|导|重启|更换|执行|换)",
            r"有(?:了)?(?:情况|结果|进展|消息|数据|日志)…(?:再|及时|会|就|马上)…(?:反馈|"
            r"联系|告|汇报|发|给|上传|通知|同步)",
            r"(?:试|测试|操作|执行|看|升级|重启|处理|安装|更新|尝试|验证|排查|弄)(?:一?下|"
            r"完|看看?|试看?)?…(?:后|完|再|好)…(?:反馈|回复|告|答复|通知|汇报|给您|联系|"
            r"跟您|同步|向您)",
            r"(?:我们?|客户|用户|这边|现场)…(?:会|将|马上|这就|准备|打算|安排|计划|明天|"
            r"今晚|下周|周末)…(?:试|测试|操作|执行|重启|升级|更换|安装|处理|验证)",
            confidence=0.78,
            unless=_ASKS_US
            + (
                r"|您先|你们先|建议先|先生|首先|先后|优先|事先|原先|先前|之前|已|过了|"
                r"自动|报错|失败|尽快处理|后(?:又|仍|还|就|依然|系统)"
            ),
        ),
        *ways(
            r"\b(?:will|'ll|shall|going to|gonna|plan(?:ning)? to|hope to|expect(?:ed)? "
            r"to|intend to|aim to|try to|should be able to|can only|about to|i'll|we'll|"
            r"he'll|she'll|they'll)\b……\b(?:upload|send|provide|collect|gather|get|share|"
            r"submit|capture|deliver|attach|transfer|forward|run|pull|grab|generate|"
            r"export|have|take|dump|record|follow up with|come|arrive|be (?:sent|uploaded|"
            r"provided|available|there|ready|collected|with you))\b……(?:<data>|<later>|"
            r"\b(?:it|them|that|those|these|one|rest|remaining|you|when|once|as soon)\b)",
            r"\b(?:will|'ll|going to|plan to)\b…\b(?:upload|collect|gather|capture)\b",
            r"\b(?:you(?:'ll| will| should| can) (?:have|get|receive|"
            r"expect))\b……(?:<data>|\b(?:it|them)\b)……<later>",
            r"\b(?:only|not)\b…\b(?:enable|start|activate|do|collect|run|"
            r"provide)\b……\b(?:after|until|from|before|then)\b",
            r"\bcan\b…\b(?:upload|send|provide|collect|gather|share|get|run)\b……<later>",
            confidence=0.86,
            unless=_ASKS_US
            + (
                r"|\bif you\b|\bhelp\b|\bautomatically\b|\bnot be able to (?:provide|"
                r"share|give)|\bget back\b|\bresolve\b|\bclose\b|\bwe will have to\b|"
                r"\bhave (?:a )?(?:downtime|to|an? outage)|\bthe (?:server|system|"
                r"application|service) will\b|\bcall\b|\bmeeting\b|\bescalat|\bgot\b|"
                r"\battached\b|\byou(?:\'ll| will) find\b|\binvit\w+|\bvisit\b|\bagenda\b|"
                r"\bquote\b|\boffer\b"
            ),
        ),
        *ways(
            r"\b(?:haven't|have not|hasn't|has not|hadn't|didn't|did not|couldn't|could "
            r"not|not|isn't|aren't|wasn't|don't|do not)\b……\b(?:collect\w*|gather\w*|"
            r"captur\w*|upload\w*|receiv\w*|obtain\w*|g[eo]t(?:ten)?|had (?:the )?(?:time|"
            r"chance|opportunity)|have (?:the )?(?:logs?|dumps?|data|files?|output)|"
            r"managed|been able|ready|available|started|reproduc\w*|generat\w*|finish\w*|"
            r"sent|run|tried|done|there|complete)\b……\b(?:yet|so far|until now|still|at "
            r"the moment|right now|for now|today|until|currently)\b",
            r"\b(?:haven't|have not|hasn't|has not|didn't|did not|couldn't|could "
            r"not)\b…\b(?:had|have|found|get|got|find)\b…\b(?:the )?(?:time|chance|"
            r"opportunity|moment|round)\b",
            r"\bno\b…(?:<data>|\b(?:progress|luck)\b)……\b(?:yet|so far|at the moment|"
            r"available|for now)\b",
            r"\bstill\b…\b(?:collecting|gathering|waiting|uploading|working on|"
            r"compressing|exporting|copying|pending|in progress|transferring|preparing|"
            r"zipping|downloading|need(?:s)? to|trying to (?:get|collect|reproduce|"
            r"capture|obtain)|missing|to (?:come|follow))\b",
            r"(?:<data>|\b(?:the rest|remaining|others?)\b)…\b(?:will follow|to follow|"
            r"follows? (?:later|tomorrow|soon)|is pending|are pending|is delayed|are "
            r"delayed)\b",
            r"\b(?:i am|i'm|we are|we're|currently|just now)\b…\b(?:uploading|collecting|"
            r"gathering|compressing|zipping|exporting|preparing|copying|generating|"
            r"capturing|transferring)\b",
            r"\b(?:still|currently|now) being\b…\b(?:generated|collected|created|prepared|"
            r"compressed|packed|exported|copied|uploaded|written|gathered)\b|\bnothing to "
            r"(?:send|upload|share|show|provide)\b",
            r"\b(?:uploads?|transfer|compression|collection|export|capture)\b…\b(?:still "
            r")?(?:in progress|running|ongoing|underway|under way)\b",
            confidence=0.86,
            unless=_ASKS_US
            + (
                r"|\b(?:reply|response|answer|updates?|news|feedback|heard|from you|your "
                r"(?:analysis|result)|on you|resolved|fixed|solved|fail\w*|slow\w*|times "
                r"out|you haven't|you have not|password|account|credentials|address|"
                r"link)\b"
            ),
        ),
        *ways(
            r"\b(?:needs?|takes?|require|give (?:me|us)|requires)\b…\b(?:a few|some|"
            r"another|couple|until|more|few|one more|\d+|two|three|several|"
            r"till)\b…\b(?:days?|time|hours?|weeks?|minutes?|\w+day)\b",
            r"\b(?:busy|tied up|on leave|travell?ing|on vacation|on holiday|out of (?:the "
            r")?office|swamped|no time|not on ?site|off ?site|public holiday)\b",
            r"\btak(?:es?|ing) (?:a bit |much |a little |somewhat |way )?longer\b|\bat "
            r"\d{1,2} ?(?:%|percent)",
            r"\b(?:delay(?:ed)?|postponed?|not before|not until|at the earliest)\b",
            r"\b(?:waiting for|pending|subject to|depends on|need|needs|awaiting|once|"
            r"after|until)\b…\b(?:customer|client|approval|approved|maintenance|window|"
            r"downtime|change|permission|sign-?off|colleague|admin|team|management|next|"
            r"outage|user)\b",
            confidence=0.8,
            near=_NEAR,
            unless=_ASKS_US
            + (
                r"|\b(?:how long|at this rate|stuck|per second|slow\w*|your|server is "
                r"busy|cpu|disk|too long|delayed write|you need)\b"
            ),
        ),
        *ways(
            r"\b(?:as soon as|once|when|after|until|if)\b[^.\n]{3,60}\b(?:i|we)(?:'ll| "
            r"will| can| shall|'m going to)\b…\b(?:upload|send|provide|collect|share|"
            r"forward|run|capture|get)\b",
            r"\b(?:i|we)(?:'ll| will| am going to|'m going to| are going to|'re going to| "
            r"plan to| need to| have to| want to)\b…\b(?:try|test|do|run|perform|apply|"
            r"schedule|install|reboot|restart|follow|carry out|give it a|check|arrange|"
            r"look into|replace|swap|update|upgrade|change|reset|rebuild|report back|come "
            r"back to you)\b",
            r"\b(?:fix|solve|finish|sort out|reinstall|upgrade|rebuild|repair|deal with|"
            r"take care of|check|complete|update|replace)\b……\bfirst\b(?! (?:time|step|"
            r"thing to))",
            r"\b(?:let me|let us|i need to|we need to|i have to|we have to|i "
            r"must)\b…\b(?:first|fix|finish|sort|try|test|check with|talk to|ask|"
            r"reinstall|rebuild)\b",
            confidence=0.78,
            unless=_ASKS_US
            + (
                r"|\blet me know\b|\b(?:supervisor|manager|director|boss|close|monitor|"
                r"escalat\w*|join|attend|meet|call|meeting|again and again|should i|first "
                r"noticed|switch vendors?|vendor|complain|cancel)\b"
            ),
        ),
        Phrase(
            say(
                r"(?:等|预计|之后|以后|明[天早]|后天|周[一二三四五六日末]|下周|稍后|晚点|"
                r"再|先|尽快|\b(?:tonight|tomorrow|later|next week|will|'ll|going to|"
                r"waiting|until|soon|yet|asap)\b)"
            ),
            0.6,
            near=_NEAR,
            unless=_ASKS_US
            + r"|已经?|了[。.]?$|\b(?:you|meeting|call|uploaded|sent|visit|invoice)\b",
            weak=True,
        ),
    ),
)
