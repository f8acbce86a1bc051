"""What a mail tells of a fault's circumstances, and what only looks like it."""

import pytest

from mailbot.understanding.circumstances import circumstances
from mailbot.understanding.sentences import sentences


def told(text: str) -> list[tuple[str, str]]:
    return [(fact.name, fact.value) for fact in circumstances(sentences(text))]


@pytest.mark.parametrize(
    ("text", "name", "value"),
    [
        ("昨天有三台服务器蓝屏。", "machines", "三台服务器"),
        ("目前约30台终端受影响。", "machines", "约30台终端"),
        ("About 20 machines are affected.", "machines", "about 20 machines"),
        ("It hit both servers at once.", "machines", "both servers"),
        ("Three of our hosts went down.", "machines", "three of our hosts"),
        ("从昨天开始频繁死机。", "since", "从昨天开始"),
        ("自3月5日起就登不上了。", "since", "自3月5日起"),
        ("上周五开始的。", "since", "上周五开始"),
        ("It has been slow since last Tuesday.", "since", "since last tuesday"),
        ("The hangs started two weeks ago.", "since", "started two weeks ago"),
        ("升级到22H2之后就这样了。", "changed_before", "升级到22h2之后"),
        ("换了内存以后正常了一天。", "changed_before", "换了内存以后"),
        ("打了补丁后开始报错。", "changed_before", "打了补丁后"),
        ("It crashes after the firmware update.", "changed_before", "after the firmware update"),
        ("Since we replaced the switch it drops packets.", "changed_before", "since we replaced"),
        ("文件是 C:\\Windows\\MEMORY.DMP，请看。", "file", "c:\\windows\\memory.dmp"),
        ("I put sysinfo_0412.zip on the share.", "file", "sysinfo_0412.zip"),
        ("ntfs.sys 的版本不对", "file", "ntfs.sys"),
        ("我的手机是13800000000。", "phone", "13800000000"),
        ("有急事请拨打 010-5550 1234 转 802", "phone", "010-5550 1234 转 802"),
        ("Call me at +44 20 7946 0018 please.", "phone", "+44 20 7946 0018"),
    ],
)
def test_it_tells(text: str, name: str, value: str) -> None:
    assert any(said == name and found.startswith(value) for said, found in told(text)), told(text)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("请问有几台服务器受影响？", "machines"),
        ("How many machines are affected?", "machines"),
        ("服务器又蓝屏了。", "machines"),
        ("We need three days.", "machines"),
        ("是从昨天开始的吗？", "since"),
        ("明天开始收集。", "since"),
        ("Since you asked: no.", "since"),
        ("请升级驱动，后续再观察。", "changed_before"),
        ("升级后台服务需要审批。", "changed_before"),
        ("After lunch I will update you.", "changed_before"),
        ("Write to support@firm.example or see www.firm.example.", "file"),
        ("版本是10.0.17763.1098", "file"),
        ("案例编号 20260303001", "phone"),
        ("error 0x80070005 at 10:22:13", "phone"),
        ("端口是 22222，电话稍后给您。", "phone"),
    ],
)
def test_it_does_not_tell(text: str, name: str) -> None:
    assert name not in {said for said, _ in told(text)}


def test_each_kind_is_told_a_few_times_at_most_with_its_sentence() -> None:
    text = "\n".join(f"See app{n}.log." for n in range(20))
    found = list(circumstances(sentences(text)))

    assert len(found) == 5
    assert found[0].evidence == "See app0.log."
