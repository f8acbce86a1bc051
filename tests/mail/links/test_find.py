"""Links to files that lie elsewhere."""

from datetime import datetime, timedelta, timezone

import pytest

from mailbot.mail.html.anchors import labels, with_addresses
from mailbot.mail.links.expiry import expiry
from mailbot.mail.links.sharers import sharer
from mailbot.mail.links.words import called, code_in, name_in, size_in
from mailbot.mail.parse import parse
from tests.links.mails import Linked, linked, read_as

CHINA = timezone(timedelta(hours=8))
AT = datetime(2026, 3, 2, 10, tzinfo=CHINA)


@pytest.mark.parametrize("mail", linked("seen"), ids=lambda mail: mail.name)
def test_a_link_is_read(mail: Linked) -> None:
    assert tuple(read_as(link) for link in parse(mail.raw).links) == mail.links


@pytest.mark.parametrize(
    ("url", "whose"),
    [
        ("https://pan.baidu.com/s/1abc", "baidu"),
        ("pan.baidu.com/s/1abc", "baidu"),
        ("https://PAN.BAIDU.COM/s/1abc", "baidu"),
        ("https://wx.mail.qq.com/ftn/download?k=1", "qq"),
        ("https://mail.qq.com/cgi-bin/ftnExs_download?k=1", "qq"),
        ("https://exmail.qq.com/cgi-bin/ftnExs_download?k=1", "exmail"),
        ("https://fabrikam-my.sharepoint.com/:u:/g/x/y", "sharepoint"),
        ("https://pan.baidu.com.evil.example/s/1abc", ""),
        ("https://pan.baidu.com@evil.example/s/1abc", ""),
        ("https://evil.example/pan.baidu.com/s/1abc", ""),
        ("https://evilpan.baidu.com.cn/s/1abc", ""),
        ("https://notdropbox.com/s/abc", ""),
        ("https://xn--dropbx-tya.com/s/abc", ""),
        ("https://pan.baidu.com/", ""),
        ("https://www.dropbox.com/login", ""),
        ("https://mail.qq.com/", ""),
        ("https://[::1", ""),
        ("https://", ""),
        ("", ""),
    ],
)
def test_a_host_is_known_by_its_whole_name(url: str, whose: str) -> None:
    assert sharer(url) == whose


@pytest.mark.parametrize(
    ("line", "end"),
    [
        ("log-2026-03-01.zip (20M, 2026年4月1日 10:12 到期)", "2026-04-01T10:12:00"),
        ("有效期至 2026-03-31 22:15", "2026-03-31T22:15:00"),
        ("3月8日前有效", "2026-03-08T23:59:59"),
        ("1月8日到期", "2027-01-08T23:59:59"),
        ("7天内有效", "2026-03-09T10:00:00"),
        ("有效期 30 天", "2026-04-01T10:00:00"),
        ("expires on March 15, 2026 at 5:30 pm", "2026-03-15T17:30:00"),
        ("available until 10 March 2026", "2026-03-10T23:59:59"),
        ("The link expires in 2 weeks.", "2026-03-16T10:00:00"),
        ("deleted after 24 hours", "2026-03-03T10:00:00"),
        ("永久有效", None),
        ("This link never expires (shared 2026-03-05)", None),
        ("2026-05-01", None),
        ("expired on 2025-01-01", None),
        ("2月30日到期", None),
        ("有效", None),
    ],
)
def test_an_end_is_a_date(line: str, end: str | None) -> None:
    assert expiry(line, AT) == (datetime.fromisoformat(f"{end}+08:00") if end else None)


@pytest.mark.parametrize(
    ("line", "name", "size"),
    [
        ("MEMORY.DMP.7z (2.31G, 明天到期)", "MEMORY.DMP.7z", 2480343613),
        ("文件名称：nfs-trace.pcap 大小：512MB", "nfs-trace.pcap", 512 << 20),
        ("我用网盘分享了「蓝屏日志.rar」", "蓝屏日志.rar", 0),
        ("see app.log (1,024 bytes)", "app.log", 1024),
        ("a b c.zip", "a b c.zip", 0),
        ("../../etc/passwd.log", "passwd.log", 0),
        ("write to x.log@evil.example", "", 0),
        ("please look at 3 machines", "", 0),
        ("it took 5 minutes", "", 0),
    ],
)
def test_a_name_and_a_size_are_found_beside_it(line: str, name: str, size: int) -> None:
    assert (name_in([line]), size_in([line])) == (name, size)


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("提取码: k7p2", "k7p2"),
        ("提取码：abcd 复制", "abcd"),
        ("提取码k7p2", "k7p2"),
        ("(access code: 5gh7)", "5gh7"),
        ("Password: Winter26x.", "Winter26x"),
        ("The password for the transfer is Fjord-2291.", "Fjord-2291"),
        ("密码是 zz12zz ，", "zz12zz"),
        ("the password will follow", ""),
        ("Password: same as before", ""),
        ("密码稍后电话告知", ""),
        ("password protected", ""),
    ],
)
def test_a_code_is_told_from_a_word(line: str, code: str) -> None:
    assert code_in([line]) == code


@pytest.mark.parametrize(
    ("label", "name"),
    [("进入下载页面", ""), ("Download", ""), ("here", ""), ("dump 1.zip", "dump 1.zip"),
     ("https://pan.baidu.com/s/1", ""), ("", "")],
)  # fmt: skip
def test_the_words_of_a_link_name_it_unless_they_only_call(label: str, name: str) -> None:
    assert called(label) == name


def test_an_address_stands_behind_its_words() -> None:
    source = (
        '<a href="https://pan.baidu.com/s/1?a=1&amp;b=2"><b>dump.zip</b></a> '
        '<a href="https://x.example/">x</a>'
    )

    assert "dump.zip</b></a> &lt;https://pan.baidu.com/s/1?a=1&amp;b=2&gt; " in with_addresses(
        source
    )
    assert "x</a> &lt;" not in with_addresses(source)
    assert labels([source]) == {"https://pan.baidu.com/s/1?a=1&b=2": "dump.zip"}


def test_a_link_that_is_passed_on_counts_and_one_that_is_quoted_does_not() -> None:
    head = b"From: a@b.example\r\nDate: Mon, 02 Mar 2026 10:00:00 +0800\r\n"
    below = (
        b"\r\n\r\n---------- Forwarded message ---------\r\nFrom: Zhou <z@c.example>\r\n"
        b"Date: Sun, 1 Mar 2026 at 09:00\r\nSubject: logs\r\nTo: <a@b.example>\r\n\r\n"
        b"dump.zip https://pan.baidu.com/s/1abc\r\n"
    )

    passed_on = parse(head + b"Subject: Fwd: logs\r\n\r\nFYI" + below)
    quoted = parse(head + b"Subject: Re: logs\r\n\r\nThank you." + below)

    assert [link.name for link in passed_on.links] == ["dump.zip"]
    assert quoted.links == ()
