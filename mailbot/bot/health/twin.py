"""Whether another bot, with a state of its own, writes from the same mailbox."""

import re
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime, timedelta
from email.parser import BytesHeaderParser
from email.utils import parsedate_to_datetime

import structlog

from mailbot.bot.wiring.build import Bot
from mailbot.errors import ChannelDown
from mailbot.ports import Channel
from mailbot.repositories.notes import TWIN

_HOUR = timedelta(hours=1)
_LOOKED_AT = 10
# as `own_message_id` makes them; the key of another state is not ours, so no signature is asked
_OURS = re.compile(r"<?(mailbot\.\S+\.\d+\.[0-9a-f]+@\S+?)>?")

log = structlog.get_logger()


def look_for_a_twin(bot: Bot, channel: Channel, now: datetime) -> None:
    """At start: warn in the log and in `status`; a mailbox that can't be read shows nothing."""
    try:
        folders = channel.folders()
        heads = [head for one in folders for head in channel.newest_heads(one, _LOOKED_AT)]
    except ChannelDown:
        return
    letters = list(
        foreign_letters(heads, bot.state.sent_letters.is_proof, bot.config.desk.address, now)
    )
    bot.state.notes.note_moment(TWIN, now if letters else None)
    if letters:
        log.warning("desk.another_bot", letters=len(letters), mend="stop one of the two bots")


def foreign_letters(
    heads: Sequence[bytes], is_known: Callable[[str], bool], desk: str, now: datetime
) -> Iterator[str]:
    """The ids of letters that a bot sent from this desk within the hour, and not this one."""
    for head in heads:
        mail = BytesHeaderParser().parsebytes(head)
        found = _OURS.fullmatch(str(mail["Message-ID"] or "").strip())
        if found is None or not _is_recent(str(mail["Date"] or ""), now):
            continue
        same_domain = found[1].rpartition("@")[2] == desk.rpartition("@")[2].lower()
        if same_domain and not is_known(found[1]):
            yield found[1]


def _is_recent(date: str, now: datetime) -> bool:
    try:
        at = parsedate_to_datetime(date)
    except (ValueError, TypeError):
        return False
    return abs(now - (at if at.tzinfo else at.replace(tzinfo=UTC))) <= _HOUR
