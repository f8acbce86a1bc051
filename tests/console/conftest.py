"""One browser for the tests of a file; a desk of its own for each."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.console.browser import browser
from tests.console.open_desk import OpenDesk
from tests.stories.story import Story

OpenStory = Callable[[Story], OpenDesk]


# not for the whole session: while Playwright runs, nothing else can run an event loop
@pytest.fixture(scope="module")
def chrome() -> Iterator[Browser]:
    with browser() as running:
        yield running


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[OpenStory]:
    """Serves the pages of a story until the test ends."""
    with ExitStack() as ends:
        yield lambda story: ends.enter_context(OpenDesk(tmp_path, story))
