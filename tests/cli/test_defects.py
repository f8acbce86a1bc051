"""What is wrong with the form of a mail is shown, in plain words."""

import email.errors
import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from mailbot.cli.app import app
from mailbot.cli.defects import in_words

HEAD = "From: zhou@partner.example\r\nTo: desk@support.example\r\nSubject: x\r\n"
HEAD += "Message-ID: <1@partner.example>\r\nMIME-Version: 1.0\r\n"
CUT = HEAD + "Content-Type: multipart/mixed; boundary=B\r\n\r\n--B\r\n\r\nIt is down.\r\n"
WHOLE = HEAD + "\r\nIt is down.\r\n"
NAMES = [
    name
    for name, one in vars(email.errors).items()
    if isinstance(one, type) and issubclass(one, email.errors.MessageDefect)
]


def explain(folder: Path, mail: str, *options: str) -> str:
    path = folder / "1.eml"
    path.write_text(mail, encoding="utf-8", newline="")
    return CliRunner().invoke(app, ["explain", *options, str(path)]).stdout


def test_a_mail_that_is_cut_off_is_shown_as_one(tmp_path: Path) -> None:
    shown = " ".join(explain(tmp_path, CUT).split())

    assert "defect its last part has no end mark: the mail may be cut off" in shown
    assert json.loads(explain(tmp_path, CUT, "--json"))["defects"] == [
        "CloseBoundaryNotFoundDefect"
    ]


def test_of_a_mail_in_good_form_nothing_is_said(tmp_path: Path) -> None:
    assert "defect" not in explain(tmp_path, WHOLE)
    assert json.loads(explain(tmp_path, WHOLE, "--json"))["defects"] == []


@pytest.mark.parametrize("name", NAMES)
def test_every_defect_of_the_standard_library_reads_as_words(name: str) -> None:
    said = in_words(name)

    assert said
    assert name not in said


@pytest.mark.parametrize(
    ("defect", "said"),
    [
        ("rtf: ValueError", "its text in RTF can't be read (value error)"),
        ("smime: TypeError", "what is signed or encrypted in it can't be read (type error)"),
        ("SomethingNewDefect", "something new"),
        ("HTTPBrokenDefect", "HTTP broken"),
        ("_odd", "odd"),
        ("?", "?"),
    ],
)
def test_a_defect_in_words(defect: str, said: str) -> None:
    assert in_words(defect) == said
