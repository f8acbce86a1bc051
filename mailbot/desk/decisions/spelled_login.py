"""A login of another server, spelled out in a mail of ours."""

from dataclasses import replace

from mailbot.because import Because
from mailbot.desk.case.actions import ShutAccounts
from mailbot.desk.case.reading import Reading
from mailbot.desk.case.transfer import Account, AccountOrigin
from mailbot.desk.decisions.sheet import Sheet

_SSH = 22


def read_account(sheet: Sheet, mail: Reading) -> None:
    """A login spelled out in a mail of ours takes the place of the bot's own."""
    user, password = mail.said.fact("account_user"), mail.said.fact("account_password")
    if not user or not password:
        return
    known = next((one for one in sheet.transfer.accounts if not one.is_ours), None)
    if known is not None and (known.user, known.password) == (user, password):
        _complete(sheet, mail, known)
        return
    own = tuple(account.user for account in sheet.transfer.accounts if account.is_ours)
    if own:
        sheet.order(ShutAccounts(own, Because.OTHER_SERVER()))
    sheet.transfer = replace(sheet.transfer, accounts=(_account(mail, user, password),))
    sheet.say(Because.ACCOUNT_READ(name=user, address=mail.sender.email))


def _account(mail: Reading, user: str, password: str) -> Account:
    host, port = mail.said.fact("account_host"), mail.said.number("account_port")
    return Account(
        user=user,
        person="",
        origin=AccountOrigin.READ,
        opened=mail.at,
        password=password,
        host=host,
        port=port if port is not None else _SSH * bool(host),
    )


def _complete(sheet: Sheet, mail: Reading, known: Account) -> None:
    """Host and port may follow in a later mail than user and password (02, then 04)."""
    told = _account(mail, known.user, known.password)
    whole = replace(known, host=known.host or told.host, port=told.port or known.port)
    sheet.transfer = replace(
        sheet.transfer,
        accounts=tuple(whole if one is known else one for one in sheet.transfer.accounts),
    )
