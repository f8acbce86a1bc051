"""Killed while a reply is obeyed or Drafts is set right: nothing is lost, nothing leaves twice.

`make torture ARGS="--story drafts"` kills at many more steps than these.
"""

from collections.abc import Iterator

import pytest

from tests.faults.promises import broken
from tests.faults.rig import DRAFTS_STORY
from tests.faults.torture import Rack, of_drafts, rack, spread

_AROUND_DRAFTS = 4
_ANYWHERE = 1


@pytest.fixture(scope="module")
def ready() -> Iterator[Rack]:
    with rack(DRAFTS_STORY) as one:
        yield one


def test_left_alone_each_draft_is_settled_where_the_engineer_works(ready: Rack) -> None:
    told = dict(ready.usual.told["journal"])
    assert broken(ready.usual, ready.usual) == []
    assert ready.usual.letters == ("case_opened", "upload_instructions")
    assert (told["DraftSentByHand"], told["DraftGone"], told["DraftRejected"]) == (1, 1, 1)
    assert ready.usual.in_drafts == 0


def test_killed_around_the_words_to_drafts_and_anywhere(ready: Rack) -> None:
    around = spread(of_drafts(ready.usual.points), _AROUND_DRAFTS)
    outcomes = list(ready.kill_at([*around, *spread(ready.usual.points, _ANYWHERE)]))

    assert all(one.killed for one in outcomes)
    assert [(str(one.point), one.broken) for one in outcomes if one.broken] == []
