"""Text as it is searched: English by words, Chinese by any two characters."""

import re
from collections.abc import Iterator

from mailbot.understanding.normalise import plain

_HAN = "\u3400-\u9fff\uf900-\ufaff"
_RUN = re.compile(rf"[{_HAN}]+|[^\W_{_HAN}]+(?:[.'-][^\W_{_HAN}]+)*", re.UNICODE)
_IS_HAN = re.compile(rf"[{_HAN}]")
# one word of an address or a file name, not the whole, is what people type
_JOINTS = re.compile(r"[.'-]")


def searchable(text: str) -> str:
    """``text`` as the index holds it: its words, and each pair of Chinese neighbours."""
    return " ".join(_terms(text))


def query(asked: str) -> str:
    """What a person typed as a full-text query: all of it must stand there, in any order.

    '' where nothing of it can be searched.
    """
    return " AND ".join(_conditions(asked))


def _terms(text: str) -> Iterator[str]:
    for run in _RUN.findall(plain(text)):
        if _IS_HAN.match(run):
            # the last character alone, so that a pair can be searched at the end of a run as well
            yield from (run[at : at + 2] for at in range(len(run)))
        else:
            yield from _JOINTS.split(run)


def _conditions(asked: str) -> Iterator[str]:
    for run in _RUN.findall(plain(asked)):
        if not _IS_HAN.match(run):
            words = _JOINTS.split(run)
            yield f'"{" ".join(words)}" *'
        elif len(run) == 1:
            yield f'"{run}" *'
        else:
            pairs = (run[at : at + 2] for at in range(len(run) - 1))
            yield f'"{" ".join(pairs)}"'
