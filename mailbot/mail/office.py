"""Whether a mail's sender is an office: a desk, a team, a shop; no person by his name."""

import re

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
_NAMED = re.compile(
    r"\b(?:desk|team|office|services?|cent(?:re|er)|section|departments?|dept|support|help"
    r"|helpdesk|authority|registry|unit|library|bank|council|clinic|operations|procurement|claims"
    r"|accounts|orders|facilities|customers?|ministry|bureau|committee|shop|store|gallery|pharmacy"
    r"|hosting|licensing|gmbh|ltd|llc|inc|noc|jobs|careers|feedback|security|secretaries"
    r"|secretariat|relations|mailbox|portal|system|admissions|editorial|noreply)\b"
    r"|(?:[部处科局组社店馆办厅院站所室课司委會会行處組廳館課云]|中心|客服|平台|公司|服务台|服務台"
    r"|支持|信箱|系统|系統|部門|前台|助手|小二|快修|留言|管家|集团|集團|热线|熱線|禅道)(?:\W|$)",
    re.IGNORECASE,
)
_SPLIT = re.compile(r"[^a-z]{1,99}")
_READ = 200
_SHORT, _TELLING = 3, 4


def is_office(sender: str) -> tuple[bool, bool]:
    """Whether anything says that the sender (name and address) is an office, and whether more."""
    name, _, address = sender[:_READ].rpartition("<")
    local, _, domain = address.strip(" >").lower().partition("@")
    marks = (
        bool(_ROLES & set(_SPLIT.split(local))),
        bool(_NAMED.search(name)),
        _is_named_as_its_domain(name.lower(), local, domain),
    )
    return any(marks), sum(marks) > 1


def _is_named_as_its_domain(name: str, local: str, domain: str) -> bool:
    """People are called as their address, firms as their domain."""
    words = [word for word in _SPLIT.split(name) if len(word) >= _SHORT]
    if any(word in local or local in word for word in words):
        return False
    return any(word in domain for word in words if len(word) >= _TELLING)
