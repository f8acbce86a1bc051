"""The text of an RTF body, compressed as Outlook does it (MS-OXRTFCP) or plain."""

from compressed_rtf import decompress  # type: ignore[import-untyped]
from striprtf.striprtf import rtf_to_text

_RTF = b"{\\rtf"
# a byte of it becomes nine at most
_LONGEST_PACKED = 64 << 10
_LONGEST = 512 << 10


def rtf_text(raw: bytes) -> str:
    """What a reader sees of it; '' where it is broken or too long to be a letter."""
    if not raw.startswith(_RTF):
        raw = _unpacked(raw)
    if not raw.startswith(_RTF) or len(raw) > _LONGEST:
        return ""
    try:
        text = rtf_to_text(  # type: ignore[no-untyped-call]
            raw.decode("latin-1"), errors="replace"
        )
    except Exception:  # it is a library's word against any bytes that somebody sent
        return ""
    return str(text).replace("\x00", "").strip()


def _unpacked(raw: bytes) -> bytes:
    if len(raw) > _LONGEST_PACKED:
        return b""
    try:
        # its end mark may be cut off where the length counts it
        return bytes(decompress(raw + b"\0"))
    except Exception:  # the same
        return b""
