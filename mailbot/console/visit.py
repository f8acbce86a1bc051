"""One request by one user: what they see, what they may do, in which language."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from starlette.datastructures import FormData
from starlette.requests import Request

from mailbot.console.desk import ConsoleDesk
from mailbot.repositories.users import User

LANGUAGES = ("zh", "en")
LANG_COOKIE = "mailbot_lang"


@dataclass(frozen=True)
class Visit:
    """A request, with who makes it; ``form`` is empty but for a POST."""

    request: Request
    desk: ConsoleDesk
    user: User
    csrf: str
    form: FormData

    @cached_property
    def lang(self) -> str:
        return language_of(self.request, self.user.lang)

    @property
    def path(self) -> Mapping[str, str]:
        """The parts of the path that name a case, a draft, a file."""
        return self.request.path_params

    def said(self, name: str) -> str:
        """A field of the form, '' where it is missing or a file."""
        value = self.form.get(name, "")
        return value.strip() if isinstance(value, str) else ""

    def every(self, name: str) -> list[str]:
        """All values of a field that may be given several times."""
        return [one for one in self.form.getlist(name) if isinstance(one, str)]


def language_of(request: Request, chosen: str = "") -> str:
    """The reader's choice, else what their browser asks for first, else Chinese."""
    cookie = request.cookies.get(LANG_COOKIE, "")
    for lang in (cookie, chosen):
        if lang in LANGUAGES:
            return lang
    accepted = request.headers.get("accept-language", "")
    wanted = [part.partition(";")[0].strip()[:2].lower() for part in accepted.split(",")]
    return next((lang for lang in wanted if lang in LANGUAGES), LANGUAGES[0])
