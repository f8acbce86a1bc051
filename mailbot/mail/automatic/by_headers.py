"""Recognises automatic replies by their headers (RFC 3834, RFC 8098, RFC 5965)."""

import re

from mailbot.mail.mime.headers import Headers

_AUTO_HEADER = re.compile(
    r"x-[\w-]{0,30}?(?:auto-?(?:reply|respond(?:er)?|answer|generated)|holiday-?reply|vacation)"
    r"(?:-from|-domain)?|x-fc-machinegenerated|x-otrs-loop|x-jira-fingerprint"
)
# headers that identify a program or its kind of mail
_NAMING = ("x-mailer", "user-agent", "x-post-messageclass", "x-delivered-by")
_RESPONDER = re.compile(r"auto-?\s?(?:reply|respond|answer)|vacation|out.?of.?office")
_REPORT = re.compile(
    r"multipart/report\b[^\r\n]{0,200}?(?:\r?\n[ \t][^\r\n]{0,200}){0,5}?report-type\s{0,3}=\s{"
    r"0,3}\"?([\w-]{1,40})"
)
_SUBJECT = re.compile(
    r"\s{0,5}(?:\[[^\]]{0,40}\]\s{0,5}|【[^】]{0,40}】\s{0,5})?[\[(（【]?"
    r"(?:(?:系统|系統|邮件|假期)?(?:自动|自動)(?:回复|回復|回覆|答复|答覆|应答|應答)"
    r"(?=\s{0,3}(?:[:：()（）【】\[\]\-—–|]|(?:re|回复|答复|回覆)\b|$)|\s+re\s?[:：])"
    r"|(?:automatic|auto)[- ]?(?:reply|response|responder|answer)\b(?=\s{0,3}(?:[:：()\[\]\-–]|$))"
    r"|auto\s?[:：]|autoreply\b|auto[- ]?reply (?:from|re)\b"
    r"|out of (?:the )?office\b(?=\s{0,3}(?:[:：()\[\-–]|$| auto-?reply| re:))"
    r"|(?:外出|休假|请假)(?:中|通知|自动回复)?\s?[:：]|ooo\s?[:：]|away (?:from|until) "
    r"|automatische antwort|abwesenheits(?:notiz|assistent|nachricht)|réponse automatique"
    r"|respuesta automática|resposta automática|risposta automatica|automatisch antwoord"
    r"|自動(?:返信|応答|回答)|자동 ?(?:응답|회신)|автоматический ответ|автоответ)",
    re.IGNORECASE,
)
_SUBJECT_END = re.compile(
    r"(?:[-—–\s:：|(（【\[])(?:系统|系統)?(?:自动|自動)(?:回复|回復|回覆|答复|应答"
    r"|應答)[)）】\]]?\s{0,3}$"
    r"|[-—–:|(\[]\s{0,3}(?:automatic|auto)[- ]?(?:reply|response)[)\]]?\s{0,3}$",
    re.IGNORECASE,
)
_CHALLENGE = re.compile(
    r"verify#|requires verification|confirm that you sent|challenge[- ]response"
    r"|please (?:verify|confirm) (?:your (?:e-?mail|message|identity)|that you)",
    re.IGNORECASE,
)
_READ_SUBJECT = re.compile(
    r"\s{0,5}(?:(?:not )?read(?: receipt)?(?: \(displayed\))?|return receipt(?: \(displayed\))?"
    r"|已读(?:回执)?|已讀(?:回執|回條)?|未读|已阅读|阅读回执|閱讀回條|读取回执|gelesen|lu|leído"
    r"|letto|gelezen|lida)"
    r"\s{0,3}[:：-]",
    re.IGNORECASE,
)
_READ_WORDS = re.compile(
    r"(?:was|been) (?:read|displayed|opened|deleted without)|receipt for the (?:mail|message)"
    r"|gelesen am|wurde am .{0,60}gelesen"
)
_READ_MARKS = ("已", "被")
_READ_VERBS = ("阅读", "閱讀", "读取", "讀取", "查看", "打开", "显示")
_FEEDBACK = re.compile(
    r"this is an? (?:email )?(?:abuse|spam|fraud|auth(?:entication)? failure|feedback) report"
    r"|feedback-type\s{0,3}:",
    re.IGNORECASE,
)
_COMPLAINT = re.compile(
    r"\s{0,5}(?:complaint about message from|abuse report|spam complaint|feedback report)\b", re.I
)
_COMPLAINT_MARKS = ("x-hmxmroriginalrecipient", "feedback-type")
_READ = 4_000


