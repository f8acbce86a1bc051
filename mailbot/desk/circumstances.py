"""What a report tells around a fault: since when, what was changed before, how many are hit."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from mailbot.desk.outcomes import may_recur
from mailbot.desk.reading import Fact
from mailbot.desk.scopes import FUTURE, QUESTION, REQUESTED, SUPPOSED, Span, holds
from mailbot.desk.sentences import Sentence

_MOST_OF_A_KIND = 5
_LONGEST = 400
_ASCII = re.ASCII

_COUNT = r"(?:\d{1,5} ?多? ?|[一二两三四五六七八九十]{1,3}|几|数|多|好几)"
_ENGLISH_COUNT = (
    r"(?:\d{1,5}|one|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|thirty|forty|"
    r"fifty|a dozen|dozens of|several|all|both|half of)"
)
_WHEN = (
    r"(?:last|this|yesterday|monday|tuesday|wednesday|thursday|friday|saturday|sunday|weekend|"
    r"january|february|march|april|may|june|july|august|september|october|november|december|"
    r"night|morning|week|month|the \d{1,2}(?:st|nd|rd|th)?|\d{1,2}:\d\d|\d{1,2} \w{3,9})"
)
_ZH_WHEN = (
    r"(?:上(?:个?月|周|星期|礼拜|次)|昨[天晚日]|前[天几]|今[天早晨]|最近|近期|月[底初]|"
    r"周[一二三四五"
    r"六日末]|星期.|\d{1,2}[月号日点]|[一二三四五六七八九十]月|去年|半年|之前)"
)
_CHANGE = (
    r"(?:升级|更新|更换|替换|换|安装|装|卸载|打补丁|迁移|割接|扩容|搬迁|修改|改|调整|切换|停电|"
    r"断电|重装|上线)"
)
_ENGLISH_CHANGE = (
    r"(?:upgraded|updated|patched|replaced|migrated|installed|moved|changed|swapped|renewed|"
    r"added|removed|reinstalled|expanded|reconfigured|switched|rolled out|went live)"
)


@dataclass(frozen=True, slots=True)
class _Way:
    """How a fact is told; ``cues`` are looked for first, ``but`` are scopes in which it is none."""

    name: str
    pattern: re.Pattern[str]
    cues: tuple[str, ...]
    but: tuple[str, ...] = (QUESTION, SUPPOSED)


_WAYS = (
    _Way(
        "since",
        re.compile(
            r"(?:自从|从|自)(?P<a>[^，。；,;\n]{1,24}?)(?:开始|起(?!来)|以来|之后|以后|"
            r"到现在|至今)|"
            rf"(?P<b>{_ZH_WHEN}[^，。；,;\n]{{0,8}})(?:开始|以来|起(?!来))|"
            r"(?P<c>最近(?:这|的)?[一两二三四五六七八九十几\d]{0,2}个?(?:天|周|星期|月|年))|"
            r"\bsince (?P<d>[a-z0-9' :.-]{2,40}?)(?=[,;.!]|$| (?:we|the (?!\d)|it|our|and|"
            r"but|about|"
            r"when|three|two|all)\b)|"
            r"\b(?:started|began|first (?:seen|happened|noticed|appeared))\b(?: on| at| in| after| "
            r"about| around)? (?P<e>[a-z0-9' :-]{3,30})|"
            r"\bfor the (?:last|past) (?P<f>[a-z0-9 ]{3,20}\b)",
            _ASCII,
        ),
        ("从", "自", "开始", "以来", "起", "最近", "since", "started", "began", "first", "for the"),
    ),
    _Way(
        "affected",
        re.compile(
            rf"(?P<a>{_COUNT}(?:多|几)?(?:台|个节点|个终端|个用户|名用户|个站点?|个分支|"
            rf"个部门|家门店|"
            r"块(?:盘|卡)|个人|位同事)(?:服务器|机器|电脑|主机|终端|工作站|虚拟机|交换机|设备)?)|"
            r"(?P<b>(?:所有|全部|全院|全公司|整个)(?:的)?(?:服务器|机器|电脑|主机|终端|用户|"
            r"部门|节点|分支|系统))|"
            rf"\b(?P<c>{_ENGLISH_COUNT}(?: of (?:our|the|these|"
            rf"\w{{2,7}}))?(?: [\w-]{{2,14}}){{0,2}} "
            r"(?:servers?|hosts?|machines|pcs|users|nodes|clients|workstations|sites|laptops|"
            r"desktops|switches|aps|branches|offices|people|guests|vms|disks|sites|stations|"
            r"tills))\b",
            _ASCII,
        ),
        (
            "台", "个", "名", "家", "块", "位", "所有", "全", "整个", "server", "host", "machine",
            "pcs", "user", "node", "client", "station", "site", "laptop", "desktop", "switch",
            "aps",
            "branch", "office", "people", "guest", "vms", "disk", "tills",
        ),
        (QUESTION, SUPPOSED, REQUESTED),
    ),
    _Way(
        "changed_before",
        re.compile(
            r"(?P<a>(?:没有?|无|未|没)(?:做过?|有过|任何|什么|进行过?)*(?:变更|变动|改动|"
            r"变化|调整过?|动过))|"
            rf"(?P<b>{_ZH_WHEN}[^，。；,;\n]{{0,28}}?{_CHANGE}[^，。；,;\n]{{0,20}}?[了过])|"
            rf"(?P<c>{_CHANGE}[^，。；,;\n]{{0,16}}?(?:之后|以后|"
            rf"后)(?=[^，。；\n]{{0,8}}(?:开始|出现|就|，)))|"
            r"\b(?P<d>nothing (?:else )?(?:was |has been |had been )?changed|"
            r"no (?:recent )?changes)\b|"
            rf"\b(?P<e>{_ENGLISH_CHANGE}\b[^.;\n]{{0,60}}?\b{_WHEN})\b|"
            rf"\b(?P<f>{_WHEN}\b[^.;\n]{{0,40}}?\b(?:we|they|it|was|were|been|somebody|and)\b"
            rf"[^.;\n]{{0,20}}?\b{_ENGLISH_CHANGE}\b[^.;,\n]{{0,40}})|"
            r"\b(?P<g>(?:after|since|following) (?:the|our|this|that|last|yesterday's|friday's|"
            r"tuesday's|an?)\b[^.;,\n]{0,24}?\b(?:update|upgrade|patch\w*|migration|replacement|"
            r"installation|reinstall|firmware|move|change|cutover|renewal|power cut|"
            r"maintenance)\b)",
            _ASCII,
        ),
        (
            "升级", "更新", "换", "装", "补丁", "迁移", "割接", "扩容", "搬迁", "改", "调整", "电",
            "变", "动过", "上线", "upgrad", "updat", "patch", "replac", "migrat", "install",
            "moved",
            "move", "chang", "swapp", "renew", "added", "remov", "expand", "reconf", "switch",
            "rolled", "went live", "firmware", "cutover", "power cut", "maintenance",
        ),
        (QUESTION, SUPPOSED, REQUESTED, FUTURE),
    ),
)  # fmt: skip

_FILE = re.compile(
    r"(?<![\w@/.])(?P<a>(?:[\w\u3400-\u9fff()+-][\w\u3400-\u9fff.()+-]{0,80}?)\."
    r"(?:dmp|mdmp|hdmp|log|zip|7z|rar|tar|gz|tgz|xz|bz2|evtx?|etl|pcapng|pcap|cap|csv|xlsx?|docx?|"
    r"pdf|har|trc|trf|xdl|sys|dll|exe|cab|iso|cfg|conf|ini|xml|json|html?|jpe?g|png|mp4|txt|"
    r"tmp|out|"
    r"core|nfo|reg|ps1|bat|sh|sql))(?![\w@.]*@)\b",
    re.IGNORECASE | _ASCII,
)
_PHONE = re.compile(
    r"(?<![\d-])(?P<a>1[3-9]\d(?:[- ]?\d{4}){2}|0\d{2,3}[- ]\d{7,8}(?:[-转 ]{1,2}\d{1,6})?|"
    r"400[- ]?\d{3}[- ]?\d{4}|\+\d{1,3}[- (]{1,2}\d[\d ()-]{6,16}\d)(?![\d-])"
)
_EXTENSION = re.compile(
    r"(?:分机|内线|\bext(?:ension)?\.?)[号:： ]{0,2}(?P<a>\d{2,6})\b", re.IGNORECASE
)
_CONTACT = re.compile(
    r"联系人[:：是为 ]{0,2}(?P<a>[\u3400-\u9fff]{2,4}|[A-Z][a-z]+ [A-Z][a-z]+)|"
    r"(?:请联系|找|联系)(?:我(?:的|们)?)?同事(?P<b>[\u3400-\u9fff]{2,3}?)(?=[（(，,。 :：]|$)|"
    r"\b(?:contact(?: person)?(?: is|:)?|[Cc]olleague|ask for|"
    r"speak to) (?P<c>[A-Z][a-z]{1,20} [A-Z][a-z]{1,20})\b|"
    r"\b(?P<d>[A-Z][a-z]{1,20} [A-Z][a-z]{1,20}) (?:takes? over|has the case|is in charge)\b"
)
_COMPANY = re.compile(
    r"(?P<a>(?:(?![我你您他们在去到的是了和与把给请这那])[\u3400-\u9fff]){2,18}(?:有限公司|股份公司|集团公司|(?<!工业)集团|银行|医院|大学|"
    r"学院|研究院|"
    r"图书馆|电力公司|水务局|政务服务中心))|"
    r"\b(?P<b>[A-Z][\w&-]{1,20}(?: (?:of|and|&|[A-Z][\w&-]{1,20})){0,4} (?:Ltd|Limited|Inc|"
    r"GmbH|Corp|LLC|"
    r"PLC|Group|Hospital|University|Bank|College|Insurance|Logistics))\b"
)
_STOP_NAME = re.compile(r"\b(?P<a>[A-Z][A-Z0-9]{2,}(?:_[A-Z0-9]{2,}){2,8})\b")
_LINE_WAYS = (
    ("file", _FILE, (".",)),
    ("phone", _PHONE, ("-", "1", "0", "+")),
    ("phone", _EXTENSION, ("分机", "内线", "ext", "Ext")),
    ("contact", _CONTACT, (
        "联系", "同事", "ontact", "olleague", "ask for", "speak to", "take", "charge", "has the",
    )),
    ("company", _COMPANY, (
        "公司", "集团", "银行", "医院", "大学", "学院", "研究院", "图书馆", "水务", "政务",
        "Ltd", "Limited",
        "Inc", "GmbH", "Corp", "LLC", "PLC", "Group", "Hospital", "University", "Bank", "College",
        "Insurance", "Logistics",
    )),
    ("bugcheck", _STOP_NAME, ("_",)),
)  # fmt: skip


def circumstances(lines: Sequence[str], sentences: Sequence[Sentence]) -> Iterator[Fact]:
    """Each value once, at most five of a kind; a question or a supposition tells nothing."""
    known: set[tuple[str, str]] = set()
    kinds: dict[str, int] = {}
    for fact in (*_of_sentences(sentences), *_of_lines(lines)):
        place = (fact.name, fact.value.lower())
        if place in known or kinds.get(fact.name, 0) >= _MOST_OF_A_KIND:
            continue
        known.add(place)
        kinds[fact.name] = kinds.get(fact.name, 0) + 1
        yield fact


def _of_sentences(sentences: Sequence[Sentence]) -> Iterator[Fact]:
    for sentence in sentences:
        plain = sentence.raw[:_LONGEST]
        for way in _WAYS:
            if not any(cue in plain for cue in way.cues):
                continue
            for match in way.pattern.finditer(plain):
                if not any(holds(scope, plain, Span(*match.span())) for scope in way.but):
                    yield Fact(way.name, _value(match), sentence.text)
        if may_recur(sentence.raw):
            yield Fact("if_recurs", "mentioned", sentence.text)


def _of_lines(lines: Sequence[str]) -> Iterator[Fact]:
    for line in lines:
        for name, pattern, cues in _LINE_WAYS:
            if any(cue in line for cue in cues):
                for match in pattern.finditer(line):
                    yield Fact(name, _value(match), line.strip())


def _value(match: re.Match[str]) -> str:
    return next(group for group in match.groups() if group).strip(" ,，。.的")
