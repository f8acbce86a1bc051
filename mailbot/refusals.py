"""Why an order can't be done as things stand: an English sentence for each kind."""

from mailbot.reasons import Kind


class Refusal(Kind):
    """Every kind of refusal; the terminal adds which command mends it (`cli/hints.py`)."""

    # The case and the draft that are meant.
    NO_CASE = "there is no case {case}"
    NO_DRAFT = "{name} is no draft: a draft is named by its case and a number"
    NO_LONGER_WAITS = "{draft} does not wait any more"
    CASE_CLOSED = "{case} is closed: it has to be opened again first"
    CASE_NOT_CLOSED = "{case} is not closed"
    CASE_LIVES_ON = "{case} lives on in {name}: name that one"
    # A yes, an edit, and their end.
    ON_ITS_WAY = "{draft} is on its way already"
    HAS_CHANGED = "{draft} has changed since you saw it: look at it again"
    NEWER_MAIL = (
        "the customer wrote again, so {draft} was not sent: look at that first; what you wrote "
        "is kept"
    )
    GAP_TO_FILL = "{draft} has a gap that only an engineer can fill: fill it first"
    GAP_STILL_THERE = "{draft} still has a gap: put your words in its place, or take it out"
    NO_GAP_LEFT = "{draft} has no gap left to put {name} in"
    EMPTY_LETTER = "an empty letter can't be sent: reject the draft instead"
    LEFT_ALREADY = "{draft} has left: it can't be taken back"
    SEAL_BROKEN = "{draft}: `{value}` opens no password: put the line {known} there instead"
    SEAL_STRANGE = "{draft}: `{value}` opens no password: take it out, or reject the draft"
    SEAL_GONE = (
        "{draft}: the draft's password line is gone: put {known} back, or reject the draft "
        "and write yourself"
    )
    WRITTEN_ANEW = (
        "{draft} named {day}, which is over, and is written anew: look at it, then approve it"
    )
    NAMES_PAST_DAY = "{draft} names {day}, which is over: name another day in it"
    # To whom, and whose.
    ADDRESSED_ALREADY = "{draft} goes to {to} already"
    ADDRESS_WANTED = "{draft} has no address: name one of the second line's"
    NOT_OF_SECOND_LINE = "{to} is not of the second line: that is {known}"
    WHICH_OF_SECOND_LINE = "say for whom: the second line is {known}"
    NO_SECOND_LINE = "this desk knows nobody of the second line"
    WHICH_CUSTOMER = "say for whom: the customers of {case} are {known}"
    NO_CUSTOMER = "{case} has no customer yet"
    NO_UPLOAD_SERVER = "no upload server is run here: ask the administrator for an account"
    LOGIN_ELSEWHERE = "{case} uses an account of another server: ask its administrator"
    CANT_STAND_IN = "{address} can't stand in: name somebody who may give orders here"
    OWN_STAND_IN = "nobody stands in for themselves: name somebody else than {address}"
    # What the order says itself.
    DAY_OVER = "{day} is over: name a day to come"
    WHICH_DAY = "say until which day: year, month, day"
    HOW_MANY_DAYS = "say for how many days: 1 to {count}"
    NOTE_EMPTY = "the note is empty: write a word"
    # Mails that go from case to case, or are read once more.
    WHICH_MAILS = "choose the mails of {case} that shall go"
    NO_MAIL = "{case} has no mail {number}"
    NO_MAIL_OF_CUSTOMER = "no customer wrote in {case} yet: name a mail"
    MAIL_UNREADABLE = "mail {number} can't be read: {reason}"
    NOTHING_LEFT = "nothing would be left of {case}: to make two cases one, join them"
    ONE_CASE = "{case} is one case already"
    TAKES_NO_MAILS = "{case} is no case that mails can go to"
    NOTHING_TO_UNDO = "{case} was neither joined nor split: there is nothing to undo"
    LIVES_ELSEWHERE = "{case} lives elsewhere by now: undo that first"
    MORE_HAPPENED = (
        "more has happened in {case} or {name} since: join them again, or split off "
        "what belongs elsewhere"
    )
    NOT_IN_QUARANTINE = "no mail {number} is in quarantine"
