"""Staff asks the customer to collect or upload something."""

from mailbot.understanding.intent import Effect, Intent, Phrase, Side
from mailbot.understanding.scopes import Scope

# who asks for it "should it happen again" asks for it
_EVEN_IF = frozenset({Scope.NEGATED, Scope.QUOTED})

INTENT = Intent(
    name="request_data",
    called=("请客户提供资料", "asks for data"),
    side=Side.STAFF,
    effect=Effect.ASKS_FOR_DATA,
    outright=True,
    blocked_by=frozenset({Scope.NEGATED, Scope.CONDITION, Scope.QUOTED}),
    phrases=(
        Phrase(
            r"[请烦辛]…(?:导出|收集|采集|抓取|压缩|打包|截图|截一|拍|录|抓一|传上来)",
            0.9,
            yes=("请导出昨天的系统日志", "麻烦拍一下指示灯", "请收集dump"),
            no=("先给他们开个目录", "已请求提供截图"),
            unless=r"开个|请求|[账帐]号|登录|观察",
            blocked_by=_EVEN_IF,
        ),
        Phrase(
            r"[请烦]…(?:上传|提供|发送|回复|准备|补)…(?:日志|文件|dump|转储|截图|输出|配置|报告|信息|快照)",
            0.9,
            yes=("请上传完整的转储", "请提供两个节点的日志"),
            no=("请建一个用户，他要上传日志", "请求提供队列截图"),
            unless=r"建|开|请求|上传[账帐]号|密码",
            blocked_by=_EVEN_IF,
        ),
        Phrase(
            r"[把将]…[传发导贴放存切录截列打压](?:给|出|到|上来|来|包|缩|一份|一下|进|在)",
            0.93,
            yes=("把事件日志导出来", "请将文件放到原目录"),
            no=("已将租期改好并放在报告里", "将于明日关闭"),
            unless=r"密码|已",
            blocked_by=_EVEN_IF,
        ),
        Phrase(
            r"[发传给留拍导要存抓截录](?:我|我们)?一?[份张段](?!满)",
            0.96,
            yes=("故障时抓一份转储", "面板拍一张", "再给我一份完整的"),
            no=("会发一份问卷给您", "系统会发一份满意度问卷"),
            unless=r"问卷",
            blocked_by=_EVEN_IF,
        ),
        Phrase(
            r"[发传回贴拍截列]给?我|传(?:上来|过来)",
            0.93,
            yes=("截图贴给我", "日志传过来就行了，谢谢"),
            no=("密码发我", "传上来的我都看了"),
            unless=r"密码|[账帐]号|看了|回我这|换好|弄好|亲自|直接回",
            blocked_by=_EVEN_IF,
        ),
        Phrase(
            r"\bplease\b…\b(?:upload|send|export|collect|attach|capture|zip|save|pull)\b",
            0.95,
            yes=("Please upload the full dump", "please also send the alert log"),
            no=("Please send the credentials to me", "I sent it"),
            unless=r"login|account|user|credential|sftp:",
            blocked_by=_EVEN_IF,
        ),
        Phrase(
            r"\b(?:and|then) (?:upload|send|attach|mail|zip) (?:it|us|me|the|both)\b",
            0.93,
            yes=("Take a dump and upload it", "Run the script and send us the result"),
            no=("Make a login and mail the credentials", "I zipped it"),
            unless=r"credential|login",
            blocked_by=_EVEN_IF,
        ),
        Phrase(
            r"\b(?:send|get|give|let|show|bring) (?:me|us)\b…\b(?:the|a|your|its|what)\b",
            0.95,
            yes=("Show me the whole screen", "Send us the trace again"),
            no=("Let me know the date", "Send me a login"),
            unless=r"credential|login|know",
            blocked_by=_EVEN_IF,
        ),
        Phrase(
            r"\b(?:output of|photo of|picture of|screenshot of)\b",
            0.95,
            yes=("I'd like the output of lsblk", "A photo of the label, please"),
            no=("The output looks fine", "I see it in your picture"),
            blocked_by=_EVEN_IF,
        ),
        Phrase(
            r"(?:还差|缺的是|能不能|劳您|记得|先)…(?:日志|转储|抓|导|截|录|给我|给到)",
            0.86,
            yes=("还差备机的日志", "先截一屏给我"),
            no=("日志到了", "还差一点就好了"),
        ),
    ),
)
