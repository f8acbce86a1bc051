"""Pages of letters: every template, what it may do by itself, and how it reads."""

from starlette.responses import Response

from mailbot.bot.wiring.assembly import letters_folder
from mailbot.console.printing import page
from mailbot.console.visit import Visit


def letters_page(visit: Visit) -> Response:
    """All letters by whom they are for."""
    rules = visit.desk.bot.rules
    letters = sorted(rules.letters.values(), key=lambda one: (one.audience.value, one.order))
    return page("letters", visit, letters=letters)


def letter_page(visit: Visit) -> Response:
    """One template in both languages, as it lies in its file."""
    name, audience = visit.path["name"], visit.path["audience"]
    letter = visit.desk.bot.rules.letters[name]
    if letter.audience.value != audience:
        raise LookupError(name)
    folder = letters_folder(visit.desk.bot.config)
    texts = {}
    for lang in ("zh", "en"):
        file = folder / audience / lang / f"{name}.txt"
        texts[lang] = file.read_text(encoding="utf-8") if file.is_file() else ""
    return page("letter", visit, letter=letter, texts=texts)
