"""What a customer says below, between and above our own words, and what he passes on."""

from mailbot.bot.replay.replay import Approve
from tests.stories.story import Story

QUESTIONS = "周先生，您好\n\n请问出现蓝屏的机器是什么型号？\n最近是否安装过新的软件或者补丁？\n\n林"
ABOVE = "发件人: lin@support.example\n发送时间: 2026-03-02 10:00\n收件人: z\n主题: Re: 服务器蓝屏"


def asked() -> Story:
    story = Story()
    story.customer_writes("服务器蓝屏，请协助。")
    story.engineer_writes(QUESTIONS, subject="Re: 服务器蓝屏")
    return story


def test_an_answer_below_our_unmarked_words_is_read() -> None:
    story = asked()
    story.customer_writes(
        f"{ABOVE}\n\n{QUESTIONS}\n\n\n日志已经上传到服务器了。", subject="回复：服务器蓝屏"
    )

    assert story.received[-1].mail.text == "日志已经上传到服务器了。"
    assert "data_uploaded" in story.received[-1].mail.said.names


def test_answers_between_the_lines_of_a_letter_of_ours_are_read() -> None:
    story = Story(approve=Approve.ALL)
    story.customer_writes("服务器蓝屏，请协助。请提供sftp账号。")
    letter = next(one for one in story.letters if one.mode == "sent")
    lines = letter.text.split("\n")
    answer = "\n".join([*lines[:3], "这一步已经做完了，没有效果", *lines[3:]])
    story.customer_writes(
        f"您好，见下\n\n{ABOVE}\n\n{answer}",
        subject="回复：服务器蓝屏",
        answers=story.mail_of(letter).message_id,
    )

    assert story.received[-1].mail.text == "您好，见下\n这一步已经做完了，没有效果"


def test_our_own_words_passed_on_to_us_are_nothing_new() -> None:
    story = asked()
    story.customer_writes(f"请看下面\n\n{ABOVE}\n\n{QUESTIONS}", subject="服务器蓝屏")

    assert story.received[-1].mail.text == "请看下面"


def test_a_text_we_never_saw_is_new_when_it_is_passed_on() -> None:
    story = asked()
    report = "机器型号是R740，上周打过补丁，之后每天下午蓝屏一次。"
    story.customer_writes(f"请看下面\n\n{ABOVE}\n\n{report}", subject="转发：服务器蓝屏")

    mail = story.received[-1].mail
    assert report in mail.text
    assert {"forwarded_from", "forwarded_date"} <= {one.name for one in mail.said.facts}


def test_what_an_engineer_passes_on_is_no_order_of_his() -> None:
    story = asked()
    story.engineer_writes(
        f"FYI\n\n{ABOVE}\n\n问题已解决，可以关闭案例。", subject="转发：服务器蓝屏"
    )

    assert story.status not in ("closing", "closed")
    assert "close_request" not in story.received[-1].mail.said.names
