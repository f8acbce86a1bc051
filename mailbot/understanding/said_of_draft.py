"""What an engineer's answer to a notice says of a draft: yes, no, words to put there instead."""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum


class Saying(StrEnum):
    """``LETTER`` begins with a greeting: it is the letter itself; ``WORDS`` may be a remark."""

    YES = "yes"
    NO = "no"
    LETTER = "letter"
    WORDS = "words"
    UNCLEAR = "unclear"


@dataclass(frozen=True, slots=True)
class SaidOfDraft:
    """``text``: the words of a letter, or why it shall not leave."""

    saying: Saying
    text: str = ""


_UNCLEAR = SaidOfDraft(Saying.UNCLEAR)

_YES = (
    r"yes|yep|yeah|ok(?:ay|ey)?|k|sure|fine|good|great|perfect|lgtm|approved?|i approve|agreed?|"
    r"confirm(?:ed)?|correct|(?:looks|sounds) (?:good|fine|ok(?:ay)?|great)(?: to me)?|"
    r"go(?: ahead| for it)?|do it|send|(?:please )?send (?:it|this|that|them)(?: (?:out|off))?"
    r"(?: (?:now|please|as (?:it )?is))?|ok(?:ay)? to (?:send|go)|good to go|please do|"
    r"no (?:objections?|changes)|\+1|"
    r"(?:我)?同意(?:了|发送?|发出)?|通过|批准|准|没(?:有)?(?:问题|意见)|无误|不错|"
    r"(?:可以|能|请|直接|就这样|那就|就)?发(?:送|出)?(?:去)?(?:吧|了|啊|给他们?|给客户)?|可以(?:的|了|啊)?|"
    r"好(?:的|吧|了|啊|滴)?|行(?:的|啊)?|嗯+|对(?:的)?|是(?:的)?|确认(?:无误|发送|发出)?|就这样(?:吧)?|"
    r"👍|👌|✅|✔|🆗|💯"
)
_NO = (
    r"no|nope|nah|n|reject(?:ed)?|stop|cancel|withdraw|discard|drop it|"
    r"(?:please )?(?:do not|don't|dont|don’t) send(?: (?:it|this|that))?(?: (?:yet|now|please))?|"
    r"(?:do not|don't|dont|don’t)|not (?:yet|now|ok(?:ay)?)|never mind|"
    r"(?:先|暂时?|还是|请|都|我)?(?:不|别|不要|不用|勿|无需|不能)(?:要|用)?发(?:送|出)?(?:了|吧|出去)?|"
    r"不(?:行|可以|同意|通过|对|妥|要|用(?:了)?)?|先(?:不|别)|驳回|退回|撤回|撤销|取消|停|算了|"
    r"👎|❌|🚫|🙅"
)
# neither: somebody has seen it, and may still decide
_LATER = (
    r"noted|got it|received|seen|thanks|wait|hold(?: (?:it|on|off))?|one moment|later|hm+|"
    r"收到|知道了|明白(?:了)?|等等|等一下|稍等|回头|待定"
)
_COURTESY = (
    r"thanks?(?: (?:you|a lot|so much|very much))?|thank you(?: (?:so|very) much)?|thx|please|pls|"
    r"cheers|(?:best|kind|warm) regards|regards|br|best|"
    r"谢谢(?:你|您|啦|了)?|多谢|感谢|辛苦(?:了)?|麻烦(?:了)?|拜托"
)
_BREAK = r"[\s,.!;:~，。！；：、～…—–-]*"
_ONLY_YES = re.compile(rf"{_BREAK}(?:(?:{_YES})(?![a-z]){_BREAK})+(?:(?:{_COURTESY}){_BREAK})*")
_ONLY_NO = re.compile(rf"{_BREAK}(?:(?:{_NO})(?![a-z]){_BREAK})+(?:(?:{_COURTESY}){_BREAK})*")
_ONLY_COURTESY = re.compile(rf"{_BREAK}(?:(?:{_COURTESY})(?![a-z]){_BREAK})*")
_BEGINS_NO = re.compile(rf"\s*(?:{_NO})(?![a-z])\s*[,.!;:，。！；：、\n—–-]+\s*(?=\S)")
_BEGINS_EITHER = re.compile(rf"\s*(?:{_YES}|{_NO}|{_LATER})(?:[\s,.!;:，。！；：、～…—–-]|$)")
_HELLO = r"(?:hi|hello|hey|dear|good (?:morning|afternoon|evening|day)|尊敬的|亲爱的|您好|你好)"
_TITLE = (
    r"(?:mr|mrs|ms|dr|prof|先生|女士|小姐|老师|经理|总监|总|工程师|工|主任|博士|教授|同学|"
    r"处长|科长|部长)"
)
_GOOD_DAY = r"(?:您好|你好|上午好|早上好|下午好|晚上好|好)"
_ENDS_SALUTATION = r"\s*[,，:：!！。.;；]"
_EVERY = re.compile(
    r"(?:^|\s)(?:all|both|every ?one|everything)(?: of (?:them|these))?(?=\W|$)|"
    r"全部|全都|都|两封|三封|所有",
    re.IGNORECASE,
)
_NUMBERED = re.compile(
    r"\s*(?:第\s*)?#?(\d{1,2}|[A-Za-z]{1,5}-\d+/\d+)(?:\s*封)?\s*[.:：,，、)）\s-]\s*(?=\S)"
)
_LONGEST_SIGN_OFF = 40
# so few are no letter, whatever they are
_FEWEST_CHARACTERS = 6
_SIGNS = "👍👌✅✔🆗💯👎❌🚫🙅"
_SKIN = re.compile("[\U0001f3fb-\U0001f3ff\ufe0f\u200d]")


