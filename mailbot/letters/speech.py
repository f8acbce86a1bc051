"""How a desk speaks to its own people: its reasons worded, its letters called by name."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from mailbot.letters.absent_wordings import ABSENT
from mailbot.letters.obeyed_wordings import OBEYED
from mailbot.letters.reason_wordings import HOUSE
from mailbot.letters.refusal_wordings import REFUSED
from mailbot.letters.terms import term
from mailbot.letters.weekly_wordings import WEEKLY
from mailbot.reasons import Part, Reason, Wording


@dataclass(frozen=True, slots=True)
class Speech:
    """How reasons are worded: by kind; and how letters are called, by name and language."""

    wordings: Mapping[str, Wording]
    letters: Mapping[str, Mapping[str, str]]

    def worded(self, reason: Reason, lang: str) -> str:
        """A reason in this language; a kind that nobody words stays as it is."""
        wording = self.wordings.get(reason.kind)
        if wording is None:
            return str(reason)
        sentence = wording.zh if lang == "zh" else wording.en or wording.kind
        parts = {name: self._part(name, part, lang) for name, part in reason.parts.items()}
        return sentence.format_map(parts) if parts else sentence

    def names_of(self, letters: str, lang: str) -> str:
        """上传说明、问题答复, for ``upload_instructions+answer``."""
        names = letters.split("+")
        called = (self.letters.get(one, {}).get(lang) or one.replace("_", " ") for one in names)
        return ("、" if lang == "zh" else " + ").join(called)

    def _part(self, name: str, part: Part, lang: str) -> str:
        if isinstance(part, tuple):
            return ("；" if lang == "zh" else "; ").join(self.worded(one, lang) for one in part)
        if isinstance(part, Reason):
            return self.worded(part, lang)
        if name == "intents":
            called = (self.worded(Reason(one), lang) for one in part.split(", "))
            return ("、" if lang == "zh" else ", ").join(called)
        return self.names_of(part, lang) if name == "letters" else term(name, part, lang)


def speech(
    brought: Iterable[Wording] = (),
    letters: Mapping[str, Mapping[str, str]] = MappingProxyType({}),
) -> Speech:
    """The house's wordings, and those that guards and intents bring."""
    wordings = {
        str(one.kind): one for one in (*HOUSE, *REFUSED, *OBEYED, *ABSENT, *WEEKLY, *brought)
    }
    return Speech(MappingProxyType(wordings), letters)
