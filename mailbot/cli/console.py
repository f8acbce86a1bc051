"""The pages for engineers, and who may use them."""

from typing import Annotated

import argon2
import typer

from mailbot.cli.options import CONFIG, ConfigFile, desk, out, state_folder
from mailbot.config import load_config
from mailbot.console.server import console_of
from mailbot.errors import OrderError
from mailbot.repositories.users import User, UserRole

_SHORTEST = 10

Email = Annotated[str, typer.Argument(help="The user's mail address.")]

user = typer.Typer(help="Who may use the pages: add, list, remove.", no_args_is_help=True)


def console(
    listen: Annotated[str, typer.Option(help="host:port, in place of [console] listen.")] = "",
    config: ConfigFile = CONFIG,
) -> None:
    """Serve the pages for engineers by themselves; `mailbot run` serves them too."""
    settings = load_config(config)
    served = listen or settings.console.listen
    if not served:
        raise OrderError('[console] listen is "": name an address with --listen 127.0.0.1:8088')
    server = console_of(settings, state_folder(config, settings), lambda: None, listen=served)
    out.print(f"The pages are at http://{served}/ (Ctrl-C ends them).")
    try:
        server.serve()
    finally:
        server.stop()


@user.command("add")
def add(
    email: Email,
    role: Annotated[UserRole, typer.Option(help="What they may do.")] = UserRole.ENGINEER,
    name: Annotated[str, typer.Option(help="How they are called.")] = "",
    password: Annotated[
        str, typer.Option(help="Left out: asked for.", envvar="MAILBOT_USER_PASSWORD")
    ] = "",
    sign_on: Annotated[
        bool, typer.Option("--sign-on", help="No password: a proxy signs them in.")
    ] = False,
    config: ConfigFile = CONFIG,
) -> None:
    """Add a user, or give a known one a new role or password; all their sessions end."""
    with desk(config) as bot:
        address = email.strip().lower()
        is_engineer = bot.engine.mailroom.intake.people.is_engineer(address)
        if role is not UserRole.READER and not is_engineer:
            raise OrderError(
                f"{address} is no engineer of this desk: add it to engineers under [desk], "
                "or make it a reader"
            )
        secret = "" if sign_on else password or _asked()
        if secret and len(secret) < _SHORTEST:
            raise OrderError(f"the password is too short: {_SHORTEST} characters at least")
        hashed = argon2.PasswordHasher().hash(secret) if secret else ""
        known = bot.state.users.find(address)
        shown = name or (known.name if known is not None else "")
        bot.state.users.keep(User(address, shown, role, hashed))
        bot.state.sessions.end_all_of(address)
    out.print(f"{address} is a user ({role.value}).")


@user.command("list")
def list_users(config: ConfigFile = CONFIG) -> None:
    """List the users."""
    with desk(config) as bot:
        users = bot.state.users.all()
    for one in users:
        out.print(f"{one.email}  {one.role.value}  {one.name}".rstrip())
    if not users:
        out.print("There is no user yet: `mailbot user add lin@support.example`.")


@user.command("remove")
def remove(email: Email, config: ConfigFile = CONFIG) -> None:
    """Remove a user and end their sessions."""
    with desk(config) as bot:
        if not bot.state.users.remove(email):
            raise OrderError(f"{email} is no user: `mailbot user list`")
    out.print(f"{email} is no user any more.")


def _asked() -> str:
    return str(typer.prompt("Password", hide_input=True, confirmation_prompt=True))
