"""Mails as they were read: kept with their filing, found by their words, gone with their mail."""

from tests.stories.story import Story


def story() -> Story:
    story = Story()
    story.customer_writes("服务器昨天蓝屏了两次，请协助分析。\n\n祝好\n周", file="MEMORY.DMP")
    story.customer_writes("> 请收集日志\n已经上传了。")
    return story


def test_a_mail_is_kept_as_it_was_read() -> None:
    kept = story().engine.state.kept_mail(1)

    assert kept is not None
    assert kept.sender.email == "zhou@partner.example"
    assert "服务器昨天蓝屏了两次" in kept.pieces[0].text
    assert "problem_report" in kept.said.names
    assert [one.name for one in kept.attachments] == ["MEMORY.DMP"]


def test_mails_and_cases_are_found_in_the_transaction_that_files_them() -> None:
    state = story().engine.state

    assert [one.mail_id for one in state.search_mails("昨天", 9)] == [1]
    assert [one.case_id for one in state.search_mails("memory", 9)] == ["C-1"]
    assert state.search_cases("partner.example", 9) == ["C-1"]
    assert state.search_mails("没有这样的话", 9) == []


def test_a_quote_is_not_found_as_if_it_had_been_said() -> None:
    assert story().engine.state.search_mails("请收集日志", 9) == []


def test_what_a_search_knows_of_a_mail_goes_with_it() -> None:
    state = story().engine.state
    state.db.write("DELETE FROM mail WHERE id = 1")

    assert state.kept_mail(1) is None
    assert state.search_mails("昨天", 9) == []
    assert state.db.all("SELECT rowid FROM mail_words WHERE rowid = 1") == []


def test_a_case_is_found_by_what_it_is_called_now() -> None:
    told = story()
    told.file_arrives("vmcore.7z")

    assert told.engine.state.search_cases("vmcore", 9) == ["C-1"]


def test_letters_that_left_are_part_of_the_conversation() -> None:
    told = story()
    sent = [one.row.letters for one in told.engine.state.sent_in("C-1") if not one.row.to_staff]

    assert len(sent) == len(told.sent)
