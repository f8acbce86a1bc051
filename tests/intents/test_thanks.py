"""Thanks, in many words and languages, and what only begins like thanks."""

from datetime import UTC, datetime

import pytest

from mailbot.bot.wiring.rules import read_intents, read_items
from mailbot.understanding.intent import Side
from mailbot.understanding.understand import understand

INTENTS, ITEMS = read_intents(), read_items()


def wants(text: str) -> tuple[str, ...]:
    at = datetime(2026, 3, 2, tzinfo=UTC)
    return understand(text, "", "Re: x", (), Side.CUSTOMER, INTENTS, ITEMS, at).names


@pytest.mark.parametrize(
    "text",
    [
        "Thank you. I'll come back to you if it happens again.",
        "Thanks a lot, we'll let you know should it come back.",
        "If it happens again, I will let you know. Thanks!",
        "Thanks, we will report back if there are any further problems.",
        "ok thanks, I'll open a new ticket if it crashes again",
        "谢谢，如果再出现我们会联系您。",
        "收到，再次发生的话会及时反馈给您。",
        "好的，有问题再联系。",
        "谢谢！后续有问题我们再找您。",
        "👍",
        "👍👍 thanks",
        "Danke!",
        "Vielen Dank, Lena!",
        "Merci beaucoup !",
        "Muchas gracias",
        "Спасибо!",
        "ありがとうございました。",
        "有難うございました。",
        "誠に有難うございます。",
        "감사합니다",
        "Noted, thanks.",
        "好的，谢谢林工",
    ],
)
def test_only_thanks(text: str) -> None:
    assert wants(text) == ("thanks",)


@pytest.mark.parametrize(
    "text",
    [
        "谢谢，又蓝屏了",
        "Thanks, it happened again. I'll call you if it persists.",
        "Yes.",
        "No, nothing.",
        "ok, tonight",
        "Да, спасибо",
        "Сервер не работает. Спасибо.",
        "Danke, aber es geht nicht.",
        "I'll let you know when the dump is ready.",
        "Thanks! Which firmware do you mean?",
        "好的，明天上传。",
        "谢谢，不过还是不行",
    ],
)
def test_more_than_thanks(text: str) -> None:
    assert wants(text) != ("thanks",)
