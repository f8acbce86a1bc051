"""text/enriched (RFC 1896) and text/richtext (RFC 1341) as plain text."""

import re

_TOKEN = re.compile(r"<<|<(/?)([A-Za-z0-9-]{1,60})>|\n+|[^<\n]+|<")
_UNSEEN = frozenset({"param", "comment"})
_RICH = {"nl": "\n", "lt": "<", "np": "\n", "paragraph": "\n", "/paragraph": "\n"}
_QUOTES = "excerpt"


def enriched_text(source: str) -> str:
    """Unwrap text/enriched: a line break is a space, n of them are n - 1; ``<nofill>`` is kept."""
    return _read(source, _Enriched())


def richtext_text(source: str) -> str:
    """Unwrap text/richtext: line breaks are spaces; ``<nl>`` is a line, ``<lt>`` a ``<``."""
    return _read(source, _Rich())


class _Enriched:
    doubled = "<"

    def __init__(self) -> None:
        self.unfilled = 0

    def command(self, name: str, step: int) -> str:
        if name == "nofill":
            self.unfilled = max(0, self.unfilled + step)
        return ""

    def breaks(self, count: int) -> str:
        if self.unfilled:
            return "\n" * count
        return " " if count == 1 else "\n" * (count - 1)


class _Rich:
    doubled = "<<"

    def command(self, name: str, step: int) -> str:
        return _RICH.get(name if step > 0 else f"/{name}", "")

    def breaks(self, count: int) -> str:
        return " "


def _read(source: str, way: _Enriched | _Rich) -> str:
    out: list[str] = []
    hidden = depth = 0
    for token in _TOKEN.finditer(source):
        said, name = token[0], (token[2] or "").lower()
        step = -1 if token[1] else 1
        if name in _UNSEEN:
            hidden = max(0, hidden + step)
        elif hidden:
            continue
        elif name == _QUOTES:
            depth = max(0, depth + step)
            out.append("\n" + "> " * depth)
        else:
            out.append(_said(said, name, step, way).replace("\n", "\n" + "> " * depth))
    return "".join(out)


def _said(said: str, name: str, step: int, way: _Enriched | _Rich) -> str:
    if name:
        return way.command(name, step)
    if said == "<<":
        return way.doubled
    return way.breaks(len(said)) if said.startswith("\n") else said
