"""Training in the terminal: the classifier rebuilt from labelled mails, and how good it is."""

from collections.abc import Iterator, Sequence
from contextlib import nullcontext
from typing import TYPE_CHECKING, Annotated

import typer
from rich.progress import track
from rich.table import Table

from mailbot.bot.second import VERDICTS, missing
from mailbot.cli.options import MaybeConfigFile, desk, out
from mailbot.config import load_config, state_folder
from mailbot.errors import ConfigError

if TYPE_CHECKING:  # they need what only mailbot[encoder] installs
    from mailbot.classifier.example import Example
    from mailbot.classifier.report import Outcomes


def train(
    config: MaybeConfigFile = None,
    adapt: Annotated[
        bool, typer.Option(help="Teach the encoder anew first: hours, and mailbot[adapt].")
    ] = False,
) -> None:
    """Rebuild the classifier from the shipped mails and your picks, and show how good it is.

    With a configuration what is learnt lies in its state, and the bot goes by it from the next
    start; without one it goes into the package.
    """
    if missing():
        raise ConfigError(f"{', '.join(missing())}: not installed; pip install 'mailbot[encoder]'")
    from mailbot.bot import school
    from mailbot.classifier.encoder import Encoder
    from mailbot.classifier.judge import VERDICTS as SHIPPED
    from mailbot.classifier.judge import write_verdicts

    if adapt:
        from mailbot.bot.lessons import adapt_encoder

        adapt_encoder(out.print)
    with desk(config) if config is not None else nullcontext() as bot:
        picked = tuple(school.picked_examples(bot.state, bot.engine.mailroom)) if bot else ()
    trained = school.School(Encoder(), _tracked).train(picked)
    place = SHIPPED
    if config is not None:
        place = state_folder(config, load_config(config)) / VERDICTS
    write_verdicts(place, trained.verdicts)
    show(trained.outcomes)
    out.print(
        f"learnt from {trained.learnt_from} mails, {len(picked)} of them your picks; "
        f"measured on {len(trained.outcomes.found)} that nothing was learnt from; kept in {place}"
    )


def show(outcomes: "Outcomes") -> None:
    """The tables: what is promised, each label, how sure against how right."""
    from mailbot.classifier import report

    promised = _table("on mails it never saw", "figure", "95 % interval")
    for name, figure in report.figures(outcomes).items():
        promised.add_row(name, f"{figure.value:.3f}", f"{figure.low:.3f} to {figure.high:.3f}")
    labels = _table("intent", "mails", "precision", "recall", "F1", "where missed, read as")
    for one in report.by_label(outcomes):
        instead = ", ".join(f"{name} {count}" for name, count in one.instead)
        shares = (f"{share:.2f}" for share in (one.precision, one.recall, one.f1))
        labels.add_row(one.label, str(one.mails), *shares, instead)
    sure = _table("held to be right", "was right", "mails")
    for claimed, right, count in report.calibration(outcomes):
        sure.add_row(f"{claimed:.2f}", f"{right:.2f}", str(count))
    for table in (promised, labels, sure):
        out.print(table)
    out.print(f"claim and truth lie {report.calibration_error(outcomes):.3f} apart on average")


def _table(*headings: str) -> Table:
    table = Table(box=None, pad_edge=False, header_style="bold")
    for number, heading in enumerate(headings):
        table.add_column(heading, justify="left" if not number or "read as" in heading else "right")
    return table


def _tracked(mails: Sequence["Example"], what: str) -> Iterator["Example"]:
    return iter(track(mails, what, console=out, transient=True))
