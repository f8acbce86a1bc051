"""Classifies senders by name and address: role mailboxes, programs, no-reply addresses."""

import re

_NO_REPLY = re.compile(r"(?:no|do.?not|dont)[-_.]?reply(?:[-_.+]|$)")
_PROGRAMS = frozenset({
    "notification", "notifications", "alert", "alerts", "newsletter", "newsletters", "news",
    "mailer", "bugzilla", "jira", "gitlab", "jenkins", "nagios", "zabbix", "prometheus",
    "alertmanager", "grafana", "cron", "root", "monitor", "monitoring", "daemon", "bounce",
    "bounces", "scanner", "copier", "mfp", "xerox", "ricoh", "kyocera", "bizhub", "ipcam", "nvr",
    "dvr", "idrac", "ilo", "synology", "qnap",
})  # fmt: skip
_ROLES = frozenset({
    "info", "service", "services", "support", "help", "helpdesk", "servicedesk", "desk", "noc",
    "rma", "claims", "office", "cs", "kefu", "admin", "administrator", "webform", "contact",
    "contacts", "sales", "correspondence", "licensing", "members", "member", "atencion", "hotline",
    "enquiries", "enquiry", "inquiries", "inquiry", "customer", "customers", "customercare",
    "customerservice", "gm", "hr", "otrs", "jira", "rt", "zentao", "zendesk", "feedback", "ticket",
    "tickets", "reception", "hello", "hallo", "hola", "bonjour", "care", "intake", "registry",
    "registrar", "records", "jobs", "careers", "recruitment", "shop", "store", "orders", "order",
    "ops", "operations", "it", "ict", "itsupport", "security", "abuse", "notify", "notification",
    "notifications", "accounts", "accounting", "ap", "ar", "billing", "invoice", "invoices",
    "finance", "purchase", "procurement", "purchasing", "library", "webmaster", "press", "media",
    "legal", "compliance", "dpo", "privacy", "complaints", "complaint", "returns", "warranty",
    "booking", "bookings", "reservations", "events", "marketing", "secretary", "secretariat",
    "mail", "mailbox", "team", "crew", "post", "general", "main", "enquire", "membership", "editor",
    "editorial", "submissions", "admissions", "apply", "kontakt", "vertrieb", "buchhaltung",
    "empfang", "ventas", "soporte", "contato", "suporte", "supporto", "fuwu", "shouhou", "xinxi",
    "zixun", "xiaoshou", "caigou", "zhaopin", "bot", "robot", "system",
})  # fmt: skip
_SPLIT = re.compile(r"[-_.+0-9]")
_READ = 1_000


def wants_no_reply(sender: str) -> bool:
    """Whether one of the addresses is a no-reply address."""
    return any(_NO_REPLY.match(one) for one in local_parts(sender))


def is_of_a_program(sender: str) -> bool:
    return any(_SPLIT.split(one, maxsplit=1)[0] in _PROGRAMS for one in local_parts(sender))


def is_of_a_role(sender: str) -> bool:
    """Whether the address is a role mailbox: a desk, a shop, a department (RFC 2142)."""
    return any(_ROLES & set(_SPLIT.split(one)) for one in local_parts(sender))


def local_parts(sender: str) -> tuple[str, ...]:
    """The local part of every address in a header, in lower case."""
    words = sender[:_READ].lower().replace("<", " ").split()
    return tuple(word.partition("@")[0] for word in words if "@" in word)


_ROLE_WORDS = frozenset({
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
_READ_OF_NAME = 200
_SHORT, _TELLING = 3, 4


def is_office(sender: str) -> tuple[bool, bool]:
    """Is the sender a role mailbox rather than a person, and do several marks say so?"""
    name, _, address = sender[:_READ_OF_NAME].lower().rpartition("<")
    marks = (is_of_a_role(address), _is_named_so(name), _is_named_as_its_domain(name, address))
    return any(marks), sum(marks) > 1


def _is_named_so(name: str) -> bool:
    words = _NO_WORD.split(name)
    return any(word in _ROLE_WORDS or word.endswith(_ENDINGS) for word in words)


def _is_named_as_its_domain(name: str, address: str) -> bool:
    """Whether the display name is that of the domain: people are named like their local part."""
    local, _, domain = address.strip(" >").partition("@")
    words = [word for word in _NO_LETTER.split(name) if len(word) >= _SHORT]
    if any(word in local or local in word for word in words):
        return False
    return any(word in domain for word in words if len(word) >= _TELLING)
