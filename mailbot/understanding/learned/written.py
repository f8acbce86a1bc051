"""A mail as the learned layer sees it: who writes, about what, their words, what they answer."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from mailbot.understanding.intent import Side

_SUBJECT_READ, _QUOTE_READ = 80, 260
_MARKS = re.compile(r"[>\-_=*\s]+")
_ADDRESS = re.compile(r"\S+@\S+")


_REQUEST = {"zh": "请上传：{}", "en": "Please upload: {}"}


def asked_for(titles: Sequence[str], lang: str) -> str:
    """What a case waits for, as if it were quoted."""
    return _REQUEST[lang].format(("、" if lang == "zh" else ", ").join(titles))


@dataclass(frozen=True, slots=True)
class Written:
    """One mail: ``text`` is what its author wrote, sealed; ``quoted`` what they answer.

    Where nothing is quoted, ``quoted`` may say what the case waits for: "Done." means what was
    asked for.
    """

    side: Side
    subject: str
    text: str
    quoted: str = ""

    @property
    def head(self) -> str:
        """Who writes about what, as the encoder was taught to read it."""
        return f"{self.side.value}: {self.subject[:_SUBJECT_READ]}"

    @property
    def answered(self) -> str:
        """The start of what is answered, without its marks and addresses."""
        return _ADDRESS.sub("", _MARKS.sub(" ", self.quoted[: 4 * _QUOTE_READ]))[:_QUOTE_READ]
