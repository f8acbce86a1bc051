"""The engineers' commands, on a state that a bot left behind."""

import json
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from shutil import copytree

import pytest
from typer.testing import CliRunner, Result

from mailbot.bot.replay.replay import PastMail
from mailbot.bot.wiring.assembly import World, assemble, upload_server
from mailbot.bot.wiring.recogniser import read_recogniser
from mailbot.cli.app import app
from mailbot.cli.hints import with_hint
from mailbot.clock import SettableClock
from mailbot.config import load_config
from mailbot.desk.case.actions import HandsOffChange
from mailbot.desk.people.organisation import organisation
from mailbot.errors import ConfigError, MailbotError, OrderError
from mailbot.ports import Arrival, Position
from mailbot.repositories.users import User, UserRole
from mailbot.sftp.accounts import PaperAccounts
from mailbot.store.sqlite import SqliteStore

AT = datetime(2026, 3, 3, 2, 0, tzinfo=UTC)
ENGINEER = "lin@support.example"
CONFIG = """
[desk]
address = "support@support.example"
staff = ["support.example"]
authserv_id = "mx.support.example"
"""
MAIL = (
    "Authentication-Results: mx.support.example; dmarc=pass\r\n"
    "From: {sender}\r\nTo: support@support.example\r\nSubject: {subject}\r\n"
    "Message-ID: <{number}@partner.example>\r\nContent-Type: text/plain; charset=utf-8\r\n"
    "Content-Transfer-Encoding: 8bit\r\n\r\n{text}\r\n"
)


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A configuration beside a state with two cases, each with a draft."""
    return left_behind(tmp_path_factory.mktemp("desk"), CONFIG)


def left_behind(folder: Path, config: str) -> Path:
    """What a bot with this configuration leaves in the folder after two mails."""
    path = folder / "config.toml"
    path.write_text(config, encoding="utf-8")
    mails = (("账号", "日志已经准备好，请提供sftp账号。"), ("驱动", "请问能否直接替换驱动文件？"))
    arrivals = [
        Arrival(
            Position("past", 1, number),
            MAIL.format(
                sender="zhou@partner.example", number=number, text=text, subject=subject
            ).encode(),
            AT,
            f"{number}.eml",
        )
        for number, (subject, text) in enumerate(mails, 1)
    ]
    settings = load_config(path)
    state = SqliteStore.open(folder / "state")
    clock, server = SettableClock(AT), upload_server(settings)
    accounts = PaperAccounts(server, state.vault, state.logins)
    channel = PastMail(arrivals, clock)
    reads = read_recogniser(settings)
    world = World(channel, state, accounts, clock, lambda one: None, server, True, reads)
    assemble(settings, world).run_once()
    state.close()
    return folder


@pytest.fixture
def config(desk: Path, tmp_path: Path) -> Path:
    """A copy of that desk, for one test."""
    copytree(desk, tmp_path, dirs_exist_ok=True)
    return tmp_path / "config.toml"


def run(config: Path, *words: str) -> Result:
    arguments = [words[0], "--config", str(config), *words[1:]]
    return CliRunner().invoke(app, arguments, env={"MAILBOT_ENGINEER": ENGINEER})


def case(config: Path, case_id: str) -> dict[str, object]:
    told: dict[str, object] = json.loads(run(config, "case", case_id, "--json").stdout)
    return told


def test_cases_are_listed_for_people_and_for_programs(config: Path) -> None:
    assert "C-1" in run(config, "cases").stdout
    lines = [json.loads(line) for line in run(config, "cases", "--json").stdout.splitlines()]

    assert [line["case"] for line in lines] == ["C-1", "C-2"]
    assert lines[0]["customers"] == ["zhou@partner.example"]


def test_a_case_that_waits_for_the_administrator_says_so(tmp_path: Path) -> None:
    by_mail = f'{CONFIG}admin = "xu@support.example"\n[sftp]\nby_mail = true\n'
    config = left_behind(tmp_path, by_mail) / "config.toml"

    assert "waits for the administrator since 03-03 10:00" in run(config, "case", "C-1").stdout
    assert "admin asked" in " ".join(run(config, "cases").stdout.split())


def test_a_draft_is_shown_with_its_text_and_no_password(config: Path) -> None:
    shown = run(config, "drafts").stdout

    assert "上传账号已为您开通" in shown
    assert "能否直接替换驱动文件" in shown
    assert "请工程师填写" in shown


def test_an_approved_draft_waits_for_the_bots_next_round(config: Path) -> None:
    result = run(config, "approve", "C-1/1")

    assert result.exit_code == 0
    assert "C-1/1" in result.stdout
    assert isinstance(run(config, "approve", "C-1/1").exception, OrderError)


def test_a_gap_can_only_be_approved_once_it_is_filled(config: Path, tmp_path: Path) -> None:
    draft = json.loads(run(config, "drafts", "--json").stdout.splitlines()[1])
    refused = run(config, "approve", draft["draft"])
    assert isinstance(refused.exception, OrderError)
    assert f"mailbot edit {draft['draft']}" in with_hint(refused.exception)

    text = tmp_path / "answer.txt"
    text.write_text(draft["text"], encoding="utf-8")
    still = tmp_path / "still.txt"
    still.write_text(draft["text"] + "x", encoding="utf-8")
    assert isinstance(
        run(config, "edit", draft["draft"], "--file", str(still)).exception, OrderError
    )
    text.write_text("周先生，您好\n\n可以，同一版本即可。", encoding="utf-8")
    assert run(config, "edit", draft["draft"], "--file", str(text)).exit_code == 0
    assert run(config, "approve", draft["draft"]).exit_code == 0


def test_a_rejected_draft_is_gone_and_its_account_shut(config: Path) -> None:
    assert run(config, "reject", "C-1/1", "--because", "by telephone").exit_code == 0

    assert case(config, "C-1")["drafts"] == []


@pytest.mark.parametrize(
    ("words", "status"),
    [
        (("told", "C-1", "rang him up"), "waiting"),
        (("watch", "C-1", "3d"), "watching"),
        (("close", "C-1"), "closed"),
        (("take", "C-1"), "open"),
        (("hold", "C-1"), "open"),
    ],
)
def test_an_order_changes_the_case(config: Path, words: tuple[str, ...], status: str) -> None:
    assert run(config, *words).exit_code == 0

    assert case(config, "C-1")["status"] == status


def test_the_one_who_takes_a_case_is_its_engineer(config: Path) -> None:
    run(config, "take", "C-1")

    assert case(config, "C-1")["engineer"] == ENGINEER


def test_a_closed_case_opens_again_and_only_then(config: Path) -> None:
    assert isinstance(run(config, "reopen", "C-1").exception, OrderError)
    run(config, "close", "C-1")

    assert run(config, "reopen", "C-1").exit_code == 0
    assert case(config, "C-1")["status"] == "open"


def test_the_journal_says_what_happened_and_why(config: Path) -> None:
    run(config, "told", "C-1", "rang him up")

    shown = run(config, "case", "C-1").stdout

    assert "CustomerWrote" in shown
    assert "rang him up" in shown


def test_what_is_not_there_is_named_with_the_mend(config: Path) -> None:
    error = run(config, "case", "C-99").exception

    assert isinstance(error, MailbotError)
    assert "C-99" in str(error)
    assert "mailbot cases" in with_hint(error)


def test_pause_and_resume(config: Path) -> None:
    run(config, "pause")
    state = SqliteStore.open(config.parent / "state")
    paused = state.notes.is_paused()
    state.close()
    run(config, "resume")

    assert paused


def test_an_order_without_a_state_says_how_to_make_one(tmp_path: Path) -> None:
    path = tmp_path / "config.toml"
    path.write_text(CONFIG, encoding="utf-8")

    error = run(path, "cases").exception

    assert isinstance(error, ConfigError)
    assert "mailbot run" in str(error)


def test_check_names_every_fault_and_the_line(tmp_path: Path) -> None:
    path = tmp_path / "config.toml"
    path.write_text(CONFIG + "\n[follow_up]\nevry = '7d'\n", encoding="utf-8")

    result = run(path, "check")

    assert result.exit_code == 1
    assert f"{path.name}:8" in result.stdout.replace("\n", "")
    assert "every" in result.stdout


def test_check_looks_at_letters_and_connections(config: Path) -> None:
    with config.open("a", encoding="utf-8") as file:
        file.write('[letters]\nremainder = "auto"\n[sftp]\nenabled = false\n')

    result = run(config, "check")

    assert "remainder" in result.stdout
    assert "imap.host is missing" in result.stdout
    assert result.exit_code == 1


def test_a_mail_in_quarantine_is_shown_with_its_sender_and_the_reason_and_let_out(
    config: Path,
) -> None:
    assert "Nothing is in quarantine" in run(config, "quarantine").stdout
    state = SqliteStore.open(config.parent / "state")
    raw = b"From: Mallory <m@bad.example>\r\nSubject: x\r\n\r\n" + b"x" * 5000
    state.mails.keep([Arrival(Position("past", 1, 9), raw, AT, "past/9")])
    (stored,) = state.verdicts.unhandled()
    state.verdicts.settle(stored.id, "quarantined", "", ("it has more than 500 parts",))
    state.close()

    told = run(config, "quarantine").stdout

    assert f"{stored.id}  past/9  from m@bad.example, 4 kB: it has more than 500 parts" in told
    assert "will be read again" in run(config, "quarantine", "--release", str(stored.id)).stdout
    assert "Nothing is in quarantine" in run(config, "quarantine").stdout
    gone = run(config, "quarantine", "--release", str(stored.id))
    assert isinstance(gone.exception, OrderError)


def test_two_cases_are_joined_and_parted_again(config: Path) -> None:
    assert run(config, "join", "C-1", "C-2").exit_code == 0
    assert [mail["file"] for mail in listed(config, "C-1")] == ["1.eml", "2.eml"]
    assert "lives on in C-1" in run(config, "case", "C-2").stdout

    assert run(config, "undo", "C-1").exit_code == 0
    assert [mail["file"] for mail in listed(config, "C-1")] == ["1.eml"]
    assert case(config, "C-2")["drafts"] == ["C-2/1"]


def test_mails_are_taken_out_of_a_case_by_number(config: Path) -> None:
    run(config, "join", "C-1", "C-2")
    second = listed(config, "C-1")[1]["mail"]

    assert run(config, "split", "C-1", str(second)).exit_code == 0
    assert [mail["file"] for mail in listed(config, "C-3")] == ["2.eml"]
    assert "zhou@partner.example" in run(config, "case", "C-3").stdout
    assert isinstance(run(config, "split", "C-1", "99").exception, OrderError)


def listed(config: Path, case_id: str) -> list[dict[str, object]]:
    """The mails of a case, as a program sees them."""
    mails = case(config, case_id)["mails"]
    assert isinstance(mails, list)
    return mails


def test_mails_that_a_mail_answers_and_that_never_came_are_a_fact(tmp_path: Path) -> None:
    def mail(number: int, answers: str) -> str:
        text = MAIL.format(sender="z@p.example", subject="Re: x", number=number, text="好的")
        path = tmp_path / f"{number}.eml"
        path.write_text(f"References: {answers}\r\n{text}", encoding="utf-8")
        return str(path)

    paths = mail(1, "<gone@p.example> <lost@p.example>"), mail(2, "<1@partner.example>")
    lines = CliRunner().invoke(app, ["explain", "--json", *paths]).stdout.splitlines()

    told = [
        [fact for fact in json.loads(line)["facts"] if fact["name"] == "never_got"]
        for line in lines
    ]
    assert [[fact["value"] for fact in facts] for facts in told] == [["2"], []]
    assert "<lost@p.example>" in told[0][0]["evidence"]


def test_one_draft_is_shown_whole_also_in_a_narrow_terminal(
    config: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    text = json.loads(run(config, "drafts", "--json").stdout.splitlines()[0])["text"]

    for shown in (run(config, "drafts", "c-1/1"), run(config, "show", "C-1/1")):
        assert text.strip() in shown.stdout
        assert "能否直接替换驱动文件" not in shown.stdout


def test_the_mails_of_a_case_are_shown_with_their_text(config: Path) -> None:
    assert "请提供sftp账号" in run(config, "show", "C-1").stdout
    assert "has no mail 99" in str(run(config, "show", "C-1", "99").exception)


def test_a_case_is_found_however_its_name_is_typed(config: Path) -> None:
    assert run(config, "case", "c-1").exit_code == 0


@pytest.mark.parametrize(
    "by", ["zhou@partner.example", "nobody", "support@support.example", "lin@evil.example"]
)
@pytest.mark.parametrize("order", [("approve", "C-1/1"), ("take", "C-1"), ("close", "C-1")])
def test_only_an_engineer_of_the_desk_gives_orders(
    config: Path, by: str, order: tuple[str, ...]
) -> None:
    refused = run(config, *order, "--as", by)

    assert isinstance(refused.exception, OrderError)
    assert "no engineer of this desk" in str(refused.exception)
    assert case(config, "C-1")["engineer"] == ""


def test_who_says_not_who_they_are_is_asked(config: Path) -> None:
    asked = CliRunner().invoke(app, ["take", "--config", str(config), "C-1"], env={})

    assert "say who you are" in str(asked.exception)


def is_user(config: Path, email: str, role: UserRole) -> None:
    state = SqliteStore.open(config.parent / "state")
    state.users.keep(User(email, "", role))
    state.close()


@pytest.mark.parametrize("role", [UserRole.ENGINEER, UserRole.LEAD])
@pytest.mark.parametrize("by", ["tan@branch.example", "Tan <Tan@Branch.example>"])
def test_a_user_of_the_pages_gives_orders_here_too(config: Path, role: UserRole, by: str) -> None:
    is_user(config, "tan@branch.example", role)

    assert run(config, "take", "C-1", "--as", by).exit_code == 0
    assert case(config, "C-1")["engineer"] == "tan@branch.example"
    assert len(run(config, "cases", "--mine", "--json", "--as", by).stdout.splitlines()) == 1


@pytest.mark.parametrize("words", [("--as", "xu@support.example"), ("--for", "xu@support.example")])
def test_a_reader_gives_no_order_here_either(config: Path, words: tuple[str, str]) -> None:
    is_user(config, "xu@support.example", UserRole.READER)

    refused = run(config, "take", "C-1", *words)

    assert isinstance(refused.exception, OrderError)
    assert "xu@support.example is a reader and gives no orders" in str(refused.exception)
    assert "`mailbot user add xu@support.example --role engineer`" in str(refused.exception)
    assert case(config, "C-1")["engineer"] == ""


def test_who_may_give_orders_is_named_to_a_stranger(config: Path) -> None:
    is_user(config, "tan@branch.example", UserRole.LEAD)
    is_user(config, "xu@branch.example", UserRole.READER)

    refused = run(config, "take", "C-1", "--as", "eve@evil.example")

    assert str(refused.exception) == (
        "eve@evil.example is no engineer of this desk, "
        "these are: support.example, tan@branch.example"
    )


def test_the_one_engineer_of_a_desk_need_not_say_so(config: Path) -> None:
    text = config.read_text(encoding="utf-8")
    config.write_text(text.replace("[desk]", f'[desk]\nengineers = ["{ENGINEER}"]'), "utf-8")

    CliRunner().invoke(app, ["take", "--config", str(config), "C-1"], env={})

    assert case(config, "C-1")["engineer"] == ENGINEER


def test_a_case_is_given_to_a_colleague_but_to_no_stranger(config: Path) -> None:
    assert run(config, "take", "C-1", "--for", "xu@support.example").exit_code == 0
    assert case(config, "C-1")["engineer"] == "xu@support.example"

    assert isinstance(run(config, "take", "C-1", "--for", "zhou@partner.example").exception,
                      OrderError)  # fmt: skip


def test_the_list_shows_what_waits_what_is_held_and_what_is_next(config: Path) -> None:
    run(config, "hold", "C-1")
    listed = run(config, "cases").stdout

    assert "1 draft" in listed
    assert "held" in listed
    assert "03-03 12:00" in listed
    assert "hold C-1 --lift" in run(config, "case", "C-1").stdout


def test_a_pause_is_said_where_somebody_would_wonder(config: Path) -> None:
    run(config, "pause")

    assert "Paused" in run(config, "cases").stdout
    assert "resume" in run(config, "approve", "C-1/1").stdout


@pytest.mark.parametrize("length", ["0d", "soon", "-1d", "d", "1y"])
def test_a_watch_lasts_a_time_that_can_be_meant(config: Path, length: str) -> None:
    refused = run(config, "watch", "--", "C-1", length)

    assert "length of time" in str(refused.exception)


def test_a_file_that_cannot_be_read_is_named(config: Path) -> None:
    refused = run(config, "edit", "C-1/1", "--file", "/nowhere/at/all.txt")

    assert isinstance(refused.exception, OrderError)
    assert "/nowhere/at/all.txt" in str(refused.exception)


def test_an_editor_that_is_not_there_is_named(
    config: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("EDITOR", "/nowhere/vi")

    refused = run(config, "edit", "C-2/1")

    assert isinstance(refused.exception, OrderError)
    assert "/nowhere/vi" in str(refused.exception)
    assert "name an editor in EDITOR" in str(refused.exception)


def test_a_password_that_nobody_types_ends_the_command(config: Path) -> None:
    words = ["user", "add", "lin@support.example", "--config", str(config)]
    left = CliRunner().invoke(app, words, input="")

    assert isinstance(left.exception, SystemExit)
    assert left.exit_code == 1


def test_an_edit_that_is_refused_keeps_the_text_for_the_next(
    config: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    editor = tmp_path / "editor.sh"
    editor.write_text("#!/bin/sh\nprintf 'mine ' >> \"$1\"\n", encoding="utf-8")
    editor.chmod(0o755)
    monkeypatch.setenv("EDITOR", str(editor))

    refused = run(config, "edit", "C-2/1")
    again = run(config, "edit", "C-2/1")

    assert "is kept" in str(refused.exception)
    assert isinstance(again.exception, OrderError)
    (kept,) = (config.parent / "state").glob("unfinished-*")
    assert kept.read_text(encoding="utf-8").count("mine") == 2


def test_a_new_password_is_ordered_and_the_login_shut(config: Path) -> None:
    assert "C-1/2" in run(config, "account", "C-1", "--new-password").stdout
    assert case(config, "C-1")["drafts"] == ["C-1/2"]

    run(config, "account", "C-1", "--shut")

    assert "no upload login" in run(config, "account", "C-1").stdout


def test_a_login_that_only_reads_is_ordered_for_the_second_line(config: Path) -> None:
    with config.open("a", encoding="utf-8") as file:
        file.write('second_line = ["escalation.example"]\n')

    ordered = run(config, "account", "C-1", "--read-only", "--for", "tan@escalation.example")
    listed = run(config, "account", "C-1").stdout
    both = run(config, "account", "C-1", "--read-only", "--shut")

    assert "C-1/2" in ordered.stdout
    assert "tan@escalation.example (only fetches files)" in listed
    assert "one of the three" in str(both.exception)


def test_a_word_for_a_rejection_stands_in_the_journal(config: Path) -> None:
    run(config, "reject", "C-1/1", "--because", "by telephone")

    assert "by telephone" in run(config, "case", "C-1").stdout


def test_explain_and_replay_go_by_the_configuration_in_this_folder(
    config: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    mail = MAIL.format(sender="lin@support.example", number=7, text="请上传日志。", subject="x")
    (config.parent / "7.eml").write_text(mail, encoding="utf-8")
    monkeypatch.chdir(config.parent)

    read = json.loads(CliRunner().invoke(app, ["explain", "--json", "7.eml"]).stdout)
    played = CliRunner().invoke(app, ["replay", "--json", "7.eml"]).stdout

    assert read["role"] == "staff"
    assert '"role": "staff"' in played


def test_a_case_whose_customer_presses_says_so(config: Path) -> None:
    state = SqliteStore.open(config.parent / "state")
    pressed = replace(
        state.cases.load("C-1"), holds=replace(state.cases.load("C-1").holds, hands_off="太慢了")
    )
    state.cases.hands_off(
        [organisation(one) for one in pressed.parties.customers], HandsOffChange.PLACE, "太慢了"
    )
    state.cases.record(pressed, None, None)
    state.close()

    assert "held: the customer presses: 太慢了" in run(config, "case", "C-1").stdout
    assert case(config, "C-1")["held"] == "the customer presses: 太慢了"


def test_a_question_is_offered_prepared_answers_and_one_fills_the_gap(config: Path) -> None:
    shown = run(config, "drafts", "C-2/1").stdout
    assert "replace_driver" in shown

    said = run(config, "edit", "C-2/1", "--with", "replace_driver")

    assert said.exit_code == 0, said.output
    after = json.loads(run(config, "drafts", "C-2/1", "--json").stdout)
    assert after["edited"]
    assert "请工程师填写" not in after["text"]
    assert "驱动" in after["text"].split("能否直接替换驱动文件")[-1]


def test_a_prepared_answer_that_is_none_is_named_with_the_nearest(config: Path) -> None:
    refused = run(config, "edit", "C-2/1", "--with", "replace_drivers")

    assert isinstance(refused.exception, OrderError)
    assert "replace_driver" in str(refused.exception)


def two_engineers(folder: Path) -> Path:
    people = f'{CONFIG}engineers = ["{ENGINEER}", "xu@support.example"]\n'
    return left_behind(folder, f'{people}notify = ["lead@support.example"]\n') / "config.toml"


def test_who_is_away_says_until_when_and_who_stands_in(tmp_path: Path) -> None:
    file = two_engineers(tmp_path)

    went = run(file, "away", "--until", "2099-05-06", "--stand-in", "xu@support.example")
    shown = run(file, "status").stdout
    back = run(file, "back").stdout

    assert f"{ENGINEER} is away until the end of 2099-05-06" in went.stdout
    assert "from now on what is theirs goes to xu@support.example" in went.stdout
    assert f"✓ {ENGINEER} is away until the end of 05-06; xu@support.example stands in" in shown
    assert "is back: from now on what is theirs comes to them again" in back
    assert "is away" not in run(file, "status").stdout
    assert "was not away" in run(file, "back").stdout


def test_without_a_stand_in_the_lead_hears_it(tmp_path: Path) -> None:
    file = two_engineers(tmp_path)

    went = run(file, "away", "--for", "xu@support.example").stdout

    assert "xu@support.example is away until `mailbot back`" in went
    assert "the lead hears what is theirs (lead@support.example)" in went
    assert "xu@support.example is away until they are seen" in run(file, "status").stdout


@pytest.mark.parametrize(
    ("words", "because"),
    [
        (["--until", "2020-01-01"], "2020-01-01 is over: name a day to come"),
        (["--until", "soon"], "say until which day"),
        (["--stand-in", ENGINEER], "nobody stands in for themselves"),
        (["--stand-in", "zhou@partner.example"], "zhou@partner.example can't stand in"),
        (["--for", "zhou@partner.example"], "zhou@partner.example is no engineer"),
    ],
)
def test_an_absence_that_cannot_be_is_refused(
    tmp_path: Path, words: list[str], because: str
) -> None:
    refused = run(two_engineers(tmp_path), "away", *words)

    assert isinstance(refused.exception, OrderError)
    assert because in str(refused.exception)
