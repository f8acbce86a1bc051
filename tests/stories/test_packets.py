"""Packets for the second line that had no address, and what an engineer's edit asks for."""

from dataclasses import replace

import pytest

from mailbot.bot.orders import Orders
from mailbot.desk.case.matter import ItemState
from mailbot.errors import OrderError
from tests.stories.story import CONFIG, ENGINEER, SECOND_LINE, Story


def uploaded(config: str = CONFIG) -> Story:
    story = Story(sees_server=False, config=config)
    story.customer_writes("服务器昨天蓝屏了两次，full dump文件已经上传，请查收。")
    return story


def packet(story: Story) -> str:
    return next(one.draft for one in story.letters if one.name == "escalation_packet")


def test_a_packet_without_an_address_says_how_it_gets_one() -> None:
    story = uploaded()

    with pytest.raises(OrderError, match="has no address"):
        story.order.approve(packet(story), ENGINEER)


def test_it_leaves_to_an_address_of_the_second_line_and_to_no_other() -> None:
    story = uploaded()

    with pytest.raises(OrderError, match="not of the second line"):
        story.order.approve(packet(story), ENGINEER, to="zhou@partner.example")
    story.order.approve(packet(story), ENGINEER, to=SECOND_LINE)
    story.run()

    assert story.letter("escalation_packet").mode == "sent"
    assert story.letter("escalation_packet").to == (SECOND_LINE,)
    assert story.status == "escalated"


def test_an_address_set_later_serves_the_drafts_that_wait() -> None:
    story = uploaded()
    rules = replace(story.engine.rules, packets_to=SECOND_LINE)
    later = replace(story.engine, rules=rules, scribe=replace(story.engine.scribe, rules=rules))

    Orders(later).approve(packet(story), ENGINEER)
    later.run_once()

    assert story.status == "escalated"
    assert story.case.parties.second_line == SECOND_LINE


def test_what_an_edited_draft_asks_for_is_noted() -> None:
    story = Story()
    story.customer_writes("请问能否直接替换驱动文件？")
    draft = story.last.draft
    story.order.edit(draft, ENGINEER, "周先生，您好\n\n可以。另外请上传软件列表截图。")
    assert not story.case.matter.items

    story.order.approve(draft, ENGINEER)
    story.run()

    assert story.case.matter.items_in(ItemState.ASKED)
    story.days_pass(8)
    assert "软件列表" in story.letter("reminder").text
