"""The headers of letters: what they say, how far config may go, and how a mistake is named."""

import re
import shutil
from collections.abc import Mapping
from pathlib import Path

import pytest

import mailbot
from mailbot.desk.case.draft import Audience, Send
from mailbot.desk.case.rulebook import Leaving, Occasion
from mailbot.desk.case.step import Step
from mailbot.errors import ConfigError
from mailbot.letters import check_letters, read_letters

TEMPLATES = Path(mailbot.__file__).parent.parent / "templates"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(TEMPLATES, tmp_path / "templates"))


def change(folder: Path, letter: str, was: str, becomes: str) -> None:
    path = folder / letter
    text = path.read_text(encoding="utf-8")
    assert was in text
    path.write_text(text.replace(was, becomes, 1), encoding="utf-8")


def test_every_letter_of_the_design_is_there_with_its_default() -> None:
    sends = {name: spec.send.value for name, spec in read_letters(TEMPLATES).items()}
    assert sends.items() >= {
        "upload_instructions": "approve", "account_ready": "approve", "data_received": "auto",
        "nothing_arrived": "auto", "upload_help": "approve", "refusal_alternatives": "approve",
        "case_opened": "auto", "answer": "approve", "question_received": "auto",
        "progress_note": "approve",
        "collect_again": "approve", "reminder": "announce", "closing_notice": "announce",
        "closed": "approve", "reopened": "approve", "account_created": "auto",
        "download_account": "approve",
        "draft_waiting": "auto", "case_needs_you": "auto", "morning_list": "auto",
        "while_away": "auto", "weekly_figures": "auto",
        "desk_alert": "auto",
        "escalation_packet": "approve",
    }.items()  # fmt: skip


def test_parts_are_bound_in_the_order_of_the_design() -> None:
    specs = read_letters(TEMPLATES).values()
    order = {spec.name: spec.order for spec in specs if spec.audience is Audience.CUSTOMER}
    assert sorted(order, key=order.__getitem__)[:3] == [
        "reopened", "account_ready", "upload_instructions",
    ]  # fmt: skip
    chain = ("upload_help", "data_received", "refusal_alternatives", "answer", "case_opened")
    assert [order[name] for name in chain] == sorted(order[name] for name in chain)
    assert order["closed"] == max(order.values())


def test_secret_gap_and_then_come_from_the_headers() -> None:
    specs = read_letters(TEMPLATES)
    assert [name for name, spec in specs.items() if spec.secret] == [
        "account_ready", "upload_instructions", "download_account",
    ]  # fmt: skip
    assert [name for name, spec in specs.items() if spec.gap] == ["answer", "collect_again"]
    assert specs["escalation_packet"].then is Step.HANDED_OVER
    assert specs["closing_notice"].then is Step.NOTICE_LEFT
    assert specs["upload_instructions"].then is Step.THEY_OWE
    assert specs["data_received"].then is None


@pytest.mark.parametrize(
    ("overrides", "letter", "send"),
    [
        ({"reminder": "auto"}, "reminder", Send.AUTO),
        ({"case_opened": "off"}, "case_opened", Send.OFF),
        ({"upload_instructions": "auto"}, "upload_instructions", Send.AUTO),
        ({"case_opened": "sometimes"}, "case_opened", Send.APPROVE),
        ({"escalation_packet": "auto"}, "escalation_packet", Send.APPROVE),
        ({"escalation_packet": "off"}, "escalation_packet", Send.OFF),
        ({"collect_again": "announce"}, "collect_again", Send.APPROVE),
        ({"answer": "auto"}, "answer", Send.APPROVE),
    ],
)
def test_config_says_how_far_a_letter_may_go(
    overrides: Mapping[str, str], letter: str, send: Send
) -> None:
    assert read_letters(TEMPLATES, overrides)[letter].send is send


def test_a_template_cannot_loosen_what_is_never_more_than_approve(folder: Path) -> None:
    for lang in ("zh", "en"):
        change(folder, f"customer/{lang}/answer.txt", "Send: approve", "Send: auto")
    assert read_letters(folder)["answer"].send is Send.APPROVE


