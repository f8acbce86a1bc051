"""How a mail was read, for a person at a terminal: who, what, why, each part in its colour."""

from collections.abc import Iterator
from types import MappingProxyType
from zoneinfo import ZoneInfo

from rich.console import Group, RenderableType
from rich.text import Text

from mailbot.bot.inbound.read_mail import Sheaf
from mailbot.cli.defects import in_words
from mailbot.cli.lines import SECRET_FACTS
from mailbot.desk.people.role import Role
from mailbot.letters.wording import size
from mailbot.mail.message import Attachment, Kind, Message, Trust
from mailbot.mail.parts import Part, Piece

_SHOWN = 8

_STYLES = MappingProxyType(
    {
        Part.NEW: ("green", ""),
        Part.FORWARDED: ("magenta", ""),
        Part.QUOTED: ("blue", "dim italic"),
        Part.SIGNATURE: ("yellow", "dim"),
    }
)
_ROLES = MappingProxyType(
    {
        Role.CUSTOMER: "a customer: none of the desk's own addresses",
        Role.STAFF: "staff: the address is the desk's own (desk.staff)",
        Role.SECOND_LINE: "second line: the address is in desk.second_line",
        Role.ADMIN: "the administrator of the upload server (desk.admin)",
        Role.DESK: "the desk's own address",
        Role.MACHINE: "a machine",
        Role.UNKNOWN: "unknown: claims an address of ours, and nothing proves it",
    }
)
_TRUST = MappingProxyType(
    {
        Trust.PASS: "our mail server proved the sender",
        Trust.FAIL: "our mail server says the sender is forged",
        Trust.NONE: "our mail server says nothing of the sender",
    }
)


def explanation(file: str, sheaf: Sheaf, zone: ZoneInfo) -> RenderableType:
    """What is to be shown of one mail."""
    message, said = sheaf.message, sheaf.said
    lines = [Text.assemble((file, "bold"), "  ", (message.subject or "(no subject)", "bold"))]
    lines += [Text("  ").append_text(line) for line in _letterhead(sheaf, zone)]
    for found in said.intents:
        lines.append(
            _told("wants", f"{found.name} {found.confidence:.2f}", found.evidence, "green")
        )
    for mention in said.mentions:
        how = f"{mention.item} ({mention.mode.value})"
        lines.append(_told("speaks of", how, mention.evidence, "magenta"))
    for fact in said.facts:
        value = "sealed" if fact.name in SECRET_FACTS else fact.said
        lines.append(_told("tells", f"{fact.name} = {value}", fact.evidence, "cyan"))
    for file_ in message.attachments:
        lines.append(_told(_brought(file_), file_.name or "(no name)", _described(file_), "cyan"))
    for defect in message.defects:
        lines.append(_told("defect", in_words(defect), defect, "yellow"))
    return Group(*lines, *(_piece(one) for one in message.parts.pieces), Text())


def _letterhead(sheaf: Sheaf, zone: ZoneInfo) -> Iterator[Text]:
    message = sheaf.message
    to = ", ".join(one.email for one in message.recipients[:5])
    yield Text(f"{message.sender.name} <{message.sender.email}> to {to}".strip())
    at = message.date.astimezone(zone).strftime("%Y-%m-%d %H:%M") if message.date else "no date"
    yield Text(f"{at} · {_ROLES[sheaf.role]} · {_TRUST[message.trust]}", "dim")
    if message.kind is not Kind.HUMAN:
        yield Text(f"{message.kind.value}{_bounced(message)}: {message.kind_because}", "yellow")


def _bounced(message: Message) -> str:
    if message.bounce is None:
        return ""
    told = message.bounce
    return f" ({' '.join(filter(None, (told.recipient, told.status, told.action)))})"


def _told(what: str, value: str, evidence: str, style: str) -> Text:
    shown = " ".join(evidence.split())
    return Text.assemble((f"  {what:<10}", "dim"), (value, style), (f"  {shown}", "dim"))


def _brought(file: Attachment) -> str:
    if file.is_pasted:
        return "shows"
    return "adorned" if file.decoration else "brings"


def _described(file: Attachment) -> str:
    return f"{file.type}, {size(file.size)}"


def _piece(piece: Piece) -> Text:
    """The piece behind a bar of its colour; of a long quote the beginning."""
    bar, style = _STYLES[piece.part]
    lines = piece.text.split("\n")
    shown = lines[:_SHOWN] if piece.part is Part.QUOTED else lines
    text = Text(f"  ▌ {piece.part.value}: {piece.why.value}", bar)
    for line in shown:
        text.append("\n  ▌ ", bar).append(line, style)
    if len(shown) < len(lines):
        text.append(f"\n  ▌ … {len(lines) - len(shown)} more lines", bar)
    return text
