"""The command `mailbot`: everything a person can ask of the bot in a terminal."""

import sys

from rich.console import Console

from mailbot.cli.app import app
from mailbot.errors import MailbotError


def main() -> None:
    """Run one command; an error we know by name is one line, not a traceback."""
    try:
        app()
    except MailbotError as error:
        Console(stderr=True).print(str(error), style="red", markup=False, highlight=False)
        sys.exit(1)


if __name__ == "__main__":
    main()
