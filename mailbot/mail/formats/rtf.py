"""The text of an RTF body, compressed as Outlook does it (MS-OXRTFCP) or plain."""

from compressed_rtf import decompress  # type: ignore[import-untyped]
from striprtf.striprtf import rtf_to_text

_RTF = b"{\\rtf"
# LZFu expands at most ninefold
_LONGEST_PACKED = 64 << 10
_LONGEST = 512 << 10


def rtf_text(raw: bytes) -> str:
    """The visible text; '' if the RTF is broken or too long for a mail."""
    if not raw.startswith(_RTF):
        raw = _unpacked(raw)
    if not raw.startswith(_RTF) or len(raw) > _LONGEST:
        return ""
    try:
        text = rtf_to_text(  # type: ignore[no-untyped-call]
            raw.decode("latin-1"), errors="replace"
        )
    except Exception:  # striprtf may raise anything on hostile bytes
        return ""
    return str(text).replace("\x00", "").strip()


def _unpacked(raw: bytes) -> bytes:
    if len(raw) > _LONGEST_PACKED:
        return b""
    try:
        # the end mark may be missing although the length counts it
        return bytes(decompress(raw + b"\0"))
    except Exception:  # compressed_rtf may raise anything on hostile bytes
        return b""
