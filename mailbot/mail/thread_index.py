"""The Thread-Index, by which Exchange keeps a conversation together."""

import base64
import binascii

# the first 22 bytes name a conversation, each reply appends five (MS-OXOMSG, 2.2.1.3)
_CONVERSATION = 22


def conversation(thread_index: str) -> tuple[str, ...]:
    """The part of a Thread-Index that its conversation shares, if any; padding may be missing."""
    bare = "".join(thread_index.split()).rstrip("=")
    try:
        data = base64.b64decode(bare + "=" * (-len(bare) % 4), validate=True)
    except (binascii.Error, ValueError):
        return ()
    return (data[:_CONVERSATION].hex(),) if len(data) >= _CONVERSATION else ()
