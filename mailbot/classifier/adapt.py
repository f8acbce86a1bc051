"""Teaches the encoder our intents (`mailbot train --adapt`): minutes, with torch; seldom needed."""

import math
import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from mailbot.classifier import dressing
from mailbot.classifier.adapters import Adapters
from mailbot.classifier.example import Example
from mailbot.classifier.layout import Layout, Part, Row
from mailbot.classifier.weights import Floats, Weights
from mailbot.desk.rulebook import Side

_MATRICES = {"q": 1, "k": 1, "v": 1, "ao": 1, "fi": 1, "fo": 4}
_RANK = 16
_GAIN = 2.0
_BATCH = 16
_HEADS_FASTER = 3
_DROPOUT = 0.1
_WARM_UP = 0.1
_SPREAD = 30

Told = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Batch:
    """Rows of one length, their labels, and which labels their side can have at all."""

    words: Tensor
    parts: Tensor
    here: Tensor
    wanted: Tensor
    sayable: Tensor


class Adapted(nn.Module):
    """The encoder with changes that can be learnt, and a head for each label."""

    def __init__(self, weights: Weights, labels: Sequence[str], layers: int) -> None:
        super().__init__()
        width = weights.shape.width
        places = weights.vector("emb.pos").reshape(-1, width) + weights.vector("emb.type")[:width]
        self.places = nn.Parameter(torch.tensor(places), requires_grad=False)
        self.norm = _norm(weights, "emb.ln")
        self.layers = nn.ModuleList(_Layer(weights, f"l{number}") for number in range(layers))
        self.parts = nn.Parameter(torch.zeros(len(Part), width))
        self.queries = nn.Parameter(torch.randn(len(labels), width) * 0.02)
        self.outputs = nn.Parameter(torch.randn(len(labels), width) * 0.02)
        self.biases = nn.Parameter(torch.full((len(labels),), -1.5))
        self.labels = tuple(labels)

    def forward(self, batch: Batch) -> Tensor:
        """A logit a label: (mails, labels)."""
        count = batch.words.shape[1]
        x = self.norm(batch.words + self.places[:count] + self.parts[batch.parts])
        x = functional.dropout(x, _DROPOUT, self.training)
        for layer in self.layers:
            x = layer(x, batch.here[:, None, None, :])
        seen = torch.einsum("mtw,lw->mlt", x, self.queries)
        seen = seen.masked_fill(~batch.here[:, None, :], -1e9).softmax(-1)
        pooled = functional.dropout(torch.einsum("mlt,mtw->mlw", seen, x), _DROPOUT, self.training)
        return (pooled * self.outputs).sum(-1) + self.biases

    def heads(self) -> list[nn.Parameter]:
        return [self.parts, self.queries, self.outputs, self.biases]

    def body(self) -> list[nn.Parameter]:
        heads = {id(one) for one in self.heads()}
        return [one for one in self.parameters() if one.requires_grad and id(one) not in heads]

    def recall(self, adapters: Adapters) -> None:
        """Begin from what was learnt before."""
        with torch.no_grad():
            for name, (up, down) in adapters.changes.items():
                matrix = self._part(name)
                matrix.up.copy_(torch.from_numpy(up) / _GAIN)
                matrix.down.copy_(torch.from_numpy(down))
            for name, value in adapters.norms.items():
                norm, _, kind = name.rpartition(".")
                part = self.norm if norm == "emb.ln" else self._part(norm)
                (part.weight if kind == "w" else part.bias).copy_(torch.from_numpy(value))
            for name in ("parts", "queries", "outputs", "biases"):
                getattr(self, name).copy_(torch.from_numpy(getattr(adapters, name)))

    def _part(self, name: str) -> nn.Module:
        layer, _, own = name.partition(".")
        return self.layers[int(layer[1:])].get_submodule(own)

    def adapters(self, learnt: frozenset[str]) -> Adapters:
        """What was learnt, without what was there before; ``learnt`` from which mails."""
        norms = {"emb.ln": self.norm}
        changes: dict[str, tuple[Floats, Floats]] = {}
        for number, layer in enumerate(self.layers):
            norms |= {f"l{number}.{name}": getattr(layer, name) for name in ("aln", "oln")}
            for name in _MATRICES:
                matrix = getattr(layer, name)
                changes[f"l{number}.{name}"] = (_array(matrix.up) * _GAIN, _array(matrix.down))
        return Adapters(
            labels=self.labels,
            layers=len(self.layers),
            changes=changes,
            norms={f"{n}.w": _array(one.weight) for n, one in norms.items()}
            | {f"{n}.b": _array(one.bias) for n, one in norms.items()},
            queries=_array(self.queries),
            outputs=_array(self.outputs),
            biases=_array(self.biases),
            parts=_array(self.parts),
            learnt=learnt,
        )


