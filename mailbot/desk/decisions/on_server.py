"""What happens to a file on the server: it begins, ends, breaks off, is renamed, or goes."""

from collections.abc import Callable
from dataclasses import replace

from mailbot.because import Because
from mailbot.desk.case.actions import Write
from mailbot.desk.case.draft import Draft, DraftState
from mailbot.desk.case.events import FileArrived
from mailbot.desk.case.rulebook import Occasion
from mailbot.desk.case.step import Step
from mailbot.desk.case.upload import Upload, UploadState, UploadWay
from mailbot.desk.decisions import asked, promises
from mailbot.desk.decisions.arrival import draft_packet
from mailbot.desk.decisions.sheet import Sheet

_RECEIPT = (Occasion.DATA_CAME,)


def file_arrived(sheet: Sheet, event: FileArrived) -> None:
    upload = event.upload
    known = _known(sheet, event.was or upload.name)
    if upload.state is UploadState.GONE:
        _gone(sheet, known)
    elif event.was and known is not None and upload.state is UploadState.WHOLE:
        _renamed(sheet, known, _carried(known, upload))
    else:
        _put(sheet, upload, upload.name, event.was)
        _WAYS[upload.state](sheet, upload, known)


def _running(sheet: Sheet, upload: Upload, known: Upload | None) -> None:
    del known
    sheet.say(Because.UPLOAD_BEGAN(file=upload.name))


def _ended(sheet: Sheet, upload: Upload, known: Upload | None) -> None:
    if upload.has_come:
        _came(sheet, upload)
        sheet.move(Step.WE_OWE, Because.ARRIVED(file=upload.name))
    else:
        _lacks(sheet, upload, known)
        lacks = Because.EMPTY_FILE if upload.is_empty else Because.INCOMPLETE_FILE
        sheet.say(lacks(file=upload.name))
    sheet.transfer = replace(sheet.transfer, upload_check=sheet.now + sheet.rules.receipt_after)


def _broke_off(sheet: Sheet, upload: Upload, known: Upload | None) -> None:
    """Many programs resume by themselves: the customer is told after the usual grace."""
    _lacks(sheet, upload, known)
    sheet.tell(Because.CUT_OFF(file=upload.name, size=upload.size))
    look = sheet.now + sheet.rules.upload_grace
    sheet.transfer = replace(
        sheet.transfer, upload_check=min(look, sheet.transfer.upload_check or look)
    )


_WAYS: dict[UploadState, Callable[[Sheet, Upload, Upload | None], None]] = {
    UploadState.RUNNING: _running,
    UploadState.WHOLE: _ended,
    UploadState.CUT: _broke_off,
}


def _came(sheet: Sheet, upload: Upload) -> None:
    sheet.matter = asked.by_files(sheet.matter, [upload], sheet.rules.items, sheet.now)
    promises.kept(sheet)


def _lacks(sheet: Sheet, upload: Upload, known: Upload | None) -> None:
    """It took the place of a file that was whole: what that one was is missing again."""
    if known is not None and known.has_come:
        sheet.matter = asked.without_file(sheet.case, upload, sheet.rules.items, sheet.now)


def _carried(known: Upload, upload: Upload) -> Upload:
    """The same upload under its new name: what was said of it is not said again."""
    is_cut = known.state is UploadState.CUT
    return replace(
        upload,
        state=known.state if is_cut else upload.state,
        at=known.at,
        user=known.user,
        receipted=known.receipted,
        finding=upload.finding or known.finding,
        findings=upload.findings or known.findings,
        ends_early=upload.ends_early or known.ends_early,
    )


def _renamed(sheet: Sheet, known: Upload, upload: Upload) -> None:
    sheet.say(Because.RENAMED(file=known.name, name=upload.name))
    _put(sheet, upload, upload.name, known.name)
    _came(sheet, upload)
    _say_anew(sheet, known, upload)


def _gone(sheet: Sheet, known: Upload | None) -> None:
    if known is None or known.state is UploadState.GONE:
        sheet.say(Because.UNKNOWN_DELETED())
        return
    sheet.say(Because.DELETED(file=known.name))
    sheet.matter = asked.without_file(sheet.case, known, sheet.rules.items, sheet.now)
    others = tuple(one for one in sheet.transfer.uploads if one != known)
    kept = (replace(known, state=UploadState.GONE),) if known.receipted else ()
    sheet.transfer = replace(sheet.transfer, uploads=(*others, *kept))
    if known.receipted and known.has_come:
        sheet.tell(Because.DELETED_AFTER_RECEIPT(file=known.name))
    _say_anew(sheet, known, None)


def _say_anew(sheet: Sheet, was: Upload, now: Upload | None) -> None:
    """Letters that still wait speak of the files as they are."""
    for draft in sheet.drafts:
        if draft.state is DraftState.WAITING and not draft.edited and _names(draft, was):
            others = tuple(one for one in draft.content.files if one.name != was.name)
            files = (*others, now) if now is not None else others
            _rewrite(sheet, replace(draft, content=replace(draft.content, files=files)))
    waits = [one for one in sheet.drafts if Occasion.ESCALATION in one.letters and one.waits]
    if waits and any(one.has_come for one in sheet.transfer.uploads):
        draft_packet(sheet)
    elif waits:
        sheet.withdraw(lambda draft: draft in waits, Because.FILE_DELETED())


def _names(draft: Draft, upload: Upload) -> bool:
    return any(one.name == upload.name and one.via is UploadWay.SFTP for one in draft.content.files)


def _rewrite(sheet: Sheet, draft: Draft) -> None:
    if not draft.content.files and draft.letters == _RECEIPT:
        sheet.withdraw(lambda one: one.id == draft.id, Because.FILE_DELETED())
        return
    sheet.put(draft)
    sheet.order(Write(draft))


def _known(sheet: Sheet, name: str) -> Upload | None:
    files = (
        one for one in sheet.transfer.uploads if one.via is UploadWay.SFTP and one.name == name
    )
    return next(files, None)


def _put(sheet: Sheet, upload: Upload, *names: str) -> None:
    """One file, one upload: the newest of a name takes the place of what had it."""
    others = tuple(
        one for one in sheet.transfer.uploads if one.via != upload.via or one.name not in names
    )
    sheet.transfer = replace(sheet.transfer, uploads=(*others, upload))
