"""The encoder's stretches: a long mail is read whole, sentence by sentence."""

import os
import subprocess
import sys
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest

from mailbot.bot.wiring.recogniser import ENCODER, TOKENIZER
from mailbot.shipped import MODEL
from mailbot.understanding.intent import Side
from mailbot.understanding.learned.encoder import Encoder
from mailbot.understanding.learned.written import Written

LONG = "".join(f"Shelf {n} reports a fault, and its spare did not take over.\n" for n in range(40))


@pytest.fixture(scope="module")
def encoder() -> Encoder:
    return Encoder((MODEL / ENCODER).read_bytes(), (MODEL / TOKENIZER).read_bytes())


def test_a_short_mail_is_one_stretch(encoder: Encoder) -> None:
    (look,) = encoder.look(Written(Side.CUSTOMER, "Re: x", "弄好了", "请上传日志"))

    assert (look.start, look.end) == (0, 3)
    assert look.scores.shape == (len(encoder.labels),)
    assert look.attention.shape == (len(encoder.labels), len(look.places))
    assert np.allclose(look.attention.sum(axis=1), 1, atol=1e-3)
    assert np.linalg.norm(look.vector) == pytest.approx(1, abs=1e-3)


def test_a_long_mail_is_cut_where_sentences_end(encoder: Encoder) -> None:
    looks = encoder.look(Written(Side.CUSTOMER, "", LONG))

    assert len(looks) > 1
    for look, after in pairwise(looks):
        assert LONG[look.end - 1] in "\n."
        assert look.end <= after.start <= look.end + 1
    assert looks[-1].end >= len(LONG) - 1 or len(looks) == 4


def test_a_huge_mail_costs_four_stretches(encoder: Encoder) -> None:
    assert len(encoder.look(Written(Side.CUSTOMER, "", LONG * 50))) == 4


def test_a_mail_reads_the_same_beside_others_as_alone(encoder: Encoder) -> None:
    written = Written(Side.CUSTOMER, "Re: x", "done", "please upload the dump")
    alone = encoder.look(written)[0].scores
    encoder.look(Written(Side.STAFF, "", LONG))

    assert np.array_equal(encoder.look(written)[0].scores, alone)


def test_an_empty_mail_has_nothing_to_look_at(encoder: Encoder) -> None:
    (look,) = encoder.look(Written(Side.CUSTOMER, "", ""))

    assert look.attention.shape[1] == 0


def test_the_labels_are_those_of_the_intents(encoder: Encoder) -> None:
    assert len(set(encoder.labels)) == len(encoder.labels) == 17


def test_its_runtime_tells_nobody_that_it_runs(tmp_path: Path) -> None:
    code = "import mailbot.understanding.learned.encoder"
    told = {name: text for name, text in os.environ.items() if name != "ORT_DISABLE_TELEMETRY"}
    home = {"HOME": str(tmp_path), "XDG_CACHE_HOME": str(tmp_path)}

    subprocess.run([sys.executable, "-c", code], check=True, env=told | home)

    assert not list(tmp_path.rglob("*"))
