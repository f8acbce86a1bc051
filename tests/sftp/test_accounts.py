"""Opening and shutting upload logins."""

import random
from datetime import timedelta
from itertools import islice

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mailbot.desk.case.rulebook import Server
from mailbot.sftp.accounts import BuiltInAccounts, PaperAccounts, user_names
from mailbot.sftp.logins import SYMBOLS, draw_password, is_right
from tests.sftp.upload_site import HASHER, NOW, Logins

SERVER = Server("upload.support.example", 22222, "/upload", "SHA256:abc")
ZHOU, RUTH = "zhou.min@hanhai.example", "ruth.okafor@northgate.example"
DAY = timedelta(days=1)


def chance(seed: int) -> random.Random:
    return random.Random(seed)  # noqa: S311 - a test must be able to say it again


class Seals:
    """Numbers secrets in the order in which they come."""

    def __init__(self) -> None:
        self.secrets: list[str] = []

    def seal(self, secret: str) -> str:
        self.secrets.append(secret)
        return f"[sealed:{len(self.secrets):08x}]"

    def unseal(self, text: str) -> str:
        raise AssertionError(text)


class Desk:
    """Accounts with everything around them."""

    def __init__(self, seed: int = 0) -> None:
        self.logins, self.seals = Logins(), Seals()
        self.accounts = BuiltInAccounts(SERVER, self.seals, self.logins, chance(seed), HASHER)

    def lets_in(self, user: str, password: str) -> bool:
        row = self.logins.rows[user]
        hashes = filter(None, (row.password_hash, row.next_hash))
        return row.shut is None and any(is_right(HASHER, one, password) for one in hashes)


def test_an_account_says_all_a_letter_needs_and_no_secret() -> None:
    desk = Desk()

    account = desk.accounts.open("C-12", ZHOU, NOW)

    assert (account.user, account.person, account.origin) == ("c12", ZHOU, "opened")
    assert (account.host, account.port, account.folder, account.fingerprint) == (
        "upload.support.example", 22222, "/upload", "SHA256:abc",
    )  # fmt: skip
    assert (account.opened, account.expires) == (NOW, NOW + 30 * DAY)
    assert account.password == "[sealed:00000001]"
    assert desk.seals.secrets[0] not in repr((account, desk.logins))


def test_the_password_opens_the_login() -> None:
    desk = Desk()
    desk.accounts.open("C-12", ZHOU, NOW)

    assert desk.lets_in("c12", desk.seals.secrets[0])
    assert not desk.lets_in("c12", "")


def test_each_person_has_a_separate_login() -> None:
    desk = Desk()

    users = [desk.accounts.open("C-12", f"{n}@hanhai.example", NOW).user for n in range(4)]

    assert users == ["c12", "c12b", "c12c", "c12d"]


def test_asking_again_gives_the_same_login_and_a_new_password() -> None:
    desk = Desk()
    desk.accounts.open("C-12", ZHOU, NOW)
    desk.accounts.open("C-12", RUTH, NOW)

    again = desk.accounts.open("C-12", ZHOU, NOW + 3 * DAY)

    first, _, second = desk.seals.secrets
    assert (again.user, again.opened, again.expires) == ("c12", NOW + 3 * DAY, NOW + 33 * DAY)
    assert desk.lets_in("c12", second)
    assert desk.lets_in("c12", first)
    assert desk.logins.rows["c12"].opened == NOW

    desk.accounts.take_new(["c12"])
    assert desk.lets_in("c12", second)
    assert not desk.lets_in("c12", first)


def test_the_old_password_works_if_the_new_one_was_never_sent() -> None:
    desk = Desk()
    desk.accounts.open("C-12", ZHOU, NOW)
    desk.accounts.open("C-12", ZHOU, NOW + DAY)

    desk.accounts.keep_old(["c12"])

    first, second = desk.seals.secrets
    assert desk.lets_in("c12", first)
    assert not desk.lets_in("c12", second)


def test_a_shut_login_is_opened_again_by_asking_again() -> None:
    desk = Desk()
    desk.accounts.open("C-12", ZHOU, NOW)
    desk.accounts.shut(["c12", "of-another-server"], NOW)
    assert not desk.lets_in("c12", desk.seals.secrets[0])

    desk.accounts.open("C-12", ZHOU, NOW + DAY)

    assert desk.lets_in("c12", desk.seals.secrets[1])
    assert not desk.lets_in("c12", desk.seals.secrets[0])


@pytest.mark.parametrize(
    ("one", "other"), [("C-1-2", "C-12"), ("c12", "C-12"), ("C-12B", "C-12"), ("案例-12", "-12")]
)
def test_similar_case_ids_share_no_login(one: str, other: str) -> None:
    desk = Desk()

    users = [desk.accounts.open(case, who, NOW).user for case in (one, other) for who in "ab"]

    assert len(set(users)) == 4
    assert all(desk.logins.rows[user].case_id in {one, other} for user in users)


@pytest.mark.parametrize(
    ("case_id", "names"),
    [
        ("C-12", ["c12", "c12b", "c12c"]),
        ("案例-12", ["c12", "c12b", "c12c"]),
        ("2026-0007", ["c20260007", "c20260007b", "c20260007c"]),
        ("", ["c", "cb", "cc"]),
    ],
)
def test_a_user_name_is_made_of_the_case_s(case_id: str, names: list[str]) -> None:
    assert list(islice(user_names(case_id), 3)) == names


@given(st.text(max_size=20))
def test_user_names_are_plain_and_never_run_out(case_id: str) -> None:
    names = list(islice(user_names(case_id), 800))

    assert len(set(names)) == 800
    assert all(name.isascii() and name.isalnum() and name[0].isalpha() for name in names)


def test_a_password_has_no_symbol_that_looks_like_another() -> None:
    assert len(SYMBOLS) == len(set(SYMBOLS)) == 55
    assert not set(SYMBOLS) & set("0Oo1lIi")
    assert len(draw_password(chance(0))) >= 16


def test_equal_random_sources_give_equal_passwords() -> None:
    assert draw_password(chance(1)) == draw_password(chance(1))
    assert draw_password(chance(1)) != draw_password(chance(2))


@pytest.mark.parametrize("password_hash", ["", "x", "$argon2id$v=19$", "$argon2id$v=19$m=8,t=1"])
def test_an_unreadable_hash_matches_no_password(password_hash: str) -> None:
    assert not is_right(HASHER, password_hash, password_hash)


def test_a_password_that_can_not_be_encoded_is_wrong() -> None:
    assert not is_right(HASHER, HASHER.hash("right"), "\ud800")


def test_paper_accounts_are_repeatable_and_open_nothing() -> None:
    first, second = Seals(), Seals()
    for seals in (first, second):
        logins = Logins()
        accounts = PaperAccounts(SERVER, seals, logins)
        account = accounts.open("C-12", ZHOU, NOW)
        accounts.open("C-12", RUTH, NOW)
        accounts.open("C-12", ZHOU, NOW + DAY)
        accounts.shut([account.user], NOW + DAY)

    assert first.secrets == second.secrets
    assert len(set(first.secrets)) == 3
    assert account.host == "upload.support.example"
    assert [row.password_hash for row in logins.rows.values()] == ["", ""]
    assert logins.rows["c12"].shut == NOW + DAY
    assert account.expires == NOW + 30 * DAY
