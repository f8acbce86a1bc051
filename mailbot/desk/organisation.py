"""For whom an address speaks: the organisation behind its domain, or nobody but its owner."""

from functools import cache, lru_cache

from publicsuffixlist import PublicSuffixList

from mailbot.desk.providers import PUBLIC_PROVIDERS

# every tenant has a name of his own below these, and shares nothing with the others
_TENANTS = frozenset(
    {
        "atlassian.net", "freshdesk.com", "mail.onmicrosoft.com", "onmicrosoft.com",
        "partner.onmschina.cn", "zendesk.com", "zohodesk.com",
    }
)  # fmt: skip


def organisation(email: str) -> str:
    """Whom an address speaks for: its registrable domain, or only itself at a public provider.

    `zhou@mail.corp.com.cn` and `li@corp.com.cn` are of one organisation (publicsuffix.org).
    """
    domain = registrable(email.rpartition("@")[2])
    return email if is_public(email) or not domain else domain


def mail_house(email: str) -> str:
    """The very domain an address is at, or itself at a public provider: where trust is at stake."""
    return email if is_public(email) else email.rpartition("@")[2]


def is_public(email: str) -> bool:
    """Whether anybody can have an address there."""
    domain = email.rpartition("@")[2].lower()
    return domain in PUBLIC_PROVIDERS or registrable(domain) in PUBLIC_PROVIDERS


@lru_cache(maxsize=4096)
def registrable(domain: str) -> str:
    """The part of a domain that somebody registered; the domain itself where there is none."""
    name = domain.lower().rstrip(".")
    if name.startswith("[") or name.partition(".")[2] in _TENANTS:
        return name
    return _suffixes().privatesuffix(name) or name


@cache
def _suffixes() -> PublicSuffixList:
    """The list that comes with the library; nothing is fetched."""
    return PublicSuffixList()
