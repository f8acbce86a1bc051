"""A desk to which made mails come one by one, over the real intake, store and outbox."""

from datetime import datetime
from email import message_from_bytes

from mailbot.bot.happenings import Received
from mailbot.ports import Arrival, Position
from tests.stories.story import Story


class MadeDesk:
    """Counts nothing: says into which case a mail went."""

    def __init__(self, start: datetime) -> None:
        self._story = Story(start=start)

    @property
    def now(self) -> datetime:
        return self._story.now

    def receive(self, raw: bytes, at: datetime) -> str:
        """The case into which the mail went as it came; '' where it went into none."""
        story = self._story
        story.clock.set(max(at, story.now))
        story.arrivals.append(
            Arrival(Position("past", 1, len(story.arrivals) + 1), raw, story.now, "made.eml")
        )
        before = len(story.happened)
        story.run()
        cases = [one.case for one in story.happened[before:] if isinstance(one, Received)]
        return cases[-1] if cases else ""

    def current(self, case_id: str) -> str:
        """The case that lives on, after later mails joined two."""
        return self._story.engine.state.merges.current(case_id)

    def letter_to(self, email: str, case_id: str) -> tuple[str, str]:
        """Message-ID and text of our last letter to somebody in a case; '' where there is none."""
        for sent in reversed(self._story.channel.sent):
            if email in sent.recipients and f".{case_id}." in sent.message_id:
                body = message_from_bytes(sent.raw).get_payload(decode=True)
                text = body.decode() if isinstance(body, bytes) else ""
                return sent.message_id.strip("<>"), text
        return "", ""
