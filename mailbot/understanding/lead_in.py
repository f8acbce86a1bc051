"""The words that announce questions ("另外想问两个问题："): they ask nothing themselves."""

import re
from collections.abc import Sequence

_ANNOUNCES = (
    r"[^?？:：\n]{0,80}?(?:问题|問題|疑问|疑問|几点|幾點|几个事|请教|請教|想问|想了解|想确认|"
    r"\b(?:questions?|queries|things|points|the following|know|ask)\b)[^?？:：\n]{0,40}"
)
_PREFIX = re.compile(rf"^{_ANNOUNCES}[:：]\s*(?=\S)", re.IGNORECASE)
_WHOLE = re.compile(rf"^{_ANNOUNCES}[:：。.!！,，;；]*\s*$", re.IGNORECASE)
_ASKS = re.compile(
    r"[?？吗么呢]|是否|能否|可否|能不能|会不会|什么|怎么|如何|为何|为什么|哪|多久|多少|谁"
    r"|\b(?:what|why|how|which|where|when|who|whether|if)\b",
    re.IGNORECASE,
)


def without_lead_ins(questions: Sequence[str]) -> tuple[str, ...]:
    """The questions without lead-ins; if there are only lead-ins, they are kept."""
    bare = [_PREFIX.sub("", one) for one in questions]
    asked = [one for one in bare if not (_WHOLE.match(one) and not _ASKS.search(one))]
    return tuple(dict.fromkeys(asked or questions))
