"""Classifies a mail: written by a person or a machine, and why; headers first, then wording."""

import re
from dataclasses import dataclass

from mailbot.mail.author import named_sender, passed_on_by, speaks_for_another, writer
from mailbot.mail.automatic import by_headers, notice, postmaster
from mailbot.mail.automatic.by_wording import signs_of_a_program
from mailbot.mail.formats import calendar_text
from mailbot.mail.message import Bounce, Kind
from mailbot.mail.mime.address import addresses
from mailbot.mail.mime.headers import Headers
from mailbot.mail.sender import is_of_a_program, wants_no_reply

_BY_ACTION = {
    "delayed": Kind.DELAY_NOTICE,
    "delivered": Kind.AUTO_REPLY,
    "relayed": Kind.AUTO_REPLY,
    "expanded": Kind.AUTO_REPLY,
}
_MAILING = (
    "x-campaign", "x-campaign-id", "x-campaignid", "x-mc-user", "x-csa-complaints",
    "list-unsubscribe-post", "list-unsubscribe", "list-id", "list-help", "list-subscribe",
    "list-owner", "list-post", "x-mailing-list",
)  # fmt: skip
# headers that bulk mail services add as well
_SENT_OUT = (
    "precedence", "feedback-id", "list-unsubscribe-post", "x-feedback-id", "x-mailgun-sid",
    "x-sg-eid", "x-ses-outgoing", "x-report-abuse", "x-mj-mid", "x-messageid", "list-id",
)  # fmt: skip
_LEAVE = re.compile(
    r"unsubscri|opt[- ]out|退订|退訂|取消订阅|取消訂閱|abmelden|abbestellen|désabonn|desinscr"
    r"|cancelar (?:la )?suscri|disiscri|afmelden|отписат|配信停止|수신거부",
    re.IGNORECASE,
)
_DISCUSSIONS = ("list-post", "x-beenthere", "x-mailing-list")
_SOME = 40
_MACHINE_HEADERS = ("x-github-reason", "x-gitlab-notificationreason", "x-bugzilla-reason")


@dataclass(frozen=True, slots=True)
class Words:
    """The texts of a mail: subject, the sender's own words, the whole text, and the quotes."""

    subject: str
    own: str
    whole: str = ""
    quoted: str = ""
    types: frozenset[str] = frozenset()
    files: frozenset[str] = frozenset()
    calendar: bool = False


@dataclass(frozen=True, slots=True)
class Verdict:
    """A kind and the reason for it; ``by_words`` if it rests on wording, not on a header."""

    kind: Kind
    because: str
    by_words: bool = False


def verdict(headers: Headers, words: Words, bounce: Bounce | None = None) -> Verdict:
    """The kind of this mail; ``bounce`` is its machine-readable report, if it has one."""
    if bounce is not None:
        return _of_report(bounce)
    return (
        _told(Kind.BULK, by_headers.feedback(headers, words.types, words.subject, words.own))
        or _told(
            Kind.AUTO_REPLY, by_headers.receipt(headers, words.types, words.subject, words.own)
        )
        or _told(Kind.BULK, notice.aggregate_report(words.subject, words.types, words.files))
        or _told(Kind.AUTO_REPLY, notice.reaction(words.types, words.own))
        or _told(Kind.AUTO_REPLY, _of_calendar(headers, words))
        or _told(Kind.BULK, _notice_of_a_program(headers, words))
        or _of_server(headers, words)
        or _generated(headers, words)
        or _told(Kind.AUTO_REPLY, _automatic(headers, words))
        or _told(Kind.BULK, _mailing(headers, words))
        or _inferred(_wording(headers, words))
        or _told(Kind.BULK, _of_many(headers))
        or _told(Kind.AUTO_REPLY, by_headers.null_sender(headers))
        or Verdict(Kind.HUMAN, "nothing in it is a machine's")
    )


def _sender(headers: Headers) -> str:
    """The From, or the author of what a list or form passed on."""
    behind = passed_on_by(headers)
    return headers.text("from") if behind is None else writer(headers).email


def _told(kind: Kind, because: str) -> Verdict | None:
    return Verdict(kind, because) if because else None


def _notice_of_a_program(headers: Headers, words: Words) -> str:
    sender = named_sender(headers).email.partition("@")[0]
    return (
        notice.recall(words.subject, words.own)
        or notice.of_a_device(words.subject, words.own, words.files)
        or notice.of_an_account(words.subject, words.own, sender)
    )


