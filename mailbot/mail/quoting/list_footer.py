"""Footers that mailing lists and groups append to each mail."""

import re

_READ = 6_000
_FOOTER = re.compile(
    r"(?:\A|\n)(?:[_=-]{20,}[ \t]*\n[^\n]{0,200}\b(?:mailing list|list info|邮件列表)\b"
    r"|[_=-]{20,}[ \t]*\n[^\n]{1,120}@[^\n]{1,120}\n(?:to unsubscribe|https?://\S{1,200}/listinfo)"
    r"|(?:-=){6,}-?[ \t]*\ngroups\.io links"
    r"|(?:-- ?\n)?(?:you received this message because you are subscribed to the"
    r"|you(?:'re| are) receiving this (?:message|e-?mail) because you(?:'re| are) a member of"
    r"|to unsubscribe from this group and stop receiving"
    r"|您(?:之所以)?收到此(?:邮件|信息)是因为您订阅了|sie haben diese nachricht erhalten, weil sie"
    r"|vous recevez ce message, car vous êtes abonné))[\s\S]{0,4000}\Z",
    re.IGNORECASE,
)


def without_footer(text: str) -> str:
    """``text`` without the footer of a list at its end."""
    body, end = text[:-_READ], text[-_READ:]
    return body + _FOOTER.sub("", end)
