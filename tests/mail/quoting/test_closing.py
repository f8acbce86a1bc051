"""Where a letter ends and its closing begins."""

import pytest

from mailbot.mail.quoting.split import split

ASKED = "The disk is full again.\nCan you help?"


@pytest.mark.parametrize(
    "closing",
    [
        "Regards,\n\nJohn Doe\nCEO @ Acme !", "Best regards", "Kind regards, John", "Thanks,\nJohn",
        "Many thanks in advance!\nJohn Doe", "Mit freundlichen Grüßen\nJohn Doe\nIT-Abteilung",
        "Cordialement,\nJohn", "Saludos cordiales,\nJohn Doe", "Cheers\nJohn", "BR\nJohn",
        "John Doe\nOperations, Acme Ltd", "Thanks & regards\nJohn Doe", "С уважением,\nИван Петров",
        "此致\n敬礼\n王明", "祝工作顺利！", "谢谢！\n王明\n运维部", "顺祝商祺", "—— John Doe",
    ],
)  # fmt: skip
def test_a_farewell_and_the_names_under_it_are_a_signature(closing: str) -> None:
    parts = split(f"{ASKED}\n\n{closing}", "John Doe")
    assert (parts.text, parts.signature) == (ASKED, closing)


@pytest.mark.parametrize(
    "text",
    [
        f"{ASKED}\n\nThanks!", "谢谢", "Thanks,\nJohn Doe", "Best regards", "John Doe",
        "Many thanks\nIt works now.", "Thanks\nthe new disk is in",
        "祝好，问题已经解决了。请关闭案例",
        "Please ask\nJohn Doe wrote the script that fails.", "Best\nwhat is the next step?",
    ],
)  # fmt: skip
def test_what_is_said_stays_said(text: str) -> None:
    assert split(text, "John Doe").text == text


def test_without_the_writers_name_a_name_alone_is_text() -> None:
    assert split(f"{ASKED}\n\nJohn Doe").text == f"{ASKED}\n\nJohn Doe"
