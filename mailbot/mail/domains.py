"""Registrable domains, by the public suffix list (publicsuffix.org)."""

from functools import cache, lru_cache

from publicsuffixlist import PublicSuffixList

# hosting domains: each tenant has a subdomain, unrelated to the others
_TENANTS = frozenset(
    {
        "atlassian.net", "freshdesk.com", "mail.onmicrosoft.com", "onmicrosoft.com",
        "partner.onmschina.cn", "zendesk.com", "zohodesk.com",
    }
)  # fmt: skip


@lru_cache(maxsize=4096)
def registrable(domain: str) -> str:
    """The registrable part of a domain; the domain itself if it has none."""
    name = domain.lower().rstrip(".")
    if name.startswith("[") or name.partition(".")[2] in _TENANTS:
        return name
    return _suffixes().privatesuffix(name) or name


@cache
def _suffixes() -> PublicSuffixList:
    """The suffix list that comes with the library; nothing is downloaded."""
    return PublicSuffixList()


def same_house(email: str, other: str) -> bool:
    """Whether two addresses share a registrable domain."""
    return registrable(email.rpartition("@")[2]) == registrable(other.rpartition("@")[2])
