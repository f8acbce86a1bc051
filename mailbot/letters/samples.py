"""Invented facts by which every branch of every letter can be tried."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from types import MappingProxyType
from zoneinfo import ZoneInfo

from mailbot.because import Because
from mailbot.desk.case.case import Case
from mailbot.desk.case.draft import Audience, Content, Draft, DraftState, Send
from mailbot.desk.case.login_wanted import LoginWanted
from mailbot.desk.case.matter import AskedItem, ItemState, Matter
from mailbot.desk.case.parties import Contact, Parties
from mailbot.desk.case.rulebook import LetterSpec, Server
from mailbot.desk.case.talk import Said, Talk
from mailbot.desk.case.transfer import Account, AccountOrigin, Transfer
from mailbot.desk.case.upload import Upload, UploadState, UploadWay
from mailbot.desk.case.workdays import WorkCalendar
from mailbot.letters.letterhead import Letterhead
from mailbot.letters.page import Page
from mailbot.ports import Written
from mailbot.understanding.item import Item
from mailbot.understanding.understood import TextFact

PROBLEMS = ("login", "network", "permission", "space", "slow", "other")
REASONS = ("watched", "silent", "recurrence", "news", "answered")
SEAL = "[sealed:0123abcd]"
TOLD = Because.NOT_UNDERSTOOD(address="reader@customer.example")
WITHHELD = Because.SECRET_UNCONFIRMED()

_NOW = datetime(2026, 3, 3, 8, 0, tzinfo=UTC)
_READER = "reader@customer.example"
_COLLEAGUE = "colleague@customer.example"
_WAITING = "C-7/2"
_TO = {
    Audience.CUSTOMER: _READER,
    Audience.STAFF: "engineer@support.example",
    Audience.SECOND_LINE: "expert@escalation.example",
    Audience.ADMIN: "sftp@support.example",
}
_WORDS: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        "zh": MappingProxyType(
            {
                "title": "调度工作站蓝屏", "name": "周佐", "salutation": "周先生，您好",
                "user": "青岭水务", "finding": "内核转储，文件完整",
                "value": "昨天屏幕上显示的错误代码是 139",
                "question": "是否需要重启？", "note": "客户来信说明了新的情况",
                "told": "您好：\n\n  昨天又蓝屏了。\n重启后恢复。", "desk": "技术支持中心",
                "hours": "工作日 9:00-18:00",
                "readers": "负责本案例的工程师", "contains": "转储文件可能包含个人信息。",
                "signer": "林工", "draft": "您好！\n\n文件已经收到。\n",
            }
        ),
        "en": MappingProxyType(
            {
                "title": "Workstation crashes", "name": "Ruth Okafor",
                "salutation": "Dear Ms Okafor,", "user": "Northgate",
                "finding": "kernel dump, whole",
                "value": "The screen shows the error 139", "question": "Is a restart needed?",
                "note": "the customer has reported something new",
                "told": "Hello,\n\n  it crashed again.\nA restart helped.", "desk": "Support Desk",
                "hours": "working days 9:00-18:00", "readers": "the engineers of this case",
                "contains": "Dumps may hold personal data.", "signer": "Lin Wei",
                "draft": "Hello,\n\nThe files have arrived.\n",
            }
        ),
    }
)  # fmt: skip


def calendar() -> WorkCalendar:
    return WorkCalendar(ZoneInfo("Asia/Shanghai"), time(9), time(18))


def items() -> Mapping[str, Item]:
    title = MappingProxyType({"zh": "软件列表", "en": "software list"})
    how = MappingProxyType(
        {"zh": "运行 appwiz.cpl 后截图", "en": "take a screenshot of appwiz.cpl"}
    )
    return MappingProxyType({"software_list": Item("software_list", title, (), how)})


def samples(spec: LetterSpec, lang: str) -> Iterator[Page]:
    """Facts that lead through every branch of the shipped letters."""
    rich = _rich(spec, lang)
    yield from _bare(rich)
    for content in _contents(rich.draft.content):
        yield replace(rich, draft=replace(rich.draft, content=content))
    yield from _people(rich, lang)
    yield from _accounts(rich)
    yield from _drafts(rich)


def _rich(spec: LetterSpec, lang: str) -> Page:
    words = _WORDS[lang]
    server = Server("upload.support.example", 22222, fingerprint="SHA256:abcdefgh")
    head = Letterhead(
        desk=words["desk"], server=server, hotline="400-000-0000", hotline_hours=words["hours"],
        readers=words["readers"], contains=words["contains"], tool_file="tool.zip",
    )  # fmt: skip
    draft = Draft(
        id="C-7/3", letters=(spec.name,), audience=spec.audience, to=(_TO[spec.audience],), cc=(),
        lang=lang, written=_NOW, answers="m1@customer.example", send=Send.AUTO,
        state=DraftState.QUEUED, secret=spec.secret, content=_content(words),
    )  # fmt: skip
    waiting = {_WAITING: Written(words["title"], words["draft"], words["told"])}
    return Page(draft, _case(words, lang), waiting, lang, head, calendar(), items())


def _content(words: Mapping[str, str]) -> Content:
    return Content(
        problem="login",
        questions=(words["question"], words["question"] + "?"),
        number=1,
        reason="silent",
        close_on=_NOW + timedelta(days=3),
        answer_by=_NOW + timedelta(days=1),
        refused=("software_list",),
        files=_uploads(words),
        missing=("software_list",),
        on_recurrence=("software_list",),
        arrived=("software_list",),
        words=words["note"],
        notes=(TOLD,),
        drafts=(_WAITING,),
    )


def _uploads(words: Mapping[str, str]) -> tuple[Upload, ...]:
    whole = UploadState.WHOLE
    return (
        Upload("MEMORY.DMP", 17_179_869_184, _NOW, whole, "u7", finding=words["finding"]),
        Upload("list.png", 348_160, _NOW, whole, _READER, UploadWay.MAIL),
        Upload("trace.etl", 3_879_731, _NOW, UploadState.CUT, "u7"),
        Upload("stderr.txt", 0, _NOW, whole, "u7"),
    )


def _case(words: Mapping[str, str], lang: str) -> Case:
    states = enumerate(ItemState)
    asked = tuple(
        AskedItem("software_list", state, _NOW - timedelta(days=n % 3)) for n, state in states
    )
    contacts = (Contact(_READER, words["name"], words["salutation"]), Contact(_COLLEAGUE))
    facts = (TextFact("error_code", "139", words["value"]), TextFact("error_code", "3", "3"))
    own = Account("u7", _READER, AccountOrigin.OPENED, _NOW, SEAL, expires=_NOW.replace(month=4))
    wanted = LoginWanted(_TO[Audience.ADMIN], asked=_NOW - timedelta(days=1))
    said = Said("upload_instructions", _NOW - timedelta(days=7))
    return Case(
        id="C-7",
        title=words["title"],
        opened=_NOW - timedelta(days=9),
        drafts=(_waiting(words, lang),),
        parties=Parties(contacts=contacts, end_user=words["user"]),
        matter=Matter(words["told"], facts, items=asked),
        transfer=Transfer((own,), wanted, _uploads(words)),
        talk=Talk(said=(said,), last_contact=_NOW - timedelta(days=400)),
    )


def _waiting(words: Mapping[str, str], lang: str) -> Draft:
    return Draft(
        id=_WAITING, letters=("data_received",), audience=Audience.CUSTOMER, to=(_READER,), cc=(),
        lang=lang, written=_NOW, answers="", send=Send.APPROVE, state=DraftState.WAITING,
        withheld=(WITHHELD,),
    )  # fmt: skip


def _bare(rich: Page) -> Iterator[Page]:
    """A desk and a case of which next to nothing is known."""
    login = Transfer(accounts=rich.case.transfer.accounts)
    case = Case(id="C-7", title="", opened=_NOW, transfer=login)
    head = Letterhead(rich.letterhead.desk, Server("upload.support.example", 22222))
    draft = replace(rich.draft, content=Content(), answers="")
    yield replace(rich, draft=draft, case=case, letterhead=head)
    yield replace(rich, draft=replace(rich.draft, content=Content(), to=("nobody@else.example",)),
                  case=_with_accounts(rich.case, _shared()))  # fmt: skip


def _contents(full: Content) -> Iterator[Content]:
    yield full
    yield from (replace(full, problem=problem) for problem in PROBLEMS)
    for reason in REASONS:
        yield replace(full, reason=reason, number=9)
        yield replace(full, reason=reason, missing=(), number=9)
        yield replace(full, reason=reason, missing=(), on_recurrence=(), close_on=None)
    yield replace(full, questions=full.questions[:1], number=2, files=full.files[:1])
    yield replace(full, files=full.files[2:])
    yield replace(full, arrived=())
    yield replace(full, files=full.files[2:3], missing=())
    yield replace(full, answer_by=None, words="", files=())


def _people(rich: Page, lang: str) -> Iterator[Page]:
    """Whom it goes to, who signs, and a part bound to others."""
    signer = _WORDS[lang]["signer"]
    yield replace(rich, draft=replace(rich.draft, approved_by=signer))
    yield replace(rich, draft=replace(rich.draft, state=DraftState.WAITING, to=_other_reader(rich)),
                  case=_with_accounts(rich.case, _shared()))  # fmt: skip
    named = tuple(replace(one, salutation="") for one in rich.case.parties.contacts)
    parties = replace(rich.case.parties, contacts=named, engineer=signer)
    yield replace(rich, case=replace(rich.case, parties=parties))
    yield replace(rich, letterhead=replace(rich.letterhead, hotline_hours="", tool_file=""))
    matter = replace(rich.case.matter, items=rich.case.matter.items[:1], refused_data=False)
    yield replace(rich, case=replace(rich.case, matter=matter))


def _other_reader(rich: Page) -> tuple[str, ...]:
    return (_COLLEAGUE,) if rich.draft.audience is Audience.CUSTOMER else ()


def _accounts(rich: Page) -> Iterator[Page]:
    """An account of another server, one whose password was given before, and none."""
    own = tuple(replace(one, password="") for one in rich.case.transfer.accounts)
    yield replace(rich, case=_with_accounts(rich.case, own))
    renewed = tuple(replace(one, handed_over=_NOW) for one in rich.case.transfer.accounts)
    yield replace(rich, case=_with_accounts(rich.case, renewed))
    yield replace(rich, case=_with_accounts(rich.case, _shared()))
    without = replace(rich.case, transfer=replace(rich.case.transfer, accounts=(), uploads=()))
    if not rich.draft.secret:
        yield replace(rich, case=without)
        waits = replace(rich.draft.content, missing=(), on_recurrence=(), files=())
        never = replace(without, talk=replace(without.talk, last_contact=None))
        for reason in ("recurrence", "silent"):
            told = replace(rich.draft, content=replace(waits, reason=reason))
            yield replace(rich, case=never, draft=told)


def _with_accounts(case: Case, accounts: tuple[Account, ...]) -> Case:
    return replace(case, transfer=replace(case.transfer, accounts=accounts))


def _drafts(rich: Page) -> Iterator[Page]:
    """Drafts that staff hears of: one with a gap, two at once, one without an address."""
    (waiting,) = rich.case.drafts
    yield replace(rich, case=replace(rich.case, drafts=(replace(waiting, gap=True, to=()),)))
    second = replace(waiting, id="C-7/9", withheld=())
    both = replace(rich.draft.content, drafts=(waiting.id, second.id))
    yield replace(
        rich,
        draft=replace(rich.draft, content=both),
        case=replace(rich.case, drafts=(waiting, second)),
        waiting={**rich.waiting, second.id: rich.waiting[waiting.id]},
    )


def _shared() -> tuple[Account, ...]:
    return (Account("shared", "", AccountOrigin.READ, _NOW, SEAL, "files.partner.example", 2222),)
