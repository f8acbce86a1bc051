"""The text of an RTF body, compressed as Outlook does it (MS-OXRTFCP) or plain."""

from dataclasses import dataclass

from compressed_rtf import decompress  # type: ignore[import-untyped]
from striprtf.striprtf import rtf_to_text

_RTF = b"{\\rtf"
# LZFu expands at most ninefold
_LONGEST_PACKED = 64 << 10
_LONGEST = 512 << 10


@dataclass(frozen=True, slots=True)
class RtfText:
    """What a reader sees of it, and by which error it could not be read."""

    text: str = ""
    defects: tuple[str, ...] = ()


def rtf_text(raw: bytes) -> RtfText:
    """Without text where it is broken or too long to be a letter."""
    try:
        return RtfText(_read(raw))
    except Exception as error:  # it is a library's word against any bytes that somebody sent
        return RtfText(defects=(f"rtf: {type(error).__name__}",))


def _read(raw: bytes) -> str:
    if not raw.startswith(_RTF):
        raw = _unpacked(raw)
    if not raw.startswith(_RTF) or len(raw) > _LONGEST:
        return ""
    text = rtf_to_text(  # type: ignore[no-untyped-call]
        raw.decode("latin-1"), errors="replace"
    )
    return str(text).replace("\x00", "").strip()


def _unpacked(raw: bytes) -> bytes:
    if not 0 < len(raw) <= _LONGEST_PACKED:
        return b""
    # its end mark may be cut off where the length counts it
    return bytes(decompress(raw + b"\0"))
