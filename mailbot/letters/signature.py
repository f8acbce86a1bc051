"""How one of our own people is called in a letter: one way, in From, signature and text."""

import re
from collections.abc import Mapping

from mailbot.letters.wording import one_line


def person_name(who: str, known: Mapping[str, str]) -> str:
    """The name of one of ours, from `Name <address>`, a name, or an address; '' for nobody.

    ``known`` are the names by address. Of an unknown address what reads like a name is one:
    Wei Lin out of wei.lin@support.example.
    """
    return known_name(who, known) or _out_of(_address(who))


def known_name(who: str, known: Mapping[str, str]) -> str:
    """The same, where it is really known; '' where an address would only be guessed at."""
    name = who.partition("<")[0]
    if name.strip() and "@" not in name:
        return one_line(name)
    return known.get(_address(who), "")


def _address(who: str) -> str:
    name, _, address = who.partition("<")
    return (address.rstrip("> ") or name.strip()).lower()


def _out_of(email: str) -> str:
    local = email.partition("@")[0].strip("< ")
    words = re.split(r"[._-]", local)
    reads_like_a_name = len(words) > 1 and all(word.isalpha() for word in words)
    return " ".join(map(str.capitalize, words)) if reads_like_a_name else local
