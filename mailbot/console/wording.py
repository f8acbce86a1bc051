"""What the pages say, in Chinese and in English: read from `words.toml`."""

import tomllib
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

_FILE = Path(__file__).with_name("words.toml")


def _read() -> Mapping[str, tuple[str, str]]:
    told: dict[str, list[str]] = tomllib.loads(_FILE.read_text(encoding="utf-8"))
    return MappingProxyType({key: (zh, en) for key, (zh, en) in told.items()})


WORDS = _read()


def words(key: str, lang: str, **parts: object) -> str:
    """What stands at this place. Raises KeyError for a key that no page has."""
    zh, en = WORDS[key]
    said = zh if lang == "zh" else en
    return said.format(**parts) if parts else said
