"""The customer has trouble with the account or the upload."""

from mailbot.understanding.intent import Effect, Intent, Owes, Phrase, Presumes, Side
from mailbot.understanding.scopes import Scope
from mailbot.understanding.vocabulary import say, ways

_REASON = say(r"<规定>|外传|外发|不允许|不同意|提供|明天|暂时没有")
_REASON_EN = say(r"<policy>|\b(?:allowed|until|yet|today|before|tomorrow|permitted)\b")
_NEAR = say(
    r"<ftp>|上传(?:服务器|地址|链接|页面|平台|入口|网站|时|的?时候|过程|账号|到\d|不|失败|"
    r"速度)|无法上传|在上传|传了|网盘|传给(?:你|您)|才传|传到(?:一半|\d+ ?%|百分)|"
    r"传(?:一半|着)|<upload>|22222|端口 ?22|port 22|\byour (?:server|site|share|portal|"
    r"host)\b|\b(?:you|your) (?:sent|gave|provided|created)\b|\b(?:from|in) your (?:mail|"
    r"e-?mail|message)\b|(?:你们|您|贵司)(?:的|给的|提供的|发的)(?:服务器|账号|密码|地址)"
)
# who asks for the login once more in the same breath means ours
_ANEW = (
    r"(?:重新?|再|换|补)(?:给我?)?(?:发|置|设|开|提供)|新的?密码|"
    r"\b(?:re-?send|reset|renew|new|another)\b|\bsend\b[^.\n]{0,40}\bagain\b"
)
_ELSEWHERE = say(r"<别处>|<elsewhere>")

