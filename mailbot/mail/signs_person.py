"""What only a person says: he asks, encloses, plans, and speaks of the matter."""

from mailbot.mail.sign import sign

PERSONAL = (
    sign(
        -2, "he asks",
        r"\b(?:what|why|how|when|which|where|who|do|does|did|is|are|was|can|could|would|will"
        r"|should|shall|any|have|has)\b[^.?!\n]{8,200}\?",
        r"[^。？?\n]{6,80}[？?]|\b(?:could|can|would|will) you\b|\bplease (?:let (?:me|us)|check"
        r"|tell|advise|send|confirm|have a look|look)\b"
        r"|请问|能否|是否(?!收到)|麻烦您|吗[。\s]|请(?:帮忙|协助|看|查|告知|确认|指教|分析)",
    ),
    sign(
        -2, "he encloses something",
        r"\battach(?:ed|ing|ment)|\benclosed\b|附件|见附|附上|已上传|已经上传|uploaded|上传了"
        r"|发您|发给您|below is"
        r"|see below|screenshot|截图",
    ),
    sign(
        -2, "he plans",
        r"(?<!back )(?<!on )(?<!until )(?<!till )(?<!in )\b(?:next|this) (?:week|month|monday"
        r"|tuesday|wednesday|thursday|friday)|(?<!until )(?<!back )tomorrow|tonight"
        r"|this (?:morning|afternoon|evening)|i(?:'ll| will|’ll) (?:send|upload|try|run|do|test"
        r"|check|collect|give|let)"
        r"|下周|下星期|下礼拜|明天|后天|今天|今晚|下午|上午|明早|我(?:会|再|先|来|去)(?:发|传"
        r"|上传|试|收集|看|查|联系|安排)",
    ),
    sign(
        -1, "he speaks of the matter",
        r"\b(?:logs?|dump|crash\w{0,4}|reboot\w{0,3}|error|driver|firmware|patch|restart\w{0,3}"
        r"|blue ?screen|bsod|tested|tried|disk|cpu|memory|config\w{0,8})\b"
        r"|0x[0-9a-f]{2,16}|日志|蓝屏|报错|重启|驱动|补丁|崩溃|宕机|硬盘|内存|测试|复现|服务器"
        r"|文件|抓包",
    ),
)  # fmt: skip
