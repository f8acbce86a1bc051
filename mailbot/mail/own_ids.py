"""Ids that we signed, so that an answer finds its case and a forgery does not."""

import hmac
import re
from hashlib import sha256

_SIGNED_BY = 16
_OWN_ID = re.compile(r"<?mailbot\.([\w.-]{1,80})\.(\d{1,9})\.([0-9a-f]{16})@[^\s<>@]{1,255}>?")


def own_message_id(case_id: str, n: int, key: bytes, domain: str) -> str:
    """The Message-ID of our ``n``-th letter in a case, without brackets."""
    return f"mailbot.{case_id}.{n}.{_signature(key, 'letter', case_id, str(n))}@{domain}"


def read_own_message_id(message_id: str, key: bytes) -> str | None:
    """The case of an id that we signed; None for any other, forged ones included."""
    found = _OWN_ID.fullmatch(message_id.strip())
    if not found:
        return None
    return found[1] if _is_signed(key, found[3], "letter", found[1], found[2]) else None


def own_draft_id(draft_id: str, key: bytes, domain: str) -> str:
    """The Message-ID of a draft of ours in the Drafts folder: it names the draft, as C-7/2."""
    case_id, _, n = draft_id.rpartition("/")
    return f"mailbot.{case_id}.{n}.{_signature(key, 'draft', case_id, n)}@{domain}"


def read_own_draft_id(message_id: str, key: bytes) -> str | None:
    """The draft that an id of our signing names; None for any other."""
    found = _OWN_ID.fullmatch(message_id.strip())
    if not found or not _is_signed(key, found[3], "draft", found[1], found[2]):
        return None
    return f"{found[1]}/{found[2]}"


def _signature(key: bytes, *what: str) -> str:
    return hmac.new(key, "\0".join(what).encode(), sha256).hexdigest()[:_SIGNED_BY]


def _is_signed(key: bytes, signature: str, *what: str) -> bool:
    return hmac.compare_digest(signature, _signature(key, *what))
