"""What every letter says of the desk itself: its name, hotline, server and promises."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from mailbot.desk.case.rulebook import Server


@dataclass(frozen=True, slots=True)
class Letterhead:
    """The desk as its letters show it; what is '' is left out of them.

    ``names`` gives the names of engineers by address; ``tool_file`` is attached to the upload
    instructions; ``reminders`` is how many there are at most. ``spoken`` are the same in languages
    that say some of it differently.
    """

    desk: str
    server: Server
    hotline: str = ""
    hotline_hours: str = ""
    privacy_days: int = 30
    readers: str = ""
    contains: str = ""
    tool_file: str = ""
    tool_minutes: int = 3
    reminders: int = 3
    names: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    spoken: Mapping[str, "Letterhead"] = field(default_factory=lambda: MappingProxyType({}))

    def in_language(self, lang: str) -> "Letterhead":
        """The desk as it calls itself in that language."""
        return self.spoken.get(lang, self)
