"""Draws figures as SVG: no script and no inline style, the sheet colours it by its classes."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from math import ceil, floor, log10

from markupsafe import Markup

from mailbot.bot.figures import Figure

_WIDE, _HIGH = 300, 170
_LEFT, _RIGHT, _TOP, _BOTTOM = 34, 10, 10, 22
_ROW = 34
_LABELS = 4
_LEAST = 1.5
_SHEET = Markup(
    '<svg class="figure" viewBox="0 0 {} {}" role="img" aria-label="{}">{}</svg>'
)  # fmt: skip
_BAR = Markup(
    '<rect class="bar {}" x="{:.1f}" y="{:.1f}" width="{:.1f}" height="{:.1f}"><title>{}</title>'
    "</rect>"
)
_LINE = Markup('<line class="axis" x1="{:.1f}" y1="{:.1f}" x2="{:.1f}" y2="{:.1f}"/>')
_TEXT = Markup('<text x="{:.1f}" y="{:.1f}" text-anchor="{}">{}</text>')
_AREA = Markup('<polygon class="area {}" points="{}"/>')
_STEPS = (1, 2, 4, 6, 10)


@dataclass(frozen=True, slots=True)
class Share:
    """A part of a whole, with a name."""

    name: str
    whole: int
    part: int


@dataclass(frozen=True, slots=True)
class _Scale:
    """Where a value lies on the sheet; ``top`` is the value at its upper edge."""

    top: float

    def y(self, value: float) -> float:
        return _HIGH - _BOTTOM - self.height(value)

    def height(self, value: float) -> float:
        return value / self.top * (_HIGH - _TOP - _BOTTOM)


def bars_beside(figure: Figure, told: str) -> Markup:
    """A bar for each value, those of one day side by side."""
    values = [value or 0 for one in figure.series for value in one.values]
    scale, slot = _Scale(round_top(max(values, default=0))), _plot() / len(figure.days)
    width = slot * 0.8 / len(figure.series)
    drawn = []
    for number, one in enumerate(figure.series):
        for place, value in enumerate(one.values):
            if value is not None:
                x, high = _LEFT + slot * (place + 0.1) + width * number, scale.height(value)
                high = max(high, _LEAST)
                title = f"{_day(figure.days[place])}: {number_of(value)}"
                drawn.append(_BAR.format(one.name, x, scale.y(0) - high, width, high, title))
    middles = [_LEFT + slot * (place + 0.5) for place in range(len(figure.days))]
    return _sheet(told, [*_axes(scale, figure.days, middles), *drawn])


def bars_stacked(figure: Figure, told: str) -> Markup:
    """A bar for each day, made of its values from the ground up."""
    scale, slot = _Scale(round_top(_highest(figure))), _plot() / len(figure.days)
    drawn = []
    for place, day in enumerate(figure.days):
        ground = 0.0
        for one in figure.series:
            value = one.values[place] or 0
            if value:
                x, y = _LEFT + slot * (place + 0.15), scale.y(ground + value)
                title = f"{_day(day)}: {number_of(value)}"
                drawn.append(_BAR.format(one.name, x, y, slot * 0.7, scale.height(value), title))
            ground += value
    middles = [_LEFT + slot * (place + 0.5) for place in range(len(figure.days))]
    return _sheet(told, [*_axes(scale, figure.days, middles), *drawn])


def areas(figure: Figure, told: str) -> Markup:
    """An area for each series, one upon the other."""
    scale, apart = _Scale(round_top(_highest(figure))), _plot() / max(len(figure.days) - 1, 1)
    xs = [_LEFT + apart * place for place in range(len(figure.days))]
    rows = [[value or 0 for value in one.values] for one in figure.series]
    ground: Sequence[float] = [0] * len(xs)
    drawn = []
    for one, row in zip(figure.series, rows, strict=True):
        over = [low + value for low, value in zip(ground, row, strict=True)]
        if any(row):
            edge = [*zip(xs, over, strict=True), *reversed([*zip(xs, ground, strict=True)])]
            points = " ".join(f"{x:.1f},{scale.y(value):.1f}" for x, value in edge)
            drawn.append(_AREA.format(one.name, points))
        ground = over
    return _sheet(told, [*_axes(scale, figure.days, xs), *drawn])


def shares(rows: Sequence[Share], told: str) -> Markup:
    """A bar for each whole, to one scale; its part is filled."""
    most = max((one.whole for one in rows), default=1)
    drawn = []
    for number, one in enumerate(rows):
        y, whole = _ROW * number, one.whole / most * _WIDE
        part = whole * one.part / one.whole
        title = f"{one.part}/{one.whole}"
        drawn += [
            _TEXT.format(0, y + 13, "start", one.name),
            _TEXT.format(_WIDE, y + 13, "end", title),
            _BAR.format("rest", 0.5, y + 18.5, whole - 1, 9, title),
        ]
        if part:
            drawn.append(_BAR.format("part", 0, y + 18, part, 10, title))
    return _sheet(told, drawn, _ROW * len(rows))


def swatch(name: str) -> Markup:
    """The colour of a series, for what stands beside its name."""
    box = Markup('<rect class="bar {}" x="1" y="1" width="10" height="10"/>').format(name)
    return Markup(
        '<svg class="figure swatch" viewBox="0 0 12 12" aria-hidden="true">{}</svg>'
    ).format(box)


def round_top(most: float) -> float:
    """The next number above that halves well: 2, 4, 6, 10, 20 and so on."""
    if most <= _STEPS[1]:
        return _STEPS[1]
    unit = 10.0 ** floor(log10(most))
    return next(step * unit for step in _STEPS if step * unit >= most)


def number_of(value: float) -> str:
    """One decimal below ten, none above: ``0.5``, ``4``, ``1234``."""
    return f"{round(value)}" if value >= _STEPS[-1] or value == round(value) else f"{value:.1f}"


def _axes(scale: _Scale, days: Sequence[date], xs: Sequence[float]) -> Iterator[Markup]:
    """Lines at nothing, half and top, and a date under every few days, the last among them."""
    for value in (0.0, scale.top / 2, scale.top):
        y = scale.y(value)
        yield _LINE.format(_LEFT, y, _WIDE - _RIGHT, y)
        yield _TEXT.format(_LEFT - 6, y + 4, "end", number_of(value))
    apart = ceil(len(days) / _LABELS)
    for place in range(len(days) - 1, -1, -apart):
        anchor = "end" if xs[place] > _WIDE - _RIGHT - _LEFT / 2 else "middle"
        x = _WIDE - _RIGHT if anchor == "end" else xs[place]
        yield _TEXT.format(x, _HIGH - 6, anchor, _day(days[place]))


def _sheet(told: str, drawn: Sequence[Markup], high: int = _HIGH) -> Markup:
    return _SHEET.format(_WIDE, high, told, Markup("").join(drawn))


def _highest(figure: Figure) -> float:
    """The highest sum of one day."""
    days = zip(*(one.values for one in figure.series), strict=True)
    return max((sum(value or 0 for value in day) for day in days), default=0)


def _plot() -> float:
    return _WIDE - _LEFT - _RIGHT


def _day(day: date) -> str:
    return f"{day:%m-%d}"
