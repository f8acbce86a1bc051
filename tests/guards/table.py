"""The table of the guards: for each what it must stop, and what it must let through."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any

from mailbot.desk.case.case import Case
from mailbot.desk.case.draft import Audience, Draft, DraftState, Send
from mailbot.desk.case.filed_by import FiledBy
from mailbot.desk.case.holds import Holds
from mailbot.desk.case.matter import Matter
from mailbot.desk.case.parties import Contact, Parties
from mailbot.desk.case.transfer import Account, AccountOrigin, Transfer
from mailbot.mail.message import Trust

AT = datetime(2026, 3, 2, 2, 0, tzinfo=UTC)
ZHOU, WANG, GHOST = "zhou@partner.example", "wang@partner.example", "ghost@evil.example"
SECOND, STAFF = Audience.SECOND_LINE, Audience.STAFF
CASE = Case(
    "C-1", "服务器蓝屏", AT, parties=Parties(contacts=(Contact(ZHOU, joined_by=FiledBy.NEW),))
)
DRAFT = Draft(
    id="C-1/1", letters=("data_received",), audience=Audience.CUSTOMER, to=(ZHOU,), cc=(),
    lang="zh", written=AT, answers="m1@partner.example", send=Send.AUTO, state=DraftState.WAITING,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Row:
    """One letter before one guard; ``names`` is what the reason must say, '' where none is due."""

    guard: str
    what: str
    names: str
    draft: Draft
    case: Case

    def __str__(self) -> str:
        return f"{self.guard}: {self.what}"


def _letter(*to: str, **values: Any) -> Draft:
    return replace(DRAFT, to=to or (ZHOU,), **values)


def _case(*contacts: Contact, **parties: Any) -> Case:
    contacts = contacts or CASE.parties.contacts
    return replace(CASE, parties=replace(CASE.parties, contacts=contacts, **parties))


def _with_login(login: Account) -> Case:
    return replace(CASE, transfer=Transfer(accounts=(login,)))


def _joined(by: FiledBy, email: str = WANG, *, confirmed: bool = False) -> Case:
    """A case with a second person, and what brought them."""
    return _case(Contact(ZHOU), Contact(email, joined_by=by, confirmed=confirmed))


def rows() -> Iterator[Row]:
    """Every row of every guard."""
    for guard, table in _TABLES.items():
        for what, names, draft, case in table:
            yield Row(guard, what, names, draft, case)


_Table = tuple[tuple[str, str, Draft, Case], ...]

_GONE = _case(bounced=(ZHOU,))
_BOUNCED: _Table = (
    ("the very address", ZHOU, _letter(ZHOU), _GONE),
    ("another case of letters", "Zhou@Partner.Example", _letter("Zhou@Partner.Example"), _GONE),
    ("a detail", "zhou+logs@partner.example", _letter("zhou+logs@partner.example"), _GONE),
    ("a provider's spelling", "z.hou@googlemail.com", _letter("z.hou@googlemail.com"),
     _case(bounced=("zhou@gmail.com",))),
    ("one of several", f"mail to {ZHOU} came", _letter(WANG, ZHOU), _GONE),
    ("in copy", f"mail to {ZHOU} came", _letter(WANG, cc=(ZHOU,)), _GONE),
    ("both of two", f"{WANG}, {ZHOU}", _letter(WANG, ZHOU), _case(bounced=(ZHOU, WANG))),
    ("the second line's too", ZHOU, _letter(ZHOU, audience=SECOND), _GONE),
    ("nothing came back", "", _letter(ZHOU), CASE),
    ("somebody else's mail came back", "", _letter(WANG), _GONE),
    ("the same name at another domain", "", _letter("zhou@other.example"), _GONE),
    ("dots count at other providers", "", _letter("z.hou@partner.example"), _GONE),
    ("a longer name", "", _letter("azhou@partner.example"), _GONE),
    ("the engineer in copy", "", _letter(WANG, cc=("lin@support.example",)), _GONE),
    ("nobody addressed", "", replace(DRAFT, to=()), _GONE),
    ("the second line's other person", "", _letter(WANG, audience=SECOND), _GONE),
)  # fmt: skip

_FLOOD: _Table = (
    ("five within the hour", f"5 letters went to {ZHOU}", _letter(sent_to_person=5), CASE),
    ("more than five", "6 letters", _letter(sent_to_person=6), CASE),
    ("twenty a day", f"20 letters went to {ZHOU} within a day", _letter(sent_today=20), CASE),
    ("a hundred in all", "100 letters left", _letter(sent_in_all=100), CASE),
    ("the second line's too", "5 letters", _letter(sent_to_person=5, audience=SECOND), CASE),
    ("a hundred, nobody addressed", "100", replace(DRAFT, to=(), sent_in_all=100), CASE),
    ("none yet", "", _letter(), CASE),
    ("four within the hour", "", _letter(sent_to_person=4), CASE),
    ("nineteen a day", "", _letter(sent_today=19), CASE),
    ("ninety-nine in all", "", _letter(sent_in_all=99), CASE),
    ("all just below", "", _letter(sent_to_person=4, sent_today=19, sent_in_all=99), CASE),
    ("nobody addressed", "", replace(DRAFT, to=(), sent_to_person=5, sent_today=20), CASE),
)

_HELD = replace(CASE, holds=Holds(hold="lin@support.example"))
_PRESSED = replace(CASE, holds=Holds(hands_off="the customer presses: 太慢了"))
_BOTH = replace(CASE, holds=Holds(hold="lin@support.example", hands_off="太慢了"))
_HANDS_OFF: _Table = (
    ("held by an engineer", "held by lin@support.example", _letter(), _HELD),
    ("the customer presses", "太慢了", _letter(), _PRESSED),
    ("both: the customer's word first", "太慢了", _letter(), _BOTH),
    ("neither", "", _letter(), CASE),
    ("held, to staff", "", _letter(audience=STAFF), _HELD),
    ("pressed, to the second line", "", _letter(audience=SECOND), _PRESSED),
)

_JOINED_WEAKLY: _Table = (
    ("a quote", f"{WANG} joined by a quote", _letter(WANG), _joined(FiledBy.QUOTE)),
    ("a number", "joined by a number", _letter(WANG), _joined(FiledBy.NUMBER)),
    ("a subject", "joined by a subject", _letter(WANG), _joined(FiledBy.SUBJECT)),
    ("the only case", "joined by a only_case", _letter(WANG), _joined(FiledBy.ONLY_CASE)),
    ("a stranger with a known id", GHOST, _letter(GHOST), _joined(FiledBy.REFERENCES, GHOST)),
    ("a stranger with a Thread-Index", GHOST, _letter(GHOST), _joined(FiledBy.THREAD_INDEX, GHOST)),
    ("one of several", WANG, _letter(ZHOU, WANG), _joined(FiledBy.QUOTE)),
    ("not on the case", f"{GHOST} is not on the case", _letter(GHOST), CASE),
    (
        "a weak one with a detail",
        "wang+x@",
        _letter("wang+x@partner.example"),
        _joined(FiledBy.QUOTE),
    ),
    ("who opened it", "", _letter(), CASE),
    ("in capitals", "", _letter("ZHOU@partner.example"), CASE),
    ("with a detail", "", _letter("zhou+logs@partner.example"), CASE),
    ("a quote, confirmed", "", _letter(WANG), _joined(FiledBy.QUOTE, confirmed=True)),
    ("an id, of the same organisation", "", _letter(WANG), _joined(FiledBy.REFERENCES)),
    (
        "a stranger, confirmed",
        "",
        _letter(GHOST),
        _joined(FiledBy.REFERENCES, GHOST, confirmed=True),
    ),
    (
        "an id, and nobody else is there",
        "",
        _letter(),
        _case(Contact(ZHOU, joined_by=FiledBy.REFERENCES)),
    ),
    ("to staff", "", _letter(GHOST, audience=STAFF), CASE),
    ("to the second line", "", _letter(GHOST, audience=SECOND), CASE),
    ("nobody addressed", "", replace(DRAFT, to=()), CASE),
)

_MACHINES = (
    "noreply@partner.example", "No-Reply@partner.example", "no_reply@partner.example",
    "no.reply@partner.example", "donotreply@partner.example", "do_not_reply@partner.example",
    "MAILER-DAEMON@partner.example", "postmaster@partner.example",
    "bounces+zhou=partner.example@list.example", "bounce-12@list.example",
    "auto-reply@partner.example", "noreply+x@partner.example", "noreply-support@partner.example",
)  # fmt: skip
_PEOPLE = (
    ZHOU, "reply@partner.example", "noreplyer@partner.example", "zhou@noreply.example",
    "bouncer@partner.example", "nora@partner.example", "robot@partner.example",
    "a.noreply@partner.example", "notes@partner.example", "autoreplacement@partner.example",
    "post@partner.example",
)  # fmt: skip
_MACHINE: _Table = (
    *((one, f"nobody reads {one}", _letter(one), CASE) for one in _MACHINES),
    ("one of several", f"reads {_MACHINES[0]}", _letter(ZHOU, _MACHINES[0]), CASE),
    *((one, "", _letter(one), CASE) for one in _PEOPLE),
    ("to staff", "", _letter(_MACHINES[0], audience=STAFF), CASE),
    ("to the second line's portal", "", _letter(_MACHINES[0], audience=SECOND), CASE),
    ("nobody addressed", "", replace(DRAFT, to=()), CASE),
)

_NO_DATA = replace(CASE, matter=Matter(refused_data=True))
_REFUSED: _Table = (
    ("a packet", "declined to give data", _letter(audience=SECOND), _NO_DATA),
    ("a packet without an address", "declined", replace(DRAFT, to=(), audience=SECOND), _NO_DATA),
    ("a packet, and nothing was refused", "", _letter(audience=SECOND), CASE),
    ("a letter to the customer", "", _letter(), _NO_DATA),
)

_PASSWORD = _letter(secret=True)
_SECRET: _Table = (
    ("a forger", "verified", replace(_PASSWORD, trust=Trust.FAIL), CASE),
    ("an unproven one", "verified", replace(_PASSWORD, trust=Trust.NONE), CASE),
    ("a confirmed contact who may be forged", "verified", replace(_PASSWORD, trust=Trust.FAIL),
     _case(Contact(ZHOU, confirmed=True))),
    ("the second line", "verified", replace(_PASSWORD, trust=Trust.NONE, audience=SECOND), CASE),
    ("a proven one", "", _PASSWORD, CASE),
    ("no secret, a forger", "", _letter(trust=Trust.FAIL), CASE),
    ("no secret, an unproven one", "", _letter(trust=Trust.NONE), CASE),
    ("a proven one in the second line", "", replace(_PASSWORD, audience=SECOND), CASE),
)  # fmt: skip

_OFF_CASE: _Table = (
    ("a stranger", f"{GHOST} is not", _letter(GHOST, secret=True), CASE),
    ("a stranger in copy", f"{GHOST} is not", replace(_PASSWORD, cc=(GHOST,)), CASE),
    ("one of several", f"case: {GHOST} is", _letter(ZHOU, GHOST, secret=True), CASE),
    ("a colleague who is not on it", WANG, _letter(WANG, secret=True), CASE),
    ("the second line", WANG, _letter(WANG, secret=True, audience=SECOND), CASE),
    ("the second line, of another case", WANG, _letter(WANG, secret=True, audience=SECOND),
     _case(second_line="tan@escalation.example")),
    ("the customer, in a letter to the second line", ZHOU,
     _letter(ZHOU, secret=True, audience=SECOND), _case(second_line=ZHOU)),
    ("the second line, in a customer's letter", WANG, _letter(WANG, secret=True),
     _case(second_line=WANG)),
    ("nobody is on it", ZHOU, _PASSWORD, replace(CASE, parties=replace(CASE.parties, contacts=()))),
    ("the second line who has the case", "", _letter(WANG, secret=True, audience=SECOND),
     _case(second_line=WANG)),
    ("the second line who has a login", "", _letter(WANG, secret=True, audience=SECOND),
     _with_login(Account("c1b", WANG, AccountOrigin.OPENED, AT, read_only=True))),
    ("the second line, by a customer's login", WANG,
     _letter(WANG, secret=True, audience=SECOND),
     _with_login(Account("c1b", WANG, AccountOrigin.OPENED, AT))),
    ("the contact", "", _PASSWORD, CASE),
    ("the contact in capitals", "", _letter("Zhou@PARTNER.example", secret=True), CASE),
    ("the contact's detail", "", _letter("zhou+ftp@partner.example", secret=True), CASE),
    ("a contact in copy", "", replace(_PASSWORD, cc=(WANG,)), _joined(FiledBy.QUOTE)),
    ("a stranger, no secret", "", _letter(GHOST), CASE),
    ("to staff", "", _letter(WANG, secret=True, audience=STAFF), CASE),
)  # fmt: skip

_STRANGER = _case(stranger_of="C-9")
_NOBODY = replace(_STRANGER, parties=Parties(stranger_of="C-9"))
_STRANGERS: _Table = (
    ("a stranger", "it speaks of C-9", _letter(), _STRANGER),
    ("one of two is confirmed", "C-9", _letter(),
     _case(Contact(ZHOU, confirmed=True), Contact(WANG), stranger_of="C-9")),
    ("nobody is on it", "C-9", _letter(), _NOBODY),
    ("no stranger", "", _letter(), CASE),
    ("an engineer wrote to them", "", _letter(),
     _case(Contact(ZHOU, confirmed=True), stranger_of="C-9")),
    ("to staff", "", _letter(audience=STAFF), _STRANGER),
    ("to the second line", "", _letter(audience=SECOND), _STRANGER),
)  # fmt: skip

_UNSURE: _Table = (
    ("just below", "confidence 0.69", _letter(confidence=0.69), CASE),
    ("nothing understood", "confidence 0.00", _letter(confidence=0.0), CASE),
    ("a packet", "confidence 0.60", _letter(confidence=0.6, audience=SECOND), CASE),
    ("exactly enough", "", _letter(confidence=0.7), CASE),
    ("more than enough", "", _letter(confidence=0.71), CASE),
    ("what the desk begins", "", _letter(), CASE),
)

_UNVERIFIED: _Table = (
    ("a forger", "trust=fail", _letter(trust=Trust.FAIL), CASE),
    ("an unproven one", "trust=none", _letter(trust=Trust.NONE), CASE),
    ("a confirmed contact who may be forged", "trust=fail", _letter(trust=Trust.FAIL),
     _case(Contact(ZHOU, confirmed=True))),
    ("a proven one", "", _letter(), CASE),
    ("to staff", "", _letter(trust=Trust.FAIL, audience=STAFF), CASE),
    ("to the second line", "", _letter(trust=Trust.NONE, audience=SECOND), CASE),
    ("asked of the administrator on their word", "trust=none",
     _letter(trust=Trust.NONE, audience=Audience.ADMIN), CASE),
)  # fmt: skip

_TABLES = {
    "bounced": _BOUNCED, "flood": _FLOOD, "hands_off": _HANDS_OFF,
    "joined_weakly": _JOINED_WEAKLY, "machine": _MACHINE, "refused": _REFUSED,
    "secret": _SECRET, "secret_off_case": _OFF_CASE, "stranger_in_known_thread": _STRANGERS,
    "unsure": _UNSURE, "unverified": _UNVERIFIED,
}  # fmt: skip
