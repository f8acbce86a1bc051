"""What a look at the desk's set-up finds: all is fine, a warning, or a fault."""

from dataclasses import dataclass
from enum import StrEnum


class Weight(StrEnum):
    """What a finding means."""

    FINE = "fine"
    WARNING = "warning"
    FAULT = "fault"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at, in a sentence that names the thing and the mend.

    ``may_pass``: it is seen in the world outside and may mend itself there, so a bot that begins
    says it and goes on.
    """

    weight: Weight
    text: str
    may_pass: bool = False

    @property
    def is_fault(self) -> bool:
        return self.weight is Weight.FAULT

    @property
    def is_warning(self) -> bool:
        return self.weight is Weight.WARNING


def fine(text: str) -> Finding:
    return Finding(Weight.FINE, text)


def warning(text: str) -> Finding:
    return Finding(Weight.WARNING, text)


def fault(text: str) -> Finding:
    return Finding(Weight.FAULT, text)


def outage(text: str) -> Finding:
    """A fault that the world outside shows."""
    return Finding(Weight.FAULT, text, may_pass=True)
