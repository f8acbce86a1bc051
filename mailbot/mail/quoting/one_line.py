"""Restores the line breaks of a quote's introduction.

Gateways, text messages and careless programs fold "ok -----Original message----- From: … Sent: …
To: … Subject: …" into one line; it is recognised by its labels, which come in order.
"""

import re

_FROM = r"from|发件人|寄件者|寄件人|von|de|da|van|от|差出人|보낸 ?사람"
_DATE = (
    r"sent|date|发送时间|發送時間|日期|寄件日期|gesendet|datum|envoyé|date|enviado(?: el)?|fecha"
    r"|inviato|data|verzonden|отправлено|дата|送信日時|보낸 ?날짜"
)
_TO = r"to|收件人|收件者|an|à|para|a|aan|кому|宛先|받는 ?사람"
_SUBJECT = r"subject|主题|主題|主旨|betreff|objet|asunto|assunto|oggetto|onderwerp|тема|件名|제목"
_SEPARATOR = re.compile(
    r"(?<=\S)[ \t\xa0]{1,9}(-{3,20} ?[^\W\d_][^\n@-]{2,40}?-{3,20})(?=[ \t\xa0]|$)", re.MULTILINE
)
_LABEL = r"(?<=[\s*])\*{0,2}(?:%s)\*{0,2}[ \t]?[:：]"
_HEADERS = re.compile(
    rf"(?:^|(?<=[ \t\xa0*]))(?P<from>\*{{0,2}}(?:{_FROM})\*{{0,2}}[ \t]?[:：])(?=[^\n]{{3,160}}"
    rf"(?:{_LABEL % _DATE})[^\n]{{3,160}}(?:{_LABEL % _TO})[^\n]{{3,400}}(?:{_LABEL % _SUBJECT}))",
    re.IGNORECASE | re.MULTILINE,
)
_LABELS = re.compile(
    rf"[ \t\xa0]{{1,9}}(?=\*{{0,2}}(?:{_DATE}|{_TO}|cc|抄送|{_SUBJECT})\*{{0,2}}[ \t]?[:：])",
    re.IGNORECASE,
)
_WROTE = re.compile(
    r"(?<=[^\s>在于於])[ \t\xa0]{1,9}(On (?:Mon|Tue|Wed|Thu|Fri|Sat|Sun|\d)[^\n]{8,160}? wrote ?:"
    r"|(?:在 ?)?\d{4} ?[年/-] ?\d{1,2} ?[月/-] ?\d{1,2}[^\n]{3,160}?(?:写道|寫道) ?[:：]"
    r"|Am \d{1,2}\.[^\n]{8,160}? schrieb[^\n:]{0,80}:|Le \d{1,2}[^\n]{8,160}? a écrit ?:)[ \t]{0,9}"
)
_RULE_AT_END = re.compile(r"[ \t\xa0]{1,9}([-_=]{5,200})$")
_LONGEST = 200_000
_FEWEST_LABELS = 4
_WRITING = ("wrote", "写道", "寫道", "schrieb", "écrit")
_HINTS = ("---", *_WRITING, ":", "：")


def unfolded(body: str) -> str:
    """``body`` with each folded introduction split into lines."""
    if len(body) > _LONGEST or not any(hint in body for hint in _HINTS):
        return body
    lines = [_unfolded(line) for line in body.split("\n")]
    return "\n".join(lines)


def _unfolded(line: str) -> str:
    ruled = _SEPARATOR.sub(r"\n\1\n", line) if "---" in line else line
    labelled = line.count(":") + line.count("：") >= _FEWEST_LABELS
    found = _HEADERS.search(ruled) if labelled else None
    if found:
        head, rest = ruled[: found.start("from")], ruled[found.start("from") :]
        end = rest.find("\n")
        first, after = (rest, "") if end < 0 else (rest[:end], rest[end:])
        head = _RULE_AT_END.sub(r"\n\1", head.rstrip())
        return "\n".join((head, _LABELS.sub("\n", first, count=5) + after))
    # words between dashes alone are only decoration
    return _WROTE.sub(r"\n\1\n", line) if any(word in line for word in _WRITING) else line