def feedback(headers: Headers, types: frozenset[str], subject: str, said: str) -> str:
    """Why this is a feedback report (RFC 5965), or an older form without a report part."""
    by_type = report_type(headers) == "feedback-report" or "message/feedback-report" in types
    marked = any(name in headers for name in _COMPLAINT_MARKS)
    says = _FEEDBACK.search(said[:_READ]) or (_COMPLAINT.match(subject) and not said.strip())
    if by_type or marked or (says and "message/rfc822" in types):
        return "it is a provider's feedback report (RFC 5965)"
    return ""


def receipt(headers: Headers, types: frozenset[str], subject: str, said: str) -> str:
    """Why this is a read receipt (RFC 8098), or ''."""
    by_type = report_type(headers) == "disposition-notification"
    if by_type or "message/disposition-notification" in types:
        return "it is a read receipt (RFC 8098)"
    if _READ_SUBJECT.match(subject) and (not said.strip() or _says_it_was_read(said[:_READ])):
        return "subject and text are those of a read receipt"
    return ""


def _says_it_was_read(said: str) -> bool:
    if _READ_WORDS.search(said.lower()):
        return True
    return any(
        0
        <= min(filter(lambda at: at >= 0, map(one.find, _READ_MARKS)), default=-1)
        < one.rfind(verb)
        for one in said.split("。")
        for verb in _READ_VERBS
    )


def answer(headers: Headers, subject: str) -> str:
    """Why this is an automatic reply, by its headers or its subject, or ''."""
    submitted = headers.raw("auto-submitted").strip().lower()
    if submitted and not submitted.startswith("no"):
        return f"its header Auto-Submitted says {submitted[:40]} (RFC 3834)"
    marked = _mark(headers)
    if marked:
        return marked
    if _SUBJECT.match(subject) or _SUBJECT_END.search(subject[-80:]):
        return "its subject is that of an automatic answer"
    return "it wants the sender to prove who they are" if _CHALLENGE.search(subject) else ""


def null_sender(headers: Headers) -> str:
    """Whether the envelope sender is empty: only machines send so (RFC 5321, 4.5.5)."""
    return "its envelope names no sender (RFC 5321)" if _is_null(headers) else ""


def report_type(headers: Headers) -> str:
    """The report-type of a multipart/report, even if the report part is missing (RFC 6522)."""
    found = _REPORT.match(headers.raw("content-type")[:_READ].lower())
    return found[1] if found else ""


def _mark(headers: Headers) -> str:
    found = next((name for name in headers.values if _AUTO_HEADER.fullmatch(name)), "")
    if found and headers.raw(found).strip().lower() not in ("no", "false", "0"):
        return f"its header {found.title()} is a program's"
    if _RESPONDER.search(" ".join(headers.raw(name) for name in _NAMING)[:_READ].lower()):
        return "its program is one that answers by itself"
    if "mailbox rules agent" in headers.raw("x-ms-exchange-generated-message-source").lower():
        return "an Exchange inbox rule generated it"
    if headers.raw("precedence").strip().lower() in ("auto_reply", "auto-reply"):
        return "its header Precedence says auto_reply"
    if "+auto_=" in headers.raw("return-path"):
        return "its envelope sender is that of QQ Mail's automatic answers"
    return ""


def _is_null(headers: Headers) -> bool:
    return headers.raw("return-path").strip() == "<>"
