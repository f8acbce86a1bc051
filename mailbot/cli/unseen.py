"""Which mails a mail refers to that are not among those given before it."""

from dataclasses import dataclass, field, replace

from mailbot.bot.inbound.lookup import Lookup
from mailbot.bot.inbound.read_mail import Sheaf
from mailbot.mail.ids import id_key
from mailbot.understanding.understood import NumberFact

_MOST_SHOWN = 3


@dataclass(slots=True)
class Unseen:
    """Remembers the ids of the mails that went by."""

    lookup: Lookup
    _seen: set[str] = field(default_factory=set)

    def told(self, sheaf: Sheaf) -> Sheaf:
        """The mail with the fact ``never_got``, where it answers mails that did not come."""
        message = sheaf.message
        missing = [one for one in self.lookup.answers(message) if id_key(one) not in self._seen]
        self._seen.update(map(id_key, (message.message_id, *message.other_ids)))
        if not missing:
            return sheaf
        evidence = " ".join(f"<{one}>" for one in missing[:_MOST_SHOWN])
        fact = NumberFact("never_got", len(missing), evidence)
        return replace(sheaf, said=replace(sheaf.said, facts=(*sheaf.said.facts, fact)))
