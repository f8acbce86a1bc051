"""Desks as engineers find them in the morning."""

from datetime import timedelta

from mailbot.errors import OrderError
from tests.stories.story import ADMIN, CONFIG, ENGINEER, SECOND_LINE, Story


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


def waits_for_the_administrator() -> Story:
    """One case whose login is made by the administrator, who was asked for it."""
    story = Story(config=f'{CONFIG}admin = "{ADMIN}"\n[sftp]\nby_mail = true\n')
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
    """Week after week two new cases: some wait for us, some customers need a reminder."""
    story = Story()
    for week in range(weeks):
        _customer(story, f"login{week}", "日志已经准备好，请提供sftp账号。", "no")
        _customer(story, f"crash{week}", "打印服务昨天崩溃了两次，请协助分析。", "no")
        story.hours_pass(1 + week % 4)
        _say_yes(story, changes_it=week % 3 == 2)
        story.days_pass(week % 3)
        story.engineer_writes(
            "请收集并上传最新的full dump文件，谢谢。", subject=f"crash{week}",
            to=f"crash{week}@crash{week}.example", answers=f"crash{week}@first.example",
        )  # fmt: skip
        story.days_pass(4 - week % 3)
        if week % 4:
            _customer(story, f"login{week - 1}", "抱歉刚看到，日志下周给您。", "yes")
        if week % 2:
            _customer(story, f"crash{week}", "问题已经解决，可以关闭了，谢谢！", "yes")
        elif week % 4:
            story.engineer_writes(
                "请二线协助分析这个dump。", subject=f"crash{week}", to=SECOND_LINE,
                answers=f"crash{week}@first.example",
            )  # fmt: skip
        else:
            story.order.watch(story.cases[-1].id, ENGINEER, timedelta(days=10))
        story.days_pass(3 - (1 + week % 4) / 24)
    return story


def _customer(story: Story, name: str, text: str, threaded: str) -> None:
    """The customer of that name writes, first or in answer to their first mail."""
    first = f"{name}@first.example"
    mail_id = first if threaded == "no" else f"again.{story.mails}@first.example"
    story.customer_writes(
        text, subject=name, sender=f"{name}@{name}.example", threaded=threaded, id=mail_id,
        answers=first,
    )  # fmt: skip


def _say_yes(story: Story, *, changes_it: bool) -> None:
    """An engineer approves what waits; what has a gap stays."""
    for draft in [one for case in story.cases for one in case.drafts if not one.gap]:
        written = story.engine.state.draft_texts.written(draft.id)
        try:
            if changes_it and written is not None:
                story.order.edit(draft.id, ENGINEER, f"{written.text}\n另附一份操作说明。")
            story.order.approve(draft.id, ENGINEER)
        except OrderError:
            continue
    story.run()
