"""What a mail of one of ours does beside its case: it shows where they are, and may order."""

from mailbot.bot.engine import Engine
from mailbot.bot.happenings import Happening
from mailbot.bot.inbound.read_mail import Sheaf
from mailbot.bot.inbound.sighting import sight
from mailbot.bot.mailed.mailed_order import obey
from mailbot.repositories.mails import StoredMail


def heed(engine: Engine, stored: StoredMail, sheaf: Sheaf, happened: list[Happening]) -> bool:
    """Keep who is away or back, then obey; False where the mail orders nothing."""
    sight(engine, sheaf)
    return obey(engine, stored, sheaf, happened)
