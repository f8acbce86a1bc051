"""The list of commands: each group lies in a file of its own."""

import typer

from mailbot.cli import (
    accounts,
    away,
    backup,
    begin,
    cases,
    console,
    drafts,
    look,
    serve,
    show,
    status,
    teach,
    threads,
    unit,
)

app = typer.Typer(
    name="mailbot",
    help="Looks after a support mailbox: reads, files, answers, reminds and closes.",
    no_args_is_help=True,
    add_completion=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)

for command in (
    serve.demo, begin.init, serve.check, serve.run,
    look.explain, look.replay,
    cases.cases, cases.case, cases.hold, cases.told, cases.take, cases.watch,
    cases.close, cases.reopen,
    threads.join, threads.split, threads.undo,
    show.show, accounts.account,
    teach.correct, teach.train,
    drafts.drafts, drafts.approve, drafts.reject, drafts.edit,
    away.away, away.back,
    console.console,
    status.status, serve.pause, serve.resume, serve.quarantine,
    unit.unit, backup.backup,
):  # fmt: skip
    app.command()(command)
app.add_typer(console.user, name="user")
