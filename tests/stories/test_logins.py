"""Upload logins: a new password takes nothing away until it has left, and trouble is our turn."""

import pytest

from mailbot.desk.case import Account
from tests.stories.story import CUSTOMER, ENGINEER, Story


def with_login() -> Story:
    story = Story()
    story.customer_writes("服务器昨天蓝屏了两次，日志已经准备好，请提供sftp账号。")
    story.order.approve(story.last.draft, ENGINEER)
    story.run()
    story.days_pass(1)
    return story


def login(story: Story) -> Account:
    (one,) = story.case.accounts
    return one


def hashes(story: Story) -> tuple[str, bool]:
    """Whether a second password waits beside the first."""
    row = story.engine.state.account(login(story).user)
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

    assert story.case.accounts == ()


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
    assert story.case.accounts == ()
