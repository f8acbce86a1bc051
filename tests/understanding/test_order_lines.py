"""Lines that begin with `#`: which order they are, and what else the mail says."""

import pytest

from mailbot.understanding.order_lines import Order, order_lines


@pytest.mark.parametrize(
    ("text", "orders", "words"),
    [
        ("#watch 7d", [(Order.WATCH, "7d")], ""),
        ("＃观察 7d", [(Order.WATCH, "7d")], ""),
        ("#CLOSE", [(Order.CLOSE, "")], ""),
        ("#wait: 3d\n\nThanks", [(Order.WAIT, "3d")], "Thanks"),
        ("#take\n#correct question, data_delayed", [
            (Order.TAKE, ""), (Order.CORRECT, "question, data_delayed")], ""),
        ("#已告知\n电话里说过了，周五再看。", [(Order.TOLD, "")], "电话里说过了，周五再看。"),
        ("#told He will send it on Friday.", [(Order.TOLD, "He will send it on Friday.")], ""),
        ("#人工", [(Order.MANUAL, "")], ""),
        ("#shout loudly", [(None, "loudly")], ""),
    ],
)  # fmt: skip
def test_orders_stand_first(text: str, orders: list[tuple[Order | None, str]], words: str) -> None:
    found = order_lines(text)
    assert [(one.order, one.rest) for one in found.lines] == orders
    assert found.words == words


@pytest.mark.parametrize(
    "text",
    ["", "Hello,\n#close", "# Results\n- one", "#12 is done", "#0a0b0c", "a #close", "##close"],
)
def test_what_is_no_order(text: str) -> None:
    assert order_lines(text).lines == ()
