"""Cases that become one or two: by a late parent, by hand, and back."""

from dataclasses import replace

import pytest

from mailbot.desk.case.case import Case
from mailbot.desk.decisions.splitting import is_unchanged
from mailbot.errors import OrderError
from tests.stories.story import CUSTOMER, ENGINEER, Story

OTHER = "wang@partner.example"


def two_cases() -> Story:
    story = Story()
    story.customer_writes("服务器蓝屏，请协助。", subject="服务器蓝屏")
    story.customer_writes(
        "请提供sftp账号，日志已经准备好。", subject="上传日志", threaded="no", sender=OTHER
    )
    return story


def matter(case: Case) -> Case:
    return replace(case, letters=0)


def current(story: Story, case_id: str) -> str:
    return story.engine.state.merges.current(case_id)


def test_a_late_parent_joins_the_case_that_awaited_it() -> None:
    story = Story()
    story.customer_writes(
        "补充：型号是R740。", subject="Re: 服务器蓝屏", answers="p1@partner.example"
    )
    story.customer_writes(
        "服务器昨夜蓝屏，请协助分析。", id="p1@partner.example", threaded="no", sender=OTHER
    )

    assert story.case.parties.customers == (CUSTOMER, OTHER)
    assert story.received[-1].mail.by == "late_parent"
    assert story.engine.state.traces.never_got(story.case.id) == 0


def test_an_awaited_id_lets_no_stranger_in() -> None:
    story = Story()
    story.customer_writes(
        "补充：型号是R740。", subject="Re: 服务器蓝屏", answers="p1@partner.example"
    )
    story.customer_writes(
        "服务器昨夜蓝屏。", id="p1@partner.example", threaded="no", sender="eve@elsewhere.example"
    )

    assert len(story.cases) == 2


def test_two_answers_to_a_mail_that_never_came_are_one_case() -> None:
    story = Story()
    story.customer_writes("型号是R740。", subject="Re: 蓝屏", answers="never@partner.example")
    story.customer_writes(
        "补充一张照片。", subject="Re: 蓝屏现象", answers="never@partner.example", sender=OTHER
    )

    assert len(story.cases) == 1


def test_a_mail_that_answers_two_cases_makes_them_one() -> None:
    story = Story()
    story.customer_writes("服务器蓝屏，请协助。", id="a@partner.example")
    story.customer_writes("蓝屏又出现了。", id="b@partner.example", threaded="no", sender=OTHER)
    assert len(story.cases) == 2

    story.customer_writes(
        "两封邮件说的是同一台机器。", subject="Re: 服务器蓝屏",
        answers="a@partner.example> <b@partner.example",
    )  # fmt: skip

    one, other = story.cases
    assert {one.merged_into, other.merged_into} == {"", current(story, one.id)}
    kept = story.engine.state.cases.load(current(story, one.id))
    assert set(kept.parties.customers) == {CUSTOMER, OTHER}
    for case in (one, other):
        happened = {entry.what for entry in story.engine.state.cases.journal(case.id)}
        assert happened & {"CaseJoined", "JoinedInto"}


def test_a_strangers_references_make_no_two_cases_one() -> None:
    story = Story()
    story.customer_writes("服务器蓝屏，请协助。", id="a@partner.example")
    story.customer_writes(
        "服务器蓝屏。", id="b@other.example", threaded="no", sender="w@other.example"
    )
    story.customer_writes(
        "我也想看看。", subject="Re: 服务器蓝屏", sender="eve@elsewhere.example",
        answers="a@partner.example> <b@other.example",
    )  # fmt: skip

    assert [case.merged_into for case in story.cases] == ["", ""]


def test_a_joined_case_is_answered_from_where_it_lives_on() -> None:
    story = two_cases()
    first, second = story.cases

    story.order.join(first.id, second.id, ENGINEER)

    one, gone = story.cases
    assert (gone.merged_into, gone.status.value, gone.drafts) == (first.id, "closed", ())
    assert set(one.parties.customers) == {CUSTOMER, OTHER}
    assert any(second.id in str(need.what) for need in one.holds.needs)
    story.customer_writes("账号收到了吗？", subject="Re: 上传日志", sender=OTHER)
    assert story.received[-1].case == first.id
    story.customer_writes("再问一次。", subject=f"Re: 【案例 {second.id}】", threaded="no")
    assert story.received[-1].case == first.id


def test_an_undone_join_gives_both_cases_back() -> None:
    story = two_cases()
    before = [matter(case) for case in story.cases]
    first, second = story.cases
    story.order.join(first.id, second.id, ENGINEER)
    story.run()

    story.order.undo(first.id, ENGINEER)

    for case, was in zip(story.cases, before, strict=True):
        assert is_unchanged(case, was)
    assert current(story, second.id) == second.id
    story.customer_writes("账号收到了吗？", subject="Re: 上传日志", sender=OTHER)
    assert story.received[-1].case == second.id


def test_a_join_can_be_undone_after_more_has_happened() -> None:
    story = two_cases()
    first, second = story.cases
    story.order.join(first.id, second.id, ENGINEER)
    story.customer_writes("服务器又蓝屏了。", subject="Re: 服务器蓝屏", answers=story.ids[0])

    story.order.undo(second.id, ENGINEER)

    one, other = story.cases
    assert one.parties.customers == (CUSTOMER,)
    assert other.parties.customers == (OTHER,)
    assert other.merged_into == ""


