"""The stable lines of `explain --json` and `replay --json`: other tools build on these keys."""

import json
from collections.abc import Mapping
from datetime import datetime
from pathlib import PurePath
from types import MappingProxyType
from typing import Any
from zoneinfo import ZoneInfo

from mailbot.bot.happenings import (
    AccountChanged,
    CasesJoined,
    Happening,
    Ignored,
    LetterMoved,
    Quarantined,
    Received,
    StatusChanged,
    Uploaded,
)
from mailbot.bot.inbound.read_mail import Sheaf
from mailbot.desk.case.draft import Audience
from mailbot.desk.case.upload import UploadState
from mailbot.intents import keep_watching
from mailbot.mail.message import Bounce, Message
from mailbot.understanding.understood import Fact, Understanding

Line = Mapping[str, Any]

# who reads these lines knows customers, staff and the second line: the administrator is staff
_AUDIENCES = MappingProxyType({Audience.ADMIN: Audience.STAFF.value})
SECRET_FACTS = frozenset({"account_password", "access_code"})


def dumps(line: Line) -> str:
    """One line of JSON, Chinese as Chinese."""
    return json.dumps(line, ensure_ascii=False)


def explained(file: str, sheaf: Sheaf, zone: ZoneInfo) -> Line:
    """How one mail was read; times in the desk's zone."""
    message, said = sheaf.message, sheaf.said
    return {
        "file": file,
        **_letterhead(message, zone),
        "lang": said.lang or "en",
        "text": message.text,
        "quoted": message.quoted,
        "signature": message.signature,
        "kind": message.kind.value,
        "role": sheaf.role.value,
        "trust": message.trust.value,
        **_understood(said),
        "attachments": [
            {"name": one.name, "type": one.type, "size": one.size} for one in message.attachments
        ],
        "defects": list(message.defects),
        "bounce": _bounce(message.bounce),
        "error": None,
    }


def _letterhead(message: Message, zone: ZoneInfo) -> Line:
    return {
        "message_id": message.message_id,
        "from": message.sender.email,
        "from_name": message.sender.name,
        "to": [one.email for one in message.to],
        "cc": [one.email for one in message.cc],
        "subject": message.subject,
        "date": message.date.astimezone(zone).isoformat() if message.date else None,
    }


def _understood(said: Understanding) -> Line:
    return {
        "intents": [
            {"name": one.name, "confidence": round(one.confidence, 3), "evidence": one.evidence}
            for one in said.intents
        ],
        "facts": [
            {"name": one.name, "value": _value(one), "evidence": one.evidence} for one in said.facts
        ],
    }


def not_explained(file: str, error: str) -> Line:
    """A mail that could not be read: the same keys, empty, and the error."""
    lists = ("to", "cc", "intents", "facts", "attachments", "defects")
    texts = ("message_id", "from", "from_name", "subject", "text", "quoted", "signature")
    return {
        "file": file,
        **dict.fromkeys(texts, ""),
        **{name: [] for name in lists},
        "date": None,
        "lang": "en",
        "kind": "human",
        "role": "unknown",
        "trust": "none",
        "bounce": None,
        "error": error,
    }


def happened(one: Happening, zone: ZoneInfo) -> Line | None:
    """The replay's line of a happening; None where it has none."""
    way = _WAYS.get(type(one))
    return way(one, zone) if way is not None else None


def _received(one: Received, zone: ZoneInfo) -> Line:
    return {
        **_head(one.at, one.case, "received", zone),
        "file": _file(one.file),
        "message_id": one.mail.message_id,
        "role": one.mail.role.value,
        "kind": one.mail.kind.value,
        "intents": [name for name in one.mail.said.names if name != keep_watching.INTENT.name],
        "opened": one.opened.value or None,
    }


def _letter(one: LetterMoved, zone: ZoneInfo) -> Line:
    draft = one.draft
    return {
        **_head(one.at, one.case, "letter", zone),
        "letter": "+".join(draft.letters),
        "audience": _AUDIENCES.get(draft.audience, draft.audience.value),
        "to": list(draft.to),
        "cc": list(draft.cc),
        "lang": draft.lang,
        "mode": one.mode.value,
        "subject": one.written.subject,
        "text": one.written.text,
        "in_reply_to": one.in_reply_to or None,
        "withheld_because": [str(reason) for reason in one.because],
    }


def _account(one: AccountChanged, zone: ZoneInfo) -> Line:
    return {
        **_head(one.at, one.case, "account", zone),
        "user": one.account.user,
        "origin": one.origin.value,
    }


def _upload(one: Uploaded, zone: ZoneInfo) -> Line:
    return {
        **_head(one.at, one.case, "upload", zone),
        "file": one.upload.name,
        "size": one.upload.size,
        "whole": one.upload.state is UploadState.WHOLE,
    }


def _status(one: StatusChanged, zone: ZoneInfo) -> Line:
    return {
        **_head(one.at, one.case, "status", zone),
        "from": one.was.value,
        "to": one.now.value,
        "because": [str(reason) for reason in one.because],
        "until": one.until.astimezone(zone).isoformat() if one.until is not None else None,
    }


def _joined(one: CasesJoined, zone: ZoneInfo) -> Line:
    head = _head(one.at, one.case, "joined", zone)
    return {**head, "other": one.other, "because": [str(reason) for reason in one.because]}


def _quarantined(one: Quarantined, zone: ZoneInfo) -> Line:
    head = _head(one.at, None, "quarantined", zone)
    return {**head, "file": _file(one.file), "because": [str(reason) for reason in one.because]}


def _ignored(one: Ignored, zone: ZoneInfo) -> Line:
    head = _head(one.at, None, "ignored", zone)
    return {**head, "file": _file(one.file), "because": [str(reason) for reason in one.because]}


def _head(at: datetime, case: str | None, what: str, zone: ZoneInfo) -> dict[str, Any]:
    return {"at": at.astimezone(zone).isoformat(), "case": case, "what": what}


def _file(name: str) -> str:
    return PurePath(name).name


def _value(fact: Fact) -> str:
    return "sealed" if fact.name in SECRET_FACTS else fact.said


def _bounce(bounce: Bounce | None) -> Line | None:
    if bounce is None:
        return None
    return {"recipient": bounce.recipient, "status": bounce.status, "action": bounce.action}


_WAYS: dict[type, Any] = {
    Received: _received,
    LetterMoved: _letter,
    AccountChanged: _account,
    Uploaded: _upload,
    StatusChanged: _status,
    CasesJoined: _joined,
    Quarantined: _quarantined,
    Ignored: _ignored,
}
