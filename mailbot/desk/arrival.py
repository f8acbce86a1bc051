"""Files on the server: the receipt, what is believed, and "says uploaded, nothing there"."""

from dataclasses import replace
from datetime import datetime, timedelta

from mailbot.desk import asked, promises
from mailbot.desk.case import ItemState
from mailbot.desk.draft import Audience, Content, DraftState
from mailbot.desk.due import answer_by
from mailbot.desk.events import FileArrived
from mailbot.desk.reading import Reading
from mailbot.desk.sheet import Sheet, new_draft
from mailbot.desk.step import Step
from mailbot.desk.upload import Upload, UploadState

# who says "uploaded" later than that means something else than what a receipt named
_SPOKEN_OF = timedelta(days=1)
_PACKET = "escalation_packet"


def file_arrived(sheet: Sheet, event: FileArrived) -> None:
    upload = event.upload
    others = tuple(
        one for one in sheet.case.uploads
        if (one.name, one.user) != (upload.name, upload.user) or one.receipted
    )  # fmt: skip
    sheet.change(uploads=(*others, upload))
    if upload.state is UploadState.WHOLE:
        _came(sheet, upload)
    elif upload.state is UploadState.CUT:
        sheet.tell(f"the upload of {upload.name} was cut off after {upload.size} bytes")


def _came(sheet: Sheet, upload: Upload) -> None:
    sheet.case = asked.by_files(sheet.case, [upload], sheet.rules.items, sheet.now)
    promises.uploaded(sheet)
    sheet.move(Step.WE_OWE, f"{upload.name} has arrived")
    sheet.change(upload_check=sheet.now + sheet.rules.receipt_after)


def attached(mail: Reading) -> tuple[Upload, ...]:
    """The files that came with a mail, as evidence like uploads."""
    return tuple(
        Upload(one.name, one.size, mail.at, UploadState.WHOLE, mail.sender.email, "mail")
        for one in mail.files
    )


def believe(sheet: Sheet, mail: Reading) -> tuple[Upload, ...] | None:
    """The files a mail that says "uploaded" is about; None where the server has to be watched.

    Believed when a file is attached, when an upload has finished that no receipt named yet,
    or when the bot can't see the server.
    """
    files = attached(mail)
    sheet.change(uploads=(*sheet.case.uploads, *files))
    sheet.case = asked.by_files(sheet.case, files, sheet.rules.items, sheet.now)
    new = unreceipted(sheet)
    if not new and mail.links:
        sheet.say("the files lie behind a link, and somebody has to fetch them")
        return None
    if new or not _server_is_seen(sheet):
        return new
    if _named_by_a_receipt(sheet):
        sheet.say("a receipt already named these files")
        return None
    wait = sheet.rules.upload_grace
    sheet.change(upload_check=sheet.now + wait, upload_claim=mail.message_id)
    sheet.say(f"nothing has arrived yet: look again in {int(wait.total_seconds() // 60)} minutes")
    return None


def unreceipted(sheet: Sheet) -> tuple[Upload, ...]:
    return tuple(
        one for one in sheet.case.uploads
        if one.state is UploadState.WHOLE and not one.receipted
    )  # fmt: skip


def receipted(sheet: Sheet, files: tuple[Upload, ...]) -> None:
    """Remember that a receipt names these files: each is named once."""
    uploads = tuple(
        replace(one, receipted=True) if one in files else one for one in sheet.case.uploads
    )
    sheet.change(uploads=uploads, upload_check=None, upload_claim="")


def receipt(sheet: Sheet, files: tuple[Upload, ...]) -> Content:
    """What a receipt says: what came, what is still missing, when we shall be heard."""
    return Content(
        files=files,
        missing=sheet.case.items_in(ItemState.ASKED),
        answer_by=answer_by(sheet.now, sheet.rules),
    )


def check_server(sheet: Sheet, due: datetime) -> None:
    """The moment to look: a receipt, or a word that nothing is there."""
    if any(_runs(sheet, one) for one in sheet.case.uploads):
        sheet.change(upload_check=sheet.now + sheet.rules.upload_grace)
        sheet.say("an upload is still running")
        return
    claim, files = sheet.case.upload_claim, unreceipted(sheet)
    sheet.change(upload_check=None, upload_claim="")
    if files:
        sheet.begin("data_received", receipt(sheet, files), claim, due)
        receipted(sheet, files)
        _ask_again(sheet, files)
        draft_packet(sheet)
    elif claim:
        sheet.begin("nothing_arrived", Content(), claim, due)


def _ask_again(sheet: Sheet, files: tuple[Upload, ...]) -> None:
    """What a file is goes to the engineer as a finished draft, and never by itself."""
    if not asked.lacks_full_dump(sheet.case, files):
        return
    to = sheet.case.counterpart
    contact = sheet.case.contact(to)
    draft = new_draft(("collect_again",), Audience.CUSTOMER, (to,), sheet.now, Content(files=files))
    sheet.write(replace(draft, lang=contact.lang if contact is not None else ""))
    sheet.say("a full dump was asked for, and another kind came")


def _runs(sheet: Sheet, upload: Upload) -> bool:
    """Whether it is still coming; one that has not ended for too long never will."""
    fresh = sheet.now - upload.at < sheet.rules.longest_upload
    return upload.state is UploadState.RUNNING and fresh


def draft_packet(sheet: Sheet) -> None:
    """A packet for the second line, in place of one that still waits unedited."""
    sheet.withdraw(
        lambda draft: _PACKET in draft.letters and draft.state is DraftState.WAITING,
        "newer evidence has arrived",
    )
    if any(_PACKET in draft.letters for draft in sheet.case.drafts):
        return
    address = sheet.case.second_line or sheet.rules.packets_to
    to = (address,) if address else ()
    sheet.write(new_draft((_PACKET,), Audience.SECOND_LINE, to, sheet.now, Content()))


def _server_is_seen(sheet: Sheet) -> bool:
    elsewhere = any(account.origin == "read" for account in sheet.case.accounts)
    return sheet.rules.sees_server and not elsewhere


def _named_by_a_receipt(sheet: Sheet) -> bool:
    heard = sheet.case.last_heard
    return any(
        one.receipted
        and one.via == "sftp"
        and (heard is None or one.at >= heard)
        and sheet.now - one.at < _SPOKEN_OF
        for one in sheet.case.uploads
    )
