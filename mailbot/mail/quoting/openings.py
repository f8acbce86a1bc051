"""How mail programs introduce what they quote: separators, header blocks, "… wrote:"."""

import re
from collections.abc import Iterator
from itertools import islice

from mailbot.mail.quoting.attribution import EDGES, Span, attributions, lines_with

_Header = tuple[int, int, str]

_MOST = 300
_LONGEST = 300
_EDGE = r"[ \t\u3000\xa0|*#\u200b]{0,12}"
_RULES = r"[-_=—–―─━~]"

_ORIGINAL = (
    r"original (?:messages?|mail|e-?mail|appointment)|original|reply message"
    r"|forward(?:ed)? (?:message|mail)|begin forwarded message|原始邮件(?:信息)?|原邮件|邮件原件"
    r"|原始郵件|原始信件|回[复覆]的?原?[邮郵]件|以下是转发的邮件|转发的?原?邮件(?:信息)?"
    r"|轉寄的郵件|邮件信息|原文|ursprüngliche nachricht|originalnachricht|mensaje original"
    r"|weitergeleitete nachricht|mensagem original|message d['’]origine|messaggio originale"
    r"|oorspronkelijk bericht|oprindelig meddelelse|opprinnelig melding|исходное сообщение"
    r"|ursprungligt meddelande|wiadomość oryginalna|oryginalna wiadomość|元のメッセージ"
    r"|původní (?:e-mail|zpráva)|pôvodná správa|원본 (?:메일|메시지)|оригінальне повідомлення"
    r"|пересланное сообщение|الرسالة الأصلية|alkuperäinen viesti|orijinal (?:ileti|mesaj|e-posta)"
    r"|özgün ileti|thư gốc|tin nhắn gốc|pesan asli|הודעה מקורית|ข้อความต้นฉบับ|eredeti üzenet"
    r"|mesaj original|αρχικό μήνυμα|originalmeddelande"
).replace(" ", "[ \t]{0,2}")
_GAP = r"(?:[ \t\xa0]|&nbsp;){0,9}"
_SEPARATOR = re.compile(
    rf"{_EDGE}({_RULES}{{2,80}})?{_GAP}(?:{_ORIGINAL}){_GAP}[:：]?{_GAP}({_RULES}{{2,80}})?{_EDGE}$"
    rf"|-{{4,40}} ?[^\n]{{1,150}}(?: wrote|写道) ?-{{4,40}}$"
    # Notes draws a box around each header
    rf"|[ \t]{{0,9}}\|-{{6,40}}>[ \t]{{0,9}}$",
    re.MULTILINE,
)
_SEPARATING = (
    "original", "reply message", "replymessage", "forward", "原始", "原邮件", "邮件原件", "的邮件",
    "的郵件", "回复邮件", "回覆郵件", "转发邮件", "邮件信息", "原文", "ursprüngliche", "nachricht",
    "d'origine", "d’origine", "originale", "oorspronkelijk", "oprindelig", "opprinnelig",
    "исходное", "пересланное", "ursprungligt", "oryginalna", "元の", "původní", "pôvodná", "원본",
    "оригінальне", "الأصلية", "alkuperäinen", "orijinal", "özgün", "gốc", "pesan asli", "מקורית",
    "ต้นฉบับ", "eredeti", "αρχικό", "|------", "wrote-", "wrote -", "写道-", "写道 -",
)  # fmt: skip
_FEWEST_DASHES = 3
_BLANK = re.compile(rf"(?:\s|{_RULES}|[|*\xa0]){{0,{_LONGEST}}}")

