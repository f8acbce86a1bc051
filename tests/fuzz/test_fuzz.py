"""A short seeded run of the fuzzer, on mails of our own; the long one is `make fuzz`."""

import pytest

from mailbot.bot.inbound.intake import Intake
from tests.examples import examples
from tests.fuzz.__main__ import own_mails, wrong
from tests.fuzz.promises import check
from tests.stories.story import Story


@pytest.fixture(scope="module")
def intake() -> Intake:
    return Story().engine.mailroom.intake


@pytest.fixture(scope="module")
def seeds() -> list[bytes]:
    return own_mails()


@pytest.mark.parametrize("seed", range(20))
def test_no_mail_that_was_made_wrong_breaks_a_promise(
    seed: int, seeds: list[bytes], intake: Intake
) -> None:
    became = {check(raw, intake) for _, raw in wrong(seeds, seed, examples(24))}

    assert became <= {"read", "refused"}
    assert "read" in became
