"""The customer only acknowledges or thanks."""

from mailbot.understanding.intent import Effect, Intent, Owes, Presumes, Side
from mailbot.understanding.vocabulary import ways

INTENT = Intent(
    name="thanks",
    called=("只是致谢", "only thanks"),
    side=Side.CUSTOMER,
    effect=Effect.THANKS,
    presumes=Presumes.A_CASE,
    owes=Owes.NOBODY,
    alone=True,
    phrases=(
        *ways(
            r"谢|感谢|多谢|辛苦|收到|好的|好滴|知道了|明白|了解|知悉|已阅|没问题|"
            r"麻烦(?:您|你|你们)了|ok\b|嗯|行|可以的",
            r"\b(?:thanks?|thank you|thx|tks|cheers|many thanks|much appreciated|"
            r"appreciate|got it|received|noted|ok(?:ay)?|understood|great|perfect|"
            r"acknowledged|will do|roger|copy that|well received|ty)\b",
            r"danke|vielen dank|merci|gracias|grazie|obrigad|bedankt|dank je|dank u|[Сс]пасибо"
            r"|[Бб]лагодар|[Дд]якую|dziękuj|děkuj|\btack\b|\btakk?\b|kiitos|teşekkür"
            r"|cảm ơn|terima kasih|ありがとう|有难う|承知|了解しました|감사합니다|고맙"
            r"|شكرا|תודה|[👍👌🙏🤝✅👏😊🙂❤]",
            confidence=0.95,
        ),
    ),
)
