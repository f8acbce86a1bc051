"""What became of an order that came by mail: an English sentence for each kind."""

from mailbot.reasons import Kind


class Obeyed(Kind):
    """Every kind of answer to an order by mail."""

    # A yes, a no, other words.
    LEAVES = "{draft} leaves now to {to}"
    LEAVES_CHANGED = "{draft} leaves now to {to}, with your words"
    LEAVES_AFTER_PAUSE = "{draft} has your yes; it leaves once sending is no longer paused"
    WITHDRAWN = "{draft} is withdrawn and will not leave"
    WORDS_PUT_IN = "your words stand in {draft} now: read it below, and answer ok to send it"
    # Nothing was done, and why.
    SAY_IT_CLEARLY = (
        "can't tell whether {draft} may leave, so nothing was done: answer ok, no, or the words "
        "of the letter"
    )
    SAY_WHICH = (
        "can't tell what you say of which letter, so nothing was done: write `all ok`, or a line "
        "for each, as `1 ok`"
    )
    STILL_UNCLEAR = "still can't tell what shall become of {draft}: nothing was done, and it waits"
    NOT_YOURS = "{draft} waits for the yes of {to}, not for yours: nothing was done"
    ANSWERED_BEFORE = "{draft}: this notice was answered before, so nothing was done"
    LEFT_BEFORE = "{draft} has left already: nothing was done"
    WITHDRAWN_BEFORE = "{draft} was withdrawn before you answered: nothing was done"
    CHANGED_SINCE = (
        "{draft} has changed since it was shown to you, so nothing was done: read it below as it "
        "is now, and answer again"
    )
    NOT_DONE = "nothing was done about {draft}: {reason}"
    WHICH_LETTER = "can't tell which letter you mean: answer the notice that shows it"
    ONLY_ENGINEERS = "only engineers give orders to the desk: nothing was done"
    NOT_PROVEN = (
        "our server did not verify that this mail is yours, so nothing was done: an order has to "
        "answer a notice then, whose id nobody else knows"
    )
    # Orders that begin with `#`.
    DONE = "{case}: {reasons}"
    WHICH_CASE = (
        "can't tell which case you mean, so nothing was done: answer one of its mails, or write "
        "its number in the subject"
    )
    NO_SUCH_ORDER = "#{name} is no order, and nothing was done for it; known are {known}"
    NOT_OBEYED = "#{name} was not carried out: {reason}"
    SAY_HOW_LONG = "say for how long, as in `#{name} 7d`, or until which day: `#{name} 2031-05-06`"
    SAY_WHAT_IT_WANTS = "say what the mail wants, as in `#{name} question`; known are {known}"
