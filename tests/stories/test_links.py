"""A file that lies elsewhere: somebody is told to fetch it, and its code is shown to nobody."""

from tests.stories.story import Story

TEXT = (
    "日志在网盘里：\n通过网盘分享的文件：memory_0302.dmp\n"
    "链接: https://pan.baidu.com/s/1AbCdEfGhIjKlMnOpQrStUv?pwd=x7k2 提取码: x7k2\n有效期 7 天。"
)


def test_a_link_is_a_task_for_a_person_before_it_expires() -> None:
    story = Story()
    story.customer_writes("服务器蓝屏，请协助。")

    story.customer_writes(TEXT)

    assert "data_received" not in [one.name for one in story.letters]
    told = "\n".join(one.text for one in story.to_staff)
    assert "memory_0302.dmp" in told
    assert "网盘" in told or "baidu" in told


def test_the_code_of_a_link_is_sealed_everywhere_and_is_no_password() -> None:
    story = Story()
    story.customer_writes("服务器蓝屏，请协助。")

    story.customer_writes(TEXT)

    assert "x7k2" not in str(story.happened)
    facts = [fact.name for fact in story.received[-1].mail.said.facts]
    assert "access_code" in facts
    assert "account_password" not in facts
