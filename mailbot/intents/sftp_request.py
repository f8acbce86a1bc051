"""The customer asks for an upload account, or how and where to upload."""

from mailbot.understanding.intent import Effect, Intent, Owes, Phrase, Side
from mailbot.understanding.scopes import Scope
from mailbot.understanding.vocabulary import say, ways

_PLACE = (
    r"(?:账|帐|地址|路径|方式|方法|通道|入口|服务器|空间|链接|目录|权限|密码|步骤|平台|"
    r"用户|渠道|途径|信息|网址|说明|教程)"
)
_GIVE = (
    r"(?:提供|告知|告诉|告之|发|给|开|建|创建|申请|分配|安排|弄|设置|延长|续|重置|补|生成|"
    r"准备|说明|指导)"
)
_ELSEWHERE = say(r"<别处>|<elsewhere>|下载|是否|收到|没法|失败|登不|登录不")
_STEP = (
    r"how (?:many|often|long|large|big|much|soon|far|safe|secure|fast)|"
    r"收集|抓取|导出|获取|生成|采集|才能解决|速率|性能|collect|"
    r"generate|capture|firmware|hotfix|patch|licen[cs]e|certificate|update"
)

INTENT = Intent(
    name="sftp_request",
    called=("索要上传账号", "asks for an upload account"),
    side=Side.CUSTOMER,
    effect=Effect.WANTS_LOGIN,
    asks=True,
    letter="upload_instructions",
    owes=Owes.THEY,
    blocked_by=frozenset({Scope.QUOTED}),
    phrases=(
        *ways(
            rf"<请>…{_GIVE}……(?:<ftp>|上传(?:文件|日志|资料|数据)?的?{_PLACE}|传输{_PLACE})",
            rf"(?:<ftp>|上传的?{_PLACE})……(?:请|麻烦|能否|可否|能不能|帮忙)…{_GIVE}",
            rf"(?:请|麻烦|烦请|帮忙)…{_GIVE}…(?:怎么|如何|哪里)…(?:上传|传)",
            confidence=0.95,
            unless=r"下载|收到没|收到了|是否收到|查看|分析",
        ),
        *ways(
            r"(?:怎么|怎样|如何|咋|哪里|哪儿|往哪|在哪|到哪|什么地方|哪个(?:地址|目录|"
            r"服务器|平台|网址|账号|文件夹)|用什么|用哪个|通过什么|(?:什么|哪种|"
            r"何种)(?:方式|途径|渠道|办法|工具))……(?:上传|传给|发给|传送|发送给|传到|"
            r"提交给|提供给|给(?:你|您|贵)|传过去|发过去|传上|传文件|传日志|传dump|回传|"
            r"传$|传[?？呢])",
            r"(?:把|将)…(?:<ftp>|上传)…<账号>……(?:发|给|告|提供)",
            rf"(?:<ftp>|上传)(?:的)?(?:服务器)?{_PLACE}……(?:吗|[?？]|有没有|是否|还是|没有?变)",
            r"(?:邮件|邮箱|发)……还是……(?:传|上传|ftp|服务器|网盘)",
            r"(?:邮件|邮箱|发)……还是……(?:传|上传|ftp|服务器|网盘)",
            r"(?:上传|传|发|放|发送|提交)(?:到|至|去|给|在)(?:哪|什么地方|什么位置|哪个|"
            r"谁|什么邮箱)",
            confidence=0.94,
            unless=_STEP + "|失败",
        ),
        *ways(
            rf"(?:<ftp>|上传)(?:的)?(?:服务器)?{_PLACE}……(?:是什么|是多少|多少|在哪|呢|"
            rf"有吗|有没有|发一下|发我|给我|给一下|提供一下"
            r"|还没给|没给|没收到|没有收到|未收到|未提供|没有提供|忘|丢了|找不到|不记得|"
            r"不见了|过期|失效|注销)",
            r"(?:需要|还缺|缺少|缺|要|申请|想要|请求|没有|没收到|未收到|还没收到|忘记|"
            r"忘了|丢失|找不到|弄丢|不记得|没给|未提供)……(?:<ftp>|"
            r"上传)的?(?:服务器)?的?(?:账号|帐号|账户|用户名|登录名|密码|地址|信息|空间|"
            r"链接|通道|方式|入口|路径)",
            r"(?:有没有|有无|是否有|有什么|有)(?:…)(?:上传|ftp|网盘|传输|共享|"
            r"文件服务器)…(?:地址|账号|方式|通道|渠道|途径|空间|平台|入口|吗|可以用|能用|"
            r"可用)",
            r"(?:账号|帐号|ftp|上传密码)…(?:延期|续期|延长|重新开|重开|重新开通|恢复使用|再开)",
            confidence=0.9,
            unless=r"收到文件|上传了|已上传|已经上传|域账|邮箱",
        ),
        *ways(
            r"<请>…(?:再|重新)?…(?:发|提供|给|重置|生成|开通?|创建|建|申请|分配|补发)…<账号>",
            r"<账号>…(?:发|给|提供|告知)(?:我|一下|过来|下|给)",
            r"(?:地址|账号|帐号|密码)…(?:是多少|是什么|多少[?？]?$)",
            r"<账号>……(?:需要|要|来|给)…(?:一份|一个|一组|一套)",
            r"<账号>……(?:忘|丢|找不到|不记得|没收到|未收到)|(?:忘|没收到|未收到|找不到)…<账号>",
            confidence=0.85,
            near=r"<上传>|传上去|传过[去来]|把\S{0,12}传|dump|日志|(?<!宣)传文件",
            unless=_ELSEWHERE,
        ),
        *ways(
            r"(?:太大|过大|较大|很大|超过|超出|大于|\d ?(?:g|gb|t|tb)\b)[^。"
            r"\n]{0,16}(?:邮件|邮箱|附件|mail)…(?:发不|传不|放不|不了|无法|受限|限制|退)",
            confidence=0.75,
            unless=r"(?:已|已经)…(?:上传|放)",
        ),
        *ways(
            r"\bhow (?:can|do|should|could|may) (?:i|we) do (?:that|this|it)\b|\b(?:what "
            r"is|what's) the best way\b",
            confidence=0.82,
            near=(
                r"\b(?:send|upload|share|transfer|get|provide)\b……(?:\b(?:you|video|"
                r"recording)\b|<files>)"
            ),
        ),
        *ways(
            r"^\W*(?:请|麻烦)?(?:帮我)?(?:重新?|再)发(?:送)?(?:一下|一遍|一次|一份|"
            r"下)?(?:上传)?(?:账号|帐号|账户|密码|账号密码)(?:一下|谢谢)?\W*$",
            r"^\W*(?:请|麻烦)?重[置设](?:一下)?(?:上传)?密码\W*$",
            r"^\W*(?:我要|我想|需要|要)?上传\W*$",
            r"^\W*(?:please )?(?:upload|(?:re-?send|renew)(?: (?:the|my|our|upload))* "
            r"(?:account|password|credentials|login)|reset(?: (?:the|my|our|upload))* "
            r"password)(?:,? ?please)?\W*$",
            confidence=0.97,
        ),
        *ways(
            r"\b(?:where|how)\b…\b(?:can|do|should|to|could|may|would|shall|might|are|"
            r"must)\b……\b(?:upload|send|submit|deliver|transfer|share|put|drop|provide|"
            r"place|leave|store|post)\b……(?:<data>|<upload>|\b(?:it|them|this|these|those|"
            r"that|you|over|somewhere)\b|\W*$)",
            r"\bwhere\b…\bto (?:place|put|leave|store|drop|post|upload|send)\b",
            r"\b(?:where|how)\b…\bupload\b",
            r"\b(?:where|how|what|way)\b……\bget\b……\b(?:it|them|this|these|files?|logs?|"
            r"dumps?|data|bundles?|archives?|captures?|traces?|the \S+ \w+)\b…\bto you\b",
            r"\b(?:which|what)\b(?: \w+)? (?:server|address|account|folder|directory|"
            r"credentials|host|port|path|protocol|url|link|password|location|place|"
            r"login)\b……(?:<upload>|\bsend\b|\bput\b)",
            r"\bwhat(?:'s| is| are| was)\b…<upload>",
            confidence=0.94,
            unless=_STEP
            + (
                r"|\bfast\b|\bslow\b|\bspeed\b|\bfail|\btimes? out|\bemails?\b.*\bto "
                r"(?:all|external)|\buploaded\b"
            ),
        ),
        *ways(
            r"<please>……(?:<upload>…(?:<account>|\b(?:access|link|address|location|server|"
            r"space|site|host|details|url|folder|area|path|instructions|information|"
            r"info)\b)|(?:<account>|\b(?:access|link|address|location|place|space|"
            r"details)\b)…\b(?:to|for|of|on|where)\b…(?:<upload>|\bupload))",
            r"\b(?:send|give|provide|share|create|set(?:ting)? up|open|issue|re-?send|"
            r"renew|extend|get|reset|reactivate|unlock|arrange|prepare|"
            r"enable)\b……<upload> ?(?:server )?(?:<account>|\b(?:access|link|address|"
            r"location|space|site|host|details|url|folder|area|path|instructions)\b)",
            r"\b(?:do you have|is there|have you got)\b……(?:<upload>|\b(?:way|place|"
            r"server|location|portal|share|site|link)\b……(?:<upload>|\bsend|\bto (?:share|"
            r"provide|get)))",
            r"\b(?:don't|do not|haven't|have not|never|didn't|lost|forgot(?:ten)?|"
            r"misplaced|missing|without|can't find|cannot find|still waiting for|not "
            r"(?:yet )?received|not got)\b……(?:<upload>…(?:<account>|details|link|"
            r"address)|<account>…<upload>)",
            confidence=0.92,
            unless=(
                r"\b(?:keeps? asking|prompt|refus|denied|work|accepted|check|rejected|i "
                r"uploaded|we uploaded|have uploaded|has been uploaded|was uploaded|"
                r"received the)"
            ),
        ),
        *ways(
            r"<please>……\b(?:new|another|valid|fresh|the|an?|our|my|some)\b…(?:<account>|"
            r"\blogin details\b)",
            r"\b(?:re-?send|re-?set|renew|extend|reactivate|unlock)\b…<account>",
            r"\b(?:re-?send|send|give|create|issue|need|re-?set|renew|extend|"
            r"unlock)\b…\b(?:it again|(?:a )?new one|another one|it|them)\b(?= ?(?:again|"
            r"please|to (?:me|us))?[,.?!]*$)",
            r"\b(?:forgot|forgotten|lost|misplaced|can't find|cannot find)\b…<account>",
            confidence=0.82,
            near=r"<upload>",
            unless=r"<elsewhere>|\bcheck\b|keeps? asking|prompt",
        ),
        *ways(
            r"<please>……\b(?:new|another|valid)\b…\b(?:password|account|login|credentials)\b",
            r"(?:请|麻烦|帮忙)…(?:重新?|再|换)…(?:发|给|设|开|提供)…(?:账号|帐号|密码)",
            confidence=0.74,
            unless=r"<elsewhere>|<别处>|\bcheck\b|系统|电脑",
        ),
        *ways(
            r"\b(?:too (?:big|large|heavy)|exceeds?|larger than|bigger than|"
            r"over)\b……\b(?:e-?mail|mail|attach\w*|outlook|gateway|mailbox|to send)\b",
            confidence=0.76,
            unless=r"\b(?:uploaded|attached|getting|stressed|all over)\b|emails (?:are|keep)|queue",
        ),
        Phrase(
            say(
                r"(?:<ftp>|上传的?(?:账|地址|方式|通道|权限)|\bupload (?:account|address|"
                r"link|server|location|site|access|instructions|details|folder)\b)"
            ),
            0.64,
            near=say(r"<请>|<please>|[?？]|没有|没收到"),
            unless=r"已|但|看不到|了[。.]?$|\b(?:uploaded|put|placed|sent)\b",
            weak=True,
        ),
    ),
)
