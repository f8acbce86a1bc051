"""`mailbot backup`: a copy of the state to put in its place one day, taken while the bot runs."""

from pathlib import Path
from typing import Annotated

import typer

from mailbot.cli.options import CONFIG, ConfigFile, out, state_folder
from mailbot.config import load_config
from mailbot.store.backup import UPLOADS, Copied, back_up

_MEGABYTE = 1 << 20


def backup(
    folder: Annotated[Path, typer.Argument(help="Where to: empty, or not there yet.")],
    config: ConfigFile = CONFIG,
) -> None:
    """Copy the state (database, keys, what it was taught) to a folder, while the bot runs."""
    state = state_folder(config, load_config(config))
    copied = back_up(state, folder)
    out.print(f"{folder} holds the state as it is now: {', '.join(copied.names)}.")
    out.print("The copy was read back: the database is whole, and the key opens it.")
    out.print(_of_uploads(copied, state / UPLOADS))
    out.print("Whoever has this folder can read every mail in it: keep it as you keep the mailbox.")
    out.print(
        f"To restore: stop the service, put {folder} in the place of {state} (owned by the "
        "service's user), `mailbot check`, and start the service. Mails that came after this "
        "moment are read from the mailbox then, and what answered them by itself leaves once more."
    )


def _of_uploads(copied: Copied, where: Path) -> str:
    if not copied.uploads:
        return "No files of customers lie here."
    count = "1 file" if copied.uploads == 1 else f"{copied.uploads} files"
    size = f"{max(copied.upload_bytes // _MEGABYTE, 1)} MB"
    return f"Not copied: {count} of customers, {size} in {where}; copy that folder yourself."
