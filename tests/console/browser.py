"""A real browser: Debian's Chromium, driven by Playwright."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from http import HTTPStatus

from playwright.sync_api import Browser, Page, sync_playwright

from tests.console.open_desk import PASSWORD, OpenDesk
from tests.stories.story import ENGINEER

# root has no sandbox, and a container little shared memory
ARGS = ["--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu"]
WIDE = {"width": 1440, "height": 900}


def chromium() -> str:
    """Where it lies. Raises LookupError, naming the mend."""
    for name in ("chromium", "chromium-browser", "google-chrome"):
        path = shutil.which(name)
        if path is not None:
            return path
    raise LookupError("no Chromium here: `make system` installs it")


@contextmanager
def browser() -> Iterator[Browser]:
    """A browser without a window."""
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=chromium(), args=ARGS)
        yield running
        running.close()


def signed_in(
    running: Browser,
    desk: OpenDesk,
    email: str = ENGINEER,
    lang: str = "zh-CN",
    width: int = WIDE["width"],
    dark: bool = False,
) -> Page:
    """A page of a user who has signed in; any error of a script ends the test."""
    context = running.new_context(
        viewport={"width": width, "height": WIDE["height"]},
        locale=lang,
        color_scheme="dark" if dark else "light",
    )
    page = context.new_page()
    page.on("pageerror", _fails)
    go(page, desk, "/sign-in")
    page.fill("[name=email]", email)
    page.fill("[name=password]", PASSWORD)
    page.click("button.main")
    page.wait_for_url(f"{desk.address}/")
    return page


def go(page: Page, desk: OpenDesk, path: str) -> None:
    """Open a page of the desk, or its word that there is none; a fault of ours ends the test."""
    answer = page.goto(f"{desk.address}{path}")
    assert answer is not None
    assert answer.ok or answer.status == HTTPStatus.NOT_FOUND, (path, answer.status)


def press(page: Page, *keys: str) -> None:
    """Press these one after the other, on a page whose scripts are there."""
    for key in keys:
        page.wait_for_load_state()
        page.keyboard.press(key)


def _fails(error: Exception) -> None:
    raise AssertionError(f"a script of a page failed: {error}")
