"""Every reason has its wording in both languages, and a letter says it so."""

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

import mailbot
from mailbot.absent import Absent
from mailbot.because import Because
from mailbot.bot.wiring.rules import read_guards, read_intents
from mailbot.desk.case.case import Case
from mailbot.desk.case.draft import Audience, Content, Draft, DraftState, Send
from mailbot.desk.case.rulebook import Server
from mailbot.letters import Letterhead, TemplateLetters, read_letters
from mailbot.letters.absent_wordings import ABSENT
from mailbot.letters.obeyed_wordings import OBEYED
from mailbot.letters.reason_wordings import HOUSE
from mailbot.letters.refusal_wordings import REFUSED
from mailbot.letters.samples import calendar, items
from mailbot.letters.speech import speech
from mailbot.letters.weekly_wordings import WEEKLY
from mailbot.obeyed import Obeyed
from mailbot.ports import Written
from mailbot.reasons import Part, Reason, Wording, places
from mailbot.refusals import Refusal
from mailbot.weekly_kinds import Weekly

TEMPLATES = Path(mailbot.__file__).parent.parent / "templates"
BROUGHT = (
    *(one for guard in read_guards() for one in guard.says),
    *(one.told for one in read_intents().values() if one.told is not None),
    *(Wording(one.name, *one.called) for one in read_intents().values() if all(one.called)),
)
LETTERS = {name: spec.called for name, spec in read_letters(TEMPLATES).items()}
SPEECH = speech(BROUGHT, LETTERS)
KNOWN = SPEECH.wordings

