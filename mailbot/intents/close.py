"""Staff says that the case is or will be closed."""

from mailbot.understanding.intent import Effect, Intent, Side
from mailbot.understanding.scopes import Scope
from mailbot.understanding.vocabulary import ways

_CASE = r"(?:案例|工单|case|ticket|单子|此单|该单|本单|服务请求|sr|此问题|事件|问题单)"
_SHUT = r"(?:关闭|结案|归档|关单|关掉|结单|close|关了)"
_OTHER = (
    r"如需|需要关闭|要关闭|没(?:有)?问题(?:的话)?(?:就|再)|吗|是否|可否|能否|[?？]|"
    r"请您?(?:先)?关闭|防火墙|服务(?!请求)|端口|功能|进程|窗口|杀毒|special|设置|"
    r"您(?:可以|需要|先)|先不|暂不|不会关|暂时不|重新打开后关闭|点击|按钮|程序|软件|页面"
)
# Silence as a condition is the notice itself; any other condition puts it off.
_SILENCE = (
    r"(?:如果?|若)[^。\n]{0,20}(?:没有?|无|未)[^。\n]{0,14}(?:问题|回复|反馈|异议|疑问|"
    r"复现|需要|收到|出现|消息)"
)
_SILENCE_EN = (
    r"\bif (?:we|i|you|there)\b[^.\n]{0,16}\b(?:don't|do not|haven't|have not|have no|no|"
    r"is no|are no|has been no|hear nothing|not)\b"
)

INTENT = Intent(
    name="close",
    called=("将要结案", "announces the end of the case"),
    side=Side.STAFF,
    effect=Effect.ANNOUNCES_CLOSE,
    blocked_by=frozenset({Scope.NEGATED, Scope.QUESTION, Scope.SUPPOSED, Scope.QUOTED}),
    phrases=(
        *ways(
            rf"{_CASE}……(?:将|会|先|予以|现|已|进行|做|可以|将于|即将|准备|暂时|正式|就|"
            rf"为您)*…{_SHUT}",
            rf"(?:将|会|先|予以|现|已|准备|我们?|为您|即将|就|帮您)…{_SHUT}…(?:此|该|本|"
            rf"这个|您的)?{_CASE}",
            rf"{_SHUT}(?:此|该|本|这个|您的)?{_CASE}",
            confidence=0.93,
            unless=_OTHER,
        ),
        *ways(
            rf"{_SILENCE}[^。\n]{{0,40}}{_SHUT}",
            confidence=0.8,
            blocked_by=frozenset({Scope.QUOTED}),
            unless=r"吗|是否|[?？]|防火墙|服务|端口|功能",
        ),
        *ways(
            r"\b(?:case|ticket|incident|request|sr|issue|it)\b……\b(?:will be|is being|has "
            r"been|is|be|was|have been|being|to be|gets?|is now|are|is going to be|"
            r"now)\b…\b(?:closed|archived)\b",
            r"\b(?:i|we)(?:'ll| will| am|'m|'re| are| shall| have|'ve| am going to| are "
            r"going to|'m going to| would like to| plan to| intend to)\b…\b(?:clos(?:e|ed|"
            r"ing)|archiv(?:e|ed|ing))\b……\b(?:case|ticket|incident|request|sr|issue|it|"
            r"this|call)\b",
            r"\b(?:and|then) (?:will |shall |we'll |i'll )?close (?:the|this|your) "
            r"(?:case|ticket|incident|request|sr)\b",
            r"\b(?:i|we) (?:hereby |herewith |now )?close (?:the|this|your) (?:case|"
            r"ticket|incident|request|sr)\b",
            r"\b(?:closing|close out|closing out|archiving)\b…\b(?:this|the|your|"
            r"our)\b…\b(?:case|ticket|incident|request|sr|issue|call)\b",
            confidence=0.93,
            unless=(
                r"\?|\b(?:can we|may we|may i|shall we|should we|before (?:we )?clos|not "
                r"be closed|do you agree|would you like|is it ok|port|firewall|connection|"
                r"session|window|application|disclos\w*|please close|close to)\b"
            ),
        ),
        *ways(
            rf"{_SILENCE_EN}[^.\n]{{0,110}}\bclos(?:e|ed|ing)\b",
            r"\bclos(?:e|ed|ing)\b[^.\n]{0,40}" + _SILENCE_EN,
            confidence=0.8,
            blocked_by=frozenset({Scope.QUOTED}),
            unless=r"\?",
        ),
    ),
)
