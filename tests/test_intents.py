"""Plays the folder of mails: each carries exactly the labels that its .toml says."""

import tomllib
from datetime import UTC, datetime
from pathlib import Path

import pytest

from mailbot.bot.rules import read_intents, read_items
from mailbot.desk.reading import Understanding
from mailbot.desk.recognise import understand
from mailbot.desk.rulebook import Side
from mailbot.desk.sealing import sealed, secrets
from mailbot.mail.parse import parse

MAILS = Path(__file__).parent / "mails"
FOLDERS = sorted(path for path in MAILS.iterdir() if path.name in read_intents())
PAIRS = [eml for folder in FOLDERS for eml in sorted(folder.glob("*.eml"))]


def read(eml: Path, side: Side) -> Understanding:
    message = parse(eml.read_bytes())
    seals = dict.fromkeys(secrets(message.text), "[sealed:0badcafe]")
    return understand(
        sealed(message.text, seals),
        message.quoted,
        message.subject,
        message.attachments,
        side,
        read_intents(),
        read_items(),
        message.date or datetime(2020, 5, 27, tzinfo=UTC),
    )


@pytest.mark.parametrize("eml", PAIRS, ids=lambda eml: f"{eml.parent.name}/{eml.stem}")
def test_a_mail_carries_exactly_its_labels(eml: Path) -> None:
    told = tomllib.loads(eml.with_suffix(".toml").read_text())
    assert set(read(eml, Side(told["side"])).names) == set(told["intents"])


def test_every_intent_has_mails_that_must_and_mails_that_must_not() -> None:
    assert {folder.name for folder in FOLDERS} == set(read_intents())
    for folder in FOLDERS:
        kinds = [eml.stem.split("_", 1)[1].rsplit("_", 1)[0] for eml in folder.glob("*.eml")]
        assert len(kinds) >= 6, folder
        assert kinds.count("must_not") >= 2, folder


def test_every_mail_says_what_it_must_carry() -> None:
    assert {eml.with_suffix(".toml") for eml in PAIRS} == {
        toml for folder in FOLDERS for toml in folder.glob("*.toml")
    }


def test_the_evidence_of_each_label_stands_in_the_mail() -> None:
    for eml in PAIRS:
        message = parse(eml.read_bytes())
        side = Side(tomllib.loads(eml.with_suffix(".toml").read_text())["side"])
        names = [attachment.name for attachment in message.attachments]
        for found in read(eml, side).intents:
            words = found.evidence.split("[sealed")[0].split()
            assert all(word in message.text for word in words) or found.evidence in names
            assert 0.5 <= found.confidence <= 1.0
