"""Closings of mails: the complimentary close, and the name below it."""

import re
from collections.abc import Sequence

_LONGEST_LINE = 60
_LONGEST_NAME = 40
_MOST_LINES = 7
_MOST_WORDS = 5
_MOST_CJK = 12
_FEWEST_LETTERS = 2

# a line of only these words is a closing, if one of the first is among them
_FAREWELLS = frozenset((
    "regards", "regard", "wishes", "greetings", "sincerely", "faithfully", "truly", "rgds", "br",
    "gruß", "grüße", "grüßen", "gruss", "grüsse", "grüssen", "mfg", "vg", "cordialement",
    "salutations", "saludos", "saludo", "atentamente", "saluti", "atenciosamente", "cumprimentos",
    "abraço", "abraços", "groet", "groeten", "groetjes", "hälsning", "hälsningar", "mvh", "hilsen",
    "pozdrawiam", "pozdrowieniami", "poważaniem", "уважением", "saygılarımla", "saygılar",
    "terveisin", "terveiset", "pozdravem", "pozdravom", "повагою", "trọng", "hormat", "salam",
    "التحية", "تحياتي", "בברכה", "üdvözlettel", "stimă", "εκτίμηση",
))  # fmt: skip
_THANKS = frozenset((
    "thanks", "thank", "thx", "ty", "tia", "cheers", "best", "lg", "danke", "dank", "merci",
    "gracias", "obrigado", "obrigada", "grazie", "bedankt", "tack", "tak", "takk", "dziękuję",
    "спасибо", "teşekkürler", "谢谢", "謝謝", "多谢", "多謝", "感谢", "非常感谢", "谢了", "盼复",
    "盼回复", "以上", "谢谢您", "谢谢你", "谢谢大家", "ありがとうございます", "감사합니다",
    "よろしくお願いします", "よろしくお願いいたします", "よろしくお願い致します",
    "以上、よろしくお願いいたします",
))  # fmt: skip
_BESIDE = frozenset((
    "&", "a", "again", "advance", "all", "and", "for", "help", "in", "kind", "kindest", "lot",
    "many",
    "most", "much", "my", "so", "support", "the", "very", "warm", "warmest", "with", "you", "your",
    "yours", "respectfully", "beste", "besten", "freundliche", "freundlichem", "freundlichen",
    "herzliche", "herzlichen", "im", "liebe", "lieben", "mit", "schöne", "und", "viele", "vielen",
    "voraus", "à", "beaucoup", "bien", "d'avance", "distinguées", "meilleures", "sincères", "vous",
    "con", "cordial", "cordiales", "muchas", "un", "cordiali", "distinti", "mille", "com",
    "hartelijke", "met", "vriendelijke", "bästa", "bedste", "med", "vänlig", "vänliga", "venlig",
    "vennlig", "z", "с", "большое", "iyi", "çalışmalar", "ystävällisin", "parhain", "s", "з",
    "trân", "kính", "خالص", "مع", "cu", "με", "kami", "saya",
))  # fmt: skip
_FAREWELLS_CJK = (
    "此致", "敬礼", "敬禮", "祝", "顺颂", "顺祝", "順頌", "順祝", "敬祝", "敬上", "谨上", "謹上",
    "敬具",
)  # fmt: skip
_LONGEST_CJK = 12
_KNOWN = _FAREWELLS | _THANKS | _BESIDE
_TAIL = " \t\xa0\u3000,.!;:~-–—，。！～、"
_SENTENCE = re.compile(r"[。？?！；;]|[.!](?:\s|$)|[:：]\s*$")
_CJK = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_DASHES = "-–—~ \t\xa0"


def closing_at(lines: Sequence[str], end: int, writer: str) -> int:
    """Where the closing before ``end`` begins; ``end`` itself if there is none.

    ``writer`` is the display name of the mail's sender, '' if unknown.
    """
    full = [at for at in range(max(0, end - 3 * _MOST_LINES), end) if lines[at].strip()]
    found = end
    for at in reversed(full[-_MOST_LINES:]):
        below = [lines[one].strip() for one in full if at < one < found]
        bare = lines[at].strip()
        if _is_closing(bare, below, writer, is_first=found == end):
            found = at
        elif found < end or not _is_short(bare):
            break
    return found


def _is_closing(line: str, below: Sequence[str], writer: str, *, is_first: bool) -> bool:
    """Whether a line is a closing; ``is_first``: the text below is not known to be one."""
    if not is_first:
        return _is_farewell(line, below or [writer], writer)
    named = is_name_of(line, writer) and all(map(_is_label, below))
    return named or _is_farewell(line, below, writer)


def is_name_of(line: str, writer: str) -> bool:
    """Whether the line is, or begins with, the writer's name, and says nothing else."""
    bare = line.strip(_DASHES)
    if not writer.strip() or len(bare) > _LONGEST_NAME or _SENTENCE.search(bare):
        return False
    name, said = writer.casefold().strip(), bare.casefold()
    if said.startswith(name):
        return True
    words = name.replace(",", " ").split()
    return len(said) >= _FEWEST_LETTERS and said.strip(_TAIL) in (*words, "".join(words))


def _is_farewell(line: str, below: Sequence[str], writer: str) -> bool:
    """Whether a line is a closing; mere thanks count only above a name."""
    if len(line) > _LONGEST_LINE:
        return False
    bare = line.strip(_TAIL).casefold()
    words = bare.replace("’", "'").replace(",", " ").replace(".", "").split()
    known = bool(words) and all(map(_KNOWN.__contains__, words))
    if (known and not _FAREWELLS.isdisjoint(words)) or _is_farewell_cjk(bare):
        return all(map(_is_short, below))
    if known and not _THANKS.isdisjoint(words):
        return bool(below) and _is_somebody(below, writer)
    return not below and _ends_with_name(bare, writer)


def _is_farewell_cjk(bare: str) -> bool:
    if not bare.startswith(_FAREWELLS_CJK) or len(bare) > _LONGEST_CJK:
        return False
    return not _SENTENCE.search(bare)


def _ends_with_name(bare: str, writer: str) -> bool:
    """Whether a line is like "Best regards, John"."""
    head, _, name = bare.replace("，", ",").partition(",")
    words = head.split()
    if not name.strip() or not words or not all(map(_KNOWN.__contains__, words)):
        return False
    return not _FAREWELLS.isdisjoint(words) and is_name_of(name.strip(_TAIL), writer)


def _is_somebody(below: Sequence[str], writer: str) -> bool:
    """Whether the lines are only a name, and what usually follows one."""
    return (is_name_of(below[0], writer) or _is_name(below[0])) and all(map(_is_label, below[1:]))


def _is_name(line: str) -> bool:
    """Whether it could be a name: few capitalised words, or few characters."""
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
