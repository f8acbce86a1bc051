"""What trust the newest mails get, and whether authserv_id names the right server."""

from collections import Counter
from collections.abc import Iterator, Sequence
from email.parser import BytesHeaderParser

from mailbot.bot.checks.finding import Finding, fine, outage, warning
from mailbot.errors import UnreadableMail
from mailbot.mail.authentication import stamped_by, vouched_by
from mailbot.mail.message import Trust
from mailbot.mail.parse import parse

LOOKED_AT = 10
_STAMP = "Authentication-Results"


def stamps(heads: Sequence[bytes], authserv_id: str) -> Iterator[Finding]:
    """What can be said of these mails by their headers; where nothing is set, nothing is meant."""
    if not heads:
        yield fine("the mailbox is empty: the first mails show whether senders are verified")
        return
    ours = authserv_id.strip().lower()
    found = [_stampers(head) for head in heads]
    all_ids = Counter(name for names in found for name in names)
    if not all_ids:
        yield warning(
            f"{_of(heads)} none carries an Authentication-Results header: no sender can be "
            "verified; have your mail server write one"
        )
    elif ours not in all_ids:
        yield _misnamed(all_ids.most_common(1)[0][0], ours)
    else:
        yield fine(f"{_of(heads)} {', '.join(_verdicts(heads, ours))}")


def _misnamed(often: str, ours: str) -> Finding:
    text = f"the mails are stamped by {often}: set desk.authserv_id to that"
    return outage(f"{text}, not {ours}") if ours else warning(text)


def _of(heads: Sequence[bytes]) -> str:
    few = f"the mailbox holds only {len(heads)}: " if len(heads) < LOOKED_AT else ""
    return f"{few}of {len(heads)} mails"


def _verdicts(heads: Sequence[bytes], ours: str) -> Iterator[str]:
    """``8 are proven (dmarc 7, auth 1)``, ``2 carry no stamp of mx.support.example``."""
    kinds = Counter(_verdict(head, ours) for head in heads)
    proven = {how: count for (kind, how), count in kinds.items() if kind == "proven"}
    if proven:
        ways = ", ".join(f"{how} {count}" for how, count in sorted(proven.items()))
        only = ways if len(proven) > 1 else next(iter(proven))
        yield f"{_count(sum(proven.values()), 'is', 'are')} proven ({only})"
    says = {
        "unstamped": ("carries", "carry", f"no stamp of {ours}"),
        "unproven": ("has", "have", f"a stamp of {ours} that proves no sender"),
        "failed": ("fails", "fail", "and would wait for a person"),
        "unreadable": ("can't", "can't", "be read"),
    }
    for kind, (one, many, rest) in says.items():
        if kinds[kind, ""]:
            yield f"{_count(kinds[kind, ''], one, many)} {rest}"


def _count(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}"


def _verdict(head: bytes, ours: str) -> tuple[str, str]:
    """What the bot makes of it, and by which method it is proven."""
    try:
        message = parse(head, ours)
    except UnreadableMail:
        return "unreadable", ""
    if message.trust is Trust.PASS:
        return "proven", vouched_by(_values(head), message.sender, ours)
    if ours not in _stampers(head):
        return "unstamped", ""
    return ("failed" if message.trust is Trust.FAIL else "unproven"), ""


def _stampers(head: bytes) -> frozenset[str]:
    """Whose stamps a mail carries."""
    return frozenset(filter(None, map(stamped_by, _values(head))))


def _values(head: bytes) -> list[str]:
    return [str(value) for value in BytesHeaderParser().parsebytes(head).get_all(_STAMP, [])]
