"""Forged, replayed, forwarded, repeated and late answers do nothing, and say why: the table.

Each row stands for a kind; "ok" is answered to the notice of upload instructions.
"""

from collections.abc import Callable
from dataclasses import dataclass, field

import pytest

from tests.stories.story import COLLEAGUE, CUSTOMER, DESK, ENGINEER, SECOND_LINE, Story
from tests.stories.test_approved_by_mail import TWO, text_of, waiting, wants_login

CHEN = "chen@support.example"


@dataclass(frozen=True)
class Row:
    """What happened before, how the answer comes, and what its writer hears ('' for nothing)."""

    name: str
    heard: str = ""
    before: Callable[[Story], object] = lambda story: None
    how: dict[str, str] = field(default_factory=dict)
    says: str = "ok"


FORGED = (
    Row("the stamp says that it failed", how={"stamp": "dmarc=fail header.from=support.example"}),
    Row("our server says nothing of it", how={"stamp": "none"}),
    Row("only SPF passed, for another domain", how={"stamp": "spf=pass smtp.mailfrom=evil"}),
    Row("DKIM passed for another domain", how={"stamp": "dkim=pass header.d=evil.example"}),
    Row("the name is the engineer's, the address is not", how={
        "sender": "lin@evil.example", "name": "lin@support.example"}),
    Row("a domain that looks like ours", how={"sender": "lin@support-example.com"}),
    Row("only the Reply-To is the engineer's", how={
        "sender": "x@evil.example", "reply_to": ENGINEER}),
    Row("the desk's own address, unproven", how={"sender": DESK, "stamp": "none"}),
    Row("the signature in the id is made up", "Can't tell which letter you mean", how={
        "answers": "mailbot.C-1.4.0123456789abcdef@support.example"}),
    Row("the id names another letter", "Can't tell which letter you mean", how={
        "answers": "mailbot.C-2.4.0123456789abcdef@support.example"}),
    Row("it answers nothing at all", "Can't tell which letter you mean", how={"threaded": "no"}),
    Row("a program answers", how={"auto_submitted": "auto-replied"}),
)  # fmt: skip
OTHERS = (
    Row("a colleague who is no engineer", "Only engineers give orders", how={"sender": COLLEAGUE}),
    Row("another engineer, to whom it was passed on", "waits for the yes of lin@support.example",
        how={"sender": CHEN}),
    Row("the second line", how={"sender": SECOND_LINE}),
    Row("the customer, to whom it was passed on", how={"sender": CUSTOMER}),
    Row("a customer of another case", how={"sender": "wu@other.example"}),
    Row("the customer stands in Cc", how={"cc": CUSTOMER}),
    Row("the second line stands in Cc", how={"cc": SECOND_LINE}),
    Row("it goes to the customer, the desk in Cc", how={"to": CUSTOMER, "cc": DESK}),
)  # fmt: skip


def approve(story: Story) -> None:
    story.order.approve(waiting(story)[0], ENGINEER)
    story.run()


def reject(story: Story) -> None:
    story.order.reject(waiting(story)[0], ENGINEER)


def approve_and_take_back(story: Story) -> None:
    """A yes by mail is taken back on the page before the letter has left."""
    story.engine.state.notes.pause(story.now)
    notice = story.notice
    story.engineer_answers("ok", notice)
    story.order.take_back(story.case.drafts[0].id, ENGINEER)
    story.engine.state.notes.resume(story.now)


def edit(story: Story) -> None:
    (draft,) = waiting(story)
    story.order.edit(draft, ENGINEER, text_of(story, draft).replace("祝工作顺利", "此致"))


def days_later(story: Story) -> None:
    story.days_pass(3)
    story.customer_writes("请问账号什么时候给？", name="周敏")


AGAIN = (
    Row("a yes again after the yes", "has left already", lambda s: s.engineer_answers("ok")),
    Row("a yes after a no", "was withdrawn before you answered",
        lambda s: s.engineer_answers("不发")),
    Row("a no after the yes", "has left already", lambda s: s.engineer_answers("ok"), says="no"),
    Row("a no after a no", "was withdrawn before you answered",
        lambda s: s.engineer_answers("no"), says="no"),
    Row("words after the yes", "has left already", lambda s: s.engineer_answers("同意"),
        says="周先生，您好：\n请改用另一台服务器上传。"),
    Row("a yes that was taken back on the page", "was answered before", approve_and_take_back),
    Row("the very same mail a second time", "", lambda s: s.engineer_answers("no", id="same@x"),
        how={"id": "same@x"}, says="no"),
)  # fmt: skip
LATE = (
    Row("approved on the page", "has left already", approve),
    Row("rejected on the page", "was withdrawn before you answered", reject),
    Row("edited on the page", "has changed since it was shown to you", edit),
    Row("the customer wrote again", "nothing was done", lambda s: s.customer_writes(
        "另外，又蓝屏了一次，代码是 0x139。", name="周敏")),
    Row("the engineer wrote themselves", "was withdrawn before you answered",
        lambda s: s.engineer_writes("周先生，您好：\n\n账号稍后由我另行发送。", name="Lin Wei")),
    Row("told on the telephone", "was withdrawn before you answered",
        lambda s: s.order.told("C-1", ENGINEER, "by telephone")),
    Row("the case was closed", "was withdrawn before you answered",
        lambda s: s.order.close("C-1", ENGINEER)),
    Row("the customer says it is solved", "nothing was done", lambda s: s.customer_writes(
        "您好，问题已经解决了，可以关闭这个 case，谢谢！", name="周敏")),
    Row("days later, after the customer wrote", "nothing was done", days_later),
)  # fmt: skip
ROWS = (*FORGED, *OTHERS, *AGAIN, *LATE)


def test_the_table_has_at_least_thirty_kinds() -> None:
    assert len({row.name for row in ROWS}) == len(ROWS) >= 30


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.name)
def test_it_does_nothing_and_says_why(row: Row) -> None:
    story = wants_login(TWO)
    notice = story.notice
    row.before(story)
    sent, left = len(story.sent), [one.id for one in story.case.drafts]

    heard = story.engineer_answers(row.says, notice, **row.how)

    # what customers write to us afterwards may be answered by the desk itself
    assert [one for one in story.sent[sent:] if one == "upload_instructions"] == []
    assert row.heard in heard.text
    assert bool(heard.text) is bool(row.heard)
    if row.heard:
        assert [one.id for one in story.case.drafts] == left
