"""The HTML part of a letter: paragraphs, lists, indented code and links, all else plain text."""

import re
from collections.abc import Mapping, MutableMapping, Sequence
from html import escape
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.ruler import RuleOptionsType
from markdown_it.rules_block import StateBlock, list_block
from markdown_it.token import Token

_RULES = ("normalize", "block", "inline", "text_join", "code", "list", "paragraph")
_INLINE = ("text", "newline", "link", "balance_pairs", "fragments_join")
_PLAIN_MARKS = "*+"
_NESTING = 12
_OPENED = "opened"
_SCHEMES = re.compile(r"(?:https?|sftp|mailto):", re.IGNORECASE)
_URL = re.compile(r"https?://[A-Za-z0-9\-._~:/?#\[\]@!$&'()*+,;=%]+")
_NOT_ITS_END = ".,:;!?'\")]"

_Options = Mapping[str, Any]
_Env = MutableMapping[str, Any]


def to_html(text: str) -> str:
    """`text` as HTML. Backslash, underscore and asterisk are plain; single breaks stay."""
    return str(_MARKDOWN.render(text))


class _Renderer(RendererHTML):
    """Shows where a link leads, and makes a link of every bare address.

    ``env`` holds the place of the link that is open: links don't nest.
    """

    def text(self, tokens: Sequence[Token], idx: int, options: _Options, env: _Env) -> str:
        content = tokens[idx].content
        return escape(content) if _OPENED in env else _linked(content)

    def link_open(self, tokens: Sequence[Token], idx: int, options: _Options, env: _Env) -> str:
        env[_OPENED] = idx
        return f'<a href="{escape(str(tokens[idx].attrs["href"]))}">'

    def link_close(self, tokens: Sequence[Token], idx: int, options: _Options, env: _Env) -> str:
        start = env.pop(_OPENED)
        label = "".join(token.content for token in tokens[start:idx])
        target = str(tokens[start].attrs["href"])
        return "</a>" if label == target else f"</a> ({escape(target)})"


def _linked(text: str) -> str:
    out, at = [], 0
    for found in _URL.finditer(text):
        url = found.group().rstrip(_NOT_ITS_END)
        out += [escape(text[at : found.start()]), f'<a href="{escape(url)}">{escape(url)}</a>']
        at = found.start() + len(url)
    return "".join([*out, escape(text[at:])])


def _lists(state: StateBlock, start: int, end: int, silent: bool) -> bool:  # noqa: FBT001
    """Lists by hyphen and number: an asterisk at the head of a line is an asterisk."""
    at = state.bMarks[start] + state.tShift[start]
    if at < state.eMarks[start] and state.src[at] in _PLAIN_MARKS:
        return False
    return list_block(state, start, end, silent)


def _keep_numbers(state: Any) -> None:
    """Markdown counts on from the first number; here every item keeps its own."""
    for token in state.tokens:
        if token.type == "list_item_open" and token.info:
            token.attrSet("value", token.info)


def _leads_somewhere(url: str) -> bool:
    """`a[0](1)` is no link, and no script is one."""
    return bool(_SCHEMES.match(url))


def _markdown() -> MarkdownIt:
    options = {"html": False, "breaks": True, "maxNesting": _NESTING}
    markdown = MarkdownIt("zero", options, renderer_cls=_Renderer)
    markdown.validateLink = _leads_somewhere  # type: ignore[method-assign]
    markdown.enable([*_RULES, *_INLINE])
    interrupts: RuleOptionsType = {"alt": ["paragraph"]}
    markdown.block.ruler.at("list", _lists, interrupts)
    markdown.core.ruler.after("block", "keep_numbers", _keep_numbers)
    return markdown


_MARKDOWN = _markdown()
