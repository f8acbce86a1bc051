"""Who is who: by address or domain, and only with proof for one of ours."""

import pytest

from mailbot.desk.people.people import People
from mailbot.desk.people.role import Role
from mailbot.mail.message import Address, Kind, Trust

PEOPLE = People(
    desk="support@support.example",
    staff=("support.example",),
    second_line=("escalation.example", "li@vendor.example"),
    admin="admin@support.example",
)


@pytest.mark.parametrize(
    ("email", "kind", "trust", "role"),
    [
        ("zhou@partner.example", Kind.HUMAN, Trust.NONE, Role.CUSTOMER),
        ("zhou@partner.example", Kind.HUMAN, Trust.FAIL, Role.CUSTOMER),
        ("lin@support.example", Kind.HUMAN, Trust.PASS, Role.STAFF),
        ("lin@support.example", Kind.HUMAN, Trust.NONE, Role.UNKNOWN),
        ("lin@support.example", Kind.HUMAN, Trust.FAIL, Role.UNKNOWN),
        ("lin@sub.support.example", Kind.HUMAN, Trust.PASS, Role.CUSTOMER),
        ("li@vendor.example", Kind.HUMAN, Trust.PASS, Role.SECOND_LINE),
        ("other@vendor.example", Kind.HUMAN, Trust.PASS, Role.CUSTOMER),
        ("li@escalation.example", Kind.HUMAN, Trust.NONE, Role.UNKNOWN),
        ("admin@support.example", Kind.HUMAN, Trust.PASS, Role.ADMIN),
        ("support@support.example", Kind.HUMAN, Trust.PASS, Role.DESK),
        ("zhou@partner.example", Kind.AUTO_REPLY, Trust.PASS, Role.MACHINE),
    ],
)
def test_a_role_needs_proof(email: str, kind: Kind, trust: Trust, role: Role) -> None:
    assert PEOPLE.role(Address(email), kind, trust) is role


def test_unstamped_staff_is_believed_only_where_the_desk_says_so() -> None:
    open_desk = People("support@support.example", ("support.example",), unstamped_staff=True)

    assert open_desk.role(Address("lin@support.example"), Kind.HUMAN, Trust.NONE) is Role.STAFF
    assert open_desk.role(Address("lin@support.example"), Kind.HUMAN, Trust.FAIL) is Role.UNKNOWN


def test_the_desks_own_address_is_no_engineer() -> None:
    assert PEOPLE.is_engineer("lin@support.example")
    assert not PEOPLE.is_engineer("support@support.example")


def test_engineers_are_those_listed_where_a_list_is_given() -> None:
    listed = People("support@support.example", ("support.example",), ("lin@support.example",))

    assert listed.is_engineer("lin@support.example")
    assert not listed.is_engineer("xu@support.example")
