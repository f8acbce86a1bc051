"""What customers promise: kept by what comes, moved by another day, broken by silence."""

import pytest

from mailbot.desk.case.promise import PromiseState
from mailbot.desk.decisions import due
from mailbot.desk.decisions.due import DueKind
from tests.stories.story import Story

LATER = [
    ("dump要到3月20日才能给您。", "dump要到3月25日才能给您。"),
    ("We'll upload the dump on March 20.", "We'll upload the dump on March 25 instead."),
]


def promised(words: str = LATER[0][0]) -> Story:
    story = Story()
    story.customer_writes("服务器昨天蓝屏了两次，请协助分析。")
    story.engineer_writes("请收集并上传最新的full dump文件，谢谢。")
    story.customer_writes(words)
    return story


def states(story: Story) -> list[tuple[str, str]]:
    return [(one.until.date().isoformat(), one.state.value) for one in story.case.clocks.promises]


def journal(story: Story) -> str:
    entries = story.engine.state.cases.journal(story.case.id)
    return "\n".join(str(reason) for entry in entries for reason in entry.because)


@pytest.mark.parametrize(("words", "moved"), LATER)
def test_a_day_is_named_and_moved(words: str, moved: str) -> None:
    story = promised(words)
    assert states(story) == [("2026-03-20", "open")]
    assert story.case.clocks.promises[0].evidence == words

    story.customer_writes(moved)

    assert states(story) == [("2026-03-20", "moved"), ("2026-03-25", "open")]
    assert "they name another date: 2026-03-25 instead of 2026-03-20" in journal(story)


def test_a_promise_has_a_due_date_of_its_own() -> None:
    story = promised()

    kinds = {one.kind: one.at for one in due.dates(story.case, story.engine.rules)}

    # 20 March 2026 is a Friday
    assert kinds[DueKind.THEIR_PROMISE].isoformat() == "2026-03-23T09:00:00+08:00"


def test_a_promise_is_kept_by_the_file() -> None:
    story = promised()
    story.days_pass(2)

    story.file_arrives("MEMORY.zip")

    assert states(story) == [("2026-03-20", "kept")]
    assert "what they promised for 2026-03-20 is here" in journal(story)


def test_a_promise_is_kept_by_an_attachment_and_the_rest_is_promised_anew() -> None:
    story = promised()

    story.customer_writes("日志见附件，dump要到3月25日才能给您。", file="System.evtx")

    assert states(story) == [("2026-03-20", "kept"), ("2026-03-25", "open")]


def test_a_promise_is_broken_once_its_day_is_over() -> None:
    story = promised()

    story.until("2026-03-23T08:59:00")
    assert story.case.clocks.open_promise is not None
    story.until("2026-03-23T09:01:00")

    assert [one.state for one in story.case.clocks.promises] == [PromiseState.BROKEN]
    assert "they promised it for 2026-03-20: nothing came" in journal(story)


def test_the_same_day_named_twice_is_one_promise() -> None:
    story = promised()
    story.customer_writes("再确认一下，dump要到3月20日才能给您。")

    assert [state for _, state in states(story)] == ["moved", "open"]
    assert "instead of" not in journal(story)


def test_a_case_that_is_closed_waits_for_no_promise() -> None:
    story = promised()
    story.order.close(story.case.id, "lin@support.example")

    assert story.case.clocks.promises == ()
    assert DueKind.THEIR_PROMISE not in {
        one.kind for one in due.dates(story.case, story.engine.rules)
    }
