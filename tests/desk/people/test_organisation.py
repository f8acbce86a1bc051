"""Whom an address speaks for, and which addresses are one person."""

import pytest

from mailbot.desk.people.mailbox import mailbox
from mailbot.desk.people.organisation import is_public, mail_house, organisation


@pytest.mark.parametrize(
    ("email", "house"),
    [
        ("z@corp.com", "corp.com"),
        ("z@mail.corp.com.cn", "corp.com.cn"),
        ("z@cs.school.edu.cn", "school.edu.cn"),
        ("z@physics.college.ac.uk", "college.ac.uk"),
        ("z@a.b.corp.co.jp", "corp.co.jp"),
        ("z@office.gov.cn", "office.gov.cn"),
        ("z@partner.example", "partner.example"),
        ("z@MAIL.Partner.Example", "partner.example"),
        ("z@tenant.onmicrosoft.com", "tenant.onmicrosoft.com"),
        ("z@com.cn", "com.cn"),
        ("z@localhost", "localhost"),
        ("z@[192.0.2.1]", "[192.0.2.1]"),
    ],
)
def test_an_organisation_is_what_somebody_registered(email: str, house: str) -> None:
    assert organisation(email) == house


@pytest.mark.parametrize(
    "email",
    [
        "z@qq.com", "z@vip.qq.com", "z@163.com", "z@126.com", "z@foxmail.com", "z@139.com",
        "z@sina.com.cn", "z@gmail.com", "z@outlook.com", "z@hotmail.co.uk", "z@yahoo.co.jp",
        "z@icloud.com", "z@gmx.de", "z@mail.ru", "z@naver.com",
    ],
)  # fmt: skip
def test_at_a_public_provider_each_address_is_an_organisation_by_itself(email: str) -> None:
    assert is_public(email)
    assert organisation(email) == mail_house(email) == email


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Zhou@Partner.Example", "zhou@partner.example"),
        ("zhou+logs@partner.example", "zhou@partner.example"),
        ("zhou.zuo@gmail.com", "zhouzuo@googlemail.com"),
        ("z.h.o.u+x@gmail.com", "zhou@gmail.com"),
        ("zhou@me.com", "zhou@icloud.com"),
        ("zhou-zuo@pm.me", "zhouzuo@proton.me"),
    ],
)
def test_one_mailbox_in_two_spellings(one: str, other: str) -> None:
    assert mailbox(one) == mailbox(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("zhou.zuo@partner.example", "zhouzuo@partner.example"),
        ("zhou@163.com", "zhou@126.com"),
        ("zhou@partner.example", "zhou@mail.partner.example"),
        ("zhou@outlook.com", "zhou@hotmail.com"),
        ("+a@partner.example", "+b@partner.example"),
        (
            "imceaex-_o=b_ou=ex+20a_cn=zhou@partner.example",
            "imceaex-_o=b_ou=ex+20a_cn=wang@partner.example",
        ),
    ],
)
def test_two_mailboxes_are_two_people(one: str, other: str) -> None:
    assert mailbox(one) != mailbox(other)
