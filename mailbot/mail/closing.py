"""How letters end: the words of farewell, and the names that stand under them."""

import re
from collections.abc import Sequence

_LONGEST_LINE = 60
_LONGEST_NAME = 40
_MOST_LINES = 7
_MOST_WORDS = 5
_MOST_CJK = 12
_FEWEST_LETTERS = 2

_FAREWELL = re.compile(
    r"(?:(?:with|my|very|many|kind|kindest|best|warm|warmest|mit|viele|schöne|liebe|beste|herzliche"
    r"|bien|très|sincères|meilleures|un|cordial|con|cordiali|distinti|met|vriendelijke|hartelijke"
    r"|med|vänliga?|venlig|vennlig|bästa|bedste|z|pozdrawiam|freundlichen|freundlichem|besten"
    r"|sdeč?nými|s|iyi|saygılar(?:ımla)?)\s{1,3}){0,4}"
    r"(?:regards?|wishes|greetings|sincerely|faithfully|truly|yours(?: (?:sincerely|faithfully|truly))?"
    r"|sincerely yours|b\.?r\.?|rgds|gr[üu](?:ß|ss)e?n?|gru(?:ß|ss)|mfg|vg|cordialement|salutations"
    r"(?: distinguées)?|vous|saludos?(?: cordiales)?|atentamente|un saludo|saluti|atenciosamente"
    r"|cumprimentos|abraços?|groet(?:en|jes)?|hälsning(?:ar)?|mvh|hilsen|pozdrowieniami|poważaniem"
    r"|pozdrawiam|уважением|с уважением|pozdravem|çalışmalar|saygılarımla|敬具|敬上|谨上|謹上|拝)"
    r"|(?:此致|敬礼|敬禮|祝好|顺颂.{1,6}|顺祝.{1,8}|順頌.{1,6}|順祝.{1,8}|此致敬礼|敬祝.{1,8}"
    r"|祝(?:您|你|大家|一切)?.{1,8})",
    re.IGNORECASE,
)
_THANKS = re.compile(
    r"(?:many |with |kind )?(?:thanks?(?: you)?(?: (?:so|very) much| a lot| again| in advance"
    r"|(?:,? (?:and )?(?:best |kind )?regards))?|thx|tia|cheers|best|lg|ty)"
    r"|(?:vielen |besten )?dank(?: im voraus| und gru(?:ß|ss))?|danke|merci(?: d['’]avance| beaucoup)?"
    r"|(?:muchas )?gracias|obrigad[oa]|grazie(?: mille)?|bedankt|tack|tak|takk|dziękuję|спасибо"
    r"|谢谢(?:您|你|大家)?|多谢|感谢|非常感谢|谢了|謝謝|多謝|盼复|盼回复|以上|ありがとうございます"
    r"|以上、?よろしくお願い(?:いた|致)?します|よろしくお願い(?:いた|致)します|감사합니다|드림",
    re.IGNORECASE,
)
_TAIL = " \t\xa0\u3000,.!;:~-–—，。！～、"
_SENTENCE = re.compile(r"[。？?！；;]|[.!](?:\s|$)|[:：]\s*$")
_CJK = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_DASHES = "-–—~ \t\xa0"


def closing_at(lines: Sequence[str], end: int, writer: str) -> int:
    """Where the words of farewell before ``end`` begin; ``end`` itself if there are none.

    ``writer`` is the display name of the mail's sender, '' if unknown.
    """
    full = [at for at in range(max(0, end - 3 * _MOST_LINES), end) if lines[at].strip()]
    found = end
    for at in reversed(full[-_MOST_LINES:]):
        below = [lines[one].strip() for one in full if at < one < found]
        bare = lines[at].strip()
        if _is_farewell(bare, below or ([bare] if found < end else []), writer):
            found = at
        elif found == end and is_name_of(bare, writer) and all(map(_is_label, below)):
            found = at
        elif found < end or not _is_short(bare):
            break
    return found


def is_name_of(line: str, writer: str) -> bool:
    """The line is, or begins with, the name of who writes, and says nothing else."""
    bare = line.strip(_DASHES)
    if not writer.strip() or len(bare) > _LONGEST_NAME or _SENTENCE.search(bare):
        return False
    name, said = writer.casefold().strip(), bare.casefold()
    if said.startswith(name):
        return True
    words = name.replace(",", " ").split()
    return len(said) >= _FEWEST_LETTERS and said.strip(_TAIL) in (*words, "".join(words))


def _is_farewell(line: str, below: Sequence[str], writer: str) -> bool:
    if len(line) > _LONGEST_LINE:
        return False
    bare = line.strip(_TAIL)
    if _FAREWELL.fullmatch(bare):
        return all(map(_is_short, below))
    if _THANKS.fullmatch(bare):
        return bool(below) and _is_somebody(below, writer)
    said = _FAREWELL.match(bare)
    return bool(said) and not below and is_name_of(bare[said.end() :].strip(_TAIL), writer)


def _is_somebody(below: Sequence[str], writer: str) -> bool:
    """Nothing but a name, and what stands under names."""
    return (is_name_of(below[0], writer) or _is_name(below[0])) and all(map(_is_label, below[1:]))


def _is_name(line: str) -> bool:
    """It could be anybody's name: few words that begin large, or few characters."""
    bare = line.strip(_DASHES + ",.")
    if _SENTENCE.search(line) or not bare or any(one.isdigit() for one in bare):
        return False
    if _CJK.search(bare):
        return len(bare) <= _MOST_CJK
    words = bare.split()
    return len(words) <= _MOST_WORDS and all(word[:1].isupper() for word in words if len(word) > 3)  # noqa: PLR2004 (van der)


def _is_label(line: str) -> bool:
    return _is_short(line) and not _SENTENCE.search(line)


def _is_short(line: str) -> bool:
    return len(line) <= _LONGEST_LINE and "?" not in line and "？" not in line
