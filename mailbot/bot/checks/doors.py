"""Resolves every name and compiles every pattern of the doors, as the recogniser would."""

import importlib
import inspect
import pkgutil
import re
from collections.abc import Callable, Collection, Iterator
from types import ModuleType

import mailbot.guards
import mailbot.intents
import mailbot.items
from mailbot.complaint import unknown_name
from mailbot.desk.case.draft import Audience
from mailbot.desk.case.rulebook import Guard, Occasion, Rules
from mailbot.understanding.finding import ready
from mailbot.understanding.intent import Intent, Phrase, Side
from mailbot.understanding.item import Item
from mailbot.understanding.scopes import Scope

SCOPES = frozenset(Scope)
_DOORS = (
    (mailbot.intents, "INTENT", Intent),
    (mailbot.items, "ITEM", Item),
    (mailbot.guards, "veto", Callable),
)
_ASKED = ("a departure",)


def unreadable_doors() -> Iterator[str]:
    """What can't be imported, or does not say what its folder is for; each with its file."""
    for package, says, shape in _DOORS:
        for found in pkgutil.iter_modules(package.__path__):
            where = f"{package.__name__.rpartition('.')[2]}/{found.name}.py"
            yield from _unreadable(where, f"{package.__name__}.{found.name}", says, shape)


def _unreadable(where: str, module: str, says: str, shape: object) -> Iterator[str]:
    try:
        door: ModuleType = importlib.import_module(module)
    except Exception as error:  # a door is anybody's code: whatever it raises is its fault
        yield f"{where}: it can't be read: {type(error).__name__}: {error}"
    else:
        if not isinstance(getattr(door, says, None), shape):  # type: ignore[arg-type]
            yield f"{where}: it has no {says}: see the docstring of its folder"


def misspelt(rules: Rules) -> Iterator[str]:
    """Every name that leads nowhere and every pattern that can't be searched for."""
    for name, intent in rules.intents.items():
        yield from _of_intent(f"intents/{name}.py", intent, rules)
    for name, item in rules.items.items():
        yield from _of_item(f"items/{name}.py", item, rules)
    for guard in rules.guards:
        yield from _of_guard(guard)
    for letter in rules.letters.values():
        for offered in letter.answers.values():
            where = f"{letter.audience.value}/{letter.name}.txt: Answers"
            yield from _unknown(where, "intent", offered, rules.intents)
    for occasion in Occasion:
        if occasion not in rules.letters:
            yield f"there is no letter {occasion.value}.txt: the desk writes it of its own accord"


def _of_intent(where: str, intent: Intent, rules: Rules) -> Iterator[str]:
    yield from _unknown(f"{where}: gives_way", "intent", intent.gives_way, rules.intents)
    yield from _unknown(f"{where}: overrides", "intent", intent.overrides, rules.intents)
    yield from _unknown(f"{where}: blocked_by", "scope", intent.blocked_by, SCOPES)
    yield from _letter(where, intent, rules)
    for phrase in intent.phrases:
        yield from _of_phrase(where, phrase, rules)


def _letter(where: str, intent: Intent, rules: Rules) -> Iterator[str]:
    if not intent.letter:
        return
    yield from _unknown(f"{where}: letter", "letter", [intent.letter], rules.letters)
    letter = rules.letters.get(intent.letter)
    if letter is None or intent.side is not Side.CUSTOMER:
        return
    if letter.audience is not Audience.CUSTOMER:
        yield (
            f"{where}: letter: {intent.letter} is a letter to {letter.audience.value}: "
            "a customer's mail is answered with one to the customer"
        )


def _of_phrase(where: str, phrase: Phrase, rules: Rules) -> Iterator[str]:
    yield from _unknown(f"{where}: blocked_by", "scope", phrase.blocked_by or (), SCOPES)
    yield from _pattern(f"{where}: pattern", phrase.pattern)
    if phrase.unless:
        yield from _pattern(f"{where}: unless", phrase.unless)
    if not 0 < phrase.confidence <= 1:
        yield f"{where}: confidence {phrase.confidence}: write a number above 0 and at most 1"


def _of_item(where: str, item: Item, rules: Rules) -> Iterator[str]:
    yield from _unknown(f"{where}: kinds", "item", item.kinds, rules.items)
    for pattern in item.patterns:
        yield from _pattern(f"{where}: patterns", pattern)
    if item.files:
        # over file names it is compiled as it stands
        yield from _pattern(f"{where}: files", item.files, re.compile)


def _of_guard(guard: Guard) -> Iterator[str]:
    where = f"guards/{guard.name}.py"
    try:
        inspect.signature(guard.veto).bind(*_ASKED)
    except (TypeError, ValueError):
        yield f"{where}: veto is asked with {', '.join(_ASKED)}: write veto(leaving: Departure)"


def _unknown(
    where: str, kind: str, names: Collection[str], known: Collection[str]
) -> Iterator[str]:
    for name in sorted(set(names).difference(known)):
        yield f"{where}: {unknown_name(kind, name, known)}"


def _pattern(
    where: str, pattern: str, compiles: Callable[[str], re.Pattern[str]] = ready
) -> Iterator[str]:
    try:
        found = compiles(pattern)
    except (re.error, OverflowError, RecursionError) as error:
        yield f"{where}: {pattern!r} is no pattern: {error}"
        return
    if found.search("") is not None:
        yield f"{where}: {pattern!r} matches an empty line, so it would be found in every mail"
