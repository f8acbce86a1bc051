"""Only our own server's word counts, and only for a plain From."""

import pytest

from mailbot.mail.authentication import is_aligned, stamped_by, trust, vouched_by
from mailbot.mail.message import Address, Trust

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


LIN = Address("chen.jing@support.example")


@pytest.mark.parametrize(
    ("stamp", "verdict"),
    [
        ("auth=pass smtp.auth=chen.jing@support.example", Trust.PASS),
        ("auth=pass (cram-md5) smtp.auth=Chen.Jing@Support.example", Trust.PASS),
        ("auth=pass smtp.auth=chen.jing smtp.mailfrom=x@else.example", Trust.PASS),
        ("spf=none; auth=pass smtp.auth=chen.jing@support.example", Trust.PASS),
        ("auth=pass smtp.auth=chen.jing@support.example; dmarc=none", Trust.PASS),
        ("auth=pass smtp.auth=li@support.example", Trust.NONE),
        ("auth=pass smtp.auth=li", Trust.NONE),
        ("auth=pass smtp.auth=jing@support.example", Trust.NONE),
        ("auth=pass smtp.auth=chen.jing@mail.support.example", Trust.NONE),
        ("auth=pass smtp.auth=chen.jing@else.example", Trust.NONE),
        ("auth=pass smtp.auth=@support.example", Trust.NONE),
        ("auth=pass smtp.mailfrom=chen.jing@support.example", Trust.NONE),
        ("auth=pass", Trust.NONE),
        ("auth=none smtp.auth=chen.jing@support.example", Trust.NONE),
        ("auth=fail smtp.auth=chen.jing@support.example", Trust.NONE),
        ("auth=none; spf=pass smtp.auth=chen.jing@support.example", Trust.NONE),
        ("spf=none (auth=pass smtp.auth=chen.jing@support.example)", Trust.NONE),
        ("auth=pass smtp.auth=chen.jing@support.example; dmarc=fail", Trust.FAIL),
    ],
)
def test_a_login_vouches_for_the_from_of_exactly_its_owner(stamp: str, verdict: Trust) -> None:
    assert trust([f"{OURS}; {stamp}"], LIN, OURS) is verdict


def test_a_login_without_a_domain_is_one_of_the_servers_own() -> None:
    namesake = Address("chen.jing@partner.example")
    hosted = "mx.hosting.example"

    assert trust([f"{OURS}; auth=pass smtp.auth=chen.jing"], namesake, OURS) is Trust.NONE
    assert trust([f"{hosted}; auth=pass smtp.auth=chen.jing"], LIN, hosted) is Trust.NONE


def test_a_login_on_another_server_is_no_proof() -> None:
    stamp = "mx.evil.example; auth=pass smtp.auth=chen.jing@support.example"
    assert trust([stamp], LIN, OURS) is Trust.NONE


@pytest.mark.parametrize(
    ("stamp", "method"),
    [
        ("dmarc=pass; dkim=pass header.d=partner.example", "dmarc"),
        ("dkim=pass header.d=partner.example", "dkim"),
        ("auth=pass smtp.auth=a@partner.example", "auth"),
        ("spf=pass", ""),
    ],
)
def test_what_vouches_is_known_by_its_name(stamp: str, method: str) -> None:
    assert vouched_by([f"{OURS}; {stamp}"], WRITER, OURS) == method


@pytest.mark.parametrize(
    ("value", "name"),
    [("MX.support.example 1; none", OURS), ("(x) a.example; none", "a.example"), ("", "")],
)
def test_whose_stamp_it_is(value: str, name: str) -> None:
    assert stamped_by(value) == name


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
