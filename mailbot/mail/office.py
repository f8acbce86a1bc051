"""Whether a mail's sender is an office: a desk, a team, a shop; no person by his name."""

import re

from mailbot.mail.local_part import is_of_a_role

_WORDS = frozenset({
    "desk", "team", "office", "service", "services", "centre", "center", "section", "department",
    "departments", "dept", "support", "help", "helpdesk", "authority", "registry", "unit",
    "library", "bank", "council", "clinic", "operations", "procurement", "claims", "accounts",
    "orders", "facilities", "customer", "customers", "ministry", "bureau", "committee", "shop",
    "store", "gallery", "pharmacy", "hosting", "licensing", "gmbh", "ltd", "llc", "inc", "noc",
    "jobs", "careers", "feedback", "security", "secretaries", "secretariat", "relations",
    "mailbox", "portal", "system", "admissions", "editorial", "noreply",
})  # fmt: skip
_ENDINGS = (
    *"部处科局组社店馆办厅院站所室课司委會会行處組廳館課云",
    "中心", "客服", "平台", "公司", "服务台", "服務台", "支持", "信箱", "系统", "系統", "部門",
    "前台", "助手", "小二", "快修", "留言", "管家", "集团", "集團", "热线", "熱線", "禅道",
)  # fmt: skip
_NO_WORD = re.compile(r"\W+")
_NO_LETTER = re.compile(r"[^a-z]+")
_READ = 200
_SHORT, _TELLING = 3, 4


def is_office(sender: str) -> tuple[bool, bool]:
    """Whether anything says that the sender (name and address) is an office, and whether more."""
    name, _, address = sender[:_READ].lower().rpartition("<")
    marks = (is_of_a_role(address), _is_named_so(name), _is_named_as_its_domain(name, address))
    return any(marks), sum(marks) > 1


def _is_named_so(name: str) -> bool:
    words = _NO_WORD.split(name)
    return any(word in _WORDS or word.endswith(_ENDINGS) for word in words)


def _is_named_as_its_domain(name: str, address: str) -> bool:
    """People are called as their address, firms as their domain."""
    local, _, domain = address.strip(" >").partition("@")
    words = [word for word in _NO_LETTER.split(name) if len(word) >= _SHORT]
    if any(word in local or local in word for word in words):
        return False
    return any(word in domain for word in words if len(word) >= _TELLING)
