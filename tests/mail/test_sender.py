"""Senders: role mailboxes, programs, no-reply addresses, and people."""

import pytest

from mailbot.mail.sender import is_of_a_program, is_office, wants_no_reply


@pytest.mark.parametrize(
    "sender",
    [
        "Rack & Co <info@rackandco.example>",
        "<it.support@mill.example>",
        "Mill Library <books@mill.example>",
        "客户服务中心 <a@mill.example>",
        "行政部 <b@mill.example>",
        "Corvid Parcel <p1@corvid-parcel.example>",
    ],
)
def test_an_office_is_told_by_name_or_address(sender: str) -> None:
    assert is_office(sender)[0]


@pytest.mark.parametrize(
    "sender",
    [
        "Mill Carter <mill.carter@mill.example>",
        "Tim Ashby <tim@ashbybrewing.example>",
        "李部长兴 <lbx@mill.example>",
        "Zhou <zhou@partner.example>",
        "zhou@partner.example",
        "",
    ],
)
def test_a_person_is_no_office(sender: str) -> None:
    assert is_office(sender) == (False, False)


@pytest.mark.parametrize(
    ("sender", "expected"),
    [
        ("no-reply@shop.example", True),
        ("Shop <noreply@shop.example>", True),
        ("<do_not_reply+12@shop.example>", True),
        ("Shop <DoNotReply@shop.example>", True),
        ("Noreply Chan <chan@partner.example>", False),
        ("reply@shop.example", False),
        ("noreplyer@shop.example", False),
    ],
)
def test_who_wants_no_reply_says_so_in_the_address(sender: str, expected: bool) -> None:
    assert wants_no_reply(sender) is expected


@pytest.mark.parametrize(
    ("sender", "expected"),
    [
        ("Jira <jira@shop.example>", True),
        ("alerts-prod@shop.example", True),
        ("Newman <newman@shop.example>", False),
        ("root cause <a@shop.example>", False),
    ],
)
def test_programs_have_addresses(sender: str, expected: bool) -> None:
    assert is_of_a_program(sender) is expected
