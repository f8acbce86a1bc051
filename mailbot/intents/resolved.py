"""The customer says that the problem is gone or that the case can be closed."""

from mailbot.understanding.intent import Effect, Intent, Owes, Phrase, Presumes, Side
from mailbot.understanding.scopes import Scope

_NO_DENIAL = frozenset({Scope.NEGATED, Scope.QUESTION, Scope.SUPPOSED, Scope.QUOTED, Scope.FUTURE})

INTENT = Intent(
    name="resolved",
    called=("说问题已解决", "says that it is solved"),
    side=Side.CUSTOMER,
    effect=Effect.SOLVES,
    presumes=Presumes.THAT_CASE,
    letter="closed",
    owes=Owes.NOBODY,
    blocked_by=frozenset({Scope.QUESTION, Scope.SUPPOSED, Scope.QUOTED, Scope.FUTURE}),
    phrases=(
        Phrase(
            r"(?:可以|可|能|就|同意)(?:直接|先|帮忙|给我|"
            r"安心)?(?:关[闭了掉单案]|结[案单了]|[销撤]|归档)",
            0.97,
            yes=("问题已解决，可以关单了。", "这个同意结案"),
            no=("这个端口可以关闭了", "说可以结案，收回。", "什么时候可以关单？"),
            unless=r"端口|防火墙|服务|快速|杀毒|功能|收回|说可以",
            blocked_by=_NO_DENIAL,
        ),
        Phrase(
            r"(?:案例|案子|工单|单子|这单|case|ticket)…[可就请给吧]…(?:关|结|销|撤|收|close)",
            0.98,
            yes=("案例可以帮我们关闭了", "这个case请close", "单子您就收了吧"),
            no=("案例先不要关闭", "如果好了，工单可以关吗？"),
            blocked_by=_NO_DENIAL,
        ),
        Phrase(
            r"(?:请|麻烦|给我|帮忙).{0,8}(?:关闭|结案|关单|销案|归档|结单|close)",
            0.95,
            yes=("麻烦关闭这个案例", "烦请予以结案"),
            no=("麻烦关闭防火墙再试", "请先不要关单"),
            unless=r"防火墙|端口|服务|功能",
            blocked_by=_NO_DENIAL,
        ),
        Phrase(
            r"(?:关|结|撤|销|归档|收)(?:单|案|掉|了)?吧",
            0.98,
            yes=("好了，关了吧", "你们结案吧"),
            no=("先别关吧", "快把防火墙关吧"),
            unless=r"防火墙|端口",
            blocked_by=_NO_DENIAL,
        ),
        Phrase(
            r"(?:这事|这单|这条|此事|这案子?).{0,6}(?:了结|翻篇|划掉|销|结了|过去了|完了|就算)",
            0.95,
            yes=("这事儿就算过去了", "这条您划掉"),
            no=("这事完了没有？", "这事没完"),
        ),
        Phrase(
            r"问题…(?:已|总算|终于|都|算).{0,4}(?:解决|排除|消除|修复|好了|搞定|没了)",
            0.95,
            yes=("问题昨天已经解决", "这个问题总算搞定了"),
            no=("问题到现在都没解决", "问题是否已解决？"),
            blocked_by=_NO_DENIAL,
        ),
        Phrase(
            r"再也?没有?…(?:出现|[断掉卡崩死蓝抽飘报响犯]|重启|发生)过|换.{0,10}就好了?",
            0.88,
            yes=("换了网线之后，再没断过", "原来是电源坏了，换一块就好了"),
            no=("升级后再也没有崩过吗？", "如果再没出现过就告诉您"),
        ),
        Phrase(
            r"不[用必劳需](?:您|你们?)?再?(?:查|跟进|追|盯|费心|管)(?!.{0,3}先)",
            0.9,
            yes=("自己好了，不用再查了", "这台您不必费心了"),
            no=("今天先不用管", "密码的事不用管", "是不是不用再查了？"),
            unless=r"先|密码|账号|日志|那个|另",
        ),
        Phrase(
            r"虚惊一场|乌龙|白忙|误报了|消停了|翻篇|告警.{0,3}(?:消|没了)",
            0.92,
            yes=("是我们自己插错线，虚惊一场", "告警自动消了"),
            no=("告警消了又来怎么办？", "是不是误报了？"),
        ),
        Phrase(
            r"\b(?:can|may|could|kindly|please|ahead and)\b…\b(?:close|shut|archive|mark)\b",
            0.96,
            yes=("You can close it now.", "Please archive this ticket.", "Go ahead and close."),
            no=("Please don't close it yet.", "Can you close the port?", "Please close the port."),
            unless=r"\b(?:port|windows?|browser|firewall|session|app|who|then|mailbox)\b",
            blocked_by=_NO_DENIAL,
        ),
        Phrase(
            r"^\W*close (?:it|this|that|the)\b|\b(?:can|may) (?:now )?be (?:closed|shut)",
            0.98,
            yes=("Close it.", "The case can now be closed."),
            no=("Can this be closed?", "It cannot be closed yet."),
            blocked_by=_NO_DENIAL,
        ),
        Phrase(
            r"\bnothing (?:left|more|else) (?:for|to)\b|\bpanic over\b|\bfalse alarm\b",
            0.9,
            yes=(
                "There is nothing left to fix.",
                "False alarm, sorry.",
                "Nothing more to do here.",
            ),
            no=("Is there nothing more to try?", "If there is nothing else to send, tell us."),
        ),
        Phrase(
            r"\b(?:strike|cross|tick|take) (?:it|this(?: one)?|me|us) off (?!the)",
            0.92,
            blocked_by=_NO_DENIAL,
            yes=("Strike it off your list.", "You may take us off your hands."),
            no=("You may take it off the reminder list.", "I can't take it off for you."),
        ),
        Phrase(
            r"\bconsider (?:it|this|me|the (?:case|matter))…(?:closed|done|off|solved)",
            0.95,
            yes=("Consider it done and dusted.", "Please consider the case closed."),
            no=("Do you consider it solved?", "Consider this my application."),
        ),
        Phrase(
            r"\b(?:(?:been )?fine|stable|behaving|silent|gone) (?:ever )?since\b",
            0.88,
            yes=("It has been stable since Monday.", "Fine since the swap."),
            no=("Has it been fine since then?", "It has not been stable since."),
            blocked_by=_NO_DENIAL,
        ),
        Phrase(
            r"(?:^|[,，。] ?)(?:关单|结案|撤单|销[案号单]|"
            r"归档|收工|问题(?:已)?解决)(?=[,，。!！]|$)",
            0.97,
            yes=("换线以后好了，结案。", "问题解决，谢谢"),
            no=("没好，结案？", "结案要走什么流程？"),
            blocked_by=_NO_DENIAL,
        ),
        Phrase(
            r"[可就给]以? ?(?:close|resolve|archive)|就到这[里吧]|画上?句号|毛病…根治|没毛病了",
            0.9,
            yes=("这个可以 close 啦", "我看可以画上句号"),
            no=("这个可以 close 吗？", "什么时候能画句号？"),
        ),
        Phrase(
            r"\b(?:case closed|done here|did the trick|(?:like|worked) a charm|job done)\b",
            0.9,
            yes=("New tablet, no crash, case closed.", "The registry key did the trick."),
            no=("Has it worked like a charm?", "If the patch did the trick I will tell you."),
        ),
        Phrase(
            r"\b(?:happy|free|agree|ok) to (?:close|archive)|\bclose (?:away|pls|please|with)",
            0.95,
            yes=("Feel free to close.", "All quiet, close please."),
            no=("We are not happy to close it.", "Do you agree to close it?"),
            blocked_by=_NO_DENIAL,
        ),
        Phrase(
            r"\b(?:everything|all)(?: is|'s)? (?:well|fine|good|normal)\b(?! until)",
            0.9,
            yes=("All is well.", "Everything is fine again."),
            no=("Not everything is fine.", "Is everything fine again?"),
            blocked_by=_NO_DENIAL,
        ),
    ),
)
