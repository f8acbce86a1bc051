"""The customer asks something that needs an answer, beyond how to upload."""

from mailbot.understanding.intent import Effect, Intent, Owes, Phrase, Side
from mailbot.understanding.scopes import Scope

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
        Phrase(
            r"(?:会不会|要不要|请问|请教|多久|是否|影响|重启|补丁|版本|升级|正常|区别)…[?？]$",
            0.92,
            yes=("这个补丁装完要重启吗？", "请问会不会影响业务？", "一般要多久？"),
            no=("请问上传到哪个地方？", "重启以后就好了。"),
            unless=r"上传|ftp|账号|地方|人",
        ),
        Phrase(
            r"\b(?:how long|should (?:i|we)|does (?:the|it)|will (?:the|it))\b",
            0.86,
            yes=(
                "How long does a scan take?",
                "Should we update the firmware first?",
                "Will it survive a restart?",
            ),
            no=("How should we upload the dump?", "It will be done tonight."),
            unless=r"upload|login|call",
        ),
        Phrase(
            r"[^a-z][?？]$",
            0.78,
            yes=("能直接把旧文件删掉吗？", "为什么只有晚上才慢？"),
            no=("这个文件传到哪里？", "到底有没有人管？", "问题解决了。"),
            unless=r"哪[儿里]|[到往]哪|[址人传]|ftp|到底|口令|账号|用户名|你们[是到]|每次|给[我您你]|这叫|行吗|明天",
        ),
        Phrase(
            r"[a-z0-9)\"']\?$",
            0.78,
            yes=(
                "Is special pool risky?",
                "Can we keep the old driver?",
                "Which log matters most?",
            ),
            no=("Where do I drop the file?", "Could I have a fresh login?", "It works now."),
            unless=r"\bwhere\b|address|login|\bsend\b|\bwho|call|another|name|fresh|please",
        ),
        Phrase(
            r"会不会|要不要|行不行|吗$|请问…[能可是]否",
            0.88,
            yes=("打的时候要不要停业务", "马赛克过的你们能用吗", "请问能否直接替换这个文件。"),
            no=("要不要账号都行", "问题没了"),
            unless=r"上传|传到|ftp|账号|地方|给|人",
        ),
        Phrase(
            r"(?:麻烦|请|想)…(?:说明|解释|告知|了解|知道)…(?:是否|哪|区别|差别|什么|谁|怎么)",
            0.85,
            yes=("麻烦说明一下两个版本的差别", "烦请告知补丁是否包含这个修正"),
            no=("请告知上传用哪个账号", "我知道了"),
            unless=r"上传|ftp|账号|排查|放",
        ),
    ),
)
