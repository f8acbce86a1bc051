"""The own words of a person in a calendar mail, without the programs' boilerplate."""

import re
from collections.abc import Sequence

from mailbot.mail.formats.invitation import ANSWERS
from mailbot.mail.message import Meeting

_CALLED_BACK = re.compile(
    r"\s{0,5}(?:accepted|declined|tentative(?:ly accepted)?|new time proposed"
    r"|(?:event |meeting )?cancell?ed(?: event)?|已?接受(?:邀请|邀請)?|已?拒[绝絕]|已?谢绝"
    r"|暂定(?:接受)?|已取消(?:的活动)?|取消(?:会议)?|zugesagt|abgelehnt|mit vorbehalt|abgesagt"
    r"|accepté|refusé|annulé|aceptado|rechazado|cancelado|accettato|annullato)\s{0,3}[:：]",
    re.IGNORECASE,
)
_TOLD = re.compile(
    r"\bhas (?:tentatively |provisionally )?(?:accepted|declined|cancell?ed|proposed)\b[^\n]{0,40}"
    r"\b(?:invitation|event|meeting|time)\b|\b(?:event|meeting|invitation) has been cancell?ed\b"
    r"|(?:已经?|暂时|暫時)?(?:接受|拒绝|拒絕|谢绝|取消)了?(?:此|该|您的|這個|这个|這項)?(?:邀请|邀請|活动|活動|会议|會議)"
    r"|(?:活动|活動|会议|會議|日程)已(?:被|经)?取消|\bhat (?:diese|die|ihre) einladung\b"
    r"|\ba (?:accepté|refusé) (?:cette|votre|l['’]) ?invitation|\bha (?:aceptado|rechazado)\b",
    re.IGNORECASE,
)
_NOTE = re.compile(
    r"(?:with (?:this|the following) note|附言|备注|備註)\s{0,3}[:：]\s{0,9}"
    r"[\"“「]?([^\"”」]{1,2000})",
    re.IGNORECASE,
)
_RULE = re.compile(r"^[ \t]{0,9}(?:_{5,}|\*~\*|-::~|~~={3,})", re.MULTILINE)
_LABEL = re.compile(
    r"[ \t]{0,9}(?:when|where|who|what|time|location|organi[sz]er|calendar|subject|topic"
    r"|时间|時間|地点|地點|主题|主旨|組織者|组织者|参加者|wann|wo|zeit|ort|quand|où|cuándo|dónde)"
    r"\s{0,3}[:：].*",
    re.IGNORECASE,
)
_JOINING = re.compile(
    r"microsoft teams|zoom\.us|meet\.google|tencent meeting|腾讯会议|webex|^https?://\S+$"
    r"|invitation from google calendar|meeting id|会议号|passcode",
    re.IGNORECASE,
)
_LONGEST = 20_000


def answers(subject: str, meetings: Sequence[Meeting]) -> bool:
    """Whether it answers an invitation or cancels a meeting (RFC 5546, 3.2)."""
    return any(one.method in ANSWERS for one in meetings) or bool(_CALLED_BACK.match(subject))


def words_of(meetings: Sequence[Meeting]) -> str:
    """The writer's words in the calendar part: the comment, or the invitation itself."""
    return next((one.words for one in meetings if one.words), "")


def own_words(text: str, meetings: Sequence[Meeting]) -> str:
    """``text`` without the sentences, labels and links that calendar programs add."""
    text = text[:_LONGEST]
    if _TOLD.search(text):
        note = _NOTE.search(text)
        return note[1].strip() if note else ""
    rule = _RULE.search(text)
    known = {one.summary for one in meetings}
    lines = (text[: rule.start()] if rule else text).splitlines()
    return "\n".join(line for line in lines if not _is_added(line, known)).strip()


def _is_added(line: str, known: set[str]) -> bool:
    return bool(_LABEL.fullmatch(line) or _JOINING.search(line)) or " ".join(line.split()) in known
