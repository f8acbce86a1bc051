"""Notices that a program sends and nobody wrote: reports on mail, reactions pressed as a button."""

import re

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
REACTION = "text/vnd.google.email-reaction+json"
_REACTED = re.compile(
    r"[^\n]{0,200}\breacted (?:to (?:your|a) (?:message|mail|e-?mail)|via gmail)\b"
    r"|[^\n]{0,200}(?:通过 ?gmail|对(?:您|你)的(?:邮件|消息)) ?(?:做出|作出|进行)了?(?:回应|反应)"
    r"|[^\n]{0,200}\bhat (?:über gmail|auf ihre nachricht) reagiert\b",
    re.IGNORECASE,
)
_LONGEST_REACTION = 400


def aggregate_report(subject: str, types: frozenset[str], files: frozenset[str]) -> str:
    """How a receiver's report on a domain's mail is known (RFC 7489, RFC 8460), or ''."""
    if types & _REPORT_TYPES or any(map(_REPORT_FILE.fullmatch, files)):
        return "it brings an aggregate report on a domain's mail (RFC 7489, RFC 8460)"
    if _REPORT_SUBJECT.match(subject):
        return "its subject is that of an aggregate report on a domain's mail (RFC 7489)"
    return ""


def reaction(types: frozenset[str], own: str) -> str:
    """How an emoji that was pressed below a mail is known, or ''."""
    if REACTION in types:
        return "a reaction was pressed in Gmail: nobody wrote"
    said = own.strip()
    if len(said) > _LONGEST_REACTION:
        return ""
    spoken = [line for line in said.splitlines() if any(map(str.isalpha, line))]
    if len(spoken) == 1 and _REACTED.match(spoken[0]):
        return "a reaction was pressed: nobody wrote"
    return ""
