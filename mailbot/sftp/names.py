"""File names as customers' programs send them: made readable, or refused."""

import posixpath
import re
import unicodedata

UPLOAD = "/upload"

_HOSTILE = frozenset({"Cc", "Cs", "Zl", "Zp"})
_DIRECTION = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
# WinSCP, FileZilla, browsers; rclone (eight random characters before .partial)
_TEMPORARY = re.compile(
    r"(?P<name>.+?)(?:\.[0-9a-z]{8}(?=\.partial$))?"
    r"\.(?:filepart|part|partial|tmp|temp|crdownload|uploading|filezilla-tmp[^.]*)$",
    re.IGNORECASE | re.DOTALL,
)
# lftp; rsync (six random characters in mixed case: a date or a word is part of the name)
_HIDDEN = re.compile(r"\.in\.(?P<name>.+?)\.?$", re.DOTALL)
_RSYNC = re.compile(r"\.(?P<name>.+)\.(?=[^.]*[A-Z])(?=[^.]*[a-z])[A-Za-z0-9]{6}$", re.DOTALL)
_FOR_GOOD = re.compile(r"\.te?mp$", re.IGNORECASE)
_PATTERNS = (_TEMPORARY, _HIDDEN, _RSYNC)


class HostileName(ValueError):
    """This name could mislead whoever reads it."""


def readable(path: bytes) -> str:
    """The path as text: UTF-8, else GB18030 as Chinese Windows writes it. Raises HostileName."""
    text = _decoded(path)
    if any(unicodedata.category(sign) in _HOSTILE or sign in _DIRECTION for sign in text):
        raise HostileName("this name contains control characters")
    return text


def in_jail(path: str) -> str:
    """The absolute path inside the case's folder; relative ones start in the upload folder."""
    return "/" + posixpath.normpath(posixpath.join(UPLOAD, path)).lstrip("/")


def final_name(path: str) -> str:
    """The name a file will have once its upload is done."""
    folder, name = posixpath.split(path)
    found = next(filter(None, (one.fullmatch(name) for one in _PATTERNS)), None)
    return posixpath.join(folder, found["name"]) if found else path


def settled_name(path: str) -> str:
    """The name of a file once nobody writes it: some are really named `x.tmp`."""
    return path if _FOR_GOOD.search(path) else final_name(path)


def is_temporary(path: str) -> bool:
    """Whether a program will rename this file once it is whole."""
    return final_name(path) != path


def _decoded(path: bytes) -> str:
    for charset in ("utf-8", "gb18030"):
        try:
            return path.decode(charset)
        except UnicodeDecodeError:
            continue
    raise HostileName("this name is neither UTF-8 nor GB18030")
