"""Reads a mail with a small transformer: how likely each intent is, and where it is said.

The model is multilingual-e5-small (MIT licence), its vocabulary cut to Chinese and Latin, taught
further on our lessons and kept in whole numbers of eight bits. It runs on one thread, so that a
mail reads the same beside others as alone.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import onnxruntime
from numpy.typing import NDArray
from tokenizers import Encoding, Tokenizer

from mailbot.understanding.learned.written import Written

BEGIN, END = 0, 2
HEAD, STRETCH, ANSWERED = 40, 192, 64
_MOST_STRETCHES = 4
# four stretches hold less than that, whatever the language
_MOST_READ = 6_000
_ENDS = frozenset("\n。！？.!?；;")
OURS, AROUND = 1, 0

Numbers = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Look:
    """What the encoder saw in one stretch of a text, from ``start`` to ``end``.

    ``scores`` are one a label, 0 to 1; ``attention`` (labels x pieces) says where it looked, and
    sums to one a label; ``places`` (pieces x 2) where each piece begins and ends in the text.
    ``vector`` (384, unit length) tells how alike two texts are.
    """

    start: int
    end: int
    scores: Numbers
    attention: Numbers
    places: NDArray[np.int64]
    vector: Numbers


class Encoder:
    """The model, loaded: half a second, about 150 MB."""

    def __init__(self, model: bytes, tokenizer: bytes) -> None:
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        self._session = onnxruntime.InferenceSession(
            model, options, providers=["CPUExecutionProvider"]
        )
        self._tokenizer = Tokenizer.from_buffer(tokenizer)
        meta: Mapping[str, str] = self._session.get_modelmeta().custom_metadata_map
        # what it scores, in the order of its scores
        self.labels: tuple[str, ...] = tuple(json.loads(meta["labels"]))

    def look(self, written: Written) -> tuple[Look, ...]:
        """Read one mail: at once, or a long one stretch by stretch, at most four."""
        head, answered = self._ids(written.head, HEAD), self._ids(written.answered, ANSWERED)
        text = self._encoded(written.text[:_MOST_READ])
        places = np.array(text.offsets, dtype=np.int64).reshape(-1, 2)
        looks: list[Look] = []
        first = 0
        while not looks or (first < len(text.ids) and len(looks) < _MOST_STRETCHES):
            last = end_of_stretch(written.text, places, first)
            seen = self._run(head, text.ids[first:last], answered)
            looks.append(_look(written.text, places[first:last], seen))
            first = last
            # whoever writes at such length has left the quote behind
            answered = []
        return tuple(looks)

    def _ids(self, text: str, most: int) -> list[int]:
        return list(self._encoded(text).ids[:most])

    def _encoded(self, text: str) -> Encoding:
        """Its pieces; half a character (a lone surrogate, in a broken mail) is read as "?"."""
        whole = text.encode("utf-8", "replace").decode()
        return self._tokenizer.encode(whole, add_special_tokens=False)

    def _run(
        self, head: Sequence[int], text: Sequence[int], answered: Sequence[int]
    ) -> tuple[Numbers, Numbers, Numbers]:
        """Scores, attention over the pieces of ``text``, and the vector of one stretch."""
        ids = [BEGIN, *head, END, *text, END, *answered, END]
        first = len(head) + 2
        segments = [AROUND] * first + [OURS] * len(text) + [AROUND] * (len(answered) + 2)
        scores, attention, vector = self._session.run(
            ["scores", "attention", "vector"],
            {"ids": np.array([ids]), "seg": np.array([segments])},
        )
        return scores[0], attention[0][:, first : first + len(text)], vector[0]


def end_of_stretch(text: str, places: NDArray[np.int64], first: int) -> int:
    """The piece after the last of a stretch: where a sentence ends, if one does near its end."""
    last = first + STRETCH
    if last >= len(places):
        return len(places)
    for at in range(last, first + STRETCH // 2, -1):
        if text[places[at - 1][1] - 1] in _ENDS:
            return at
    return last


def _look(text: str, places: NDArray[np.int64], seen: tuple[Numbers, Numbers, Numbers]) -> Look:
    start, end = (int(places[0][0]), int(places[-1][1])) if len(places) else (0, len(text))
    scores, attention, vector = seen
    return Look(start, end, scores, attention, places, vector)
