"""What a report tells around a fault."""

import pytest

from mailbot.desk.circumstances import circumstances
from mailbot.desk.sentences import sentences


def told(text: str) -> list[tuple[str, str]]:
    return [(one.name, one.value) for one in circumstances(text.splitlines(), sentences(text))]


TOLD = [
    ("since", "从昨天下午开始，页面一直转圈。", "昨天下午"),
    ("since", "上周起偶发图像条纹，重拍就好。", "上周"),
    ("since", "最近两周随机蓝屏，前后共四次。", "最近两周"),
    ("since", "About forty people have lost the right since Monday.", "monday"),
    ("since", "It started after the electricians had left.", "the electricians had left"),
    ("since", "The portal times out since the new CDN.", "the new cdn"),
    ("affected", "财务 30 多台电脑全部提示授权无效。", "30 多台电脑"),
    ("affected", "今天早上有两台服务器同时死机。", "两台服务器"),
    ("affected", "Three of our twelve hosts hang about once a day.", "three of our twelve hosts"),
    ("affected", "All users are logged out at noon.", "all users"),
    ("changed_before", "上周五把 containerd 从 1.6 升级到了 1.7，别的没动。", "升级到了"),
    ("changed_before", "上个月换过一次主板。", "上个月换过"),
    ("changed_before", "升级之后，门诊挂号的查询从 0.2 秒变成 14 秒。", "升级之后"),
    ("changed_before", "近期没有做过任何变更。", "没有做过任何变更"),
    ("changed_before", "We installed an update at the end of last month.", "installed an update"),
    ("changed_before", "Nothing was changed on our side.", "nothing was changed"),
    ("changed_before", "Since the March update PDFs are blank.", "since the march update"),
    ("file", "请看附件 MEMORY_0412.zip 和 dmesg.txt。", "MEMORY_0412.zip"),
    ("file", "C:\\Windows\\System32\\drivers\\ntfs.sys is at 10.0.17763.1098", "ntfs.sys"),
    ("phone", "值班电话 138-0013-0417，随时可以打。", "138-0013-0417"),
    ("phone", "Ring me on +44 20 7946 0018 please.", "+44 20 7946 0018"),
    ("phone", "何立，分机 6021", "6021"),
    ("contact", "联系人：赵晴", "赵晴"),
    ("contact", "Joanna Price has the case until I'm back.", "Joanna Price"),
    ("company", "最终用户是蓝海测绘有限公司。", "蓝海测绘有限公司"),
    ("company", "We are River City Hospital, IT department.", "River City Hospital"),
    ("bugcheck", "it says KMODE_EXCEPTION_NOT_HANDLED there", "KMODE_EXCEPTION_NOT_HANDLED"),
    ("if_recurs", "如果再次出现蓝屏，请回复此邮件。", "mentioned"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "text", "value"), TOLD)
def test_a_sentence_tells_it(name: str, text: str, value: str) -> None:
    found = [known for kind, known in told(text) if kind == name]
    assert any(value in one for one in found), told(text)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("since", "从哪天开始的？"),
        ("since", "起来之后看了一眼。"),
        ("affected", "如果有两台服务器同时死机，请告诉我们。"),
        ("affected", "请问这台机器的保修到什么时候？"),
        ("changed_before", "请把内核升级到 5.10 之后再试。"),
        ("changed_before", "Have you changed anything last week?"),
        ("changed_before", "We will upgrade it next week."),
        ("file", "see https://files.example/a.zip or mail a@b.example"),
        ("phone", "错误 0x00000139，编号 2026-0412-001"),
        ("contact", "请联系我们。"),
        ("company", "我在医院，晚点回。"),
        ("bugcheck", "see MY_FILE for the rest"),
    ],
)
def test_and_this_one_does_not(name: str, text: str) -> None:
    assert name not in dict(told(text))


def test_a_value_is_told_once_and_of_a_kind_five() -> None:
    text = "\n".join(f"file{n}.log came, file{n}.log it was" for n in range(9))

    assert [value for name, value in told(text) if name == "file"] == [
        f"file{n}.log" for n in range(5)
    ]
