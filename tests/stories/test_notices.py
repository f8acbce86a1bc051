"""Whom a waiting draft is shown, and when again: who is asked, who stands in, the lead."""

from datetime import timedelta

import pytest

from mailbot.bot.morning import print_list
from mailbot.repositories.presences import Presence
from tests.stories.story import CUSTOMER, ENGINEER, Letter, Story, parse_sent
from tests.stories.test_approved_by_mail import TWO, wants_login

CHEN = "chen@support.example"
LEAD = "lead@support.example"


def notices(story: Story) -> list[Letter]:
    """The letters to our people that show a waiting draft."""
    return [one for one in story.to_staff if "draft_waiting" in one.name and one.mode == "sent"]


def readers(story: Story) -> list[tuple[str, ...]]:
    return [one.to for one in notices(story)]


def with_stand_in(*, away: bool) -> Story:
    story = wants_login(TWO)
    since = story.now if away else None
    story.engine.state.presences.keep(Presence(ENGINEER, CHEN, since))
    return story


def test_a_draft_nobody_approves_goes_from_its_engineer_to_the_stand_in_to_the_lead() -> None:
    story = with_stand_in(away=False)
    story.days_pass(14)
    assert readers(story) == [(ENGINEER,), (ENGINEER,), (CHEN,), (LEAD,)]
    first, again, stand_in, lead = (one.at for one in notices(story))
    assert again - first == timedelta(hours=2)
    assert stand_in - first == timedelta(hours=4)
    assert f"{story.engine.rules.calendar.local(lead):%a %H:%M}" == "Tue 09:00"


def test_without_a_stand_in_the_engineer_is_reminded_again() -> None:
    story = wants_login(TWO)
    story.days_pass(14)
    assert readers(story) == [(ENGINEER,), (ENGINEER,), (ENGINEER,), (LEAD,)]


def test_who_stands_in_is_asked_at_once_while_the_engineer_is_away() -> None:
    story = with_stand_in(away=True)
    story.customer_writes("请问这次蓝屏的原因是什么？另外需要多久？", name="周敏")
    assert readers(story)[-1] == (CHEN,)
    heard = story.engineer_answers("ok", story.notice, sender=CHEN)
    assert "nothing was done" not in heard.text or "gap" in heard.text


def test_the_yes_of_who_stands_in_counts() -> None:
    story = with_stand_in(away=True)
    story.days_pass(0.1)
    assert readers(story)[-1] == (CHEN,)
    assert "leaves now" in story.engineer_answers("ok", story.notice, sender=CHEN).text


def test_with_nobody_to_stand_in_the_lead_hears_it() -> None:
    story = wants_login(TWO)
    story.engine.state.presences.keep(Presence(ENGINEER, "", story.now))
    story.customer_writes("请问这次蓝屏的原因是什么？", name="周敏")
    assert readers(story)[-1] == (LEAD, ENGINEER)


def test_who_presses_is_told_at_once_to_the_lead_too_and_the_draft_to_the_engineer_alone() -> None:
    story = wants_login(TWO)
    story.customer_writes("你们太慢了，我要投诉！请问什么时候给我 sftp 账号？", name="周敏")
    told = [one for one in story.to_staff if one.at == story.now]
    assert (LEAD,) in [one.to for one in told if "case_needs_you" in one.name] or any(
        LEAD in one.to for one in told
    )
    assert all(one.to == (ENGINEER,) for one in told if "draft_waiting" in one.name)


@pytest.mark.parametrize("away", [True, False])
def test_the_morning_list_is_for_who_stands_in_too(away: bool) -> None:
    story = with_stand_in(away=away)
    story.until("2026-03-03T08:45:00")
    before = len(story.channel.sent)
    print_list(story.engine)
    story.run()
    lists = [one for one in story.channel.sent[before:] if "sheet-" in one.message_id]
    assert {to for one in lists for to in one.recipients if to != CUSTOMER} >= {ENGINEER}
    assert any(CHEN in one.recipients for one in lists) is away


def three_cases() -> Story:
    """At 11:00, 11:05 and 11:10 customers of Lin's three cases ask for a login."""
    story = Story(config=TWO, bundled=True)
    for number, minute in enumerate(("00", "05", "10"), 1):
        customer = f"zhou@partner{number}.example"
        how = {"subject": f"服务器蓝屏 {number}", "threaded": "no"}
        story.until(f"2026-03-02T11:{minute}:00")
        story.customer_writes("我们的服务器蓝屏了，请协助分析。", sender=customer, **how)
        answered = {"subject": f"Re: 服务器蓝屏 {number}"}
        story.engineer_writes("您好：\n\n请提供完整转储文件。", to=customer, **answered)
        story.customer_writes("好的，怎么上传？麻烦给个 sftp 账号。", sender=customer, **answered)
    return story


def shown_to_lin(story: Story) -> list[str]:
    """The subjects of the notices that left to Lin."""
    subjects = (parse_sent(one).subject for one in story.channel.sent if ENGINEER in one.recipients)
    return [one for one in subjects if "Your yes" in one]


def test_what_comes_within_half_an_hour_is_told_together() -> None:
    story = three_cases()
    assert shown_to_lin(story) == ["[Your yes] C-1 服务器蓝屏 1"]

    story.until("2026-03-02T11:31:00")
    story.run()

    assert shown_to_lin(story)[1:] == ["[Your yes] 2 letters"]
    text = story.notice.text
    assert "1. C-2/3: upload instructions" in text
    assert "2. C-3/3: upload instructions" in text
    assert all(not one.drafts or one.drafts[0].waits for one in story.cases)


def test_what_was_settled_meanwhile_is_not_told() -> None:
    story = three_cases()
    story.order.approve("C-2/3", ENGINEER)
    story.order.reject("C-3/3", ENGINEER)
    story.until("2026-03-02T11:31:00")
    story.run()
    assert shown_to_lin(story) == ["[Your yes] C-1 服务器蓝屏 1"]
    assert not any(draft for case in story.cases for draft in case.drafts if case.id != "C-1")


def test_one_answer_settles_a_bundle_line_by_line() -> None:
    story = three_cases()
    story.until("2026-03-02T11:31:00")
    story.run()
    heard = story.engineer_answers("1 ok\n2 不发，他打过电话了", story.notice)
    assert "- C-2/3 leaves now to zhou@partner2.example" in heard.text
    assert "- C-3/3 is withdrawn and will not leave" in heard.text


@pytest.mark.parametrize(("said", "sent"), [("ok", 0), ("all ok", 2), ("全部同意", 2)])
def test_a_bundle_wants_to_know_which_letters_are_meant(said: str, sent: int) -> None:
    story = three_cases()
    story.until("2026-03-02T11:31:00")
    story.run()
    heard = story.engineer_answers(said, story.notice)
    assert story.sent.count("upload_instructions") == sent
    assert ("Can't tell what you say of which letter" in heard.text) is not bool(sent)


def test_who_presses_waits_for_no_bundle() -> None:
    story = three_cases()
    how = {"sender": "zhou@partner2.example", "subject": "Re: 服务器蓝屏 2"}
    story.customer_writes("你们太慢了，我要投诉！", **how)
    told = [parse_sent(one) for one in story.channel.sent if "lead@" in str(one.recipients)]
    assert "我要投诉" in told[-1].text
