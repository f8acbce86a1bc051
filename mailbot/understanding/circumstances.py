"""The circumstances of a fault: which machines, since when, what changed before, what it left."""

import re
from collections.abc import Iterator, Sequence

from mailbot.understanding.scopes import Scope, Span, clause, holds
from mailbot.understanding.sentences import Sentence
from mailbot.understanding.understood import TextFact

_MOST_OF_A_KIND = 5
_COUNT = (
    r"(?:\d{1,5}|[一二两三四五六七八九十百几]{1,4}|several|two|three|four|five|six|ten|both|all)"
)
_MACHINES = re.compile(
    rf"((?:大约|约|近|共|另外|其他|about |around |some |all |our )?{_COUNT}\+?\s?(?:多|余)?"
    r"(?:(?:台|个|套|部)(?:[a-z\d ]{0,12})(?:机器|电脑|服务器|终端|主机|工作站|节点|设备|"
    r"打印机|虚拟机|交换机|pc|笔记本)"
    r"|\s?(?:of (?:our|the) )?(?:[a-z]+ )?(?:machines|computers|servers|pcs|hosts|"
    r"workstations|nodes|laptops|printers|vms|virtual machines|switches|devices|terminals|"
    r"clients)\b))"
)
_DAY = (
    r"\d{1,4}[年月日号/.-][\d月日号/.-]{0,8}|昨[天晚日]|前天|今[天早晨日]|"
    r"上(?:个?月|周|星期|礼拜)[一二三四五六日天初中末底]?|本?[周月][一二三四五六日天初中末底]|"
    r"(?:\d+|[一二两三四五六七八九十几]+)(?:个)?(?:天|周|月|小时|年)(?:之?前)?|节后|年初|月初"
)
_SINCE = re.compile(
    rf"((?:自从?|从|打)(?:{_DAY})[^，。,;；]{{0,8}}?(?:开始|起|以来|之后|后)|"
    rf"(?:{_DAY})(?:早上|上午|下午|晚上|凌晨)?(?:就)?(?:开始|起)"
    r"|\b(?:ever )?since (?:last |this |the |yesterday|monday|tuesday|wednesday|thursday|"
    r"friday|saturday|sunday|january|february|march|april|may|june|july|august|september|"
    r"october|november|december|about |around |early |late |mid-?|\d)[^,.;!?]{0,30}"
    r"|\bstarted (?:yesterday|(?:on|last|this|about|around|two|three|a|early|in) "
    r"[^,.;!?]{2,24}))"
)
_CHANGED = re.compile(
    r"((?:升级|更新|更换|换了?|打了?|安装|装了?|卸载|迁移|扩容|重装|修改|调整|变更|割接|加了?)"
    r"[^，。,;；]{0,18}(?:之?后(?!续|面|台|缀)|以后|以来)"
    r"|\b(?:after|since) (?:we |i |they |the |our |an? |last (?:night|week)'s )?"
    r"(?:(?!(?:i|we|you|they|will|to) )\w+ ){0,3}"
    r"(?:update|upgrade|patch|migration|replacement|change|reinstall(?:ation)?|move|hotfix|"
    r"updated|upgraded|patched|migrated|replaced|changed|reinstalled|moved|installed|added|"
    r"removed)\b[^,.;!?]{0,24})"
)
_FILE = re.compile(
    r"(?<![\w@/.-])((?:[a-z]:\\(?:[^\\\s\"<>|，。；]{1,60}\\)*)?[\w-][\w.-]{0,60}\."
    r"(?:dmp|mdmp|hdmp|log|etl|evtx|cab|zip|7z|rar|gz|tgz|pcapn?g?|sys|dll|txt|csv|xlsx?|"
    r"jpe?g|png|mp4|nfo|html|trc|hprof|core))(?![\w-])"
)
_PHONE = re.compile(
    r"(?:电话|手机|座机|分机|联系方式|致电|拨打|热线|\btel(?:ephone)?\b|\bphone\b|\bmobile\b|\bcell\b|"
    r"\bcall (?:me|us|him|her|them)\b|\breach (?:me|us)\b)[^\d+，。;；\n]{0,16}"
    r"(\+?\d[\d ()-]{5,18}\d(?:\s?(?:转|ext\.?|x)\s?\d{1,6})?)"
)
_KINDS = (
    ("machines", _MACHINES),
    ("since", _SINCE),
    ("changed_before", _CHANGED),
    ("file", _FILE),
    ("phone", _PHONE),
)
_ASKED_ABOUT = frozenset({"machines", "since", "changed_before"})


def circumstances(sentences: Sequence[Sentence]) -> Iterator[TextFact]:
    """What the sentences tell of it, each kind a few times at most; a question tells nothing."""
    count = dict.fromkeys((name for name, _ in _KINDS), 0)
    for sentence in sentences:
        for name, pattern in _KINDS:
            for match in pattern.finditer(sentence.raw):
                span = Span(*match.span(1))
                if name in _ASKED_ABOUT and _is_asked(sentence.raw, span):
                    continue
                count[name] += 1
                if count[name] <= _MOST_OF_A_KIND:
                    yield TextFact(name, match.group(1).strip(), sentence.text)


def _is_asked(text: str, span: Span) -> bool:
    here = clause(text, span.start, span.end)
    return holds(Scope.QUESTION, text, Span(here.start, here.end))
