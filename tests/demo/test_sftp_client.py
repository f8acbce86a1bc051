"""The customer's SFTP client reads its login out of the letter, and out of nothing else."""

import pytest

from mailbot.demo.sftp_client import LetterUnclear, UploadLogin

ZH = """上传账号已为您开通：

    协议：SFTP
    主机：127.0.0.1
    端口：40022
    用户名：c-1-zhou
    密码：Ab3-xyz_9
    目录：/upload

首次连接会显示主机指纹，应为 SHA256:abcDEF123+/x；
"""
EN = """Your upload account is ready.

    Protocol:  SFTP
    Host:      127.0.0.1
    Port:      40022
    User:      c-1-zhou
    Password:  Ab3-xyz_9
    Folder:    /upload

On the first connection the fingerprint should read SHA256:abcDEF123+/x.
"""
LOGIN = UploadLogin("127.0.0.1", 40022, "c-1-zhou", "Ab3-xyz_9", "/upload", "SHA256:abcDEF123+/x")


@pytest.mark.parametrize("letter", [ZH, EN], ids=["zh", "en"])
def test_the_login_is_read_from_the_letter(letter: str) -> None:
    assert UploadLogin.read(letter) == LOGIN


@pytest.mark.parametrize(
    "letter",
    [
        pytest.param("", id="nothing"),
        pytest.param(ZH.replace("密码", "口令"), id="no password"),
        pytest.param(ZH.replace("40022", "soon"), id="port is no number"),
        pytest.param("The password: stays with us.", id="only talks of one"),
    ],
)
def test_a_letter_that_does_not_say_how_is_not_guessed_at(letter: str) -> None:
    with pytest.raises(LetterUnclear):
        UploadLogin.read(letter)
