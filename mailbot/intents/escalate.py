"""The customer complains, or demands urgency, a manager or a faster answer."""

from mailbot.understanding.intent import Effect, Intent, Owes, Phrase, Presumes, Side
from mailbot.understanding.scopes import Scope

INTENT = Intent(
    name="escalate",
    called=("催促或投诉", "presses or complains"),
    side=Side.CUSTOMER,
    effect=Effect.PRESSES,
    asks=True,
    presumes=Presumes.A_CASE,
    owes=Owes.WE,
    blocked_by=frozenset({Scope.QUOTED}),
    phrases=(
        Phrase(
            r"[请要换派找叫让排]…(?:经理|主管|负责人|资深|高级工程师|领导|总监|副总|专家)",
            0.97,
            yes=("请安排一位资深的工程师", "让你们主管给我打电话", "我要找你们领导"),
            no=("我请示了领导，不行", "要等我们经理签字"),
            unless=r"我们?张?(?:领导|经理|主管)|请示|联系方式|总结|主任",
        ),
        Phrase(
            r"[换派找要]一?[个位]?(?:懂|能|会|真正|管)…(?:人|来)",
            0.93,
            yes=("麻烦换个懂数据库的来", "请派一位能拍板的人"),
            no=("重新拷要会员的人在", "他们明天派人来重装"),
            unless=r"会员|会断",
        ),
        Phrase(
            r"(?:请|务必|必须|希望|要求)…(?:立刻|马上|立即|尽快|抓紧|之内)…[处解回答安派给接联来]",
            0.97,
            yes=("请尽快处理", "务必今天之内答复", "请立刻派工程师来"),
            no=("我会尽快回复", "请慢慢来，不急"),
        ),
        Phrase(
            r"给(?:我们?|个|出|一个)…(?:说法|交代|结论|答复|准话|时间)",
            0.96,
            yes=("今天要给我们一个说法", "给个准话行吗"),
            no=("给出了结果，谢谢", "我给您一份日志"),
        ),
        Phrase(
            r"没有?一?个?人(?:管|理|回|接|看|在看|处理|跟|应)",
            0.93,
            yes=("打了四个电话都没人接", "一周了没有一个人回复"),
            no=("这种日志倒没人管", "人都到了"),
            unless=r"倒|就没人",
        ),
        Phrase(
            r"(?:请|麻烦|要求|能不能|把)…升级(?:到|给|处理)|升级到(?:更高|二线|三线)|请升级",
            0.93,
            yes=("请把案例升级到二线", "麻烦升级处理"),
            no=("把驱动升级了一遍", "系统升级之后好了"),
        ),
        Phrase(
            r"[天班晚点周一二三四五](?:之?前|之?内)…(?:必须|务必|给我|没有?(?:结论|说法|结果)|回电)",
            0.96,
            yes=("下班前必须有结果", "周五前没有结论我们就投诉"),
            no=("三天前换了硬盘", "明天之前发给您"),
        ),
        Phrase(
            r"你们…(?:到底|究竟)|(?:别再|不要再)[让问跟叫发说要]",
            0.93,
            yes=("你们到底有没有在查", "别再让我收集日志了"),
            no=("你们的办法很好", "不要再重启就行"),
        ),
        Phrase(
            r"(?:please|kindly|to) (?:escalate|expedite)|(?:highest|raise the) priority",
            0.94,
            yes=("Please escalate this", "Raise the priority to one"),
            no=("No need to escalate", "I lowered the priority, no hurry"),
            unless=r"no need",
        ),
        Phrase(
            r"\b(?:put me through|ring me|call me|get me)\b",
            0.93,
            yes=("Put me through to whoever decides", "Ring me before noon"),
            no=("Call me if you need more", "You can call me anytime"),
            unless=r"\b(?:if|when|you can|could|just)\b",
        ),
        Phrase(
            r"\b(?:somebody|someone|anybody|person|engineer) (?:who|senior|in charge|with)\b",
            0.97,
            yes=("Send somebody who knows storage", "I'd like someone senior on this"),
            no=("Someone restarted the server", "The engineer was kind"),
        ),
        Phrase(
            r"\b(?:i|we) (?:want|expect|demand) (?:an?|your|the name)\b",
            0.93,
            yes=("I want a written answer", "We expect an engineer on site"),
            no=("I want to thank you", "We need more time"),
        ),
        Phrase(
            r"\b(?:your|duty) (?:manager|director|supervisor|head of|boss|management)\b",
            0.97,
            yes=("I'd like to speak to your manager", "Your director will hear of this"),
            no=("Please tell your manager how happy we are", "My manager agreed"),
            unless=r"compliment|tell|thank|patien",
        ),
        Phrase(
            r"\b(?:fed up|not good enough|disgrace|formal complaint|unacceptable)\b",
            0.9,
            yes=("This is not good enough", "Take this as a formal complaint"),
            no=("I don't want to complain", "Good enough for us, thanks"),
        ),
        Phrase(
            r"请加急|再(?:这么)?拖下去|快点来|非常不满",
            0.93,
            yes=("请加急处理", "再拖下去合同就黄了"),
            no=("不着急，慢慢来", "快点好起来"),
        ),
    ),
)
