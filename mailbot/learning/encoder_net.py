"""The encoder as torch computes it: what it reads, what it says, and how far off that is.

It takes the same steps as its file's graph. Its weights are tensors by name, as ``read_weights``
gives them; matrices are (outputs x inputs).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from tokenizers import Tokenizer
from torch import Tensor
from torch.nn import functional

from mailbot.learning.encoder_file import Numbers
from mailbot.learning.lesson import Lesson
from mailbot.understanding.intent import Side
from mailbot.understanding.learned.encoder import (
    ANSWERED,
    AROUND,
    BEGIN,
    END,
    HEAD,
    OURS,
    end_of_stretch,
)
from mailbot.understanding.learned.written import Written

_NO_PIECE = 1
_HEADS = 12
_NEVER_ZERO = 1e-12
_HIDDEN = -1e9
# a label that is not there is meant with the first likelihood, one that is with the second
_WRONG, _RIGHT = 0.01, 0.97
_LABELS_COUNT, _EVIDENCE_COUNTS = 4.0, 0.1
_LEAST_LOOKED = 1e-4


@dataclass(frozen=True, slots=True)
class Batch:
    """Lessons as numbers.

    ``ids`` and ``segments`` are (mails x pieces); ``right`` says which labels a mail has, ``asked``
    which its writer's side may have (mails x labels); ``shown`` which pieces say so (mails x labels
    x pieces).
    """

    ids: Tensor
    segments: Tensor
    right: Tensor
    asked: Tensor
    shown: Tensor


@dataclass(frozen=True, slots=True)
class _Form:
    """One mail as the encoder reads it, and the pieces that are a label's evidence."""

    ids: list[int]
    segments: list[int]
    shown: Mapping[int, list[int]]


@dataclass(frozen=True, slots=True)
class Forms:
    """Makes batches: ``labels`` in the order of the scores, ``sides`` whose each is."""

    tokenizer: Tokenizer
    labels: Sequence[str]
    sides: Mapping[str, Side]

    def whole(self, lessons: Sequence[Lesson]) -> Batch:
        """These lessons, read as a desk reads them."""
        return self.batch([(one, one.written) for one in lessons])

    def batch(self, mails: Sequence[tuple[Lesson, Written]]) -> Batch:
        """These lessons, each read in this form; of a long mail its first stretch."""
        forms = [self._form(lesson, written) for lesson, written in mails]
        size = len(mails), max(len(one.ids) for one in forms)
        ids, segments = np.full(size, _NO_PIECE), np.full(size, AROUND)
        shown = np.zeros((size[0], len(self.labels), size[1]), np.float32)
        for row, form in enumerate(forms):
            ids[row, : len(form.ids)], segments[row, : len(form.ids)] = form.ids, form.segments
            for label, pieces in form.shown.items():
                shown[row, label, pieces] = 1
        right = [[name in lesson.intents for name in self.labels] for lesson, _ in mails]
        asked = [[self.sides[name] is lesson.side for name in self.labels] for lesson, _ in mails]
        return Batch(
            torch.from_numpy(ids),
            torch.from_numpy(segments),
            torch.tensor(right, dtype=torch.float32),
            torch.tensor(asked, dtype=torch.float32),
            torch.from_numpy(shown),
        )

    def _form(self, lesson: Lesson, written: Written) -> _Form:
        head, answered = self._ids(written.head, HEAD), self._ids(written.answered, ANSWERED)
        text = self.tokenizer.encode(written.text, add_special_tokens=False)
        places = np.array(text.offsets, dtype=np.int64).reshape(-1, 2)
        last, first = end_of_stretch(written.text, places, 0), len(head) + 2
        shown = {
            self.labels.index(name): [
                first + piece for piece in _carriers(words, written.text, places[:last])
            ]
            for name, words in lesson.evidence.items()
            if name in self.labels
        }
        return _Form(
            [BEGIN, *head, END, *text.ids[:last], END, *answered, END],
            [AROUND] * first + [OURS] * last + [AROUND] * (len(answered) + 2),
            shown,
        )

    def _ids(self, text: str, most: int) -> list[int]:
        return list(self.tokenizer.encode(text, add_special_tokens=False).ids[:most])


def _carriers(words: str, text: str, places: NDArray[np.int64]) -> list[int]:
    """The pieces that carry ``words``; white space is left out of the comparison."""
    bare = "".join(words.split())
    at = [place for place, character in enumerate(text) if not character.isspace()]
    found = "".join(text[place] for place in at).find(bare)
    if not bare or found < 0:
        return []
    start, end = at[found], at[found + len(bare) - 1] + 1
    return [int(n) for n in np.flatnonzero((places[:, 0] < end) & (places[:, 1] > start))]


