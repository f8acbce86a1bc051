"""Signatures: contact details, "Sent from my …" lines, disclaimers."""

import re
from collections.abc import Sequence

from mailbot.mail.quoting.closing import closing_at
from mailbot.mail.quoting.openings import is_rule

_LONGEST_LINE = 120
_MOST_LINES = 12
_TAIL = 60
_SHORTEST_RULE = 8
_FEWEST_CONTACTS = 2
_BARS = " |\t\xa0"  # remains of the table around a signature
_SHORTEST_DISCLAIMER = 40

_SENT_FROM = re.compile(
    r"[\s>*_—-]{0,9}(?:发自我?的?|签名由|发送自|来自我?的|由我?的|从我?的.{0,20}(?:发送|发出)|获取|下载"
    r"|从\s?\S{1,12}\s?发来的|使用.{1,20}发送|寄自|從我的|傳送自|sent (?:from|with|via|using)"
    r"|get outlook|envoyé de|von meinem|gesendet (?:von|mit)|enviado (?:des?de|do)"
    r"|inviato da|sendt fra|skickat från|verzonden (?:vanaf|met)|verstuurd vanaf|wysłane z"
    r"|отправлено (?:с|из)|diese nachricht wurde|envoyé (?:depuis|avec|à partir)|enviado a partir"
    r"|inviato (?:dal|con)|lähetetty|odesláno z|odoslané z|надіслано з|gửi từ|dikirim dari|ส่งจาก"
    r"|נשלח מ|أ?رسلت من|أُرسل[تة]? من|trimis de pe|στάλθηκε από|sendt med|skickat med|enviat des"
    r"|wysłano z|verzonden via|von .{1,30} gesendet|.{0,12}(?:iphone|ipad|galaxy|android)\S{0,9}"
    r"\s?(?:から送信|에서 보냄|(?:umdan|imden|'?dan|'?den|'?umdan)?\s?gönderildi))",
    re.IGNORECASE,
)
_DEVICE = re.compile(
    r"iphon|ipad|android|outlook|手机|mail|邮箱|邮件|blackberry|phone|mobile|device|大师|客户端"
    r"|samsung|huawei|华为|小米|荣耀|oppo|vivo|windows|qq|foxmail|app|sparrow|yahoo|thunderbird"
    r"|handy|签名|téléphone|móvil|телефон|tablet|galaxy|smartphone|smartfon|xiaomi|redmi|gmx|web\.de",
    re.IGNORECASE,
)
# lines that advertise Outlook for phones
_GET = re.compile(
    r"(?=[^\n]{0,40}\boutlook\b)(?=[^\n]{0,50}(?:\bios|\bandroid))[^\n]{0,40}?(?:obtenir|obtener"
    r"|obter|baixar|scarica|downloaden|download|hämta|hent|pobierz|stáhnout|stiahnuť|загрузить"
    r"|скачать|завантажити|beziehen|herunterladen|holen|入手|다운로드|取得|lataa|hanki|descărca"
    r"|tải|dapatkan|ดาวน์โหลด|edinin|outlook для)[^\n]{0,40}",
    re.IGNORECASE,
)
_CONTACT = re.compile(
    r"(?:电\s?话|手\s?机|热线|传\s?真|邮\s?箱|邮件|地\s?址|网\s?址|服务电话|座机|微信|邮编|電話|手機"
    r"|\btel\b|\bphone\b|\bmobile\b|\bfax\b|\bcell\b|\be-?mail\b|\baddress\b|\bweb\b|\bhotline\b|\bskype\b|[tmfep])"
    r"\s{0,4}[.：:|]",
    re.IGNORECASE,
)
_REACH = re.compile(r"\d[\d\s().-]{6,}\d|\S@\S|https?://|www\.", re.IGNORECASE)
_DISCLAIMER = re.compile(
    r"intended (?:recipient|only|solely)|confidential|privileged|保密|机密信息|免责声明|disclaimer"
    r"|如果您错误收到|若您(?:并非|不是)|误收|unauthori[sz]ed (?:use|review|copying)",
    re.IGNORECASE,
)
_POSTED = re.compile(r"mailing list|unsubscribe|退订|https?://\S*/listinfo", re.IGNORECASE)


def signature_at(text: str, writer: str = "") -> int:
    """Where the signature of ``text`` begins; its length if there is none.

    ``writer`` is the display name of its author.
    """
    tail = text.rstrip().rsplit("\n", _TAIL)[-_TAIL:]
    at = len(tail)
    for find in (_disclaimer, _sent_from, _disclaimer, _delimited, _ruled, _sent_from, _contacts):
        at = find(tail, 0, at)
    at = closing_at(tail, at, writer)
    if at == len(tail):
        return len(text)
    while at > 0 and not tail[at - 1].strip(_BARS):
        at -= 1
    return len(text.rstrip()) - len("\n".join(tail[at:]))


def is_sent_from(line: str) -> bool:
    """Whether it is a line like "Sent from my …", which programs append."""
    bare = line.strip()
    if len(bare) > _LONGEST_LINE:
        return False
    sent = _SENT_FROM.match(bare) and _DEVICE.search(bare)
    return bool(sent or _GET.fullmatch(bare))


def _full(lines: Sequence[str], start: int, end: int) -> list[int]:
    """The last non-empty lines, from the end backwards."""
    found: list[int] = []
    for at in range(end - 1, start - 1, -1):
        if lines[at].strip():
            found.append(at)
        if len(found) > _MOST_LINES:
            break
    return found


def _sent_from(lines: Sequence[str], start: int, end: int) -> int:
    for at in _full(lines, start, end):
        if not is_sent_from(lines[at]):
            break
        end = at
    return end


def _delimited(lines: Sequence[str], start: int, end: int) -> int:
    """Where a signature after "-- " begins (RFC 3676, 4.3)."""
    for at in reversed(_full(lines, start, end)):
        if lines[at].strip(" \xa0") in ("--", "—", "––", "- --"):
            return at
    return end


def _ruled(lines: Sequence[str], start: int, end: int) -> int:
    """Where a signature after a rule begins: nothing or a few short contact lines follow."""
    tail = _full(lines, start, end)
    for count, at in enumerate(tail):
        line = lines[at].strip()
        below = [lines[index] for index in tail[:count]]
        if line.strip("_") == "" and any(map(_POSTED.search, below)):
            return at
        if is_rule(line) and len(line) >= _SHORTEST_RULE:
            return at if _is_card(below) or not below else end
        if len(line) > _LONGEST_LINE:
            break
    return end


def _is_card(block: list[str]) -> bool:
    return any(
        _CONTACT.search(line) or _REACH.search(line) or _POSTED.search(line) for line in block
    )


def _contacts(lines: Sequence[str], start: int, end: int) -> int:
    """Where a last paragraph of short lines begins, two of them contact details."""
    tail = _full(lines, start, end)
    if not tail:
        return end
    first = tail[0]
    while first > start and lines[first - 1].strip() and tail[0] - first < _MOST_LINES:
        first -= 1
    block = lines[first : tail[0] + 1]
    if first == start or any(len(line) > _LONGEST_LINE for line in block):
        return end
    reached = sum(1 for line in block if _CONTACT.match(line.strip()) and _REACH.search(line))
    return first if reached >= _FEWEST_CONTACTS else end


def _disclaimer(lines: Sequence[str], start: int, end: int) -> int:
    for at in _full(lines, start, end):
        if len(lines[at]) > _SHORTEST_DISCLAIMER and _DISCLAIMER.search(lines[at][:2000]):
            end = at
        elif end == at + 1 or not is_rule(lines[at]):
            break
    return end
