"""Every sentence the desk can say to its own people has its wording in their language."""

import ast
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from itertools import product
from pathlib import Path

import pytest

import mailbot
from mailbot.desk.case.case import Case
from mailbot.desk.case.draft import Audience, Content, Draft, DraftState, Send
from mailbot.desk.case.rulebook import Server
from mailbot.letters import Letterhead, TemplateLetters, read_letters
from mailbot.letters.reasons import ROWS, Row, reason
from mailbot.letters.samples import calendar, items
from mailbot.letters.terms import letter_names
from mailbot.ports import Written

HOUSE = Path(mailbot.__file__).parent
TEMPLATES = HOUSE.parent / "templates"
INTENTS = "{}: {}"
NEEDS = "{} {}: {}"
CASE = "{} {}: "
PLACE = re.compile(r"\{\w*\}")

# what stands in the place of each part; all of it is a name, an address or somebody's own words
EXAMPLES: Mapping[str, str] = {
    "address": "zhou@partner.example",
    "audience": "staff",
    "case": "C-7",
    "cases": "C-7, C-9",
    "code": "550",
    "count": "6",
    "day": "2020-05-07",
    "draft": "C-7/2",
    "evidence": "quote",
    "file": "MEMORY.DMP",
    "known": "case, reader",
    "letters": "upload_instructions+answer",
    "line": "12",
    "moment": "05-07 15:05",
    "name": "handlr",
    "near": "handler",
    "other": "customer",
    "part": "the letter",
    "path": "templates/customer/zh/answer.txt",
    "person": "Lin Wei",
    "reason": "newer evidence has arrived",
    "reasons": "refused: the customer declined to give data; may this go to the second line?; "
    "bounced: mail to zhou@partner.example came back",
    "said": "昨天又蓝屏了",
    "size": "2048",
    "status": "5.1.1",
    "to": "zhou@partner.example, li@partner.example",
    "trust": "fail",
    "value": "'a: b'",
}
IDENTIFIERS = {
    "address", "case", "cases", "draft", "file", "known", "name", "near", "path", "person",
    "to", "value",
}  # fmt: skip


@dataclass(frozen=True)
class Source:
    """One file of the house, and what its names stand for in one of its functions."""

    path: str

    @property
    def tree(self) -> ast.Module:
        return ast.parse((HOUSE / self.path).read_text(encoding="utf-8"))

    def shapes(self) -> Iterator[str]:
        tree = self.tree
        shared = _names(tree.body)
        for function in (one for one in ast.walk(tree) if isinstance(one, ast.FunctionDef)):
            names = shared | _names(ast.walk(function))
            for node in _spoken(function, self.path):
                yield from _shapes(node, names)


def _names(nodes: Iterator[ast.AST] | list[ast.stmt]) -> dict[str, ast.expr]:
    found: dict[str, ast.expr] = {}
    for node in nodes:
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
            found[node.targets[0].id] = node.value
    return found


def _shapes(node: ast.expr | None, names: Mapping[str, ast.expr]) -> Iterator[str]:
    """The sentences an expression can be, `{}` for each part that varies."""
    if isinstance(node, ast.Constant):
        yield from [node.value] if isinstance(node.value, str) and node.value else []
    elif isinstance(node, ast.IfExp):
        yield from _shapes(node.body, names)
        yield from _shapes(node.orelse, names)
    elif isinstance(node, ast.Name) and node.id in names:
        yield from _shapes(names[node.id], {**names, node.id: ast.Constant(None)})
    elif isinstance(node, ast.Tuple):
        yield from (shape for part in node.elts for shape in _shapes(part, names))
    elif isinstance(node, ast.JoinedStr):
        parts = [_pieces(part, names) for part in node.values]
        yield from map("".join, product(*parts))


def _pieces(part: ast.expr, names: Mapping[str, ast.expr]) -> list[str]:
    if isinstance(part, ast.FormattedValue):
        known = isinstance(part.value, ast.Name)
        return (list(_shapes(part.value, names)) if known else []) or ["{}"]
    return list(_shapes(part, names))