def test_a_draft_that_left_is_not_sent_again_by_an_undo() -> None:
    story = two_cases()
    first, second = story.cases
    story.order.join(first.id, second.id, ENGINEER)
    story.order.undo(first.id, ENGINEER)
    sent = len(story.sent)

    story.run()

    assert len(story.sent) == sent
    assert len(story.channel.sent) == len({one.message_id for one in story.channel.sent})


def stranger_on_the_case() -> tuple[Story, list[int]]:
    """Mails 1 and 3 are of one matter, 2 and 4 of another."""
    story = Story()
    story.customer_writes("服务器蓝屏，请协助。", id="a@partner.example")
    story.customer_writes(
        "我们的打印服务器昨天也蓝屏，日志在附件。", id="b@partner.example", sender=OTHER,
        subject="Re: 服务器蓝屏", answers="a@partner.example",
    )  # fmt: skip
    story.customer_writes(
        "补充：型号是R740。", subject="Re: 服务器蓝屏", answers="a@partner.example"
    )
    story.customer_writes(
        "打印服务器又蓝屏了。", sender=OTHER, subject="Re: 服务器蓝屏", answers="b@partner.example"
    )
    mails = [mail.id for mail in story.engine.state.filed_mails.mails_of(story.case.id)]
    return story, [mails[1], mails[3]]


def test_split_mails_have_a_case_of_their_own_and_later_ones_follow() -> None:
    story, theirs = stranger_on_the_case()
    source = story.case.id

    made = story.order.split(source, theirs, ENGINEER)

    one, other = story.cases
    assert (one.parties.customers, other.parties.customers) == ((CUSTOMER,), (OTHER,))
    assert [mail.id for mail in story.engine.state.filed_mails.mails_of(made.id)] == theirs
    story.customer_writes(
        "照片见附件。", sender=OTHER, subject="Re: 服务器蓝屏", answers="b@partner.example"
    )
    assert story.received[-1].case == made.id
    story.customer_writes("内存是64G。", subject="Re: 服务器蓝屏", answers="a@partner.example")
    assert story.received[-1].case == source


def test_a_split_sends_nothing() -> None:
    story, theirs = stranger_on_the_case()
    to_customers = len(story.sent)

    story.order.split(story.case.id, theirs, ENGINEER)
    story.run()

    assert len(story.sent) == to_customers


def test_an_undone_split_gives_the_case_back() -> None:
    story, theirs = stranger_on_the_case()
    before = story.case
    made = story.order.split(before.id, theirs, ENGINEER)

    story.order.undo(made.id, ENGINEER)

    assert is_unchanged(story.engine.state.cases.load(before.id), before)
    assert current(story, made.id) == before.id
    story.customer_writes(
        "照片见附件。", sender=OTHER, subject="Re: 服务器蓝屏", answers="b@partner.example"
    )
    assert story.received[-1].case == before.id


def test_mails_can_be_put_into_a_case_that_is_there() -> None:
    story, theirs = stranger_on_the_case()
    source = story.case.id
    story.customer_writes(
        "打印服务器蓝屏。", sender="sun@partner.example", subject="打印服务器", threaded="no"
    )
    target = story.cases[-1].id
    before = story.engine.state.cases.load(target)

    story.order.split(source, theirs, ENGINEER, into=target)

    assert OTHER in story.engine.state.cases.load(target).parties.customers
    story.order.undo(source, ENGINEER)
    assert is_unchanged(story.engine.state.cases.load(target), before)


@pytest.mark.parametrize(("mails", "says"), [([], "choose the mails"), ([999], "has no mail 999")])
def test_a_split_names_mails_of_the_case(mails: list[int], says: str) -> None:
    story, _ = stranger_on_the_case()

    with pytest.raises(OrderError, match=says):
        story.order.split(story.case.id, mails, ENGINEER)


def test_a_split_leaves_something() -> None:
    story, _ = stranger_on_the_case()
    every = [mail.id for mail in story.engine.state.filed_mails.mails_of(story.case.id)]

    with pytest.raises(OrderError, match="nothing would be left"):
        story.order.split(story.case.id, every, ENGINEER)


def test_what_was_set_apart_is_not_made_one_again() -> None:
    story, theirs = stranger_on_the_case()
    made = story.order.split(story.case.id, theirs, ENGINEER)
    story.customer_writes(
        "两台都看看。", subject="Re: 服务器蓝屏", answers="a@partner.example> <b@partner.example"
    )

    assert current(story, made.id) == made.id


def test_there_may_be_nothing_to_undo() -> None:
    story = Story()
    story.customer_writes("服务器蓝屏，请协助。")

    with pytest.raises(OrderError, match="nothing to undo"):
        story.order.undo(story.case.id, ENGINEER)


def test_a_case_cannot_be_joined_with_itself_or_twice() -> None:
    story = two_cases()
    first, second = story.cases
    with pytest.raises(OrderError, match="one case already"):
        story.order.join(first.id, first.id, ENGINEER)
    story.order.join(first.id, second.id, ENGINEER)

    with pytest.raises(OrderError, match="lives on"):
        story.order.join(first.id, second.id, ENGINEER)


def test_the_engineer_is_told_once_of_mails_that_never_came() -> None:
    story = Story()
    story.customer_writes("型号是R740。", subject="Re: 蓝屏", answers="x@partner.example")
    story.customer_writes(
        "内存64G。", subject="Re: 蓝屏", answers="y@partner.example> <m1@partner.example"
    )

    told = [
        one for one in story.to_staff if "服务台从未收到" in one.text or "never reached" in one.text
    ]
    assert len(told) == 1
    assert story.engine.state.traces.never_got(story.case.id) == 2
