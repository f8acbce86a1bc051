"""A MIME part: its bytes, the parameters of its Content-Type, and its file name."""

import re
import unicodedata
from email.message import Message as Tree

# an emoji reaction (Gmail)
REACTION = "text/vnd.google.email-reaction+json"

_FOLDERS = re.compile(r"[\\/]")
_HIDING = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})
_SPACES = re.compile(r"\s+")
_LONGEST = 255
_KEPT_END = 20


def content(part: Tree) -> bytes:
    """The decoded bytes of a leaf; a broken encoding is decoded as far as possible."""
    try:
        payload = part.get_payload(decode=True)
    except (ValueError, LookupError, AssertionError):
        payload = None
    return payload if isinstance(payload, bytes) else b""


def label_of(part: Tree) -> str:
    """The charset label of a part."""
    return parameter(part, "charset")


def parameter(part: Tree, name: str) -> str:
    """A parameter of the Content-Type, '' if it is missing or unreadable."""
    try:
        value = part.get_param(name, "")
    except (TypeError, ValueError):
        return ""
    return str(value[2] if isinstance(value, tuple) else value or "")


def safe_name(name: str) -> str:
    """The last non-empty component of a path, cut to a sensible length."""
    shown = "".join(char for char in name[:4096] if unicodedata.category(char) not in _HIDING)
    parts = [_SPACES.sub(" ", part).strip() for part in _FOLDERS.split(shown)]
    last = next((part for part in reversed(parts) if part.strip(". ")), "")
    if len(last) <= _LONGEST:
        return last
    return last[: _LONGEST - _KEPT_END - 1] + "…" + last[-_KEPT_END:]
