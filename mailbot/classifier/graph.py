"""The encoder as one ONNX graph: weights, what training added, and the heads, in eight bits."""

from collections.abc import Sequence
from typing import Any

import numpy as np
import numpy.typing as npt
from onnx import NodeProto, TensorProto, helper, numpy_helper

from mailbot.classifier.adapters import Adapters
from mailbot.classifier.weights import Floats, Weights

WORDS, PARTS, LOGITS, LOOKS = "words", "parts", "logits", "looks"

_OPSET, _IR = 17, 8
_FEED = 4
# seven bits of the eight: processors without VNNI add two products in sixteen bits
_LARGEST = 63


def graph(weights: Weights, adapters: Adapters) -> bytes:
    """The model, serialized.

    In: ``words`` (tokens, width), ``parts`` (tokens). Out: ``logits`` (labels), and ``looks``
    (labels, tokens): how much each label looks at each token.
    """
    return _Builder(weights, adapters).model()


class _Builder:
    def __init__(self, weights: Weights, adapters: Adapters) -> None:
        self._weights, self._adapters = weights, adapters
        self._width, self._heads = weights.shape.width, weights.shape.heads
        self._nodes: list[NodeProto] = []
        self._constants: list[TensorProto] = []

    def model(self) -> bytes:
        x = self._embedded()
        for number in range(self._adapters.layers):
            x = self._layer(f"l{number}", x)
        self._head(x)
        body = helper.make_graph(
            self._nodes,
            "intents",
            [
                helper.make_tensor_value_info(WORDS, TensorProto.FLOAT, ["tokens", self._width]),
                helper.make_tensor_value_info(PARTS, TensorProto.INT64, ["tokens"]),
            ],
            [
                helper.make_tensor_value_info(LOGITS, TensorProto.FLOAT, ["labels"]),
                helper.make_tensor_value_info(LOOKS, TensorProto.FLOAT, ["labels", "tokens"]),
            ],
            self._constants,
        )
        opset = helper.make_opsetid("", _OPSET)
        model = helper.make_model(body, opset_imports=[opset], ir_version=_IR)
        return bytes(model.SerializeToString())

    def _embedded(self) -> str:
        """A word, its place in the row, and its part of the mail."""
        places = self._weights.vector("emb.pos").reshape(-1, self._width)
        places = places + self._weights.vector("emb.type")[: self._width]
        count = self._node("Shape", [PARTS])
        start, axis = self._constant("start", np.array([0])), self._constant("axis", np.array([0]))
        table = self._constant("places", places.astype(np.float32))
        placed = self._node("Slice", [table, start, count, axis])
        part = self._node("Gather", [self._constant("part", self._adapters.parts), PARTS])
        return self._norm("emb.ln", self._added(self._added(WORDS, placed), part))

    def _layer(self, name: str, x: str) -> str:
        seen = self._linear(f"{name}.ao", self._width, self._attention(name, x))
        x = self._norm(f"{name}.aln", self._added(x, seen))
        wide = self._gelu(self._linear(f"{name}.fi", self._width, x))
        thought = self._linear(f"{name}.fo", _FEED * self._width, wide)
        return self._norm(f"{name}.oln", self._added(x, thought))

    def _attention(self, name: str, x: str) -> str:
        each = self._width // self._heads
        split = self._constant("split", np.array([-1, self._heads, each]))
        joined = self._constant("joined", np.array([-1, self._width]))
        query, key, value = (
            self._node("Reshape", [self._linear(f"{name}.{one}", self._width, x), split])
            for one in "qkv"
        )
        query = self._node("Transpose", [query], perm=[1, 0, 2])
        key = self._node("Transpose", [key], perm=[1, 2, 0])
        value = self._node("Transpose", [value], perm=[1, 0, 2])
        scale = self._constant("scale", np.array(each**-0.5, np.float32))
        scores = self._node("Mul", [self._node("MatMul", [query, key]), scale])
        seen = self._node("MatMul", [self._node("Softmax", [scores], axis=-1), value])
        return self._node("Reshape", [self._node("Transpose", [seen], perm=[1, 0, 2]), joined])

    def _head(self, x: str) -> None:
        heads = self._adapters
        tokens = self._node("Transpose", [x], perm=[1, 0])
        scores = self._node("MatMul", [self._constant("queries", heads.queries), tokens])
        self._nodes.append(helper.make_node("Softmax", [scores], [LOOKS], axis=-1))
        pooled = self._node("MatMul", [LOOKS, x])
        said = self._node("Mul", [pooled, self._constant("outputs", heads.outputs)])
        axis = self._constant("last", np.array([1]))
        summed = self._node("ReduceSum", [said, axis], keepdims=0)
        biases = self._constant("biases", heads.biases)
        self._nodes.append(helper.make_node("Add", [summed, biases], [LOGITS]))

    def _linear(self, name: str, inputs: int, x: str) -> str:
        """``x`` times a matrix in whole numbers; ``x`` is rounded row for row as it comes."""
        weight = self._weights.matrix(f"{name}.w", inputs) + self._adapters.change(name)
        scale = np.abs(weight).max(axis=1) / _LARGEST
        whole = np.rint(weight / scale[:, None]).astype(np.int8).T
        rounded, step, zero = (f"{name}.{one}" for one in ("rounded", "step", "zero"))
        self._nodes.append(helper.make_node("DynamicQuantizeLinear", [x], [rounded, step, zero]))
        product = self._node(
            "MatMulInteger", [rounded, self._constant(f"{name}.whole", whole), zero]
        )
        scales = self._constant(f"{name}.scale", scale.astype(np.float32))
        unit = self._node("Mul", [step, scales])
        real = self._node("Mul", [self._node("Cast", [product], to=TensorProto.FLOAT), unit])
        bias = self._constant(f"{name}.bias", self._weights.vector(f"{name}.b"))
        return self._added(real, bias)

    def _norm(self, name: str, x: str) -> str:
        scale, shift = (
            self._constant(f"{name}.{one}", self._adapters.norms[f"{name}.{one}"]) for one in "wb"
        )
        epsilon = self._weights.shape.epsilon
        return self._node("LayerNormalization", [x, scale, shift], axis=-1, epsilon=epsilon)

    def _gelu(self, x: str) -> str:
        root, one, half = (
            self._constant(name, np.array(value, np.float32))
            for name, value in (("root", 2**0.5), ("one", 1.0), ("half", 0.5))
        )
        erf = self._node("Erf", [self._node("Div", [x, root])])
        return self._node("Mul", [self._node("Mul", [x, self._added(erf, one)]), half])

    def _added(self, one: str, other: str) -> str:
        return self._node("Add", [one, other])

    def _node(self, kind: str, inputs: Sequence[str], **attributes: Any) -> str:
        output = f"n{len(self._nodes)}"
        self._nodes.append(helper.make_node(kind, list(inputs), [output], **attributes))
        return output

    def _constant(self, name: str, value: npt.NDArray[np.generic] | Floats) -> str:
        if all(one.name != name for one in self._constants):
            self._constants.append(numpy_helper.from_array(np.ascontiguousarray(value), name))
        return name
