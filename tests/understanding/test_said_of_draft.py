"""What engineers write above a notice, and what it says of the draft."""

import pytest

from mailbot.understanding.said_of_draft import Saying, said_of_draft, said_of_drafts

SIGNS = ("Lin Wei", "林伟", "lin")
READERS = ("周先生", "Zhou Min", "Zhou", "周敏")

YES = (
    "ok", "OK.", "Ok, thanks!", "ＯＫ", "ok to send", "yes", "Yes please", "go ahead", "+1",
    "LGTM", "Approved", "approve", "Send it.", "please send it now", "looks good to me, go ahead",
    "同意", "通过", "发吧", "发", "请发", "可以", "可以发", "可以发送", "好的，发吧，谢谢", "好",
    "没问题", "不错，发吧", "行", "同意。辛苦了", "确认发送", "就这样发吧", "👍",
    "👍🏻", "👌🏽", "✅", "ok 👍", "ok\nLin Wei", "Ok\n\nBest regards,\nLin", "同意\n\n林伟",
)  # fmt: skip
NO = {
    "no": "", "No.": "", "不发": "", "先不": "", "先不发。": "", "先别发": "", "不同意": "",
    "驳回": "", "Don't send it yet": "", "do not send": "", "👎": "", "reject": "",
    "不用发了，谢谢": "", "不发，我电话里说过了": "我电话里说过了",
    "No, I called him.": "I called him.", "先别发，等我看看": "等我看看",
    "No\nHe has gone on holiday": "He has gone on holiday",
}  # fmt: skip
UNCLEAR = (
    "", "。", "?", "why?", "ok if he agrees", "可以，不过把最后一段删掉", "ok but change the date",
    "同意，另外请他把软件列表也发一下", "收到", "noted", "got it, thanks",
    "wait, I look first", "稍等", "Yes and no, let me think about it", "周先生：", "Hello Zhou,",
)  # fmt: skip
WORDS = (
    "请他重启一次，再看看是否蓝屏。", "The dump is broken, please collect it again.",
    "Hi, can you make this shorter?", "您好，这封信的日期写错了吧？", "这是谁写的，怎么回事？",
    "好的我下午看", "Hi, Zhou called: he needs it tomorrow.",
    "Zhou: tell him that it takes until Friday",
    "Hello, please change the date to Friday.", "周先生昨天打过电话，让我们先等等",
)  # fmt: skip
LETTERS = (
    "周先生，您好：\n请把完整转储上传到服务器。", "周先生您好！请看附件里的步骤。",
    "Hello Zhou,\nplease restart the server.",
    "Dear Mr. Zhou,\n\nthe analysis is done.", "Hi Zhou Min, please restart the server.",
    "您好，周先生：\n结论如下。", "周先生：\n请重启服务器。", "Zhou,\nplease collect it again.",
)  # fmt: skip


@pytest.mark.parametrize("text", YES)
def test_a_yes_in_many_words(text: str) -> None:
    assert said_of_draft(text, SIGNS, READERS).saying is Saying.YES


@pytest.mark.parametrize("text", NO)
def test_a_no_and_its_reason(text: str) -> None:
    said = said_of_draft(text, SIGNS, READERS)
    assert (said.saying, said.text) == (Saying.NO, NO[text])


@pytest.mark.parametrize("text", UNCLEAR)
def test_what_goes_on_after_a_yes_or_says_little_is_unclear(text: str) -> None:
    assert said_of_draft(text, SIGNS, READERS).saying is Saying.UNCLEAR


@pytest.mark.parametrize("text", WORDS)
def test_words_that_greet_nobody_may_be_a_remark(text: str) -> None:
    said = said_of_draft(text, SIGNS, READERS)
    assert (said.saying, said.text) == (Saying.WORDS, text)


@pytest.mark.parametrize("text", LETTERS)
def test_words_that_greet_the_reader_are_the_letter(text: str) -> None:
    assert said_of_draft(text, SIGNS, READERS).saying is Saying.LETTER
    assert said_of_draft(text, SIGNS, ()).saying is not Saying.LETTER


def test_several_drafts_are_named_or_all_are_meant() -> None:
    two = ("C-1/2", "C-2/3")
    yes_no = said_of_drafts("1. ok\n2. 不发，他打过电话\n谢谢", two, SIGNS)
    assert [(one, said.saying.value, said.text) for one, said in yes_no.items()] == [
        ("C-1/2", "yes", ""), ("C-2/3", "no", "他打过电话"),
    ]  # fmt: skip
    assert set(said_of_drafts("c-2/3: ok", two)) == {"C-2/3"}
    for every in ("全部同意", "都发吧", "all ok", "Both of them: go ahead", "ok, all"):
        assert {one.saying for one in said_of_drafts(every, two).values()} == {Saying.YES}, every


@pytest.mark.parametrize(
    "text", ["ok", "发吧", "1 ok\nwhy?", "3 ok", "C-9/9 ok", "1 maybe", "all?"]
)
def test_a_word_for_several_drafts_that_names_none_is_unclear(text: str) -> None:
    assert said_of_drafts(text, ("C-1/2", "C-2/3")) == {}


def test_one_draft_needs_no_name() -> None:
    assert said_of_drafts("ok", ("C-1/2",))["C-1/2"].saying is Saying.YES
