"""The names of attached files."""

import base64
from email import message_from_bytes

import pytest

from mailbot.mail.mime.file_name import file_name

NAMED = b"=?gbk?B?" + base64.b64encode("蓝屏.dmp".encode("gbk")) + b"?="


@pytest.mark.parametrize(
    ("disposition", "name"),
    [
        (b'attachment; filename="a b.zip"', "a b.zip"),
        (b"attachment; filename*=utf-8''%E8%93%9D%E5%B1%8F.dmp", "蓝屏.dmp"),
        (b"attachment; filename*=gb2312''%C0%B6%C6%C1.dmp", "蓝屏.dmp"),
        (b"attachment; filename*0*=utf-8''%E8%93; filename*1*=%9D.dmp", "蓝.dmp"),
        (b"attachment; filename=x.dmp; filename*=utf-8''%E8%93%9D.dmp", "蓝.dmp"),
        (b'attachment; filename="' + NAMED + b'"', "蓝屏.dmp"),
        (b'attachment; filename="' + "蓝屏.dmp".encode("gbk") + b'"', "蓝屏.dmp"),
        (b'attachment; filename="C:\\\\Temp\\\\memory.dmp"', "memory.dmp"),
        (b'attachment; filename="../../etc/passwd"', "passwd"),
        (b'attachment; filename="%E8%93%9D%E5%B1%8F.dmp"', "蓝屏.dmp"),
        (b'attachment; filename="100%.txt"', "100%.txt"),
        (b'attachment; filename="50%25 done.txt"', "50%25 done.txt"),
        (b"attachment; filename*=iso-8859-1'en'%A3%20rates.txt", "£ rates.txt"),
        (b"attachment; filename*=''plain.txt", "plain.txt"),
        (b"attachment; filename*0=memo; filename*1=ry.dmp", "memory.dmp"),
        (b"attachment; filename*0*=a; filename*=b", ""),
        (b"attachment", ""),
    ],
)
def test_file_names_are_read(disposition: bytes, name: str) -> None:
    part = message_from_bytes(b"Content-Disposition: " + disposition + b"\r\n\r\n")
    assert file_name(part) == name


def test_the_name_of_the_type_serves_where_no_disposition_has_one() -> None:
    part = message_from_bytes(b'Content-Type: application/zip; name="logs.zip"\r\n\r\n')
    assert file_name(part) == "logs.zip"


def test_raw_8_bit_borrows_the_charset_of_the_body() -> None:
    raw = b'Content-Disposition: attachment; filename="' + "藍屏.dmp".encode("big5") + b'"\r\n\r\n'
    assert file_name(message_from_bytes(raw), "big5") == "藍屏.dmp"