class _Linear(nn.Module):
    """A matrix of the encoder, with a change of low rank (Hu et al. 2021)."""

    def __init__(self, weights: Weights, name: str, inputs: int) -> None:
        super().__init__()
        weight = torch.tensor(weights.matrix(f"{name}.w", inputs))
        self.weight = nn.Parameter(weight, requires_grad=False)
        self.bias = nn.Parameter(torch.tensor(weights.vector(f"{name}.b")), requires_grad=False)
        self.down = nn.Parameter(torch.randn(_RANK, inputs) / math.sqrt(inputs))
        self.up = nn.Parameter(torch.zeros(weight.shape[0], _RANK))

    def forward(self, x: Tensor) -> Tensor:
        # apart, so that no gradient is worked out for the weights that stay
        change = functional.linear(functional.linear(x, self.down), self.up)
        return functional.linear(x, self.weight, self.bias) + _GAIN * change


class _Layer(nn.Module):
    def __init__(self, weights: Weights, name: str) -> None:
        super().__init__()
        width, self.heads = weights.shape.width, weights.shape.heads
        for matrix, inputs in _MATRICES.items():
            self.add_module(matrix, _Linear(weights, f"{name}.{matrix}", inputs * width))
        self.aln, self.oln = (_norm(weights, f"{name}.{one}") for one in ("aln", "oln"))

    def forward(self, x: Tensor, here: Tensor) -> Tensor:
        mails, count, width = x.shape
        query, key, value = (
            self.get_submodule(one)(x).view(mails, count, self.heads, -1).transpose(1, 2)
            for one in "qkv"
        )
        seen = functional.scaled_dot_product_attention(query, key, value, attn_mask=here)
        seen = self.get_submodule("ao")(seen.transpose(1, 2).reshape(mails, count, width))
        x = self.aln(x + functional.dropout(seen, _DROPOUT, self.training))
        thought = self.get_submodule("fo")(functional.gelu(self.get_submodule("fi")(x)))
        done: Tensor = self.oln(x + functional.dropout(thought, _DROPOUT, self.training))
        return done


@dataclass(frozen=True, slots=True)
class Course:
    """How often the mails are gone through, and how large the steps are at most."""

    rounds: int
    pace: float


FROM_NOTHING = Course(rounds=5, pace=8e-4)
FURTHER = Course(rounds=3, pace=6e-4)