# by the name of what is called: which argument is the sentence
SPEAKERS = {
    "tell": 0, "tell_lead": 0, "need": 0, "hold_for": 0, "Need": 0, "withdraw": 1, "close": 2,
    "SendFailed": 1, "DraftStopped": 1, "_or_absent": 1, "SendRefused": 0, "TemplateError": 0,
}  # fmt: skip
NOTES = ("tell", "tell_lead", "need", "hold_for")
RETURNS = {
    "guards": {"veto"},
    "letters/printer.py": {"_unknown"},
    "bot/outbound/outbox.py": {"_stopped"},
}


def _spoken(function: ast.FunctionDef, path: str) -> Iterator[ast.expr | None]:
    returning = any(
        path.startswith(place) and function.name in names for place, names in RETURNS.items()
    )
    for node in ast.walk(function):
        if isinstance(node, ast.Call):
            yield from _arguments(node, function)
        elif isinstance(node, ast.Yield) and path in ("bot/morning.py", "bot/health/lookout.py"):
            yield node.value
        elif isinstance(node, ast.Return) and returning:
            yield from node.value.elts if isinstance(node.value, ast.Tuple) else [node.value]


def _arguments(call: ast.Call, function: ast.FunctionDef) -> Iterator[ast.expr]:
    called = {one.attr for one in ast.walk(call.func) if isinstance(one, ast.Attribute)}
    called |= {one.id for one in ast.walk(call.func) if isinstance(one, ast.Name)}
    for name in called & SPEAKERS.keys():
        yield from call.args[SPEAKERS[name] : SPEAKERS[name] + 1]
    if "append" in called and function.name == "_withheld":
        yield call.args[0]
    for word in call.keywords:
        if word.arg in ("ask", "hands_off", "unread") or (
            word.arg == "hint" and "Absent" in called
        ):
            yield word.value


def _told_intents() -> set[str]:
    """The intents an engineer is told of: each has a row of its own; `escalate` is said anew."""
    files = (HOUSE / "intents").glob("*.py")
    told = {one.stem for one in files if "told=True" in one.read_text(encoding="utf-8")}
    return told - {"escalate"}


def said_by_the_house() -> set[str]:
    """Every sentence that can reach a note or a withheld reason."""
    spoken = ("desk", "guards", "letters", "channels", "sandbox", "store", "mail", "bot")
    files = [one for folder in spoken for one in sorted((HOUSE / folder).rglob("*.py"))]
    found = {
        shape.removeprefix(CASE) if shape != NEEDS else NEEDS
        for file in files
        for shape in Source(file.relative_to(HOUSE).as_posix()).shapes()
    }
    return found - {INTENTS, NEEDS} | {f"{name}: {{}}" for name in _told_intents()}


def shape(row: Row) -> str:
    return PLACE.sub("{}", row.sentence)


def example(row: Row) -> str:
    return row.sentence.format_map(EXAMPLES)


def test_every_sentence_of_the_desk_has_its_row_and_every_row_its_sentence() -> None:
    rows = [shape(row) for row in ROWS]

    assert sorted(said_by_the_house() - set(rows)) == []
    assert sorted(set(rows) - said_by_the_house()) == []
    assert len(rows) == len(set(rows))


@pytest.mark.parametrize("path", sorted((HOUSE / "desk").rglob("*.py")), ids=lambda path: path.stem)
def test_every_note_is_written_so_that_its_sentence_can_be_read_here(path: Path) -> None:
    """A note made elsewhere and handed on would escape the table."""
    tree = Source(path.relative_to(HOUSE).as_posix()).tree
    shared = _names(tree.body)
    for function in (one for one in ast.walk(tree) if isinstance(one, ast.FunctionDef)):
        handed_on = {one.arg for one in function.args.args}
        for call in (one for one in ast.walk(function) if isinstance(one, ast.Call)):
            if isinstance(call.func, ast.Attribute) and call.func.attr in NOTES:
                note = call.args[0]
                known = list(_shapes(note, shared | _names(ast.walk(function))))
                assert known or (isinstance(note, ast.Name) and note.id in handed_on)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.sentence)
