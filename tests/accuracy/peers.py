"""The peers' libraries, each asked in a child that is cut off when it hangs."""

import importlib
import multiprocessing
import queue
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

SECONDS = 10.0

Ask = Callable[[Any], Any]


@dataclass(frozen=True, slots=True)
class Answers:
    """What a library said to each question, None where it failed; how often it hung."""

    said: tuple[Any, ...]
    hung: int
    failed: int


def installed(peers: Mapping[str, tuple[str, Ask]]) -> Mapping[str, Ask]:
    """The peers whose module can be imported here: name -> what asks it."""
    found: dict[str, Ask] = {}
    for name, (module, ask) in peers.items():
        try:
            importlib.import_module(module)
        except Exception:  # noqa: S112 - talon of PyPI trips over today's lxml
            continue
        found[name] = ask
    return MappingProxyType(found)


def answers(ask: Ask, questions: Sequence[Any], seconds: float = SECONDS) -> Answers:
    """Every answer of one library; a question that takes longer than ``seconds`` is cut off."""
    said: list[Any] = []
    hung = failed = 0
    while len(said) < len(questions):
        context = multiprocessing.get_context("spawn")
        channel = context.Queue()
        start = len(said)
        child = context.Process(target=_answer, args=(ask, questions[start:], channel), daemon=True)
        child.start()
        try:
            while len(said) < len(questions):
                good, answer = channel.get(timeout=seconds + 20 * (len(said) == start))
                said.append(answer)
                failed += not good
        except queue.Empty:
            said.append(None)
            hung += 1
        finally:
            child.kill()
            child.join()
    return Answers(tuple(said), hung, failed)


def _answer(ask: Ask, questions: Sequence[Any], channel: Any) -> None:
    for question in questions:
        try:
            channel.put((True, ask(question)))
        except Exception:
            channel.put((False, None))
