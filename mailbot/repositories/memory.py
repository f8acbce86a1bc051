"""Where the cases of earlier mails are found again."""

from collections.abc import Mapping, Sequence
from typing import Protocol

from mailbot.desk.filing.belonging import Known


class Memory(Protocol):
    """Where earlier mails are found again; every lookup by an index."""

    def cases_of(self, ids: Sequence[str]) -> Mapping[str, str]:
        """Which of these Message-IDs were seen, and in which case."""

    def cases_awaiting(self, ids: Sequence[str]) -> tuple[str, ...]:
        """The cases in which a mail referred to one of these before it came."""

    def case_of_thread_index(self, thread_index: str) -> str:
        """The case of an Exchange conversation (Thread-Index), or ''."""

    def cases_quoted(self, lines: Sequence[str]) -> Mapping[str, int]:
        """How many of these lines we wrote in each case; lines found in many cases are ignored."""

    def cases_echoed(self, lines: Sequence[str]) -> frozenset[str]:
        """The cases in which a customer wrote one of these lines."""

    def cases_of_subject(self, subject: str) -> list[str]:
        """The cases with this normalised subject, most recent first."""

    def open_cases_of(self, address: str) -> list[str]:
        """The open cases in which this person takes part, most recent first."""

    def known(self, case_ids: Sequence[str]) -> Mapping[str, Known]:
        """What filing needs to know about these cases; unknown ids are left out."""
