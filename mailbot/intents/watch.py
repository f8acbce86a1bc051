"""Staff starts a watch: we look on, for a time that may be named."""

from mailbot.understanding.intent import Effect, Intent, Phrase, Side
from mailbot.understanding.scopes import Scope

INTENT = Intent(
    name="watch",
    called=("开始观察", "starts a watch"),
    side=Side.STAFF,
    effect=Effect.BEGINS_WATCH,
    blocked_by=frozenset({Scope.NEGATED, Scope.QUESTION, Scope.SUPPOSED, Scope.QUOTED}),
    phrases=(
        Phrase(
            r"[我边台]们?…(?:观察|盯|监控|守|跟踪|留意|看)…(?:天|周|小时|礼拜|月|到|日)",
            0.93,
            yes=("我们再观察一周", "后台会盯到周五", "我这边监控两天"),
            no=("您那边观察三天", "我们看了一个月"),
            unless=r"看了|看到|盯了|您|停|没有",
        ),
        Phrase(
            r"[再续先您我三五周天](?:观察|盯|守|跟踪|跟看?|monitor)…[天周时拜月到日满]",
            0.95,
            yes=("案例继续观察两周", "先跟踪几天"),
            no=("建议您再观察几天", "再跟客户确认"),
            unless=r"请|您[那再可]|客户|建议",
        ),
        Phrase(
            r"[我边]们?…每[天周晚日]…[看查盯跟扫过检]",
            0.96,
            yes=("我每天看一次告警", "我这边每晚查一遍"),
            no=("您每天看一下", "我每天都忙"),
        ),
        Phrase(
            r"(?:盯|守|跟|观察)(?:满|到|两|三|一个|几|五|七|十|\d)",
            0.94,
            yes=("盯到月底", "观察三天再说"),
            no=("请您观察两周", "可以观察到心跳计数"),
            unless=r"观察到|请|您再|他们|建议",
        ),
        Phrase(
            r"\b(?:i|we)(?:'ll| will|'m| am| are|'re)?\b…(?:monitor|observ|watch)(?:e|ing)?",
            0.95,
            yes=("I'll monitor it for a week", "We keep watching the host"),
            no=(
                "I suggest watching the base for a day",
                "We had it under observation, ended Friday",
            ),
            unless=r"suggest|n't|\bhad\b",
        ),
        Phrase(
            r"\bkeep(?:ing)? an eye\b|under observation|for the next \w* ?(?:days|weeks|hours)",
            0.93,
            yes=("I'm keeping an eye on it", "I look at it for the next ten days"),
            no=("We had it under observation", "The next step is easy"),
            unless=r"\bhad\b|you|ended",
        ),
        Phrase(
            r"\b(?:look|check|read|follow)\b…\b(?:every|each|daily|until)\b",
            0.93,
            yes=("I check the counters every morning", "I follow the queue until Monday"),
            no=("Please check every disk", "I read it"),
            unless=r"please|you",
        ),
    ),
)