class TestEveryRow:
    def test_is_found_by_its_own_sentence(self, row: Row) -> None:
        assert reason(example(row), "zh") == row.zh.format_map(_worded("zh"))
        assert reason(example(row), "en") == (row.en or row.sentence).format_map(_worded("en"))

    def test_is_chinese_but_for_names_and_commands(self, row: Row) -> None:
        said = reason(example(row), "zh")
        for name in IDENTIFIERS:
            said = re.sub("|".join(map(re.escape, EXAMPLES[name].split(", "))), "", said)
        said = re.sub(r"`[^`]*`|\bKB\b", "", said)
        assert re.search("[\u3400-\u9fff]", said)
        assert not re.search(r"[A-Za-z]", said)

    def test_says_nothing_that_its_sentence_does_not(self, row: Row) -> None:
        parts = set(PLACE.findall(row.sentence))
        assert set(PLACE.findall(row.zh)) == parts
        assert set(PLACE.findall(row.en or row.sentence)) == parts

    def test_names_nothing_by_its_identifier(self, row: Row) -> None:
        assert not re.search(r"[a-z]+_[a-z]+", reason(example(row), "en"))


def _worded(lang: str) -> Mapping[str, str]:
    zh = lang == "zh"
    return {
        **EXAMPLES,
        "audience": "内部人员" if zh else "one of us",
        "cases": "C-7、C-9" if zh else "C-7, C-9",
        "day": "2020年5月7日" if zh else "7 May 2020",
        "evidence": "引用内容" if zh else "quote",
        "letters": "上传说明、问题答复" if zh else "upload instructions + answer",
        "moment": "5月7日 15:05" if zh else "05-07 15:05",
        "other": "客户" if zh else "a customer",
        "part": "邮件内容" if zh else "the letter",
        "reason": "又收到了新的资料" if zh else "newer evidence has arrived",
        "reasons": "客户不愿提供资料，请确认是否可以转给二线；"
        "发往 zhou@partner.example 的邮件曾被退回"
        if zh
        else "the customer declined to give data: may this go to the second line?; "
        "mail to zhou@partner.example came back",
        "size": "2 KB",
        "status": "（5.1.1）" if zh else " (5.1.1)",
        "to": "zhou@partner.example、li@partner.example" if zh else EXAMPLES["to"],
        "trust": "验证失败" if zh else "failed",
    }


@pytest.mark.parametrize(
    ("said", "zh"),
    [
        (
            "joined_weakly: zhou@partner.example joined by a quote, and no engineer has written "
            "to him in this case",
            "对方（zhou@partner.example）仅凭引用内容归入本案例，工程师还没有在本案例中给他写过信",
        ),
        ("step_result: 运行命令结果为True。", "客户反馈了操作结果：运行命令结果为True。"),
        ("problem_report: it crashed: again", "客户报告了问题：it crashed: again"),
        ("hands_off: the customer presses: 太慢了", "已暂停自动发信：客户在催促或投诉：太慢了"),
        (
            "C-7/2 was edited by hand and is kept, although Lin Wei closed it",
            "C-7/2 经人工修改，予以保留，请留意新情况：Lin Wei 已关闭本案例",
        ),
        (
            "mail to zhou@partner.example bounces (): find another address",
            "发往 zhou@partner.example 的邮件被退回，请换一个地址联系",
        ),
        (
            "no word from the second line since the beginning",
            "二线自案例建立以来没有回音",
        ),
        (
            "C-7/2 to zhou@partner.example did not leave: refused zhou@partner.example: "
            "550 5.1.1 unknown",
            "C-7/2（发给 zhou@partner.example）没有发出："
            "邮件服务器拒收（zhou@partner.example）：550 5.1.1 unknown",
        ),
        ("C-7 蓝屏: it is our turn", "C-7 蓝屏：该我方处理"),
        ("C-7 : C-7/2 waits for your yes", "C-7 ：C-7/2 等您确认"),
        (
            "C-7 Fw: disk: error: can't tell what the mail of zhou@partner.example wants",
            "C-7 Fw: disk: error：没能判断 zhou@partner.example 的来信需要什么，请您看一下",
        ),
        (
            "C-7 蓝屏: the reminder leaves at 05-07 15:05; `mailbot hold C-7` keeps it",
            "C-7 蓝屏：跟进提醒将于5月7日 15:05 自动发出，不想发出请执行 `mailbot hold C-7`",
        ),
    ],
)
def test_is_said_as_a_desk_would_say_it(said: str, zh: str) -> None:
    assert reason(said, "zh") == zh


