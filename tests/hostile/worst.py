"""Every pattern of a package, found by walking it, and the texts each of them stumbles over."""

import importlib
import inspect
import pkgutil
import re
import time
from collections import deque
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass
from itertools import groupby
from types import ModuleType
from typing import Any

Look = Callable[[str], object]
Cost = Callable[[Look, str], float]

LENGTH = 64 << 10
# four times the text may take four times as long, and a machine has its moods
MOST_GROWTH = 6.0
_TRIES = 5
# faster than this at 64 KB nobody need ask how it grows
_QUICK = 0.005
_FIRST_LOOK = 4 << 10
_HOPELESS = 0.1
_EXTRAPOLATED = (LENGTH // _FIRST_LOOK) ** 2
# whatever the pattern: the runs that mails are made of
_PLAIN = (" ", "\n", "\t", "a", "A", "1", ">", "-", "_", "*", ".", "服", "\u3000", "\r", "\0", ",")


@dataclass(frozen=True, slots=True)
class Found:
    """A pattern, where it stands, and whether it is asked only where a text begins."""

    name: str
    pattern: "re.Pattern[Any]"
    is_anchored: bool


@dataclass(frozen=True, slots=True)
class Slowest:
    """The text that took longest: what it repeats, the seconds for 64 KB, how they grow."""

    piece: str
    seconds: float
    growth: float


def modules(package: ModuleType) -> Iterator[ModuleType]:
    """The package's own files."""
    for one in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
        yield importlib.import_module(one.name)


def patterns(package: ModuleType) -> list[Found]:
    """Every compiled pattern that a module of the package holds, in whatever it is wrapped."""
    names: dict[re.Pattern[Any], str] = {}
    sources: dict[re.Pattern[Any], str] = {}
    for module in modules(package):
        inside = module.__name__.removeprefix(f"{package.__name__}.")
        for name, value in vars(module).items():
            if not name.startswith("__"):
                for pattern in _within(value, 3):
                    names.setdefault(pattern, f"{inside}.{name}")
                    sources[pattern] = sources.get(pattern, "") + inspect.getsource(module)
    return [Found(name, one, _is_anchored(name, sources[one])) for one, name in names.items()]


def _is_anchored(name: str, sources: str) -> bool:
    """It is asked by name, or looked up for `in`, and by nothing but `match` and `fullmatch`."""
    bare = name.rpartition(".")[2]
    uses = re.findall(rf"(?<!\w){bare}(?!\w)(?! = )(.{{0,11}})", sources)
    return bool(uses) and all(one.startswith((".match(", ".fullmatch(")) for one in uses)


def pieces(pattern: "re.Pattern[Any]") -> list[str]:
    """What to repeat: runs of every mail, and the letters that the pattern itself looks for."""
    text = pattern.pattern
    source = text.decode("latin-1") if isinstance(text, bytes) else text
    literal = list(dict.fromkeys(_literals(re._parser.parse(source))))[:40]  # type: ignore[attr-defined]
    short = [one for one in literal if len(one) == 1]
    pairs = [a + b for a in short[:6] for b in short[:6] if a != b]
    spaced = [one + more for one in literal for more in (" ", "a", "\n", ">")]
    return list(dict.fromkeys((*_PLAIN, *literal, *pairs, *spaced)))


def of(piece: str, length: int = LENGTH) -> str:
    return piece * (length // len(piece))


def own_time(look: Look, text: str) -> float:
    """The process's own time: what else the machine does does not count."""
    begins = time.process_time()
    look(text)
    return time.process_time() - begins


def slowest(look: Look, tried: list[str], cost: Cost = own_time) -> Slowest:
    """Which repeated piece takes ``look`` longest, and how it grows from 16 KB to 64 KB."""
    first = {piece: cost(look, of(piece, _FIRST_LOOK)) for piece in tried}
    worst = max(first, key=lambda piece: first[piece])
    if first[worst] > _HOPELESS:
        return Slowest(worst, _EXTRAPOLATED * first[worst], 16.0)
    short = min(cost(look, of(worst, LENGTH // 4)) for _ in range(5))
    if short > _HOPELESS:  # it would take minutes
        return Slowest(worst, 16 * short, 16.0)
    long = min(cost(look, of(worst)) for _ in range(3))
    return Slowest(worst, long, long / short if long > _QUICK else 0.0)


def calmest(look: Look, tried: list[str], cost: Cost = own_time) -> Slowest:
    """Of several tries the best: whatever else the machine did, it can't make code faster."""
    runs = []
    for _ in range(_TRIES):
        runs.append(slowest(look, tried, cost))
        if runs[-1].growth <= MOST_GROWTH:
            break
    return min(runs, key=lambda run: run.growth)


def asked(found: Found) -> Look:
    """Every way in which the pattern is asked, on one text."""
    pattern = found.pattern

    def look(text: str) -> None:
        given = text.encode("utf-8") if isinstance(pattern.pattern, bytes) else text
        pattern.match(given)
        pattern.fullmatch(given)
        if not found.is_anchored:
            deque(pattern.finditer(given), maxlen=0)

    return look


def _within(value: Any, depth: int) -> Iterator["re.Pattern[Any]"]:
    if isinstance(value, re.Pattern):
        yield value
    elif depth and isinstance(value, Mapping):
        yield from (found for one in value.values() for found in _within(one, depth - 1))
    elif depth and isinstance(value, list | tuple | set | frozenset):
        yield from (found for one in value for found in _within(one, depth - 1))
    elif depth and is_dataclass(value) and not isinstance(value, type):
        for field in fields(value):
            yield from _within(getattr(value, field.name, None), depth - 1)


def _literals(parsed: Any) -> Iterator[str]:
    """Runs of letters that stand in a pattern, and a letter of each of its classes."""
    for is_literal, run in groupby(parsed, key=lambda op: str(op[0]) == "LITERAL"):
        if is_literal:
            yield "".join(chr(value) for _, value in run)
            continue
        for _, value in run:
            yield from _inner(value)


def _inner(value: Any) -> Iterator[str]:
    if isinstance(value, re._parser.SubPattern):  # type: ignore[attr-defined]
        yield from _literals(value)
    elif isinstance(value, tuple) and value and str(value[0]) in ("LITERAL", "RANGE"):
        at = value[1]
        yield chr(at[0] if isinstance(at, tuple) else at)
    elif isinstance(value, list | tuple):
        for one in value:
            yield from _inner(one)
