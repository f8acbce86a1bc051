"""Facts that a mail states: logins, error codes, versions, names, dates."""

import re
from collections.abc import Iterator, Sequence
from datetime import datetime

from mailbot.understanding.circumstances import circumstances
from mailbot.understanding.dates import length, moment
from mailbot.understanding.logins import login
from mailbot.understanding.scopes import Scope, Span, holds
from mailbot.understanding.sentences import Sentence
from mailbot.understanding.understood import Fact, MomentFact, TextFact

_MOST = 32_768
_LINE = 500
_MOST_OF_A_KIND = 8

_ERROR = re.compile(
    r"\b(0[xX][0-9a-fA-F]{1,16}\b|[A-Z]{2,6}-\d{3,6}(?![\w-])|E\d{4,6}\b)|(?:HTTP|"
    r"[Ee]rr(?:or|no)|[错錯][误誤]|[报報][错錯])(?:\s?(?:[Cc]ode|代[码碼]|"
    r"[码碼]))?\s?[:：#]?\s?((?<!\d)-?\d{1,6})\b"
)
_BUGCHECK = re.compile(r"\b([A-Z][A-Z0-9]*(?:_[A-Z0-9]+){1,10})\s?\(([0-9a-f]{1,8})\)")
_STOP = re.compile(
    r"(?:\bbug ?check(?: code)?|\bstop code|停止代[码碼]|"
    r"[蓝藍]屏代[码碼])\s*[:：]?\s*(?:is\s)?(0x[0-9a-f]{1,8}|"
    r"[A-Z][A-Z0-9]*(?:_[A-Z0-9]+){1,10})",
    re.IGNORECASE,
)
_END_USER = re.compile(
    r"^\W{0,4}(?:最[终終](?:用[户戶]|客[户戶])(?:名[称稱])?|(?:用[户戶]|客[户戶]|"
    r"[单單]位)(?:名[称稱]?|[单單]位|[公][司])?|end[- ]?(?:user|customer)|customer(?: "
    r"name)?|client|organi[sz]ation)\s*[:：]\s*(\S[^\n]{1,80})",
    re.IGNORECASE,
)
_FOR_CUSTOMER = re.compile(
    r"\bfor (?:the |our |a )?(?:customer|client|end[- "
    r"]?user)s?,?\s+[\"“]?((?:[A-Z][\w&.'-]*)(?:\s(?:[A-Z][\w&.'-]*|of|and|for|&)){0,6})"
)
_SYSTEM = re.compile(
    r"(?:系[统統]版本|操作系[统統](?:版本)?|os(?: version)?|operating "
    r"system)\s*[:：]\s*(\S[^\n]{1,80})|\b(Windows (?:Server )?(?:\d{2,4}|XP|Vista)(?: "
    r"R2)?(?: [A-Za-z]{3,12}){0,2}(?:[ ,(]{1,2}(?:version |build |build number "
    r")?\d{2}[\dH.]{2,12}\)?)?)|\b((?:CentOS|Ubuntu|Debian|RHEL|Red Hat Enterprise Linux|"
    r"SUSE|SLES|Oracle Linux|Rocky Linux|AlmaLinux|openEuler|Kylin|UOS|AIX|HP-UX|Solaris|"
    r"macOS|ESXi|vSphere)(?: Linux)?(?: Server)?(?: release| version)? ?v?\d[\w.-]{0,16})",
    re.IGNORECASE,
)
_PRODUCT = re.compile(
    r"(?:[产產]品版本|[软軟]件版本|固件版本|微[码碼]版本|版本[号號]|firmware(?: version)?|"
    r"software version|product version|driver version|bios(?: version)?)\s*(?:[:：=]|是|"
    r"[为為]|is)\s*(v?\d[\w.() -]{0,39})",
    re.IGNORECASE,
)
_PHONE = re.compile(
    r"电话(?:里|中|上)?(?:沟通|联系|里|中|上|说|确认|讨论|交流|会议|告知|协商|会后)|"
    r"(?:刚才|刚刚|之前|上午|下午|昨天|今天|早上|通过)的?(?:电话|通话)|通(?:了|"
    r"过)?(?:电)?话(?!术)|\b(?:on|over|by|via|in|during|per|from|after|following) (?:the|"
    r"our|your|today's|yesterday's|this morning's|a|last)? ?(?:tele)?(?:phone)? ?(?:phone|"
    r"telephone|call|conversation)\b|\b(?:spoke|talked) (?:on|over|by) (?:the )?phone\b|"
    r"\b(?:as|we) (?:discussed|agreed|talked|spoke)\b[^.\n]{0,20}\b(?:phone|call)\b|"
    r"\bphone call\b",
)
_NO_NAME = re.compile(r"反馈|描述|现象|问题|机器|电脑|名\b|^[A-Za-z0-9._-]+$")
_WATCHED = re.compile(
    r"观察|监控|监测|关注|跟踪|盯|\b(?:monitor|observ|watch|keep an? (?:close )?eye|tracking)"
)
_SELF = re.compile(
    r"我|这边|客户|用户|会|将|准备|打算|计划|预计|争取|尽量|再|给您|反馈|上传|发|提供|传|"
    r"收集|抓|\b(?:i|we|i'll|we'll|will|shall|customer|client|going to|plan|hope|expect|"
    r"can)\b"
)
_DOING = re.compile(
    r"上传|传|发|提供|收集|采集|抓|导|截|回复|反馈|答复|联系|更新|告|给您|处理|安排|测试|"
    r"试|升级|重启|执行|补|完成|同步|跟进|分析|有结果|再|等|\b(?:upload|send|provide|"
    r"collect|gather|capture|share|get|reply|respond|answer|update|call|let you know|come "
    r"back|back to you|do|run|test|try|restart|reboot|check|deliver|submit|finish|have|be "
    r"(?:able|ready|available|done)|follow|forward|schedule)\b"
)
_THEIRS = re.compile(
    r"请(?!假|示)|麻烦|能否|可否|能不能|是否|吗|\?|？|如果|若|已|了[。.]?$|昨|前天|上周|"
    r"\b(?:please|could you|can you|would you|will you|when will|if|uploaded|sent|"
    r"yesterday|last|ago|since|expires?|until then|valid|happened|crashed|was|were)\b"
)

