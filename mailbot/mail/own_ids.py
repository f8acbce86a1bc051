"""Ids and addresses that we signed, so that an answer finds its case and a forgery does not."""

import base64
import binascii
import hmac
import re
from hashlib import sha256

_SIGNED_BY = 16
_OWN_ID = re.compile(r"<?mailbot\.([\w.-]{1,80})\.(\d{1,9})\.([0-9a-f]{16})@[^\s<>@]{1,255}>?")
_PLUS = re.compile(r"[^\s@+]{1,64}\+([a-z2-7]{2,80})\.([0-9a-f]{16})@[^\s@]{1,255}", re.IGNORECASE)


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
