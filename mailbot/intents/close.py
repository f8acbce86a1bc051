"""Staff says that the case is or will be closed."""

from mailbot.understanding.intent import Effect, Intent, Phrase, Side
from mailbot.understanding.scopes import Scope

INTENT = Intent(
    name="close",
    called=("将要结案", "announces the end of the case"),
    side=Side.STAFF,
    effect=Effect.ANNOUNCES_CLOSE,
    blocked_by=frozenset({Scope.NEGATED, Scope.QUESTION, Scope.SUPPOSED, Scope.QUOTED}),
    phrases=(
        Phrase(
            r"[案单号例条本]…(?:关闭|结案|归档|[关结消收]了|关掉|销|了结|终结|完成|收掉|收尾)",
            0.97,
            yes=("本案例将于明日关闭", "这张单子我关掉了", "此案现予结案"),
            no=("这个单子可以关闭吗？", "二号门的权限已关闭"),
            unless=r"[吗?？]|权限|先别|不急",
        ),
        Phrase(
            r"(?:现|将|就|先|今[日天]|自动|按?流程)…(?:关闭|结案|归档|结单|关单|销单|了结)",
            0.95,
            yes=("今天就结单", "按流程结案", "系统将自动归档"),
            no=("请先关闭控制台", "今晚12点将关闭旧版接口"),
            unless=r"[吗?？]|控制台|旧版|别|防火墙",
        ),
        Phrase(
            r"(?:到此|就此|到这)…(?:结束|终结|完结|为止|句号|打住)|句号|这就[关结销]",
            0.95,
            yes=("我们就到此为止", "这事就此画上句号"),
            no=("到此页面为空", "这就去看"),
        ),
        Phrase(
            r"\b(?:case|ticket|it|this|\d{4,})\b…\b(?:closed|closes|shut|ends|archived)\b",
            0.95,
            yes=("Your case will be closed on Monday", "40511 closes tonight"),
            no=("May this be closed?", "This port is closed"),
            unless=r"\?|port|door|access|after it",
        ),
        Phrase(
            r"\bclos(?:e|ing) (?:this|your|it|\d+|the (?:case|ticket))\b",
            0.9,
            yes=("I'm closing this today", "We'll close your ticket at noon"),
            no=("Closing the lid helps", "You asked me to close it"),
            unless=r"asked|\?",
        ),
        Phrase(
            r"\b(?:to|into) the archive\b|\boff (?:the|our|my) (?:board|list|books|desk)\b",
            0.96,
            yes=("It goes to the archive today", "That's off our list then"),
            no=("Take the disk off", "The archive is corrupt"),
        ),
        Phrase(
            r"\b(?:filed?|marked|set)\b…\b(?:solved|completed|done|away)\b|[:,] closed\b",
            0.93,
            yes=("I've set it to solved", "It will be filed as done"),
            no=("The disk is set up", "When you are done, call me"),
        ),
    ),
)
