"""Recognises failed delivery by the name of a mail server and by the wording of servers."""

import re

from mailbot.mail.mime.headers import Headers
from mailbot.mail.sender import wants_no_reply

_DAEMON = re.compile(
    r"mailer[-_]daemon|mail deliver\w{0,9} (?:sub)?system|mdaemon@|double-bounce@"
    r"|^microsoftexchange[0-9a-f]{32}@|microsoft outlook.{0,3}<(?:postmaster|microsoftexchange)",
)
_OFFICE = re.compile(
    r"postmaster\\?@|system administrator|系统(?:管理员|退信|邮件)|系統(?:管理員|退信|郵件)"
    r"|mail.?master|(?<![\w.+-])(?:mail-?)?(?:bounces?|ndr|mailadmin|mta)@|邮件系统|郵件系統"
    r"|邮箱管理员",
)
_FAILED = re.compile(
    r"\W{0,9}(?:undeliver|non[- ]?deliver|returned (?:mail|to sender)|return(?:ed)? .{0,20}sender"
    r"|failure notice|failure delivery|failed mail|mail (?:delivery (?:failed|failure|problem)"
    r"|system error|failed|not delivered)|permanent delivery|rejected:|could not send"
    r"|(?:message )?delivery (?:failure|failed|has failed|status)|unzustellbar|nicht zugestellt"
    r"|non remis|échec de la remise|no se puede entregar|não entregue|mancato recapito"
    r"|配信不能|배달되지|недоставлен|(?:\[?q?mail\]? ?)?来自.{0,40}的退信"
    r"|系统退信|退信|邮件(?:投递|发送|传递|被退回|退回|退信)(?:失败)?|未(?:能)?送达|无法(?:送达"
    r"|投递|传递)"
    r"|(?:传递|投递|递送|发送)失败|未传递|未能(?:传递|投递|递送)"
    r"|系統退信|無法(?:傳遞|投遞|送達)|未(?:能)?(?:傳遞|投遞|送達)|郵件(?:傳遞|投遞|寄送"
    r"|傳送)失敗)",
)
_DELAYED = re.compile(
    r"\b(?:delay(?:ed)?|deferred|not yet been delivered|still being retried|delivery warning"
    r"|will (?:keep|continue) (?:to )?try(?:ing)?|could not send message for past)\b"
    r"|延迟|延遲|推迟投递|尚未(?:送达|投递|送達|投遞)|仍在(?:尝试|重试)|verzögert"
    r"|zustellung.{0,20}später",
)
_PROOF = re.compile(
    r"\b[45]\.\d{1,3}\.\d{1,3}\b|\b55\d[ -]|^(?:received|message-id):|user unknown"
    r"|permanent(?:ly)? (?:error|fail)|could ?n[o']t be delivered|did not reach|undeliver"
    r"|退信原因|收件人.{0,8}(?:不存在|错误)|无法(?:送达|投递)",
    re.MULTILINE,
)
# the openings of servers' reports
_OPENING = re.compile(
    r"this is the (?:mail (?:system|delivery)|qmail|postfix|smtp)|i'm afraid i wasn't able to"
    r"|this (?:message|report) (?:was created automatically by mail delivery|relates to a message"
    r" you sent)|the following (?:address(?:es)?|recipients?|organi[sz]ation)"
    r"[^.\n]{0,30}(?:had|has|have|did|could|failed|rejected|unreachable|permanent)"
    r"|your message (?:to [^\n]{0,120} )?(?:could not|couldn't|wasn't|was not|has not been"
    r"|cannot be)"
    r" (?:be )?delivered|delivery (?:to|has failed to|of your message)[^\n]{0,120}"
    r"(?:failed|recipients?|permanent)|message could not be delivered to|was undeliverable"
    r"|could not be delivered to the following"
    r"|failed recipients?|(?:recipients?|address(?:es)?) did not receive|awaits? moderator approval"
    r"|您的邮件被退回|(?:您|你)(?:发送|发出|投递|发给)[^\n]{0,80}(?:的邮件|邮件)[^\n]{0,40}"
    r"(?:退回|失败|未能|无法|被拒)|以下收件人.{0,12}(?:无法|未能|失败|未送达)"
    r"|未能将(?:您的)?邮件(?:传递|投递|发送)"
    r"|很抱歉.{0,20}(?:无法|未能).{0,20}(?:投递|送达|发送|传递)|邮件.{0,20}(?:无法|未能)(?:投递"
    r"|送达|传递|递送)"
    r"|(?:您|你)的郵件.{0,20}(?:無法|未能)(?:投遞|送達|傳遞)",
)
# the subject may be that of a person's question about such a report
_ASKS = re.compile(r"[?？]|什么|怎么|为何|吗|\b(?:why|how|what)\b")
# mail services also report by web hook, and some forward that as a mail: JSON
_HOOK = re.compile(
    r"\\?\"(?:notificationtype|eventtype|event)\\?\"\s{0,3}:\s{0,3}"
    r"\\?\"(?:bounce|delivery|failed|dropped)\\?\"|bouncedrecipients\\?\"",
)
# list software that rejected a mail words it like a server
_LIST_PROGRAM = ("x-mlserver", "x-list-administrivia", "x-mailman-version", "x-ezmlm")
_TURNED_AWAY = re.compile(
    r"not (?:a )?member|loop alert|duplicated message-id|only .{0,20}members? .{0,20}(?:post|send)"
    r"|(?:message|post\w{0,4}) .{0,20}(?:rejected|refused|not allowed)",
)

_READ = 4_000


def reports(headers: Headers, subject: str, said: str) -> str:
    """Why this is a delivery report without a machine-readable part, or ''."""
    sender = f"{headers.text('from')} {headers.text('sender')}".lower()
    subject, said = subject.lower(), said[:_READ].lower()
    if "x-failed-recipients" in headers:
        return "its header X-Failed-Recipients names whom a mail did not reach"
    if _DAEMON.search(sender):
        return "its sender is a mail server's own name"
    if _is_list_program(headers) and _TURNED_AWAY.search(f"{subject}\n{said}"):
        return "a mailing list's program turned a mail away"
    if wants_no_reply(sender) and _HOOK.search(said):
        return "it is a mail service's notice of a bounce"
    return _by_words(headers, sender, subject, said)


def is_warning(subject: str, said: str) -> bool:
    """Whether it is only a warning: the server goes on trying."""
    subject, said = subject.lower(), said[:_READ].lower()
    if _DELAYED.search(subject):
        return True
    return not _FAILED.match(subject) and bool(_DELAYED.search(said))


def _by_words(headers: Headers, sender: str, subject: str, said: str) -> str:
    failed = bool(_FAILED.match(subject))
    reported = failed or bool(_DELAYED.search(subject))
    null = headers.raw("return-path").strip() == "<>"
    if _OFFICE.search(sender) or wants_no_reply(sender):
        proven = null and bool(_PROOF.search(said))
        known = reported or proven or bool(_OPENING.search(said) and _PROOF.search(said))
        return "a postmaster writes of a mail that was not delivered" if known else ""
    if null or "auto-submitted" in headers:
        return "a machine writes of a mail that was not delivered" if reported else ""
    if failed and not _ASKS.search(subject) and _PROOF.search(said) and _OPENING.search(said):
        return "subject and first lines are those of a mail server's report"
    return ""


def _is_list_program(headers: Headers) -> bool:
    return any(name in headers for name in _LIST_PROGRAM)
