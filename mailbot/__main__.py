"""The command `mailbot`: everything a person can ask of the bot in a terminal."""

import sys

from rich.console import Console

from mailbot.cli.app import app
from mailbot.cli.hints import with_hint
from mailbot.errors import MailbotError


def main() -> None:
    """Run one command; an error we know by name is one line, not a traceback."""
    try:
        app()
    except MailbotError as error:
        console = Console(stderr=True, highlight=False, soft_wrap=True, markup=False, emoji=False)
        console.print(with_hint(error), style="red")
        sys.exit(1)


if __name__ == "__main__":
    main()
