"""Upload logins: a new password takes nothing away until it has left, and trouble is our turn."""

from datetime import timedelta

import pytest

from mailbot.desk.case.transfer import Account
from mailbot.errors import OrderError
from tests.stories.story import CUSTOMER, ENGINEER, SECOND_LINE, Story


def with_login() -> Story:
    story = Story()
    story.customer_writes("服务器昨天蓝屏了两次，日志已经准备好，请提供sftp账号。")
    story.order.approve(story.last.draft, ENGINEER)
    story.run()
    story.days_pass(1)
    return story


def login(story: Story) -> Account:
    (one,) = story.case.transfer.accounts
    return one


def hashes(story: Story) -> tuple[str, bool]:
    """Whether a second password waits beside the first."""
    row = story.engine.state.logins.find(login(story).user)
    assert row is not None
    return row.user, row.shut is None


def test_a_letter_with_a_password_is_remembered_as_handed_over() -> None:
    story = with_login()

    assert login(story).handed_over is not None


@pytest.mark.parametrize("words", ["重发账号", "resend account", "密码忘了，请重新发一下上传密码"])
def test_asking_anew_drafts_a_letter_that_says_the_old_password_ends_with_it(words: str) -> None:
    story = with_login()

    story.customer_writes(words)

    assert story.last.mode == "draft"
    assert "之前的密码从现在起失效" in story.last.text or (
        "the previous one is no longer valid" in story.last.text
    )
    assert hashes(story)[1]


def test_a_rejected_new_password_leaves_the_old_login_open() -> None:
    story = with_login()
    story.customer_writes("重发账号")

    story.order.reject(story.last.draft, ENGINEER)
    story.run()

    assert login(story).handed_over is not None
    assert hashes(story)[1]


def test_a_rejected_first_password_shuts_the_login_that_nobody_knows() -> None:
    story = Story()
    story.customer_writes("日志已经准备好，请提供sftp账号。")

    story.order.reject(story.last.draft, ENGINEER)
    story.run()

    assert story.case.transfer.accounts == ()


@pytest.mark.parametrize(
    "words",
    [
        "登录不上，请重新发一下密码",
        "密码不对，登不上去，麻烦重发账号",
        "I can't log in, please send the password again.",
        "The password you sent doesn't work. Could you resend it?",
        "上传服务器登录失败，提示密码错误。",
    ],
)
def test_trouble_with_a_password_is_our_turn(words: str) -> None:
    story = with_login()

    story.customer_writes(words)
    story.days_pass(6)

    assert story.status == "open"
    assert "reminder" not in story.sent


def test_an_engineer_orders_a_new_password_and_an_end() -> None:
    story = with_login()

    story.order.renew_account(story.case.id, ENGINEER)
    story.run()
    assert story.last.name == "upload_instructions"
    assert story.last.to == (CUSTOMER,)
    assert story.last.mode == "draft"

    story.order.shut_accounts(story.case.id, ENGINEER)
    story.run()
    assert story.case.transfer.accounts == ()


def read_only_login(story: Story) -> Account:
    (one,) = (account for account in story.case.transfer.accounts if account.read_only)
    return one


def test_the_second_line_gets_a_login_of_its_own_that_only_reads() -> None:
    story = with_login()
    theirs = login(story)

    story.order.open_read_only(story.case.id, ENGINEER, SECOND_LINE)
    story.run()

    assert story.last.name == "download_account"
    assert story.last.to == (SECOND_LINE,)
    assert story.last.mode == "draft"
    assert "只能下载" in story.last.text
    assert read_only_login(story).user in story.last.text
    assert f"用户名：{theirs.user}\n" not in story.last.text
    assert story.case.transfer.accounts[0] == theirs


def test_its_letter_goes_to_that_person_alone_and_moves_no_turn() -> None:
    story = with_login()
    before = story.status, story.case.clocks.escalated_at
    story.order.open_read_only(story.case.id, ENGINEER, SECOND_LINE)
    story.run()

    story.order.approve(story.last.draft, ENGINEER)
    story.run()

    assert story.case.drafts == ()
    assert (story.status, story.case.clocks.escalated_at) == before
    assert read_only_login(story).handed_over is not None
    row = story.engine.state.logins.find(read_only_login(story).user)
    assert row is not None
    assert row.read_only


def test_a_rejected_letter_shuts_the_read_only_login_and_no_other() -> None:
    story = with_login()
    theirs = login(story)
    story.order.open_read_only(story.case.id, ENGINEER, SECOND_LINE)
    story.run()

    story.order.reject(story.last.draft, ENGINEER)
    story.run()

    assert story.case.transfer.accounts == (theirs,)


def test_the_read_only_login_is_shut_alone() -> None:
    story = with_login()
    theirs = login(story)
    story.order.open_read_only(story.case.id, ENGINEER, SECOND_LINE)

    story.order.shut_accounts(story.case.id, ENGINEER, SECOND_LINE)

    assert story.case.transfer.accounts == (theirs,)


@pytest.mark.parametrize("person", [CUSTOMER, ENGINEER, "", "tan@elsewhere.example"])
def test_a_read_only_login_is_the_second_line_s_alone(person: str) -> None:
    story = with_login()

    with pytest.raises(OrderError, match="the second line is"):
        story.order.open_read_only(story.case.id, ENGINEER, person)


def test_a_packet_names_the_customer_s_login_not_the_second_line_s() -> None:
    story = with_login()
    theirs = login(story)
    story.order.open_read_only(story.case.id, ENGINEER, SECOND_LINE)
    story.file_arrives("MEMORY.DMP")
    story.customer_writes("full dump文件已经上传，请查收。")

    packet = story.letter("escalation_packet")

    assert f"客户账号：{theirs.user}\n" in packet.text


def test_a_login_ends_on_its_own_last_day_and_no_sooner() -> None:
    story = with_login()
    first = login(story)
    story.days_pass(10)
    story.order.open_read_only(story.case.id, ENGINEER, SECOND_LINE)
    story.run()
    story.order.approve(story.last.draft, ENGINEER)
    story.order.hold(story.case.id, ENGINEER)

    assert first.expires is not None
    story.until(first.expires + timedelta(hours=1))

    assert story.case.transfer.accounts == (read_only_login(story),)
