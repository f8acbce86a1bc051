"""Answers without a mark, told by what they say: signs are weighed, and one alone is never enough.

A person says some of these things too. He also speaks of the matter, asks, plans, encloses; a
program confirms, refers to somebody else, speaks of its owner by his name.
"""

import re

from mailbot.mail.sign import Sign, sign
from mailbot.mail.signs_itself import ITSELF
from mailbot.mail.signs_person import PERSONAL
from mailbot.mail.signs_subject import SUBJECTS
from mailbot.mail.signs_text import TEXTS

ENOUGH = 3
# a person answers under the subject he answers; so does a program, but that one says more
_REPLYING = 2
_READ = 3_000
_LONG = 1_200
_SHORTEST_NAME = 2

_REPLY = re.compile(r"\s{0,5}(?:re|回复|答复|回覆|答覆|aw|sv)\s?[:：]", re.IGNORECASE)
_FORWARD = re.compile(r"\s{0,5}(?:fwd?|转发|轉寄|轉發|wg|tr)\s?[:：]", re.IGNORECASE)
_OFFICE = re.compile(
    r"(?:^|<)\s?(?:info|services?|support|it-?support|help(?:desk)?|service-?desk|desk|noc|rma"
    r"|claims|office|cs|kefu|admin\w{0,10}|webform|contact|sales"
    r"|correspondence|licen[sc]ing|members|atencion|hotline|enquir\w{2,4}|customer\w{0,10}|gm"
    r"|hr|otrs|jira|zentao|zendesk|feedback|tickets?|reception)@",
    re.IGNORECASE,
)
_OF_HIM = (
    r"(?:'s|’s)?\s?(?:is|will|has|had|no longer|does|can ?not|isn't|won't|目前|现|現|正|将|將"
    r"|的邮箱|的郵箱|的邮件|已|休|不在|因|出差|外出)"
)


def unwritten(subject: str, said: str, sender: str) -> str:
    """By which signs this is an answer that nobody wrote, or ''."""
    text = said[:_READ].strip()
    if _FORWARD.match(subject) or len(said) > _READ:
        return ""
    found = [*_subject_signs(subject), *_text_signs(text, sender)]
    weight = sum(one.weight for one in found) + _against(text)
    if _REPLY.match(subject) and not {ITSELF, _ABOUT_HIM} & set(found):
        weight -= _REPLYING
    if _OFFICE.search(sender.rpartition("<")[2] or sender) and len(found) > 0:
        weight += 1
    if weight < ENOUGH:
        return ""
    best = sorted(found, key=lambda one: -one.weight)
    return ", ".join(one.said for one in best[:2])


def _subject_signs(subject: str) -> list[Sign]:
    """An answer to a mail repeats its subject, so that says nothing of the answer."""
    if _REPLY.match(subject):
        return []
    return [one for one in SUBJECTS if one.pattern.search(subject[:200])]


def _text_signs(text: str, sender: str) -> list[Sign]:
    found = [one for one in TEXTS if one.pattern.search(text)]
    return [*found, _ABOUT_HIM] if _speaks_of_its_owner(text, sender) else found


_ABOUT_HIM = sign(2, "it speaks of its sender by his name", r"(?!)")


def _speaks_of_its_owner(text: str, sender: str) -> bool:
    name = sender.partition("<")[0].strip(" \"'")
    names = [one for one in (name, name.partition(" ")[0]) if len(one) >= _SHORTEST_NAME]
    return any(re.search(rf"(?<!\w){re.escape(one)}\s?{_OF_HIM}", text[:_READ]) for one in names)


def _against(text: str) -> int:
    weight = sum(one.weight for one in PERSONAL if one.pattern.search(text))
    return weight - (len(text) > _LONG)
