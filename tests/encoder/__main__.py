"""`python -m tests.encoder`: tries the encoder's school; needs `mailbot[train-encoder]`.

It is no test of pytest, for `make test` skips nothing and torch is too large to ask of everybody.
"""

import signal
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import numpy_helper
from rich.console import Console
from tokenizers import Tokenizer

from mailbot.bot.wiring.recogniser import ENCODER, TOKENIZER
from mailbot.bot.wiring.rules import read_intents
from mailbot.errors import OrderError
from mailbot.learning.encoder_file import Numbers, read_labels, read_weights, write_weights
from mailbot.learning.encoder_net import EncoderNet, Forms
from mailbot.learning.encoder_school import EncoderSchool, Plan
from mailbot.learning.lesson import Lesson
from mailbot.learning.library import read_lessons
from mailbot.shipped import LESSONS, MODEL
from mailbot.understanding.learned.encoder import Encoder

_FEW, _COMPARED = 32, 10
_STEPS, _STOPPED_AFTER = 5, 3
_ALIKE = 0.001
_MATRICES = ("q", "k", "v", "ao", "fi", "fo")
_SIDES = {name: one.side for name, one in read_intents().items()}

console = Console()


def main() -> int:
    """One line a check; 1 if one of them fails."""
    torch.set_num_threads(1)
    taught = [one for one in read_lessons(LESSONS) if not one.is_held_out]
    few = taught[:: len(taught) // _FEW][:_FEW]
    failed = 0
    for what, holds in _checks(few):
        failed += not holds
        console.print(f"{'ok' if holds else 'FAILED'}: {what}", highlight=False, soft_wrap=True)
    return min(failed, 1)


def _checks(few: Sequence[Lesson]) -> Iterator[tuple[str, bool]]:
    """What is tried, and whether it holds."""
    off = _off(few[:_COMPARED])
    yield f"torch scores as onnxruntime does: {off:.4f} apart", off < _ALIKE
    with tempfile.TemporaryDirectory() as folder:
        school = _school(few)
        before = school.loss()
        through = school.teach(Path(folder) / "through", lambda step, loss: None)
        after = school.loss()
        yield f"{_STEPS} steps lower the loss: {before:.4f}, {after:.4f}", after < before
        stopped = Path(folder) / "stopped"
        yield f"Ctrl-C ends it after step {_STOPPED_AFTER}", _is_stopped(few, stopped)
        steps: list[int] = []
        resumed = _school(few).teach(stopped, lambda step, loss: steps.append(step))
        rest = list(range(_STOPPED_AFTER + 1, _STEPS + 1))
        yield f"it goes on with step {steps[0]}", steps == rest
        yield "a run that was stopped ends as one that ran through", resumed == through
        yield (
            "a checkpoint that is of another encoder or damaged is refused",
            _refuses(few, stopped),
        )


def _school(few: Sequence[Lesson]) -> EncoderSchool:
    return EncoderSchool(MODEL / ENCODER, MODEL / TOKENIZER, few, _SIDES, Plan(_STEPS))


def _is_stopped(few: Sequence[Lesson], checkpoint: Path) -> bool:
    """Whether Ctrl-C during a step ends the run after it, its checkpoint written."""
    steps: list[int] = []

    def interrupt(step: int, loss: float) -> None:
        steps.append(step)
        if step == _STOPPED_AFTER:
            signal.raise_signal(signal.SIGINT)

    try:
        _school(few).teach(checkpoint, interrupt)
    except KeyboardInterrupt:
        return steps[-1] == _STOPPED_AFTER and checkpoint.exists()
    return False


def _refuses(few: Sequence[Lesson], checkpoint: Path) -> bool:
    """Whether the school of another encoder refuses this checkpoint, and a broken one."""
    other, broken = checkpoint.with_name(ENCODER), checkpoint.with_name("broken")
    weights = read_weights(MODEL / ENCODER)
    weights["head.bias"] += 1
    other.write_bytes(write_weights((MODEL / ENCODER).read_bytes(), weights))
    broken.write_bytes(checkpoint.read_bytes()[:-1000])
    school = EncoderSchool(other, MODEL / TOKENIZER, few, _SIDES, Plan(_STEPS))
    refused = []
    for one in (checkpoint, broken):
        try:
            school.teach(one, lambda step, loss: None)
        except OrderError as error:
            refused.append("delete it" in str(error))
    return refused == [True, True]


def _off(lessons: Sequence[Lesson]) -> float:
    """How far the scores of torch are from those of onnxruntime, at most."""
    weights, tokenizer = read_weights(MODEL / ENCODER), (MODEL / TOKENIZER).read_bytes()
    labels = read_labels(MODEL / ENCODER)
    batch = Forms(Tokenizer.from_buffer(tokenizer), labels, _SIDES).whole(lessons)
    with torch.no_grad():
        odds = EncoderNet.of(weights).look(batch.ids, batch.segments).odds
    encoder = Encoder(_in_real_numbers((MODEL / ENCODER).read_bytes(), weights), tokenizer)
    theirs = np.array([encoder.look(one.written)[0].scores for one in lessons])
    return float(np.abs(torch.sigmoid(odds).numpy() - theirs).max())


def _in_real_numbers(content: bytes, weights: Mapping[str, Numbers]) -> bytes:
    """The graph with its matrices as real numbers: what eight bits lose is no fault of torch."""
    model = onnx.load_model_from_string(content)
    steps = {one.name: one for one in model.graph.node}
    for name in (one for one in weights if one.endswith(tuple(f".{m}.weight" for m in _MATRICES))):
        at = "/{}.{}/{}/MatMul_quant".format(*name.split(".")[:3])
        what = steps[at].input[0].removesuffix("_quantized")
        last = steps[f"{at}_output_scale_mul"]
        last.op_type, last.input[:] = "MatMul", [what, name]
        matrix = np.ascontiguousarray(weights[name].T)
        model.graph.initializer.append(numpy_helper.from_array(matrix, name))
    return bytes(model.SerializeToString())


if __name__ == "__main__":
    sys.exit(main())