@dataclass(frozen=True, slots=True)
class Seen:
    """What the encoder says of some mails.

    ``odds`` (mails x labels) are the logarithms of odds; ``attention`` (mails x labels x pieces)
    sums to one over the pieces that the author wrote.
    """

    odds: Tensor
    attention: Tensor


@dataclass(frozen=True, slots=True)
class EncoderNet:
    """The encoder with these weights."""

    weights: Mapping[str, Tensor]

    @classmethod
    def of(cls, weights: Mapping[str, Numbers]) -> "EncoderNet":
        return cls({name: torch.from_numpy(array.copy()) for name, array in weights.items()})

    def look(self, ids: Tensor, segments: Tensor, dropout: float = 0.0) -> Seen:
        """Read mails: ``ids`` are their pieces, ``segments`` whose they are (mails x pieces each).

        ``dropout`` is the share of numbers that is left out while it is taught.
        """
        real = ids != _NO_PIECE
        vectors = self._begun(ids, dropout)
        for layer in range(self._layers):
            vectors = self._layer(f"layers.{layer}", vectors, real, dropout)
        return self._said(vectors, real, _listened_to(segments, real), dropout)

    @property
    def _layers(self) -> int:
        return sum(name.endswith(".q.weight") for name in self.weights)

    def _begun(self, ids: Tensor, dropout: float) -> Tensor:
        """What each piece begins as: its word, its place, its kind (mails x pieces x 384)."""
        known = self.weights
        begun = known["word"][ids] + known["pos"][: ids.shape[1]] + known["typ"]
        return functional.dropout(self._norm("eln", begun), dropout)

    def _layer(self, name: str, vectors: Tensor, real: Tensor, dropout: float) -> Tensor:
        """One layer over ``vectors`` (mails x pieces x 384); ``real`` (mails x pieces)."""
        queries, keys, values = (
            _split(self._linear(f"{name}.{one}", vectors)) for one in ("q", "k", "v")
        )
        mixed = functional.scaled_dot_product_attention(
            queries, keys, values, attn_mask=real[:, None, None, :], dropout_p=dropout
        )
        around = self._linear(f"{name}.ao", mixed.transpose(1, 2).flatten(2))
        vectors = self._norm(f"{name}.aln", vectors + functional.dropout(around, dropout))
        wide = functional.gelu(self._linear(f"{name}.fi", vectors))
        thought = functional.dropout(self._linear(f"{name}.fo", wide), dropout)
        return self._norm(f"{name}.oln", vectors + thought)

    def _said(self, vectors: Tensor, real: Tensor, heard: Tensor, dropout: float) -> Seen:
        """Each label's query looks at what is ``heard``; beside it stands the mean of all."""
        queried = torch.einsum("mpw,lw->mlp", vectors, self.weights["head.query"])
        attention = queried.masked_fill(~heard[:, None, :], _HIDDEN).softmax(-1)
        found = torch.einsum("mlp,mpw->mlw", attention, vectors)
        mean = (vectors * real[..., None]).sum(1) / real.sum(1, keepdim=True)
        both = torch.cat([found, mean[:, None, :].expand_as(found)], -1)
        weighed = functional.dropout(both, dropout) * self.weights["head.weight"]
        return Seen(weighed.sum(-1) + self.weights["head.bias"], attention)

    def _linear(self, name: str, vectors: Tensor) -> Tensor:
        weight, bias = self.weights[f"{name}.weight"], self.weights[f"{name}.bias"]
        return functional.linear(vectors, weight, bias)

    def _norm(self, name: str, vectors: Tensor) -> Tensor:
        weight, bias = self.weights[f"{name}.weight"], self.weights[f"{name}.bias"]
        return functional.layer_norm(vectors, weight.shape, weight, bias, _NEVER_ZERO)


def _split(vectors: Tensor) -> Tensor:
    """A vector as one for each head: (mails x pieces x 384) -> (mails x 12 x pieces x 32)."""
    return vectors.unflatten(-1, (_HEADS, -1)).transpose(1, 2)


def _listened_to(segments: Tensor, real: Tensor) -> Tensor:
    """The pieces that the author wrote; all, where there is none (mails x pieces)."""
    own = (segments == OURS) & real
    return own | (~own.any(1, keepdim=True) & real)


def loss_of(seen: Seen, batch: Batch) -> Tensor:
    """How far off the labels of the writer's side are, and how much was looked elsewhere."""
    meant = batch.right * (_RIGHT - _WRONG) + _WRONG
    off = functional.binary_cross_entropy_with_logits(seen.odds, meant, reduction="none")
    loss = _LABELS_COUNT * (off * batch.asked).sum() / batch.asked.sum()
    known = batch.shown.any(-1)
    if known.any():
        looked = (seen.attention * batch.shown).sum(-1)[known]
        loss = loss - _EVIDENCE_COUNTS * torch.log(looked + _LEAST_LOOKED).mean()
    return loss