_NAMES = {
    "from": "from 发件人 寄件人 寄件者 發件人 发信人 von de da van från fra от 差出人 送信者 od"
    " lähettäjä 보낸|사람 보낸사람 발신 gönderen kimden від từ người|gửi dari من מאת จาก"
    " feladó expeditor de|la από nuo no saatja šalje daripada प्रेषक از",
    "date": "date sent sent|time 日期 时间 发送时间 发送日期 傳送時間 寄件日期 發送時間 發送日期"
    " 发件时间 gesendet datum enviado|el enviado|em enviado enviada|em enviada envoyé fecha data"
    " verzonden inviato sendt skickat отправлено дата 送信日時 日時 odesláno odoslané wysłano"
    " lähetetty päivämäärä päiväys 보낸|날짜 날짜 보낸날짜 보낸시간 발신일 gönderildi"
    " gönderilme|tarihi tarih надіслано đã|gửi ngày ngày|gửi dikirim tanggal تاريخ|الإرسال التاريخ"
    " נשלח תאריך ส่ง ส่งเมื่อ วันที่ elküldve dátum trimis στάλθηκε ημερομηνία изпратено"
    " poslano poslato saadetud išsiųsta nosūtīts enviat dihantar भेजा|गया تاریخ",
    "to": "to 收件人 收件者 收信人 an à para aan a till til кому 宛先 komu do vastaanottaja"
    " 받는|사람 받는사람 수신 kime alıcı đến người|nhận kepada ke إلى אל ถึง címzett către προς"
    " za prima adressaat kam per|a प्रति به",
    "cc": "cc bcc 抄送 抄送人 副本 密送 抄寄 kopie cópia копия kopia dw kopio 참조 bilgi копія"
    " tembusan نسخة עותק สำเนา másolatot|kap κοιν",
    "subject": "subject 主题 主旨 主題 标题 betreff objet asunto assunto onderwerp oggetto emne"
    " ämne тема 件名 předmět predmet temat aihe 제목 konu chủ|đề tiêu|đề perihal subjek الموضوع"
    " נושא เรื่อง หัวเรื่อง tárgy subiect θέμα относно zadeva teema tēma assumpte subjek विषय موضوع",
    "other": "reply-to 回复 答复 附件 attachments importance 重要性 优先级 priority",
}
_KINDS = {name.replace("|", ""): kind for kind, names in _NAMES.items() for name in names.split()}
_SPACED = re.compile("[日时]期|时间|主[题題旨]|抄送")


def _key(names: str) -> str:
    """A header's name and colon at the start of a line; NetEase pads short ones with spaces."""
    spelled = [
        r"[ \t\u3000]{0,6}".join(name) if _SPACED.fullmatch(name) else name.replace("|", " ")
        for name in sorted(names.split(), key=len, reverse=True)
    ]
    colon = r"[ \t\u3000]{0,9}\*{0,2}[ \t]{0,3}[:：|][ \t\u3000]{0,9}\*{0,2}"
    return rf"^{_EDGE}({'|'.join(spelled)}){colon}([^\n]?)"


_FROM = re.compile(_key(_NAMES["from"]), re.MULTILINE)
_KEY = re.compile(_key(" ".join(_NAMES.values())))
_AROUND_VALUE = EDGES + ";"
_BESIDE = re.compile(
    r"(?<=[\s>])(?:date|sent|日期|发送时间|datum|gesendet)\*{0,2}[:：]\s?[^\n]{0,40}\d"
)
_MOST_ABOVE = 4
_MOST_HEADERS = 16
_HEADER_GAP = 3
_FEWEST_HEADERS = 3
# a rule, or words between dashes in any language
_WORDS_BETWEEN = (
    rf"{_RULES}{{2,80}}[ \xa0]{{0,3}}[^\W\d_][^\n@]{{1,60}}?[ \xa0]{{0,3}}{_RULES}{{2,80}}"
)
_RULE_ABOVE = re.compile(
    rf"(?:\A|\n)([ \t*]{{0,9}}(?:{_RULES}{{4,200}}[ \t*]{{0,9}}\n"
    rf"|{_WORDS_BETWEEN}[ \t*]{{0,9}}\n(?:[ \t\xa0]{{0,9}}\n){{0,2}}))\Z"
)


def openings(text: str) -> list[Span]:
    """Where quotes are introduced: spans of whole lines, in order."""
    low = text.replace("İ", "I").lower()  # the one letter that becomes longer in lower case
    blocks = list(_header_blocks(low))
    found = [*blocks, *_separators(low, {start for start, _ in blocks}), *attributions(text, low)]
    return sorted((_with_rule_above(text, start), end) for start, end in found)


