"""One person in several spellings: the mailbox to which an address leads."""

_SAME_DOMAIN = {
    "googlemail.com": "gmail.com",
    "me.com": "icloud.com",
    "mac.com": "icloud.com",
    "pm.me": "proton.me",
    "protonmail.com": "proton.me",
    "ya.ru": "yandex.ru",
    "yandex.com": "yandex.ru",
    "yandex.by": "yandex.ru",
    "yandex.kz": "yandex.ru",
}
# what these providers leave out when they look for the mailbox, by their own word
_LEFT_OUT = {
    "gmail.com": str.maketrans("", "", "."),
    "proton.me": str.maketrans("", "", ".-_"),
}
# Exchange writes a whole directory name there, its blanks as +20
_ENCAPSULATED = "imcea"


def mailbox(email: str) -> str:
    """The address without case, detail (`zhou+logs@`, RFC 5233) and what its provider ignores.

    Two addresses that lead to one mailbox are one person; two that do not, are not.
    """
    local, at, domain = email.lower().rpartition("@")
    domain = _SAME_DOMAIN.get(domain, domain)
    if not local.startswith(_ENCAPSULATED):
        local = local.partition("+")[0] or local
    return f"{local.translate(_LEFT_OUT.get(domain, {}))}{at}{domain}"
