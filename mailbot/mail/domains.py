"""Domains as they are registered: the part of a name that somebody owns (publicsuffix.org)."""

from functools import cache, lru_cache

from publicsuffixlist import PublicSuffixList

# every tenant has a name of his own below these, and shares nothing with the others
_TENANTS = frozenset(
    {
        "atlassian.net", "freshdesk.com", "mail.onmicrosoft.com", "onmicrosoft.com",
        "partner.onmschina.cn", "zendesk.com", "zohodesk.com",
    }
)  # fmt: skip


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


def same_house(email: str, other: str) -> bool:
    """Whether two addresses stand below one registered domain."""
    return registrable(email.rpartition("@")[2]) == registrable(other.rpartition("@")[2])
