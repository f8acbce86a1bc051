"""How the HTML of a mail shows its attached pictures: size and role."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import unquote

_MOST = 2_000
_TOKEN = re.compile(r"<(/?)(a|img)\b([^<>]{0,8000})", re.IGNORECASE)
_SOURCE = re.compile(r"\bsrc\s{0,3}=\s{0,3}[\"']?\s{0,3}cid:([^\"'\s<>]{1,300})", re.IGNORECASE)
_ALT = re.compile(r"\balt\s{0,3}=\s{0,3}(?:\"([^\"]{0,300})|'([^']{0,300}))", re.IGNORECASE)
_SIDES = {
    side: re.compile(
        rf"(?<![\w-]){side}\s{{0,3}}[=:]\s{{0,3}}[\"']?\s{{0,3}}(\d{{1,5}})(?![\d%.])",
        re.IGNORECASE,
    )
    for side in ("width", "height")
}


@dataclass(frozen=True, slots=True)
class Shown:
    """How a picture is shown, by its attributes; 0 if they don't say."""

    width: int = 0
    height: int = 0
    alt: str = ""
    leads_out: bool = False


def shown_in(sources: Iterable[str]) -> Mapping[str, Shown]:
    """All pictures shown in HTML texts, by Content-ID."""
    found: dict[str, Shown] = {}
    for source in sources:
        if "cid:" in source or "CID:" in source:
            for content_id, shown in _of(source):
                found.setdefault(content_id, shown)
    return found


def _of(source: str) -> Iterator[tuple[str, Shown]]:
    inside = False
    for count, token in enumerate(_TOKEN.finditer(source)):
        if count >= _MOST:
            return
        if token[2].lower() == "a":
            inside = not token[1] and "href" in token[3].lower()
        elif named := _SOURCE.search(token[3]):
            yield unquote(named[1]), _shown(token[3], leads_out=inside)


def _shown(attributes: str, *, leads_out: bool) -> Shown:
    alt = _ALT.search(attributes)
    said = (alt[1] or alt[2] or "") if alt else ""
    return Shown(_side("width", attributes), _side("height", attributes), said, leads_out)


def _side(side: str, attributes: str) -> int:
    found = _SIDES[side].search(attributes)
    return int(found[1]) if found else 0
