"""`mailbot show`: one mail of a case, read as the bot reads it, or one draft, whole."""

from typing import Annotated

import typer

from mailbot.bot.orders import Orders
from mailbot.bot.wiring.build import Bot
from mailbot.cli.drafts import shown
from mailbot.cli.explanation import explanation
from mailbot.cli.options import CONFIG, ConfigFile, desk, out
from mailbot.errors import OrderError, UnreadableMail

Name = Annotated[str, typer.Argument(help="A case (C-12), or a draft of it (C-12/3).")]
Number = Annotated[
    int, typer.Argument(help="A mail, as `mailbot case` numbers it; left out: all of the case.")
]


def show(name: Name, mail: Number = 0, config: ConfigFile = CONFIG) -> None:
    """Show the mails of a case with their text, one of them, or one draft; secrets as seals."""
    with desk(config) as bot:
        if "/" in name:
            out.print(shown(*Orders(bot.engine).draft(name)))
            return
        case = Orders(bot.engine).case(name)
        kept = [one.id for one in bot.state.filed_mails.mails_of(case.id)]
        if mail and mail not in kept:
            listed = ", ".join(map(str, kept)) or "none"
            raise OrderError(f"{case.id} has no mail {mail}; its mails are: {listed}")
        for mail_id in [mail] if mail else kept:
            _show_mail(bot, mail_id)


def _show_mail(bot: Bot, mail_id: int) -> None:
    """Read anew from the raw mail: what is shown is what the bot goes by."""
    stored = bot.state.mails.stored(mail_id)
    try:
        sheaf = bot.engine.mailroom.read(stored)
    except UnreadableMail as error:
        out.print(f"mail {mail_id}: {error}", style="red")
        return
    out.print(explanation(f"mail {mail_id}", sheaf, bot.rules.calendar.zone))
