"""A mail from bytes to values: what it says, who says it, and what came with it."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime
from email import message_from_bytes
from email.message import Message as Tree
from email.utils import parsedate_to_datetime

from mailbot.errors import UnreadableMail
from mailbot.mail.authentication import trust
from mailbot.mail.author import mailboxes, passed_on_by, writer
from mailbot.mail.automatic import classify as nature
from mailbot.mail.automatic.classify import Verdict, Words
from mailbot.mail.bounces.dsn import report_in_words, report_of
from mailbot.mail.formats import calendar_text, pictures, portal
from mailbot.mail.html import anchors
from mailbot.mail.html.shown import Shown, shown_in
from mailbot.mail.ids import message_ids
from mailbot.mail.links.find import cloud_links
from mailbot.mail.message import Address, Bounce, Kind, Link, Meeting, Message, Protection, Trust
from mailbot.mail.mime import limits
from mailbot.mail.mime.address import NOBODY
from mailbot.mail.mime.body import IN_PORTAL, Body
from mailbot.mail.mime.file_name import file_name
from mailbot.mail.mime.headers import Headers, headers_of
from mailbot.mail.mime.raw import Raw
from mailbot.mail.mime.skeleton import Gist, disbelieve, gist
from mailbot.mail.mime.tree import body_of, charset_of
from mailbot.mail.parts import Part, Parts, Piece, Why, joined
from mailbot.mail.quoting import forward
from mailbot.mail.quoting import split as quote
from mailbot.mail.quoting.inline import points_between
from mailbot.mail.quoting.list_footer import without_footer

_OTHER_IDS = (
    "x-microsoft-original-message-id", "x-google-original-message-id", "x-original-message-id",
    "original-message-id", "resent-message-id",
)  # fmt: skip
_YEARS = range(1980, 2200)


def parse(raw: Raw | Gist, authserv_id: str = "") -> Message:
    """Reads a mail, a large one by its skeleton.

    Raises UnreadableMail, which names the fault and the remedy.
    """
    mail = raw if isinstance(raw, Gist) else gist(raw)
    content = mail.content.lstrip(b"\r\n")
    limits.check_head(content) if mail.is_skeleton else limits.check(content)
    tree = _tree(content)
    if not mail.is_skeleton:
        disbelieve(tree)
    limits.check_tree(tree)
    headers = headers_of(tree, charset_of(tree))
    return _with_body(_letterhead(headers, authserv_id), tree, headers)


def _tree(raw: bytes) -> Tree:
    try:
        return message_from_bytes(raw)
    except RecursionError as error:
        raise UnreadableMail("its parts can't be taken apart: ask for a new mail") from error
    except MemoryError:
        raise
    except Exception as error:  # whatever the parser raises on one mail must not stop the next
        raise UnreadableMail(f"it is broken ({error}): ask for a new mail") from error


def _letterhead(headers: Headers, authserv_id: str) -> Message:
    """The fields of a message that come from its headers."""
    sender = writer(headers)
    to, cc = mailboxes(headers, "to"), mailboxes(headers, "cc")
    return Message(
        message_id=next(iter(message_ids(headers.raw("message-id"))), ""),
        sender=sender,
        to=to,
        cc=cc,
        subject=headers.text("subject"),
        kind=Kind.HUMAN,
        trust=_trust(headers, sender, authserv_id),
        date=_date(headers.raw("date")),
        received=_date(headers.raw("received").rpartition(";")[2]),
        reply_to=next(iter(mailboxes(headers, "reply-to")), None),
        via=passed_on_by(headers),
        in_reply_to=message_ids(" ".join(headers.all("in-reply-to"))),
        references=message_ids(" ".join(headers.all("references"))),
        thread_index="".join(headers.text("thread-index").split()),
        other_ids=message_ids(" ".join(headers.raw(name) for name in _OTHER_IDS)),
    )


def _with_body(letterhead: Message, tree: Tree, headers: Headers) -> Message:
    zone = letterhead.date.tzinfo if letterhead.date else None
    body = body_of(tree, headers.charset, zone or UTC)
    shown = shown_in(body.sources)
    whole = _whole(body, shown)
    parts = _said(body, whole, letterhead)
    body = _from_portal(body, parts)
    if IN_PORTAL in body.unread:
        parts = parts.relabelled(Part.NEW, Part.SIGNATURE, Why.WRAPPING)
    words = _words(tree, letterhead.subject, body, parts, whole)
    verdict, bounce = _nature(tree, headers, words)
    files = pictures.judged(body.attachments, shown, parts)
    parts = parts.rewritten(lambda text: pictures.named(text, files))
    return replace(
        letterhead,
        parts=parts,
        kind=verdict.kind,
        kind_because=verdict.because,
        kind_by_words=verdict.by_words,
        forwarded=forward.origin(parts, zone),
        attachments=files,
        links=_links(letterhead, parts, body),
        meetings=body.meetings,
        protection=body.protection,
        unread=body.unread,
        defects=body.defects,
        bounce=bounce,
    )


def _links(letterhead: Message, parts: Parts, body: Body) -> tuple[Link, ...]:
    """Links in the sender's own and forwarded text; those in quotes were given to the sender."""
    said = joined(one.text for one in parts.pieces if one.part is not Part.QUOTED)
    at = letterhead.date or letterhead.received
    return cloud_links(said, at, anchors.labels(body.sources))


