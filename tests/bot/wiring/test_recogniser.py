"""The learned layer costs nothing until it is asked, and a desk's own takes its place."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

from mailbot.bot.wiring.recogniser import CHARACTERS, WEIGHTS, LateRecogniser, read_recogniser
from mailbot.config import Config, Desk
from mailbot.shipped import MODEL
from mailbot.understanding.intent import Side
from mailbot.understanding.learned.written import Written

CONFIG = Config(Desk("desk@x.example"))
WRITTEN = Written(Side.CUSTOMER, "", "the dump is uploaded")
# what a command that reads no mail must not wait for
_IMPORTS = """
import sys
from mailbot.bot.wiring.recogniser import read_recogniser
import mailbot.cli.app
from mailbot.config import Config, Desk
read_recogniser(Config(Desk("desk@x.example")))
print(sorted({"onnxruntime", "tokenizers"} & set(sys.modules)))
"""


def test_nothing_is_loaded_until_it_is_asked() -> None:
    told = subprocess.run(
        [sys.executable, "-c", _IMPORTS], capture_output=True, text=True, check=True
    )

    assert told.stdout.strip() == "[]"


def test_one_process_has_one() -> None:
    assert read_recogniser(CONFIG) is read_recogniser(CONFIG)


def test_begun_in_the_background_it_answers_all_the_same() -> None:
    late = LateRecogniser()
    late.begin()

    assert late.read(WRITTEN, {})[0].name == "data_uploaded"


def test_a_desk_s_own_files_come_before_the_shipped_ones(tmp_path: Path) -> None:
    weights = json.loads((MODEL / WEIGHTS).read_bytes())
    (tmp_path / WEIGHTS).write_text(json.dumps({**weights, "counts_from": 1.1}))
    shutil.copy(MODEL / CHARACTERS, tmp_path)

    shipped, own = LateRecogniser().read(WRITTEN, {}), LateRecogniser(tmp_path).read(WRITTEN, {})

    assert any(one.counts for one in shipped)
    assert not any(one.counts for one in own)
