"""Reads a mail by its runs of one to four characters: a linear classifier for each intent.

It knows what words the lessons used, in any language and spelling, and so errs elsewhere than the
encoder does.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from io import BytesIO

import numpy as np
from numpy.typing import NDArray

from mailbot.understanding.intent import Side
from mailbot.understanding.learned.written import Written
from mailbot.understanding.normalise import plain

_LONGEST_RUN = 4
_MOST_READ = 6_000


def runs(text: str) -> Iterator[str]:
    """Every run of one to four characters within a word; a word's edges count as a blank."""
    for word in plain(text[:_MOST_READ]).split():
        edged = f" {word} "
        for size in range(1, _LONGEST_RUN + 1):
            for at in range(max(1, len(edged) - size + 1)):
                yield edged[at : at + size]


@dataclass(frozen=True, slots=True)
class SideModel:
    """The classifiers of one side: its runs, how rare each is, and what it weighs.

    ``weights`` is (runs x labels), ``bias`` and ``labels`` as many as there are labels.
    """

    labels: tuple[str, ...]
    places: Mapping[str, int]
    rarity: NDArray[np.float32]
    weights: NDArray[np.float32]
    bias: NDArray[np.float32]

    def features(self, text: str) -> tuple[NDArray[np.intp], NDArray[np.float32]]:
        """The places of the known runs of ``text``, and their weights (unit length)."""
        counted = Counter(
            place for run in runs(text) if (place := self.places.get(run)) is not None
        )
        at = np.fromiter(counted.keys(), np.intp, len(counted))
        often = np.fromiter(counted.values(), np.float32, len(counted))
        values = (1 + np.log(often)) * self.rarity[at]
        length = float(np.linalg.norm(values)) or 1.0
        return at, (values / length).astype(np.float32)

    def scores(self, text: str) -> dict[str, float]:
        """How likely each label is, 0 to 1."""
        at, values = self.features(text)
        found = values @ self.weights[at] + self.bias
        return dict(zip(self.labels, (1 / (1 + np.exp(-found))).tolist(), strict=True))


@dataclass(frozen=True, slots=True)
class Characters:
    """The classifiers of both sides."""

    sides: Mapping[Side, SideModel]

    def scores(self, written: Written) -> dict[str, float]:
        """How likely each label of its writer's side is, 0 to 1."""
        model = self.sides.get(written.side)
        return model.scores(written.text) if model is not None else {}

    def dumped(self) -> bytes:
        """The classifiers as a file: compressed arrays, weights in half precision."""
        arrays: dict[str, NDArray[np.generic]] = {}
        for side, model in self.sides.items():
            arrays |= {
                f"{side}.labels": np.array(model.labels),
                f"{side}.runs": np.frombuffer("\n".join(model.places).encode(), np.uint8),
                f"{side}.rarity": model.rarity.astype(np.float16),
                f"{side}.weights": model.weights.astype(np.float16),
                f"{side}.bias": model.bias,
            }
        into = BytesIO()
        np.savez_compressed(into, allow_pickle=False, **arrays)
        return into.getvalue()

    @classmethod
    def loaded(cls, file: bytes) -> "Characters":
        """The classifiers out of such a file."""
        with np.load(BytesIO(file), allow_pickle=False) as arrays:
            return cls({side: _side(side, arrays) for side in Side if f"{side}.bias" in arrays})


def _side(side: Side, arrays: Mapping[str, NDArray[np.float32]]) -> SideModel:
    known = arrays[f"{side}.runs"].tobytes().decode().split("\n")
    return SideModel(
        tuple(map(str, arrays[f"{side}.labels"])),
        {run: place for place, run in enumerate(known)},
        arrays[f"{side}.rarity"].astype(np.float32),
        arrays[f"{side}.weights"].astype(np.float32),
        arrays[f"{side}.bias"],
    )