@pytest.mark.parametrize(
    "said",
    [
        "",
        "press: ask the press office",
        "客户来信说明了新的情况",
        "it is our turn and nobody knows",
        "unknown_intent: 昨天又蓝屏了",
        "{draft} and {0.__class__}: {",
        "; ; ;",
        "x" * 5_000,
    ],
)
def test_what_nobody_worded_passes_through(said: str) -> None:
    assert reason(said, "zh") == said
    assert reason(said, "en") == said


def test_what_a_customer_wrote_stays_his_own_words() -> None:
    quoted = "{said} {0.__class__} it is our turn; the sender"
    assert reason(f"step_result: {quoted}", "zh") == f"客户反馈了操作结果：{quoted}"


def test_a_reason_unknown_among_known_ones_keeps_its_place() -> None:
    said = "C-7/2 was stopped: press: ask first; it was withdrawn"
    assert reason(said, "zh") == "C-7/2 在发出前被拦下：press: ask first；此信已撤回"


# and how what is said of it begins
HOSTILE = {
    ": " * 5_000: ": : : ",
    "C-7/2 was stopped: " + "; " * 5_000: "C-7/2 在发出前被拦下：；；",
    "hands_off: " * 5_000: "已暂停自动发信：已暂停自动发信：",
    "a.txt:1: " * 5_000: "a.txt:1: a.txt:1: ",
    "a to b " * 5_000 + "did not leave": "a to b a to b ",
}


@pytest.mark.parametrize(("said", "begins"), HOSTILE.items(), ids=HOSTILE.values())
def test_hostile_words_are_read(said: str, begins: str) -> None:
    """What it may cost is measured by `make bench`."""
    assert reason(said, "zh").startswith(begins)


def test_every_shipped_letter_has_a_name_in_both_languages() -> None:
    for name in read_letters(TEMPLATES):
        assert re.fullmatch("[\u3400-\u9fff]+", letter_names(name, "zh")), name
        assert "_" not in letter_names(name, "en")
    assert letter_names("visit_planned", "zh") == "visit planned"


NOW = datetime(2020, 5, 7, 6, 2, tzinfo=UTC)
STAFF = Draft(
    id="C-7/3", letters=("case_needs_you",), audience=Audience.STAFF, to=("lin@support.example",),
    cc=(), lang="zh", written=NOW, answers="", send=Send.AUTO, state=DraftState.QUEUED,
)  # fmt: skip
WAITING = replace(
    STAFF,
    id="C-7/2",
    letters=("upload_instructions", "answer"),
    audience=Audience.CUSTOMER,
    to=("zhou@partner.example",),
    withheld=("secret: a password goes only to a verified address",),
    state=DraftState.WAITING,
)


def to_staff(lang: str, letter: str, content: Content) -> str:
    draft = replace(STAFF, letters=(letter,), lang=lang, content=content)
    head = Letterhead("技术支持中心", Server("upload.support.example", 22222))
    case = Case(id="C-7", title="蓝屏", opened=NOW, drafts=(WAITING,))
    waiting = {"C-7/2": Written("标题", "您好！\n")}
    return TemplateLetters(TEMPLATES, head, calendar(), items()).write(draft, case, waiting).text


def test_a_letter_words_its_notes() -> None:
    notes = ("step_result: 第二个方法不行", "no word from the second line since 2020-05-07")

    assert "- 客户反馈了操作结果：第二个方法不行\n- 二线自2020年5月7日以来没有回音" in to_staff(
        "zh", "case_needs_you", Content(notes=notes)
    )
    assert "- the customer tells how a step went: 第二个方法不行" in to_staff(
        "en", "case_needs_you", Content(notes=notes)
    )


def test_a_letter_names_the_draft_and_words_why_it_waits() -> None:
    zh = to_staff("zh", "draft_waiting", Content(drafts=("C-7/2",)))
    assert "C-7/2：上传说明、问题答复，收件人 zhou@partner.example" in zh
    assert "- 信中有密码，只能发给验证通过的地址" in zh

    en = to_staff("en", "draft_waiting", Content(drafts=("C-7/2",)))
    assert "C-7/2: upload instructions + answer, to zhou@partner.example" in en
    assert "- a password goes only to a verified address" in en


def test_a_note_cannot_break_its_line_or_show_a_seal() -> None:
    notes = ("step_result: 密码\n\n- [sealed:0123abcd] \u202e好",)
    assert "- 客户反馈了操作结果：密码 - •••••• 好\n" in to_staff(
        "zh", "case_needs_you", Content(notes=notes)
    )