@pytest.mark.parametrize(
    ("was", "becomes", "says"),
    [
        (
            "Order: 30",
            "Ordre: 30",
            r"data_received\.txt:3: 'Ordre' is no header\. Did you mean Order",
        ),
        ("Order: 30", "Order: first", r"data_received\.txt:3: Order: 'first'"),
        ("Order: 30\n", "", r"data_received\.txt:1: Order is missing"),
        ("Send: auto", "Send: auto\nSend: off", r"data_received\.txt:5: Send is said twice"),
        ("Send: auto", "Secret: maybe", r"data_received\.txt:4: Secret: 'maybe': write yes or no"),
        (
            "Send: auto",
            "Then: theyowe",
            r"data_received\.txt:4: Then: 'theyowe': write one of we_owe",
        ),
        ("Does: promises\n\n", "Does: promises\n", r"data_received\.txt:6: .* is no header"),
        ("Does: promises", "Does: promis", r"data_received\.txt:5: Does: 'promis': write some of"),
        ("Does: promises", "Answers-: resolved", r"data_received\.txt:5: .*is no header"),
        ("Order: 30", "Order: 31", r"data_received\.txt:3: Order is not that of "),
    ],
)
def test_a_wrong_header_is_named_with_its_line(
    folder: Path, was: str, becomes: str, says: str
) -> None:
    change(folder, "customer/en/data_received.txt", was, becomes)
    with pytest.raises(ConfigError, match=says):
        read_letters(folder)


def test_an_empty_folder_is_a_mistake(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="there is no letter in it"):
        read_letters(tmp_path)


@pytest.mark.parametrize(
    ("was", "becomes", "says"),
    [
        ("{{ handler }}", "{{ handlr }}", r":\d+: there is no handlr\. Did you mean handler"),
        ("{{ file.name }}", "{{ file.nam }}", r"data_received\.txt:11: .*nam"),
        ("{% endif %}\n", "", r":\d+: Unexpected end of template"),
        ("{{ file.size | size }}", "{{ file.size | bits }}", r":11: No filter named 'bits'"),
        ("{{ handler }}", "{{ account.password }}", r":\d+: only a letter with the header"),
        ("{{ handler }}", "{{ ''.__class__ }}", r"data_received\.txt:\d+: .*unsafe"),
        ("Subject: [Case", "Subject: {{ nobody }} [Case", r":1: there is no nobody"),
    ],
)  # fmt: skip
def test_a_wrong_template_is_named_with_its_line(
    tmp_path: Path, was: str, becomes: str, says: str
) -> None:
    folder = tmp_path / "one_letter"
    for name in ("frame.txt", "data_received.txt"):
        for lang in ("zh", "en"):
            (folder / "customer" / lang).mkdir(parents=True, exist_ok=True)
            shutil.copy(TEMPLATES / "customer" / lang / name, folder / "customer" / lang / name)
    change(folder, "customer/en/data_received.txt", was, becomes)
    found = check_letters(folder)
    assert any(re.search(says, one) for one in found), found
    assert all("en/data_received" in one for one in found)


def test_a_letter_that_one_language_lacks_is_named(folder: Path) -> None:
    (folder / "customer/en/closed.txt").unlink()
    assert check_letters(folder) == (
        f"{folder}/customer/en/closed.txt is missing: write the letter in this language too",
    )


def test_a_new_letter_is_one_file_in_each_language(folder: Path) -> None:
    for lang in ("zh", "en"):
        (folder / f"customer/{lang}/hello.txt").write_text(
            "Subject: {{ case.title }}\nOrder: 1\n\n{{ case.number }}\n", encoding="utf-8"
        )
    assert check_letters(folder) == ()
    assert read_letters(folder)["hello"].send is Send.APPROVE


def test_names_answers_and_what_leaving_does_come_from_the_headers() -> None:
    specs = read_letters(TEMPLATES)
    assert specs["reminder"].called == {"zh": "跟进提醒", "en": "reminder"}
    assert specs["reminder"].answers[""][1] == "data_delayed"
    assert specs["reminder"].answers["recurrence"] == (
        "problem_report",
        "keep_watching",
        "resolved",
    )
    assert [name for name, spec in specs.items() if Leaving.REMINDS in spec.does] == ["reminder"]
    assert [name for name, spec in specs.items() if Leaving.ANSWERS in spec.does] == ["answer"]


def test_every_occasion_has_its_letter() -> None:
    assert {occasion.value for occasion in Occasion} <= read_letters(TEMPLATES).keys()


def test_a_copy_of_before_keeps_what_the_shipped_letter_does(folder: Path) -> None:
    for lang in ("zh", "en"):
        letter = folder / "customer" / lang / "reminder.txt"
        kept = (
            line for line in letter.read_text(encoding="utf-8").split("\n")
            if not line.startswith(("Name", "Does", "Answers"))
        )  # fmt: skip
        letter.write_text("\n".join(kept), encoding="utf-8")

    assert read_letters(folder)["reminder"] == read_letters(TEMPLATES)["reminder"]
