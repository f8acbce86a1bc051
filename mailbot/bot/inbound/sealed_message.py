"""A message with a seal in the place of every secret."""

import re

from mailbot.mail.message import Message
from mailbot.ports import Seals
from mailbot.understanding.secrets.sealing import sealed, secrets

_SEAL = re.compile(r"\[sealed:[0-9a-f]{8}\]", re.IGNORECASE)
_NO_SEAL = "[sealed]"
# zero-width characters could hide a password from the sealing patterns
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]")


def sealed_message(message: Message, seals: Seals) -> Message:
    """The passwords it spells out and the access codes of its links, sealed everywhere in it."""
    # strip look-alike seals the sender typed: `unseal` would replace them with a stored secret
    message = message.rewritten(_without_seals)
    spelled = secrets("\n".join(_written_in(message)))
    codes = (one.code for one in message.links if one.code)
    found = tuple(dict.fromkeys((*spelled, *codes)))
    if not found:
        return message
    by_secret = {secret: seals.seal(secret) for secret in found}
    return message.rewritten(lambda text: sealed(text, by_secret))


def _without_seals(text: str) -> str:
    return _SEAL.sub(_NO_SEAL, _INVISIBLE.sub("", text))


def _written_in(message: Message) -> tuple[str, ...]:
    """Every text of the mail in which a secret may stand: all that `rewritten` changes."""
    written: list[str] = []

    def keep(text: str) -> str:
        written.append(text)
        return text

    message.rewritten(keep)
    return tuple(dict.fromkeys(written))
