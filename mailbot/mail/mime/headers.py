"""The headers of a mail, looked up by name without regard to case."""

from collections.abc import Mapping
from dataclasses import dataclass
from email.message import Message

from mailbot.mail.mime.encoded_word import decode_header

# longer values are truncated
_LONGEST = 32 << 10


@dataclass(frozen=True, slots=True)
class Headers:
    """Raw header values by lower-cased name, in the order of the mail."""

    values: Mapping[str, tuple[str, ...]]
    charset: str = ""

    def __contains__(self, name: str) -> bool:
        return name in self.values

    def all(self, name: str) -> tuple[str, ...]:
        return self.values.get(name, ())

    def raw(self, name: str) -> str:
        """The first value, undecoded, or ''."""
        return next(iter(self.all(name)), "")

    def text(self, name: str) -> str:
        """The first value, decoded, or ''."""
        return decode_header(self.raw(name), self.charset)


def headers_of(tree: Message, charset: str = "") -> Headers:
    """The headers of a parsed mail; ``charset`` decodes raw 8-bit in them."""
    values: dict[str, list[str]] = {}
    for name, value in tree.raw_items():
        key = name.lower()
        values.setdefault(key, []).append(value[:_LONGEST])
    return Headers({name: tuple(found) for name, found in values.items()}, charset)
