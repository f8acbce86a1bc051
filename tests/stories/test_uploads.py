"""Files on the server: what is thanked for, what is asked for once more, renamed and deleted."""

import pytest

from mailbot.bot.replay.replay import Approve
from mailbot.desk.case.events import FileArrived
from mailbot.desk.case.life import Status
from mailbot.desk.case.matter import ItemState
from mailbot.desk.case.upload import Upload, UploadState
from tests.stories.story import Story

ASKS = "周先生，您好！请提供软件列表，谢谢！"
LIST = "软件列表_appwiz.png"


def desk(approve: Approve = Approve.ALL) -> Story:
    """A case with a login, whose engineer asked for the list of programs."""
    story = Story(approve=approve)
    story.customer_writes("服务器蓝屏，日志已经准备好，请提供sftp账号。")
    story.engineer_writes(ASKS)
    return story


def happens(
    story: Story, name: str, state: str = "whole", was: str = "", size: int = 4_000, **more: object
) -> None:
    user = story.case.transfer.accounts[0].user
    upload = Upload(name, size, story.now, UploadState(state), user, **more)  # type: ignore[arg-type]
    story.engine.handle(story.case.id, FileArrived(upload, was))
    story.run()


def names(story: Story) -> list[tuple[str, str]]:
    return [(one.name, one.state.value) for one in story.case.transfer.uploads]


def notes(story: Story) -> str:
    return "\n".join(one.text for one in story.to_staff)


def packet(story: Story) -> str:
    return story.letter("escalation_packet").text


@pytest.mark.parametrize(
    ("size", "ends_early", "mark"), [(4_000, True, "不完整"), (0, False, "空文件")]
)
def test_a_file_that_is_not_whole_is_asked_for_once_more(
    size: int, ends_early: bool, mark: str
) -> None:
    story = desk()
    assert story.case.matter.items_in(ItemState.ASKED) == ("software_list",)
    before = story.case.status

    happens(story, LIST, size=size, ends_early=ends_early)
    story.hours_pass(0.1)

    receipt = story.letter("data_received").text
    assert f"{LIST}（{'3.9 KB' if size else '0 B'}，{mark}）" in receipt
    assert "重新上传一次" in receipt
    assert "收到，谢谢" not in receipt
    assert "查看分析" not in receipt
    assert story.case.matter.items_in(ItemState.ASKED) == ("software_list",)
    assert story.case.status is before is Status.WAITING
    assert not any("escalation_packet" in one.name for one in story.letters)


def test_a_whole_file_beside_it_is_thanked_for_and_the_packet_tells_them_apart() -> None:
    story = desk()

    happens(story, "dump.zip", ends_early=True)
    happens(story, LIST, findings=(("zh", "图片"), ("en", "picture")))
    story.hours_pass(0.1)

    receipt = story.letter("data_received").text
    assert receipt.index("已经收到，谢谢") < receipt.index(LIST) < receipt.index("重新上传一次")
    assert receipt.index("重新上传一次") < receipt.index("dump.zip（3.9 KB，不完整）")
    assert story.case.matter.items_in(ItemState.ARRIVED) == ("software_list",)
    assert story.case.status is Status.OPEN
    text = packet(story)
    assert "，不完整）" in next(line for line in text.splitlines() if "dump.zip" in line)
    assert next(line for line in text.splitlines() if LIST in line).endswith("）：图片")


def test_an_upload_that_broke_off_is_told_to_the_customer_when_it_is_not_resumed() -> None:
    story = desk()
    happens(story, "dump.zip", "running")
    happens(story, "dump.zip", "cut", size=3_879_731)
    story.hours_pass(0.4)
    assert "data_received" not in story.sent

    story.hours_pass(0.2)

    assert "dump.zip（3.7 MB，不完整）" in story.letter("data_received").text
    story.days_pass(0.5)
    assert story.sent.count("data_received") == 1
    assert notes(story).count("dump.zip") == 1


