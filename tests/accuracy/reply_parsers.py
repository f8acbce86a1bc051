"""How the peers' libraries are asked for the newly written text of a mail."""

from collections.abc import Mapping
from types import MappingProxyType

from inscriptis import get_text  # type: ignore[import-untyped]

from tests.accuracy.peers import Ask

Body = tuple[str, bool]  # the body as it stands, and whether it is HTML


def _plain(body: Body) -> str:
    text, is_html = body
    return str(get_text(text)) if is_html else text


def mail_parser_reply(body: Body) -> str:
    from mailparser_reply import EmailReplyParser
    from mailparser_reply.constants import MAIL_LANGUAGES

    parser = EmailReplyParser(languages=list(MAIL_LANGUAGES))
    return str(parser.parse_reply(text=_plain(body)) or "")


def email_reply_parser(body: Body) -> str:
    from email_reply_parser import EmailReplyParser

    return str(EmailReplyParser.parse_reply(_plain(body)))


def quotequail(body: Body) -> str:
    import quotequail as library

    text, is_html = body
    kind = "html" if is_html else "text"
    found = library.unwrap_html(text) if is_html else library.unwrap(text)
    if found is None:
        return _plain(body)
    said = "\n".join(found.get(f"{kind}_{place}", "") for place in ("top", "bottom"))
    return str(get_text(said)) if is_html else said


def talon(body: Body) -> str:
    from talon import quotations

    quotations.log.disabled = True  # it would print a trace for each mail it trips over

    text, is_html = body
    said = quotations.extract_from(text, "text/html" if is_html else "text/plain")
    return str(get_text(said)) if is_html else str(said)


PEERS: Mapping[str, tuple[str, Ask]] = MappingProxyType(
    {
        "mail-parser-reply": ("mailparser_reply", mail_parser_reply),
        "email-reply-parser": ("email_reply_parser", email_reply_parser),
        "quotequail": ("quotequail", quotequail),
        "talon": ("talon.quotations", talon),
    }
)
