"""What a mail brings that the desk can't take by itself: files behind links, what is not read."""

from mailbot.desk.reading import Reading
from mailbot.desk.sheet import Sheet

_MOST = 5


def left_for_a_person(sheet: Sheet, mail: Reading) -> None:
    """Each is told once: somebody has to fetch the file in time, or to open the mail himself."""
    for link in mail.links[:_MOST]:
        what = f"{link.name} at {link.provider}" if link.name else f"files at {link.provider}"
        until = f", by {link.expires.date().isoformat()}" if link.expires is not None else ""
        sheet.need(f"{mail.sender.email} left {what}: fetch it{until}")
    for said in mail.unread[:_MOST]:
        sheet.need(f"the mail of {mail.sender.email} could not be read whole: {said}")
