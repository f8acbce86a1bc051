"""Teaches the encoder further by lessons, and goes on where it was stopped; needs torch.

What a step does hangs on the plan, the lessons and its number alone, so that a run that was
stopped ends with the same weights as one that ran through.
"""

import math
import signal
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path
from pickle import UnpicklingError
from threading import Event

import numpy as np
import torch
from tokenizers import Tokenizer
from torch import Tensor

from mailbot.errors import OrderError
from mailbot.learning.encoder_file import read_labels, read_weights, write_weights
from mailbot.learning.encoder_net import Batch, EncoderNet, Forms, loss_of
from mailbot.learning.lesson import Lesson
from mailbot.understanding.intent import Side
from mailbot.understanding.learned.written import Written

_FIXED = ("word", "pos", "typ", *(f"layers.{n}." for n in range(4)))
_DROPOUT = 0.1
_NO_SUBJECT, _NO_QUOTE = 0.25, 0.1
_WARM_UP = 50
_DECAY, _STEEPEST = 0.01, 1.0
_SORTED_TOGETHER = 256
_SEEDS = 2**31


@dataclass(frozen=True, slots=True)
class Plan:
    """How long and how fast is learnt; it is saved every so many steps."""

    steps: int = 500
    seed: int = 1
    lessons_a_step: int = 16
    rate: float = 2.5e-5
    rate_of_head: float = 4e-4
    saved_every: int = 50

    def share(self, step: int) -> float:
        """The part of the rates that holds at a step: it rises, then falls to nothing."""
        return min(1.0, (step + 1) / _WARM_UP) * max(0.0, 1 - step / self.steps)


