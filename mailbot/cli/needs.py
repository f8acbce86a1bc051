"""What the demo needs and a plain installation has not, with the command that mends it."""

import sys
from importlib.metadata import requires
from shlex import join

_EXTRA = "demo"


def without_its_servers(missing: str) -> str:
    """The sentence for a demo that can't be played because `missing` is not installed."""
    command = join([sys.executable, "-m", "pip", "install", *_servers()])
    return (
        f"the demo plays on mail servers of its own, and {missing} is not installed. "
        f"Run: {command}\nIn a clone, `make demo` does it all."
    )


def _servers() -> list[str]:
    """What the demo needs beside mailbot itself, as its own metadata has it."""
    stated = (line.partition(";") for line in requires("mailbot") or ())
    return [what.strip() for what, _, marker in stated if f'"{_EXTRA}"' in marker.replace("'", '"')]
