"""Orders to the bot in a mail to the desk alone: lines that begin with `#`."""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType


class Order(StrEnum):
    """What can be ordered by mail; the values are the words for it."""

    WATCH = "watch"
    CLOSE = "close"
    REOPEN = "reopen"
    WAIT = "wait"
    TOLD = "told"
    MANUAL = "manual"
    AUTO = "auto"
    TAKE = "take"
    NOTE = "note"
    CORRECT = "correct"
    AWAY = "away"
    BACK = "back"


# what somebody says of themselves: it needs no case
OF_NO_CASE = frozenset({Order.AWAY, Order.BACK})


@dataclass(frozen=True, slots=True)
class OrderLine:
    """One order: ``word`` as it was written, ``rest`` what follows it in its line.

    ``order`` is None where the word is none of ours.
    """

    order: Order | None
    word: str
    rest: str = ""


@dataclass(frozen=True, slots=True)
class Ordered:
    """The orders of a mail, and the other words in it ('' for none)."""

    lines: tuple[OrderLine, ...]
    words: str = ""


_CHINESE: Mapping[str, Order] = MappingProxyType(
    {
        "观察": Order.WATCH, "关闭": Order.CLOSE, "结案": Order.CLOSE, "重开": Order.REOPEN,
        "重新打开": Order.REOPEN, "等待": Order.WAIT, "等": Order.WAIT, "已告知": Order.TOLD,
        "已电话": Order.TOLD, "人工": Order.MANUAL, "暂停": Order.MANUAL, "自动": Order.AUTO,
        "恢复": Order.AUTO, "接手": Order.TAKE, "备注": Order.NOTE, "更正": Order.CORRECT,
        "外出": Order.AWAY, "回来": Order.BACK,
    }
)  # fmt: skip
_WORDS = MappingProxyType({**{one.value: one for one in Order}, **_CHINESE})
# a word of letters, not a heading ("# Results"), a colour or a number
_LINE = re.compile(r"[ \t]*[#＃]([^\W\d_]{1,12})(?:[ \t:：]+([^\n]*))?[ \t]*")


def order_lines(text: str) -> Ordered:
    """The orders in a newly written text: they stand first, words may follow.

    A text that does not begin with an order holds none.
    """
    lines: list[OrderLine] = []
    rest = text.strip().splitlines()
    while rest and (not rest[0].strip() or _LINE.fullmatch(rest[0])):
        line = rest.pop(0)
        if found := _LINE.fullmatch(line):
            word = unicodedata.normalize("NFKC", found[1]).casefold()
            lines.append(OrderLine(_WORDS.get(word), found[1], (found[2] or "").strip()))
    return Ordered(tuple(lines), "\n".join(rest).strip() if lines else "")
