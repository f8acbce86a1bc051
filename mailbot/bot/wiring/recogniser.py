"""The learned layer, loaded when it is first asked or beforehand in the background."""

import threading
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from mailbot.shipped import MODEL
from mailbot.understanding.learned.likely import Likely, Recogniser
from mailbot.understanding.learned.written import Written

ENCODER, TOKENIZER = "intents.onnx", "tokenizer.json"
CHARACTERS, WEIGHTS = "characters.npz", "weights.json"
_NEEDED = ("numpy", "onnxruntime", "tokenizers")


class LateRecogniser:
    """A recogniser that costs nothing until it is asked: half a second and 150 MB then.

    ``own`` is the folder of a desk that was taught further (``mailbot train``); what does not lie
    there is what mailbot ships.
    """

    def __init__(self, own: Path | None = None) -> None:
        self._own = own
        self._lock = threading.Lock()
        self._loaded: Recogniser | None = None

    def begin(self) -> None:
        """Load it in the background: who asks meanwhile waits for it."""
        threading.Thread(target=self._ready, name="recogniser", daemon=True).start()

    @property
    def labels(self) -> frozenset[str]:
        return self._ready().labels

    def read(self, written: Written, phrases: Mapping[str, float]) -> Sequence[Likely]:
        return self._ready().read(written, phrases)

    def _ready(self) -> Recogniser:
        with self._lock:
            if self._loaded is None:
                self._loaded = _load(self._own)
            return self._loaded


def read_recogniser(own: Path | None = None) -> LateRecogniser | None:
    """The recogniser of this machine; None where its libraries have no wheel."""
    return None if missing_libraries() else _shared(own)


def missing_libraries() -> tuple[str, ...]:
    """What the learned layer needs and is not installed."""
    return tuple(name for name in _NEEDED if find_spec(name) is None)


@cache
def _shared(own: Path | None) -> LateRecogniser:
    """One a process, however many engines there are."""
    return LateRecogniser(own)


def _load(own: Path | None) -> Recogniser:
    # imported here: commands that read no mail must not wait for these libraries
    from mailbot.understanding.learned.characters import Characters
    from mailbot.understanding.learned.encoder import Encoder
    from mailbot.understanding.learned.layers import Layers
    from mailbot.understanding.learned.learned import Learned
    from mailbot.understanding.learned.weights import Weights

    encoder = Encoder(_file(ENCODER, own), _file(TOKENIZER, own))
    characters = Characters.loaded(_file(CHARACTERS, own))
    return Learned(Layers(encoder, characters), Weights.loaded(_file(WEIGHTS, own)))


def _file(name: str, own: Path | None) -> bytes:
    taught = own / name if own is not None else MODEL / name
    return (taught if taught.exists() else MODEL / name).read_bytes()
