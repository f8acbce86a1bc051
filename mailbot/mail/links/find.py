"""Finds links to shared files: provider, file name, size, expiry."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from mailbot.mail.links import words as file_words
from mailbot.mail.links.expiry import expiry
from mailbot.mail.links.sharers import may_share, sharer
from mailbot.mail.message import Link

_READ = 256 << 10
_LONGEST_LINE, _MOST = 4_000, 50
_BEFORE, _AFTER, _CODE_AFTER = 4, 4, 3
_LONGEST_EVIDENCE = 500

_URL = re.compile(
    r"(?:https?://|(?<![\w./@:%-])(?=[\w-]{1,40}\.[\w.-]{2,60}/))"
    r"[^\s<>\"'`“”‘’，。；：！（）【】「」《》、|{}\u2e80-\u9fff\uac00-\ud7af\uff00-\uffef]{6,3000}",
    re.IGNORECASE,
)
_TAIL = ".,;:!?)]}'*_"


@dataclass(frozen=True, slots=True)
class _Place:
    """A link, and its first and last line."""

    url: str
    first: int
    last: int


def cloud_links(text: str, at: datetime | None, labels: Mapping[str, str]) -> tuple[Link, ...]:
    """All links to shared files in ``text``, each once; ``at`` is the date of the mail, if known.

    ``labels`` are the link texts by URL in its HTML.
    """
    text = text[:_READ]
    if not may_share(text):
        return ()
    lines = [line[:_LONGEST_LINE] for line in text.split("\n")]
    places = list(_places(lines))[:_MOST]
    bare = [" ".join(_URL.sub(" ", line).replace("< >", " ").split()) for line in lines]
    around = _Around(tuple(lines), tuple(bare), tuple(places))
    return tuple(around.link(number, at, labels) for number in range(len(places)))


def _places(lines: Sequence[str]) -> Iterator[_Place]:
    found: dict[str, _Place] = {}
    for number, line in enumerate(lines):
        for hit in _URL.finditer(line):
            url = hit[0].rstrip(_TAIL)
            if sharer(url):
                known = found.get(url)
                found[url] = _Place(url, known.first if known else number, number)
    return iter(found.values())


def _expires(told: Sequence[str], at: datetime) -> datetime | None:
    return next((end for line in told if (end := expiry(line, at))), None)


@dataclass(frozen=True, slots=True)
class _Around:
    """The lines of a mail, with and without their URLs, and the links in them."""

    lines: tuple[str, ...]
    bare: tuple[str, ...]
    places: tuple[_Place, ...]

    def link(self, number: int, at: datetime | None, labels: Mapping[str, str]) -> Link:
        place = self.places[number]
        own, above, below = self._own(number), self._above(number), self._below(number)
        told = (*own, *self._told(above, below))
        full = place.url if "://" in place.url[:10] else f"https://{place.url}"
        name = file_words.called(labels.get(place.url, "")) or file_words.name_in_url(place.url)
        codes = (*own, *below[:_CODE_AFTER], *above)
        return Link(
            provider=sharer(place.url),
            url=full,
            name=name or file_words.name_in(told),
            size=file_words.size_in_url(place.url) or file_words.size_in(told),
            expires=_expires(told, at) if at else None,
            code=file_words.code_in_url(place.url) or file_words.code_in(codes),
            evidence=self.lines[place.first].strip()[:_LONGEST_EVIDENCE],
        )

    def _told(self, above: Sequence[str], below: Sequence[str]) -> tuple[str, ...]:
        """The lines that describe a link: all around a single one, else those above or below it."""
        if len(self.places) == 1:
            return (*above, *below)
        return tuple(above if self._leads() else below)

    def _leads(self) -> bool:
        first = self._above(0)
        return bool(file_words.name_in(first) or file_words.size_in(first))

    def _own(self, number: int) -> tuple[str, ...]:
        """The text on the line of a link: if there are several, the text before it."""
        place = self.places[number]
        line = self.lines[place.first]
        at = line.find(place.url)
        others = [one.url for one in self.places if one.first == place.first and one is not place]
        if not others:
            return self.bare[place.first : place.last + 1]
        before = line[:at]
        start = max((before.rfind(url) + len(url) for url in others if url in before), default=0)
        return (_URL.sub(" ", line[start:at]),)

    def _above(self, number: int) -> tuple[str, ...]:
        """The lines above a link, nearest first."""
        first = self.places[number].first
        start = self.places[number - 1].last + 1 if number else 0
        return tuple(reversed([line for line in self.bare[start:first] if line][-_BEFORE:]))

    def _below(self, number: int) -> tuple[str, ...]:
        last = self.places[number].last
        more = number + 1 < len(self.places)
        stop = self.places[number + 1].first if more else len(self.bare)
        return tuple([line for line in self.bare[last + 1 : stop][:50] if line][:_AFTER])
