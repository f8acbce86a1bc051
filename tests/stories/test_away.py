"""Our people go and come back: told by them, seen in an automatic reply, ended by their mail."""

from datetime import datetime, timedelta
from email import message_from_bytes, policy

import pytest

from mailbot.bot.absences import Absences
from mailbot.repositories.presences import Presence
from tests.stories.story import CONFIG, CUSTOMER, ENGINEER, NOBODY, Story
from tests.stories.test_approved_by_mail import CHEN, QUESTION, TWO, wants_login

ON_LEAVE = "您好，我正在休假，3月9日恢复上班。急事请致电。"


def presence(story: Story) -> Presence:
    return story.engine.state.presences.of(ENGINEER)


def last_day(story: Story) -> str:
    until = presence(story).away_until
    return f"{story.engine.rules.calendar.local(until):%m-%d}" if until is not None else ""


def is_away(story: Story) -> bool:
    return presence(story).is_away(story.now)


def replies(story: Story, text: str = ON_LEAVE, **how: str) -> None:
    how.setdefault("subject", "自动回复: 服务器蓝屏")
    story.machine_writes(text, sender=how.pop("sender", ENGINEER), threaded="no", **how)


def to_desk(story: Story, text: str, **how: str) -> str:
    return story.engineer_answers(text, NOBODY, subject="外出", **how).text


def welcomes(story: Story) -> list[str]:
    """The letters that tell what happened meanwhile."""
    story.engine.outbox.deliver(story.engine.handle)
    mails = (one for one in story.channel.sent if one.message_id.startswith("mailbot.back-"))
    bodies = (
        message_from_bytes(one.raw, policy=policy.default).get_body(("plain",)) for one in mails
    )
    return [str(body.get_content()) for body in bodies if body is not None]


def asks(story: Story) -> None:
    """The customer answers in their case, whatever was written to the desk since."""
    story.customer_writes(QUESTION, name="周敏", answers="m1@partner.example")


# By mail.


@pytest.mark.parametrize(
    ("order", "last", "stand_in"),
    [
        ("#away 2026-03-05 chen@support.example", "03-05", CHEN),
        ("#外出 3月5日 chen@support.example", "03-05", CHEN),
        ("#away 3d", "03-05", ""),
        ("#外出", "", ""),
        ("#away chen@support.example", "", CHEN),
    ],
)
def test_an_engineer_says_by_mail_that_they_are_away(order: str, last: str, stand_in: str) -> None:
    story = Story(config=TWO)
    heard = to_desk(story, order)
    assert is_away(story)
    assert (last_day(story), presence(story).stand_in) == (last, stand_in)
    assert f"goes to {stand_in}" in heard if stand_in else "the lead hears" in heard
    assert not story.cases


def test_back_by_mail_ends_it() -> None:
    story = Story(config=TWO)
    to_desk(story, "#away 2026-03-05")
    assert "is back" in to_desk(story, "#回来")
    assert not is_away(story)
    assert "was not away" in to_desk(story, "#back")


@pytest.mark.parametrize(
    ("order", "because"),
    [
        ("#away soon", "say for how long"),
        ("#away 2026-03-01", "1 March 2026 is over"),
        ("#away lin@support.example", "nobody stands in for themselves"),
        (f"#away {CUSTOMER}", "can't stand in"),
    ],
)
def test_what_cannot_be_is_said(order: str, because: str) -> None:
    story = Story(config=TWO)
    assert because in to_desk(story, order)
    assert not is_away(story)


def test_orders_of_a_case_go_on_beside_it() -> None:
    story = wants_login(TWO)
    heard = story.engineer_answers("#away 2026-03-05\n#take", story.last_mail).text
    assert "is away until the end of" in heard
    assert "took the case" in heard


# Seen in an automatic reply.


def test_an_automatic_reply_marks_its_engineer_away() -> None:
    story = Story(config=TWO)
    replies(story)
    assert is_away(story)
    assert last_day(story) == "03-08"
    assert not story.cases
    assert story.channel.sent == []


def test_without_a_day_it_lasts_until_they_are_seen() -> None:
    story = Story(config=TWO)
    replies(story, "I am out of the office and answer once I return.")
    assert is_away(story)
    story.days_pass(60)
    assert is_away(story)
    story.engineer_writes("周先生，您好：\n\n请提供完整转储文件。", name="Lin Wei")
    assert not is_away(story)


def test_their_own_mail_ends_what_a_program_told() -> None:
    story = Story(config=TWO)
    replies(story)
    story.hours_pass(2)
    story.engineer_writes("周先生，您好：\n\n请提供完整转储文件。", name="Lin Wei")
    assert not is_away(story)


def test_what_they_pass_on_to_the_desk_ends_it_too() -> None:
    story = Story(config=TWO)
    replies(story)
    story.hours_pass(2)
    text = (
        "请处理\n\n-----Original Message-----\nFrom: 周敏 <zhou@partner.example>\n"
        "Sent: Monday, March 2, 2026 9:00 AM\nTo: lin@support.example\nSubject: 蓝屏\n\n"
        "我们的服务器今天蓝屏了，请协助分析。"
    )
    story.engineer_writes(text, to="support@support.example", cc="", subject="Fw: 蓝屏")
    assert story.case.parties.customers == (CUSTOMER,)
    assert not is_away(story)


