"""The picture of `make demo` in the README: its opening and first day, as a terminal shows them."""

import html
import re
from io import StringIO
from pathlib import Path

from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

from mailbot.demo.play import play
from mailbot.demo.screen import WIDTH

FILE = Path(__file__).parents[2] / "docs" / "pictures" / "demo.svg"
# the letter that closes the first chapter ends here
LAST = "the password is shown only to him"


def main() -> None:
    """Play the demo, and draw what it showed first."""
    whole = Console(record=True, width=WIDTH, file=StringIO())
    if play(keep=False, pace=0, console=whole):
        raise SystemExit(whole.export_text())
    lines = whole.export_text(styles=True).splitlines()
    end = next(number for number, line in enumerate(lines) if LAST in line)
    first = Console(record=True, width=WIDTH, file=StringIO())
    first.print(Text.from_ansi("\n".join(lines[: end + 1])))
    # no font from another site: a reader's own does
    drawn = re.sub(r"@font-face \{.*?\}", "", first.export_svg(title="make demo"), flags=re.DOTALL)
    drawn = re.sub(r'textLength="([\d.]+)"([^>]*>)([^<]*)<', _as_wide_as_shown, drawn)
    FILE.write_text(re.sub(r"[ \t]+$", "", drawn, flags=re.MULTILINE), encoding="utf-8")


def _as_wide_as_shown(text: re.Match[str]) -> str:
    """Rich counts a Chinese character as one column, and it takes two."""
    shown = html.unescape(text[3])
    length = float(text[1]) * cell_len(shown) / len(shown)
    return f'textLength="{length:g}"{text[2]}{text[3]}<'


if __name__ == "__main__":
    main()
