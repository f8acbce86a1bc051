"""By what a mail, and whoever wrote it, came to a case."""

from enum import StrEnum


class FiledBy(StrEnum):
    """The evidence that filed a mail; NOTHING where a state of before names none."""

    NOTHING = ""
    NEW = "new"
    LINKED = "linked"
    OWN_ID = "own_id"
    REFERENCES = "references"
    LATE_PARENT = "late_parent"
    THREAD_INDEX = "thread_index"
    RECIPIENT = "recipient"
    QUOTE = "quote"
    NUMBER = "number"
    SUBJECT = "subject"
    ONLY_CASE = "only_case"
    ORDER = "order"
    BY_HAND = "by_hand"
    ENGINEER = "engineer"
