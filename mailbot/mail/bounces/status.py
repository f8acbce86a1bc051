"""The status code (RFC 3463) of a failed delivery: written, from an SMTP code, or from words."""

import re

_STATUS = re.compile(r"(?<![\d.])([45]\.\d{1,3}\.\d{1,3})(?!\d|\.\d)")
_SMTP = re.compile(r"(?<![\d.@-])([45])[0-5]\d(?=[ -])(?!-\d{4})")
_WORDS = (
    ("1.1", r"user unknown|unknown user|no such (?:user|mailbox|recipient|address)"
            r"|user (?:not found|doesn't exist|does not exist)"
            r"|(?:mailbox|address|account|recipient) (?:not found|unknown|does not exist"
            r"|doesn't exist|unavailable)|invalid (?:recipient|mailbox)"
            r"|no mailbox here|(?:用户|收件人|邮箱|帐号|账号|地址).{0,6}(?:不存在|错误|无效)"
            r"|使用者不存在"),
    ("2.2", r"over ?quota|quota exceeded|mailbox (?:is )?full|exceeded .{0,30}(?:quota|storage)"
            r"|(?:邮箱|容量|空间)[^满不超]{0,8}+(?:满|不足|超)"),
    ("2.1", r"(?:mailbox|account|user) (?:is |has been )?(?:disabled|suspended|inactive|locked)"
            r"|(?:邮箱|帐号|账号).{0,6}(?:停用|冻结|禁用|锁定)"),
    ("1.2", r"host (?:unknown|not found)|unknown host|domain .{0,30}(?:not found"
            r"|does not exist)|no such domain|域名.{0,12}(?:不存在|错误|无法解析)"),
    ("3.4", r"(?:message|mail) (?:is )?too (?:large|big)|size (?:limit|exceeds)"
            r"|exceeds .{0,20}size|(?:邮件|附件).{0,8}(?:过大|太大|超过)"),
    ("7.1", r"spam|blocked|blacklist|blocklist|policy|rejected|denied|(?:垃圾邮件|拒收|拒绝"
            r"|屏蔽|黑名单|反垃圾)"),
)  # fmt: skip
_IN_WORDS = tuple((code, re.compile(pattern)) for code, pattern in _WORDS)
_LATE = re.compile(
    r"timed? ?out|timeout|expired|retry time|not respond|still being|delay|超时|逾时|延迟|仍在"
)
_MOST = 8_000


def status_of(near: str, around: str) -> str:
    """The code in the words ``near`` the recipient, else in those ``around``, or ''."""
    near, around = near[:_MOST], around[:_MOST]
    return _written(near) or _by_smtp(near) or _written(around) or _by_smtp(around)


def sharper(status: str, diagnostic: str) -> str:
    """A status without detail (x.y.0), refined by what the remote server said."""
    if status and not status.endswith(".0"):
        return status
    found = _written(diagnostic[:_MOST])
    if found and (not status or (found[0] == status[0] and not found.endswith(".0"))):
        return found
    return status or _by_smtp(diagnostic[:_MOST])


def permanent(text: str) -> str:
    """A code for the words, with the fitting class: ``5.1.1``, or ``4.4.7`` for a timeout."""
    text = text[:_MOST].lower()
    found = next((code for code, pattern in _IN_WORDS if pattern.search(text)), "")
    if found:
        return f"5.{found}"
    return "4.4.7" if _LATE.search(text) else ""


def _written(text: str) -> str:
    """The first code with a detail, else the first."""
    codes = [found[1] for found in _STATUS.finditer(text)]
    telling = (code for code in codes if not code.endswith(".0.0"))
    return next(telling, next(iter(codes), ""))


def _by_smtp(text: str) -> str:
    """The class from an SMTP reply, the detail from its words (RFC 5321, 4.2)."""
    found = _SMTP.search(text)
    if not found:
        return ""
    said = permanent(text[found.start() : found.start() + 400])
    return f"{found[1]}.{said.partition('.')[2]}" if said.startswith("5") else f"{found[1]}.0.0"
