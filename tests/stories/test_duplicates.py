"""The same mail twice: by its bytes where it has no id, by its words where a list copied it."""

import pytest

from mailbot.ports import Arrival, Position
from tests.stories.story import Story

_HEAD = (
    "Authentication-Results: mx.support.example; dmarc=pass header.from=partner.example\r\n"
    "From: Zhou <zhou@partner.example>\r\nTo: support@support.example\r\n"
    "Date: Mon, 02 Mar 2026 10:00:00 +0800\r\n"
)
_PLAIN = "Content-Type: text/plain; charset=utf-8\r\n\r\n"
_TEXT = "Hello,\r\n\r\nthe badge reader at the north door does not beep any more.\r\n\r\nZhou\r\n"
_FOOTERS = {
    "mailman": "_______________________________________________\r\nsupport mailing list\r\n"
    "support@lists.example\r\nhttps://lists.example/mailman/listinfo/support\r\n",
    "google": "\r\n-- \r\nYou received this message because you are subscribed to the Google "
    'Groups "Support" group.\r\nTo unsubscribe from this group and stop receiving emails from '
    "it, send an email to support+unsubscribe@support.example.\r\n",
    "groups.io": "-=-=-=-=-=-=-=-=-=-=-=-\r\nGroups.io Links: You receive all messages sent to "
    "this group.\r\nView/Reply Online (#1): https://groups.example/g/1\r\n",
}


def arrive(story: Story, *mails: str) -> None:
    for mail in mails:
        story.mails += 1
        raw = mail.encode()
        story.arrivals.append(
            Arrival(Position("past", 1, story.mails), raw, story.now, f"{story.mails}.eml")
        )
    story.run()


def test_the_same_bytes_without_an_id_are_one_mail() -> None:
    story = Story()
    mail = f"{_HEAD}Subject: Badge reader\r\n{_PLAIN}{_TEXT}"

    arrive(story, mail, mail)
    story.hours_pass(2)
    arrive(story, mail)

    assert len(story.cases) == 1
    assert story.sent == ["case_opened"]


def test_two_mails_of_one_second_without_an_id_are_two() -> None:
    story = Story()

    arrive(
        story,
        f"{_HEAD}Subject: Badge reader\r\n{_PLAIN}{_TEXT}",
        f"{_HEAD}Subject: Printer\r\n{_PLAIN}The printer is out of toner.\r\n",
    )

    assert len(story.received) == 2


@pytest.mark.parametrize("footer", _FOOTERS.values(), ids=list(_FOOTERS))
@pytest.mark.parametrize("first", ["direct", "list"])
def test_a_lists_copy_with_a_tag_and_a_footer_is_the_same_mail(footer: str, first: str) -> None:
    story = Story()
    ident = "Message-ID: <1@partner.example>\r\n"
    direct = f"{_HEAD}{ident}Subject: Badge reader\r\n{_PLAIN}{_TEXT}"
    copied = (
        f"{_HEAD}{ident}List-Id: <support.lists.example>\r\nList-Post: <mailto:s@lists.example>\r\n"
        f"Precedence: list\r\nSubject: [support] Badge reader\r\n{_PLAIN}{_TEXT}{footer}"
    )

    arrive(story, *((direct, copied) if first == "direct" else (copied, direct)))

    assert len(story.received) == 1
    assert len(story.cases) == 1


def test_the_same_id_with_other_words_is_another_mail() -> None:
    story = Story()
    ident = "Message-ID: <1@partner.example>\r\n"

    arrive(
        story,
        f"{_HEAD}{ident}Subject: Badge reader\r\n{_PLAIN}{_TEXT}",
        f"{_HEAD}{ident}Subject: Badge reader\r\n{_PLAIN}The dump is uploaded now.\r\n",
    )

    assert len(story.received) == 2
