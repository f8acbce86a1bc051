"""The pictures in the README, taken in a real browser: `make pictures`."""

import tempfile
from pathlib import Path

from tests.console.browser import browser, go, signed_in
from tests.console.open_desk import OpenDesk
from tests.console.stories import busy_morning

FOLDER = Path(__file__).parents[2] / "docs" / "pictures"
WIDTH, HEIGHT = 1200, 760


def main() -> None:
    """Today, a case, a draft: of invented people."""
    story = busy_morning()
    story.days_pass(0.3)
    answer = next(one.id for one in story.cases[0].drafts if "answer" in one.letters)
    pages = {"today": "/", "case": "/cases/C-1", "draft": f"/drafts/{answer}"}
    FOLDER.mkdir(exist_ok=True)
    with (
        tempfile.TemporaryDirectory() as folder,
        OpenDesk(Path(folder), story) as desk,
        browser() as running,
    ):
        page = signed_in(running, desk, lang="en-GB", width=WIDTH)
        for name, path in pages.items():
            go(page, desk, path)
            page.screenshot(
                path=FOLDER / f"{name}.png", clip={"x": 0, "y": 0, "width": WIDTH, "height": HEIGHT}
            )


if __name__ == "__main__":
    main()
