"""Two bots on one mailbox with different states are noticed when one of them begins."""

from datetime import UTC, datetime

import pytest

from mailbot.bot.health.twin import foreign_letters

NOW = datetime(2026, 3, 3, 2, 0, tzinfo=UTC)
DESK = "support@support.example"
ID = "mailbot.C-1.2.3a5f8616fc816573@support.example"


def head(message_id: str = f"<{ID}>", date: str = "Tue, 3 Mar 2026 09:30:00 +0800") -> bytes:
    return f"Message-ID: {message_id}\r\nDate: {date}\r\nFrom: {DESK}\r\n\r\n".encode()


@pytest.mark.parametrize(
    ("raw", "known", "found"),
    [
        (head(), (), [ID]),
        (head(), (ID,), []),
        (head(date="Tue, 3 Mar 2026 08:30:00 +0800"), (), []),
        (head(date="yesterday"), (), []),
        (head("<1@support.example>"), (), []),
        (head(f"<{ID.replace('support', 'else')}>"), (), []),
        (b"\r\n", (), []),
    ],
)
def test_a_letter_that_only_another_bot_can_have_sent(
    raw: bytes, known: tuple[str, ...], found: list[str]
) -> None:
    assert list(foreign_letters([raw], known.__contains__, DESK, NOW)) == found
