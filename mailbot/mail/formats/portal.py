"""Mail kept in a secure mail portal: what arrives is only a notice with a link."""

import re

_TYPES = frozenset({"application/x-microsoft-rpmsg-message", "application/pgp-encrypted"})
# Purview, Proofpoint, Cisco, Zix, and PGP/MIME damaged by a gateway
_WRAPPER = re.compile(
    r"message(?:_v\d)?\.rpmsg|securemessageatt\.html?|securedoc[\w -]{0,60}\.html?"
    r"|message_zdm\.html?|secure[_ -]?(?:e?mail|message)[\w -]{0,60}\.html?"
    r"|encrypted[_ -]?(?:e?mail|message)?[\w -]{0,60}\.(?:html?|asc|pgp|gpg)"
    r"|(?:message|msg|noname|pgp)\.(?:asc|pgp|gpg)",
    re.IGNORECASE,
)
_NOTICE = re.compile(
    r"\bsent you an? (?:protected|secured?|encrypted|confidential) (?:message|e-?mail)\b"
    r"|\byou(?:'ve| have) (?:received|got) an? (?:protected|secured?|encrypted)"
    r" (?:message|e-?mail)\b"
    r"|(?:向您|给您)?发送了(?:一封|一个)?(?:受保护|加密|安全)的?(?:邮件|消息)"
    r"|收到(?:了)?(?:一封)?(?:受保护|加密)的?(?:邮件|消息)"
    r"|\beine (?:geschützte|verschlüsselte|sichere) (?:nachricht|e-?mail)\b"
    r"|\bun (?:message|e-?mail) (?:protégé|chiffré|sécurisé)\b",
    re.IGNORECASE,
)
_LINK = "https://"
_LONGEST = 3_000


def is_wrapper(name: str, media_type: str) -> bool:
    """Whether a file only wraps an encrypted mail that we can't open."""
    return media_type in _TYPES or _WRAPPER.fullmatch(name) is not None


def is_notice(text: str) -> bool:
    """Whether a text only says that a mail can be read in a portal."""
    return len(text) <= _LONGEST and _LINK in text and _NOTICE.search(text) is not None
