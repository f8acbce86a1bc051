"""What is new, what is quoted, how it is signed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mailbot.mail.html.marks import unmarked
from mailbot.mail.parts import Part, Parts, Piece
from mailbot.mail.quoting.one_line import unfolded
from mailbot.mail.quoting.split import split

NEW = "日志已经上传到服务器，请查收。\n\nC:\\new\\users 下还有一份"
OLD = "周先生，您好\n\n请上传最新的full dump文件"

ZH_BLOCK = (
    "发件人: Lin Wei <wei@support.example>\n发送时间: 2020-05-19 09:40\n收件人: x\n主题: Re: 蓝屏"
)
HEADERS = {
    "outlook zh": ZH_BLOCK,
    "outlook zh, wide colons": ZH_BLOCK.replace(": ", "："),
    "outlook zh, separator": f"-----邮件原件-----\n{ZH_BLOCK}",
    "outlook zh, rule": f"________________________________\n{ZH_BLOCK}",
    "outlook en": "From: Lin Wei\nSent: Tuesday, May 19, 2020 9:40 AM\nTo: x\nSubject: RE: dump",
    "outlook en, bold": "*From:* Lin Wei\n*Sent:* May 19, 2020\n*To:* x\n*Subject:* RE: dump",
    "outlook en, blank lines between": "From: L\n\nSent: May 19, 2020\n\nTo: x\n\nSubject: dump",
    "outlook en, separator": "-----Original Message-----\nFrom: Lin\nSent: May 19, 2020\nTo: x",
    "outlook web": "From: Lin Wei <wei@support.example>\nDate: 19 May 2020 at 09:40\nTo: x",
    "separator alone": "----- Original Message -----",
    "qq": "------------------ 原始邮件 ------------------\n发件人: x\n发送时间: 2020\n收件人: y",
    "qq phone": '---原始邮件---\n发件人: "Lin"<wei@support.example>\n发送时间: 2020年05月19日',
    "qq en": "------------------ Original ------------------\nFrom: x\nDate: Tue\nTo: y",
    "foxmail": "原始邮件\n发件人：Lin Wei<wei@support.example>\n收件人：x\n主题：Re: 蓝屏",
    "foxmail desktop": "发件人： L\n发送时间： 2020-05-19\n收件人： x\n抄送： y\n主题： 蓝屏",
    "netease": '在 2020-05-19 09:40:29，"Lin Wei" <wei@support.example> 写道：',
    "netease en": 'At 2020-05-19 09:40:29, "Lin Wei" <wei@support.example> wrote:',
    "netease phone": "---- 回复的原邮件 ----\n| 发件人 | L<l@support.example> |\n| 日期 | 2020 |",
    "exmail": "------------------ 原始邮件 ------------------",
    "dingtalk": f"{'-' * 66}\n发件人：Lin\n日　期：2020年05月19日\n收件人：x\n主　题：蓝屏",
    "taiwan": "寄件者: Lin Wei\n寄件日期: 2020年5月19日\n收件者: x\n主旨: 藍屏",
    "gmail zh": "Lin Wei <wei@support.example> 于2020年5月19日周二 上午9:40写道：",
    "gmail zh, wrapped": "Lin Wei <wei@support.example> 于2020年5月19日周二\n上午9:40写道：",
    "gmail tw": "Lin <wei@support.example> 於 2020年5月19日 週二 上午9:40寫道：",
    "gmail en": "On Tue, May 19, 2020 at 9:40 AM Lin Wei <wei@support.example> wrote:",
    "gmail en, wrapped": "On Tue, May 19, 2020 at 9:40 AM Lin Wei <\nwei@support.example> wrote:",
    "apple": "On May 19, 2020, at 9:40 AM, Lin Wei <wei@support.example> wrote:",
    "apple zh": "在 2020年5月19日，上午9:40，Lin Wei <wei@support.example> 写道：",
    "thunderbird": "On 19/05/2020 09:40, Lin Wei wrote:",
    "thunderbird zh": "在 2020/5/19 9:40, Lin Wei 写道:",
    "yahoo": "    On Tuesday, May 19, 2020, 9:40:00 AM GMT+8, Lin Wei <w@x.example> wrote:",
    "zoho": "---- On Tue, 19 May 2020 09:40:36 +0800 Lin Wei <wei@support.example> wrote ----",
    "german": "Am 19.05.2020 um 09:40 schrieb Lin Wei:",
    "french": "Le mar. 19 mai 2020 à 09:40, Lin Wei <wei@support.example> a écrit :",
}


@pytest.mark.parametrize("header", HEADERS.values(), ids=HEADERS.keys())
def test_everything_from_the_quote_header_is_quoted(header: str) -> None:
    parts = split(f"{NEW}\n\n\n{header}\n\n{OLD}\n")
    assert parts.text == NEW
    assert parts.quoted == f"{header}\n\n{OLD}".strip()


@pytest.mark.parametrize("header", HEADERS.values(), ids=HEADERS.keys())
def test_a_bare_reply_says_nothing_new(header: str) -> None:
    assert split(f"\n\n{header}\n\n{OLD}\n").text == ""


@pytest.mark.parametrize("header", HEADERS.values(), ids=HEADERS.keys())
def test_a_reply_below_a_marked_quote_is_new(header: str) -> None:
    marked = "\n".join(f"> {line}" for line in OLD.split("\n"))
    parts = split(f"{header}\n\n{marked}\n\n{NEW}\n")
    assert parts.text == NEW


@pytest.mark.parametrize(
    "text",
    [
        "请把发件人改成：support，谢谢",
        "发件人：这一栏是空的，怎么办？",
        "发件人无法识别\n主题里有乱码",
        "On Monday I wrote: please restart the server.",
        "On Monday I wrote:\nplease restart the server",
        "On 19 May 2020 the server wrote:\nKMODE_EXCEPTION_NOT_HANDLED",
        "日志在2020-05-19 09:40里写道：\n0x1e",
        "维护窗口\nFrom: 10:00\nTo: 12:00\nDate: 2020-05-19",
        "原始邮件已经删除了\n请重新发送",
        "原始邮件",
        "步骤：\n1. 关机\n----------\n2. 开机",
        "original message is lost, please send it again",
        "From: the first boot on, it hangs",
        "A --> B --> C",
        "3: kd> !address fffff807376ef014",
        "Subject: x\n只有主题",
        "时间：明天上午\n地点：三楼\n主题：蓝屏讨论",
        "I wrote to him on 2020-05-19, he answered.",
    ],
)
def test_a_body_that_only_speaks_of_such_things_is_not_cut(text: str) -> None:
    assert split(text) == Parts((Piece(Part.NEW, text),))


def test_answers_between_the_lines_are_new() -> None:
    parts = split("On Tue, May 19, 2020, Lin wrote:\n> 1. done?\nyes\n> 2. and this?\nno\n")
    assert parts.text == "yes\nno"
    assert "1. done?" in parts.quoted


def test_marked_lines_that_answer_nothing_are_a_text() -> None:
    assert split("> a note\n> to myself").text == "> a note\n> to myself"


def test_an_answer_inside_marks_alone_says_nothing() -> None:
    assert split("> On Tue, May 19, 2020, Lin <a@b.example> wrote:\n>\n> old").text == ""


def test_a_headers_look_alike_above_the_block_stays_new() -> None:
    parts = split(f"时间：明天\n主题：讨论\n\n{ZH_BLOCK}\n\n{OLD}")
    assert parts.text == "时间：明天\n主题：讨论"


@pytest.mark.parametrize(
    "signature",
    [
        "-- \nLin Wei\nSupport",
        "--------------\n\n服务电话： 400-000-0055",
        "______________\n张三\n手机：13800000000",
        "发自我的iPhone",
        "发自我的 iPhone",
        "发送自 Windows 10 版邮件应用",
        "来自我的华为手机",
        "Sent from my iPhone",
        "Sent from Outlook Mobile<https://aka.example>",
        "Get Outlook for iOS",
        "张三\n电话：0531-88888888\n手机：13800000000\n邮箱：a@b.example",
        "This e-mail is confidential and intended only for the intended recipient named above.",
        "本邮件及其附件含有保密信息，仅限于发送给上面地址中列出的个人或群组，"
        "请勿以任何形式使用或者转发其中的内容。",
        "_______________________________________________\nusers mailing list\nusers@lists.example",
    ],
)
@pytest.mark.parametrize("below", ["", "\n\n" + ZH_BLOCK + "\n\n" + OLD])
def test_a_signature_is_set_apart(signature: str, below: str) -> None:
    parts = split(f"{NEW}\n\n{signature}{below}\n")
    assert parts.text == NEW
    assert parts.signature == signature.strip()


@pytest.mark.parametrize(
    "text",
    [
        "用户名：x\n密码：y\n\n端口：22222",
        "步骤如下\n--------------\n1. 点击开始\n2. 重启",
        "电话：0531-88888888\n手机：13800000000",
        "We sent from our side all the logs to your mail",
        "请获取最新的 Windows 补丁",
    ],
)
def test_what_only_looks_like_a_signature_is_text(text: str) -> None:
    assert split(text) == Parts((Piece(Part.NEW, text),))


def test_only_a_phones_line_is_no_text() -> None:
    assert split("发自我的iPhone") == Parts((Piece(Part.SIGNATURE, "发自我的iPhone"),))


PIECES = [
    *HEADERS.values(), *OLD.split("\n"), "> a", ">> b", "-- ", "--------------", "电话：12345678",
    "Sent from my iPhone", "On 1", "wrote:", "", " ", "发件人：", "原始邮件", "confidential " * 5,
]  # fmt: skip


@given(st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=20)), max_size=14))
def test_no_line_is_lost(pieces: list[str]) -> None:
    body = unmarked("\n".join(pieces))
    all_lines_are_there(body)


def all_lines_are_there(body: str) -> None:
    parts, body = split(body), unfolded(body)
    whole = [
        line.strip()
        for part in (parts.text, parts.quoted, parts.signature)
        for line in part.split("\n")
    ]
    assert sorted(filter(None, whole)) == sorted(
        filter(None, (line.strip() for line in body.split("\n")))
    )


UNITS = [
        "On ", "On 1\n", "On 1 wrote\n", "wrote:\n", ";", " ", ">", "> \n", ">\n\n", "\n", "-",
        "---\n", "From: a\n", "发件人：\n", "在 2020-01-01\n", "在2020写道\n", "a@b\n", "*", "|\n",
        "---原始邮件---\n", "原始邮件\n", "-- \n", "电话：12345678\n", "2020-01-01 10:00 <a@b>:\n",
        "a", "sent from my\n", "To: a\nFrom: a\n", "confidential ", "On 1 a wrote:\n>\n",
    ]  # fmt: skip


def body_of(unit: str) -> str:
    """64 KB of it."""
    return (unit * (65_536 // len(unit)))[:65_536]


@pytest.mark.parametrize("unit", UNITS)
def test_no_line_of_the_worst_input_is_lost(unit: str) -> None:
    """What it may cost is measured by `make bench`."""
    all_lines_are_there(body_of(unit))
