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

_Result = tuple[str, str, dict[str, str]]


def trust(authentication_results: Sequence[str], sender: Address, authserv_id: str) -> Trust:
    """What the topmost stamp of ``authserv_id`` says; a From that is not plain fails."""
    if not _PLAIN.fullmatch(sender.email):
        return Trust.FAIL
    stamp = _stamp(authentication_results, authserv_id.strip().lower())
    dmarc = [(value, facts) for method, value, facts in stamp if method == "dmarc"]
    if any(value == "fail" for value, _ in dmarc):
        return Trust.FAIL
    if any(_vouches(value, facts, "header.from", sender.domain) for value, facts in dmarc):
        return Trust.PASS
    signed = [
        True
        for method, value, facts in stamp
        if method == "dkim" and _signs(value, facts, sender.domain)
    ]
    return Trust.PASS if signed else Trust.NONE


def is_aligned(signer: str, domain: str) -> bool:
    """``signer`` is the domain, or an organisation above it (RFC 7489, 3.1)."""
    signer = signer.strip(".").lower()
    if signer == domain:
        return True
    return domain.endswith("." + signer) and not _is_registry(signer)


def _is_registry(domain: str) -> bool:
    labels = domain.split(".")
    if len(labels) < _SHORTEST:
        return True
    return len(labels) == _SHORTEST and len(labels[1]) == _SHORTEST and labels[0] in _SECOND_LEVEL


def _vouches(value: str, facts: dict[str, str], key: str, domain: str) -> bool:
    named = facts.get(key, "")
    return value == "pass" and (not named or is_aligned(named, domain))


def _signs(value: str, facts: dict[str, str], domain: str) -> bool:
    signer = facts.get("header.d") or facts.get("header.i", "").rpartition("@")[2]
    return value == "pass" and bool(signer) and is_aligned(signer, domain)


def _stamp(values: Sequence[str], authserv_id: str) -> list[_Result]:
    if not authserv_id:
        return []
    for value in values:
        name, _, rest = _without_comments(value).lower().partition(";")
        if name.split()[:1] == [authserv_id]:
            return [result for part in rest.split(";") for result in _result(part)]
    return []


def _result(part: str) -> list[_Result]:
    found = _RESULT.match(part.strip())
    if not found:
        return []
    facts = {f"{kind}.{name}": value for kind, name, value in _PROPERTY.findall(part)}
    return [(found[1], found[2], facts)]


def _without_comments(value: str) -> str:
    """Comments nest and may hold anything, a forged result included (RFC 5322, 3.2.2)."""
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
    """What stands in quotes is a value, whatever it looks like."""
    return _STRUCTURE.sub("_", piece[1:-1]) if len(piece) > 1 and piece[0] == '"' else piece
