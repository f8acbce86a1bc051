"""Items: what customers are asked for, their names, and how they are found and collected."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class Item:
    """Something that can be asked for: its names, how it is recognised, how it is collected.

    ``title`` and ``how`` by language; ``patterns`` find it in a sentence; ``files`` is a
    regular expression over file names that may be it; ``recurs``: it exists only once the
    problem has come back; ``kinds`` are the more exact items its name may stand for;
    ``pasted``: a picture in the text of a mail is one; ``whole_memory``: the first bytes of a
    file tell whether it is one, a complete memory dump.
    """

    name: str
    title: Mapping[str, str]
    patterns: tuple[str, ...]
    how: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    files: str = ""
    recurs: bool = False
    kinds: tuple[str, ...] = ()
    pasted: bool = False
    whole_memory: bool = False
