"""Items are recognised by name and by file, and their words may stand in a letter."""

import re

import pytest

from mailbot.bot.wiring.rules import read_items
from mailbot.understanding.finding import ready
from mailbot.understanding.item import Item

ITEMS = read_items()

NAMED = [
    ("full_dump", "请压缩并上传最新的full dump文件"),
    ("full_dump", "a complete memory dump"),
    ("kernel_dump", "kernel dump"),
    ("minidump", "小内存转储"),
    ("crash_dump", "请上传dump"),
    ("software_list", "已安装的软件列表截图"),
    ("software_list", "list of installed software"),
    ("driver_list", "驱动列表"),
    ("system_log", "系统日志"),
    ("system_log", "the event log"),
    ("collection_tool_output", "之前说的采集工具"),
    ("cbs_log", "收集cbs log"),
    ("windows_update_log", "windowsupdate.log"),
    ("screenshot", "请截图"),
    ("photo", "请拍照"),
    ("recording", "录屏"),
    ("packet_capture", "wireshark"),
    ("support_bundle", "sosreport"),
    ("database_report", "the awr report"),
    ("application_log", "tomcat日志"),
    ("configuration", "running-config"),
    ("system_info", "序列号"),
]
NOT_NAMED = [
    ("photo", "photoshop"),
    ("recording", "视频会议"),
    ("crash_dump", "日志"),
    ("screenshot", "软件列表截图"),
    ("minidump", "full dump"),
    ("full_dump", "kernel dump"),
]
FILES = [
    ("full_dump", "MEMORY.DMP"),
    ("full_dump", "full_dump.zip"),
    ("minidump", "052720-12345-01.dmp"),
    ("crash_dump", "app.dmp"),
    ("software_list", "软件列表.png"),
    ("system_log", "System.evtx"),
    ("screenshot", "截图1.png"),
    ("photo", "IMG_2041.jpg"),
    ("recording", "error.mp4"),
    ("packet_capture", "client.pcapng"),
    ("support_bundle", "sosreport-node3.tar.xz"),
    ("configuration", "fw.cfg"),
]
NOT_FILES = [
    ("full_dump", "kernel.log"),
    ("photo", "image001.png"),
    ("system_log", "report.docx"),
    ("packet_capture", "readme.txt"),
    ("screenshot", "memory.dmp"),
]


def is_named(name: str, text: str) -> bool:
    return any(ready(pattern).search(text) for pattern in ITEMS[name].patterns)


@pytest.mark.parametrize(("name", "text"), NAMED)
def test_an_item_is_found_by_its_names(name: str, text: str) -> None:
    assert is_named(name, text)


@pytest.mark.parametrize(("name", "text"), NOT_NAMED)
def test_an_item_is_not_found_in_other_words(name: str, text: str) -> None:
    assert not is_named(name, text)


@pytest.mark.parametrize(("name", "file"), FILES)
def test_an_item_is_found_by_its_file(name: str, file: str) -> None:
    assert re.search(ITEMS[name].files, file, re.IGNORECASE)


@pytest.mark.parametrize(("name", "file"), NOT_FILES)
def test_an_item_is_not_found_in_other_files(name: str, file: str) -> None:
    assert not re.search(ITEMS[name].files, file, re.IGNORECASE)


@pytest.mark.parametrize("item", ITEMS.values(), ids=lambda item: item.name)
def test_an_item_can_stand_in_a_letter(item: Item) -> None:
    for words in (item.title, item.how):
        assert set(words) == {"zh", "en"}
        assert all(said and not said.endswith((".", "。")) for said in words.values())
    assert set(item.kinds) <= set(ITEMS)


def test_what_exists_only_after_a_crash_waits_for_the_crash() -> None:
    assert {name for name, item in ITEMS.items() if item.recurs} == {
        "full_dump", "kernel_dump", "minidump", "crash_dump", "packet_capture",
    }  # fmt: skip
