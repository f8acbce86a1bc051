"""What can move a case from one status to another."""

from enum import StrEnum


class Step(StrEnum):
    """What can move a case from one status to another."""

    WE_OWE = "we owe the next step"
    THEY_OWE = "the customer owes the next step"
    ENGINEER_WROTE = "an engineer wrote to the customer"
    DATA_ASKED = "an engineer asked the customer for data"
    HANDED_OVER = "it went to the second line"
    WATCH_STARTED = "a watch was started"
    NOTICE_LEFT = "the closing notice left"
    NOT_HEARD = "nothing was heard after the notice"
    RESOLVED = "the customer says it is solved"
    CLOSED_BY_HAND = "an engineer closed it"
    REOPENED = "it was opened again"