class EncoderSchool:
    """Teaches the encoder in the file ``model`` by the lessons that are not held out.

    ``sides`` says whose each label is. Raises ConfigError where the file can't be taught further.
    """

    def __init__(
        self,
        model: Path,
        tokenizer: Path,
        lessons: Sequence[Lesson],
        sides: Mapping[str, Side],
        plan: Plan,
    ) -> None:
        self._lessons = [one for one in lessons if not one.is_held_out]
        if not self._lessons:
            raise OrderError("there is no lesson to learn from: all of them are held out")
        self._plan, self._model = plan, model.read_bytes()
        self._net = EncoderNet.of(read_weights(model))
        self._forms = Forms(Tokenizer.from_file(str(tokenizer)), read_labels(model), sides)
        self._taught = {
            name: one.requires_grad_()
            for name, one in self._net.weights.items()
            if not name.startswith(_FIXED)
        }
        head = [name for name in self._taught if name.startswith("head.")]
        self._optimizer = torch.optim.AdamW(
            [
                {"params": [one for name, one in self._taught.items() if name not in head]},
                {"params": [self._taught[name] for name in head]},
            ],
            weight_decay=_DECAY,
        )
        self._step = 0

    def teach(self, checkpoint: Path, progress: Callable[[int, float], None]) -> bytes:
        """The file of the encoder as it was taught; ``progress`` gets each step and its loss.

        It goes on from ``checkpoint`` if that is there, and is saved there: Ctrl-C ends it after
        the step it is in (call it from the main thread). Raises OrderError where the checkpoint
        is of another file or damaged.
        """
        if checkpoint.exists():
            self._resume(checkpoint)
        with _interrupts_held() as is_interrupted:
            while self._step < self._plan.steps and not is_interrupted():
                loss = self._learn()
                if self._step % self._plan.saved_every == 0:
                    self._save(checkpoint)
                progress(self._step, loss)
            self._save(checkpoint)
            if is_interrupted():
                raise KeyboardInterrupt
        return self.written()

    def written(self) -> bytes:
        """The file of the encoder as it is now."""
        weights = {name: one.detach().numpy() for name, one in self._net.weights.items()}
        return write_weights(self._model, weights)

    def loss(self) -> float:
        """How far off it is now on its lessons, nothing left out; the mean of their batches."""
        size = self._plan.lessons_a_step
        batches = [self._lessons[at : at + size] for at in range(0, len(self._lessons), size)]
        with torch.no_grad():
            return float(
                np.mean([float(self._loss(self._forms.whole(one), 0.0)) for one in batches])
            )

    def _learn(self) -> float:
        """One step; the loss before it."""
        draw = np.random.default_rng([self._plan.seed, self._step])
        torch.manual_seed(int(draw.integers(_SEEDS)))
        mails = [(one, _with_less(one.written, draw)) for one in self._lessons_of(self._step)]
        loss = self._loss(self._forms.batch(mails), _DROPOUT)
        self._optimizer.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(self._taught.values(), _STEEPEST)
        rates = self._plan.rate, self._plan.rate_of_head
        for group, rate in zip(self._optimizer.param_groups, rates, strict=True):
            group["lr"] = rate * self._plan.share(self._step)
        self._optimizer.step()
        self._step += 1
        return float(loss.detach())

    def _loss(self, batch: Batch, dropout: float) -> Tensor:
        return loss_of(self._net.look(batch.ids, batch.segments, dropout), batch)

    def _lessons_of(self, step: int) -> Sequence[Lesson]:
        size = self._plan.lessons_a_step
        turn, place = divmod(step, math.ceil(len(self._lessons) / size))
        return _turn(self._lessons, size, (self._plan.seed, turn))[place]

    def _save(self, checkpoint: Path) -> None:
        """Whole or not at all: a run may end while it is written."""
        checkpoint.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        fresh = checkpoint.with_name(f"{checkpoint.name}.new")
        state = {
            "of": sha256(self._model).hexdigest(),
            "step": self._step,
            "weights": {name: one.detach() for name, one in self._taught.items()},
            "optimizer": self._optimizer.state_dict(),
        }
        torch.save(state, fresh)
        fresh.replace(checkpoint)

    def _resume(self, checkpoint: Path) -> None:
        try:
            state = torch.load(checkpoint, weights_only=True)
        except (UnpicklingError, RuntimeError, EOFError) as error:
            raise OrderError(f"{checkpoint} can't be read: delete it to begin anew") from error
        if state["of"] != sha256(self._model).hexdigest():
            raise OrderError(
                f"{checkpoint} was begun with another encoder: delete it to begin anew"
            )
        with torch.no_grad():
            for name, one in self._taught.items():
                one.copy_(state["weights"][name])
        self._optimizer.load_state_dict(state["optimizer"])
        self._step = state["step"]


def _turn(lessons: Sequence[Lesson], size: int, seed: Sequence[int]) -> list[list[Lesson]]:
    """All lessons once, in batches by chance; in each are mails of about the same length."""
    draw = np.random.default_rng(seed)
    mixed = [lessons[n] for n in draw.permutation(len(lessons))]
    sorted_ = [
        one
        for at in range(0, len(mixed), _SORTED_TOGETHER)
        for one in sorted(mixed[at : at + _SORTED_TOGETHER], key=lambda one: len(one.text))
    ]
    batches = [sorted_[at : at + size] for at in range(0, len(sorted_), size)]
    return [batches[n] for n in draw.permutation(len(batches))]


def _with_less(written: Written, draw: np.random.Generator) -> Written:
    """The mail without its subject or what it answers, now and then: neither is to be leant on."""
    if draw.random() < _NO_SUBJECT:
        written = replace(written, subject="")
    return replace(written, quoted="") if draw.random() < _NO_QUOTE else written


@contextmanager
def _interrupts_held() -> Iterator[Callable[[], bool]]:
    """Ctrl-C waits until it is asked for; a second one does not wait."""
    asked = Event()
    before = signal.getsignal(signal.SIGINT)

    def ask(*_: object) -> None:
        asked.set()
        signal.signal(signal.SIGINT, before)

    signal.signal(signal.SIGINT, ask)
    try:
        yield asked.is_set
    finally:
        signal.signal(signal.SIGINT, before)
