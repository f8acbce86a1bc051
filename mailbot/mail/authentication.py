"""Whether our own server vouches for the From of a mail (RFC 8601)."""

import re
from collections.abc import Sequence

from mailbot.mail.message import Address, Trust

_PLAIN = re.compile(r"[a-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*@[a-z0-9.-]+")
_TOKEN = re.compile(r'"(?:[^"\\]|\\.)*"|[()]|\\.|[^()"\\]+|["\\]', re.DOTALL)
_STRUCTURE = re.compile(r"[;=\s.\"]")
_RESULT = re.compile(r"([a-z0-9-]+)\s*(?:/\s*\d+\s*)?=\s*([a-z]+)(?![\w-])")
_PROPERTY = re.compile(r'(?<![a-z])([a-z]+)\s*\.\s*([a-z0-9_-]+)\s*=\s*"?([^\s";]+)')
_SECOND_LEVEL = frozenset((
    "com", "co", "net", "org", "gov", "edu", "ac", "or", "ne", "go", "gob", "gouv", "ltd", "plc",
    "me", "mil",
))  # fmt: skip
_SHORTEST = 2
_METHODS = ("dmarc", "dkim", "auth")

_Result = tuple[str, str, dict[str, str]]


def trust(authentication_results: Sequence[str], sender: Address, authserv_id: str) -> Trust:
    """The result of our topmost Authentication-Results; a malformed From fails."""
    if not _PLAIN.fullmatch(sender.email):
        return Trust.FAIL
    stamp = _stamp(authentication_results, authserv_id.strip().lower())
    if any(method == "dmarc" and value == "fail" for method, value, _ in stamp):
        return Trust.FAIL
    vouched = vouched_by(authentication_results, sender, authserv_id)
    return Trust.PASS if vouched else Trust.NONE


def vouched_by(values: Sequence[str], sender: Address, authserv_id: str) -> str:
    """The first method that passed and is aligned with this From, or ''."""
    ours = authserv_id.strip().lower()
    stamp = _stamp(values, ours)
    for wanted in _METHODS:
        for method, value, facts in stamp:
            if method == wanted and value == "pass" and _vouches(method, facts, sender, ours):
                return wanted
    return ""


def stamped_by(value: str) -> str:
    """The authserv-id of an Authentication-Results header, or ''."""
    return next(iter(_without_comments(value).lower().partition(";")[0].split()), "")


def is_aligned(signer: str, domain: str) -> bool:
    """Whether ``signer`` is the domain or a parent in its organisation (RFC 7489, 3.1)."""
    signer = signer.strip(".").lower()
    if signer == domain:
        return True
    return domain.endswith("." + signer) and not _is_registry(signer)


def _is_registry(domain: str) -> bool:
    labels = domain.split(".")
    if len(labels) < _SHORTEST:
        return True
    return len(labels) == _SHORTEST and len(labels[1]) == _SHORTEST and labels[0] in _SECOND_LEVEL


def _vouches(method: str, facts: dict[str, str], sender: Address, authserv_id: str) -> bool:
    if method == "dmarc":
        return _is_named(facts, sender.domain)
    if method == "dkim":
        return _is_signed(facts, sender.domain)
    return _is_logged_in(facts, sender, authserv_id)


def _is_named(facts: dict[str, str], domain: str) -> bool:
    named = facts.get("header.from", "")
    return not named or is_aligned(named, domain)


def _is_signed(facts: dict[str, str], domain: str) -> bool:
    signer = facts.get("header.d") or facts.get("header.i", "").rpartition("@")[2]
    return bool(signer) and is_aligned(signer, domain)


def _is_logged_in(facts: dict[str, str], sender: Address, authserv_id: str) -> bool:
    """Whether the sender logged in with this address (smtp.auth; RFC 8601, 2.7.4).

    A login without a domain is local to our server: elsewhere the name is somebody else's.
    """
    login = facts.get("smtp.auth", "")
    if "@" in login:
        return login == sender.email
    local, _, domain = sender.email.partition("@")
    return bool(login) and login == local and is_aligned(domain, authserv_id)


def _stamp(values: Sequence[str], authserv_id: str) -> list[_Result]:
    if not authserv_id:
        return []
    for value in values:
        rest = _without_comments(value).lower().partition(";")[2]
        if stamped_by(value) == authserv_id:
            return [result for part in rest.split(";") for result in _result(part)]
    return []


def _result(part: str) -> list[_Result]:
    found = _RESULT.match(part.strip())
    if not found:
        return []
    facts = {f"{kind}.{name}": value for kind, name, value in _PROPERTY.findall(part)}
    return [(found[1], found[2], facts)]


def _without_comments(value: str) -> str:
    """Remove comments: they nest and may hold a forged result (RFC 5322, 3.2.2)."""
    out: list[str] = []
    depth = 0
    for piece in _TOKEN.findall(value):
        if piece == "(":
            depth += 1
        elif piece == ")":
            depth = max(0, depth - 1)
        elif not depth:
            out.append(_unquoted(piece))
    return "".join(out)


def _unquoted(piece: str) -> str:
    """Resolve quoted strings: their content is a value, whatever it looks like."""
    return _STRUCTURE.sub("_", piece[1:-1]) if len(piece) > 1 and piece[0] == '"' else piece
