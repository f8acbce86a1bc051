"""Recognises notices sent by programs: DMARC reports, recalls, invoices, emoji reactions."""

import re

from mailbot.mail.part import REACTION
from mailbot.mail.sender import wants_no_reply

# <receiver>!<policy domain>!<begin>!<end>[!<unique id>].<xml, json, zip, gz> (RFC 7489, 7.2.1.1)
_REPORT_FILE = re.compile(
    r"[a-z0-9.-]{1,250}![a-z0-9.-]{1,250}!\d{8,13}!\d{8,13}(?:![^.!\s]{1,80})?"
    r"\.(?:xml|json|zip)?(?:\.?gz)?",
    re.IGNORECASE,
)
_REPORT_SUBJECT = re.compile(
    r"\s{0,5}(?:\[preview\]\s)?report[ -]domain\s?:.{1,300}(?:submitter|report-id)\s?:"
    r"|\s{0,5}(?:dmarc|tls-?rpt|smtp tls)\b.{0,40}\breport\b",
    re.IGNORECASE | re.DOTALL,
)
_REPORT_TYPES = frozenset({"application/tlsrpt+gzip", "application/tlsrpt+json"})
_REACTED = re.compile(
    r"[^\n]{0,200}\breacted (?:to (?:your|a) (?:message|mail|e-?mail)|via gmail)\b"
    r"|[^\n]{0,200}(?:通过 ?gmail|对(?:您|你)的(?:邮件|消息)) ?(?:做出|作出|进行)了?(?:回应|反应)"
    r"|[^\n]{0,200}\bhat (?:über gmail|auf ihre nachricht) reagiert\b",
    re.IGNORECASE,
)
_LONGEST_REACTION = 400
_RECALL_SUBJECT = re.compile(
    r"\s{0,5}(?:recall|message recall (?:report|failure|success)|撤回|召回|邮件撤回|rückruf|rappel)"
    r"\s{0,3}[:：]",
    re.IGNORECASE,
)
_RECALLED = re.compile(
    r"\b(?:would like to|wants to|has attempted to|tried to) recall\b|\brecall(?:ed)? the message\b"
    r"|(?:希望|想要?|尝试|要求|请求)(?:撤回|召回)|möchte die nachricht .{0,200}zurückrufen"
    r"|souhaite rappeler le message",
    re.IGNORECASE,
)
# multifunction printers, in their factory wording
_SCANNED = re.compile(
    r"this (?:e-?mail|message) was sent from [\"“]?\S{1,60}[\"”]? ?\("
    r"|(?:was|were) scanned and sent to you|\bqueries to: ?\S{1,80}@"
    r"|(?:这封|此)邮件(?:是)?(?:由|从)[^\n]{1,60}(?:扫描|复合机|打印机)",
    re.IGNORECASE,
)
_SCAN_SUBJECT = re.compile(
    r"\s{0,5}(?:message from [\"“]?(?:km|rnp|mfp|kmbt|sharp|canon|bizhub|xerox|ricoh)\w{0,20}"
    r"|scan(?:ned)? (?:data |document |image |file )?from\b|scan(?:ned)? to (?:e-?mail|mail)\b"
    r"|attached image\s{0,3}$|(?:扫描|复印)(?:件|文档|文件|数据)(?:来自|自|[:：])"
    r"|来自[^\n]{1,30}的扫描)",
    re.IGNORECASE,
)
_SHORT = 200
_ADDED = re.compile(
    r"\b(?:added|invited) you (?:to|as)\b|\byou(?:'ve| have) been (?:added|invited) (?:to|as)\b"
    r"|\byou are now (?:a member|an owner|following)\b"
    r"|(?:将|把)(?:您|你)(?:添加|加入)(?:到|至|为)|(?:邀请|添加)(?:您|你)(?:加入|成为|到)"
    r"|hat sie (?:zu|als) [^\n]{1,80}(?:hinzugefügt|eingeladen)",
    re.IGNORECASE,
)
_INVOICE_SUBJECT = re.compile(
    r"电子发票|數電發票|数电票|您(?:收到|有)[^\n]{0,12}发票|发票(?:开具|已开)|\be-?invoice\b"
    r"|\b(?:your|new) invoice\b|\binvoice (?:no|nr|number|#)|\brechnung (?:nr|nummer)",
    re.IGNORECASE,
)
_INVOICERS = re.compile(
    r"(?:e-?invoice|invoices?|fapiao|dzfp|piao|billing|bill|rechnung(?:en)?|facturation)(?![a-z])",
    re.IGNORECASE,
)
_READ = 2_000


def aggregate_report(subject: str, types: frozenset[str], files: frozenset[str]) -> str:
    """Why this is a DMARC or TLS aggregate report (RFC 7489, RFC 8460), or ''."""
    if types & _REPORT_TYPES or any(map(_REPORT_FILE.fullmatch, files)):
        return "it brings an aggregate report on a domain's mail (RFC 7489, RFC 8460)"
    if _REPORT_SUBJECT.match(subject):
        return "its subject is that of an aggregate report on a domain's mail (RFC 7489)"
    return ""


def of_a_device(subject: str, own: str, files: frozenset[str]) -> str:
    """Why this is the mail of a scanner or copier with ``files``, or ''."""
    titled = bool(files) and len(own) <= _SHORT and _SCAN_SUBJECT.match(subject)
    if titled or _SCANNED.search(own[:_READ]):
        return "a scanner or copier sent it"
    return ""


def recall(subject: str, own: str) -> str:
    """Why this is a recall of a mail (Outlook), or ''."""
    if _RECALL_SUBJECT.match(subject) and (not own.strip() or _RECALLED.search(own[:_READ])):
        return "its writer's program recalls an earlier mail"
    return ""


def of_an_account(subject: str, own: str, sender: str) -> str:
    """Why this is an automatic invoice or membership notice, or ''.

    ``sender`` is the local part of the sender's address.
    """
    if _INVOICE_SUBJECT.search(subject) and _INVOICERS.match(sender):
        return "an invoicing program sent it"
    if _ADDED.search(f"{subject}\n{own[:_READ]}") and wants_no_reply(f"{sender}@"):
        return "it tells of a membership, and its sender wants no reply"
    return ""


def reaction(types: frozenset[str], own: str) -> str:
    """Why this is an emoji reaction to a mail, or ''."""
    if REACTION in types:
        return "a reaction was pressed in Gmail: nobody wrote"
    said = own.strip()
    if len(said) > _LONGEST_REACTION:
        return ""
    spoken = [line for line in said.splitlines() if any(map(str.isalpha, line))]
    if len(spoken) == 1 and _REACTED.match(spoken[0]):
        return "a reaction was pressed: nobody wrote"
    return ""
