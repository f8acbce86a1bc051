"""Colours that stand out in a mail: people answer between the lines in red or blue."""

import re
from colorsys import rgb_to_hsv
from enum import StrEnum


class Hue(StrEnum):
    """A colour as people call it."""

    RED = "red"
    ORANGE = "orange"
    GREEN = "green"
    BLUE = "blue"
    PURPLE = "purple"


_NAMED = {
    Hue.RED: "red crimson darkred firebrick tomato maroon indianred",
    Hue.ORANGE: "orange darkorange orangered coral chocolate brown goldenrod",
    Hue.GREEN: "green darkgreen forestgreen limegreen seagreen lime teal",
    Hue.BLUE: "blue darkblue mediumblue royalblue dodgerblue steelblue navy deepskyblue",
    Hue.PURPLE: "purple magenta fuchsia violet darkviolet indigo darkmagenta deeppink",
}
_BY_NAME = {name: hue for hue, names in _NAMED.items() for name in names.split()}
_HEX = re.compile(r"#([0-9a-f]{6}|[0-9a-f]{3})\b")
_RGB = re.compile(r"rgba?\(\s{0,3}(\d{1,3})[\s,]{1,4}(\d{1,3})[\s,]{1,4}(\d{1,3})")
# where one hue ends and the next begins on the colour wheel, in degrees
_ENDS = ((18, Hue.RED), (65, Hue.ORANGE), (165, Hue.GREEN), (258, Hue.BLUE), (332, Hue.PURPLE))
_SHORT = 3
_LOUD = 96  # Outlook's default colour for replies is 1F497D: nobody chose it


def hue(colour: str) -> Hue | None:
    """The hue of a CSS colour; None for black, white, grey, and nearly that."""
    colour = colour.strip().lower()
    if colour in _BY_NAME:
        return _BY_NAME[colour]
    parts = _parts(colour)
    if parts is None or max(parts) - min(parts) < _LOUD:
        return None
    degrees = rgb_to_hsv(*(part / 255 for part in parts))[0] * 360
    return next((name for end, name in _ENDS if degrees < end), Hue.RED)


def _parts(colour: str) -> tuple[int, int, int] | None:
    found = _RGB.match(colour)
    if found:
        return int(found[1]), int(found[2]), int(found[3])
    digits = _HEX.match(colour)
    if digits is None:
        return None
    text = digits[1] if len(digits[1]) > _SHORT else "".join(one * 2 for one in digits[1])
    return int(text[:2], 16), int(text[2:4], 16), int(text[4:], 16)
