"""Secrets are found where they are spelled out, and only there."""

import pytest

from mailbot.desk.sealing import sealed, secrets

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