def test_a_resumed_upload_is_not_complained_of_and_takes_the_place_of_the_cut_one() -> None:
    story = desk()
    happens(story, "dump.zip", "cut")
    story.hours_pass(0.3)
    happens(story, "dump.zip", "running")
    story.hours_pass(1)
    happens(story, "dump.zip")
    story.hours_pass(1)

    assert names(story) == [("dump.zip", "whole")]
    assert story.sent.count("data_received") == 1
    assert "不完整" not in story.letter("data_received").text
    assert "不完整" not in packet(story)


def test_the_receipt_of_one_file_does_not_hurry_another_that_broke_off() -> None:
    story = desk()
    happens(story, "dump.zip", "cut")
    happens(story, LIST)
    story.hours_pass(0.1)
    assert "dump.zip" not in story.letter("data_received").text

    story.hours_pass(0.6)

    assert story.sent.count("data_received") == 2
    assert "dump.zip" in story.letter("data_received").text


def test_says_uploaded_and_it_broke_off() -> None:
    story = desk()
    happens(story, LIST, "cut")
    story.customer_writes("软件列表已经上传到sftp，请查收。")
    assert "data_received" not in story.sent

    story.hours_pass(0.7)

    told = story.letter("nothing_arrived").text
    assert f"{LIST}（3.9 KB，不完整）" in told
    assert "还没有看到新文件" not in told
    assert story.case.matter.items_in(ItemState.ASKED) == ("software_list",)
    assert story.case.status is Status.WAITING


def test_says_uploaded_and_only_one_of_two_is_whole() -> None:
    story = desk()
    happens(story, LIST, ends_early=True)
    happens(story, "dump.zip")
    story.customer_writes("软件列表和日志已经上传到sftp，请查收。")
    story.run()

    assert f"{LIST}（3.9 KB，不完整）" in story.letter("data_received").text
    assert "software_list" in story.case.matter.items_in(ItemState.ASKED)


def test_a_renamed_file_is_one_upload_and_receipted_once() -> None:
    story = desk()
    happens(story, "new.png")
    story.hours_pass(0.1)
    happens(story, LIST, was="new.png")
    story.hours_pass(1)

    assert names(story) == [(LIST, "whole")]
    assert story.sent.count("data_received") == 1
    assert story.case.matter.items_in(ItemState.ARRIVED) == ("software_list",)
    assert "new.png" not in packet(story)
    assert LIST in packet(story)
    assert "中断" not in notes(story)


def test_a_file_renamed_while_it_runs_is_one_upload() -> None:
    story = desk()
    happens(story, "x-7f3a", "running")
    happens(story, "dump.zip", "running", was="x-7f3a")
    happens(story, "dump.zip")

    assert names(story) == [("dump.zip", "whole")]


def test_a_cut_file_does_not_become_whole_by_a_rename() -> None:
    story = desk()
    happens(story, "dump.zip", "cut")
    happens(story, "dump2.zip", was="dump.zip")

    assert names(story) == [("dump2.zip", "cut")]


def test_a_file_deleted_before_its_receipt_is_in_none() -> None:
    story = desk()
    happens(story, LIST)
    happens(story, LIST, "gone", size=0)
    story.hours_pass(2)

    assert names(story) == []
    assert "data_received" not in story.sent
    assert story.case.matter.items_in(ItemState.ASKED) == ("software_list",)
    assert LIST not in notes(story)


def test_a_file_deleted_after_its_receipt_is_told_to_the_engineer_and_leaves_the_packet() -> None:
    story = desk(Approve.NONE)
    happens(story, LIST)
    happens(story, "dump.zip")
    story.hours_pass(0.1)
    assert LIST in packet(story)

    happens(story, LIST, "gone", size=0)

    assert notes(story).count(f"已确认收到的文件 {LIST} 又从服务器上删除了") == 1
    assert LIST not in packet(story)
    assert "dump.zip" in packet(story)
    assert (LIST, "gone") in names(story)
    happens(story, "dump.zip", "gone", size=0)
    assert story.letter("escalation_packet").mode == "withdrawn"


def test_a_file_written_over_is_listed_once() -> None:
    story = desk()
    happens(story, LIST, size=1_000)
    story.hours_pass(0.1)
    happens(story, LIST, size=2_000)
    story.hours_pass(0.1)

    assert [(one.name, one.size) for one in story.case.transfer.uploads] == [(LIST, 2_000)]
    assert story.sent.count("data_received") == 2
