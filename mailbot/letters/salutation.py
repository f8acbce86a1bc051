"""How a reader is addressed: as the engineers did, else by full name, never by a guess."""

import re
from dataclasses import dataclass

from mailbot.desk.case.parties import Contact
from mailbot.letters.wording import is_chinese, one_line

_HELLO_ZH = re.compile(r"[\s，,、]*(?:您好|你好)?[\s！!，,。.：:、～~]*$")
_BEFORE_ZH = re.compile(r"^(?:(?:hi|hello|dear)\b|您好|你好)[\s，,！!：:]*", re.IGNORECASE)
_WHO_ZH = re.compile(r"(?=.{0,19}[\u3400-\u9fff])[\u3400-\u9fffA-Za-z· ]{2,20}")
_ALL_ZH = re.compile(r"(?:各位|大家|诸位|你们|您们|早上|上午|下午|晚上)")
_WHO_EN = re.compile(r"(?:Dear|Hi|Hello) [A-Z][A-Za-zÀ-ÿ.'’ -]{0,58}", re.IGNORECASE)
_ALL_EN = re.compile(
    r"\b(?:all|team|both|everyone|everybody|there|sir|madam|sirs)\b", re.IGNORECASE
)

_ASIDE = re.compile(r"[(（\[【<《].*?[)）\]】>》]")
_NAME_ZH = re.compile(r"[\u3400-\u9fff]{2,4}|[\u3400-\u9fff]{1,8}(?:·[\u3400-\u9fff]{1,8}){1,3}")
_OFFICE_ZH = re.compile(
    r"[部处科室组司局院厂店站队团]$|公司|集团|中心|客服|支持|服务|技术|运维|信息|系统|管理|邮箱|通知"
)
_NAME_EN = re.compile(r"[A-ZÀ-Þ][\w.'’-]*(?: [\w.'’-]+){1,3}")
_OFFICE_EN = re.compile(
    r"\b(?:it|team|support|desk|service|services|admin|office|department|dept|group|ltd|inc|gmbh"
    r"|company|info|sales|mail|mailbox|operations|system|systems|no.?reply|help)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Reader:
    """The addressee: ``salutation`` as engineers used it, ``name`` in full; '' if unknown."""

    salutation: str = ""
    name: str = ""


def reader(contact: Contact | None, lang: str) -> Reader:
    """How this contact is addressed in this language."""
    if contact is None:
        return Reader()
    used = one_line(contact.salutation)
    if used and is_chinese(used) == (lang == "zh"):
        return Reader(salutation=_salutation_zh(used) if lang == "zh" else _salutation_en(used))
    name = _ASIDE.sub(" ", one_line(contact.name)).strip(" \"'?？,，、;；:：")
    return Reader(name=_name_zh(name) if lang == "zh" else _name_en(name))


def _salutation_zh(used: str) -> str:
    """周先生, out of 周先生, 您好!"""
    who = _HELLO_ZH.sub("", _BEFORE_ZH.sub("", used)).strip(" ，,：:")
    return who if _WHO_ZH.fullmatch(who) and not _ALL_ZH.search(who) else ""


def _salutation_en(used: str) -> str:
    """Dear Mr Zhou, without the comma."""
    who = used.rstrip(" ,.!:;")
    return who if _WHO_EN.fullmatch(who) and not _ALL_EN.search(who) else ""


def _name_zh(name: str) -> str:
    return name if _NAME_ZH.fullmatch(name) and not _OFFICE_ZH.search(name) else ""


def _name_en(name: str) -> str:
    """Ruth Okafor; Okafor, Ruth is put in order. One word alone is no full name."""
    family, comma, given = name.partition(",")
    if comma:
        name = f"{given.strip()} {family.strip()}"
    return name if _NAME_EN.fullmatch(name) and not _OFFICE_EN.search(name) else ""
