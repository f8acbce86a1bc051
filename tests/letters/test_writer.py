"""What a letter says of a case, what binds its parts, and what must never stand in one."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

import mailbot
from mailbot.bot.wiring.assembly import letterhead_of
from mailbot.config import parse_config
from mailbot.desk.case.case import Case
from mailbot.desk.case.draft import Audience, Content, Draft, DraftState, Send
from mailbot.desk.case.login_wanted import LoginWanted
from mailbot.desk.case.parties import Contact, Parties
from mailbot.desk.case.rulebook import Server
from mailbot.desk.case.talk import Said
from mailbot.desk.case.transfer import Account, AccountOrigin, Transfer
from mailbot.desk.case.upload import Upload, UploadState
from mailbot.errors import TemplateError
from mailbot.letters import Letterhead, TemplateLetters, has_gap, person_name
from mailbot.letters.samples import SEAL, calendar, items
from mailbot.letters.views import item_views
from mailbot.ports import Written
from mailbot.reasons import Reason
from mailbot.understanding.item import Item
from mailbot.understanding.understood import TextFact

TEMPLATES = Path(mailbot.__file__).parent.parent / "templates"
NOW = datetime(2020, 5, 7, 6, 2, tzinfo=UTC)
READER = "zhou@partner.example"
HEAD = Letterhead("技术支持中心", Server("upload.support.example", 22222), hotline="400-000-0055")
CASE = Case(
    id="C-12",
    title="终端随机蓝屏",
    opened=NOW,
    parties=Parties(
        contacts=(Contact(READER, "周佐", "周先生, 您好!"),), engineer="wei.lin@support.example"
    ),
    transfer=Transfer(accounts=(Account("u12", READER, AccountOrigin.OPENED, NOW, SEAL),)),
)
DRAFT = Draft(
    id="C-12/1", letters=("case_opened",), audience=Audience.CUSTOMER, to=(READER,), cc=(),
    lang="zh", written=NOW, answers="m1@partner.example", send=Send.AUTO, state=DraftState.QUEUED,
)  # fmt: skip


def written(*letters: str, case: Case = CASE, head: Letterhead = HEAD, **how: object) -> Written:
    """The letter with these parts; `how` are fields of the draft or of its content."""
    fields = {name: how.pop(name) for name in tuple(how) if name in Draft.__slots__}
    content = Content(**how)  # type: ignore[arg-type]
    draft = replace(DRAFT, letters=letters, content=content, **fields)  # type: ignore[arg-type]
    waiting = {"C-12/1": Written("Re: 标题", f"您好！\n\n密码：{SEAL}\n")}
    return TemplateLetters(TEMPLATES, head, calendar(), items()).write(draft, case, waiting)


def test_several_parts_leave_as_one_letter() -> None:
    whole = written("upload_instructions", "answer", questions=("需要重启吗？",)).text

    assert whole.count("您好！") == 1
    assert whole.count("祝工作顺利！") == 1
    assert whole.count("案例编号：C-12") == 1
    assert whole.index("上传账号已为您开通") < whole.index("需要重启吗？")


def test_the_subject_is_that_of_the_first_part_with_the_case_number_once() -> None:
    for title in (
        "终端随机蓝屏",
        "Re: 【案例 C-12】终端随机蓝屏",
        "回复：[Case C-12] 终端随机蓝屏",
    ):
        case = replace(CASE, title=title)
        assert written("case_opened", case=case).subject == "Re: 【案例 C-12】终端随机蓝屏"


def test_what_the_desk_begins_is_no_reply() -> None:
    assert written("reminder", answers="").subject == "【案例 C-12】终端随机蓝屏"


def test_a_subject_from_a_mail_cannot_break_its_line() -> None:
    case = replace(CASE, title="蓝屏\r\nBcc: evil@elsewhere.example")
    assert written("case_opened", case=case).subject.endswith("蓝屏 Bcc: evil@elsewhere.example")


@pytest.mark.parametrize(
    ("letter", "audience", "to"),
    [
        ("case_opened", Audience.STAFF, "lin@support.example"),
        ("escalation_packet", Audience.CUSTOMER, READER),
        ("draft_waiting", Audience.CUSTOMER, READER),
        ("case_needs_you", Audience.STAFF, READER),
        ("escalation_packet", Audience.SECOND_LINE, READER),
        ("case_opened", Audience.CUSTOMER, "wei.lin@support.example"),
        ("account_wanted", Audience.ADMIN, READER),
        ("account_wanted", Audience.CUSTOMER, READER),
        ("account_wanted", Audience.STAFF, "lin@support.example"),
        ("upload_instructions", Audience.ADMIN, "sftp@support.example"),
    ],
)
def test_a_letter_for_one_cannot_be_addressed_to_another(
    letter: str, audience: Audience, to: str
) -> None:
    with pytest.raises(TemplateError, match="can't"):
        written(letter, audience=audience, to=(to,))


def test_a_letter_to_a_customer_cannot_go_to_the_administrator_who_was_asked() -> None:
    admin = "sftp@support.example"
    case = replace(CASE, transfer=replace(CASE.transfer, login_wanted=LoginWanted(admin)))

    with pytest.raises(TemplateError, match="can't"):
        written("case_opened", case=case, to=(admin,))


def test_questions_are_counted_anew() -> None:
    text = written("answer", questions=("1.能否直接替换？", "2）还需要收集日志吗？")).text
    assert "1. 能否直接替换？" in text
    assert "2. 还需要收集日志吗？" in text


def test_a_general_name_goes_where_a_more_exact_one_says_the_same() -> None:
    dump = Item("dump", {"zh": "转储"}, (), kinds=("full",))
    known = {"dump": dump, "full": Item("full", {"zh": "完整转储"}, ())}
    assert [one.title for one in item_views(("dump", "full"), known, "zh")] == ["完整转储"]
    assert [one.title for one in item_views(("dump", "log"), known, "zh")] == ["转储", "log"]


def test_the_reminder_names_what_is_missing() -> None:
    text = written("reminder", number=1, missing=("software_list",), reason="silent").text
    assert "1. 软件列表" in text
    assert "【4】" in text


def test_the_reminder_names_what_is_missing_and_asks_the_rest_in_one_line() -> None:
    both = ("software_list",)
    text = written("reminder", number=1, missing=both, on_recurrence=both, reason="silent").text
    assert "1. 软件列表" in text
    assert "软件列表不用刻意复现" in text


def test_the_reminder_asks_whether_it_has_come_back() -> None:
    text = written("reminder", number=1, on_recurrence=("software_list",), reason="recurrence").text
    assert "问题有没有再出现？" in text
    assert "【1】又出现了" in text
    assert "没有收到" not in text


def test_the_reminder_asks_for_news_where_nothing_is_known_to_be_missing() -> None:
    text = written("reminder", number=1, reason="news").text
    assert "目前情况如何？" in text
    assert "有没有再出现？" not in text
    assert "上传" not in text


def test_after_an_answer_the_reminder_asks_whether_it_settled_the_question() -> None:
    text = written("reminder", number=1, reason="answered").text
    assert "是否解决了您的问题" in text
    assert "上传" not in text


def test_the_engineer_sees_the_draft_that_waits() -> None:
    waits = replace(DRAFT, withheld=(Reason("unverified"),), letters=("upload_instructions",))
    text = written(
        "draft_waiting", audience=Audience.STAFF, to=("lin@support.example",),
        case=replace(CASE, drafts=(waits,)), drafts=("C-12/1",),
    ).text  # fmt: skip

    assert "    您好！" in text
    assert "- unverified" in text
    assert "    mailbot approve C-12/1" in text
    assert "密码：••••••" in text


def test_the_morning_list_needs_no_case() -> None:
    nobody = Case(id="", title="", opened=NOW)
    letter = written(
        "morning_list", audience=Audience.STAFF, to=("lin@support.example",), case=nobody,
        notes=(Reason("C-12: the reminder leaves at 05-07 15:05"),),
    )  # fmt: skip

    assert letter.subject == "【晨间清单】5月7日"
    assert "- C-12: the reminder leaves at 05-07 15:05" in letter.text
    assert "案例编号：" not in letter.text


@pytest.mark.parametrize(
    ("approved_by", "signature"),
    [
        ("林伟", "林伟"),
        ("Lin Wei <wei.lin@support.example>", "Lin Wei"),
        ("wei.lin@support.example", "Wei Lin"),
        ("lin@support.example", "lin"),
    ],
)
def test_who_approves_signs(approved_by: str, signature: str) -> None:
    text = written("case_opened", approved_by=approved_by).text
    assert f"\n{signature}\n技术支持中心\n" in text
    assert "服务系统" not in text


def test_what_nobody_approved_says_so_and_what_still_waits_does_not() -> None:
    assert "（本邮件由服务系统发送" in written("case_opened").text
    assert "服务系统" not in written("case_opened", state=DraftState.WAITING).text


def test_the_engineer_is_named_where_his_name_is_known() -> None:
    known = replace(HEAD, names={"wei.lin@support.example": "林伟"})
    assert "由工程师负责" in written("case_opened").text
    assert "由林伟负责" in written("case_opened", head=known).text


NAMED = replace(
    CASE, parties=replace(CASE.parties, names=(("wei.lin@support.example", "Lin Wei"),))
)


def test_a_name_from_a_mail_stands_in_the_sentence_and_in_the_signature() -> None:
    by_itself = written("data_received", case=NAMED).text
    approved = written("data_received", case=NAMED, approved_by="wei.lin@support.example").text

    assert "接下来由 Lin Wei 查看分析" in by_itself
    assert "\nLin Wei\n" not in by_itself
    assert "\nLin Wei\n技术支持中心\n" in approved


@pytest.mark.parametrize(
    ("letter", "lang", "says"),
    [
        ("case_opened", "zh", "由 Lin Wei 负责"),
        ("reopened", "zh", "由 Lin Wei 继续跟进"),
        ("question_received", "zh", "正由 Lin Wei 确认"),
        ("upload_help", "zh", "由 Lin Wei 尽快帮您排查"),
        ("data_received", "en", "Next, Lin Wei will look at"),
        ("question_received", "en", "It is with Lin Wei now"),
    ],
)
def test_a_latin_name_stands_off_from_chinese_words_only(letter: str, lang: str, says: str) -> None:
    text = written(letter, case=NAMED, lang=lang, problem="other").text
    assert says in text
    assert "  Lin Wei" not in text


def packet(description: str, lang: str = "zh", title: str = "终端随机蓝屏") -> str:
    case = replace(CASE, title=title, matter=replace(CASE.matter, description=description))
    to = ("li@escalation.example",)
    return written(
        "escalation_packet", audience=Audience.SECOND_LINE, to=to, case=case, lang=lang
    ).text


def test_the_packet_tells_the_problem_line_by_line_in_the_customers_own_words() -> None:
    told = "您好：\n\n  昨天又蓝屏了。\n- 代码 139\n"
    block = "    您好：\n\n      昨天又蓝屏了。\n    - 代码 139"

    assert f"终端随机蓝屏\n\n客户原话：\n\n{block}\n\n【进展】" in packet(told)
    assert f"终端随机蓝屏\n\nIn the customer's own words:\n\n{block}\n\nProgress:" in packet(
        told, "en"
    )


def test_the_packet_names_its_facts_in_its_language_and_tells_no_telephone_call() -> None:
    facts = (
        TextFact("product_version", "2.4.1", "2.4.1"),
        TextFact("phone_call", "mentioned", "刚才电话里说过"),
    )
    to = ("li@escalation.example",)
    case = replace(CASE, matter=replace(CASE.matter, facts=facts))
    text = written("escalation_packet", audience=Audience.SECOND_LINE, to=to, case=case).text

    assert "- 产品版本：2.4.1\n" in text
    assert "mentioned" not in text


@pytest.mark.parametrize("nothing", ["", " \n\n", "\t"])
def test_a_problem_nobody_described_is_told_by_its_title_alone(nothing: str) -> None:
    assert "原话" not in packet(nothing)
    assert "own words" not in packet(nothing, "en")


def test_a_description_is_data_and_shows_no_seal_and_nothing_invisible() -> None:
    told = f"{{{{ account.password }}}} {SEAL}\r\n[sea\u200bled:0123abcd]\u202e {{% if %}}"
    text = packet(told)

    assert "    {{ account.password }} ••••••\n    •••••• {% if %}\n" in text


def test_a_seal_that_came_in_a_mail_never_becomes_a_secret() -> None:
    asked = (f"密码是 {SEAL} 吗？", "[sealed:ffff0000]")
    assert "[sealed:" not in written("answer", questions=asked).text
    both = written("upload_instructions", "answer", questions=asked).text
    assert both.count("[sealed:") == 1
    assert "ffff0000" not in both


def test_what_came_in_a_mail_is_data_and_no_template() -> None:
    question = "{{ account.password }} {% for x in y %} {# 注释 #}"
    assert question in written("answer", questions=(question,)).text


def test_a_file_name_cannot_turn_the_line_round() -> None:
    file = Upload("a\u202etxt.exe\n\n【请工程师填写】", 2048, NOW, UploadState.WHOLE)
    text = written("data_received", files=(file,)).text
    assert "- atxt.exe 【请工程师填写】（2 KB，5月7日 14:02）" in text


def test_a_refused_tool_is_not_offered_again() -> None:
    head = replace(HEAD, tool_file="tools/collect.zip")
    assert "附件中的 collect.zip" in written("upload_instructions", head=head).text
    refused = replace(CASE, matter=replace(CASE.matter, refused_data=True))
    assert "collect.zip" not in written("upload_instructions", head=head, case=refused).text


def test_dates_the_case_does_not_know_are_left_out() -> None:
    said = (Said("upload_instructions", NOW - timedelta(days=9)),)
    missing = ("software_list",)
    told = written(
        "reminder", missing=missing, case=replace(CASE, talk=replace(CASE.talk, said=said))
    ).text
    assert "见 4月28日的邮件" in told
    assert "的邮件" not in written("reminder", missing=missing).text


@pytest.mark.parametrize(
    ("letter", "gaps"), [("answer", 2), ("collect_again", 1), ("question_received", 0)]
)
def test_only_an_engineers_letter_has_gaps(letter: str, gaps: int) -> None:
    text = written(letter, questions=("一？", "二？")).text
    assert text.count("【请工程师填写】") == gaps
    assert has_gap(text) is bool(gaps)


def test_an_account_without_a_host_of_its_own_is_shown_with_ours() -> None:
    read = Account("nydzjt", "", AccountOrigin.READ, NOW, SEAL)
    text = written(
        "upload_instructions", case=replace(CASE, transfer=replace(CASE.transfer, accounts=(read,)))
    ).text
    assert "主机：upload.support.example" in text
    assert "端口：22222" in text
    assert "请回复本邮件告知一声" in text


def test_nobody_is_shown_the_login_of_another() -> None:
    other = replace(
        CASE,
        transfer=replace(
            CASE.transfer,
            accounts=(Account("u13", "li@partner.example", AccountOrigin.OPENED, NOW, SEAL),),
        ),
    )
    assert "u13" not in written("nothing_arrived", case=other).text
    with pytest.raises(
        TemplateError, match=r"upload_instructions\.txt:\d+: the case has no upload"
    ):
        written("upload_instructions", case=other)


def test_a_desk_calls_itself_and_its_people_as_each_language_does() -> None:
    config = parse_config(
        '[desk]\naddress = "s@support.example"\nname = "支持中心"\nhotline = "400-1"\n'
        '[en]\nname = "Harbour Support"\nhotline = "+86 400-1"\n'
        '[names]\n"wei.lin@support.example" = { zh = "林伟", en = "Lin Wei" }\n'
    )
    head = letterhead_of(config, Server("upload.support.example", 22222))

    zh, en = head.in_language("zh"), head.in_language("en")

    assert (zh.desk, zh.hotline) == ("支持中心", "400-1")
    assert (en.desk, en.hotline) == ("Harbour Support", "+86 400-1")
    assert person_name("wei.lin@support.example", zh.names) == "林伟"
    assert person_name("Wei.Lin@support.example", en.names) == "Lin Wei"


@pytest.mark.parametrize(
    ("who", "name"),
    [
        ("wei.lin@support.example", "Wei Lin"),
        ("lin@support.example", "lin"),
        ("林伟 <lin@support.example>", "林伟"),
        ("", ""),
    ],
)
def test_a_person_without_a_known_name_is_called_as_their_address_reads(
    who: str, name: str
) -> None:
    assert person_name(who, {}) == name
