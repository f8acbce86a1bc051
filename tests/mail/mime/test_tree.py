"""Signed, encrypted, enriched and uuencoded mail; texts in a row; what is enclosed is not ours."""

import base64
import binascii
from datetime import UTC, datetime

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import pkcs7
from cryptography.x509.oid import NameOID

from mailbot.mail.formats.smime import opened
from mailbot.mail.formats.uuencoded import taken_out
from mailbot.mail.message import Protection
from mailbot.mail.parse import parse
from mailbot.mail.text.enriched import enriched_text, richtext_text
from mailbot.mail.text.read import unflowed

KEY = rsa.generate_private_key(public_exponent=65537, key_size=2048)
NAME = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "zhou")])
CERTIFICATE = (
    x509.CertificateBuilder()
    .subject_name(NAME)
    .issuer_name(NAME)
    .public_key(KEY.public_key())
    .serial_number(1)
    .not_valid_before(datetime(2020, 1, 1, tzinfo=UTC))
    .not_valid_after(datetime(2040, 1, 1, tzinfo=UTC))
    .sign(KEY, hashes.SHA256())
)
INNER = (
    b'Content-Type: multipart/mixed; boundary="I"\r\n\r\n--I\r\nContent-Type: text/plain\r\n\r\n'
    b"It is down.\r\n--I\r\nContent-Type: text/plain; name=a.log\r\n\r\nlines\r\n--I--\r\n"
)


def mail(headers: str, body: bytes | str) -> bytes:
    raw = body if isinstance(body, bytes) else body.encode()
    return f"From: a@b.example\r\nSubject: x\r\n{headers}\r\n\r\n".encode() + raw


def smime(raw: bytes, kind: str) -> bytes:
    head = f"Content-Type: application/pkcs7-mime; smime-type={kind}; name=smime.p7m\r\n"
    return mail(head + "Content-Transfer-Encoding: base64", base64.encodebytes(raw))


def signed(content: bytes) -> bytes:
    return (
        pkcs7.PKCS7SignatureBuilder()
        .set_data(content)
        .add_signer(CERTIFICATE, KEY, hashes.SHA256())
        .sign(serialization.Encoding.DER, [pkcs7.PKCS7Options.Binary])
    )


def encrypted(content: bytes) -> bytes:
    return (
        pkcs7.PKCS7EnvelopeBuilder()
        .set_data(content)
        .add_recipient(CERTIFICATE)
        .encrypt(serialization.Encoding.DER, [pkcs7.PKCS7Options.Binary])
    )


def uuencoded(raw: bytes) -> str:
    lines = [raw[at : at + 45] for at in range(0, len(raw), 45)]
    return "".join(binascii.b2a_uu(line).decode() for line in lines) + "`\nend\n"


def test_a_mail_signed_as_one_block_is_read() -> None:
    read = parse(smime(signed(INNER), "signed-data"))

    assert read.text == "It is down."
    assert [one.name for one in read.attachments] == ["a.log"]
    assert read.protection is Protection.SIGNED
    assert read.unread == ()


def test_what_is_signed_again_and_again_is_read_only_so_deep() -> None:
    block = INNER
    for _ in range(6):
        head = b"Content-Type: application/pkcs7-mime; name=smime.p7m\r\n"
        head += b"Content-Transfer-Encoding: base64\r\n\r\n"
        block = head + base64.encodebytes(signed(block))

    read = parse(mail(*block.decode().split("\r\n\r\n", 1)))

    assert [one.name for one in read.attachments] == ["smime.p7m"]


@pytest.mark.parametrize(
    "raw",
    [
        smime(encrypted(INNER), "enveloped-data"),
        mail(
            "Content-Type: multipart/encrypted; protocol=application/pgp-encrypted; boundary=B",
            "--B\r\nContent-Type: application/pgp-encrypted\r\n\r\nVersion: 1\r\n"
            "--B\r\nContent-Type: application/octet-stream; name=encrypted.asc\r\n\r\nxxxx\r\n"
            "--B--\r\n",
        ),
        mail(
            "Content-Type: text/plain",
            "-----BEGIN PGP MESSAGE-----\r\n\r\nhQEMA\r\n-----END PGP MESSAGE-----\r\n",
        ),
    ],
    ids=["S/MIME", "PGP/MIME", "PGP"],
)
def test_an_encrypted_mail_is_told_and_not_read(raw: bytes) -> None:
    read = parse(raw)

    assert read.protection is Protection.ENCRYPTED
    assert "encrypted" in str(read.unread[0])


def test_a_block_that_is_broken_is_a_file() -> None:
    read = parse(smime(signed(INNER)[:300], "signed-data"))

    assert [one.name for one in read.attachments] == ["smime.p7m"]
    assert (read.protection, read.text) == (Protection.NONE, "")


@pytest.mark.parametrize(
    "raw", [b"", b"0", b"\x30\x80" * 5000, b"\x30\x84\xff\xff\xff\xff", bytes(99)]
)
def test_no_block_hurts_its_reader(raw: bytes) -> None:
    assert opened(raw).content == b""


def test_a_signed_mail_is_read_without_its_signature() -> None:
    raw = mail(
        "Content-Type: multipart/signed; protocol=application/pgp-signature; boundary=B",
        "--B\r\nContent-Type: text/plain\r\n\r\nIt is down.\r\n"
        "--B\r\nContent-Type: application/pgp-signature; name=s.asc\r\n\r\nxxxx\r\n--B--\r\n",
    )

    read = parse(raw)

    assert (read.text, read.protection) == ("It is down.", Protection.SIGNED)
    assert [one.inline for one in read.attachments] == [True]


