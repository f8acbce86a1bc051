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
    """One thing that was looked at, in a sentence that names the thing and the mend."""

    weight: Weight
    text: str

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
