"""What subject, sender and form of a mail say of who wrote it, beside its words."""

from mailbot.mail.sign import sign

# what an answer is called that repeats no subject
SUBJECTS = (
    sign(4, "its subject announces an absence", "away", "back"),
    sign(8, "its subject confirms that something has come in", "got", "welcome"),
    sign(8, "its subject speaks of a mail of ours", "yours letter"),
    sign(10, "its subject is a number of its own", "reference"),
    sign(8, "its subject says that its mailbox is gone", "gone", "box"),
    sign(7, "its subject says that it is automatic", "auto"),
)
FAMILY = sign(3, "it speaks as programs do")
SECOND = sign(3, "it speaks as programs do in two ways")
THIRD = sign(6, "it speaks as programs do in three ways")
NOTHING_ELSE = sign(5, "nothing in it is of the matter")
ONLY_THAT = sign(11, "it says nothing but that")
ONLY_AWAY = sign(11, "it says nothing but that somebody is away or gone")
OFFICE = sign(23, "its sender is an office")
SURE_OFFICE = sign(11, "its sender is an office by name and address")
BY_NAME = sign(10, "it speaks of its sender by his name")
QUOTES = sign(-13, "he quotes what he answers")
GREETS = sign(-15, "he greets somebody by name")
TAKES_UP = sign(-9, "he takes up a word of the subject")
TO_SEVERAL = sign(-25, "he writes to several people")
OPENS = sign(-12, "he opens a topic")
HALF_PERSONAL = sign(-6, "half of it is what people say")
MOSTLY_PERSONAL = sign(-5, "most of it is what people say")
SHORT = sign(-10, "it is a line")
LONG = sign(-4, "it is long")
