"""What `check` says of the trust that the newest mails of the mailbox get."""

from pathlib import Path

import pytest

from mailbot.bot.checks.everything import check_all
from mailbot.bot.checks.finding import Weight
from mailbot.bot.checks.outside import Outside
from mailbot.bot.checks.stamps import stamps
from tests.bot.test_loop import CONFIG
from tests.servers.dovecot import PASSWORD, Dovecot
from tests.servers.smtp import Sink

OURS = "mx.support.example"
PASS = f"{OURS}; dmarc=pass header.from=partner.example"


def head(*stamped: str, sender: str = "a@partner.example") -> bytes:
    lines = [*(f"Authentication-Results: {one}" for one in stamped), f"From: {sender}"]
    return "".join(f"{line}\r\n" for line in (*lines, "Subject: x", "")).encode()


PROVEN, BARE = head(PASS), head()
SIGNED = head(f"{OURS}; dkim=pass header.d=partner.example")
LOGGED_IN = head(f"{OURS}; auth=pass smtp.auth=a@partner.example")
FAILED, NOTHING = head(f"{OURS}; dmarc=fail"), head(f"{OURS}; spf=pass")
OTHER, THIRD = head("mx2.harbour.example; dmarc=pass"), head("mx3.harbour.example; dmarc=pass")


@pytest.mark.parametrize(
    ("heads", "weight", "says"),
    [
        ([PROVEN] * 10, Weight.FINE, "of 10 mails 10 are proven (dmarc)"),
        (
            [PROVEN] * 8 + [BARE] * 2,
            Weight.FINE,
            "of 10 mails 8 are proven (dmarc), 2 carry no stamp of mx.support.example",
        ),
        (
            [PROVEN, PROVEN, SIGNED, LOGGED_IN],
            Weight.FINE,
            "the mailbox holds only 4: of 4 mails 4 are proven (auth 1, dkim 1, dmarc 2)",
        ),
        (
            [PROVEN, FAILED, NOTHING, OTHER] + [BARE] * 6,
            Weight.FINE,
            "of 10 mails 1 is proven (dmarc), 7 carry no stamp of mx.support.example, "
            "1 has a stamp of mx.support.example that proves no sender, "
            "1 fails and would wait for a person",
        ),
        (
            [OTHER, OTHER, THIRD] + [BARE] * 7,
            Weight.FAULT,
            "the mails are stamped by mx2.harbour.example: set desk.authserv_id to that, "
            "not mx.support.example",
        ),
        ([BARE] * 10, Weight.WARNING, "of 10 mails none carries an Authentication-Results header"),
        ([BARE], Weight.WARNING, "the mailbox holds only 1: of 1 mails none carries"),
        ([], Weight.FINE, "the mailbox is empty"),
        ([PROVEN] * 9 + [b"From\r\n\r\n"], Weight.FINE, "of 10 mails 9 are proven"),
    ],
)
def test_the_newest_mails_show_whether_senders_can_be_verified(
    heads: list[bytes], weight: Weight, says: str
) -> None:
    (said,) = stamps(heads, OURS)

    assert said.text.startswith(says)
    assert said.weight is weight


def test_the_id_of_the_configuration_is_compared_as_mails_are() -> None:
    (said,) = stamps([PROVEN] * 10, " MX.support.example ")
    assert not said.is_fault


def test_where_no_id_is_set_the_one_found_is_named() -> None:
    (said,) = stamps([OTHER] * 10, "")

    assert said.is_warning
    assert said.text == "the mails are stamped by mx2.harbour.example: set desk.authserv_id to that"


def test_a_stamp_on_a_from_that_is_two_proves_nothing() -> None:
    (said,) = stamps([head(PASS, sender="a@partner.example, b@else.example")] * 10, OURS)
    assert "proven" not in said.text.partition("mails")[2].partition("fail")[0]


def test_a_mailbox_on_a_real_server_is_looked_at_and_left_as_it_was(
    imap_server: Dovecot, sink: Sink, user: str, tmp_path: Path
) -> None:
    for stamped in (PROVEN, PROVEN, BARE):
        imap_server.deliver(user, stamped + b"\r\nHello.\r\n")
    config = tmp_path / "config.toml"
    config.write_text(
        CONFIG.format(imap=imap_server.port, smtp=sink.port, user=user), encoding="utf-8"
    )
    outside = Outside({"MAILBOT_IMAP_PASSWORD": PASSWORD})

    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("MAILBOT_IMAP_PASSWORD", PASSWORD)
        found = [one.text for one in check_all(config, outside)]

    assert (
        "the mailbox holds only 3: of 3 mails 2 are proven (dmarc), 1 carries no stamp of "
        "mx.support.example"
    ) in found
    assert not (tmp_path / "state").exists()
    with imap_server.login(user) as client:
        client.select_folder("INBOX", readonly=True)
        assert client.search(["UNSEEN"]) == [1, 2, 3]
