"""Desks as engineers find them in the morning."""

from tests.stories.story import Story


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
