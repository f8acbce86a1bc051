"""What tells that mails belong together: subjects, quoted lines, and ids that we signed."""

import base64
import binascii
import hmac
import re
import unicodedata
from hashlib import sha256

from mailbot.mail.quote_marks import is_header, is_rule
from mailbot.mail.signature import is_sent_from

_REPLIES = (
    "re", "aw", "sv", "vs", "antw", "odp", "res", "rif", "回复", "回覆", "答复", "答覆", "回信",
)  # fmt: skip
_FORWARDS = (
    "fw", "fwd", "wg", "tr", "rv", "vb", "enc", "doorst", "i", "转发", "轉寄", "轉發", "转寄",
)  # fmt: skip
_MACHINES = ("自动回复", "自動回覆", "automatic reply", "auto reply", "撤回", "recall")
_PREFIX = re.compile(
    rf"({'|'.join((*_REPLIES, *_FORWARDS, *_MACHINES))})"
    r"\s{0,3}(?:[\[(^]\s?\d{1,3}\s?[\])]?)?\s{0,3}:\s*"
)
_TAG = re.compile(r"(?:【[^【】]{0,60}】|\[[^\[\]]{0,60}\])\s*")
_LONGEST_SUBJECT = 1_000

_GREETING = re.compile(
    r"(?:dear|hi|hello|best|kind|many thanks|thanks|thank you|regards|sincerely|yours"
    r"|您好|你好|尊敬的|谢谢|感谢|此致|祝|顺祝|服务电话|电话|手机|地址|邮箱|热线)\b",
    re.IGNORECASE,
)
_CJK = re.compile("[\u3400-\u9fff]")
_FEWEST_CJK = 8
_FEWEST_LETTERS = 20
_LONGEST_LINE = 500
_MOST_LINES = 2_000

_SIGNED_BY = 16
_OWN_ID = re.compile(r"<?mailbot\.([\w.-]{1,80})\.(\d{1,9})\.([0-9a-f]{16})@[^\s<>@]{1,255}>?")
_PLUS = re.compile(r"[^\s@+]{1,64}\+([a-z2-7]{2,80})\.([0-9a-f]{16})@[^\s@]{1,255}", re.IGNORECASE)


def normal_subject(subject: str) -> str:
    """The subject without prefixes and leading tags, case and white space folded."""
    return _stripped(subject)[0]


def has_reply_prefix(subject: str) -> bool:
    """Any of the prefixes says that this answers something."""
    return any(prefix in _REPLIES for prefix in _stripped(subject)[1])


def has_forward_prefix(subject: str) -> bool:
    """The outermost prefix says that this passes something on."""
    return any(prefix in _FORWARDS for prefix in _stripped(subject)[1][:1])


def was_passed_on(subject: str) -> bool:
    """Any of the prefixes says that somebody passed it on before it was answered."""
    return any(prefix in _FORWARDS for prefix in _stripped(subject)[1])


def case_number(subject: str, prefix: str) -> str:
    """The case number a subject bears, like C-12 in ``[Case C-12]``; '' if none."""
    if not prefix:
        return ""
    number = re.compile(
        rf"(?<![A-Za-z0-9-]){re.escape(prefix)}(\d{{1,9}})(?![A-Za-z0-9-])", re.IGNORECASE
    )
    tagged = " ".join(_TAG.findall(subject[:_LONGEST_SUBJECT]))
    found = number.search(tagged) or number.search(subject[:_LONGEST_SUBJECT])
    return f"{prefix}{found[1]}" if found else ""


def quoted_lines(text: str) -> tuple[str, ...]:
    """The lines of a text that are long enough to tell it from any other, normalised."""
    found = (_normal_line(line) for line in text.split("\n", _MOST_LINES)[:_MOST_LINES])
    return tuple(dict.fromkeys(line for line in found if line and _is_telling(line)))


def own_message_id(case_id: str, n: int, key: bytes, domain: str) -> str:
    """The Message-ID of our ``n``-th letter in a case, without brackets."""
    return f"mailbot.{case_id}.{n}.{_signature(key, 'letter', case_id, str(n))}@{domain}"


def read_own_message_id(message_id: str, key: bytes) -> str | None:
    """The case of an id that we signed; None for any other, forged ones included."""
    found = _OWN_ID.fullmatch(message_id.strip())
    if not found:
        return None
    return found[1] if _is_signed(key, found[3], "letter", found[1], found[2]) else None


def plus_address(desk_address: str, case_id: str, key: bytes) -> str:
    """The desk's address for one case; it survives servers that fold case (RFC 5233)."""
    local, _, domain = desk_address.rpartition("@")
    name = base64.b32encode(case_id.encode()).decode().rstrip("=").lower()
    return f"{local}+{name}.{_signature(key, 'address', case_id)}@{domain}"


def read_plus_address(address: str, key: bytes) -> str | None:
    """The case of an address that we made; None for any other."""
    found = _PLUS.fullmatch(address.strip())
    if not found:
        return None
    name = found[1].upper()
    try:
        case_id = base64.b32decode(name + "=" * (-len(name) % 8)).decode()
    except (binascii.Error, UnicodeDecodeError):
        return None
    return case_id if _is_signed(key, found[2].lower(), "address", case_id) else None


def _signature(key: bytes, *what: str) -> str:
    return hmac.new(key, "\0".join(what).encode(), sha256).hexdigest()[:_SIGNED_BY]


def _is_signed(key: bytes, signature: str, *what: str) -> bool:
    return hmac.compare_digest(signature, _signature(key, *what))


def _stripped(subject: str) -> tuple[str, tuple[str, ...]]:
    """The bare subject and its prefixes, outermost first."""
    rest = unicodedata.normalize("NFKC", subject[:_LONGEST_SUBJECT]).casefold().strip()
    prefixes: list[str] = []
    at = 0
    while found := _PREFIX.match(rest, at) or _TAG.match(rest, at):
        if found.re is _PREFIX:
            prefixes.append(found[1])
        at = found.end()
    return " ".join(rest[at:].split()), tuple(prefixes)


def _normal_line(line: str) -> str:
    return " ".join(line[:_LONGEST_LINE].lstrip(" \t\xa0>＞|").split())


def _is_telling(line: str) -> bool:
    cjk = len(_CJK.findall(line))
    if cjk < _FEWEST_CJK and len(line) - cjk < _FEWEST_LETTERS:
        return False
    return not (_GREETING.match(line) or is_header(line) or is_rule(line) or is_sent_from(line))
