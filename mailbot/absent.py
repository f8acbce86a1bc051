"""What is said of absences: an English sentence for each kind."""

from mailbot.reasons import Kind


class Absent(Kind):
    """Every kind of word about somebody who is away, or back."""

    # What follows from it, to who ordered it.
    AWAY_UNTIL = "{person} is away until the end of {day}"
    AWAY_OPEN = "{person} is away until `mailbot back`, or until they write to the desk"
    GOES_TO = "from now on what is theirs goes to {to}"
    LEAD_HEARS = "nobody who is there stands in: from now on the lead hears what is theirs ({to})"
    NOBODY_HEARS = "nobody who is there stands in, and no lead is named: it goes on coming to them"
    BACK = "{person} is back: from now on what is theirs comes to them again"
    WAS_THERE = "{person} was not away: nothing changes"
    # What happened in a case meanwhile, to who is back.
    IN_A_CASE = "{name}: {reasons}"
    MAILS_CAME = "mails of the customer's: {count}"
