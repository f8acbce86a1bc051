"""The life of a case is one table: every pair of status and step stands in it."""

import pytest

from mailbot.desk.case.life import LIFE, Status
from mailbot.desk.case.step import Step


def test_life_is_total() -> None:
    assert {(status, step) for status in LIFE for step in LIFE[status]} == {
        (status, step) for status in Status for step in Step
    }


@pytest.mark.parametrize("step", [one for one in Step if one is not Step.REOPENED])
def test_a_closed_case_only_opens_again(step: Step) -> None:
    assert LIFE[Status.CLOSED][step] is Status.CLOSED


def test_only_silence_after_the_notice_closes_by_itself() -> None:
    assert {status for status in Status if LIFE[status][Step.NOT_HEARD] is Status.CLOSED} == {
        Status.CLOSING,
        Status.CLOSED,
    }


def test_an_escalated_case_waits_for_the_customer_only_when_data_is_asked_for() -> None:
    row = LIFE[Status.ESCALATED]

    assert row[Step.DATA_ASKED] is Status.WAITING
    assert row[Step.ENGINEER_WROTE] is Status.ESCALATED
    assert row[Step.THEY_OWE] is Status.ESCALATED


def test_every_status_can_be_reached_and_left() -> None:
    reached = {
        LIFE[status][step] for status in Status for step in Step if LIFE[status][step] is not status
    }
    left = {status for status in Status if any(LIFE[status][step] is not status for step in Step)}

    assert reached == left == set(Status)
