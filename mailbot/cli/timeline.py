"""A line of the replay as a person reads it: time, case, who, what."""

from rich.text import Text

from mailbot.cli.lines import Line

_COLOURS = {
    "received": "cyan",
    "letter": "green",
    "account": "magenta",
    "upload": "magenta",
    "status": "yellow",
    "joined": "yellow",
    "quarantined": "red",
    "ignored": "dim",
}
_MODES = {"sent": "leaves", "draft": "waits for a yes", "withdrawn": "is withdrawn"}


def told(line: Line) -> Text:
    """One line of a replay, in words."""
    when = str(line["at"])[:16].replace("T", " ")
    head = f"{when}  {line['case'] or '-':<6} "
    return Text(head + _WORDS[line["what"]](line), _COLOURS[line["what"]])


def _received(line: Line) -> str:
    wants = ", ".join(line["intents"]) or "nothing by name"
    opened = f" ({line['opened']})" if line["opened"] else ""
    return f"{line['role']} wrote {line['file']}{opened}: {wants}"


def _letter(line: Line) -> str:
    because = f": {'; '.join(line['withheld_because'])}" if line["withheld_because"] else ""
    to = ", ".join(line["to"]) or "nobody yet"
    return f"{line['letter']} to {to} {_MODES[line['mode']]}{because}"


def _account(line: Line) -> str:
    return f"account {line['user']} {line['origin']}"


def _upload(line: Line) -> str:
    return f"upload {line['file']}, {line['size']} bytes{'' if line['whole'] else ', cut off'}"


def _status(line: Line) -> str:
    until = f" until {str(line['until'])[:16].replace('T', ' ')}" if line["until"] else ""
    return f"{line['from']} -> {line['to']}{until}: {'; '.join(line['because'])}"


def _joined(line: Line) -> str:
    return f"takes in {line['other']}: {'; '.join(line['because'])}"


def _kept(line: Line) -> str:
    return f"{line['file']} {line['what']}: {'; '.join(line['because'])}"


_WORDS = {
    "received": _received,
    "letter": _letter,
    "account": _account,
    "upload": _upload,
    "status": _status,
    "joined": _joined,
    "quarantined": _kept,
    "ignored": _kept,
}
