"""format=flowed undone: paragraphs as they were written (RFC 3676)."""

_SIGNATURE = "-- "


def unflowed(text: str, *, delsp: bool) -> str:
    """Soft line breaks undone: a line that ends with a space goes on in the next.

    A paragraph ends where the depth of the quote changes, and before a signature (4.3, 4.5).
    """
    out: list[str] = []
    held: list[str] = []
    held_depth = -1
    for raw in text.split("\n"):
        depth, line = _unstuffed(raw)
        if held and (depth != held_depth or line == _SIGNATURE):
            out.append("".join(held))
            held = []
        if not held:
            held.append(_marks(depth, line))
        held_depth = depth
        if line.endswith(" ") and line != _SIGNATURE:
            held.append(line[:-1] if delsp else line)
        else:
            out.append("".join([*held, line]))
            held = []
    return "\n".join([*out, "".join(held)] if held else out)


def _unstuffed(raw: str) -> tuple[int, str]:
    """How deep a line is quoted, and what it says without its stuffing (4.4)."""
    bare = raw.lstrip(">")
    return len(raw) - len(bare), bare.removeprefix(" ")


def _marks(depth: int, line: str) -> str:
    if depth:
        return ">" * depth + " "
    # a stuffed ">" is one that somebody wrote: without its space it would be read as a quote
    return " " if line.startswith(">") else ""