def test_a_day_they_set_themselves_stands_while_they_write() -> None:
    story = Story(config=TWO)
    to_desk(story, "#away 2026-03-05")
    story.hours_pass(2)
    story.engineer_writes("周先生，您好：\n\n请提供完整转储文件。", name="Lin Wei")
    assert last_day(story) == "03-05"


@pytest.mark.parametrize(
    ("ordered", "last"),
    [("#away 2026-03-20", "03-20"), ("#away 2026-03-05", "03-08"), ("#away", "")],
)
def test_what_they_said_themselves_for_longer_stands(ordered: str, last: str) -> None:
    story = Story(config=TWO)
    to_desk(story, ordered)
    replies(story)
    assert is_away(story)
    assert last_day(story) == last
    assert not presence(story).by_reply


@pytest.mark.parametrize(
    "how",
    [
        {"stamp": "dmarc=fail header.from=support.example"},
        {"stamp": "dmarc=none header.from=support.example"},
        {"sender": CUSTOMER},
        {"sender": "xu@support.example"},
        {"text": "您好，您的邮件已收到，我会尽快回复。"},
        {"text": "我于2月16日至2月20日休假。"},
    ],
)
def test_what_marks_nobody_away(how: dict[str, str]) -> None:
    story = Story(config=TWO)
    replies(story, how.pop("text", ON_LEAVE), **how)
    assert story.engine.state.presences.all() == []


def test_without_a_stamp_it_counts_where_staff_has_none() -> None:
    story = Story(config=f"{TWO}\n[trust]\nunstamped_staff = true\n")
    replies(story, stamp="dmarc=none header.from=support.example")
    assert is_away(story)


def test_a_forged_mail_ends_nothing() -> None:
    story = Story(config=TWO)
    replies(story)
    story.hours_pass(2)
    story.engineer_writes("我回来了。", stamp="dmarc=fail header.from=support.example")
    assert is_away(story)


# While you were away.


def went_away() -> Story:
    """A case of Lin's with a draft that waits; Lin is away until Wednesday, Chen stands in."""
    story = wants_login(TWO)
    to_desk(story, "#away 2026-03-04 chen@support.example")
    return story


def test_who_is_back_hears_what_happened_and_what_waits() -> None:
    story = went_away()
    story.hours_pass(0.5)
    story.order.approve(story.case.drafts[0].id, CHEN)
    story.run()
    asks(story)
    to_desk(story, "#back")

    (told,) = welcomes(story)
    (line,) = [one for one in told.splitlines() if one.startswith("- ")]
    assert line.startswith(
        "- C-1 服务器蓝屏: mails of the customer's: 1; chen@support.example approved"
    )
    assert f"left to {CUSTOMER}" in line
    assert "waits for your yes" in line
    assert "left to chen@" not in line


def test_it_is_told_when_the_day_has_come_and_only_once() -> None:
    story = went_away()
    story.hours_pass(1)
    asks(story)
    story.until("2026-03-04T23:00:00")
    absences = Absences(story.engine)
    absences.end_those_over()
    assert welcomes(story) == []
    story.until("2026-03-05T00:00:00")
    absences.end_those_over()
    absences.end_those_over()
    assert len(welcomes(story)) == 1
    assert presence(story) == Presence(ENGINEER, CHEN)


def test_a_crash_before_the_end_is_kept_tells_it_once() -> None:
    story = went_away()
    story.hours_pass(1)
    asks(story)
    before = presence(story)
    to_desk(story, "#back")
    story.engine.state.presences.keep(before)
    Absences(story.engine).come_back(ENGINEER)
    assert len(welcomes(story)) == 1


def test_nothing_is_told_where_nothing_happened() -> None:
    story = went_away()
    story.hours_pass(0.1)
    to_desk(story, "#back")
    assert welcomes(story) == []


def test_a_case_of_somebody_else_is_no_part_of_it() -> None:
    story = Story(config=TWO)
    story.engine.state.presences.keep(Presence(CHEN, "", story.now))
    story.customer_writes("我们的服务器今天蓝屏了，请协助分析。", name="周敏")
    story.engineer_writes("周先生，您好：\n\n请提供完整转储文件。", name="Lin Wei")
    asks(story)
    Absences(story.engine).come_back(CHEN)
    assert welcomes(story) == []


def test_it_is_told_in_the_language_of_the_desk() -> None:
    story = Story(config=CONFIG)
    story.customer_writes("我们的服务器今天蓝屏了，请协助分析。", name="周敏")
    story.engineer_writes("周先生，您好：\n\n请提供完整转储文件。", name="Lin Wei")
    to_desk(story, "#外出 3月5日")
    story.hours_pass(1)
    asks(story)
    to_desk(story, "#回来")
    (told,) = welcomes(story)
    assert "您外出期间" in told
    assert "C-1 服务器蓝屏：客户来信 1 封" in told


def test_an_absence_that_is_over_is_told_before_the_next_begins() -> None:
    story = went_away()
    story.hours_pass(1)
    asks(story)
    story.until("2026-03-06T10:00:00")
    Absences(story.engine).leave(ENGINEER, None)
    assert len(welcomes(story)) == 1
    assert presence(story).away_since == datetime.fromisoformat("2026-03-06T10:00:00+08:00")
    assert story.now - story.start > timedelta(days=3)
