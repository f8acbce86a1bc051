"""Takes what the upload server tells, from its own thread, and hands it to the engine."""

from collections import deque
from dataclasses import replace

from mailbot.bot.engine import Engine
from mailbot.desk.case.events import FileArrived
from mailbot.desk.case.upload import Upload, UploadState
from mailbot.errors import WorldError
from mailbot.evidence.facts import HEAD, TAIL, describe
from mailbot.ports import Clock
from mailbot.sftp.folders import UploadFolders
from mailbot.sftp.tally import Told


class UploadReceiver:
    """Loses nothing: what can't be recorded now is tried again at the next sweep."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._engine: Engine | None = None
        self._folders: UploadFolders | None = None
        self._later: deque[tuple[str, FileArrived]] = deque()

    def begin(self, engine: Engine, folders: UploadFolders) -> None:
        """From now on there is somebody to hand it to.

        What was still running when an earlier life of the bot ended was cut off.
        """
        self._engine, self._folders = engine, folders
        for case in engine.state.case_lists.open():
            for upload in case.transfer.uploads:
                if upload.state is UploadState.RUNNING:
                    cut = replace(upload, state=UploadState.CUT, at=self._clock.now())
                    engine.handle(case.id, FileArrived(cut))

    def on_upload(self, told: Told) -> None:
        """A file began, ended, broke off or went. Raises nothing: the server must go on."""
        upload = Upload(told.name, told.size, self._clock.now(), told.state, told.user)
        self._later.append((told.case, FileArrived(upload, told.was)))
        self.hand_on()

    def hand_on(self) -> None:
        """Hand on what waits, oldest first, until something is in the way."""
        while self._engine is not None and self._later:
            case_id, event = self._later.popleft()
            try:
                seen = replace(event, upload=self._looked_at(case_id, event.upload))
                self._engine.handle(case_id, seen)
            except WorldError:
                self._later.appendleft((case_id, event))
                return

    def _looked_at(self, case_id: str, upload: Upload) -> Upload:
        """With what its bytes show, in both languages: customer and second line may differ."""
        if upload.state is not UploadState.WHOLE or self._folders is None or self._engine is None:
            return upload
        try:
            head = self._folders.head(case_id, upload.name, HEAD)
            tail = self._folders.tail(case_id, upload.name, TAIL)
        except (OSError, ValueError):
            return upload
        finding = describe(upload.name, upload.size, head, tail)
        case = self._engine.state.cases.load(case_id)
        contact = case.parties.contact(case.parties.counterpart)
        lang = contact.lang if contact is not None and contact.lang else self._engine.rules.lang
        return replace(
            upload,
            finding=finding.words(lang),
            findings=(("zh", finding.zh), ("en", finding.en)),
            is_full_dump=finding.is_full_dump,
            ends_early=finding.whole is False,
        )
