"""What a part of a mail holds, and what its Content-Type says of it."""

from email.message import Message as Tree


def content(part: Tree) -> bytes:
    """The bytes of a leaf, transfer encoding undone; what is broken counts as far as it goes."""
    try:
        payload = part.get_payload(decode=True)
    except (ValueError, LookupError, AssertionError):
        payload = None
    return payload if isinstance(payload, bytes) else b""


def label_of(part: Tree) -> str:
    """The charset that a part says it is written in."""
    return parameter(part, "charset")


def parameter(part: Tree, name: str) -> str:
    """A parameter of the Content-Type, '' where there is none or none can be read."""
    try:
        value = part.get_param(name, "")
    except (TypeError, ValueError):
        return ""
    return str(value[2] if isinstance(value, tuple) else value or "")
