"""Turns an error in a TOML text into one line: the file, the line, the key and the mend."""

import re
from collections.abc import Collection
from difflib import get_close_matches

import msgspec

from mailbot.because import Because
from mailbot.reasons import Reason


def complaint(error: str, text: str, name: str, shape: type[msgspec.Struct]) -> str:
    """The error with file, line and mend, from msgspec's message and its JSON path."""
    what, _, where = error.partition(" - at `$")
    key = where.strip("`.")
    unknown = re.search(r"unknown field `([^`]+)`", what)
    missing = re.search(r"missing required field `([^`]+)`", what)
    if unknown is not None:
        key = f"{key}.{unknown[1]}".strip(".")
        mend = _nearest(unknown[1], key, shape)
        return f"{name}:{line_of(text, key)}: unknown key {key}. {mend}"
    if missing is not None:
        key = f"{key}.{missing[1]}".strip(".")
        return f"{name}:{line_of(text, key)}: {key} is missing. Add it."
    if "matching regex" in what:
        # the only pattern of the configuration is that of lengths of time
        what = "write a length of time, as in 30m, 4h, 7d, 2w"
    return f"{name}:{line_of(text, key)}: {key}: {what}"


def _nearest(word: str, key: str, shape: type[msgspec.Struct]) -> str:
    table = key.rpartition(".")[0]
    fields = {field.name: field.type for field in msgspec.structs.fields(shape)}
    if table in fields:
        fields = {field.name: field.type for field in msgspec.structs.fields(fields[table])}
    near = get_close_matches(word, tuple(fields), 1)
    return f"Did you mean {near[0]}?" if near else f"Known here: {', '.join(fields)}."


def unknown_name(kind: str, name: str, known: Collection[str]) -> str:
    """That there is no such thing, and the nearest one that there is."""
    near = get_close_matches(name, tuple(known), 1)
    mend = f"Did you mean {near[0]}?" if near else f"Known: {', '.join(sorted(known))}."
    return f"there is no {kind} {name}. {mend}"


def no_such(name: str, known: Collection[str]) -> Reason:
    """The same as a reason, for readers of either language."""
    near = get_close_matches(name, sorted(known), 1)
    if near:
        return Because.UNKNOWN_NAME_NEAR(name=name, near=near[0])
    return Because.UNKNOWN_NAME(name=name, known=", ".join(sorted(known)))


def line_of(text: str, key: str) -> int:
    """The line on which a dotted key stands in a TOML text, or its table, or 1."""
    *tables, last = key.split(".")
    number, here = 1, ""
    for n, line in enumerate(text.splitlines(), 1):
        header = re.match(r"\s*\[([^\]]+)\]", line)
        here = header[1].strip() if header else here
        if here != ".".join(tables):
            continue
        if header:
            number = n
        elif re.match(rf"\s*[\"']?{re.escape(last)}[\"']?\s*=", line):
            return n
    table = next(
        (n for n, line in enumerate(text.splitlines(), 1) if line.strip() == f"[{key}]"), None
    )
    return table or number
