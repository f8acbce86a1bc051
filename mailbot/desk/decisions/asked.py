"""The list of what was asked for: how each mail and each file moves the things on it."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from types import MappingProxyType

from mailbot.desk.case.case import Case
from mailbot.desk.case.matter import AskedItem, ItemState, Matter
from mailbot.desk.case.upload import Upload
from mailbot.understanding.item import Item
from mailbot.understanding.understood import Mention, MentionMode, Understanding

_BY_ENGINEER: Mapping[MentionMode, ItemState] = MappingProxyType(
    {
        MentionMode.ASKED: ItemState.ASKED,
        MentionMode.IF_RECURS: ItemState.WAITS_FOR_RECURRENCE,
        MentionMode.IF_STEP_FAILS: ItemState.IF_STEP_FAILS,
        MentionMode.NO_LONGER: ItemState.NOT_NEEDED,
    }
)
_BY_CUSTOMER: Mapping[MentionMode, ItemState] = MappingProxyType(
    {MentionMode.REFUSED: ItemState.REFUSED}
)
MISSING = (ItemState.ASKED, ItemState.IF_STEP_FAILS, ItemState.WAITS_FOR_RECURRENCE)


def by_engineer(matter: Matter, said: Understanding, at: datetime) -> Matter:
    """After an engineer's mail to the customer. A refused item is never asked for again."""
    items = _moved(matter.items, said.mentions, _BY_ENGINEER, at)
    asks = any(mention.mode is MentionMode.ASKED for mention in said.mentions)
    if said.recurs and not asks:
        items = _all(items, ItemState.ASKED, ItemState.WAITS_FOR_RECURRENCE, at)
    recurs = (matter.recurs or said.recurs) and not asks
    return replace(matter, items=items, recurs=recurs)


def by_customer(matter: Matter, said: Understanding, at: datetime) -> Matter:
    """After a customer's mail: what they refuse, a step that failed."""
    items = _moved(matter.items, said.mentions, _BY_CUSTOMER, at)
    if said.step_failed:
        items = _all(items, ItemState.IF_STEP_FAILS, ItemState.ASKED, at)
    return replace(matter, items=items)


def by_word(matter: Matter, said: Understanding, at: datetime) -> Matter:
    """After a mail that is believed: what its sentences name has arrived."""
    given = {MentionMode.GIVEN: ItemState.ARRIVED}
    return replace(matter, items=_moved(matter.items, said.mentions, given, at))


def by_files(
    matter: Matter, files: Iterable[Upload], items: Mapping[str, Item], at: datetime
) -> Matter:
    """After files came: each thing still missing that one of them is has arrived."""
    files = tuple(files)
    moved = tuple(
        replace(asked, state=ItemState.ARRIVED, since=at)
        if asked.state in MISSING
        and any(file.has_come and _is(items.get(asked.name), file) for file in files)
        else asked
        for asked in matter.items
    )
    return replace(matter, items=moved)


def without_file(case: Case, file: Upload, items: Mapping[str, Item], at: datetime) -> Matter:
    """After a file turned out to be nothing, or went: what only it was is still missing."""
    uploads = case.transfer.uploads
    moved = tuple(
        replace(asked, state=ItemState.ASKED, since=at)
        if asked.state is ItemState.ARRIVED and _only_is(items.get(asked.name), file, uploads)
        else asked
        for asked in case.matter.items
    )
    return replace(case.matter, items=moved)


def _only_is(item: Item | None, file: Upload, uploads: Iterable[Upload]) -> bool:
    others = (one for one in uploads if one.has_come and one != file)
    return _is(item, file) and not any(_is(item, one) for one in others)


def lacks_full_dump(matter: Matter, files: Iterable[Upload], items: Mapping[str, Item]) -> bool:
    """Whether a full dump was asked for and a dump of another kind came."""
    missing = (items[name] for name in matter.items_in(*MISSING) if name in items)
    still = any(item.whole_memory for item in missing)
    return still and any(file.has_come and file.is_full_dump is False for file in files)


def asked_once_more(matter: Matter, items: Mapping[str, Item], at: datetime) -> Matter:
    """After a letter that explains how to collect a full dump: it comes with the next crash."""
    names = [item.name for item in items.values() if item.whole_memory]
    again = (AskedItem(name, ItemState.WAITS_FOR_RECURRENCE, at) for name in names)
    others = (item for item in matter.items if item.name not in names)
    return replace(matter, items=(*others, *again), recurs=True)


def _is(item: Item | None, file: Upload) -> bool:
    """By its first bytes where they tell, else by its name."""
    if item is None:
        return False
    if item.whole_memory and file.is_full_dump is not None:
        return file.is_full_dump
    return bool(item.files) and re.search(item.files, file.name, re.IGNORECASE) is not None


def _moved(
    asked: Sequence[AskedItem],
    mentions: Sequence[Mention],
    table: Mapping[MentionMode, ItemState],
    at: datetime,
) -> tuple[AskedItem, ...]:
    items = {item.name: item for item in asked}
    for mention in mentions:
        known = items.get(mention.item)
        state = table.get(mention.mode)
        if state is None or _stays(known, state):
            continue
        items[mention.item] = AskedItem(mention.item, state, at)
    return tuple(items.values())


def _stays(known: AskedItem | None, state: ItemState) -> bool:
    if known is None:
        return state is ItemState.NOT_NEEDED
    if known.state is state:
        return True
    return known.state is ItemState.REFUSED and state is not ItemState.ARRIVED


def _all(
    items: Sequence[AskedItem], was: ItemState, becomes: ItemState, at: datetime
) -> tuple[AskedItem, ...]:
    return tuple(
        replace(item, state=becomes, since=at) if item.state is was else item for item in items
    )