def test_a_signature_in_the_text_is_taken_off() -> None:
    text = (
        "-----BEGIN PGP SIGNED MESSAGE-----\r\nHash: SHA256\r\n\r\nIt is down.\r\n- -- dashed\r\n"
        "-----BEGIN PGP SIGNATURE-----\r\n\r\nxxxx\r\n-----END PGP SIGNATURE-----\r\n"
    )

    read = parse(mail("Content-Type: text/plain", text))

    assert "It is down." in read.text
    assert "PGP" not in read.text
    assert "Hash" not in read.text
    assert read.protection is Protection.SIGNED


def test_armour_that_somebody_quotes_does_not_make_a_mail_encrypted() -> None:
    text = "Please help.\r\n\r\n> -----BEGIN PGP MESSAGE-----\r\n> hQEMA\r\n"

    assert parse(mail("Content-Type: text/plain", text)).protection is Protection.NONE


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("<bold>Hello</bold>\nthere\n\n<smaller>you</smaller>", "Hello there\nyou"),
        ("a << b", "a < b"),
        ("<param>red</param>x<nofill>a\nb</nofill>", "xa\nb"),
        ("me\n<excerpt>you</excerpt>", "me \n> you\n"),
        ("<color><param>red</param>x", "x"),
        ("a < b", "a < b"),
    ],
)
def test_enriched_text_is_read(source: str, text: str) -> None:
    assert enriched_text(source) == text


def test_richtext_is_read() -> None:
    assert richtext_text("<bold>a</bold>\nb<nl>c <lt>d<comment>x</comment>") == "a b\nc <d"


def test_enriched_text_is_a_text_of_the_mail() -> None:
    read = parse(mail("Content-Type: text/enriched; charset=utf-8", "<bold>It</bold> is down."))

    assert (read.text, read.attachments) == ("It is down.", ())


def test_a_uuencoded_block_is_a_file() -> None:
    body = "see it\n\nbegin 644 转储.dmp\n" + uuencoded(bytes(1000)) + "\nand more\n"

    read = parse(mail("Content-Type: text/plain; charset=utf-8", body))

    assert read.text.split() == ["see", "it", "and", "more"]
    assert [(one.name, one.size) for one in read.attachments] == [("转储.dmp", 1000)]


@pytest.mark.parametrize(
    "body",
    [
        b"begin 644 plan\nwe shall meet\nend\n",
        b"begin 644 a.txt\n" + b"#86)C\n" * 9,
        b"begin 644 a.txt\nend\n",
        b"begin 99 a.txt\n#86)C\n`\nend\n",
        b"We begin 644 a.txt\n#86)C\n`\nend\n",
    ],
)
def test_what_is_no_whole_block_was_written(body: bytes) -> None:
    assert taken_out(body) == (body, ())


def test_of_a_text_that_is_cut_off_a_block_is_one_too() -> None:
    body = b"see\nbegin 644 a.dmp\n" + b"M" + b"!" * 60
    body += (b"\nM" + b"!" * 60) * 40

    assert taken_out(body, is_cut=True) == (b"see", ((b"a.dmp", 41 * 45),))
    assert taken_out(body) == (body, ())


def test_a_large_block_in_a_large_mail_is_a_file() -> None:
    body = "see it\n\nbegin 644 a.dmp\n" + uuencoded(bytes(900_000))

    read = parse(mail("Content-Type: text/plain", body))

    assert read.text.strip("[…] \n") == "see it"
    assert [one.name for one in read.attachments] == ["a.dmp"]


@pytest.mark.parametrize(
    ("text", "delsp", "read"),
    [
        ("one \ntwo", False, "one two"),
        ("这是一 \n句话", True, "这是一句话"),
        ("> a \n> b\nmine", False, "> a b\nmine"),
        ("> a \n>> b", False, "> a \n>> b"),
        (">> a \n>> b\n> c", False, ">> a b\n> c"),
        (" >not a quote", False, " >not a quote"),
        (" From here", False, "From here"),
        ("end \n-- \nme", False, "end \n-- \nme"),
        ("a \n\nb", False, "a \nb"),
        ("a ", False, "a "),
        ("", False, ""),
    ],
)
def test_flowed_text_is_read_as_it_was_written(text: str, delsp: bool, read: str) -> None:
    assert unflowed(text, delsp=delsp) == read


def test_the_best_of_an_alternative_in_a_mixture_in_a_relation() -> None:
    raw = mail(
        "Content-Type: multipart/mixed; boundary=M",
        "--M\r\nContent-Type: multipart/related; boundary=R\r\n\r\n"
        "--R\r\nContent-Type: multipart/alternative; boundary=A\r\n\r\n"
        "--A\r\nContent-Type: text/plain\r\n\r\nplain\r\n"
        "--A\r\nContent-Type: text/html\r\n\r\n<p>html</p>\r\n--A--\r\n--R--\r\n"
        "--M\r\nContent-Type: message/rfc822\r\n\r\nFrom: c@d.example\r\nSubject: old\r\n"
        "Content-Type: multipart/mixed; boundary=N\r\n\r\n"
        "--N\r\nContent-Type: text/plain\r\n\r\nnot ours\r\n"
        "--N\r\nContent-Type: text/plain; name=not_ours.log\r\n\r\nx\r\n--N--\r\n"
        "--M\r\nContent-Type: text/plain\r\n\r\nfooter\r\n--M--\r\n",
    )

    read = parse(raw)

    assert read.text == "plain\nfooter"
    assert [one.name for one in read.attachments] == ["old"]