@dataclass(frozen=True, slots=True)
class Teacher:
    """Teaches an encoder; the same seed gives the same lesson."""

    weights: Weights
    layout: Layout
    labels: tuple[str, ...]
    sides: frozenset[tuple[Side, str]]
    layers: int
    tell: Told

    def taught(self, examples: Sequence[Example], seed: int = 1) -> Adapted:
        """An encoder that has learnt from ``examples``, and from nothing else."""
        torch.manual_seed(seed)
        model = Adapted(self.weights, self.labels, self.layers)
        return self._through(model, examples, FROM_NOTHING, seed)

    def taught_further(
        self, present: Adapters, examples: Sequence[Example], seed: int = 1
    ) -> Adapted:
        """What ``present`` knows, taught once more by old and new mails together."""
        torch.manual_seed(seed)
        model = Adapted(self.weights, present.labels, present.layers)
        model.recall(present)
        return self._through(model, examples, FURTHER, seed)

    def _through(
        self, model: Adapted, examples: Sequence[Example], course: Course, seed: int
    ) -> Adapted:
        chance = random.Random(seed)  # noqa: S311 - a lesson is no secret
        steps = course.rounds * math.ceil(len(examples) / _BATCH)
        pace = torch.optim.AdamW(
            [
                {"params": model.body(), "lr": course.pace},
                {"params": model.heads(), "lr": course.pace * _HEADS_FASTER},
            ],
            betas=(0.9, 0.98),
            weight_decay=0.01,
        )
        plan = torch.optim.lr_scheduler.LambdaLR(pace, lambda step: _share_of_pace(step / steps))
        for number in range(1, course.rounds + 1):
            model.train()
            lost = [_step(model, batch, pace, plan) for batch in self._batches(examples, chance)]
            self.tell(f"round {number} of {course.rounds}: loss {sum(lost) / len(lost):.4f}")
        return model.eval()

    def logits(self, model: Adapted, examples: Sequence[Example]) -> Floats:
        """(examples, labels)."""
        with torch.no_grad():
            batches = (self._batch([one], [self.layout.of(one)]) for one in examples)
            return np.concatenate([_array(model(batch)) for batch in batches])

    def _batches(self, examples: Sequence[Example], chance: random.Random) -> Iterator[Batch]:
        """Mails of like length together, each as it might look another time."""
        dressed = (dressing.dressed(one, examples, chance) for one in examples)
        rows = [(one, self.layout.of(one)) for one in dressed]
        rows.sort(key=lambda pair: len(pair[1].tokens) + chance.random() * _SPREAD)
        groups = [rows[at : at + _BATCH] for at in range(0, len(rows), _BATCH)]
        chance.shuffle(groups)
        for group in groups:
            yield self._batch([one for one, _ in group], [row for _, row in group])

    def _batch(self, examples: Sequence[Example], rows: Sequence[Row]) -> Batch:
        longest = max(len(row.tokens) for row in rows)
        shape = (len(rows), longest)
        tokens, parts = np.zeros(shape, np.int64), np.zeros(shape, np.int64)
        here = np.zeros(shape, bool)
        for number, row in enumerate(rows):
            tokens[number, : len(row.tokens)] = row.tokens
            parts[number, : len(row.tokens)] = row.parts
            here[number, : len(row.tokens)] = True
        words = self.weights.words(tokens.ravel()).reshape(*shape, -1)
        wanted = [[float(one in example.intents) for one in self.labels] for example in examples]
        sayable = [
            [float((example.side, one) in self.sides) for one in self.labels]
            for example in examples
        ]
        return Batch(
            torch.from_numpy(words),
            torch.from_numpy(parts),
            torch.from_numpy(here),
            torch.tensor(wanted),
            torch.tensor(sayable),
        )


def _step(
    model: Adapted,
    batch: Batch,
    pace: torch.optim.Optimizer,
    plan: torch.optim.lr_scheduler.LRScheduler,
) -> float:
    loss = functional.binary_cross_entropy_with_logits(
        model(batch), batch.wanted, weight=batch.sayable, reduction="sum"
    )
    loss = loss / batch.sayable.sum()
    pace.zero_grad()
    loss.backward()
    nn.utils.clip_grad_norm_(model.parameters(), 1.0)
    pace.step()
    plan.step()
    return float(loss.detach())


def _share_of_pace(done: float) -> float:
    return min(1.0, (done + 1e-3) / _WARM_UP) * (1.0 - 0.98 * done)


def _norm(weights: Weights, name: str) -> nn.LayerNorm:
    norm = nn.LayerNorm(weights.shape.width, eps=weights.shape.epsilon)
    with torch.no_grad():
        norm.weight.copy_(torch.tensor(weights.vector(f"{name}.w")))
        norm.bias.copy_(torch.tensor(weights.vector(f"{name}.b")))
    return norm


def _array(tensor: Tensor) -> Floats:
    return tensor.detach().numpy()
