"""The files that some letters carry, such as the tool that customers run."""

from dataclasses import dataclass

from mailbot.repositories.outbox import OutboxRow


@dataclass(frozen=True, slots=True)
class Attachments:
    """Files some letters carry: by letter name, ready to be attached."""

    by_letter: dict[str, tuple[tuple[str, str, bytes], ...]]

    def of(self, row: OutboxRow) -> tuple[tuple[str, str, bytes], ...]:
        """What goes with this letter: only what its text speaks of."""
        files = (one for letter in row.letters for one in self.by_letter.get(letter, ()))
        return tuple(one for one in files if one[0] in row.text)
