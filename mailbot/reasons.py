"""Why something is so: the sentences mailbot says of its own work, as values.

English is the language of the code, the log and the commands; `letters/reasons.py` words each for
the readers of letters. A guard and an intent bring their own (`Wording`).
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum


class Because(StrEnum):
    """Every kind of reason: its English sentence, with a place in braces for each part.

    A place is named for what stands there (`letters/terms.py` says how that is worded).
    """

    # What the engineer is told.
    NOT_HEARD_SINCE = "it is our turn, and the customer has heard nothing since {day}"
    ANSWER_PROMISED = "the customer was promised an answer by {day}"
    ANSWER_PROMISED_NOT_GIVEN = "the customer was promised an answer by {day}, and has none yet"
    SECOND_LINE_SILENT = "no word from the second line since {day}"
    YOU_PROMISED = "you promised the customer something by {day}"
    EDITED_AND_KEPT = "{draft} was edited by hand and is kept, although {reason}"
    EARLIER_DRAFT_WAITS = "{letters} would be due too, but an earlier draft still waits"
    ACCOUNT_WANTED = "an upload account is wanted: ask the administrator for one"
    NOT_UNDERSTOOD = "can't tell what the mail of {address} wants"
    SOLVED_UNPROVEN = "{address} says it is solved, but nothing proves that they wrote it"
    SOLVED_AND_MORE = "{address} says it is solved, and more: {said}"
    FILES_BEHIND_LINK = "{address} left {part} at {name}: fetch it"
    FILES_BEHIND_LINK_UNTIL = "{address} left {part} at {name}: fetch it by {day}"
    NOT_READ_WHOLE = "the mail of {address} could not be read whole: {reason}"
    PRESSES = "the customer presses: {said}"
    CANT_LEAVE = "{draft} can't leave, not even with a yes: {reasons}"
    MAY_HAVE_LEFT = "{draft} to {to} may or may not have left: {reason}"
    DID_NOT_LEAVE = "{draft} to {to} did not leave: {reason}"
    STOPPED = "{draft} was stopped: {reasons}"
    SECOND_LINE_WROTE = "{person} of the second line wrote"
    UNVERIFIED_COLLEAGUE = (
        "a mail says it is from {address}, but our server could not verify that: look at it "
        "before you act on it"
    )
    BOUNCES = "mail to {address} bounces ({status}): find another address"
    MAY_BOUNCE = "a report that nothing proves says that mail to {address} bounces: look at it"
    DELETED_AFTER_RECEIPT = "{file} was deleted from the server, after a receipt had named it"
    CUT_OFF = "the upload of {file} was cut off after {size} bytes"
    UNSEEN_MAILS = "this thread answers mails that never reached the desk"
    JOINED_HERE = "{case} lives on here; its drafts were withdrawn: {cases}"
    MAILS_WENT = "mails went to {case}: look at what still holds here"
    BEFORE_WE_BEGAN = "it came before the bot began, and nobody has answered: look at it"
    SPLIT_OFF = "it was split off {case}: look at what it needs"
    MAY_BELONG = "it may belong to {cases}: it has a case of its own now"
    # What of a mail can't be read here.
    ENCRYPTED = "it is encrypted, and nobody here has the key: open it yourself, or ask for it anew"
    IN_PORTAL = (
        "it is protected, and can only be read in its portal: open it there, or ask for it anew"
    )
    TOO_LARGE_TO_UNPACK = "{part} is too large to be unpacked here"
    CANT_BE_UNPACKED = "{part} can't be unpacked: ask for its files"
    PART_CUT_OFF = "{part} is cut off: ask for its files"
    SIGNED_UNREADABLE = "what is signed in it can't be read: {reason}"
    # Why drafts are taken back, and what else happens to a case.
    NEWER_MAIL = "a newer mail of the customer's came"
    ENGINEER_SPOKE = "an engineer wrote to the customer themselves"
    ENGINEER_HANDED_OVER = "an engineer handed the case over themselves"
    TOLD_ELSEWHERE = "{person} told the customer in another way"
    FILE_DELETED = "a file was deleted from the server"
    NEW_EVIDENCE = "newer evidence has arrived"
    SOLVED = "the customer says that it is solved"
    NOT_HEARD_AFTER_NOTICE = "nothing was heard after the closing notice"
    CLOSED_BY = "{person} closed it"
    PASSWORD_ORDERED = "{person} ordered a new password"
    PASSWORD_ORDERED_FOR = "{person} ordered a new password for {address}"
    READ_ONLY_ORDERED = "{person} ordered a read-only login for {address}"
    ACCOUNT_SHUT = "{person} shut the upload account"
    ACCOUNT_SHUT_OF = "{person} shut the upload account of {address}"
    ACCOUNTS_SHUT = "{person} shut the upload account of everybody"
    ACCOUNT_EXPIRED = "its time was up on {day}"
    OLD_PASSWORD_STAYS = "the login {name} goes on with its old password"
    LETTER_REJECTED = "the letter with its password was rejected"
    OTHER_SERVER = "an account on another server takes its place"
    ON_OTHER_SERVER = "the case has an account on another server"
    ACCOUNT_JUST_MADE = "their account was made a moment ago"
    ACCOUNT_ASKED_BY = "{address} asked for an upload account"
    ACCOUNT_READ = "the account {name} was read from a mail of {address}"
    ANNOUNCED = "announced: {due} at {hour}"
    NO_WORD_SINCE = "no word since {day}"
    ON_NO_LIST = "{letters} stood on no morning's list: it waits for the next"
    NO_NOTICE_HERE = "no closing notice is sent here"
    NOTHING_YET = "nothing has arrived yet: look again in {count} minutes"
    NOTHING_WHOLE = "nothing has come that is whole"
    BEHIND_LINK = "the files lie behind a link, and somebody has to fetch them"
    RECEIPTED_BEFORE = "a receipt already named these files"
    UPLOAD_RUNS = "an upload is still running"
    UPLOAD_MAY_RESUME = "an upload broke off a moment ago, and may be resumed"
    OTHER_DUMP = "a full dump was asked for, and another kind came"
    UPLOAD_BEGAN = "an upload has begun: {file}"
    ARRIVED = "{file} has arrived"
    EMPTY_FILE = "{file} is empty"
    INCOMPLETE_FILE = "{file} is incomplete"
    RENAMED = "{file} is called {name} now"
    UNKNOWN_DELETED = "a file was deleted that no letter speaks of"
    DELETED = "{file} was deleted"
    ONLY_THANKS = "it only says thanks: nothing changes"
    OUR_STEP = "the customer's mail gives us the next step"
    THEIR_STEP = "the next step is the customer's"
    LETTER_FIRST = "we owe the letter, then the customer the next step"
    PASSED_ON = "{address} passed it on"
    NAMES_DATE = "they name a date: {day}"
    KEEPS_WATCHING = "they ask to keep watching"
    CLOSED_ALREADY = "it is closed already"
    WROTE_AGAIN = "the customer wrote again"
    JOINED_BY = "{person} joined {case} to it"
    SAME_MATTER = "a mail shows that {case} is the same matter"
    LIVES_ON = "it lives on in {case}"
    MOVED_MAILS = "{person} moved mails to {case}"
    MADE_OF_MAILS = "{person} made it of mails of {case}"
    UNDONE = "{person} undid the last join or split"
    CANT_BE_APPROVED = "{draft} can't be approved as it stands"
    APPROVED = "{person} approved {draft}"
    DAY_OVER = "{draft} named a day that is over: it is written anew"
    REJECTED_BY = "rejected by {person}"
    REJECTED = "{person} rejected {draft}"
    REJECTED_BECAUSE = "{person} rejected {draft}: {said}"
    EDITED = "{person} edited {draft}"
    SPOKE = "{person} spoke to the customer: {said}"
    CALLED = "{person} spoke to the customer: a call"
    HELD_BY = "{person} holds everything that would leave by itself"
    LIFTED = "{person} lifted the hold"
    TAKEN = "{person} took the case"
    WATCHED_UNTIL = "{person} watches it until {hour}"
    OPENED_AGAIN = "{person} opened it again"
    LEFT = "{letters} left to {to}"
    HAS_LEFT = "our {letters} has left"
    FAILED = "{draft} to {to} failed: {reason}"
    DRAFT_WAITS = "a draft to the customer already awaits a yes"
    SWITCHED_OFF = "{letters} is switched off"
    COLLEAGUE_WROTE = "a colleague wrote: recorded, no clock stops"
    ADMIN_WROTE = "the administrator wrote"
    SECOND_LINE_ANSWERED = "the second line answered"
    MACHINE_CHANGES_NOTHING = "a machine's mail ({kind}) changes nothing"
    CAME_BACK = "our mail to {address} came back ({status})"
    BOUNCE_OF_NOTHING = "a bounce that names no letter of ours moves nothing"
    CLOSE_ANNOUNCED = "{person} announced the close"
    DATA_ASKED = "{person} asked the customer for data"
    GOES_TO_SECOND_LINE = "{person} told the customer that it goes to the second line"
    ENGINEER_WROTE = "{person} wrote to the customer"
    HANDED_OVER = "{person} handed it over"
    AMONG_US = "a mail among us: no clock moves, no order to the bot"
    HISTORY = "history: read before the bot began"
    # What the morning's list says of a case.
    OF_A_CASE = "{name}: {reason}"
    REMINDER_LEAVES = "the reminder leaves at {moment}; `mailbot hold {case}` keeps it"
    NOTICE_LEAVES = "the closing notice leaves at {moment}; `mailbot hold {case}` keeps it"
    WAITS_FOR_YES = "{draft} waits for your yes"
    OUR_TURN = "it is our turn"
    CASES_HELD = "nothing leaves by itself in {cases}: held"
    MAILS_UNREAD = "{count} mails could not be read: `mailbot quarantine` lists them"
    # What the desk says of itself.
    DEAF_SINCE = "the mailbox has not been read since {moment}"
    NOTHING_LEAVES = "no reminder and no notice leaves until it is read again"
    HEARS_AGAIN = "the mailbox is read again"
    PAUSED_SINCE = "sending is paused since {moment}; `mailbot resume` ends it"
    NOT_PAUSED = "sending is no longer paused"
    # Why a letter waits for a yes, or may not leave at all; guards bring their own.
    GAP = "an engineer has to fill in what only an engineer can say"
    NO_ADDRESS = "nobody to send it to: name an address"
    STALE = "it answers a mail that came too long ago: the bot was away"
    SECRET_UNCONFIRMED = "a secret leaves by itself only to a confirmed contact"
    WAITS_FOR_ENGINEER = "the letter waits for an engineer's yes"
    # What the outbox and the mail server say.
    WITHDRAWN = "it was withdrawn"
    SEAL_STAYS_SHUT = "a seal in it opens no password: mend it, or reject the letter"
    WITHDRAWN_BEFORE = "{draft} was withdrawn before it left"
    IN_DOUBT = "the connection broke after it was handed over, and no copy of it came back"
    NO_ADDRESS_OF_THE_SERVER = "{address} is no address the server takes"
    REFUSED = "refused {part}: {code} {said}"
    # Why a letter could not be written.
    TEMPLATE_MISSING = "{path} is missing: write the letter in this language too"
    OTHER_AUDIENCE = "{path} is a letter to {audience}: it can't be addressed to {other}"
    OTHER_ADDRESSEE = "{letters} is a letter to {audience} and can't go to {to}: address it anew"
    AT_LINE = "{path}:{line}: {reason}"
    UNKNOWN_NAME_NEAR = "there is no {name}. Did you mean {near}?"
    UNKNOWN_NAME = "there is no {name}. Known here: {known}"
    SECRET_NOT_MARKED = "only a letter with the header 'Secret: yes' may show a password"
    NO_ACCOUNT = "the case has no upload account: open one, or reject this letter"
    NO_LAST_DAY = "the account has no last day"
    NOTHING_SAID = "nothing was said in this case yet"
    NO_CLOSE_DATE = "no date was set for the close"
    NO_DATE = "no date was promised"
    NOT_ONE_DAY = "these things were not asked for on one day"
    NO_INSTRUCTIONS = "no upload instructions were sent yet"
    HEADER_BROKE_OUT = "a header of this letter broke out of its line: don't send it"
    NOT_IN_HEADER = "{value} can't stand in a header: mend it at its source"

    def __call__(self, **parts: "Part | int") -> "Reason":
        """The reason of this kind with these parts. Raises TypeError where one has no place."""
        return Reason(self.value, _in_place(self.value, parts))


@dataclass(frozen=True, slots=True)
class Reason:
    """A reason: its kind, and by name what stands in the kind's places.

    A kind without parts may be any sentence: what a server said, or what an older version wrote.
    """

    kind: str
    parts: Mapping[str, "Part"] = field(default_factory=dict)

    def __str__(self) -> str:
        """In English, as the log and the commands say it."""
        said = {name: _said(part) for name, part in self.parts.items()}
        return self.kind.format_map(said) if said else self.kind

    def rewritten(self, change: Callable[[str], str]) -> "Reason":
        """The same reason with every word in its places changed."""
        return replace(
            self, parts={name: _changed(one, change) for name, one in self.parts.items()}
        )

    def __hash__(self) -> int:
        return hash((self.kind, tuple(sorted(self.parts))))


@dataclass(frozen=True, slots=True)
class Wording:
    """How one kind of reason is worded in letters; ``en`` is '' where the kind reads well."""

    kind: str
    zh: str
    en: str = ""

    def __call__(self, **parts: "Part | int") -> Reason:
        """The reason of this kind with these parts. Raises TypeError where one has no place."""
        return Reason(self.kind, _in_place(self.kind, parts))


Part = str | Reason | tuple[Reason, ...]
_PLACE = re.compile(r"\{(\w+)\}")


def places(kind: str) -> tuple[str, ...]:
    """The names of a kind's places, in the order of the sentence."""
    return tuple(_PLACE.findall(kind))


def _in_place(kind: str, parts: Mapping[str, Part | int]) -> Mapping[str, Part]:
    if parts.keys() != set(places(kind)):
        raise TypeError(f"{kind!r} has other places than {', '.join(parts) or 'none'}")
    return {name: str(part) if isinstance(part, int) else part for name, part in parts.items()}


def _changed(part: Part, change: Callable[[str], str]) -> Part:
    if isinstance(part, tuple):
        return tuple(one.rewritten(change) for one in part)
    return change(part) if isinstance(part, str) else part.rewritten(change)


def _said(part: Part) -> str:
    return "; ".join(map(str, part)) if isinstance(part, tuple) else str(part)
