"""Names of files as a person may see them: no folder, nothing that hides or turns what is shown."""

import re
import unicodedata

_FOLDERS = re.compile(r"[\\/]")
_HIDING = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})
_SPACES = re.compile(r"\s+")
_LONGEST = 255
_KEPT_END = 20


def safe_name(name: str) -> str:
    """The last part of ``name`` that says something; what is longer than a name is cut."""
    shown = "".join(char for char in name[:4096] if unicodedata.category(char) not in _HIDING)
    parts = [_SPACES.sub(" ", part).strip() for part in _FOLDERS.split(shown)]
    last = next((part for part in reversed(parts) if part.strip(". ")), "")
    if len(last) <= _LONGEST:
        return last
    return last[: _LONGEST - _KEPT_END - 1] + "…" + last[-_KEPT_END:]
