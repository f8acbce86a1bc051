"""The body of a mail, put together from its MIME parts: texts in order, and files."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from mailbot.because import Because
from mailbot.mail.message import Attachment, Meeting, Protection
from mailbot.mail.text.read import Text, read
from mailbot.reasons import Reason

ENCRYPTED = Because.ENCRYPTED()
IN_PORTAL = Because.IN_PORTAL()
_RANK = {Protection.NONE: 0, Protection.SIGNED: 1, Protection.ENCRYPTED: 2}


@dataclass(frozen=True, slots=True)
class Body:
    """The content of a part: texts in the order of the mail, and files.

    ``richer`` are the same texts with those as HTML that came as both; ``spare`` are read where
    there is no other text; ``place`` stands for a picture where it stands between texts.
    ``unread`` says what can't be read here, a sentence each; ``defects``
    names the errors by which a format could not be.
    """

    texts: tuple[Text, ...] = ()
    attachments: tuple[Attachment, ...] = ()
    richer: tuple[Text, ...] = ()
    spare: tuple[Text, ...] = ()
    place: tuple[Text, ...] = ()
    meetings: tuple[Meeting, ...] = ()
    protection: Protection = Protection.NONE
    unread: tuple[Reason, ...] = ()
    defects: tuple[str, ...] = ()

    @property
    def is_blank(self) -> bool:
        return not any(text.content.strip() for text in self.texts)

    @property
    def is_plain(self) -> bool:
        return not any(text.is_html for text in self.texts)

    @property
    def sources(self) -> tuple[str, ...]:
        """The sources of all HTML texts."""
        every = dict.fromkeys((*self.texts, *self.richer, *self.spare))
        return tuple(text.content for text in every if text.is_html)

    def read(self) -> str:
        """The texts as one, HTML rendered."""
        return read(self.spare if self.is_blank and self.spare else self.texts)

    def read_richer(self) -> str:
        """The texts as one, from HTML: with colours, and pictures in their places."""
        return read(self.richer) if self.richer and not self.is_blank else self.read()


def in_a_row(bodies: Sequence[Body]) -> Body:
    """Join parts in a row (multipart/mixed); a picture between two texts keeps its place."""
    bodies = tuple(_placed(bodies))
    texts = tuple(text for body in bodies for text in body.texts)
    richer = tuple(text for body in bodies for text in body.richer or body.texts)
    return _with(bodies, texts, richer)


def alternative(bodies: Sequence[Body]) -> Body:
    """multipart/alternative: plain text unless it is empty, else the last, richest one."""
    full = [body for body in bodies if not body.is_blank]
    plain = [body for body in full if body.is_plain]
    chosen = plain[:1] or full[-1:]
    richer = (full[-1].richer or full[-1].texts) if full else ()
    return _with(bodies, chosen[0].texts if chosen else (), richer)


def report(bodies: Sequence[Body]) -> Body:
    """multipart/report: the first part is for people, the rest for machines (RFC 6522)."""
    return _with(bodies, bodies[0].texts if bodies else (), ())


def signed(bodies: Sequence[Body]) -> Body:
    """multipart/signed: the signed part, then the signature (RFC 1847, 2.1)."""
    whole = in_a_row(bodies)
    return replace(whole, protection=stricter(whole.protection, Protection.SIGNED))


def in_portal(wrapper: Attachment) -> Body:
    """A mail kept in a portal: its file is not an attachment, but the mail itself."""
    file = replace(wrapper, inline=True)
    return Body(attachments=(file,), protection=Protection.ENCRYPTED, unread=(IN_PORTAL,))


def encrypted(bodies: Sequence[Body]) -> Body:
    """multipart/encrypted: a part for machines, and one we can't decrypt (RFC 1847, 2.2)."""
    whole = in_a_row(bodies)
    sealed = tuple(replace(one, inline=True) for one in whole.attachments)
    return replace(whole, attachments=sealed, protection=Protection.ENCRYPTED, unread=(ENCRYPTED,))


BY_KIND: dict[str, Callable[[Sequence[Body]], Body]] = {
    "alternative": alternative,
    "report": report,
    "signed": signed,
    "encrypted": encrypted,
}


def _with(bodies: Sequence[Body], texts: tuple[Text, ...], richer: tuple[Text, ...]) -> Body:
    return Body(
        texts,
        attachments=tuple(file for body in bodies for file in body.attachments),
        richer=richer,
        spare=tuple(text for body in bodies for text in body.spare),
        meetings=tuple(dict.fromkeys(one for body in bodies for one in body.meetings)),
        protection=stricter(Protection.NONE, *(body.protection for body in bodies)),
        unread=tuple(dict.fromkeys(said for body in bodies for said in body.unread)),
        defects=tuple(dict.fromkeys(one for body in bodies for one in body.defects)),
    )


def stricter(*found: Protection) -> Protection:
    """The strictest of several protections."""
    return max(found, key=_RANK.__getitem__)


def _placed(bodies: Sequence[Body]) -> Iterator[Body]:
    """Replace a picture between two texts (Apple Mail) by a word."""
    full = [at for at, body in enumerate(bodies) if not body.is_blank]
    for at, body in enumerate(bodies):
        between = bool(body.place) and bool(full) and full[0] < at < full[-1]
        yield replace(body, texts=body.place) if between else body
