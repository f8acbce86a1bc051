"""Which HTML is laid out as a reader sees it, and which is read by its letters alone."""

import re

_LONGEST = 1 << 20
_MOST_TAGS = 20_000
_MOST_CELLS = 8_000
_MOST_ATTRIBUTES = 500
# a margin of ten thousand lines is laid out as ten thousand lines
_WIDE = re.compile(r"(?i)(?:margin|padding)[a-z-]{0,20}\s{0,9}:[^;\"'<>]{0,100}\d{4}")
_CELL = re.compile(r"(?i)<t[dh]\b")


def is_bearable(source: str) -> bool:
    """Whether laying it out takes no more time and room than a mail is worth."""
    return (
        len(source) <= _LONGEST
        and source.count("<") <= _MOST_TAGS
        and sum(1 for _ in _CELL.finditer(source)) <= _MOST_CELLS
        and _most_attributes(source) <= _MOST_ATTRIBUTES
        and not _WIDE.search(source)
    )


def _most_attributes(source: str) -> int:
    """Of one tag; the parser looks for each among all before it."""
    if source.count("=") <= _MOST_ATTRIBUTES:
        return 0
    return max(tag.count("=") for tag in source.split("<"))
