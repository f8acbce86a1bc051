"""Wants the case to stay open for another while: chosen by its number in a letter of ours."""

from mailbot.understanding.intent import Effect, Intent, Side

INTENT = Intent(
    name="keep_watching",
    called=("希望继续观察", "wants to keep watching"),
    side=Side.CUSTOMER,
    effect=Effect.KEEPS_WATCHING,
    phrases=(),
)
