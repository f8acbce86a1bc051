"""Where the text says nothing, the subject of a first mail is what its writer says."""

import pytest

from mailbot.mail.parse import parse
from mailbot.understanding.spoken import spoken


def said(subject: str, text: str, more: str = "") -> str:
    head = f"From: a@b.example\nSubject: {subject}\n{more}Content-Type: text/plain; charset=utf-8"
    return spoken(parse(f"{head}\n\n{text}\n".encode()))


@pytest.mark.parametrize(
    "text",
    [
     "", "   ", "Hi,\n\nThanks\nMing", "如题，谢谢", "见标题", "see subject",
     "Subject says it all.", "Sent from my iPhone", "-- \nMing Fang\nHarbor Labs",
     "您好，如题。谢谢！", "Siehe Betreff"],
)  # fmt: skip
@pytest.mark.parametrize("subject", ["Where can I upload the dump?", "请提供sftp账号"])
def test_a_first_mail_without_words_is_read_by_its_subject(subject: str, text: str) -> None:
    assert subject in said(subject, text)


@pytest.mark.parametrize(
    ("subject", "text", "more"),
    [
        ("Where can I upload the dump?", "The server crashed again and twice last night.", ""),
        ("Re: Where can I upload the dump?", "Thanks", ""),
        ("答复: 请提供sftp账号", "", ""),
        ("Where can I upload the dump?", "Thanks", "In-Reply-To: <1@support.example>\n"),
    ],
)
def test_a_text_of_its_own_and_an_answer_speak_for_themselves(
    subject: str, text: str, more: str
) -> None:
    assert said(subject, text, more) == text