# what stands in the place of each part; all of it is a name, an address or somebody's own words
EXAMPLES: Mapping[str, Part] = {
    "address": "zhou@partner.example",
    "audience": "staff",
    "before": "4",
    "case": "C-7",
    "cases": "C-7, C-9",
    "code": "550",
    "count": "6",
    "day": "2020-05-07",
    "until": "2020-05-12",
    "draft": "C-7/2",
    "evidence": "quote",
    "file": "MEMORY.DMP",
    "known": "case, reader",
    "letters": "upload_instructions+answer",
    "line": "12",
    "moment": "05-07 15:05",
    "name": "handlr",
    "near": "handler",
    "number": "7",
    "other": "customer",
    "part": "the letter",
    "path": "templates/customer/zh/answer.txt",
    "person": "Lin Wei",
    "due": "follow_up",
    "hour": "2020-05-07 15:05",
    "intents": "question, data_delayed",
    "kind": "bounce",
    "reason": Because.NEW_EVIDENCE(),
    "reasons": (Because.NEW_EVIDENCE(), Because.WITHDRAWN()),
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


def example(wording: Wording) -> Reason:
    return Reason(wording.kind, {name: EXAMPLES[name] for name in places(wording.kind)})


def test_every_kind_is_worded_once() -> None:
    assert [str(one.kind) for one in HOUSE] == [kind.value for kind in Because]
    assert [str(one.kind) for one in REFUSED] == [kind.value for kind in Refusal]
    assert [str(one.kind) for one in WEEKLY] == [kind.value for kind in Weekly]
    assert [str(one.kind) for one in OBEYED] == [kind.value for kind in Obeyed]
    assert [str(one.kind) for one in ABSENT] == [kind.value for kind in Absent]


def test_no_two_kinds_are_the_same_sentence() -> None:
    kinds = [str(one.kind) for one in (*HOUSE, *REFUSED, *OBEYED, *ABSENT, *WEEKLY, *BROUGHT)]
    assert len(kinds) == len(set(kinds)) == len(KNOWN)


@pytest.mark.parametrize("wording", KNOWN.values(), ids=lambda one: one.kind)
class TestEveryWording:
    def test_has_the_places_of_its_kind(self, wording: Wording) -> None:
        named = sorted(places(wording.kind))
        assert sorted(places(wording.zh)) == named
        assert sorted(places(wording.en or wording.kind)) == named

    def test_says_its_parts_as_the_language_calls_them(self, wording: Wording) -> None:
        said = example(wording)
        assert SPEECH.worded(said, "zh") == wording.zh.format_map(_worded("zh"))
        assert SPEECH.worded(said, "en") == (wording.en or wording.kind).format_map(_worded("en"))

    def test_is_chinese_but_for_names_and_commands(self, wording: Wording) -> None:
        said = SPEECH.worded(example(wording), "zh")
        for name in IDENTIFIERS & set(places(wording.kind)):
            shown = EXAMPLES[name]
            said = re.sub("|".join(map(re.escape, str(shown).split(", "))), "", said)
        said = re.sub(r"`[^`]*`|\bKB\b", "", said)
        assert re.search("[\u3400-\u9fff]", said)
        assert not re.search(r"[A-Za-z]", said)

    def test_names_nothing_by_its_identifier(self, wording: Wording) -> None:
        assert not re.search(r"[a-z]+_[a-z]+", SPEECH.worded(example(wording), "en"))


def _worded(lang: str) -> Mapping[str, object]:
    zh = lang == "zh"
    return {
        **EXAMPLES,
        "audience": "内部人员" if zh else "one of us",
        "cases": "C-7、C-9" if zh else "C-7, C-9",
        "day": "2020年5月7日" if zh else "7 May 2020",
        "due": "跟进提醒" if zh else "reminder",
        "until": "2020年5月12日" if zh else "12 May 2020",
        "evidence": "引用内容" if zh else "quote",
        "hour": "2020年5月7日 15:05" if zh else "7 May 2020 15:05",
        "intents": "提出问题、说资料要晚些" if zh else "asks something, says that data comes later",
        "known": "case、reader" if zh else "case, reader",
        "kind": "退信" if zh else "bounce",
        "letters": "上传说明、问题答复" if zh else "upload instructions + answer",
        "moment": "5月7日 15:05" if zh else "05-07 15:05",
        "other": "客户" if zh else "a customer",
        "part": "邮件内容" if zh else "the letter",
        "reason": "又收到了新的资料" if zh else "newer evidence has arrived",
        "reasons": "又收到了新的资料；此信已撤回"
        if zh
        else "newer evidence has arrived; it was withdrawn",
        "size": "2 KB",
        "status": "（5.1.1）" if zh else " (5.1.1)",
        "to": "zhou@partner.example、li@partner.example" if zh else EXAMPLES["to"],
        "trust": "验证失败" if zh else "failed",
    }


def test_a_reason_reads_in_english_for_the_log_and_the_commands() -> None:
    reason = Because.EDITED_AND_KEPT(draft="C-7/2", reason=Because.CLOSED_BY(person="Lin Wei"))
    assert str(reason) == "C-7/2 was edited by hand and is kept, although Lin Wei closed it"


def test_several_reasons_stand_in_one_place() -> None:
    several = (Because.WITHDRAWN(), Reason("press: ask first"))
    reason = Because.STOPPED(draft="C-7/2", reasons=several)
    assert str(reason) == "C-7/2 was stopped: it was withdrawn; press: ask first"
    assert SPEECH.worded(reason, "zh") == "C-7/2 在发出前被拦下：此信已撤回；press: ask first"


@pytest.mark.parametrize("parts", [{}, {"days": "2020-05-07"}, {"day": "x", "person": "y"}])
def test_a_part_without_a_place_is_a_fault_at_once(parts: dict[str, str]) -> None:
    with pytest.raises(TypeError, match="other places"):
        Because.SECOND_LINE_SILENT(**parts)


@pytest.mark.parametrize(
    "said",
    ["", "客户来信说明了新的情况", "it is our turn and nobody knows", "{draft} {0.__class__}: {"],
)
def test_what_nobody_worded_is_said_as_it_stands(said: str) -> None:
    for lang in ("zh", "en"):
        assert SPEECH.worded(Reason(said), lang) == str(Reason(said)) == said


def test_what_a_customer_wrote_stays_their_own_words() -> None:
    quoted = "{said} {0.__class__} it is our turn; the sender"
    told = read_intents()["step_result"].told
    assert told is not None
    assert SPEECH.worded(told(said=quoted), "zh") == f"客户反馈了操作结果：{quoted}"


@pytest.mark.parametrize(
    ("reason", "zh"),
    [
        (Because.BOUNCES(address="zhou@partner.example", status=""),
         "发往 zhou@partner.example 的邮件被退回，请换一个地址联系"),
        (Because.SECOND_LINE_SILENT(day="the beginning"), "二线自案例建立以来没有回音"),
        (Because.DID_NOT_LEAVE(draft="C-7/2", to="zhou@partner.example", reason=Because.REFUSED(
            part="zhou@partner.example", code="550", said="5.1.1 unknown")),
         "C-7/2（发给 zhou@partner.example）没有发出："
         "邮件服务器拒收（zhou@partner.example）：550 5.1.1 unknown"),
        (Because.OF_A_CASE(name="C-7 Fw: disk: error", reason=Because.OUR_TURN()),
         "C-7 Fw: disk: error：该我方处理"),
        (Because.OF_A_CASE(name="C-7 蓝屏", reason=Because.REMINDER_LEAVES(
            moment="05-07 15:05", case="C-7")),
         "C-7 蓝屏：跟进提醒将于5月7日 15:05 自动发出，不想发出请执行 `mailbot hold C-7`"),
    ],
)  # fmt: skip
def test_is_said_as_a_desk_would_say_it(reason: Reason, zh: str) -> None:
    assert SPEECH.worded(reason, "zh") == zh


def test_a_part_is_changed_wherever_it_stands() -> None:
    reason = Because.NOT_READ_WHOLE(
        address="a@x", reason=Because.CANT_BE_UNPACKED(part="secret.zip")
    )
    assert "SECRET.ZIP" in str(reason.rewritten(str.upper))


def test_every_shipped_letter_has_a_name_in_both_languages() -> None:
    for name in read_letters(TEMPLATES):
        assert re.fullmatch("[\u3400-\u9fff]+", SPEECH.names_of(name, "zh")), name
        assert "_" not in SPEECH.names_of(name, "en")
    assert SPEECH.names_of("site_survey", "zh") == "site survey"


TOLD = Wording(
    "step_result: {said}",
    "客户反馈了操作结果：{said}",
    "the customer tells how a step went: {said}",
)
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
    withheld=(Because.SECRET_UNCONFIRMED(),),
    state=DraftState.WAITING,
)


