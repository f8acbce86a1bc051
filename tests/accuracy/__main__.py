"""Prints how well mail is read, one table a measure; ends with 1 if an aim is missed."""

import argparse
import importlib
import pkgutil
import sys
from collections.abc import Iterator

from rich.console import Console
from rich.table import Table

import tests.accuracy
from tests.accuracy.table import NoCorpora, Row

_VERDICT = {None: "", True: "holds", False: "MISSED"}


def main() -> int:
    """Run every measure, or those named."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("measures", nargs="*", help="files of tests/accuracy, without .py")
    named = asked.parse_args().measures
    out, missed = Console(width=200, highlight=False), 0
    for name in _measures():
        if named and name not in named:
            continue
        module = importlib.import_module(f"tests.accuracy.{name}")
        try:
            rows = list(module.measure())
        except NoCorpora as error:
            out.print(f"{name}: not measured, {error}", style="yellow")
            continue
        out.print(_table(module.__doc__ or name, rows))
        missed += sum(row.holds is False for row in rows)
    out.print(f"{missed} aims missed" if missed else "every aim holds")
    return 1 if missed else 0


def _measures() -> Iterator[str]:
    for found in pkgutil.iter_modules(tests.accuracy.__path__):
        module = importlib.import_module(f"tests.accuracy.{found.name}")
        if hasattr(module, "measure"):
            yield found.name


def _table(title: str, rows: list[Row]) -> Table:
    peers = list(dict.fromkeys(peer for row in rows for peer in row.peers))
    table = Table(title=title.strip().split("\n")[0], title_justify="left", title_style="bold")
    for heading in ("on", "what", "mailbot", *peers, "aim", ""):
        table.add_column(heading, overflow="fold")
    for row in rows:
        others = [row.peers.get(peer, "") for peer in peers]
        style = "red" if row.holds is False else ""
        table.add_row(
            row.on, row.what, row.ours, *others, row.aim, _VERDICT[row.holds], style=style
        )
    return table


if __name__ == "__main__":
    sys.exit(main())