def headers_of_quote(text: str) -> dict[str, str]:
    """The headers above a quoted text, by their kind: from, date, to, cc, subject."""
    told: dict[str, str] = {}
    gap = 0
    for line in text.split("\n", _MOST_HEADERS * 2)[: _MOST_HEADERS * 2]:
        key = _KEY.match(line[:_LONGEST].replace("İ", "I").lower())
        gap = 0 if key else gap + 1
        if key:
            kind = _KINDS.get("".join(key[1].split()), "")
            told.setdefault(kind, line[key.start(2) : _LONGEST].strip(_AROUND_VALUE))
        if len(told) >= _FEWEST_HEADERS and gap > _HEADER_GAP:
            break
    return told if "from" in told else {}


def is_header(line: str) -> bool:
    """Whether the line is a header of a quoted mail, like ``发件人：…``."""
    return _KEY.match(line[:_LONGEST].lstrip(EDGES).lower()) is not None


def is_rule(line: str) -> bool:
    """Whether the line holds nothing but hyphens or the like."""
    bare = line.strip()
    return len(bare) > _FEWEST_DASHES and not bare.strip("-_=—–―─━~ ")


def _separators(low: str, blocks: set[int]) -> Iterator[Span]:
    for start in lines_with(low, _SEPARATING):
        hit = _SEPARATOR.match(low, start)
        if hit and (_is_ruled(hit) or _is_followed(low, hit.end(), blocks)):
            yield start, hit.end()


def _is_ruled(hit: re.Match[str]) -> bool:
    dashes = len(hit[1] or "") + len(hit[2] or "")
    return dashes > _FEWEST_DASHES or hit[0].lstrip().startswith(("----", "|----"))


def _is_followed(low: str, at: int, blocks: set[int]) -> bool:
    """Whether headers or marked lines follow; without them a bare "原始邮件" does not count."""
    blank = _BLANK.match(low, at)
    below = low.rfind("\n", 0, blank.end() if blank else at) + 1
    return below in blocks or low[below : below + 1] == ">"


def _header_blocks(low: str) -> Iterator[Span]:
    done = 0
    for hit in islice(_FROM.finditer(low), _MOST):
        if hit.start() < done or hit[2].isdigit():
            continue
        above = _headers(low, hit.start(), -1)
        below = _headers(low, hit.start(), +1)
        done = below[-1][1]
        for block in (below, above[:0:-1] + below):
            if _is_block(low, block):
                yield _beginning(low, above, block), done
                break


def _beginning(low: str, above: list[_Header], block: list[_Header]) -> int:
    """Where the header block begins: some programs put the date or To above the From."""
    start = block[0][0]
    kinds = {kind for _, _, kind in block}
    for one_start, end, kind in above[1:]:
        if start != block[0][0] and end + 1 != start:
            break
        if one_start < start and end + 1 == start and kind in {"date", "to", "subject"} - kinds:
            start, kinds = one_start, kinds | {kind}
    return start


def _headers(low: str, start: int, step: int) -> list[_Header]:
    """The headers from the line at ``start`` on, upwards or downwards."""
    found: list[_Header] = []
    gap = 0
    while gap <= _HEADER_GAP and len(found) < (_MOST_HEADERS if step > 0 else _MOST_ABOVE):
        end = low.find("\n", start)
        end = len(low) if end < 0 else end
        key = _KEY.match(low[start : min(end, start + _LONGEST)])
        gap = 0 if key else gap + 1
        kind = _KINDS.get("".join(key[1].split()), "") if key else ""
        if kind == "from" and any(one[2] == kind for one in found):
            break  # the next header block
        if key:
            found.append((start, end, kind))
        if (step > 0 and end == len(low)) or (step < 0 and start == 0):
            break
        start = end + 1 if step > 0 else low.rfind("\n", 0, start - 1) + 1
    return found


def _is_block(low: str, block: list[_Header]) -> bool:
    told = {"date", "to", "subject"} & {kind for _, _, kind in block}
    if len(told) + 1 >= _FEWEST_HEADERS:
        return True
    said = low[block[0][0] : min(block[-1][1], block[0][0] + _LONGEST)]
    return "@" in said and (bool(told) or bool(_BESIDE.search(said)))


def _with_rule_above(text: str, start: int) -> int:
    above = _RULE_ABOVE.search(text[max(0, start - _LONGEST) : start])
    return start - len(above[1]) if above else start