def to_staff(lang: str, letter: str, content: Content) -> str:
    draft = replace(STAFF, letters=(letter,), lang=lang, content=content)
    head = Letterhead("技术支持中心", Server("upload.support.example", 22222))
    case = Case(id="C-7", title="蓝屏", opened=NOW, drafts=(WAITING,))
    waiting = {"C-7/2": Written("标题", "您好！\n")}
    return (
        TemplateLetters(TEMPLATES, head, calendar(), items(), BROUGHT)
        .write(draft, case, waiting)
        .text
    )


def test_a_letter_words_its_notes() -> None:
    notes = (TOLD(said="第二个方法不行"), Because.SECOND_LINE_SILENT(day="2020-05-07"))

    assert "- 客户反馈了操作结果：第二个方法不行\n- 二线自2020年5月7日以来没有回音" in to_staff(
        "zh", "case_needs_you", Content(notes=notes)
    )
    assert "- the customer tells how a step went: 第二个方法不行" in to_staff(
        "en", "case_needs_you", Content(notes=notes)
    )


def test_a_letter_names_the_draft_and_words_why_it_waits() -> None:
    zh = to_staff("zh", "draft_waiting", Content(drafts=("C-7/2",)))
    assert "C-7/2：上传说明、问题答复，收件人 zhou@partner.example" in zh
    assert "- 信中有密码，只有发给已确认的联系人才会自动发出" in zh

    en = to_staff("en", "draft_waiting", Content(drafts=("C-7/2",)))
    assert "C-7/2: upload instructions + answer, to zhou@partner.example" in en
    assert "- a secret leaves by itself only to a confirmed contact" in en


def test_a_note_cannot_break_its_line_or_show_a_seal() -> None:
    notes = (TOLD(said="密码\n\n- [sealed:0123abcd] \u202e好"),)
    assert "- 客户反馈了操作结果：密码 - •••••• 好\n" in to_staff(
        "zh", "case_needs_you", Content(notes=notes)
    )
