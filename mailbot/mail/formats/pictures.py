"""The pictures in the text of a mail: names them, and tells decorations apart."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from urllib.parse import unquote

from mailbot.mail.formats.picture import is_decoration
from mailbot.mail.html.shown import Shown
from mailbot.mail.message import Attachment
from mailbot.mail.parts import Part, Parts

_PLACE = re.compile(r"\[cid:([^\[\]\n]{1,300})\]", re.IGNORECASE)
# as Gmail writes a picture into the plain text
_IMAGE = re.compile(r"\[image: ([^\[\]\n]{1,300})\]")


def placed(text: str) -> frozenset[str]:
    """The references to pictures in ``text``: Content-IDs and file names."""
    ids = (unquote(one[1]) for one in _PLACE.finditer(text))
    return frozenset((*ids, *(one[1] for one in _IMAGE.finditer(text))))


def judged(
    files: Sequence[Attachment], shown: Mapping[str, Shown], parts: Parts
) -> tuple[Attachment, ...]:
    """The files, with each picture that shows nothing new marked as decoration."""
    new = placed(parts.text)
    old = placed("\n".join(one.text for one in parts.pieces if one.part in _OLD)) - new
    return tuple(_judged(one, shown, old) if one.is_picture else one for one in files)


def named(text: str, files: Sequence[Attachment]) -> str:
    """``text`` with each reference to a picture replaced by its file name."""
    names = {one.content_id: one.name for one in files if one.content_id and one.name}
    text = _PLACE.sub(lambda hit: f"[{_name(unquote(hit[1]), names)}]", text)
    known = {one.name for one in files}
    return _IMAGE.sub(lambda hit: f"[{hit[1]}]" if hit[1] in known else hit[0], text)


def misses_pictures(
    plain: str, richer: str, files: Sequence[Attachment], shown: Mapping[str, Shown]
) -> bool:
    """Whether the plain text leaves out pictures that the HTML shows."""
    told = placed(plain)
    missing = placed(richer) - told
    return any(
        one.content_id in missing
        and one.name not in told
        and not _is_decoration(one, shown.get(one.content_id))
        for one in files
    )


def _judged(one: Attachment, shown: Mapping[str, Shown], old: frozenset[str]) -> Attachment:
    how = shown.get(one.content_id) if one.content_id else None
    inline = one.inline or how is not None
    if not inline:
        return one
    only_old = one.content_id in old or one.name in old
    return replace(one, inline=True, decoration=only_old or _is_decoration(one, how))


def _is_decoration(one: Attachment, how: Shown | None) -> bool:
    return is_decoration(one.name, one.size, (one.width, one.height), how)


def _name(content_id: str, names: Mapping[str, str]) -> str:
    return names.get(content_id) or content_id.partition("@")[0]


_OLD = frozenset({Part.QUOTED, Part.SIGNATURE})
