"""The log's line of a happening: what was decided and because of what, never a word of a mail."""

import structlog

from mailbot.bot.happenings import Decided, Failed, Happening, LetterMoved, Quarantined

log = structlog.get_logger()


def log_happening(happening: Happening) -> None:
    """One line for each decision, letter and quarantined mail."""
    match happening:
        case Decided(case=case, event=event, because=because):
            log.info("case.decided", case=case, what=event, reasons=len(because))
        case LetterMoved(case=case, draft=draft, mode=mode):
            log.info("letter.moved", case=case, draft=draft.id, mode=mode.value)
        case Quarantined(file=file, because=because):
            log.warning("mail.quarantined", file=file, because="; ".join(map(str, because)))
        case Failed(what=what, error=error, place=place):
            log.error("bot.failed", what=what, error=error, place=place)
        case _:
            pass
