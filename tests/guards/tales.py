"""The stories of the guards: of each one letter that only this guard holds."""

from collections.abc import Callable

from mailbot.bot.replay.replay import Approve
from mailbot.desk.case.ordered import AccountRenewed
from tests.stories.story import CONFIG, CUSTOMER, ENGINEER, Story

FORGED = "spf=pass; dmarc=fail"
BY_ITSELF = CONFIG + '\n[letters]\nupload_instructions = "auto"\nupload_help = "auto"\n'
WITH_PACKETS = CONFIG + 'packets_to = "li@escalation.example"\n'


def opened(config: str = CONFIG, approve: Approve = Approve.NONE) -> Story:
    """A case that runs: the engineer asked for data."""
    story = Story(config=config, approve=approve)
    story.customer_writes("服务器蓝屏，请协助。")
    story.engineer_writes("请上传full dump文件。")
    return story


def data_comes(story: Story, **how: str) -> None:
    story.customer_writes("日志见附件。", file="system.evtx", **how)


def bounces(story: Story, message_id: str) -> None:
    """A report that names a letter of ours, so that it is believed."""
    story.machine_writes(
        f"This is the mail system. {CUSTOMER}: 550 5.1.1 user unknown",
        sender="mailer-daemon@partner.example", subject="Undelivered Mail Returned to Sender",
        answers=message_id,
    )  # fmt: skip


def approve(story: Story, name: str) -> None:
    """A person says yes to the last draft of that letter."""
    story.order.approve(story.letter(name).draft, ENGINEER)
    story.run()


def after_a_letter() -> tuple[Story, str]:
    """A case whose upload instructions left, and the id of that mail."""
    story = Story(approve=Approve.ALL)
    story.customer_writes("服务器蓝屏，请协助。请提供sftp账号。")
    letter = story.mail_of(story.letter("upload_instructions"))
    story.replay.approve = Approve.NONE
    return story, letter.message_id


def bounced() -> Story:
    story, letter = after_a_letter()
    bounces(story, letter)
    data_comes(story, stamp=FORGED)
    approve(story, "data_received")
    return story


def flood() -> Story:
    story = Story()
    for number in range(8):
        story.customer_writes("打印机无法打印，请协助。", subject=f"告警 {number}", threaded="no")
    return story


def hands_off() -> Story:
    story = opened()
    story.customer_writes("客户非常着急，请尽快升级处理，太慢了！")
    data_comes(story)
    return story


def joined_weakly() -> Story:
    story = opened()
    data_comes(story, sender="wang@partner.example", subject="C-1 日志", threaded="no")
    return story


def machine() -> Story:
    story = Story()
    data_comes(story, reply_to="no_reply@partner.example")
    approve(story, "data_received")
    return story


def refused() -> Story:
    story = opened(WITH_PACKETS, Approve.ALL)
    story.customer_writes("公司规定，数据不能外传，无法提供dump文件。")
    data_comes(story)
    return story


def secret() -> Story:
    story = opened(BY_ITSELF)
    story.customer_writes("日志已经准备好，请提供sftp账号。", stamp=FORGED)
    return story


def secret_off_case() -> Story:
    """No order and no mail leads there any more: the event is made by hand."""
    story = opened()
    story.engine.handle(story.case.id, AccountRenewed(ENGINEER, "ghost@partner.example"))
    story.run()
    approve(story, "upload_instructions")
    return story


def stranger_in_known_thread() -> Story:
    story = opened()
    data_comes(story, sender="m@elsewhere.example", subject="Re: 服务器蓝屏", threaded="no")
    return story


def unsure() -> Story:
    story = opened(approve=Approve.ALL)
    story.customer_writes("传文件的时候偶尔慢")
    return story


def unverified() -> Story:
    story = Story()
    data_comes(story, stamp=FORGED)
    return story


# The letter each story is about. Where a second guard watches the same letter it is taken
# away in both tellings, so that the story hangs on the one guard alone.
STORIES: tuple[tuple[Callable[[], Story], str, tuple[str, ...]], ...] = (
    (bounced, "data_received", ()),
    (flood, "case_opened", ()),
    (hands_off, "data_received", ()),
    (joined_weakly, "data_received", ()),
    (machine, "data_received", ()),
    (refused, "escalation_packet", ()),
    (secret, "upload_instructions", ("unverified",)),
    (secret_off_case, "upload_instructions", ()),
    (stranger_in_known_thread, "data_received", ()),
    (unsure, "upload_help", ()),
    (unverified, "data_received", ()),
)
FINAL = tuple(row for row in STORIES if row[0] in (bounced, machine, secret_off_case))
