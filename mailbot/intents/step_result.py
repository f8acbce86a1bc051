"""The customer reports the outcome of a step that support asked for."""

from mailbot.reasons import Wording
from mailbot.understanding.intent import Effect, Intent, Owes, Phrase, Presumes, Side
from mailbot.understanding.scopes import Scope

INTENT = Intent(
    name="step_result",
    called=("反馈操作结果", "tells how a step went"),
    side=Side.CUSTOMER,
    effect=Effect.TELLS_RESULT,
    presumes=Presumes.THAT_CASE,
    owes=Owes.WE_LAST,
    told=Wording(
        "step_result: {said}",
        "客户反馈了操作结果：{said}",
        "the customer tells how a step went: {said}",
    ),
    blocked_by=frozenset({Scope.FUTURE, Scope.QUESTION, Scope.SUPPOSED, Scope.QUOTED}),
    gives_way=frozenset({"data_refused", "upload_problem"}),
    phrases=(
        Phrase(
            r"[按照依](?:照|着)?(?:[您你]|贵司|邮件|文档|步骤|"
            r"手册|图|指引)[^,，。]{0,12}(?:了|过|完|好|成|回退)",
            0.93,
            yes=("按您说的重启了服务", "照文档改好注册表"),
            no=("按您说的明天改", "如果按你的步骤做完还报", "按您给的目录放好了"),
            unless=r"目录|地址|传|放|清单|格式|抓|拷|图点|申请",
        ),
        Phrase(
            r"[您你]们?(?:说|让|叫|教|建议|要求)[^,，。放传拷发]{0,10}(?:做|"
            r"改|换|关|开|删|清|装|试|重启|卸|拔|调|刷|升)了",
            0.93,
            yes=("您让删的键删了", "你说的补丁装了"),
            no=("您说的补丁装了吗？", "你让我改天再试"),
        ),
        Phrase(
            r"第[一二三四两\d]步[^,，。]{0,8}(?:报|卡|没|好|过|完|停|ok|不|成|做|执行)",
            0.93,
            yes=("照做了，第二步报401", "今天第三步做完了"),
            no=("这个第二步没看懂怎么做？", "如果第一步不行再说"),
        ),
        Phrase(
            r"(?:命令|脚本|补丁|驱动|固件|微码|步骤|方法)…"
            r"(?:跑|执行|装|打|刷|更新|回退|试|动)(?:完|好|过|上)?了",
            0.92,
            yes=("补丁昨晚打了", "三条命令都跑完了"),
            no=("补丁打了吗？", "脚本跑完了就发您"),
            unless=r"就|抓|传|发您|放|自己",
        ),
        Phrase(
            r"返回(?:的?是|为|码|了?\W|true|false)|(?:从|由).{1,10}[降升](?:到|至)",
            0.92,
            yes=("命令返回True", "延迟从40毫秒降到3毫秒"),
            no=("返回的是什么意思？", "如果返回false怎么办"),
        ),
        Phrase(
            r"(?:换|改|重启|关|卸|清|装|试|拔)(?:掉|"
            r"过)?了[,，。 ]?(?:还是|照样|没用|没区别|不行|也没)",
            0.92,
            yes=("内存换了，还是死机", "试过了没用"),
            no=("换了照样传不上去", "关了没用怎么办？"),
            unless=r"传|登|密码|账号|浏览器|客户端",
        ),
        Phrase(
            r"\bas (?:you )?(?:suggested|told|said|asked|advised|described|proposed)\b(?! in)",
            0.93,
            yes=("Disabled the overlay as suggested.", "I rebooted it as you said."),
            no=("I will do as you said tomorrow.", "As you asked we uploaded the dump."),
            unless=r"collected|upload|winscp|\bstick\b",
        ),
        Phrase(
            r"\b(?:sfc|dism|chkdsk|memtest|self test)\b…\b(?:found|returned|says|pass|clean)",
            0.93,
            yes=("sfc found nothing wrong.", "Memtest passed twice."),
            no=("What if chkdsk found something?", "Has memtest passed?"),
        ),
        Phrase(
            r"^(?:swapped|rebooted|replaced|updated|disabled|removed|reseated|ran)\b",
            0.9,
            yes=("Swapped. Still trips.", "Removed the agent, no difference."),
            no=("The node rebooted by itself.", "Updated already?"),
        ),
        Phrase(
            r"(?:刷|重装|清|回退|装|卸|禁用)(?:完|过)?了[,，](?!没有)",
            0.88,
            yes=("缓存清了，速度一样", "驱动回退了，还没再卡"),
            no=("驱动装了，是吗？", "缓存清了，没有改善，请看看"),
        ),
    ),
)
