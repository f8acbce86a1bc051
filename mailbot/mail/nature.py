"""Who speaks, a person or a machine: headers first, words only where servers set none."""

import re

from mailbot.mail.headers import Headers
from mailbot.mail.message import Bounce, Kind

_AUTO_HEADERS = frozenset((
    "x-autoreply", "x-autorespond", "x-auto-reply", "x-autoresponder", "x-mail-autoreply",
    "x-autoreply-from", "x-auto-respond", "x-qq-auto-reply", "x-qq-holidayreply",
    "x-netease-autoreply", "x-vacation",
))  # fmt: skip
_LIST_HEADERS = frozenset((
    "list-id", "list-unsubscribe", "list-post", "list-help", "list-subscribe", "list-owner",
    "x-mailing-list", "x-campaign", "x-campaign-id", "x-mc-user", "x-csa-complaints",
))  # fmt: skip
_BY_ACTION = {
    "delayed": Kind.DELAY_NOTICE,
    "delivered": Kind.AUTO_REPLY,
    "relayed": Kind.AUTO_REPLY,
    "expanded": Kind.AUTO_REPLY,
}
_REPORT = re.compile(r"multipart/report\b.*report-type\s*=\s*\"?([\w-]+)", re.DOTALL)

_DAEMON = re.compile(
    r"mailer[-_]daemon|mail deliver\w* (?:sub)?system|mdaemon@|double-bounce@", re.I
)
_OFFICE = re.compile(
    r"postmaster\\?@|system administrator|系统(?:管理员|退信|邮件)|mail.?master", re.I
)
_NOREPLY = re.compile(r"(?:^|<|\s)(?:no|do.?not|dont)[-_.]?reply(?:[-_.+][\w.+-]*)?@", re.I)

_FAILED = re.compile(
    r"\W*(?:undeliver|non[- ]?deliver|returned (?:mail|to sender)|return(?:ed)? .{0,20}sender"
    r"|failure notice|failure delivery|failed mail|mail (?:delivery (?:failed|failure|problem)"
    r"|system error|failed|not delivered)|permanent delivery|rejected:|could not send"
    r"|(?:message )?delivery (?:failure|failed|has failed|status)"
    r"|系统退信|退信|邮件(?:投递|发送|传递)失败|未(?:能)?送达|无法(?:送达|投递|传递)"
    r"|传递失败|投递失败|未传递"
    r"|系統退信|無法(?:傳遞|投遞))",
    re.IGNORECASE,
)
_DELAYED = re.compile(
    r"\b(?:delay(?:ed)?|deferred|not yet been delivered|still being retried|delivery warning"
    r"|will (?:keep|continue) (?:to )?try(?:ing)?|could not send message for past)\b"
    r"|延迟|延遲|推迟投递|尚未送达|仍在(?:尝试|重试)",
    re.IGNORECASE,
)
_PROOF = re.compile(
    r"\b[45]\.\d{1,3}\.\d{1,3}\b|\b55\d[ -]|^(?:received|message-id):|user unknown"
    r"|permanent(?:ly)? (?:error|fail)|could ?n[o']t be delivered|did not reach|undeliver"
    r"|退信原因|收件人.{0,12}(?:不存在|错误)|无法(?:送达|投递)",
    re.IGNORECASE | re.MULTILINE,
)
_AWAY = re.compile(
    r"\s*(?:\[[^\]]{0,40}\]\s*)?"
    r"(?:(?:自动回复|自動回覆|自动答复|自動回復|系统自动回复|自动应答|假期自动回复)"
    r"(?:\s*[:：(（【\[-]|\s*$)"
    r"|(?:automatic|auto)[- ]?(?:reply|response|responder|answer)\b(?:\s*[:：(\[-]|\s*$)"
    r"|autoreply\b|out of (?:the )?office\b(?:\s*[:：(\[-]|\s*$| auto-?reply| re:)"
    r"|(?:外出|休假|请假)(?:中|通知|自动回复)?\s*[:：]|已读\s*[:：]|(?:not )?read\s*:"
    r"|away (?:from|until)|ooo\s*[:：]|abwesenheit|réponse automatique|respuesta automática)",
    re.IGNORECASE,
)
_ROBOT = re.compile(
    r"(?:本|此|这是?一?|该|該)封?(?:邮件|信|回复|郵件)(?:是|为|由|系){0,2}(?:系统|系統|程序|机器人)?"
    r"自动(?:发送|发出|生成|回复)|(?:系统|程序|机器人)自动(?:发送|发出|生成|回复)的?(?:邮件|信)"
    r"|请勿(?:直接)?回复(?:本|此|该)?(?:邮件|信)|此为自动回复|这是一?封?自动回复"
    r"|this is an? (?:automated|automatic|auto)[- ]?(?:generated )?"
    r"(?:message|reply|response|e-?mail|acknowledge\w*|notification)"
    r"|please do not (?:reply|respond) to this"
    r"|automatically generated (?:message|e-?mail|response)",
    re.IGNORECASE,
)
_ACKNOWLEDGED = re.compile(
    r"^(?:您好[,，!！]?\s*)?(?:我已|已经)?(?:收到(?:您|你)的(?:来信|邮件|来件)|您的(?:来信|邮件|来件)(?:我)?(?:已|已经)收到).{0,60}"
    r"(?:尽快|第一时间|稍后).{0,20}(?:回复|处理|联系|答复)",
    re.DOTALL,
)
_TICKET = re.compile(r"[\[(【]\s?(?:#|ticket|工单|case)|^(?:ticket|工单)", re.IGNORECASE)
_CHALLENGE = re.compile(
    r"verify#|requires verification|confirm that you sent|challenge[- ]response", re.I
)
_READ = 4_000


