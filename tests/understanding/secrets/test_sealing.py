"""Secrets are found where they are spelled out, and only there."""

import pytest

from mailbot.understanding.secrets import sealing
from mailbot.understanding.secrets.sealing import sealed, secrets
from tests.understanding.secrets.secret_rows import MUST, MUST_NOT, rows, told
from tests.understanding.secrets.secret_rows_fresh import FRESH, FRESH_NOT

SPELLED = [
    ("密码：Xq7-demo-32", "Xq7-demo-32"),
    ("密码:abcdef", "abcdef"),
    ("密码是 S3cret-99。", "S3cret-99"),
    ("密码为 S3cret-99，请勿外传", "S3cret-99"),
    ("密码 Xq7-demo-32", "Xq7-demo-32"),
    ("密码12345678", "12345678"),
    ("密碼：Qwe-123", "Qwe-123"),
    ("口令：test1234", "test1234"),
    ("提取码: ab12", "ab12"),
    ("访问码 8k2d", "8k2d"),
    ("解压密码：123456", "123456"),
    ("密码（区分大小写）：aBcDeF", "aBcDeF"),
    ("密码已重置为 Nn2024!", "Nn2024!"),
    ("密码：\n\nabcde12\n端口：22", "abcde12"),
    ("密码是：“Abcd”", "Abcd"),
    ("账号/密码：abc/Xyz123", "Xyz123"),
    ("password: hunter2", "hunter2"),
    ("Password is hunter42.", "hunter42"),
    ("new password is N3wPass", "N3wPass"),
    ("Password:\nXq7!demo\n", "Xq7!demo"),
    ("Password = Ab(12)", "Ab(12)"),
    ("pwd=Abc123;", "Abc123"),
    ("passcode: 998877", "998877"),
    ("access code 4711", "4711"),
    ("PIN 1234", "1234"),
    ("zip password 'infected'", "infected"),
    ('password = "two words"', "two words"),
    ("username and password: abc / Xyz123", "Xyz123"),
    ("sftp://user:pass99@host/", "pass99"),
    ("https://pan.example/s/1x?pwd=ab12", "ab12"),
    ("user | password\n---|---\nabc | Zz12345", "Zz12345"),
    ("用户名\t密码\nabc\tQQ12ww", "QQ12ww"),
]
NOT_SPELLED = [
    "密码",
    "密码错误",
    "密码重置失败",
    "密码：见上封邮件",
    "密码我电话告诉您",
    "密码：[sealed:3fa9c1d2]",
    "密码：{{ account.password }}",
    "密码：********",
    "password reset failed",
    "password is wrong",
    "Password incorrect",
    "password: please call me",
    "the password you sent doesn't work",
    "The pass rate was 99.5%",
    "We need a password manager v2.0",
    "compass: north",
    "pin 4 of the connector",
    "",
]


@pytest.mark.parametrize(("text", "secret"), SPELLED)
def test_a_secret_that_is_spelled_out_is_found(text: str, secret: str) -> None:
    assert secrets(text) == (secret,)


@pytest.mark.parametrize("text", NOT_SPELLED)
def test_the_mere_talk_of_passwords_holds_no_secret(text: str) -> None:
    assert secrets(text) == ()


def test_a_secret_is_sealed_everywhere_the_longest_first() -> None:
    text = "密码：Xq7-demo-32，再说一遍 Xq7-demo-32，不是 Xq7"
    seals = {"Xq7": "[sealed:11111111]", "Xq7-demo-32": "[sealed:22222222]"}
    assert sealed(text, seals) == (
        "密码：[sealed:22222222]，再说一遍 [sealed:22222222]，不是 [sealed:11111111]"
    )


def test_what_is_sealed_already_stays_as_it_is() -> None:
    assert sealed("[sealed:3fa9c1d2]", {"3fa9": "[sealed:00000000]"}) == "[sealed:3fa9c1d2]"


def test_sealing_twice_changes_nothing() -> None:
    seals = {"hunter2": "[sealed:0badcafe]"}
    once = sealed("password: hunter2", seals)
    assert sealed(once, seals) == once
    assert secrets(once) == ()


def test_no_seals_leave_the_text_alone() -> None:
    assert sealed("nothing to hide", {}) == "nothing to hide"


def test_a_word_that_is_a_password_is_not_sealed_within_other_words() -> None:
    seals = {"test": "[sealed:0badcafe]", "1234": "[sealed:0badbeef]"}
    assert sealed("password: test, the latest of 0x12345", seals) == (
        "password: [sealed:0badcafe], the latest of 0x12345"
    )


@pytest.mark.parametrize("row", rows(MUST) + rows(FRESH))
def test_a_secret_is_found_however_it_is_handed_over(row: str) -> None:
    text, values = told(row)
    assert secrets(text) == values


@pytest.mark.parametrize("text", rows(MUST_NOT) + rows(FRESH_NOT))
def test_a_sentence_about_passwords_hands_none_over(text: str) -> None:
    assert secrets(text) == ()


@pytest.mark.parametrize(
    "row", [row for row in rows(MUST) if len(row) < 60 and "\n" not in row][::6]
)
def test_a_secret_is_found_in_the_midst_of_a_long_mail(row: str) -> None:
    text, values = told(row)
    around = "The server stopped twice last night. 服务器昨天蓝屏了两次。\n" * 9_000
    assert secrets(f"{around}{text}\n{around}") == values


def test_where_no_word_hints_at_a_secret_no_line_is_searched() -> None:
    text = "The machine stopped twice last night, and nobody knows why. 服务器蓝屏。\n" * 60

    assert secrets(text) == ()
    assert list(sealing._near_hints(text)) == []
