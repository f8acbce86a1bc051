"""Forwarded text: new to us, unlike the quote in a reply."""

import re
from datetime import tzinfo

from mailbot.mail.message import Address, Forwarded
from mailbot.mail.parts import Part, Parts, Piece, Why, joined
from mailbot.mail.quoting.openings import headers_of_quote, openings
from mailbot.mail.quoting.written_date import written_date
from mailbot.mail.subject import has_forward_prefix, has_reply_prefix

_HEAD = 2_000
_LONGEST_POINTER = 300
_EXPLICIT = re.compile(
    r"forwarded (?:message|mail)|forward message|forwarded by|转发邮件|转发的|的?轉寄|转寄|開始轉寄"
    r"|weitergeleitet|messaggio inoltrato|message transféré|mensaje reenviado"
    r"|mensagem encaminhada|doorgestuurd|пересылаем|przekazan|vidarebefordrat|videresendt"
    r"|転送メッセージ|転送され|전달된|전달하는",
    re.IGNORECASE,
)
_POINTING = re.compile(
    r"\bf\.?y\.?i\b|\bsee (?:the )?(?:[\w-]{1,15} )?(?:e?-?mail |message |thread |text )?below\b"
    r"|\b(?:as|mail|message|thread|text|request|report|problem|question) below\b|\bforwarding\b"
    r"|\bpass(?:ing)? (?:this|it|that) (?:on|along)|\bbelow is\b"
    r"|请看(?:一下|下)?(?:下面|下方|以下)|[见如]下(?:面|方|文|述)?(?:邮件|内容|问题|描述|所述)?(?:[，,。：:；！!]|$|\s)"
    r"|(?:下面|以下|下方)(?:的|这封|这个|是)?[^，。\n]{0,8}(?:邮件|来信|原文|反馈|问题|报告|内容)|转发给|转给|转一?下|代转"
    r"|請看下面|轉給您|\bsiehe unten|zur (?:info|kenntnis)|\bz\. ?k\.|voir ci-dessous|pour info"
    r"|ver (?:más )?abajo|para su información|vedi sotto|zie onder|см\.? ниже",
    re.IGNORECASE | re.MULTILINE,
)
_ADDRESS = re.compile(
    r"(?:\[mailto:|<|\(|\[)?(?<![^\s<>()\[\]:;,\"@])"
    r"([^\s<>()\[\]:;,\"@]{1,64}+@[\w.-]{1,190})"
)
_MARK = re.compile(r"^[ \t\xa0]{0,4}[>＞] ?", re.MULTILINE)
_SAID = re.compile(
    r"^(?:On|Am|Le|El|Em|Il|Op|在)\s.{0,80}?\d{1,2}[:.]\d{2}[^,，]{0,12}[,，]?", re.IGNORECASE
)
_AROUND = " \t\u3000\xa0\"'“”<>[]()|*:：;,"
_LONGEST_NAME = 80
_NOTHING = " \t\xa0>＞-_=*"
_FEWEST_HEADERS = 3
_MOSTLY = 2


def passed_on(parts: Parts, subject: str) -> Parts:
    """The pieces, with quotes relabelled as forwarded text if the mail is a forward."""
    at = next((at for at, one in enumerate(parts.pieces) if one.part is Part.QUOTED), None)
    if at is None or not _is_forward(parts.own, parts.pieces[at].text, subject):
        return parts
    return Parts(tuple(_opened(one) for one in parts.pieces))


def told(parts: Parts) -> str:
    """The new text of a mail, without the headers that programs put above forwarded text."""
    new = (one for one in parts.pieces if one.part in (Part.NEW, Part.FORWARDED))
    return joined(
        without_headers(one.text) if one.part is Part.FORWARDED else one.text for one in new
    )


def without_headers(text: str) -> str:
    """Forwarded text without its introduction by the program."""
    kept, done = [], 0
    for start, end in openings(text):
        if start >= done:
            kept.append(text[done:start])
        done = max(done, end)
    return "".join([*kept, text[done:]])


def origin(parts: Parts, zone: tzinfo | None) -> Forwarded | None:
    """The author and date of forwarded text; a time without a zone is in `zone`."""
    text = parts.forwarded[:_HEAD]
    if not text:
        return None
    headers = headers_of_quote(text)
    line = "" if headers else _introducing(text)
    return Forwarded(
        author=_author(headers.get("from", line)),
        date=written_date(headers.get("date", line), zone),
        subject=headers.get("subject", ""),
    )


def _introducing(text: str) -> str:
    """The first introduction of a quote in ``text``, and the text before it."""
    found = openings(text)
    return " ".join(text[: found[0][1]].split()) if found else ""


def _is_forward(own: str, quoted: str, subject: str) -> bool:
    if has_forward_prefix(subject):
        return True
    if has_reply_prefix(subject):
        return False
    headers = headers_of_quote(_unwrapped(quoted[:_HEAD]))
    if _EXPLICIT.search(_first_words(quoted)):
        return not own or len(headers) >= _FEWEST_HEADERS
    points = len(own) <= _LONGEST_POINTER and _POINTING.search(own)
    return bool(points and headers)


def _first_words(quoted: str) -> str:
    """The line that introduces the forwarded text; Apple Mail quotes even that."""
    return next((line for line in quoted[:_HEAD].split("\n") if line.strip(_NOTHING)), "")


def _opened(piece: Piece) -> Piece:
    """A quoted piece as a forwarded one, without Apple Mail's quote marks."""
    if piece.part is not Part.QUOTED:
        return piece
    lines = piece.text.split("\n")
    marked = sum(line.lstrip()[:1] in (">", "＞") for line in lines)
    full = sum(bool(line.strip()) for line in lines)
    text = _unwrapped(piece.text) if marked * _MOSTLY > full else piece.text
    return Piece(Part.FORWARDED, text, Why.PASSED_ON)


def _unwrapped(text: str) -> str:
    return _MARK.sub("", text)


def _author(line: str) -> Address:
    """The author in a header or an attribution line."""
    found = _ADDRESS.search(line)
    if not found:
        return Address("", line[:_LONGEST_NAME].strip(_AROUND))
    name = _SAID.sub("", line[: found.start()]).strip(_AROUND)
    return Address(found[1].lower(), name[-_LONGEST_NAME:])
