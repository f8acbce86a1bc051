"""Ids that we signed are read back, and forged ones are not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mailbot.mail.own_ids import (
    own_message_id,
    read_own_message_id,
)

KEY = b"k" * 32


@given(st.from_regex(r"[A-Za-z]{1,4}-[0-9]{1,6}", fullmatch=True), st.integers(0, 10**6))
def test_our_own_ids_are_read_back(case_id: str, number: int) -> None:
    own = own_message_id(case_id, number, KEY, "support.example")
    assert read_own_message_id(own, KEY) == case_id
    assert read_own_message_id(f"<{own}>", KEY) == case_id


@pytest.mark.parametrize(
    "forged",
    [
        own_message_id("C-1", 1, b"another key", "support.example"),
        own_message_id("C-1", 1, KEY, "support.example").replace("C-1.1", "C-2.1"),
        own_message_id("C-1", 1, KEY, "support.example").replace("C-1.1", "C-1.2"),
        "mailbot.C-1.1.0000000000000000@support.example",
        "C-1@support.example",
        "",
    ],
)
def test_a_forged_id_is_refused(forged: str) -> None:
    assert read_own_message_id(forged, KEY) is None


@given(st.text(max_size=60))
def test_hostile_ids_never_crash(text: str) -> None:
    assert read_own_message_id(text, KEY) is None
