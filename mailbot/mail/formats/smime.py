"""Opaque S/MIME parts: extracts the signed content (RFC 8551, 3.5)."""

from dataclasses import dataclass

from asn1crypto import cms  # type: ignore[import-untyped]

from mailbot.mail.message import Protection

_TYPES = ("application/pkcs7-mime", "application/x-pkcs7-mime")
_NAMES = (".p7m", ".p7z")
_LONGEST = 4 << 20
_SEALED = ("enveloped_data", "authenticated_enveloped_data", "signed_and_enveloped_data")


@dataclass(frozen=True, slots=True)
class Block:
    """How the block shields a mail, and the mail itself where it can be read; else the error."""

    protection: Protection = Protection.NONE
    content: bytes = b""
    defects: tuple[str, ...] = ()


def is_block(media_type: str, name: str) -> bool:
    """Whether it is S/MIME, by type, or by name if a gateway lost the type (RFC 8551, 3.2.1)."""
    return media_type in _TYPES or name.lower().endswith(_NAMES)


def opened(raw: bytes) -> Block:
    """The content; empty if it is broken or holds only certificates."""
    if not 0 < len(raw) <= _LONGEST:
        return Block()
    try:
        return _opened(raw)
    except Exception as error:  # it is a library's word against any bytes that somebody sent
        return Block(defects=(f"smime: {type(error).__name__}",))


def _opened(raw: bytes) -> Block:
    holder = cms.ContentInfo.load(raw)
    kind = holder["content_type"].native
    if kind in _SEALED:
        return Block(Protection.ENCRYPTED)
    inner = holder["content"]["encap_content_info"]["content"] if kind == "signed_data" else None
    found = inner.native if inner is not None else None
    return Block(Protection.SIGNED, found) if isinstance(found, bytes) and found else Block()
