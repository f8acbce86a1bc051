"""Decodes header text: encoded words (RFC 2047), and raw 8-bit."""

import binascii
import re

from mailbot.mail.charset.codec import codec_of
from mailbot.mail.charset.decode import CONTROL, decode, repaired

# encoded text may hold a bare "?" or "=", though it should not, but no other encoded word
_WORD = re.compile(
    r"=\?([^?\s]{1,75})\?([bBqQ])\?((?:[^?=]|\?(?!=)|=(?!\?[^=\s]{1,75}\?[bBqQ]\?))*+)(?:\?=|$)"
)
_ESCAPE = re.compile(rb"=([0-9A-Fa-f]{2})")
FOLD = re.compile(r"[ \t]*[\r\n]+[ \t]*|[ \t]+")


def decode_header(value: str | bytes, fallback: str = "") -> str:
    """The decoded header; raw 8-bit is read by the charset ``fallback``."""
    text = repaired(value, fallback)
    if "=?" in text:
        text = _decoded(text)
        if text.startswith("=?") and text.endswith("?="):  # it was encoded twice
            text = _decoded(text)
    return CONTROL.sub("", FOLD.sub(" ", text)).strip()


def _decoded(value: str) -> str:
    """Decode words; adjacent ones of one charset are joined first: they may split a character."""
    out: list[str] = []
    held, charset, end = b"", "", 0
    for word in _WORD.finditer(value):
        between = value[end : word.start()]
        label = _charset(word[1])
        if label != charset or between.strip() or not end:
            out.append(decode(held, charset))
            held = b""
        if between.strip() or not end:
            out.append(between)
        held += _payload(word[2], word[3])
        charset, end = label, word.end()
    return "".join([*out, decode(held, charset), value[end:]])


def _charset(label: str) -> str:
    """The charset normalised, without a language (RFC 2231, 5)."""
    bare = label.partition("*")[0]
    return codec_of(bare) or bare.lower()


def _payload(encoding: str, data: str) -> bytes:
    raw = data.encode("utf-8", "replace")
    if encoding in "qQ":
        return _ESCAPE.sub(lambda hit: bytes([int(hit[1], 16)]), raw.replace(b"_", b" "))
    for padded in (raw + b"===", raw[:-1] + b"==="):
        try:
            return binascii.a2b_base64(padded)
        except binascii.Error:
            continue
    return raw
