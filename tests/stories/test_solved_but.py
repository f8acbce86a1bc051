""" "It is solved" closes a case only where nothing else is asked or reported."""

import pytest

from tests.stories.story import Story


def running() -> Story:
    story = Story()
    story.customer_writes("服务器昨天蓝屏了两次，请协助分析。")
    story.engineer_writes("周先生，您好\n\n请按附件步骤更新驱动，并观察是否还有蓝屏。")
    return story


_AND_MORE = [
    "问题解决了，但是还有一台服务器也蓝屏了。",
    "问题已解决，不过想请问一下原因是什么？",
    "已恢复正常，另外麻烦告知是什么原因导致的",
    "案例可以关闭了，但我还想问下以后怎么避免？",
    "问题解决了，谢谢！还有个问题，补丁需要装在其他机器上吗？",
    "蓝屏的问题已经解决，现在打印机又不能用了。",
    "问题已经解决了，另外麻烦给我回个电话。",
    "问题解决了但是另一台也出现了同样的问题",
    "已经好了，但日志里还有报错。",
    "The problem is solved now, but could you tell us what the cause was?",
    "The crash is resolved, but another host went down today.",
    "It works again after the reboot, however the second node crashed this morning.",
    "You can close this case, but how do we avoid this in the future?",
    "The issue is gone since yesterday and we still see error 412 on the backup server.",
    "It's working now, can you explain what you changed?",
    "Solved. Why did it happen though?",
    "problem solved, what caused it",
    "Everything is fine now, but please leave the case open for a week.",
    "Fixed. Please call me back today.",
    "The issue is resolved. Can we get a written report?",
]
_ONLY = [
    "问题已解决，谢谢支持，请关闭案例。",
    "已恢复，可以结案，谢谢林工的帮助！",
    "驱动更新后一切正常，可以关闭案例了。如果再出现我们会联系您。",
    "Problem solved after we replaced the memory, please close the case. Thank you!",
    "The issue is resolved, you can close the ticket. Have a nice weekend!",
]


@pytest.mark.parametrize("text", _AND_MORE)
def test_solved_and_more_stays_open_and_somebody_is_told(text: str) -> None:
    story = running()
    told = len(story.to_staff)

    story.customer_writes(text)
    story.days_pass(20)

    assert story.status == "open"
    assert "closing_notice" not in story.sent
    assert len(story.to_staff) > told


_UNSURE = [
    "问题解决了，换了内存条之后就没再蓝屏，感谢。",
    "The problem is solved. We rebooted the switch yesterday.",
    "It is solved. If it happens again, we will let you know.",
]


@pytest.mark.parametrize("text", _UNSURE)
def test_what_was_not_read_for_certain_is_our_turn_and_closes_nothing(text: str) -> None:
    """A case closed by mistake is worse than a look of ours."""
    story = running()

    story.customer_writes(text)
    story.days_pass(20)

    assert story.status == "open"
    assert not {"reminder", "closing_notice", "closed"} & set(story.sent)


@pytest.mark.parametrize("text", _ONLY)
def test_solved_and_no_more_closes(text: str) -> None:
    story = running()

    story.customer_writes(text)

    assert story.status == "closed"
