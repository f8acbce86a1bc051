from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from mailbot.channels.smtp import SmtpAccount, SmtpSender
from mailbot.errors import ChannelDown, ConfigError, SendInDoubt, SendRefused
from mailbot.ports import Envelope
from tests.servers.certificate import write_certificate
from tests.servers.smtp import HOST, PASSWORD, USER, Sink, smtp

DESK = "desk@support.example"
RAW = b"Message-ID: <1@support.example>\r\nSubject: x\r\n\r\nHello.\r\n"
LETTER = Envelope("1@support.example", DESK, ("customer@x.example",), RAW)


class Steps:
    """Whether the sender was passed."""

    def __init__(self) -> None:
        self.passed = 0

    def __call__(self) -> None:
        self.passed += 1


@pytest.fixture
def steps() -> Steps:
    return Steps()


@pytest.fixture
def sender(sink: Sink) -> SmtpSender:
    return SmtpSender(SmtpAccount(HOST, sink.port, security="none", patience=5))


@pytest.fixture(params=["none", "starttls", "tls"])
def protected(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[tuple[Sink, SmtpAccount]]:
    certificate = write_certificate(tmp_path)
    with smtp(certificate, request.param) as sink:
        account = SmtpAccount(
            HOST, sink.port, USER, PASSWORD, request.param, ca_file=str(certificate[0])
        )
        yield sink, account


def test_a_letter_arrives_byte_for_byte(protected: tuple[Sink, SmtpAccount], steps: Steps) -> None:
    sink, account = protected
    SmtpSender(account).send(LETTER, steps)

    (mail,) = sink.accepted
    assert (mail.sender, mail.recipients, mail.raw) == (DESK, LETTER.recipients, RAW)
    assert steps.passed == 1


def test_logging_in_can_be_tried_without_a_letter(protected: tuple[Sink, SmtpAccount]) -> None:
    sink, account = protected
    SmtpSender(account).check()

    with pytest.raises(ChannelDown, match=r"refused the login of desk: 535 [^(]*smtp\.user"):
        SmtpSender(replace(account, password="no")).check()
    assert sink.accepted == []


HOSTILE_BODIES = [
    b"a\r\n.\r\nMAIL FROM:<x@x.example>\r\n",
    b"a\n.\nb\r\n",
    b"a\r.\rb\r\n",
    b".\r\n..\r\n",
    b"no end of line",
]


@pytest.mark.parametrize("body", HOSTILE_BODIES)
def test_nothing_in_a_letter_ends_it_early(
    sink: Sink, sender: SmtpSender, steps: Steps, body: bytes
) -> None:
    sender.send(replace(LETTER, raw=b"Subject: x\r\n\r\n" + body), steps)

    (mail,) = sink.accepted
    lines = b"\n".join(body.replace(b"\r\n", b"\n").replace(b"\r", b"\n").split(b"\n"))
    assert mail.raw.replace(b"\r\n", b"\n").rstrip() == (b"Subject: x\n\n" + lines).rstrip()


REFUSALS = [
    ({"at_mail": "450 4.2.0 later"}, False, 0),
    ({"at_mail": "550 5.7.1 not you"}, True, 0),
    ({"at_mail": "421 4.3.2 closing"}, False, 0),
    ({"at_rcpt": {"customer@x.example": "451 4.7.1 greylisted"}}, False, 0),
    ({"at_rcpt": {"customer@x.example": "550 5.1.1 no such user"}}, True, 0),
    ({"at_data": "452 4.2.2 full"}, False, 1),
    ({"at_data": "554 5.6.0 spam"}, True, 1),
]


@pytest.mark.parametrize(("setting", "permanent", "passed"), REFUSALS)
def test_a_refusal_says_whether_it_is_for_good(
    sink: Sink,
    sender: SmtpSender,
    steps: Steps,
    setting: dict[str, object],
    permanent: bool,
    passed: int,
) -> None:
    for name, value in setting.items():
        setattr(sink, name, value)

    with pytest.raises(SendRefused) as caught:
        sender.send(LETTER, steps)

    assert (caught.value.permanent, steps.passed) == (permanent, passed)
    assert sink.accepted == []


def test_one_refused_person_keeps_the_letter_from_all(
    sink: Sink, sender: SmtpSender, steps: Steps
) -> None:
    sink.at_rcpt = {"boss@x.example": "550 5.1.1 no such user"}
    both = replace(LETTER, recipients=("customer@x.example", "boss@x.example"))

    with pytest.raises(SendRefused, match=r"boss@x\.example"):
        sender.send(both, steps)

    assert (sink.accepted, steps.passed) == ([], 0)


def test_a_refused_copy_to_ourselves_keeps_nothing_back(
    sink: Sink, sender: SmtpSender, steps: Steps
) -> None:
    sink.at_rcpt = {DESK: "550 5.1.1 no such user"}

    sender.send(replace(LETTER, recipients=("customer@x.example", DESK)), steps)

    assert [mail.recipients for mail in sink.accepted] == [("customer@x.example",)]


@pytest.mark.parametrize("kept", [True, False])
def test_a_connection_lost_at_the_final_dot_leaves_a_doubt(
    sink: Sink, sender: SmtpSender, steps: Steps, kept: bool
) -> None:
    sink.drop_at_dot, sink.keep_dropped = True, kept

    with pytest.raises(SendInDoubt, match=r"1@support\.example.*may have left"):
        sender.send(LETTER, steps)

    assert (len(sink.accepted), steps.passed) == (int(kept), 1)


def test_what_is_stopped_before_sending_never_leaves(sink: Sink, sender: SmtpSender) -> None:
    def stop() -> None:
        raise SendRefused("withdrawn", permanent=True)

    with pytest.raises(SendRefused, match="withdrawn"):
        sender.send(LETTER, stop)

    assert sink.accepted == []


@pytest.mark.parametrize("address", ["a@x.example\r\nRCPT TO:<b@x.example>", "a\x00@x.example"])
def test_an_address_can_not_smuggle_a_command(
    sink: Sink, sender: SmtpSender, steps: Steps, address: str
) -> None:
    with pytest.raises(SendRefused) as caught:
        sender.send(replace(LETTER, recipients=(address,)), steps)

    assert caught.value.permanent
    assert (sink.accepted, steps.passed) == ([], 0)


def test_an_address_outside_ascii_goes_where_the_server_takes_it(
    sink: Sink, sender: SmtpSender, steps: Steps
) -> None:
    sender.send(replace(LETTER, recipients=("王@x.example",)), steps)

    assert [mail.recipients for mail in sink.accepted] == [("王@x.example",)]


def test_a_server_that_is_not_there_is_told_before_the_door(steps: Steps) -> None:
    sender = SmtpSender(SmtpAccount(HOST, 1, security="none"))

    with pytest.raises(ChannelDown, match=r"127\.0\.0\.1:1 refuses .*smtp\.port"):
        sender.send(LETTER, steps)

    assert steps.passed == 0


def test_an_unknown_certificate_is_not_spoken_to(tmp_path: Path, steps: Steps) -> None:
    with (
        smtp(write_certificate(tmp_path), "tls") as sink,
        pytest.raises(ChannelDown, match=r"certificate that can't be trusted.*smtp\.ca_file"),
    ):
        SmtpSender(SmtpAccount(HOST, sink.port)).send(LETTER, steps)


def test_letters_never_leave_the_machine_in_the_clear() -> None:
    account = SmtpAccount("mail.example", 25, security="none")

    with pytest.raises(ConfigError, match=r"smtp\.security"):
        SmtpSender(account)
    SmtpSender(replace(account, plaintext=True))


def test_a_missing_authority_file_is_the_configurations_fault(tmp_path: Path) -> None:
    account = SmtpAccount(HOST, 1, ca_file=str(tmp_path / "none.pem"))

    with pytest.raises(ConfigError, match=r"smtp\.ca_file"):
        SmtpSender(account).check()
