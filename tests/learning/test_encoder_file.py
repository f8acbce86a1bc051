"""The encoder's file: read as real numbers and written back it reads mails as before."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

import numpy as np
import onnx
import pytest

from mailbot.bot.wiring.recogniser import ENCODER, TOKENIZER
from mailbot.errors import ConfigError
from mailbot.learning.encoder_file import Numbers, read_labels, read_weights, write_weights
from mailbot.shipped import MODEL
from mailbot.understanding.intent import Side
from mailbot.understanding.learned.encoder import Encoder
from mailbot.understanding.learned.written import Written

FILE = MODEL / ENCODER
SHIPPED = FILE.read_bytes()
MAILS = (
    Written(Side.CUSTOMER, "回复: 主题", "数据还在压缩，今晚能传完。", "full dump 好了吗？"),
    Written(Side.STAFF, "Crash on start", "Please upload the full log, and close the other case."),
)
REFUSED = r"can't be taught further: {why}; take the one that mailbot ships"


@cache
def weights() -> Mapping[str, Numbers]:
    return read_weights(FILE)


@cache
def again() -> bytes:
    return write_weights(SHIPPED, weights())


def scores(model: bytes) -> Numbers:
    """Scores of both mails (mails x labels)."""
    encoder = Encoder(model, (MODEL / TOKENIZER).read_bytes())
    return np.array([encoder.look(mail)[0].scores for mail in MAILS])


def changed(model: onnx.ModelProto) -> bytes:
    return bytes(model.SerializeToString())


def test_weights_written_back_unchanged_read_mails_as_before() -> None:
    np.testing.assert_allclose(scores(again()), scores(SHIPPED), atol=0.02)


def test_what_is_written_is_what_is_read(tmp_path: Path) -> None:
    taught = {name: array * np.float32(1.5) for name, array in weights().items()}
    (tmp_path / ENCODER).write_bytes(write_weights(SHIPPED, taught))
    read = read_weights(tmp_path / ENCODER)

    assert read.keys() == taught.keys()
    np.testing.assert_array_equal(read.pop("word"), weights()["word"])
    for name, array in read.items():
        by_output = np.abs(taught[name]).max(axis=-1, keepdims=True)
        off = np.abs(array - taught[name])
        assert np.all(off <= (by_output / 250 if name in matrices() else 0)), name


def matrices() -> set[str]:
    layers = {name for name, array in weights().items() if name[:6] == "layers" and array.ndim == 2}
    assert len(layers) == 12 * 6
    return layers


def test_another_bias_of_the_head_gives_other_scores() -> None:
    bias = weights()["head.bias"].copy()
    bias[3] += 2
    before = scores(SHIPPED)
    after = scores(write_weights(SHIPPED, {**weights(), "head.bias": bias}))

    odds = before[:, 3] / (1 - before[:, 3]) * np.exp(2)
    np.testing.assert_allclose(after[:, 3], odds / (1 + odds), atol=0.02)
    np.testing.assert_allclose(np.delete(after, 3, 1), np.delete(before, 3, 1), atol=0.02)


def test_labels_and_all_else_of_the_file_are_kept(tmp_path: Path) -> None:
    (tmp_path / ENCODER).write_bytes(again())
    old, new = (onnx.load_model_from_string(one) for one in (SHIPPED, again()))

    assert read_labels(tmp_path / ENCODER) == read_labels(FILE)
    assert len(read_labels(FILE)) == len(weights()["head.bias"])
    assert new.metadata_props == old.metadata_props
    assert new.graph.node == old.graph.node
    assert new.opset_import == old.opset_import


def test_a_matrix_is_told_by_the_step_that_uses_it_not_by_its_name_or_its_place(
    tmp_path: Path,
) -> None:
    model = onnx.load_model_from_string(SHIPPED)
    tensors = sorted(model.graph.initializer, key=lambda one: one.name[::-1])
    del model.graph.initializer[:]
    model.graph.initializer.extend(tensors)
    (tmp_path / ENCODER).write_bytes(changed(model))

    for name, array in read_weights(tmp_path / ENCODER).items():
        np.testing.assert_array_equal(array, weights()[name])


@pytest.mark.parametrize(
    ("content", "why"), [(b"no model", "it is no ONNX file"), (b"", "it has no layers")]
)
def test_a_file_that_is_no_encoder_is_refused_with_the_mend(
    tmp_path: Path, content: bytes, why: str
) -> None:
    (tmp_path / ENCODER).write_bytes(content)

    with pytest.raises(ConfigError, match=ENCODER + " " + REFUSED.format(why=why)):
        read_weights(tmp_path / ENCODER)
    with pytest.raises(ConfigError, match=REFUSED.format(why=why)):
        write_weights(content, weights())


def test_an_encoder_without_its_labels_is_refused(tmp_path: Path) -> None:
    model = onnx.load_model_from_string(SHIPPED)
    del model.metadata_props[:]
    (tmp_path / ENCODER).write_bytes(changed(model))

    with pytest.raises(ConfigError, match=REFUSED.format(why="it names no labels")):
        read_labels(tmp_path / ENCODER)


def test_an_encoder_that_lacks_a_tensor_is_refused() -> None:
    model = onnx.load_model_from_string(SHIPPED)
    next(one for one in model.graph.initializer if one.name == "n.q").name = "other"

    with pytest.raises(ConfigError, match=REFUSED.format(why="it holds no n.q")):
        write_weights(changed(model), weights())


def test_an_encoder_that_lacks_a_step_is_refused() -> None:
    step = "/layers.3/fo/MatMul_quant"
    model = onnx.load_model_from_string(SHIPPED)
    next(one for one in model.graph.node if one.name == step).name = "other"

    with pytest.raises(ConfigError, match=REFUSED.format(why=f"it has no step {step}")):
        write_weights(changed(model), weights())


def test_weights_of_another_shape_are_refused() -> None:
    short = {**weights(), "head.bias": weights()["head.bias"][:-1]}

    with pytest.raises(ConfigError, match=r"n\.b is \(17,\) there and \(16,\) here"):
        write_weights(SHIPPED, short)
