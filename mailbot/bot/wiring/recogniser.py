"""The learned layer, loaded when it is first asked or beforehand in the background."""

import os
import threading
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from mailbot.config import Config
from mailbot.ports import Prepared
from mailbot.shipped import MODEL
from mailbot.understanding.learned.likely import Likely, Spoken
from mailbot.understanding.learned.written import Written

if TYPE_CHECKING:
    from mailbot.understanding.learned.layers import Layers
    from mailbot.understanding.learned.learned import Learned
    from mailbot.understanding.learned.likeness import Likeness
    from mailbot.understanding.learned.remembered import Remembered

ENCODER, TOKENIZER = "intents.onnx", "tokenizer.json"
CHARACTERS, WEIGHTS = "characters.npz", "weights.json"
# the folder of a desk's own files, in its state
OWN_MODEL = "model"
_NEEDED = ("numpy", "onnxruntime", "tokenizers")


class LateRecogniser:
    """A recogniser that costs nothing until it is asked: half a second and 150 MB then.

    ``own`` is the folder of a desk that was taught further (``mailbot train``); what does not lie
    there is what mailbot ships.
    """

    def __init__(self, own: Path | None = None) -> None:
        self._own = own
        self._lock = threading.Lock()
        self._loaded: Learned | None = None
        self._comparing = threading.Lock()
        self._likeness: dict[tuple[tuple[str, ...], ...], Likeness] = {}

    def look_ahead(self, mails: Sequence[Written]) -> Iterator[int]:
        """Read these on all cores, for what is asked next; how many are read, as it goes on."""
        yield from self._remembering().look_ahead(mails, os.cpu_count() or 1)

    def likeness(self, prepared: Sequence[Prepared]) -> "Likeness":
        """The prepared answers of a language, ready to be compared with a question.

        The first time that takes a second or two: they are read then.
        """
        from mailbot.understanding.learned.likeness import Likeness, Topic

        asked = tuple(one.questions for one in prepared)
        with self._comparing:
            if asked not in self._likeness:
                topics = [
                    Topic(one.topic, one.questions, f"{one.called} {one.text}") for one in prepared
                ]
                self._likeness[asked] = Likeness(self._ready().layers, topics)
            return self._likeness[asked]

    def begin(self) -> None:
        """Load it in the background: who asks meanwhile waits for it."""
        # no daemon: an interpreter that ends while the libraries load is aborted by them
        threading.Thread(target=self._ready, name="recogniser").start()

    @property
    def labels(self) -> frozenset[str]:
        return self._ready().labels

    def read(self, written: Written, phrases: Mapping[str, Spoken]) -> Sequence[Likely]:
        return self._ready().read(written, phrases)

    def _ready(self) -> "Learned":
        with self._lock:
            if self._loaded is None:
                self._loaded = _load(self._own)
            return self._loaded

    def _remembering(self) -> "Remembered":
        """The encoder, which from now on remembers what it saw."""
        from mailbot.understanding.learned.remembered import Remembered

        ready = self._ready()
        layers = ready.layers
        if not isinstance(layers.encoder, Remembered):
            layers = replace(layers, encoder=Remembered(layers.encoder))
            self._loaded = replace(ready, layers=layers)
        assert isinstance(layers.encoder, Remembered)
        return layers.encoder


def read_recogniser(config: Config, state: Path | None = None) -> LateRecogniser | None:
    """The recogniser of a desk: what it was taught (in its ``state``), else what mailbot ships.

    None where it is switched off, or its libraries have no wheel.
    """
    if not config.understanding.learned or missing_libraries():
        return None
    own = state / OWN_MODEL if state is not None else None
    return _shared(own if own is not None and own.is_dir() else None)


def missing_libraries() -> tuple[str, ...]:
    """What the learned layer needs and is not installed."""
    return tuple(name for name in _NEEDED if find_spec(name) is None)


@cache
def _shared(own: Path | None) -> LateRecogniser:
    """One a process, however many engines there are."""
    return LateRecogniser(own)


def _load(own: Path | None) -> "Learned":
    # imported here: commands that read no mail must not wait for these libraries
    from mailbot.understanding.learned.learned import Learned
    from mailbot.understanding.learned.weights import Weights

    return Learned(load_layers(own), Weights.loaded(_file(WEIGHTS, own)))


def load_layers(own: Path | None = None) -> "Layers":
    """Encoder and characters in use: a desk's own, else those that mailbot ships."""
    from mailbot.understanding.learned.characters import Characters
    from mailbot.understanding.learned.encoder import Encoder
    from mailbot.understanding.learned.layers import Layers

    encoder = Encoder(_file(ENCODER, own), _file(TOKENIZER, own))
    return Layers(encoder, Characters.loaded(_file(CHARACTERS, own)))


def write_model(
    folder: Path, characters: bytes, weights: bytes, encoder: bytes | None = None
) -> None:
    """Put what a desk was taught into its ``folder``, each file whole or not at all."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    files = {CHARACTERS: characters, WEIGHTS: weights}
    if encoder is not None:
        files[ENCODER] = encoder
    for name, content in files.items():
        fresh = folder / f"{name}.new"
        fresh.write_bytes(content)
        fresh.replace(folder / name)


def _file(name: str, own: Path | None) -> bytes:
    taught = own / name if own is not None else MODEL / name
    return (taught if taught.exists() else MODEL / name).read_bytes()
