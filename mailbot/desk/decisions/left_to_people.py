"""What a mail brings that the desk can't take by itself: files behind links, what is not read."""

from mailbot.because import Because
from mailbot.desk.case.reading import Reading
from mailbot.desk.decisions.sheet import Sheet

_MOST = 5


def left_for_a_person(sheet: Sheet, mail: Reading) -> None:
    """Each is told once: somebody has to fetch the file in time, or to open the mail themselves."""
    for link in mail.links[:_MOST]:
        what = link.name or "files"
        if link.expires is None:
            sheet.hold_for(
                Because.FILES_BEHIND_LINK(address=mail.sender.email, part=what, name=link.provider)
            )
        else:
            day = link.expires.date().isoformat()
            sheet.hold_for(
                Because.FILES_BEHIND_LINK_UNTIL(
                    address=mail.sender.email, part=what, name=link.provider, day=day
                )
            )
    for said in mail.unread[:_MOST]:
        sheet.hold_for(Because.NOT_READ_WHOLE(address=mail.sender.email, reason=said))
