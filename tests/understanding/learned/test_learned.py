"""The shipped recogniser, read as it is: what it needs to be trusted with a mail."""

from collections.abc import Sequence

import numpy as np
import pytest

from mailbot.bot.wiring.recogniser import read_recogniser
from mailbot.config import Config, Desk
from mailbot.understanding.intent import Side
from mailbot.understanding.learned.likely import Likely, Recogniser, Spoken
from mailbot.understanding.learned.written import Written

CONFIG = Config(Desk("desk@x.example"))
LONG = "The array reports a fault in shelf two, and the spare did not take over. " * 60


@pytest.fixture(scope="module")
def recogniser() -> Recogniser:
    shipped = read_recogniser(CONFIG)
    assert shipped is not None
    return shipped


def counting(read: Sequence[Likely]) -> set[str]:
    return {one.name for one in read if one.counts}


@pytest.mark.parametrize(
    ("text", "quoted", "wants"),
    [
        ("弄好了", "请将 MEMORY.DMP 压缩后上传到 SFTP", {"data_uploaded"}),
        ("Where can I upload the dump?", "", {"sftp_request"}),
        ("您好，这边问题已经解决，可以关闭了，谢谢", "", {"resolved"}),
        ("收到，谢谢！", "", {"thanks"}),
        ("密码错误，登不上你们的上传服务器", "", {"upload_problem"}),
    ],
)
def test_a_short_mail_means_what_its_quote_makes_of_it(
    recogniser: Recogniser, text: str, quoted: str, wants: set[str]
) -> None:
    assert wants <= counting(recogniser.read(Written(Side.CUSTOMER, "Re: x", text, quoted), {}))


def test_the_labels_of_the_other_side_are_not_read(recogniser: Recogniser) -> None:
    customer = recogniser.read(Written(Side.CUSTOMER, "", "closing this case"), {})
    staff = recogniser.read(Written(Side.STAFF, "", "closing this case"), {})

    assert not {one.name for one in customer} & {one.name for one in staff}
    assert {one.name for one in (*customer, *staff)} == recogniser.labels


def test_likeliest_come_first_and_confidence_is_a_share(recogniser: Recogniser) -> None:
    said = [one.confidence for one in recogniser.read(Written(Side.CUSTOMER, "", "hello"), {})]

    assert said == sorted(said, reverse=True)
    assert all(0 <= one <= 1 for one in said)


def test_the_marks_lie_on_the_words_that_say_it(recogniser: Recogniser) -> None:
    text = "Good morning from Oslo. The dump is uploaded to your server. Have a nice week."
    read = recogniser.read(Written(Side.CUSTOMER, "", text), {})
    marks = next(one.marks for one in read if one.name == "data_uploaded")
    here = range(text.index("The dump"), text.index("Have a"))

    assert sum(one.share for one in marks if one.start in here) > 0.5


def test_a_text_of_any_size_is_read(recogniser: Recogniser) -> None:
    for text in ("", " ", "。", "\x00\ufffd", "a" * 40_000, LONG * 20):
        read = recogniser.read(Written(Side.CUSTOMER, text[:500], text, text), {})
        assert np.isfinite([one.confidence for one in read]).all()


def test_a_phrase_makes_a_reading_surer(recogniser: Recogniser) -> None:
    written = Written(Side.CUSTOMER, "", "It is as it was, I would say.")
    alone = {one.name: one.confidence for one in recogniser.read(written, {})}
    phrased = {
        one.name: one.confidence for one in recogniser.read(written, {"question": Spoken("", 0.9)})
    }

    assert phrased["question"] >= alone["question"]
    assert phrased["resolved"] == alone["resolved"]
