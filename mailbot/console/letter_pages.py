"""Pages of letters: every template, what it may do by itself, and how it reads."""

from dataclasses import replace

from starlette.responses import Response

from mailbot.bot.orders import Orders
from mailbot.bot.wiring.assembly import letters_folder
from mailbot.console.printing import page
from mailbot.console.visit import LANGUAGES, Visit
from mailbot.desk.case.case import Case
from mailbot.desk.case.draft import Content
from mailbot.desk.case.rulebook import LetterSpec
from mailbot.desk.decisions.new_draft import new_draft
from mailbot.errors import MailbotError
from mailbot.ports import Written

_NO_DRAFT = "C-0/0"


def letters_page(visit: Visit) -> Response:
    """All letters by whom they are for."""
    rules = visit.desk.bot.rules
    letters = sorted(rules.letters.values(), key=lambda one: (one.audience.value, one.order))
    return page("letters", visit, letters=letters)


def letter_page(visit: Visit) -> Response:
    """One template in both languages, and how it reads for the newest case."""
    name, audience = visit.path["name"], visit.path["audience"]
    letter = visit.desk.bot.rules.letters[name]
    if letter.audience.value != audience:
        raise LookupError(name)
    folder = letters_folder(visit.desk.bot.config)
    files = {lang: folder / audience / lang / f"{name}.txt" for lang in LANGUAGES}
    texts = {
        lang: file.read_text(encoding="utf-8") if file.is_file() else ""
        for lang, file in files.items()
    }
    with visit.desk.alone() as orders:
        newest = orders.engine.state.case_lists.newest(1, closed=False)
        example = _example(orders, letter, newest[0], visit.lang) if newest else None
    return page(
        "letter", visit, letter=letter, texts=texts, example=example,
        example_case=newest[0].id if newest else "",
    )  # fmt: skip


def _example(orders: Orders, letter: LetterSpec, case: Case, lang: str) -> Written | None:
    """The letter as it would be written for a case now; None where it has to know more."""
    engine = orders.engine
    to = case.parties.customers[:1]
    draft = new_draft((letter.name,), letter.audience, to, engine.clock.now(), Content())
    try:
        return engine.scribe.letters.write(replace(draft, id=_NO_DRAFT, lang=lang), case, {})
    except MailbotError:
        return None
