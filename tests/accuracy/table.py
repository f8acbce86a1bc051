"""One line of the table that `make accuracy` prints, and where the corpora lie."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

CORPORA = Path(__file__).parents[3] / "shared" / "corpora"


class NoCorpora(Exception):
    """The public corpora are not on this machine: what needs them can't be measured here."""


@dataclass(frozen=True, slots=True)
class Row:
    """What was measured (``what`` on ``on``), our figure, the peers' and what was aimed at.

    ``holds`` is None where nothing was aimed at; ``peers`` maps a library to its figure.
    """

    on: str
    what: str
    ours: str
    aim: str = ""
    holds: bool | None = None
    peers: Mapping[str, str] = field(default_factory=dict)


def corpora() -> Path:
    """The folder of the public corpora. Raises NoCorpora where there is none."""
    if not CORPORA.is_dir():
        raise NoCorpora(f"{CORPORA} is not there")
    return CORPORA


def share(right: int, total: int) -> str:
    """``97.5 % (39 of 40)``."""
    return f"{100 * right / total:.1f} % ({right} of {total})" if total else "nothing to measure"
