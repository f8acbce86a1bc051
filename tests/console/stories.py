"""Desks as engineers find them in the morning."""

from mailbot.errors import OrderError
from tests.stories.story import ENGINEER, Story


def asked_a_question() -> Story:
    """One case: data was asked for and promised, and a question waits for its answer."""
    story = Story()
    story.customer_writes("服务器昨天蓝屏了两次，请协助分析。")
    story.engineer_writes("请收集并上传最新的full dump文件，谢谢。")
    story.customer_writes("dump要到3月20日才能给您。另外请问能否直接替换驱动文件？")
    return story


def wants_a_login() -> Story:
    """One case with a draft that waits for a yes: a login's instructions."""
    story = Story()
    story.customer_writes("日志已经准备好，请提供sftp账号。", subject="存储告警")
    return story


def busy_morning() -> Story:
    """Four cases: a question, a login, somebody angry, and a mail that nobody understood."""
    story = asked_a_question()
    for text, subject, sender in (
        (
            "Our print server crashes every morning. Could you please send us an SFTP account?",
            "print server", "anna@other.example",
        ),
        ("已经三天了还没有任何答复，太慢了！", "存储告警", "wang@third.example"),
        ("你们那边上次说的那个事情怎么样", "上次", "ma@fourth.example"),
    ):  # fmt: skip
        story.customer_writes(text, subject=subject, threaded="no", sender=sender)
    return story


def weeks_of_life(weeks: int = 8) -> Story:
    """Week after week three new cases: some are answered late, some customers need a reminder."""
    story = Story()
    for week in range(weeks):
        house = f"house{week}.example"
        about = f"打印服务 {week}"
        story.customer_writes(
            "日志已经准备好，请提供sftp账号。", subject=f"存储告警 {week}", threaded="no",
            sender=f"wang@{house}", id=f"login{week}@{house}",
        )  # fmt: skip
        story.customer_writes(
            "打印服务昨天崩溃了两次，请协助分析。", subject=about, threaded="no",
            sender=f"zhao@other{week}.example", id=f"print{week}@{house}",
        )  # fmt: skip
        story.hours_pass(1 + week % 4)
        _say_yes(story, changes_it=week % 3 == 2)
        story.engineer_writes(
            "请收集并上传最新的full dump文件，谢谢。", subject=about,
            to=f"zhao@other{week}.example", answers=f"print{week}@{house}",
        )  # fmt: skip
        story.days_pass(4)
        if week % 2:
            story.customer_writes(
                "问题已经解决，可以关闭了，谢谢！", subject=about, sender=f"zhao@other{week}.example",
                answers=f"print{week}@{house}",
            )  # fmt: skip
        story.days_pass(3 - (1 + week % 4) / 24)
        if week % 4 != 3:
            story.customer_writes(
                "抱歉刚看到，日志下周给您。", subject=f"存储告警 {week}", sender=f"wang@{house}",
                answers=f"login{week}@{house}",
            )  # fmt: skip
    return story


def _say_yes(story: Story, *, changes_it: bool) -> None:
    """An engineer approves what waits; what has a gap stays."""
    for draft in [one for case in story.cases for one in case.drafts if not one.gap]:
        written = story.engine.state.written(draft.id)
        try:
            if changes_it and written is not None:
                story.order.edit(draft.id, ENGINEER, f"{written.text}\n另附一份操作说明。")
            story.order.approve(draft.id, ENGINEER)
        except OrderError:
            continue
    story.run()
