"""A report card in the terminal: a table of labels, confusions, and calibration as bars."""

from collections.abc import Iterator

from rich.table import Table

from mailbot.learning.report_card import ReportCard

_BAR, _MOST_CONFUSIONS = 40, 8


def label_table(card: ReportCard) -> Table:
    """Precision, recall and F1 of each label, with 95 % intervals."""
    table = Table(title="lessons that nothing was learnt from", title_justify="left")
    table.add_column("label")
    for heading in ("mails", "precision", "recall", "F1 (95 %)"):
        table.add_column(heading, justify="right")
    for one in card.labels:
        table.add_row(
            one.name,
            str(one.mails),
            f"{one.precision.value:.2f}",
            f"{one.recall.value:.2f}",
            str(one.f1),
        )
    table.add_row("all", str(sum(one.mails for one in card.labels)), "", "", str(card.micro))
    return table


def confusions(card: ReportCard) -> Iterator[str]:
    """What is most often taken for what."""
    for one in card.confusions[:_MOST_CONFUSIONS]:
        yield f"{one.mails:4}  {one.meant} was read as {one.said}"


def calibration(card: ReportCard) -> Iterator[str]:
    """For each step of confidence how many readings were right; │ marks where it should end."""
    yield "how sure it was, and how often it was right"
    for step in card.calibration:
        length, mark = round(step.right * _BAR), min(round(step.sure * _BAR), _BAR - 1)
        bar = "█" * length + " " * (_BAR - length)
        drawn = bar[:mark] + "│" + bar[mark + 1 :]
        span = f"{step.low:.2f}-{min(step.high, 1.0):.2f}"
        yield f"{span} {drawn} {step.right:.2f} of {step.readings}"


def coverage(card: ReportCard) -> str:
    """On how much it may be believed."""
    return (
        f"right 95 times in 100 on {card.right_95_on:.0%} of all labels, "
        f"99 times in 100 on {card.right_99_on:.0%}"
    )
