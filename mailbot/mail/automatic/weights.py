"""Log-odds weights: how much each sign speaks for an automatic reply, or below zero a person."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Sign:
    """A sign: concepts found together in one sentence, in any of several combinations.

    ``weight`` is in tenths of the log-odds; a negative one speaks for a person.
    """

    weight: int
    said: str
    ways: tuple[frozenset[str], ...] = ()

    def is_in(self, sentences: Iterable[frozenset[str]]) -> bool:
        return any(way <= one for one in sentences for way in self.ways)


def sign(weight: int, said: str, *ways: str) -> Sign:
    return Sign(weight, said, tuple(frozenset(way.split()) for way in ways))


# subjects of replies that don't repeat ours
SUBJECTS = (
    sign(4, "its subject announces an absence", "away", "back"),
    sign(8, "its subject confirms that something has come in", "got", "welcome"),
    sign(8, "its subject speaks of a mail of ours", "yours letter"),
    sign(10, "its subject is a number of its own", "reference"),
    sign(8, "its subject says that its mailbox is gone", "gone", "box"),
    sign(7, "its subject says that it is automatic", "auto"),
)
FAMILY = sign(3, "it speaks as programs do")
SECOND = sign(3, "it speaks as programs do in two ways")
THIRD = sign(6, "it speaks as programs do in three ways")
NOTHING_ELSE = sign(5, "nothing in it is of the matter")
ONLY_THAT = sign(11, "it says nothing but that")
ONLY_AWAY = sign(11, "it says nothing but that somebody is away or gone")
OFFICE = sign(23, "its sender is an office")
SURE_OFFICE = sign(11, "its sender is an office by name and address")
BY_NAME = sign(10, "it speaks of its sender by name")
QUOTES = sign(-13, "they quote what they answer")
GREETS = sign(-15, "they greet somebody by name")
TAKES_UP = sign(-9, "they take up a word of the subject")
TO_SEVERAL = sign(-25, "they write to several people")
OPENS = sign(-12, "they open a topic")
HALF_PERSONAL = sign(-6, "half of it is what people say")
MOSTLY_PERSONAL = sign(-5, "most of it is what people say")
SHORT = sign(-10, "it is a line")
LONG = sign(-4, "it is long")


ITSELF = sign(25, "it says itself that nobody wrote it", "this auto", "auto noreply", "reason")
NO_REPLY = sign(15, "it wants no reply", "noreply letter", "noreply this", "noreply box")
ABSENCE = sign(3, "it says how long somebody is away", "away date", "away back", "back date")
UNREAD = sign(
    4, "it says that mail is read late or not at all",
    "away slow", "slow letter", "slow answer", "slow box", "back answer", "slow date",
)  # fmt: skip
GONE = sign(
    6, "it says that its mailbox or its owner is gone",
    "gone box", "gone self", "gone instead", "gone standin", "gone where", "gone letter",
)  # fmt: skip
# independent kinds of wording in automatic replies: the more of them, the surer
FAMILIES = (
    ITSELF,
    NO_REPLY,
    ABSENCE,
    UNREAD,
    sign(
        5, "it names somebody else to turn to",
        "instead where", "standin where", "urgent instead", "urgent where", "urgent standin",
        "away standin", "instead standin", "standin back",
    ),
    sign(1, "it confirms that a mail has come in", "got letter yours"),
    sign(
        8, "it says how such mail is handled",
        "answer term", "answer office", "letter term", "office term",
    ),
    GONE,
    sign(2, "it names its hours", "hours answer", "hours letter", "hours box"),
    sign(3, "it thanks for having been written to", "welcome"),
)  # fmt: skip
ALONE = (
    sign(18, "it speaks of an absence", "away"),
    sign(10, "it speaks of a return", "back"),
    sign(6, "it speaks of slow answers", "slow"),
    sign(4, "it refers to somebody else", "instead"),
    sign(5, "it speaks of answers in order", "term"),
    sign(5, "it speaks of what is no longer so", "gone"),
    sign(2, "it speaks of its mailbox", "box"),
    sign(4, "it asks for no answer", "quiet"),
    sign(4, "it asks for no mail", "quiet letter", "quiet answer"),
    sign(8, "it refers to a site", "portal"),
    sign(6, "it names a number", "reference"),
    sign(8, "it speaks of what has come in", "got"),
    sign(10, "it speaks of mail", "letter"),
    sign(12, "it names a date", "date"),
    sign(9, "it names an address", "where"),
    sign(1, "it speaks of an office", "office"),
)
PERSONAL = (
    sign(-10, "they speak of the matter", "matter"),
    sign(-5, "they speak of the matter as theirs or ours", "self matter", "yours matter"),
    sign(-15, "they speak of the matter as known", "known"),
    sign(-13, "they ask for something", "asks", "question"),
    sign(-11, "they ask a question", "question"),
    sign(-11, "they speak of what happened", "did"),
    sign(-5, "they plan", "plans"),
    sign(-4, "they agree", "agrees"),
    sign(-6, "they speak of others", "others"),
    sign(-4, "they are sorry", "sorry"),
    sign(-2, "they speak of themselves", "self"),
)
