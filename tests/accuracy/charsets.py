"""The charset of a text by its label, without one and with a wrong one, beside the detectors."""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

import chardet
import charset_normalizer

from mailbot.mail.charset.decode import decode
from tests.accuracy.peers import Ask, answers, installed
from tests.accuracy.table import Row, share

TEXTS = Path(__file__).parent / "charsets" / "texts.toml"
_OWN = "its own"
LABELS = (_OWN, "", "us-ascii", "x-unknown", "iso-8859-1", "utf-8", "gb2312")
LEAST = 0.95


@dataclass(frozen=True, slots=True)
class Case:
    """A text in one charset; ``is_kept_back`` if it was never looked into."""

    text: str
    codec: str
    is_kept_back: bool

    @property
    def raw(self) -> bytes:
        return self.text.encode(self.codec)


def cases() -> list[Case]:
    """Every text in every charset that can write it."""
    table = tomllib.loads(TEXTS.read_text(encoding="utf-8"))["language"]
    return [
        Case(text, codec, bool(at % 2))
        for language in table
        for codec in language["codecs"]
        for at, text in enumerate(language["texts"])
        if _is_writable(text, codec)
    ]


def measure() -> Iterator[Row]:
    """A row a label, then the same for those that were kept back."""
    every = cases()
    theirs = _theirs(every)
    for kept_back in (False, True):
        chosen = [at for at, one in enumerate(every) if one.is_kept_back or not kept_back]
        some = [every[at] for at in chosen]
        on = f"{len(some)} texts of our own" + (", kept back" if kept_back else "")
        for label in LABELS:
            right = sum(_ours(one, label) == one.text for one in some)
            peers = {
                name: share(sum(said[label][at] for at in chosen), len(some))
                for name, said in theirs.items()
            }
            least = 1.0 if label == _OWN else LEAST
            yield Row(
                on,
                f"label: {label or 'none'}",
                share(right, len(some)),
                f"≥ {100 * least:.0f} %",
                right >= least * len(some),
                peers,
            )


def _ours(case: Case, label: str) -> str:
    return decode(case.raw, case.codec if label == _OWN else label)


def _theirs(every: list[Case]) -> Mapping[str, Mapping[str, list[bool]]]:
    """For each peer and label, which texts it reads rightly; a detector looks at no label."""
    questions = [(one.raw, one.codec, label) for label in LABELS for one in every]
    found = {}
    for name, ask in installed(_PEERS).items():
        said = iter(answers(ask, questions).said)
        found[name] = {label: [next(said) == one.text for one in every] for label in LABELS}
    return found


def _is_writable(text: str, codec: str) -> bool:
    try:
        text.encode(codec)
    except UnicodeEncodeError:
        return False
    return True


def _by_label(asked: tuple[bytes, str, str]) -> str:
    raw, codec, label = asked
    return _decoded(raw, codec if label == _OWN else label)


def _by_chardet(asked: tuple[bytes, str, str]) -> str:
    return _decoded(asked[0], chardet.detect(asked[0])["encoding"] or "")


def _by_charset_normalizer(asked: tuple[bytes, str, str]) -> str:
    best = charset_normalizer.from_bytes(asked[0]).best()
    return str(best) if best is not None else ""


def _decoded(raw: bytes, label: str) -> str:
    try:
        return raw.decode(label or "utf-8", "replace")
    except LookupError:
        return raw.decode("utf-8", "replace")


_PEERS: Mapping[str, tuple[str, Ask]] = MappingProxyType(
    {
        "the label alone": ("codecs", _by_label),
        "chardet": ("chardet", _by_chardet),
        "charset-normalizer": ("charset_normalizer", _by_charset_normalizer),
    }
)
