"""What is read of a large mail's skeleton is what would be read of the mail."""

import base64
import quopri
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mailbot.errors import UnreadableMail
from mailbot.mail.message import Message
from mailbot.mail.mime.raw import Large
from mailbot.mail.mime.skeleton import Gist, skeleton
from mailbot.mail.mime.transfer_encoding import count_of
from mailbot.mail.parse import parse

MAILS = sorted((Path(__file__).parents[2] / "mails").rglob("*.eml"))
HEAD = b"From: a@b.example\r\nSubject: x\r\nMIME-Version: 1.0\r\n"
MIXED = HEAD + b"Content-Type: multipart/mixed; boundary=B\r\n\r\n"
TEXT = b"--B\r\nContent-Type: text/plain\r\n\r\nSee what is attached.\r\n"
DUMP = b"--B\r\nContent-Type: application/x-dump; name=a.dmp\r\n"
DUMP += b"Content-Transfer-Encoding: base64\r\n\r\n"


def in_pieces(raw: bytes, size: int) -> Large:
    def pieces() -> Iterator[bytes]:
        return (raw[at : at + size] for at in range(0, len(raw), size))

    return Large(len(raw), pieces)


def read(raw: bytes, *, by_skeleton: bool) -> Message:
    mail = Gist(skeleton(raw) if by_skeleton else raw, is_skeleton=by_skeleton)
    return replace(parse(mail), defects=())


@pytest.mark.parametrize("path", MAILS, ids=[path.stem for path in MAILS])
def test_a_mail_and_its_skeleton_say_the_same(path: Path) -> None:
    raw = path.read_bytes()

    assert read(raw, by_skeleton=True) == read(raw, by_skeleton=False)


@given(st.integers(1, 300))
def test_it_does_not_matter_how_a_mail_is_divided_into_pieces(size: int) -> None:
    raw = MIXED + TEXT + DUMP + base64.encodebytes(bytes(9000)) + b"--B--\r\nThe end.\r\n"

    assert skeleton(in_pieces(raw, size)) == skeleton(raw)


def test_a_huge_file_is_told_by_its_name_and_size_and_left_out() -> None:
    content = bytes(range(256)) * 9000 + b"x"
    raw = MIXED + TEXT + DUMP + base64.encodebytes(content) + b"--B--\r\n"

    found = parse(in_pieces(raw, 1 << 16))

    assert found.text == "See what is attached."
    assert [(one.name, one.size) for one in found.attachments] == [("a.dmp", len(content))]
    assert len(skeleton(raw)) < 1000


def test_an_enclosed_mail_with_a_huge_file_is_told_by_its_size() -> None:
    inner = MIXED.replace(b"=B", b"=C") + DUMP.replace(b"--B", b"--C") + b"QUJD\r\n" * 90_000
    raw = MIXED + TEXT + b"--B\r\nContent-Type: message/rfc822\r\n\r\n" + inner + b"--C--\r\n--B--"

    (file,) = parse(raw).attachments

    assert file.type == "message/rfc822"
    assert file.size == pytest.approx(len(inner.replace(b"\r", b"")), abs=20)


@pytest.mark.parametrize("size", [10, 9 << 20])
def test_no_mail_says_of_itself_what_was_left_out_of_it(size: int) -> None:
    claim = DUMP.replace(b"\r\n\r\n", b"\r\nX-Mailbot-Decoded-Size: 77\r\n\r\n")
    raw = MIXED + TEXT + claim + b"QUJD" * (size // 4) + b"\r\n--B--\r\n"

    (file,) = parse(raw).attachments

    assert file.size == size // 4 * 3


def test_of_a_huge_text_the_beginning_is_read() -> None:
    raw = HEAD + b"\r\n" + b"".join(b"line %07d\r\n" % at for at in range(300_000))

    lines = parse(in_pieces(raw, 1 << 16)).text.split("\n")

    assert lines[:2] == ["line 0000000", "line 0000001"]
    assert lines[-1] == "[…]"
    assert 30_000 < len(lines) < 100_000


@pytest.mark.parametrize(
    ("raw", "complaint"),
    [
        (HEAD + b"X: y\r\n" * 900_000, "256 kB"),
        (MIXED + b"--B\r\n\r\nx\r\n" * 90_000, "500 parts"),
        (HEAD + b"Content-Type: message/rfc822\r\n\r\n" * 90_000, "nested"),
        (MIXED.replace(b"=B", b"=" + b"b" * 900) + b"x\r\n" * 90_000, "900 letters"),
        (HEAD + b"Content-Type: x" + b";" * 9000 + b"\r\n\r\n" + b"x" * 90_000, "parameters"),
        (b"x\r\n\r\n" + b"x" * 900_000, "no mail"),
    ],
    ids=["headers", "parts", "mails", "boundary", "parameters", "nothing"],
)  # fmt: skip
def test_a_large_mail_beyond_the_limits_is_refused_with_the_reason(
    raw: bytes, complaint: str
) -> None:
    with pytest.raises(UnreadableMail, match=complaint):
        parse(in_pieces(raw, 1 << 16))


@given(
    st.binary(max_size=2000), st.integers(1, 99), st.sampled_from(["base64", "quoted-printable"])
)
def test_a_file_is_counted_as_it_would_be_decoded(raw: bytes, step: int, encoding: str) -> None:
    encoded = base64.encodebytes(raw) if encoding == "base64" else quopri.encodestring(raw)
    count = count_of(encoding)
    for at in range(0, len(encoded), step):
        count.add(encoded[at : at + step])

    decoded = raw if encoding == "base64" else quopri.decodestring(encoded)

    assert count.total() == len(decoded)
