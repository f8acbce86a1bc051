"""A password leaves whole, or not at all: what an editor did to its seal is told and mended."""

import re
from dataclasses import replace

import pytest

from mailbot.desk.case.draft import DraftState
from mailbot.desk.case.ordered import DraftApproved, DraftEdited
from mailbot.errors import OrderError
from tests.stories.story import ENGINEER, Letter, Story


def with_instructions() -> tuple[Story, Letter, str]:
    """A letter with a password that waits for a yes, and its seal."""
    story = Story()
    story.customer_writes("日志已经准备好，请提供sftp账号。")
    found = re.search(r"\[sealed:[0-9a-f]{8}\]", story.last.text)
    assert found is not None
    return story, story.last, found[0]


def password_line(letter: Letter, seal: str) -> str:
    return next(line for line in letter.text.splitlines() if seal in line).strip()


def mangled(seal: str) -> list[str]:
    number = seal[len("[sealed:") : -1]
    return [
        "[sealed:00000000",
        seal[:-1],
        f"[Sealed: {number}]",
        f"[sealed:{number[:2]} {number[2:]}]",
        f"【sealed:{number}】",
        f"sealed:{number}",
        f"[sealed:{number[:4]}\n{number[4:]}]",
        "[sealed:00000000]",
        "".join(chr(ord(one) + 0xFEE0) for one in seal),
        number,
    ]


def puts_past_the_desk(story: Story, letter: Letter, text: str) -> None:
    """The text stands in the state although no edit was checked."""
    case, draft, written = story.order.draft(letter.draft)
    story.engine.state.draft_texts.keep(draft.id, case.id, replace(written, text=text))
    story.engine.handle(case.id, DraftEdited(draft.id, ENGINEER))


@pytest.mark.parametrize("way", range(10))
def test_a_mangled_seal_is_refused_and_its_mend_named(way: int) -> None:
    story, letter, seal = with_instructions()

    with pytest.raises(OrderError) as refused:
        story.order.edit(letter.draft, ENGINEER, letter.text.replace(seal, mangled(seal)[way]))

    assert f"put the line `{password_line(letter, seal)}` there instead" in str(refused.value)


@pytest.mark.parametrize("way", range(10))
def test_a_letter_that_reaches_the_door_with_a_mangled_seal_is_stopped_there(way: int) -> None:
    story, letter, seal = with_instructions()
    text = letter.text.replace(seal, mangled(seal)[way])
    if way == len(mangled(seal)) - 1:
        text = letter.text.replace(seal, f"[sealed:{mangled(seal)[way]}")

    puts_past_the_desk(story, letter, text)
    story.engine.handle(story.case.id, DraftApproved(letter.draft, ENGINEER, ""))
    story.run()

    assert all(b"sealed" not in one.raw for one in story.channel.sent)
    assert story.sent == []
    (draft,) = (one for one in story.case.drafts if one.id == letter.draft)
    assert draft.state is DraftState.WAITING
    assert "a seal in it opens no password" in str(story.case.holds.needs[-1].what)


def test_a_password_line_cut_out_is_refused() -> None:
    story, letter, seal = with_instructions()
    line = password_line(letter, seal)

    with pytest.raises(OrderError, match="password line is gone") as refused:
        story.order.edit(letter.draft, ENGINEER, letter.text.replace(line, ""))

    assert f"put `{line}` back, or reject the draft and write yourself" in str(refused.value)


def test_an_edit_that_keeps_the_seal_leaves_with_the_password() -> None:
    story, letter, seal = with_instructions()

    story.order.edit(letter.draft, ENGINEER, f"周先生，您好\n\n密码是 {seal}，请尽快上传。")
    story.order.approve(letter.draft, ENGINEER)
    story.run()

    assert story.sent == ["upload_instructions"]
    assert b"sealed" not in story.channel.sent[-1].raw


def test_a_letter_without_a_password_takes_no_seal() -> None:
    story, _, seal = with_instructions()
    story.order.reject(story.last.draft, ENGINEER)
    story.customer_writes("请问能否直接替换驱动文件？")

    with pytest.raises(OrderError, match="take it out"):
        story.order.edit(story.last.draft, ENGINEER, f"可以。密码：{seal}")


def test_a_text_mangled_before_it_was_looked_at_is_not_approved() -> None:
    story, letter, seal = with_instructions()
    puts_past_the_desk(story, letter, letter.text.replace(seal, seal[:-1]))

    with pytest.raises(OrderError, match="opens no password"):
        story.order.approve(letter.draft, ENGINEER)
