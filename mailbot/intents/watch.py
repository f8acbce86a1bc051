"""Staff starts a watch: we look on, for a time that may be named."""

from mailbot.understanding.intent import Effect, Intent, Side
from mailbot.understanding.scopes import Scope
from mailbot.understanding.vocabulary import say, ways

_LONG = (
    r"(?:\d+|[一二两三四五六七八九十几半])(?: ?个)? ?(?:天|日|周|星期|礼拜|月|小时|"
    r"工作日)|一段时间|些时日|到\d|至\d"
)
_THEY = say(
    r"(?:请|麻烦|烦请|建议|需要|需)?(?<!帮)(?<!为)(?<!给)(?:您|你们?|客户|用户|贵司|贵方|"
    r"现场)(?:那?边|方|们)?(?:也|可以|再|先|继续|这边|可|会|帮忙|协助)*…(?:观察|监控|关注|"
    r"留意)|^\W*(?:请|麻烦|建议|烦请)(?!.{0,6}我)…(?:观察|监控|关注|留意)|可以(?:先|再|"
    r"继续)?观察|观察(?:蓝屏|问题|现象|一下)?…是否"
)

INTENT = Intent(
    name="watch",
    called=("开始观察", "starts a watch"),
    side=Side.STAFF,
    effect=Effect.BEGINS_WATCH,
    blocked_by=frozenset({Scope.NEGATED, Scope.QUESTION, Scope.SUPPOSED, Scope.QUOTED}),
    phrases=(
        *ways(
            r"(?:我们?|我司|我方|这边|本人|后台|工程师|二线)…(?:会|将|先|再|继续|持续|来|"
            r"帮您|帮忙|为您|打算|计划|准备)*…(?:观察|监控|监测|盯着|"
            r"留意)(?!到(?![月年周下本这\d])|器|系统|日志|软件|平台|数据)",
            rf"(?:继续|持续|再|先|保持|进行|将|案例)…(?:观察|监控|监测|关注|跟踪)……(?:{_LONG})",
            rf"(?:观察|监控|监测|关注)(?:期|周期|时间)?(?:为|是|定为|：|:)?…(?:{_LONG})",
            r"(?:进入|转为|转入|处于|设为|改为|开始)…观察(?:期|状态|阶段)",
            confidence=0.93,
            unless=_THEY
            + (
                r"|观察到(?![月年周下本这\d])|我们?(?:已经?)?(?:观察|监控|"
                r"监测)(?:到(?![月年周下本这\d])|了|发现)|从监控|监控(?:显示|平台|系统|"
                r"告警|数据)|(?:您|你们)(?:那?边)?(?:再|先|继续)"
            ),
        ),
        *ways(
            r"(?:我们?|我司|我方|这边|会|将)…(?:持续|继续|密切|保持)…关注",
            confidence=0.78,
            unless=_THEY,
        ),
        *ways(
            r"\b(?:i|we)(?:'ll| will|'m going to|'re going to| am going to| are going to| "
            r"shall| plan to| would like to| intend to|'d like to| propose to| want "
            r"to)\b…\b(?:monitor|observe|watch|keep (?:an? (?:close )?eye|monitoring|"
            r"watching|observing)|(?:leave|keep) (?:it|this|the (?:case|"
            r"ticket))\b…\b(?:open|under|on)\b…\b(?:observation|monitor\w*|watch)|track)\b",
            r"\b(?:i|we)(?:'m| am|'re| are)\b…\b(?:monitoring|observing|watching|keeping an eye)\b",
            r"\b(?:continue|keep|start|begin)\b…\b(?:to (?:monitor|observe|watch)|"
            r"monitoring|observing|watching)\b……\b(?:for|until|over|till|the case|this "
            r"case)\b",
            r"\b(?:case|ticket|issue|it)\b…\b(?:under|in|on|into)\b…\b(?:observation|"
            r"monitoring|watch)\b|\b(?:monitoring|observation|watch) (?:period|phase|"
            r"window)\b",
            confidence=0.92,
            unless=(
                r"\b(?:please|could you|can you|you can|you should|you could|you may|ask "
                r"you|your (?:team|side)|customer (?:to|will|should|can)|need you|"
                r"monitoring (?:tool|system|software|agent|data|shows)|you (?:will|to) "
                r"(?:monitor|observe|watch)|watch(?:ed)? the (?:video|recording)|has "
                r"ended|is over|ended|have been monitoring|were monitoring)\b"
            ),
        ),
    ),
)
