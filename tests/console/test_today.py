"""Today: each case once, where it belongs first; mine before the desk's; the urgent first."""

from datetime import timedelta

from mailbot.console.today import MOST_ROWS, Section, looked_after, today, waiting_drafts
from mailbot.desk.people.duty import Duty
from mailbot.repositories.users import User, UserRole
from tests.console.stories import busy_morning
from tests.stories.story import COLLEAGUE, ENGINEER, Story

DAY = timedelta(days=1)


def sections(story: Story, engineer: str = ENGINEER) -> dict[str, Section]:
    state, rules = story.engine.state, story.engine.rules
    ends = rules.calendar.list_window(rules.calendar.local(story.now).date())[1]
    leaving = frozenset(state.alarms.leaving_before(ends))
    found = today(state.case_lists.unsettled(), {engineer}, rules, leaving)
    return {one.name: one for one in found}


def cases(section: Section) -> list[str]:
    return [row.case.id for row in (*section.mine, *section.others)]


def test_a_case_stands_where_it_belongs_first() -> None:
    found = sections(busy_morning())

    assert list(found) == [
        "my_yes", "person", "leaves", "we_owe", "they_owe", "second_line", "watching",
    ]  # fmt: skip
    shown = [case for section in found.values() for case in dict.fromkeys(cases(section))]
    assert sorted(shown) == ["C-1", "C-2", "C-3", "C-4"]
    assert "C-4" in cases(found["person"])


def test_mine_come_first() -> None:
    story = busy_morning()
    story.order.take("C-2", ENGINEER)

    mine = sections(story)["my_yes"].mine
    assert {row.case.id for row in mine} == {"C-1", "C-2"}
    assert sections(story, "xu@support.example")["my_yes"].mine == ()


def test_what_leaves_today_says_when_and_is_gone_once_it_is_held() -> None:
    story = Story()
    story.customer_writes("服务器昨天蓝屏了两次，请协助分析。")
    story.engineer_writes("请收集并上传最新的full dump文件，谢谢。")
    story.until("2026-03-09T09:00:00")

    (row,) = sections(story)["leaves"].mine
    assert row.letters == "reminder"
    assert row.until is not None
    story.order.hold("C-1", ENGINEER)
    assert sections(story)["leaves"].total == 0


def test_approve_and_next_goes_by_the_page() -> None:
    story = busy_morning()
    waiting = waiting_drafts(story.engine.state.case_lists.with_drafts(), {ENGINEER})

    page = sections(story)["my_yes"]
    assert waiting == [row.draft for row in (*page.mine, *page.others)]


def test_a_long_list_is_cut_and_says_so() -> None:
    story = Story()
    for number in range(MOST_ROWS + 3):
        story.customer_writes(
            "服务器蓝屏了。", subject=f"{number}", threaded="no", sender=f"a@x{number}.example"
        )

    section = max(sections(story).values(), key=lambda one: one.total)
    assert section.total == MOST_ROWS + 3
    assert len(cases(section)) == MOST_ROWS


def test_who_stands_in_looks_after_the_cases_of_who_is_away() -> None:
    lin, xu = User(ENGINEER, "", UserRole.ENGINEER), User(COLLEAGUE, "", UserRole.ENGINEER)
    away = Duty({ENGINEER: COLLEAGUE}, frozenset({ENGINEER}))

    assert looked_after(xu, away) == {COLLEAGUE, ENGINEER}
    assert looked_after(xu, Duty({ENGINEER: COLLEAGUE})) == {COLLEAGUE}
    assert looked_after(lin, away) == {ENGINEER}
