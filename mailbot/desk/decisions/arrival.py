"""Receipts: what is believed, what is asked for once more, and "uploaded, but nothing there"."""

from dataclasses import replace
from datetime import datetime, timedelta

from mailbot.because import Because
from mailbot.desk.case.draft import Audience, Content, DraftState
from mailbot.desk.case.matter import ItemState
from mailbot.desk.case.reading import Reading
from mailbot.desk.case.rulebook import Occasion
from mailbot.desk.case.upload import Upload, UploadState, UploadWay
from mailbot.desk.decisions import asked
from mailbot.desk.decisions.due import answer_by
from mailbot.desk.decisions.new_draft import new_draft
from mailbot.desk.decisions.sheet import Sheet

# later than this, "uploaded" refers to a new file, not to one already receipted
_SPOKEN_OF = timedelta(days=1)


def attached(mail: Reading) -> tuple[Upload, ...]:
    """The files that came with a mail, as evidence like uploads."""
    return tuple(
        Upload(one.name, one.size, mail.at, UploadState.WHOLE, mail.sender.email, UploadWay.MAIL)
        for one in mail.files
    )


def believe(sheet: Sheet, mail: Reading) -> tuple[Upload, ...] | None:
    """The files a mail that says "uploaded" is about; None where the server has to be watched.

    Believed when a file is attached, when an upload has finished that no receipt named yet,
    or when the bot can't see the server.
    """
    files = attached(mail)
    sheet.transfer = replace(sheet.transfer, uploads=(*sheet.transfer.uploads, *files))
    sheet.matter = asked.by_files(sheet.matter, files, sheet.rules.items, sheet.now)
    new = unreceipted(sheet)
    if new and not any(one.has_come for one in new):
        soon = sheet.now + sheet.rules.receipt_after
        sheet.transfer = replace(sheet.transfer, upload_check=soon, upload_claim=mail.message_id)
        sheet.say(Because.NOTHING_WHOLE())
        return None
    if not new and mail.links:
        sheet.say(Because.BEHIND_LINK())
        return None
    if new or not server_is_seen(sheet):
        return new
    if _named_by_a_receipt(sheet):
        sheet.say(Because.RECEIPTED_BEFORE())
        return None
    wait = sheet.rules.upload_grace
    sheet.transfer = replace(
        sheet.transfer, upload_check=sheet.now + wait, upload_claim=mail.message_id
    )
    sheet.say(Because.NOTHING_YET(count=int(wait.total_seconds() // 60)))
    return None


def unreceipted(sheet: Sheet) -> tuple[Upload, ...]:
    """What no letter has named yet; what broke off only when there was time to resume it."""
    return tuple(
        one for one in sheet.transfer.uploads
        if not one.receipted and (
            one.has_come or (one.is_wanted_again and _resumable_until(sheet, one) <= sheet.now)
        )
    )  # fmt: skip


def _resumable_until(sheet: Sheet, upload: Upload) -> datetime:
    is_cut = upload.state is UploadState.CUT
    return upload.at + sheet.rules.upload_grace if is_cut else upload.at


def receipted(sheet: Sheet, files: tuple[Upload, ...]) -> None:
    """Remember that a letter names these files: each is named once."""
    uploads = tuple(
        replace(one, receipted=True) if one in files else one for one in sheet.transfer.uploads
    )
    sheet.transfer = replace(sheet.transfer, uploads=uploads, upload_check=None, upload_claim="")
    _look_again(sheet)


def _look_again(sheet: Sheet) -> None:
    """What broke off a moment ago is looked at when its time to be resumed is over."""
    cut = (
        one for one in sheet.transfer.uploads
        if one.state is UploadState.CUT and not one.receipted
    )  # fmt: skip
    sheet.transfer = replace(
        sheet.transfer,
        upload_check=min((_resumable_until(sheet, one) for one in cut), default=None),
    )


def receipt(sheet: Sheet, files: tuple[Upload, ...]) -> Content:
    """What a receipt says: what came, what is still missing, when we shall be heard.

    Whatever a mail says of a file that is not whole, the thing it should be is still missing.
    """
    for file in files:
        if file.is_wanted_again:
            sheet.matter = asked.without_file(sheet.case, file, sheet.rules.items, sheet.now)
    return Content(
        files=files,
        missing=sheet.matter.items_in(ItemState.ASKED),
        answer_by=answer_by(sheet.now, sheet.rules),
    )


def check_server(sheet: Sheet, due: datetime) -> None:
    """The moment to look: a receipt, or a word that nothing is there."""
    if any(_runs(sheet, one) for one in sheet.transfer.uploads):
        sheet.transfer = replace(sheet.transfer, upload_check=sheet.now + sheet.rules.upload_grace)
        sheet.say(Because.UPLOAD_RUNS())
        return
    claim, files = sheet.transfer.upload_claim, unreceipted(sheet)
    _look_again(sheet)
    if not files and sheet.transfer.upload_check is not None:
        sheet.say(Because.UPLOAD_MAY_RESUME())
        return
    has_come = any(one.has_come for one in files)
    nothing = claim and not has_come
    letter = Occasion.NOTHING_CAME if nothing else Occasion.DATA_CAME
    if files or claim:
        sheet.begin(letter, receipt(sheet, files) if files else Content(), claim, due)
    receipted(sheet, files)
    if has_come:
        _ask_again(sheet, files)
        draft_packet(sheet)


def _ask_again(sheet: Sheet, files: tuple[Upload, ...]) -> None:
    """What a file is goes to the engineer as a finished draft, and never by itself."""
    if not asked.lacks_full_dump(sheet.matter, files, sheet.rules.items):
        return
    to = sheet.parties.counterpart
    contact = sheet.parties.contact(to)
    draft = new_draft(
        (Occasion.OTHER_DUMP_CAME,), Audience.CUSTOMER, (to,), sheet.now, Content(files=files)
    )
    sheet.write(replace(draft, lang=contact.lang if contact is not None else ""))
    sheet.say(Because.OTHER_DUMP())


def _runs(sheet: Sheet, upload: Upload) -> bool:
    """Whether it is still coming; one that has not ended for too long never will."""
    fresh = sheet.now - upload.at < sheet.rules.longest_upload
    return upload.state is UploadState.RUNNING and fresh


def draft_packet(sheet: Sheet) -> None:
    """A packet for the second line, in place of one that still waits unedited."""
    sheet.withdraw(
        lambda draft: Occasion.ESCALATION in draft.letters and draft.state is DraftState.WAITING,
        Because.NEW_EVIDENCE(),
    )
    if any(Occasion.ESCALATION in draft.letters for draft in sheet.drafts):
        return
    address = sheet.parties.second_line or sheet.rules.packets_to
    to = (address,) if address else ()
    sheet.write(new_draft((Occasion.ESCALATION,), Audience.SECOND_LINE, to, sheet.now, Content()))


def server_is_seen(sheet: Sheet) -> bool:
    elsewhere = any(not account.is_ours for account in sheet.transfer.accounts)
    return sheet.rules.sees_server and not elsewhere


def _named_by_a_receipt(sheet: Sheet) -> bool:
    heard = sheet.talk.last_heard
    return any(
        one.receipted
        and one.has_come
        and one.via is UploadWay.SFTP
        and (heard is None or one.at >= heard)
        and sheet.now - one.at < _SPOKEN_OF
        for one in sheet.transfer.uploads
    )
