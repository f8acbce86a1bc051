"""Links to files that lie elsewhere, in mails of our own: whose, which, how large, until when."""

from collections.abc import Iterator

from mailbot.mail.parse import parse
from tests.accuracy.table import Row, share
from tests.links.mails import Expected, Linked, linked, read_as

LEAST = 0.9
_TOLD = ("provider", "file", "size", "expires", "code")


def measure() -> Iterator[Row]:
    """The mails that the rules were made by, then those that were kept back."""
    for table, name in (("seen", "looked at"), ("kept", "kept back")):
        mails = linked(table)
        pairs = [(one.links, _read(one)) for one in mails]
        on = f"{sum(len(links) for links, _ in pairs)} links in {len(mails)} mails, {name}"
        right = sum(links == read for links, read in pairs)
        enough = right >= LEAST * len(mails)
        yield Row(on, "mails read wholly", share(right, len(mails)), f"≥ {LEAST:.0%}", enough)
        for told in _TOLD:
            yield _each(on, told, pairs)


def _each(
    on: str, told: str, pairs: list[tuple[tuple[Expected, ...], tuple[Expected, ...]]]
) -> Row:
    """One property, over the mails whose links were all found."""
    of = [
        (getattr(link, told), getattr(found, told))
        for links, read in pairs
        if len(links) == len(read)
        for link, found in zip(links, read, strict=True)
    ]
    return Row(on, told, share(sum(link == found for link, found in of), len(of)))


def _read(mail: Linked) -> tuple[Expected, ...]:
    return tuple(read_as(link) for link in parse(mail.raw).links)
