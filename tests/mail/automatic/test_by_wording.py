"""Answers that nobody wrote, told by what they say, and people who sound alike."""

import pytest

from mailbot.mail.automatic.by_wording import signs_of_a_program

PERSON, OFFICE = "Ann Lee <ann.lee@mill.example>", "Mill Service Desk <desk@mill.example>"
QUOTE = "please run the tool once more"


@pytest.mark.parametrize(
    ("subject", "text", "sender"),
    [
        ("Re: disk shelf", "I am on annual leave until 3 May. Urgent matters: Bo, +44 20 5550 143.",
         PERSON),
        ("Re: disk shelf", "本人正在休假，5 月 3 日返岗，急事请联系李工 13800005512。", PERSON),
        ("Re: disk shelf", "Ann is on maternity leave. Bo Hart (bo@mill.example) covers for her.",
         PERSON),
        ("Re: disk shelf", "Ann Lee no longer works here. Please write to office@mill.example.",
         PERSON),
        ("MD-2231 opened", "Your request was logged as MD-2231 and will be answered in two days.",
         OFFICE),
        ("受理通知", "您的来信已登记，编号 2231，工作人员将在 3 个工作日内与您联系。", OFFICE),
        ("Re: disk shelf", "This mailbox is not monitored.", PERSON),
        ("Re: disk shelf", "This is an automated message. Do not reply to it.", PERSON),
        ("Ihre Anfrage", "Ihre Nachricht ist eingegangen. Wir melden uns in Kürze.", OFFICE),
        ("您的來信", "我們已收到您的來信，將於三個工作天內回覆。", OFFICE),
    ],
)  # fmt: skip
def test_an_answer_that_nobody_wrote(subject: str, text: str, sender: str) -> None:
    assert signs_of_a_program(subject, text, "", sender)


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        ("Re: disk shelf", "Received, thank you!"),
        ("Re: disk shelf", "收到，谢谢"),
        ("Re: disk shelf", "OK, received. Will get back to you tomorrow."),
        ("Re: disk shelf", "I'm on leave from Friday, so Bo will run the tool. He is in copy."),
        ("Re: disk shelf", "Is Mr Zhou back from his holiday? He promised me the analysis."),
        ("Automatic replies", "I got your automatic reply again. Does a person read my mail?"),
        ("Re: disk shelf", "我下周出差，改到 18 号可以吗？"),
        ("Fw: I am away until 3 May", "I am on leave until 3 May. Write to Bo: bo@mill.example"),
        ("Re: disk shelf", ""),
    ],
)
def test_a_person_who_sounds_alike(subject: str, text: str) -> None:
    assert signs_of_a_program(subject, text, QUOTE, PERSON) == ""


def test_a_program_answers_one() -> None:
    said = "An engineer of our second line will contact you shortly about your request."

    assert signs_of_a_program("Re: disk shelf", said, "", PERSON, recipients=1)
    assert signs_of_a_program("Re: disk shelf", said, "", PERSON, recipients=2) == ""


def test_it_says_by_what() -> None:
    because = signs_of_a_program(
        "Re: shelf", "Ann is on leave until 3 May. Call Bo on 0200 555 014.", "", PERSON
    )

    assert "by name" in because


def test_a_long_text_is_a_person_s() -> None:
    absence = "I am on annual leave until 3 May. "

    assert signs_of_a_program("Re: shelf", absence, "", PERSON)
    assert signs_of_a_program("Re: shelf", absence * 100, "", PERSON) == ""
