"""A reply that is one of the digits a letter offered: ``2``, ``【2】``, ``2，6月8日后``."""

import re

_LONGEST = 200
_CHOICE = re.compile(
    r"\s*(?:(?:我们?)?(?:选择?|回复|答复?|答案)\s?[:：]?\s?|(?:option|choice|answer|"
    r"number|no\.?)\s?:?\s?)?"
    r"(?:[【\[(（]\s?([1-9])\s?[】\])）]|#?([1-9]))(?![\d.:/%]|\s?[)）])"
    r"(?P<rest>[\s\S]*)",
    re.IGNORECASE,
)
_SEPARATED = re.compile(r"\s*(?:[，,、;；。.!！:：~-]|$|\n)")
_WHEN = re.compile(
    r"\s*(?:\d{1,2}\s?[月/-]|20\d\d|下|明|后天|周|本|after|until|till|on|by|not before|"
    r"from|in \d|next|please|thanks?|thx|谢|请)",
    re.IGNORECASE,
)
_LEADING = re.compile(r"^[\s，,、;；。.!！:：~-]+")


def choice(text: str) -> tuple[int, str] | None:
    """The number that a reply chose, and the text it adds; None if it is no such reply."""
    said = text.strip()
    match = _CHOICE.match(said) if 0 < len(said) <= _LONGEST else None
    if match is None:
        return None
    rest = match.group("rest")
    if match.group(2) and not (_SEPARATED.match(rest) or _WHEN.match(rest)):
        return None
    return int(match.group(1) or match.group(2)), _LEADING.sub("", rest).strip()