def _automatic(headers: Headers, words: Words) -> str:
    """Why its headers make it automatic; a form's mail may be marked so, yet a person wrote it."""
    if speaks_for_another(headers) and _submitted(headers).startswith("auto-generated"):
        return ""
    return by_headers.answer(headers, words.subject)


def _of_calendar(headers: Headers, words: Words) -> str:
    """Why this is only a click in a calendar, or ''; with own words it is a person's mail."""
    bare = "calendarmessage" in headers.raw("content-class").lower()
    answers = words.calendar or (bare and calendar_text.answers(words.subject, ()))
    if not answers or words.own.strip():
        return ""
    return "a calendar answers an invitation (RFC 5546), in no words of a person"


def _inferred(because: str) -> Verdict | None:
    return Verdict(Kind.AUTO_REPLY, because, by_words=True) if because else None


def _of_report(bounce: Bounce) -> Verdict:
    kind = _BY_ACTION.get(bounce.action, Kind.BOUNCE)
    said = f"says {bounce.action}" if bounce.action else "names no action"
    return Verdict(kind, f"its delivery report (RFC 3464) {said}")


def _of_server(headers: Headers, words: Words) -> Verdict | None:
    """A delivery report in a mail server's own wording."""
    # a report may end with the returned mail, and so look like one long quote
    said = words.own if len(words.own) > _SOME else words.whole
    known_by = postmaster.reports(headers, words.subject, said)
    if not known_by:
        return None
    late = postmaster.is_warning(words.subject, said)
    return Verdict(Kind.DELAY_NOTICE if late else Kind.BOUNCE, known_by)


def _wording(headers: Headers, words: Words) -> str:
    named = addresses((*headers.all("to"), *headers.all("cc")), headers.charset)
    recipients = len({one.email for one in named})
    return signs_of_a_program(words.subject, words.own, words.quoted, _sender(headers), recipients)


def _submitted(headers: Headers) -> str:
    said = headers.raw("auto-submitted").strip().lower()
    return "" if said.startswith("no") else said


def _generated(headers: Headers, words: Words) -> Verdict | None:
    """Automatic mail; what is marked or worded as a reply is an automatic reply (RFC 3834)."""
    listed = _mailing(headers, words)
    if not listed or not _submitted(headers) or _submitted(headers).startswith("auto-replied"):
        return None
    answers = _wording(headers, words)
    return _told(Kind.AUTO_REPLY, answers) or Verdict(Kind.BULK, listed)


def _of_many(headers: Headers) -> str:
    """Bulk mail; a person who writes through a mailing list stays a person."""
    sender = _sender(headers)
    if wants_no_reply(sender):
        return "its sender wants no reply"
    if _is_discussion(headers):
        return ""
    precedence = _precedence(headers)
    if precedence in ("bulk", "list", "junk"):
        return f"its header Precedence says {precedence}"
    return _notice(headers, sender)


def _mailing(headers: Headers, words: Words) -> str:
    if _is_discussion(headers):
        return ""
    found = next((name for name in _MAILING if name in headers), "")
    if found == "list-unsubscribe" and not _is_sent_out(headers, words):
        return ""
    return f"its header {found.title()} is a mailing's (RFC 2369)" if found else ""


def _is_sent_out(headers: Headers, words: Words) -> bool:
    """Whether it was mass mailed; signature services also add List-Unsubscribe to personal mail."""
    if _submitted(headers) or any(name in headers for name in _SENT_OUT):
        return True
    if "in-reply-to" in headers:
        return False
    return wants_no_reply(_sender(headers)) or bool(_LEAVE.search(words.whole))


def _notice(headers: Headers, sender: str) -> str:
    found = next((name for name in _MACHINE_HEADERS if name in headers), "")
    if found:
        return f"its header {found.title()} is a program's"
    if is_of_a_program(sender):
        return "its sender is the address of a program"
    return ""


def _is_discussion(headers: Headers) -> bool:
    """Whether it came through a discussion list, which has a List-Post (RFC 2369, 3.4)."""
    if wants_no_reply(_sender(headers)) or _notice(headers, _sender(headers)):
        return False
    post = headers.raw("list-post").strip().lower()
    if post.startswith("no") or _precedence(headers) in ("bulk", "junk"):
        return False
    if any(name in headers for name in ("auto-submitted", "list-unsubscribe-post")):
        return False
    return _precedence(headers) == "list" or any(name in headers for name in _DISCUSSIONS)


def _precedence(headers: Headers) -> str:
    return headers.raw("precedence").strip().lower()
