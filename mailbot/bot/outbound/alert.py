"""Letters of the desk about itself: they leave while mail can't be read and sending is paused."""

from contextlib import suppress
from dataclasses import replace
from datetime import datetime, timedelta

from mailbot.bot.engine import Engine
from mailbot.bot.outbound.internal_letter import alert
from mailbot.desk.case.case import Case
from mailbot.desk.case.draft import Audience, Content
from mailbot.desk.case.rulebook import Occasion
from mailbot.desk.decisions.new_draft import new_draft
from mailbot.errors import ChannelDown, SendInDoubt, SendRefused, TemplateError
from mailbot.ports import Envelope
from mailbot.reasons import Reason
from mailbot.repositories.outbox import OutboxRow

_AGAIN = timedelta(minutes=2)


def queue_alert(engine: Engine, lines: tuple[Reason, ...], now: datetime) -> None:
    """To each of `desk.notify`; the first line is its subject too."""
    for reader in engine.rules.notify:
        sheet = new_draft(
            (Occasion.DESK_UNWELL,), Audience.STAFF, (reader,), now, Content(notes=lines)
        )
        nobody = Case(id="", title="", opened=now)
        written = engine.scribe.letters.write(replace(sheet, lang=engine.rules.lang), nobody, {})
        engine.outbox.queue_internal(alert(reader, written.text, now), written, now)


def send_by_itself(engine: Engine) -> None:
    """Alerts and morning lists, to our own people only. Raises ChannelDown."""
    while (row := engine.state.outbox.claim_alert(engine.clock.now())) is not None:
        _send(engine, row)


def _send(engine: Engine, row: OutboxRow) -> None:
    state, sender = engine.state, engine.outbox.desk.email
    try:
        raw = engine.outbox.compose(row)
        envelope = Envelope(row.message_id, sender, row.recipients, raw)
        engine.channel.send(envelope, lambda: state.outbox.sending_begins(row.id))
    except SendInDoubt as error:
        state.outbox.mark(row.id, "in_doubt", str(error))
    except (TemplateError, ValueError) as error:
        state.outbox.mark(row.id, "failed", str(error))
    except SendRefused as error:
        if error.permanent:
            state.outbox.mark(row.id, "failed", str(error))
        else:
            state.outbox.retry(row.id, engine.clock.now() + _AGAIN, str(error))
    except ChannelDown as error:
        state.outbox.retry(row.id, engine.clock.now() + _AGAIN, str(error))
        raise
    else:
        state.outbox.mark(row.id, "sent")
        # a copy in Sent is good to have; the mailbox may be what is gone
        with suppress(ChannelDown):
            engine.channel.keep_sent(engine.outbox.sealed_copy(row), row.date)
