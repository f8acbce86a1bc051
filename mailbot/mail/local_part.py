"""What the local part of a sender's address says: a role, a program, that no reply is wanted."""

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
    """Whether an address in it is one that nobody is to answer."""
    return any(_NO_REPLY.match(one) for one in local_parts(sender))


def is_of_a_program(sender: str) -> bool:
    return any(_SPLIT.split(one, maxsplit=1)[0] in _PROGRAMS for one in local_parts(sender))


def is_of_a_role(sender: str) -> bool:
    """A desk, a shop, a department: whoever sits there reads it (RFC 2142)."""
    return any(_ROLES & set(_SPLIT.split(one)) for one in local_parts(sender))


def local_parts(sender: str) -> tuple[str, ...]:
    """Of every address in a header, in small letters."""
    words = sender[:_READ].lower().replace("<", " ").split()
    return tuple(word.partition("@")[0] for word in words if "@" in word)
