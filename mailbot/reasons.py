"""Reasons: why something is so, as values; `because.py` lists every kind, `refusals.py`
those of orders that can't be done.

English is the language of the code, the log and the commands; `letters/reason_wordings.py` words
each for the readers of letters. A guard and an intent bring their own (`Wording`).
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Reason:
    """A reason: its kind, and by name what stands in the kind's places.

    A kind without parts may be any sentence: what a server said, or what an older version wrote.
    """

    kind: str
    parts: Mapping[str, "Part"] = field(default_factory=dict)

    def __str__(self) -> str:
        """In English, as the log and the commands say it."""
        said = {name: _said(part) for name, part in self.parts.items()}
        return self.kind.format_map(said) if said else self.kind

    def rewritten(self, change: Callable[[str], str]) -> "Reason":
        """The same reason with every word in its places changed."""
        return replace(
            self, parts={name: _changed(one, change) for name, one in self.parts.items()}
        )

    def __hash__(self) -> int:
        return hash((self.kind, tuple(sorted(self.parts))))


@dataclass(frozen=True, slots=True)
class Wording:
    """How one kind of reason is worded in letters; ``en`` is '' where the kind reads well."""

    kind: str
    zh: str
    en: str = ""

    def __call__(self, **parts: "Part | int") -> Reason:
        """The reason of this kind with these parts. Raises TypeError where one has no place."""
        return reason_of(self.kind, parts)


class Kind(StrEnum):
    """Kinds of reasons: each an English sentence with a place in braces for each part."""

    def __call__(self, **parts: "Part | int") -> Reason:
        """The reason of this kind with these parts. Raises TypeError where one has no place."""
        return reason_of(self.value, parts)


Part = str | Reason | tuple[Reason, ...]
_PLACE = re.compile(r"\{(\w+)\}")


def places(kind: str) -> tuple[str, ...]:
    """The names of a kind's places, in the order of the sentence."""
    return tuple(_PLACE.findall(kind))


def reason_of(kind: str, parts: Mapping[str, Part | int]) -> Reason:
    """The reason of this kind with these parts. Raises TypeError where one has no place."""
    if parts.keys() != set(places(kind)):
        raise TypeError(f"{kind!r} has other places than {', '.join(parts) or 'none'}")
    said = {name: str(part) if isinstance(part, int) else part for name, part in parts.items()}
    return Reason(kind, said)


def _changed(part: Part, change: Callable[[str], str]) -> Part:
    if isinstance(part, tuple):
        return tuple(one.rewritten(change) for one in part)
    return change(part) if isinstance(part, str) else part.rewritten(change)


def _said(part: Part) -> str:
    return "; ".join(map(str, part)) if isinstance(part, tuple) else str(part)
