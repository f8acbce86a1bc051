"""The customer asks for an upload account, or how and where to upload."""

from mailbot.understanding.intent import Effect, Intent, Owes, Phrase, Side
from mailbot.understanding.scopes import Scope

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
        Phrase(
            r"(?:提供|告知|发|给|开|建|申请|安排|新|要)…(?:ftp|上传|传输|传文件)…(?:[账帐]号|用户|地址|密码|权限|信息|链接|地方)",
            0.97,
            yes=("请给我们开一个SFTP账号", "麻烦提供上传服务器的地址", "能不能发一下上传用的密码"),
            no=("您发的SFTP账号登不上", "我们已经上传完了"),
            unless=r"您发",
        ),
        Phrase(
            r"(?:请|麻烦|劳驾|能|帮|要)…(?:给|开|发|备|办|补)…(?:[账帐]号|目录|密码|新的$|个号|链接|网址)",
            0.92,
            yes=("请先给我们开个目录", "链接失效了，请补发一个链接", "劳驾给我们开个号"),
            no=("密码已经收到，谢谢", "请关闭这个案例"),
        ),
        Phrase(
            r"(?:ftp|上传|传输)…(?:地址|[账帐]号|密码|方式|用户|口令|地方)…(?:发|告|提供|是什么|多少|呢|[?？]$)",
            0.97,
            yes=("上传的地址是多少", "ftp账号麻烦告诉我", "上传方式是什么？"),
            no=("上传密码我已经收到了", "上传已经完成，请查收"),
        ),
        Phrase(
            r"(?:怎么|如何|咋|哪里|哪个|往哪|从哪)…(?:上传|传给|发给|传过|交给|给[你您]|[传给][呢?？]*$)",
            0.95,
            yes=("录像有30G，怎么给你们？", "请问日志如何上传", "那这个文件从哪传？"),
            no=("这个报错怎么解决？", "上传已完成"),
        ),
        Phrase(
            r"(?:传|放|发|送|丢|扔|搁|塞|交|递)(?:到|去|在|给|往)?哪|往哪…(?:传|放|发|丢|递)",
            0.95,
            yes=("压缩包放哪里？", "抓好的包往哪儿丢", "日志发到哪个邮箱合适？"),
            no=("上次那个工具你们放哪了？", "哪里出了问题？"),
            unless=r"说丢|放哪了",
        ),
        Phrase(
            r"(?:[账帐]号|密码|口令|路径)…(?:发|告诉|念)(?:我|一下|过来|一遍|给)|(?:密码|[账帐]号|ftp)(?:呢|是多少)?[?？]$",
            0.96,
            yes=("账号再发我一次吧", "用户名有了，那密码呢？", "把口令告诉我"),
            no=("密码错误，登不上", "账号正常，谢谢"),
        ),
        Phrase(
            r"(?:给|要|开|发|有|弄|来)…(?:传|放|收|递|投)…(?:地方|地址|口子|通道|管道|位置)",
            0.95,
            yes=("你们有没有收大文件的地方", "给个能放录像的位置", "开个传日志的通道吧"),
            no=("有一份放到您说的位置了", "有些地方不明白"),
            unless=r"放到",
        ),
        Phrase(
            r"(?:再|另|重新?)(?:给|帮)?(?:我们?)?(?:开|发|换|办)(?:一|个|过来)",
            0.9,
            yes=("密码过期了，再发一个", "麻烦重新给我们开一个", "不能用，另办一个吧"),
            no=("换了内存条之后好了", "请重新开一张账单", "补丁要重新发一次，请重新开一个补丁窗口"),
            unless=r"补丁|账单|一张",
        ),
        Phrase(
            r"\bwhere\b…\b(?:upload|send|put|drop|leave|deliver|goe?s?|place|want|with it)\b",
            0.97,
            yes=(
                "Where may I put the trace?",
                "Where do crash files go?",
                "The zip has 6 GB, where do you want it?",
            ),
            no=("Where do we go from here?", "We put the dump in the usual place."),
            unless=r"we with|\bfrom\b",
        ),
        Phrase(
            r"\bhow\b…\b(?:send|get|upload|transfer|deliver|want)\b…\b(?:you|it|them|this)\b",
            0.94,
            yes=(
                "How can I get a 7 GB file to you?",
                "How do we transfer them?",
                "How do I get this to you?",
            ),
            no=("How did they get round it?", "How is it going?"),
            unless=r"round",
        ),
        Phrase(
            r"\b(?:set up|give|create|need|have|get|provide|reset)\b…\b(?:login|account)\b",
            0.97,
            yes=(
                "Please set up an account for our site.",
                "I need a login to hand in the traces",
                "Could you give us an upload account?",
            ),
            no=(
                "My colleague has an account.",
                "We don't need an account any more.",
                "There's no need for another login.",
            ),
            unless=r"n't|\bno\b",
        ),
        Phrase(
            r"\b(?:can|could|may|please|kindly)\b…\b(?:fresh|new|another) (?:one|login|link)\b",
            0.95,
            yes=(
                "Could you send a fresh one?",
                "The link is dead, may I have a new link?",
                "Kindly send another login",
            ),
            no=("The new one works fine.", "A new password is set, thanks."),
        ),
        Phrase(
            r"\b(?:share|send|provide|need)\b…\b(?:path|upload link|s?ftp|upload details)\b",
            0.95,
            yes=(
                "Dump is ready, kindly share the path.",
                "Please send the upload link",
                "We need an SFTP for the big ones",
            ),
            no=("The SFTP works now.", "I sent the screenshot yesterday."),
        ),
        Phrase(
            r"\b(?:which|what)\b…\b(?:address|server|account|folder|directory)\b",
            0.92,
            yes=("Which folder do I use?", "What address does your file server have?"),
            no=("The folder has what you want", "What is the cause?"),
        ),
        Phrase(
            r"\ban? (?:login|account|place) (?:for|of)\b",
            0.93,
            yes=("Kindly prepare an account for our site", "I'd want a login of my own"),
            no=("The account is fine", "We placed it for you"),
        ),
        Phrase(
            r"(?:还有|有没有|有无)(?:别|其他|什么)…(?:路|口子|渠道|管道|途径)",
            0.93,
            yes=("附件太大，还有什么渠道？", "有没有别的口子"),
            no=("有没有别的办法查原因？", "还有什么问题"),
        ),
        Phrase(
            r"\bis there\b…\b(?:upload|somewhere|s?ftp|drop box)\b",
            0.95,
            yes=("Is there an upload page over HTTPS?", "Is there somewhere I can put 4 GB?"),
            no=("Is there any progress?", "The upload is there."),
        ),
        Phrase(
            r"(?:告知|备|申请)…(?:ftp|[账帐]号)|(?:ftp|[账帐]号)…(?:备|没到|给我)",
            0.92,
            yes=("明天请告知ftp", "账号先给我备好", "提前备好账号"),
            no=("账号能用了", "账号备注写错了没关系"),
            unless=r"备注",
        ),
        Phrase(
            r"(?:什么|哪个|哪种)(?:渠道|账号|地址|通道)|[找问]谁[要拿]|[要来换给](?:一?[个套组])新的",
            0.95,
            yes=("该用哪个账号登录？", "到时候找谁要口令", "旧账号没了，麻烦来一套新的"),
            no=("新的固件装好了", "这个问题找谁？"),
        ),
        Phrase(
            r"(?:请|麻烦)…(?:提供|告知|告诉|发)…(?:路径|入口|账户|口令|端口|上传)",
            0.92,
            yes=("请提供文件服务器的端口", "麻烦告知登录的账户"),
            no=("我们已打开端口", "口令已收到"),
        ),
    ),
)