def kind(headers: Headers, subject: str, text: str, bounce: Bounce | None = None) -> Kind:
    """Who wrote this mail; ``bounce`` is its machine-readable report, where it has one."""
    if bounce is not None:
        return _BY_ACTION.get(bounce.action, Kind.BOUNCE)
    said = text[:_READ]
    return (
        _of_report(headers)
        or _of_server(headers, subject, said)
        or _of_robot(headers, subject, said)
        or _of_many(headers)
        or Kind.HUMAN
    )


def _of_report(headers: Headers) -> Kind | None:
    """A report without the part it promises (RFC 6522)."""
    found = _REPORT.match(headers.raw("content-type").lower())
    if not found:
        return None
    kinds = {"disposition-notification": Kind.AUTO_REPLY, "feedback-report": Kind.BULK}
    return kinds.get(found[1])


def _of_server(headers: Headers, subject: str, said: str) -> Kind | None:
    """A mail server reports, in words of its own."""
    if not _is_server(headers, subject, said):
        return None
    warned = _DELAYED.search(subject) or (not _FAILED.match(subject) and _DELAYED.search(said))
    return Kind.DELAY_NOTICE if warned else Kind.BOUNCE


def _is_server(headers: Headers, subject: str, said: str) -> bool:
    if "x-failed-recipients" in headers:
        return True
    sender = headers.text("from")
    if _DAEMON.search(sender):
        return True
    reports = bool(_FAILED.match(subject) or _DELAYED.search(subject))
    if _OFFICE.search(sender) or _NOREPLY.search(sender):
        return reports or (_is_null(headers) and bool(_PROOF.search(said)))
    if _is_null(headers) or "auto-submitted" in headers:
        return reports
    return bool(_FAILED.match(subject) and _PROOF.search(said))


def _of_robot(headers: Headers, subject: str, said: str) -> Kind | None:
    """An answer that nobody wrote (RFC 3834)."""
    submitted = headers.raw("auto-submitted").strip().lower()
    if submitted.startswith("auto-") and not submitted.startswith("auto-replied"):
        return _of_many(headers) or Kind.AUTO_REPLY
    if submitted.startswith("auto-replied") or _is_marked(headers) or _AWAY.match(subject):
        return Kind.AUTO_REPLY
    if _is_null(headers) or _CHALLENGE.search(subject):
        return Kind.AUTO_REPLY
    if _TICKET.search(subject) and _ACKNOWLEDGED.match(said.strip()):
        return Kind.AUTO_REPLY
    return Kind.AUTO_REPLY if _ROBOT.search(said) and not _of_many(headers) else None


def _is_marked(headers: Headers) -> bool:
    if not _AUTO_HEADERS.isdisjoint(headers.values):
        return True
    if "mailbox rules agent" in headers.raw("x-ms-exchange-generated-message-source").lower():
        return True
    precedence = headers.raw("precedence").strip().lower()
    return precedence in ("auto_reply", "auto-reply") or "+auto_=" in headers.raw("return-path")


def _of_many(headers: Headers) -> Kind | None:
    """One mail for many readers."""
    precedence = headers.raw("precedence").strip().lower()
    listed = not _LIST_HEADERS.isdisjoint(headers.values)
    if listed or precedence in ("bulk", "list", "junk") or _NOREPLY.search(headers.raw("from")):
        return Kind.BULK
    return None


def _is_null(headers: Headers) -> bool:
    """Nobody's envelope: only a machine sends with it (RFC 5321, 4.5.5)."""
    return headers.raw("return-path").strip() == "<>"
