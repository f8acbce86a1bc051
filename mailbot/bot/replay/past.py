"""What a replay plays: mails in the order they came, and uploads from `uploads.jsonl`."""

import json
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path

from mailbot.bot.happenings import Happening
from mailbot.bot.replay.replay import Approve, PastMail, PastUpload, Replay
from mailbot.bot.wiring.assembly import assemble_in_memory
from mailbot.bot.wiring.recogniser import LateRecogniser
from mailbot.clock import SettableClock
from mailbot.config import Config, unbundled
from mailbot.desk.case.upload import Upload, UploadState
from mailbot.errors import ConfigError
from mailbot.ports import Arrival

_NEVER = datetime(1970, 1, 1, tzinfo=UTC)


def past_replay(
    config: Config,
    arrivals: Sequence[Arrival],
    uploads: Path | None,
    approve: Approve,
    recogniser: LateRecogniser | None = None,
) -> Replay:
    """A replay over these mails; the server is seen only where uploads are told."""
    start = arrivals[0].at if arrivals else None
    clock = SettableClock(start or _NEVER)
    happened: list[Happening] = []
    channel = PastMail(arrivals, clock)
    engine = assemble_in_memory(
        unbundled(config),
        channel,
        clock,
        happened.append,
        sees_server=uploads is not None,
        recogniser=recogniser,
    )
    past = list(_uploads(uploads)) if uploads is not None else []
    return Replay(engine, channel, clock, happened, past, approve)


def _uploads(path: Path) -> Iterator[PastUpload]:
    lines = path.read_text(encoding="utf-8").splitlines()
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            told = json.loads(line)
            at = datetime.fromisoformat(told["at"])
            upload = Upload(
                told["name"], int(told["size"]), at, UploadState.WHOLE, str(told["user"])
            )
        except (ValueError, KeyError, TypeError) as error:
            raise ConfigError(
                f"{path}:{number}: {error}: each line names at, user, name and size"
            ) from error
        yield PastUpload(at, upload)
