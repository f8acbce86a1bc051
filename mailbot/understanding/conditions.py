"""The condition on which a sentence depends: the problem recurs, or a step fails."""

import re
from collections.abc import Sequence

from mailbot.understanding.sentences import Sentence
from mailbot.understanding.understood import MentionMode

_RECURS = re.compile(
    r"(?:如果|若|一旦|万一|要是|当|假如|等(?!待)|(?<!等)待|如)[^。\n]{0,24}(?:出现|发生|"
    r"复现|重现|再次|再有|又|蓝屏|死机|产生|自动重启|宕机|崩溃|挂死|卡死|掉线|中断|告警|"
    r"报错|触发|有新的)|下次[^。\n]{0,12}(?:出现|发生|复现|重现|再|蓝屏|死机|重启|崩溃|"
    r"宕机|时)|(?:再次|再)(?:出现|发生|复现|蓝屏|死机|崩溃|宕机)(?:问题|故障)?(?:时|后|"
    r"的时候|的话)|\b(?:if|when|once|should|in case|as soon as|"
    r"whenever)\b[^.\n]{0,40}\b(?:again|recurs?|reoccurs?|happens?|occurs?|comes? back|"
    r"reappears?|returns?|crash(?:es)?|hangs?|freezes?|reboots?|fails over|reproduced?|"
    r"drops?)\b|\bnext time\b|\b(?:on|upon|at) the next (?:crash|occurrence|failure|event|"
    r"incident|hang)\b",
    re.ASCII,
)
_FAILS = re.compile(
    r"(?:如果|若|要是|假如|如)[^。\n]{0,24}(?:失败|不行|无效|仍|还是|依然|依旧|没有?效果|"
    r"不成功|(?:无法|不能|没有?|未|没能)(?:解决|恢复|成功|改善)|不起作用|还有问题|不正常|"
    r"还不)|否则|仍(?:无法|不能|然?不)(?:解决|行)的?话?|\b(?:if|should|in case|"
    r"when)\b[^.\n]{0,40}\b(?:fails?|(?:doesn't|does not|don't|didn't|did not|not) "
    r"(?:help|work|solve|fix|resolve|improve)|still|persists?|remains?|continues?|no "
    r"(?:improvement|change|luck|success)|unsuccessful|not successful)\b|\botherwise\b",
    re.ASCII,
)
_HEADING = re.compile(
    r"(?:收集|采集|上传|提供|发送|发给|导出|抓取|反馈|补充|回传|需要|\b(?:collect|gather|"
    r"upload|send|provide|need|require|capture|attach|"
    r"missing)\b)[^\n]*(?:[:：]\s*(?:[(（]?1\s*[)）.、].*)?$|以下|如下|\bfollowing\b)",
    re.ASCII,
)
# a cheap test before the expensive ones
_MAY_BE = re.compile(
    r"[如若旦当等待下再仍]|要是|否则|万一|\b(?:if|once|when|whenever|should|in case|as "
    r"soon|next|otherwise)\b",
    re.ASCII,
)
TURNS = re.compile(
    r"请(?!问)|麻烦|另外|此外|除此|\b(?:please|additionally|in addition|besides|also|"
    r"furthermore)\b",
    re.ASCII,
)


def conditions(sentences: Sequence[Sentence]) -> list[MentionMode | None]:
    """The condition of each sentence; a list has that of the sentence before it."""
    governing: MentionMode | None = None
    last = 0
    result: list[MentionMode | None] = []
    for sentence in sentences:
        own = condition(sentence.raw)
        if own is not None and not sentence.number:
            governing, last = own, 0
        elif _ends(sentence, last):
            governing = None
        last = max(last, sentence.number)
        result.append(own or governing)
    return result


def asked_lists(sentences: Sequence[Sentence]) -> list[bool]:
    """Which sentences are items of a list whose heading asks for them."""
    asking, last = False, 0
    result: list[bool] = []
    for sentence in sentences:
        if _HEADING.search(sentence.raw):
            asking, last = True, 0
        elif _ends(sentence, last) or (not sentence.number and sentence.raw.endswith((":", "："))):
            asking = False
        last = max(last, sentence.number)
        result.append(asking and bool(sentence.number))
    return result


def condition(text: str) -> MentionMode | None:
    """The condition that a sentence names: the problem recurs, or a step fails."""
    if not _MAY_BE.search(text):
        return None
    if _FAILS.search(text):
        return MentionMode.IF_STEP_FAILS
    return MentionMode.IF_RECURS if _RECURS.search(text) else None


def _ends(sentence: Sentence, last: int) -> bool:
    if sentence.number:
        return sentence.number == 1 and last > 1
    return bool(TURNS.search(sentence.raw))
