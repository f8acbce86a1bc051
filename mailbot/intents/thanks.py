"""The customer only acknowledges or thanks."""

from mailbot.understanding.intent import Effect, Intent, Owes, Phrase, Presumes, Side

INTENT = Intent(
    name="thanks",
    called=("只是致谢", "only thanks"),
    side=Side.CUSTOMER,
    effect=Effect.THANKS,
    presumes=Presumes.A_CASE,
    owes=Owes.NOBODY,
    alone=True,
    phrases=(
        Phrase(
            r"谢|辛苦|收到|知[道悉]|明白|了解|已阅|没问题|好[的滴嘞]|嗯|^行|可以的|承知",
            0.95,
            yes=("收到，多谢", "好的", "您辛苦了"),
            no=("日志在附件里", "又蓝屏了"),
        ),
        Phrase(
            r"\b(?:thank|thx|cheers|appreciat|got it|received|noted|understood|roger|ok|great)",
            0.95,
            yes=("Thanks a lot!", "Much appreciated.", "Okay, noted."),
            no=("The server hung.", "Log attached."),
        ),
        Phrase(
            r"dank|merci|gra[cz]i|obrigad|\bta[ck]k?\b|kiitos|пасибо|лагодар|якую",
            0.95,
            yes=("Vielen Dank!", "Merci beaucoup", "Спасибо"),
            no=("Bonjour", "Take a look"),
        ),
        Phrase(
            r"dziękuj|děkuj|teşek|cảm ơn|ありがと|难う|감사|고맙|شكرا|תודה|[👍👌🙏]",
            0.95,
            yes=("Dziękuję", "👍", "ありがとうございます"),
            no=("😡", "Proszę"),
        ),
    ),
)