def said_of_draft(text: str, signs: Sequence[str] = (), readers: Sequence[str] = ()) -> SaidOfDraft:
    """What an answer says of the one draft that its notice shows.

    ``text`` is newly written, without quote and signature; ``signs`` are the names that its
    writer may sign with, ``readers`` those by which the draft's reader is greeted. What begins
    like a yes or a no and goes on is unclear, but a reason may follow a no.
    """
    words = _without_sign_off(text.strip(), signs)
    plain = _plain(words)
    if not any(one.isalnum() or one in _SIGNS for one in plain):
        return _UNCLEAR
    if _ONLY_YES.fullmatch(plain):
        return SaidOfDraft(Saying.YES)
    if _ONLY_NO.fullmatch(plain):
        return SaidOfDraft(Saying.NO)
    if greeted := _greeted(words, readers):
        is_letter = len(words) - greeted >= _FEWEST_CHARACTERS
        return SaidOfDraft(Saying.LETTER, words) if is_letter else _UNCLEAR
    if no := _BEGINS_NO.match(plain):
        return SaidOfDraft(Saying.NO, words[no.end() :].strip())
    short = len(plain) < _FEWEST_CHARACTERS
    return _UNCLEAR if short or _BEGINS_EITHER.match(plain) else SaidOfDraft(Saying.WORDS, words)


def said_of_drafts(
    text: str, drafts: Sequence[str], signs: Sequence[str] = (), readers: Sequence[str] = ()
) -> Mapping[str, SaidOfDraft]:
    """The same for a notice that shows several drafts, by their ids; empty where it is unclear.

    Each line names its draft, by its id or its place; or one word is said of all of them.
    """
    if len(drafts) == 1:
        return {drafts[0]: said_of_draft(text, signs, readers)}
    words = _without_sign_off(text.strip(), signs)
    if _EVERY.search(words):
        of_all = said_of_draft(_EVERY.sub(" ", words), signs)
        clear = of_all.saying in (Saying.YES, Saying.NO)
        return dict.fromkeys(drafts, of_all) if clear else {}
    lines = [line for line in words.splitlines() if not _ONLY_COURTESY.fullmatch(_plain(line))]
    each = dict(filter(None, (_of_line(line, drafts) for line in lines)))
    return each if len(each) == len(lines) else {}


def _of_line(line: str, drafts: Sequence[str]) -> tuple[str, SaidOfDraft] | None:
    named = _NUMBERED.match(line)
    if named is None:
        return None
    place = int(named[1]) - 1 if named[1].isdecimal() else -1
    by_id = next((one for one in drafts if one.upper() == named[1].upper()), "")
    draft = drafts[place] if 0 <= place < len(drafts) else by_id
    said = said_of_draft(line[named.end() :])
    clear = said.saying in (Saying.YES, Saying.NO)
    return (draft, said) if draft and clear else None


def _greeted(words: str, readers: Sequence[str]) -> int:
    """Where the greeting of a letter to one of these ends; 0 where it begins with none.

    "Hello, …" alone may greet the desk, and what follows would be a remark.
    """
    names = "|".join(re.escape(one.strip()) for one in readers if one.strip())
    if not names:
        return 0
    named = rf"(?:{_TITLE}[.\s]*)?(?:{names})\s*{_TITLE}?"
    greeted = re.match(
        rf"\s*(?:{_HELLO}[,，\s]*{named}(?:[,，]?\s*{_GOOD_DAY})?{_ENDS_SALUTATION}"
        rf"|{named}[,，]?\s*{_GOOD_DAY}{_ENDS_SALUTATION}"
        rf"|{named}\s*[,，:：]?\s*\n|{_HELLO}\s+{named}\s*\n|{named}\s*[,，:：]?$)",
        words,
        re.IGNORECASE,
    )
    return greeted.end() if greeted is not None else 0


def _plain(words: str) -> str:
    """The same length for the same characters, but for marks that change an emoji's look."""
    return unicodedata.normalize("NFKC", _SKIN.sub("", words)).casefold()


def _without_sign_off(text: str, signs: Sequence[str]) -> str:
    """A name below the words, which no rule for signatures could know for one."""
    lines = text.splitlines()
    while len(lines) > 1 and (not lines[-1].strip() or _is_name(lines[-1], signs)):
        lines.pop()
    return "\n".join(lines).strip()


def _is_name(line: str, signs: Sequence[str]) -> bool:
    said = line.strip(" \t-–—,.，。").casefold()
    if not said or len(said) > _LONGEST_SIGN_OFF:
        return False
    names = {part for sign in signs for part in (sign.casefold(), *sign.casefold().split()) if part}
    return said in names
