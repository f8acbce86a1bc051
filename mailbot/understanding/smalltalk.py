"""Is there anything in a text beside greetings, thanks and acknowledgements?"""

import re
from collections.abc import Sequence

from mailbot.understanding.sentences import Sentence

_LEFT_OVER = 3
_WORD = re.compile(r"[a-z][a-z']*|[\u3400-\u9fff]|\d+|[^\W\d_a-z\u3400-\u9fff]+")
# what remains beside courtesies is mostly a name; but these words are always an answer
_ANSWERS = re.compile(
    r"今[天晚早日]|明[天晚早日]|后天|下周|周[一二三四五六日]|月|[一二三四五六七八九十]点|是|否|有|无|不|没|未|需要"
    r"|\b(?:yes|no|not|none|never|yeah|yep|nope|both|neither|tonight|tomorrow|today|later|soon"
    r"|monday|tuesday|wednesday|thursday|friday|saturday|sunday|next|already|yet|still"
    r"|ja|nein|oui|non|si|nicht|kein\w*|pas|niet|nie|inte|ikke)\b|\d|sí|não"
    r"|(?:^| )(?:[Дд]а|[Нн]ет|[Нн]е)(?=[ ,.!]|$)|はい|いいえ|ない|ません|네|아니|않",
    re.ASCII,
)
_QUESTION = re.compile(r"[?？]|吗\W*$")
_ZH = (
    r"(?:周|王|李|张|刘|陈|杨|赵|黄|吴|徐|孙|马|朱|胡|林|郭|何|高|罗|郑|梁|谢|宋|唐|许|韩|"
    r"冯|邓|曹|彭|曾|肖|田|董|潘|袁|蔡|蒋|余|于|杜|叶|程|魏|苏|吕|丁|沈|任|姚|卢|傅|钟|姜|"
    r"崔|谭|廖|范|汪|陆|金|石|戴|贾|韦|夏|邱|方|侯|邹|熊|孟|秦|白|江|阎|薛|尹|段|雷|黎|史|"
    r"龙|陶|贺|顾|毛|郝|龚|邵|万|钱|严|武|戚|莫|孔|向|汤)?(?:工程师|先生|女士|老师|经理|"
    r"工|总)(?=[,，:：!！ 您你好]|$)|尊敬的|您好|你好|大家好|早上好|上午好|下午好|晚上好|"
    r"谢谢(?:您|你|你们|啦|了|大家)?|多谢|感谢|非常|十分|特别|真的|太|辛苦(?:了|您|"
    r"你们?)*|已?(?:经)?(?:全部|都)?(?:收到|收悉|知悉|知晓|知道|明白|了解|清楚|阅)(?:了|"
    r"啦)?|邮件|来信|回复|答复|反馈|的?(?:支持|帮助|协助|解答|配合|耐心|及时|快速|详细|"
    r"说明|解释|指导|信息|通知|更新|提醒)|好(?:的|滴|嘞|呢|哒)?|嗯+|哦|行|可以的?|没问题|"
    r"ok|不客气|麻烦(?:您|你|你们)?了?|客气|打扰(?:了|您)?|祝(?:好|您|工作|顺利|商祺)*|"
    r"工作顺利|顺颂商祺|此致|敬礼|周末愉快|节日快乐|生活愉快|(?:我们?|"
    r"这边)?(?:先)?等(?:您|你|你们|待)?的?(?:分析结果|消息|结果|结论|分析|回复|通知|反馈|"
    r"好消息|进展)?|静候佳音|期待(?:您|你)?的?(?:回复|消息|答复)?|有(?:消息|进展|"
    r"结果)(?:再)?(?:联系|沟通|通知)?|再(?:联系|沟通)|保持联系|我们?|您|你们?|的|了|啊|"
    r"哈+|呢|呀|啦|吧|就|也|都|很|对|先|这|那|哈|是|谢|给|对于?|贵司|贵方|大力|一直以来|"
    r"麻烦|今天|刚才"
)
_EN = (
    r"\b(?:hi|hello|hey|dear|mr|mrs|ms|sir|madam|all|team|there|good (?:morning|afternoon|"
    r"evening|day)|thanks?|thank you|thx|tks|ty|cheers|many|much|so|very|a lot|lot|again|"
    r"really|greatly|great|perfect|excellent|wonderful|fantastic|awesome|nice|good|"
    r"brilliant|got it|got (?:your|the) (?:mail|email|message|reply)|received|noted|ok|"
    r"okay|k|understood|acknowledged|roger|copy that|will do|sure|alright|fine|well|clear|"
    r"appreciated?|appreciate it|for|your|you|the|this|that|it|we|i|have|has|with|thanks "
    r"to|to|of|and|is|on|in|me|us|our|my|am|are|just|(?:quick|kind|prompt|fast|swift|"
    r"detailed|clear|helpful|useful|continued|great|speedy|valuable) |help(?:ing)?|"
    r"support|reply|response|answer(?:ing)?|explanation|e?-?mail|message|information|info|"
    r"update|updates|assistance|effort|efforts|work|clarification|patience|time|news|"
    r"instructions|summary|note|notice|details|follow(?:ing)?[ -]?up|heads[- ]up|service|"
    r"best|kind|warm|regards|wishes|sincerely|yours|br|rgds|have a (?:nice|good|great) "
    r"(?:day|weekend|evening|one|week)|waiting for (?:your|the|further) (?:\w+ )?(?:reply|"
    r"response|news|update|updates|analysis|result|results)|look(?:ing)? forward to (?:it|"
    r"your|hearing|the)|hearing|from|no problem|no worries|you're welcome|you are welcome|"
    r"welcome|sounds?|makes? sense|confirmed|mail)\b"
)
# thanks, greetings and regards of the languages whose quotes we know; Japanese ones with the
# simplified characters that `plain` leaves of them
_ABROAD = (
    r"(?:vielen|besten|herzlichen|danke|dank|schön|sehr|hallo|guten (?:tag|morgen|abend)|liebe[rs]?"
    r"|sehr geehrte[r]?|herr|frau|freundlichen?|viele|beste|grüße?n?|grüssen?|gruß|mfg|mit"
    r"|merci(?: beaucoup| bien)?|bonjour|bonsoir|cordialement|bien à vous|madame|monsieur"
    r"|(?:muchas )?gracias|hola|saludos|cordiales|buenos días|grazie(?: mille)?|ciao|buongiorno"
    r"|cordiali saluti|muito|obrigad[oa]|olá|atenciosamente|bedankt|dank (?:je|u)(?: wel)?"
    r"|hartelijk|groeten?|met vriendelijke"
    r"|[Сс]пасибо|[Бб]ольшое|[Бб]лагодарю|[Зз]дравствуйте|[Дд]обрый день|[Сс] уважением"
    r"|[Дд]якую|dziękuję|pozdrawiam|děkuj[iu]|s pozdravem|tack(?: så mycket)?|hej|hälsningar"
    r"|takk|tak|kiitos|teşekkür(?:ler)?|ederim|cảm ơn|terima kasih)(?![^\W\d_])"
    r"|(?:どうも|诚に|大変)?(?:ありがとう|有难う|有り难う)(?:ございま(?:す|した))?|お世話になって(?:い|お)り?ます"
    r"|承知(?:いた|し)しました|了解(?:です|しました|いたしました)?|(?:何卒|どうぞ)?よろしくお愿い(?:いた)?(?:し)?ます"
    r"|감사합니다|고맙습니다|안녕하세요|수고하세요|شكرا|תודה"
)
_EMPTY = re.compile(f"{_ZH}|{_EN}|{_ABROAD}", re.ASCII)


def is_smalltalk(sentences: Sequence[Sentence]) -> bool:
    """True if next to nothing is left without the courtesies."""
    if any(_QUESTION.search(sentence.plain) for sentence in sentences):
        return False
    left = 0
    for sentence in sentences:
        rest = _EMPTY.sub(" ", sentence.plain)
        left += len(_WORD.findall(rest))
        if left > _LEFT_OVER or _ANSWERS.search(rest):
            return False
    return True
