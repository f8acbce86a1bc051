"""Staff hands over a user name and a password, both spelled out."""

from mailbot.understanding.intent import Effect, Intent, Side

# No phrase can say it: only the login itself, spelled out, makes a mail one of these.
INTENT = Intent(
    name="account_created",
    called=("给出账号和密码", "hands over a login"),
    side=Side.STAFF,
    effect=Effect.SPELLS_LOGIN,
    phrases=(),
)
