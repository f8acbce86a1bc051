"""How a labelled mail might look another time: longer, greeted, titled, or as an answer."""

import random
from collections.abc import Sequence
from dataclasses import replace

from mailbot.classifier.example import Example

# what real mails have around them and most of ours have not
_GREETINGS = {
    "zh": ("您好！", "您好，", "各位好：", "工程师您好，", "老师好，", "Hi,", "早上好，"),
    "en": ("Hello,", "Hi,", "Dear support team,", "Good morning,", "Hi all,", "Hey,"),
}
_CLOSINGS = {
    "zh": ("谢谢！", "谢谢", "辛苦了。", "祝工作顺利！", "多谢。", "麻烦了。", "以上，谢谢。"),
    "en": ("Thanks", "Thanks!", "Kind regards", "Best regards,", "Cheers", "Thank you."),
}
_SUBJECTS = (
    "服务器故障", "请协助", "案例咨询", "关于昨天的问题", "技术支持", "系统异常排查", "dump 分析",
    "support case", "server issue", "help needed", "our open case", "question", "follow-up",
)  # fmt: skip
_UNLIKE = frozenset({"thanks"})
_OF_STEPS = frozenset({"step_result", "problem_report", "resolved"})
_GREETED, _CLOSED, _TITLED, _ANSWERING, _JOINED = 0.25, 0.25, 0.3, 0.5, 0.15


def dressed(example: Example, others: Sequence[Example], chance: random.Random) -> Example:
    """The mail with surroundings drawn by chance, and the labels that hold then."""
    return _surrounded(_lengthened(example, others, chance), others, chance)


def _lengthened(example: Example, others: Sequence[Example], chance: random.Random) -> Example:
    """Now and then a mail goes on with what another one says: most of ours are short."""
    other = chance.choice(others)
    alike = example.side is other.side and example.text.isascii() == other.text.isascii()
    if not alike or other.quoted or chance.random() > _JOINED:
        return example
    if any(_UNLIKE & one.intents or not one.text for one in (example, other)):
        return example
    return replace(
        example,
        text=f"{example.text}\n{other.text}",
        attached=(*example.attached, *other.attached),
        intents=example.intents | other.intents,
    )


def _surrounded(example: Example, others: Sequence[Example], chance: random.Random) -> Example:
    """The same mail with a greeting, a closing, a subject or a quote that says nothing new."""
    lang = "en" if example.text.isascii() else "zh"
    text = example.text
    if text and not _UNLIKE & example.intents:
        if chance.random() < _GREETED:
            text = f"{chance.choice(_GREETINGS[lang])}\n{text}"
        if chance.random() < _CLOSED and example.intents:
            text = f"{text}\n{chance.choice(_CLOSINGS[lang])}"
    subject, quoted = example.subject, example.quoted
    if not subject and chance.random() < _TITLED:
        subject = chance.choice(_SUBJECTS)
    if not quoted and chance.random() < _ANSWERING:
        quoted = _answered(example, chance.choice(others))
    return replace(example, text=text, subject=subject, quoted=quoted)


def _answered(example: Example, other: Example) -> str:
    """A mail it might answer: that support asked for a step makes no outcome of a question."""
    if other.side is not example.side:
        return other.text
    return "" if _OF_STEPS & example.intents else other.quoted
