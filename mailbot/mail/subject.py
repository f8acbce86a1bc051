"""The subject of a mail: its prefixes, its tags, and the case number in it."""

import re
import unicodedata

_REPLIES = (
    "re", "aw", "sv", "vs", "antw", "odp", "res", "rif", "回复", "回覆", "答复", "答覆", "回信",
)  # fmt: skip
_FORWARDS = (
    "fw", "fwd", "wg", "tr", "rv", "vb", "enc", "doorst", "i", "转发", "轉寄", "轉發", "转寄",
)  # fmt: skip
_MACHINES = ("自动回复", "自動回覆", "automatic reply", "auto reply", "撤回", "recall")
_PREFIX = re.compile(
    rf"({'|'.join((*_REPLIES, *_FORWARDS, *_MACHINES))})"
    r"\s{0,3}(?:[\[(^]\s?\d{1,3}\s?[\])]?)?\s{0,3}:\s*"
)
_TAG = re.compile(r"(?:【[^【】]{0,60}】|\[[^\[\]]{0,60}\])\s*")
_LONGEST_SUBJECT = 1_000


def normal_subject(subject: str) -> str:
    """The subject without prefixes and leading tags, case and white space folded."""
    return _stripped(subject)[0]


def has_reply_prefix(subject: str) -> bool:
    """Whether any prefix marks a reply."""
    return any(prefix in _REPLIES for prefix in _stripped(subject)[1])


def has_forward_prefix(subject: str) -> bool:
    """Whether the outermost prefix marks a forward."""
    return any(prefix in _FORWARDS for prefix in _stripped(subject)[1][:1])


def was_passed_on(subject: str) -> bool:
    """Whether any prefix marks a forward, even below a reply."""
    return any(prefix in _FORWARDS for prefix in _stripped(subject)[1])


def case_number(subject: str, prefix: str) -> str:
    """The case number in a subject, like C-12 in ``[Case C-12]``; '' if none."""
    if not prefix:
        return ""
    number = re.compile(
        rf"(?<![A-Za-z0-9-]){re.escape(prefix)}(\d{{1,9}})(?![A-Za-z0-9-])", re.IGNORECASE
    )
    tagged = " ".join(_TAG.findall(subject[:_LONGEST_SUBJECT]))
    found = number.search(tagged) or number.search(subject[:_LONGEST_SUBJECT])
    return f"{prefix}{found[1]}" if found else ""


def _stripped(subject: str) -> tuple[str, tuple[str, ...]]:
    """The bare subject and its prefixes, outermost first."""
    rest = unicodedata.normalize("NFKC", subject[:_LONGEST_SUBJECT]).casefold().strip()
    prefixes: list[str] = []
    at = 0
    while found := _PREFIX.match(rest, at) or _TAG.match(rest, at):
        if found.re is _PREFIX:
            prefixes.append(found[1])
        at = found.end()
    return " ".join(rest[at:].split()), tuple(prefixes)