INTENT = Intent(
    name="upload_problem",
    called=("上传遇到问题", "has trouble uploading"),
    side=Side.CUSTOMER,
    effect=Effect.UPLOAD_TROUBLE,
    asks=True,
    presumes=Presumes.THAT_CASE,
    letter="upload_help",
    owes=Owes.WE,
    blocked_by=frozenset({Scope.SUPPOSED}),
    gives_way=frozenset({"data_refused"}),
    phrases=(
        *ways(
            r"(?:上传(?!的)|<ftp>|传输|传文件|传日志|传dump)……(?:失败|不了|不上|不成功|"
            r"未成功|没成功|没有成功|报错|出错|错误|超时|拒绝|断开|中断|断掉|断了|总断|"
            r"老断|自动断|卡住|卡在|卡死|很慢|太慢|非常慢|特别慢|缓慢|龟速|慢得|比较慢|"
            r"越来越慢|极慢|没有?…权限|权限不足|无…权限|空间不足|空间不够|已满|满了|"
            r"磁盘满|配额|过期|失效|锁定|被锁|禁用|停用|掉线|不动|没反应|无响应|无法|不能|"
            r"不通|有问题|异常|连不|登不|登录不|进不|打不开|不完整|用不了|不好使)",
            confidence=0.93,
            unless=_REASON
            + (
                r"|(?:已|已经)上传(?!失败|不|到)|分析|上传(?:完成|完毕|成功|好了)|"
                r"怎么(?:上传|传)|如何(?:上传|传)"
            ),
        ),
        *ways(
            r"(?:无法|不能|没法|没办法|不让|一直|总是?|老是?)…(?:上传(?!的|过)|(?:连接|"
            r"登录|访问|连上|登陆|打开|进入)……<ftp>|传上去|传文件|连接到?上传|登录上传)",
            r"<ftp>…(?:登录|登陆|登入|连接|连|账号|密码|端口|服务器)……(?:失败|不上|不了|"
            r"不进|错误|拒绝|超时|不对|不正确|过期|不通)",
            confidence=0.92,
            unless=_REASON + r"|现在还|目前还",
        ),
        *ways(
            r"(?:账号|帐号|账户|密码|用户名|口令|登录|登陆|登入|认证|身份验证)…(?:错误|"
            r"不对|不正确|有误|失败|无效|被锁|锁定|锁了|过期|失效|不上|不了|不进|拒绝|"
            r"不通过|不能用|用不了|无法使用|进不去)",
            r"(?:登不上|登不进|登录不上|登录不了|连不上|连接不上|连不通|连不了|进不去|"
            r"打不开|访问不了|连接超时|连接被?拒绝|拒绝连接|拒绝访问|连接失败|没有?(?:写|"
            r"上传|访问)?权限|权限不够|权限不足)",
            r"(?:空间|磁盘|硬盘|配额|目录|quota)…(?:满|不足|不够|超)|(?:速度|网速|"
            r"带宽)…(?:慢|低|kb|k/s|不到|只有)",
            r"(?:上传(?!的|了)|<ftp>)[^。\n]{0,40}(?:<坏>|重置|中止|终止|停住|不让|不了)",
            r"(?:网盘|链接|地址)…(?:打不开|失效|访问不了|过期|无法)|看不到…(?:目录|文件夹|"
            r"upload)|才传(?:了)?\d|传了(?:一[天晚夜]|半天|几个|\d+个?小时)",
            r"端口…(?:不通|被封|没开|未开|不能访问|没通|打不开|拦截)",
            r"permission denied|connection (?:refused|timed out|reset)|access denied|"
            r"authentication failed|login incorrect|no space left",
            confidence=0.9,
            near=_NEAR,
            unless=_ELSEWHERE + "|" + _REASON + r"|日志(?:里|中|显示)",
        ),
        *ways(
            r"^\W*(?:您好|你好)?\W*(?:账号|帐号|用户名|密码|账号密码)…(?:错误|不对|不正确|"
            r"有误|失败|无效|被锁|锁定|过期|失效|不能用|用不了|无法使用|登不|登录不)",
            confidence=0.75,
            unless=_ELSEWHERE,
        ),
        *ways(
            r"\b(?:uploads?|uploading|(?<!over )s?ftp|file ?transfers?|transfers?|"
            r"filezilla|winscp|scp)\b……\b(?:fail(?:s|ed|ing)?|stop(?:s|ped)?|stall(?:s|"
            r"ed)?|hang(?:s|ing)?|hung|times? out|timed out|timing out|time-?outs?|"
            r"abort(?:s|ed)?|slow(?:ly)?|dies|died|breaks?|broken?|stuck|refus(?:es|ed)|"
            r"reject(?:s|ed)|denied|(?:doesn't|does not|not|didn't|did not|isn't|won't|"
            r"never) (?:\w+ )?(?:work(?:ing)?|finish|complete|start|connect|let|"
            r"accept(?:ed)?|go)|errors?|drops|dropped|interrupt(?:s|ed)|disconnect(?:s|"
            r"ed)?|expired|locked|disabled|invalid|incorrect|wrong|full|quota|unreachable|"
            r"down|crawl(?:s|ing)?|cancel(?:s|led)|reset|not (?:possible|accessible|"
            r"reachable|accepted)|impossible|cannot|can't|unable|kicks|takes (?:forever|"
            r"hours|ages)|(?:at|only) \d+ ?(?:%|kb|k|kib)|trouble|problems?)\b(?! "
            r"(?:logs?|dumps?|files?|reports?|screenshots?|traces?|messages?)\b)",
            confidence=0.93,
            unless=(
                r"\b(?:website|web ?site|our users|users can|firmware|without|no errors?|"
                r"stopped worrying|complete and|is complete|has completed|transfer "
                r"(?:rate|of ownership))\b|"
            )
            + _REASON_EN,
        ),
        *ways(
            r"\b(?:can't|cannot|can not|couldn't|could not|unable to|fail(?:s|ed)? to|not "
            r"able to|(?:won't|doesn't|not) let(?:ting)? (?:me|us)|trouble|problems?|"
            r"difficult\w*|issues?|struggl\w+|(?:not possible|impossible) "
            r"to)\b……\b(?:upload\w*|transfer\w*|s?ftp|filezilla|winscp|scp)\b(?! (?:speed|"
            r"rate))",
            confidence=0.92,
            unless=r"\b(?:our users|website|application|e-?mail)\b|" + _REASON_EN,
        ),
        *ways(
            r"\b(?:can't|cannot|can not|couldn't|could not|unable to|failed to|fails to|"
            r"not able to|trouble|won't let me)\b……\b(?:log ?in|log on|logging in|logon|"
            r"sign in|connect|authenticate|access|reach|get in|write|see the)\b",
            r"\b(?:log-?in|logging in|password|credentials|account|user ?name|"
            r"authentication|connection|permission|access)\b…\b(?:incorrect|refused|"
            r"denied|rejected|fail(?:s|ed|ure|ing)?|wrong|invalid|expired|locked|disabled|"
            r"not accepted|not valid|(?:doesn't|does not|don't|do not|didn't|not) "
            r"work(?:ing)?|timed out|times out|reset|closed|suspended|not recogni[sz]ed)\b",
            r"\b(?:disk|quota|space|storage|folder|directory|server)\b…\b(?:full|exceeded|"
            r"read-only)\b|no space left",
            r"\b(?:link|url|address|page|site|certificate)\b…\b(?:(?:does not|doesn't|"
            r"not) (?:open|work\w*|load)|expired|invalid|broken|dead|unreachable)\b",
            r"\b(?:uploads?|uploading|s?ftp|file ?transfers?|filezilla|"
            r"winscp)\b[^.\n]{0,60}(?:(?!drop\b)<bad>|\bnot respond\b|\bterrible\b|"
            r"\bpoor\b|\bimpossible\b)(?! (?:logs?|dumps?|files?|reports?|screenshots?|"
            r"traces?)\b)",
            r"\b(?:server|connection|session|client|site)\b…\b(?:closes|closed|drops|"
            r"resets|hangs up|disconnects|kicks|refuses|rejects|terminates)\b",
            r"\bport 22\d*\b……\b(?:blocked|closed|refused|filtered|time[sd]? ?out|timeout|"
            r"unreachable|not open)\b",
            confidence=0.9,
            near=_NEAR,
            unless=_ELSEWHERE + "|" + _REASON_EN + r"|\bin the logs?\b",
        ),
        *ways(
            r"(?:^\W*|[,:] )(?:the |our |my )?(?:password|login|user ?name|credentials|"
            r"account)\b…\b(?:is|are|was|were|does|do|has|not)?…\b(?:wrong|incorrect|"
            r"refused|rejected|invalid|expired|locked|not work(?:ing)?|denied|not "
            r"accepted)\b",
            confidence=0.75,
            unless=_ELSEWHERE,
        ),
        *ways(
            r"登不上|登不进|登[录陆]不[上了进]|(?:无法|不能|没法)登[录陆]|进不去|连不上",
            r"(?:密码|账号|帐号|口令)…(?:不对|错误|不正确|无效|失效|过期|用不了|不能用)",
            r"\b(?:can't|cannot|can not|couldn't|could not|unable to|not able to|won't let me)\b"
            r"……\b(?:log ?in|log on|sign in|connect|get in)\b",
            r"\b(?:password|login|account|credentials)\b…\b(?:wrong|incorrect|rejected|refused|"
            r"expired|(?:doesn't|does not|don't|not) (?:work(?:ing)?|accepted))\b",
            confidence=0.85,
            near=_ANEW,
            unless=_ELSEWHERE,
        ),
        Phrase(
            say(
                r"(?:上传(?!的|了|完)|传文件|<ftp>|\bupload(?:s|ing)?\b|\btransfer\b)[^。"
                r"\n]{0,60}(?:提示|报|显示|弹|慢|断|不|没|卡|\b(?:says?|messages?|shows?|"
                r"slow|not|cannot|can't|error|fails?)\b)"
            ),
            0.62,
            unless=r"还没|尚未|暂未|未上传|没上传|\?|？|\bnot (?:yet|been)\b|\bhaven't\b",
            weak=True,
        ),
    ),
)