# cheap tests before expensive ones: most lines hold no fact
_TELLING = re.compile(r"[\d_:：]|[Cc](?:ustomer|lient)|[Uu]ser")
_CALLED = re.compile(r"call|phone|话|spoke|talk|discussed|agreed")
_DATED = re.compile(
    r"\d|[明后今]|[周月号日天]|小时|星期|礼拜|下班|day\b|tomorrow|tonight|week|month|hour|"
    r"eod|afternoon|evening|fortnight|节|假|年后|festival|new year|"
    r"\b(?:early|mid|late|end of|beginning of|middle of)\b"
)

_COLON = (":", "：")
_LINE_FACTS = (
    ("error_code", _ERROR, tuple("0123456789")),
    ("bugcheck", _BUGCHECK, ("_",)),
    ("bugcheck", _STOP, ("bugcheck", "bug check", "stop code", "停止代", "屏代")),
    ("end_user", _END_USER, _COLON),
    ("end_user", _FOR_CUSTOMER, ("customer", "client", "end user", "end-user", "enduser")),
    (
        "system_version",
        _SYSTEM,
        (
            "windows",
            "统版本",
            "統版本",
            "操作系",
            "os:",
            "os：",
            "os version",
            "operating system",
            "linux",
            "red hat",
            "rhel",
            "ubuntu",
            "suse",
            "sles",
            "debian",
            "openeuler",
            "kylin",
            "uos",
            "aix",
            "hp-ux",
            "solaris",
            "esxi",
            "vsphere",
        ),
    ),
    ("product_version", _PRODUCT, ("版本", "version", "firmware", "bios")),
)


def facts(
    text: str, sentences: Sequence[Sentence], at: datetime, *, watched: bool
) -> tuple[Fact, ...]:
    """The facts in ``text``; with ``watched`` it starts a watch, so a duration is one too."""
    found = [*account(text), *_of_lines(_lines(text)), *_calls(sentences)]
    found += circumstances(sentences)
    if watched:
        found += _watch(sentences, at)
    found += _promise(sentences, at)
    return tuple(dict.fromkeys(found))


def account(text: str) -> tuple[Fact, ...]:
    """The login that a sealed ``text`` spells out."""
    return tuple(login("\n".join(_lines(text)))) if "[sealed:" in text else ()


def _lines(text: str) -> list[str]:
    return [line[:_LINE] for line in text[:_MOST].splitlines() if line.strip()]


def _of_lines(lines: Sequence[str]) -> Iterator[Fact]:
    seen: dict[str, int] = {}
    for line in lines:
        if not _TELLING.search(line):
            continue
        low = line.lower()
        for name, pattern, cues in _LINE_FACTS:
            if not any(cue in low for cue in cues):
                continue
            for match in pattern.finditer(line):
                value = _value(name, match)
                seen[name] = seen.get(name, 0) + 1
                if value and seen[name] <= _MOST_OF_A_KIND:
                    yield TextFact(name, value, line.strip())


def _value(name: str, match: re.Match[str]) -> str:
    value = next((group for group in match.groups() if group), "").strip().rstrip("。.;；,，")
    if name == "end_user" and _NO_NAME.search(value) and not value[:1].isupper():
        return ""
    if name == "error_code":
        value = value.split("：")[-1].split(":")[-1].strip()
    return value


def _calls(sentences: Sequence[Sentence]) -> Iterator[Fact]:
    for sentence in sentences:
        if _CALLED.search(sentence.raw) and _PHONE.search(sentence.raw):
            yield TextFact("phone_call", "mentioned", sentence.text)
            return


def _watch(sentences: Sequence[Sentence], at: datetime) -> Iterator[Fact]:
    for sentence in sentences:
        found = _WATCHED.search(sentence.raw)
        if not found:
            continue
        ahead = length(sentence.raw)
        until = at + ahead if ahead is not None else moment(sentence.raw, at)
        if until is not None and until > at:
            yield MomentFact("watch_until", until, sentence.text)
            return


def _promise(sentences: Sequence[Sentence], at: datetime) -> Iterator[Fact]:
    for sentence in sentences:
        if not _DATED.search(sentence.plain):
            continue
        for part in re.split(r"[,，;；]|\bbut\b|但", sentence.plain):
            if _THEIRS.search(part) or not (_SELF.search(part) and _DOING.search(part)):
                continue
            when = moment(part, at)
            if (
                when is not None
                and when >= at
                and not holds(Scope.QUESTION, part, Span(0, len(part)))
            ):
                yield MomentFact("promise", when, sentence.text)
                return
