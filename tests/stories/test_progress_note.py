"""A customer who has heard nothing for five working days: a word is drafted that we are at work."""

from tests.stories.story import CUSTOMER, ENGINEER, Letter, Story

ZH = "服务器昨天蓝屏了两次。"
EN = "Our server crashed twice yesterday."


def waits(text: str = ZH, subject: str = "服务器蓝屏") -> Story:
    """On Monday at ten the customer hears that the report is here, and nothing after that."""
    story = Story()
    story.customer_writes(text, subject=subject)
    assert story.status == "open"
    return story


def notes(story: Story, mode: str = "draft") -> list[Letter]:
    every = [one for one in story.letters if one.name == "progress_note"]
    return every if mode == "draft" else [one for one in every if one.mode == mode]


def test_it_is_drafted_on_the_fifth_working_day_over_a_weekend() -> None:
    story = waits()
    story.until("2026-03-09T09:55:00")
    assert notes(story) == []
    story.until("2026-03-09T10:10:00")
    (note,) = notes(story)
    assert note.to == (CUSTOMER,)
    assert story.case.drafts[-1].waits


def test_it_is_not_drafted_where_something_was_said() -> None:
    story = waits()
    story.until("2026-03-06T10:00:00")
    story.order.told(story.case.id, ENGINEER, "电话沟通")
    story.until("2026-03-10T10:00:00")
    assert notes(story) == []


def test_it_is_not_drafted_while_the_case_is_held() -> None:
    story = waits()
    story.order.hold(story.case.id, ENGINEER)
    story.until("2026-03-10T10:00:00")
    assert notes(story) == []


def test_it_is_not_drafted_while_another_draft_waits() -> None:
    story = waits()
    story.customer_writes("请问这次蓝屏的原因是什么？")
    waiting = [one.letters for one in story.case.drafts if one.waits]
    assert waiting
    story.until("2026-03-12T10:00:00")
    assert notes(story) == []


def test_it_waits_for_a_yes_whatever_the_configuration_says() -> None:
    story = Story(config=Story.config + '[letters]\nprogress_note = "auto"\n')
    story.customer_writes(ZH)
    story.until("2026-03-09T10:10:00")
    assert len(notes(story)) == 1
    assert "progress_note" not in story.sent


def test_once_approved_it_counts_as_said_and_comes_again_after_five_more_days() -> None:
    story = waits()
    story.until("2026-03-09T10:10:00")
    story.order.approve(story.case.drafts[-1].id, ENGINEER)
    story.run()
    assert story.sent[-1] == "progress_note"
    assert story.status == "open"
    story.until("2026-03-16T10:00:00")
    assert len({one.draft for one in notes(story)}) == 1
    story.until("2026-03-16T10:20:00")
    assert len({one.draft for one in notes(story)}) == 2


def test_it_names_the_case_and_no_day_in_both_languages() -> None:
    for story, said in (
        (waits(), "关于“服务器蓝屏”，我们还在处理"),
        (waits(EN, "Server crash"), 'We are still working on "Server crash".'),
    ):
        story.until("2026-03-09T10:10:00")
        assert said in notes(story)[-1].text
        assert "2026" not in notes(story)[-1].text
