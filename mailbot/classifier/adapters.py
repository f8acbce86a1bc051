"""What training taught the encoder: low-rank changes of its matrices, a head for each intent."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from mailbot.classifier.weights import Floats
from mailbot.errors import ConfigError

_LABELS, _LAYERS, _LEARNT = "labels", "layers", "learnt"
_HEADS = ("queries", "outputs", "biases", "parts")


@dataclass(frozen=True, slots=True)
class Adapters:
    """``changes`` are pairs (up, down) by the name of a matrix; ``norms`` take the old ones' place.

    For each of ``labels`` a query says which tokens count, an output and a bias what they say;
    ``parts`` are added to the tokens of each part of a mail. ``learnt`` are the keys of the mails
    that all this was learnt from.
    """

    labels: tuple[str, ...]
    layers: int
    changes: Mapping[str, tuple[Floats, Floats]]
    norms: Mapping[str, Floats]
    queries: Floats
    outputs: Floats
    biases: Floats
    parts: Floats
    learnt: frozenset[str] = frozenset()

    def change(self, name: str) -> Floats | float:
        """What is added to the matrix of that name: (outputs, inputs)."""
        if name not in self.changes:
            return 0.0
        up, down = self.changes[name]
        return np.asarray(up @ down, np.float32)

    def save(self, path: Path) -> None:
        """In half precision: a quarter per cent of what is learnt lies below it."""
        arrays: dict[str, Any] = {
            _LABELS: np.array(self.labels),
            _LAYERS: np.array(self.layers),
            _LEARNT: np.array(sorted(self.learnt), dtype="U16"),
            **{name: getattr(self, name).astype(np.float16) for name in _HEADS},
            **{f"norm:{name}": one.astype(np.float16) for name, one in self.norms.items()},
        }
        for name, (up, down) in self.changes.items():
            arrays[f"up:{name}"] = up.astype(np.float16)
            arrays[f"down:{name}"] = down.astype(np.float16)
        np.savez_compressed(path, **arrays)

    @classmethod
    def read(cls, path: Path) -> "Adapters":
        """Raises ConfigError where the file is missing."""
        if not path.exists():
            raise ConfigError(f"{path} is missing: `mailbot train --adapt` writes it")
        with np.load(path, allow_pickle=False) as stored:
            floats = {
                name: stored[name].astype(np.float32)
                for name in stored.files
                if name not in (_LABELS, _LAYERS, _LEARNT)
            }
            labels, layers = tuple(map(str, stored[_LABELS])), int(stored[_LAYERS])
            learnt = frozenset(map(str, stored[_LEARNT]))
        ups = {name.removeprefix("up:"): one for name, one in floats.items() if name[:3] == "up:"}
        return cls(
            labels=labels,
            layers=layers,
            changes={name: (up, floats[f"down:{name}"]) for name, up in ups.items()},
            norms={
                name.removeprefix("norm:"): one
                for name, one in floats.items()
                if name.startswith("norm:")
            },
            **{name: floats[name] for name in _HEADS},
            learnt=learnt,
        )
