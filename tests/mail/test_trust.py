"""Only our own server's word counts, and only for a plain From."""

import pytest

from mailbot.mail.message import Address, Trust
from mailbot.mail.trust import is_aligned, trust

OURS = "mx.support.example"
WRITER = Address("a@partner.example")


@pytest.mark.parametrize(
    ("stamp", "verdict"),
    [
        ("mx.support.example; dmarc=pass header.from=partner.example", Trust.PASS),
        ("mx.support.example; dmarc=pass", Trust.PASS),
        ("mx.support.example; dkim=pass header.d=partner.example", Trust.PASS),
        ("mx.support.example; dkim=pass header.i=@partner.example", Trust.PASS),
        (
            "MX.Support.Example 1; spf=none; dkim=pass (2048-bit) header.d=partner.example;",
            Trust.PASS,
        ),
        (
            "mx.support.example (our own); dmarc=pass (p=none) header.from=partner.example",
            Trust.PASS,
        ),
        ("mx.support.example;\r\n\tdmarc=pass\r\n\theader.from=partner.example", Trust.PASS),
        (
            "mx.support.example; dkim=fail header.d=a.example; dkim=pass header.d=partner.example",
            Trust.PASS,
        ),
        ("mx.support.example; dmarc=fail header.from=partner.example", Trust.FAIL),
        ("mx.support.example; dkim=pass header.d=partner.example; dmarc=fail", Trust.FAIL),
        ("mx.support.example; spf=pass smtp.mailfrom=partner.example", Trust.NONE),
        ("mx.support.example; dkim=pass header.d=mailer.example", Trust.NONE),
        ("mx.support.example; dkim=pass header.d=example", Trust.NONE),
        ("mx.support.example; dkim=pass", Trust.NONE),
        ("mx.support.example; dmarc=pass header.from=evil.example", Trust.NONE),
        ("mx.support.example; dmarc=none; dkim=none", Trust.NONE),
        ("mx.support.example; none", Trust.NONE),
        ("mx.evil.example; dmarc=pass header.from=partner.example", Trust.NONE),
        ("mx.support.example.evil.example; dmarc=pass", Trust.NONE),
        ("evil; mx.support.example; dmarc=pass", Trust.NONE),
        (
            "mx.support.example; spf=fail (dmarc=pass; dkim=pass header.d=partner.example)",
            Trust.NONE,
        ),
        ('mx.support.example; spf=pass smtp.mailfrom="; dmarc=pass"@evil.example', Trust.NONE),
        ('mx.support.example; spf=pass reason="x\\"; dmarc=pass;"', Trust.NONE),
        ("dkim=pass header.d=partner.example", Trust.NONE),
        ("", Trust.NONE),
    ],
)
def test_a_stamp_says(stamp: str, verdict: Trust) -> None:
    assert trust([stamp], WRITER, OURS) is verdict


def test_only_the_topmost_of_our_own_stamps_counts() -> None:
    fail = f"{OURS}; dmarc=fail"
    good = f"{OURS}; dmarc=pass"
    assert trust([fail, good], WRITER, OURS) is Trust.FAIL
    assert trust(["other.example; dmarc=fail", good, fail], WRITER, OURS) is Trust.PASS


@pytest.mark.parametrize(
    "email", ["", "a", "a@b c", '"a b"@partner.example', "а@partner.example", "a@"]
)
def test_a_from_that_is_not_plain_fails(email: str) -> None:
    assert trust([f"{OURS}; dmarc=pass"], Address(email), OURS) is Trust.FAIL


def test_without_a_name_for_our_server_nothing_is_vouched_for() -> None:
    assert trust(["; dmarc=pass"], WRITER, "") is Trust.NONE
    assert trust([f"{OURS}; dmarc=pass"], WRITER, "") is Trust.NONE


@pytest.mark.parametrize(
    ("signer", "domain", "aligned"),
    [
        ("a.example", "a.example", True),
        ("A.Example", "a.example", True),
        ("a.example", "mail.a.example", True),
        ("corp.com.cn", "mail.corp.com.cn", True),
        ("mail.a.example", "a.example", False),
        ("com.cn", "corp.com.cn", False),
        ("cn", "corp.com.cn", False),
        ("a.example", "nota.example", False),
        ("", "a.example", False),
    ],
)
def test_a_signature_is_aligned(signer: str, domain: str, *, aligned: bool) -> None:
    assert is_aligned(signer, domain) is aligned
