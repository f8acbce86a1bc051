"""Reads the encoder's weights out of its file as real numbers, and writes them back into it.

The file is an ONNX graph. Its matrices are whole numbers of eight bits, with a scale for each
output; which tensor holds which matrix is told by the node that multiplies by it.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import onnx
from google.protobuf.message import DecodeError
from numpy.typing import NDArray
from onnx import numpy_helper

from mailbot.errors import ConfigError

Numbers = NDArray[np.float32]

_MATRICES = ("q", "k", "v", "ao", "fi", "fo")
_NORMS = ("aln", "oln")
_KINDS = ("weight", "bias")
_WORDS, _KIND_OF_TEXT = "n.enc.word.weight", "/Add_1"
_HEAD = {"head.query": "n.q", "head.weight": "n.w", "head.bias": "n.b"}
_LARGEST = 127
_LEAST_SCALE = 1e-12


def read_weights(path: Path) -> dict[str, Numbers]:
    """Every weight by its name, matrices as (outputs x inputs). Raises ConfigError.

    ``word`` (words x 384), ``pos`` (512 x 384) and ``typ`` (384) are what a piece of text begins
    as; ``eln.*`` their norm; ``layers.N.*`` the layers; ``head.*`` a query, weights and a bias for
    each label.
    """
    file = _File(path.read_bytes(), str(path))
    plain = {name: file.array(tensor) for name, tensor in file.plain()}
    matrices = {name: file.real(tensor).T for name, tensor in file.matrices()}
    return {"word": file.real(_WORDS), **plain, **matrices}


def read_labels(path: Path) -> tuple[str, ...]:
    """What the encoder scores, in the order of its scores. Raises ConfigError."""
    return _File(path.read_bytes(), str(path)).labels()


def write_weights(model: bytes, weights: Mapping[str, Numbers]) -> bytes:
    """The file ``model`` with these weights; all else of it is kept. Raises ConfigError.

    The word vectors are kept too: they are not taught.
    """
    file = _File(model, "the encoder's file")
    for name, tensor in file.plain():
        file.put(tensor, weights[name].astype(np.float32))
    for name, tensor in file.matrices():
        file.put_real(tensor, weights[name].T)
    return file.dumped()


@dataclass(frozen=True, slots=True)
class _Whole:
    """Real numbers as whole ones: each column of ``values`` times its ``scale``."""

    values: NDArray[np.int8]
    scale: Numbers

    @classmethod
    def of(cls, real: Numbers) -> "_Whole":
        scale = np.maximum(np.abs(real).max(axis=0) / _LARGEST, _LEAST_SCALE).astype(np.float32)
        values = np.clip(np.round(real / scale), -_LARGEST, _LARGEST)
        return cls(values.astype(np.int8), scale)


class _File:
    """The graph, and where its weights lie."""

    def __init__(self, content: bytes, called: str) -> None:
        self._called = called
        try:
            self._model = onnx.load_model_from_string(content)
        except DecodeError as error:
            raise self._refused("it is no ONNX file") from error
        graph = self._model.graph
        self._tensors: dict[str, onnx.TensorProto] = {one.name: one for one in graph.initializer}
        self._operands: dict[str, tuple[str, ...]] = {
            one.name: tuple(one.input) for one in graph.node
        }
        if _multiplies(0, "q") not in self._operands:
            raise self._refused("it has no layers")

    def labels(self) -> tuple[str, ...]:
        for one in self._model.metadata_props:
            if one.key == "labels":
                return tuple(json.loads(one.value))
        raise self._refused("it names no labels")

    def plain(self) -> Iterator[tuple[str, str]]:
        """The weights that are kept as real numbers, and their tensors."""
        yield "pos", "n.enc.pos"
        yield "typ", self._second_operand(_KIND_OF_TEXT)
        yield from _HEAD.items()
        names = [f"eln.{kind}" for kind in _KINDS]
        for layer in self._layers():
            names += [f"layers.{layer}.{one}.bias" for one in _MATRICES]
            names += [f"layers.{layer}.{one}.{kind}" for one in _NORMS for kind in _KINDS]
        yield from ((name, f"n.enc.{name}") for name in names)

    def matrices(self) -> Iterator[tuple[str, str]]:
        """The matrices, and what the names of their tensors begin with."""
        for layer in self._layers():
            for one in _MATRICES:
                tensor = self._second_operand(_multiplies(layer, one))
                yield f"layers.{layer}.{one}.weight", tensor.removesuffix("_quantized")

    def array(self, tensor: str) -> Numbers:
        return np.array(numpy_helper.to_array(self._held(tensor)), np.float32)

    def real(self, tensor: str) -> Numbers:
        """Whole numbers as the real ones they stand for."""
        values, zero, scale = (
            self.array(f"{tensor}_{part}") for part in ("quantized", "zero_point", "scale")
        )
        return ((values - zero) * scale).astype(np.float32)

    def put(self, tensor: str, array: NDArray[np.generic]) -> None:
        held = self._held(tensor)
        if tuple(held.dims) != array.shape:
            raise self._refused(f"{tensor} is {tuple(held.dims)} there and {array.shape} here")
        held.CopyFrom(numpy_helper.from_array(np.ascontiguousarray(array), tensor))

    def put_real(self, tensor: str, real: Numbers) -> None:
        """Real numbers as whole ones, a scale for each column."""
        whole = _Whole.of(real)
        self.put(f"{tensor}_quantized", whole.values)
        self.put(f"{tensor}_scale", whole.scale)
        self.put(f"{tensor}_zero_point", np.zeros(whole.scale.shape, np.int8))

    def dumped(self) -> bytes:
        return bytes(self._model.SerializeToString())

    def _layers(self) -> range:
        return range(sum(_multiplies(n, "q") in self._operands for n in range(len(self._operands))))

    def _held(self, tensor: str) -> onnx.TensorProto:
        if tensor not in self._tensors:
            raise self._refused(f"it holds no {tensor}")
        return self._tensors[tensor]

    def _second_operand(self, node: str) -> str:
        match self._operands.get(node):
            case (_, second, *_):
                return second
        raise self._refused(f"it has no step {node}")

    def _refused(self, why: str) -> ConfigError:
        return ConfigError(
            f"{self._called} can't be taught further: {why}; "
            "take the one that mailbot ships, mailbot/understanding/model/intents.onnx"
        )


def _multiplies(layer: int, matrix: str) -> str:
    """The step of the graph that multiplies by this matrix."""
    return f"/layers.{layer}/{matrix}/MatMul_quant"