def _whole(body: Body, shown: Mapping[str, Shown]) -> str:
    """The plain text, or the HTML if the plain text leaves out its pictures."""
    plain = body.read()
    if not shown or not body.richer:
        return plain
    richer = body.read_richer()
    missed = pictures.misses_pictures(plain, richer, body.attachments, shown)
    return richer if missed else plain


def _said(body: Body, whole: str, letterhead: Message) -> Parts:
    """The parts of its text, or of what its calendar says."""
    split = _parts(body, whole, letterhead.sender.name)
    parts = forward.passed_on(split, letterhead.subject)
    return _said_in_calendar(parts, body.meetings) if body.meetings else parts


def _parts(body: Body, whole: str, writer: str) -> Parts:
    parts = quote.split(whole, writer)
    if points_between(parts.own) and parts.quoted:
        return quote.split(body.read_richer(), writer)
    return parts


def _from_portal(body: Body, parts: Parts) -> Body:
    if IN_PORTAL in body.unread or not portal.is_notice(parts.own):
        return body
    return replace(body, protection=Protection.ENCRYPTED, unread=(*body.unread, IN_PORTAL))


def _said_in_calendar(parts: Parts, meetings: tuple[Meeting, ...]) -> Parts:
    """The parts of a calendar mail: the calendar's own text, without its program's boilerplate."""
    own = calendar_text.own_words(parts.own, meetings) or calendar_text.words_of(meetings)
    if own == parts.own:
        return parts
    others = tuple(one for one in parts.pieces if one.part is not Part.NEW)
    return Parts((Piece(Part.NEW, own), *others) if own else others)


def _words(tree: Tree, subject: str, body: Body, parts: Parts, whole: str) -> Words:
    """What tells a program's mail from a person's; a portal's text only wraps a person's."""
    is_wrapped = IN_PORTAL in body.unread
    own = without_footer(f"{parts.own}\n{parts.signature}").strip()
    return Words(
        subject=subject,
        own="" if is_wrapped else own,
        whole="" if is_wrapped else whole,
        quoted=parts.quoted,
        types=frozenset(part.get_content_type() for part in tree.walk()),
        files=frozenset(filter(None, (file_name(part) for part in tree.walk()))),
        calendar=bool(body.meetings) and calendar_text.answers(subject, body.meetings),
    )


def _nature(tree: Tree, headers: Headers, words: Words) -> tuple[Verdict, Bounce | None]:
    report = report_of(tree, headers, words.whole)
    verdict = nature.verdict(headers, words, report)
    if verdict.kind not in (Kind.BOUNCE, Kind.DELAY_NOTICE):
        return verdict, None
    if report is not None and report.recipient:
        return verdict, report
    action = "failed" if verdict.kind is Kind.BOUNCE else "delayed"
    return verdict, report_in_words(tree, headers, words.whole, action=action)


def _trust(headers: Headers, sender: Address, authserv_id: str) -> Trust:
    """The trust in the From; several mailboxes in it, or a list, have none (RFC 7489, 6.6.1)."""
    writers = mailboxes(headers, "from")
    alone = len(headers.all("from")) == 1 and len(writers) == 1
    stamped = trust(
        headers.all("authentication-results"), writers[0] if alone else NOBODY, authserv_id
    )
    # authentication proves who passed it on, not who wrote it
    return Trust.NONE if stamped is Trust.PASS and writers != (sender,) else stamped


def _date(value: str) -> datetime | None:
    """An aware time, UTC where the zone is unknown (RFC 5322, 3.3), or None."""
    text = " ".join(value.split())
    for read in (parsedate_to_datetime, datetime.fromisoformat):
        try:
            at = read(text)
        except (ValueError, TypeError, IndexError, OverflowError):
            continue
        if at.year in _YEARS:
            return at if at.tzinfo else at.replace(tzinfo=UTC)
    return None
