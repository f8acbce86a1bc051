"""The roles of elements in HTML mail (quote, signature …), by the names of their containers.

The names are ids and classes that programs write today: Outlook, Gmail, Apple Mail,
Thunderbird, QQ, NetEase, Aliyun and others.
"""

import re
from enum import Enum, auto

from lxml.html import HtmlElement  # type: ignore[import-untyped]

from mailbot.mail.html.colours import Hue, hue

_OPENING_IDS = frozenset((
    "divrplyfwdmsg", "appendonsend", "olk_src_body_section", "isreplycontent", "qt", "zwchr",
    "mail-editor-reference-message-container", "replymessageview",
))  # fmt: skip
_OPENING_CLASSES = frozenset((
    "gmail_quote", "gmail_attr", "moz-cite-prefix", "yahoo_quoted", "protonmail_quote",
    "tutanota_quote", "zmail_extra", "front-blockquote", "missive_quote", "sh-quoted-content",
    "ntes-mailmaster-quote", "__aliyun_previous_wrap", "cite-prefix", "xmail_reply_quote",
))  # fmt: skip
_OPENING_NAMES = frozenset(("messagereplysection",))
# the line that Outlook and Foxmail draw above the quoted headers
_BORDER = re.compile(r"border-top:\s{0,3}solid\s{0,3}#(?:e1e1e1|b5c4df)", re.IGNORECASE)

_SIGNATURE_IDS = frozenset((
    "signature", "ms-outlook-mobile-signature", "applemailsignature", "composer_signature",
    "lineBreakAtBeginningOfSignature".lower(), "ntes-pcmail-signature", "ntes-pcmac-signature",
))  # fmt: skip
_SIGNATURE_CLASSES = frozenset((
    "gmail_signature", "moz-signature", "protonmail_signature_block", "__aliyun_signature_wrap",
    "ntes-mailmaster-signature", "missive_signature", "sh-signature", "xm_mail_signature",
))  # fmt: skip
_SIGNATURE_NAMES = frozenset(("messagesignaturesection",))

_HIDDEN = re.compile(
    r"display:\s{0,3}none|visibility:\s{0,3}hidden|mso-hide:\s{0,3}all"
    r"|font-size:\s{0,3}0(?:\.0{1,3})?(?:px|pt|em|%)?(?![.\d])"
    r"|(?:^|[;\s])opacity:\s{0,3}0(?:\.0{1,3})?(?![.\d])"
    r"|max-height:\s{0,3}0(?:px)?\s{0,3}(?:;|$)",
    re.IGNORECASE,
)
_COLOR = re.compile(r"(?:^|[;\s])(background(?:-color)?|color):\s{0,3}([#\w(), ]{1,40})")
_NEVER_SHOWN = frozenset(("script", "style", "title", "head", "template", "noscript"))
_SIZE = re.compile(r"\s*(\d{1,5})")
_SMALLEST_IMAGE = 3
_LONGEST_STYLE = 2_000


class Role(Enum):
    """How to treat an element."""

    HIDDEN = auto()
    QUOTE = auto()
    OPENING = auto()
    SIGNATURE = auto()
    IMAGE = auto()


def role_of(element: HtmlElement) -> Role | None:
    """The role of ``element``, or None for plain content."""
    if not isinstance(element.tag, str):
        return None
    style = element.get("style", "")[:_LONGEST_STYLE]
    if element.tag in _NEVER_SHOWN or _is_hidden(element, style):
        return Role.HIDDEN if element.getparent() is not None else None
    if element.tag == "img":
        return Role.IMAGE if _is_shown(element) else None
    if element.tag == "blockquote" and _is_cited(element, style):
        return Role.QUOTE
    if element.tag in ("html", "body", "table", "tr", "td"):
        return None
    return _named(element, style)


def hue_of(element: HtmlElement) -> Hue | None:
    """The colour set for the text of ``element``; that of links does not count."""
    if element.tag == "a":
        return None
    said = _COLOR.search(element.get("style", "")[:_LONGEST_STYLE].lower())
    while said and said[1] != "color":
        said = _COLOR.search(said.string, said.end())
    return hue(said[2] if said else element.get("color", ""))


def image_name(image: HtmlElement) -> str:
    """The reference to an image attached to the mail, as ``cid:…``."""
    return str(image.get("src", "")).strip()


def _named(element: HtmlElement, style: str) -> Role | None:
    name = element.get("id", "").lower()
    classes = frozenset(element.get("class", "").lower().split())
    called = element.get("name", "").lower()
    if name in _OPENING_IDS or called in _OPENING_NAMES or classes & _OPENING_CLASSES:
        return Role.OPENING
    if element.tag == "sign" or name in _SIGNATURE_IDS or called in _SIGNATURE_NAMES:
        return Role.SIGNATURE
    if classes & _SIGNATURE_CLASSES:
        return Role.SIGNATURE
    return Role.OPENING if _BORDER.search(style) else None


def _is_cited(element: HtmlElement, style: str) -> bool:
    return (
        element.get("type", "").lower() == "cite"
        or element.get("cite") is not None
        or element.get("id", "").lower() == "isreplycontent"
        or "quote" in element.get("class", "").lower()
        or "border-left" in style.lower()
    )


def _is_shown(image: HtmlElement) -> bool:
    """Whether an image is attached to the mail and large enough to matter."""
    if not image.get("src", "").strip().lower().startswith("cid:"):
        return False
    sizes = (_SIZE.match(image.get(side, "")) for side in ("width", "height"))
    return not any(size and int(size[1]) < _SMALLEST_IMAGE for size in sizes)


def _is_hidden(element: HtmlElement, style: str) -> bool:
    if element.get("hidden") is not None:
        return True
    return bool(style) and (bool(_HIDDEN.search(style)) or _is_unseen(style))


def _is_unseen(style: str) -> bool:
    """Whether the text has the colour of its background."""
    colors = {name: value.strip() for name, value in _COLOR.findall(style.lower())}
    ground = colors.get("background-color") or colors.get("background")
    return ground is not None and colors.get("color") == ground
