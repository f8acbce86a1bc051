"""What a server said stands in a message as it said it, never as Python writes bytes."""

import imaplib
import smtplib

import pytest

from mailbot.channels.failure import Server, down, wrong_login

SERVER = Server("imap", "mail.firm.example", 993, "desk")

# imapclient hands on str() of imaplib's error, so the bytes come as their own repr
SAID = [
    (smtplib.SMTPAuthenticationError(535, b"5.7.8 no\r\nsuch user"), "535 5.7.8 no such user"),
    (smtplib.SMTPResponseException(454, "wait"), "454 wait"),
    (smtplib.SMTPAuthenticationError(535, "密码错误".encode()), "535 密码错误"),
    (imaplib.IMAP4.error(b"[AUTHENTICATIONFAILED] No."), "[AUTHENTICATIONFAILED] No."),
    (imaplib.IMAP4.error("b'[AUTHENTICATIONFAILED] No.'"), "[AUTHENTICATIONFAILED] No."),
    (imaplib.IMAP4.error('SELECT failed: NO [b"it\'s full"]'), "SELECT failed: NO it's full"),
    (imaplib.IMAP4.error(repr("密码错误".encode())), "密码错误"),
    (imaplib.IMAP4.error(repr(b"a\\b\xff")), "a\\b\N{REPLACEMENT CHARACTER}"),
]
# the server's own words may look like bytes and be none
KEPT = ["it is Bob's", "b'中'", "grab'it'", r"b'\q'", "[imap] b", "b'open"]


@pytest.mark.parametrize(("error", "said"), SAID)
def test_a_refused_login_tells_the_servers_words(error: Exception, said: str) -> None:
    told = str(wrong_login(SERVER, error))

    assert f"refused the login of desk: {said}. Check imap.user" in told


@pytest.mark.parametrize("words", KEPT)
def test_words_that_are_no_bytes_stay(words: str) -> None:
    assert f"broke off: {words}. It is" in str(down(SERVER, imaplib.IMAP4.error(words)))


def test_an_error_without_a_word_is_called_by_its_name() -> None:
    assert "broke off: EOFError" in str(down(SERVER, EOFError()))
