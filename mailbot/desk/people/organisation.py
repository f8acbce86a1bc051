"""For whom an address speaks: the organisation behind its domain, or nobody but its owner."""

from mailbot.desk.people.public_providers import PUBLIC_PROVIDERS
from mailbot.mail.domains import registrable


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
