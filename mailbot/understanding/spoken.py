"""What a customer says in a mail: its new text, or its subject if that says nothing."""

import re

from mailbot.mail.message import Message
from mailbot.mail.quoting import forward
from mailbot.mail.subject import has_reply_prefix
from mailbot.understanding.sentences import sentences
from mailbot.understanding.smalltalk import is_smalltalk

# "see the subject" says nothing by itself
_POINTING_UP = re.compile(
    r"[如见見](?:题|題|标题|標題|主题|主題|邮件标题|邮件主题)"
    r"|(?:内容|详情|具体)?(?:请)?见(?:标题|主题)"
    r"|\b(?:please )?(?:see|cf\.?|as (?:per|in|stated in)) (?:the |my )?subject(?: line)?\b"
    # if only a signature was written, it is the message
    r"|\A\s*--[ \t]*\n[\s\S]{0,2000}\Z"
    r"|\b(?:the )?subject (?:line )?says it(?: all)?\b|\bsiehe betreff\b",
    re.IGNORECASE,
)


def spoken(message: Message) -> str:
    """The text to be understood; a reply's subject is left out: it is the one it answers."""
    text = forward.told(message.parts)
    if message.ancestors or has_reply_prefix(message.subject):
        return text
    words = sentences(_POINTING_UP.sub("", text))
    return f"{message.subject}\n{text}".strip() if is_smalltalk(words) else text
