"""A text as sentences to look words up in: small letters, single blanks, places for figures."""

import re

# the traditional characters of the vocabulary, each above its simplified form
_TRADITIONAL = str.maketrans(
    "來覆復請聯絡們個時間處無謝機郵問單據員將會儘盡訊電話號辦離職調務業開關閉後還這為發傳轉繫係見"
    "誤諒緊週暫顧應對長現國達遞貴閣詢諮訴責門總編碼檔資補過進遲寫參訓練動說麼嗎讓給從點測試錄當壞"
    "報錯誌驅記類內陳歲專親愛館層級縮變換線網隊協議頭導視設計監優質確認審閱約預訂歸學舉園區紀歡臨"
    "題誰沒擺攤慶價體驗護醫師團營節臺買賣終結經產遊嬰養靜輪遠鄉療傷喪農曆連擔負權屬縣廳證獎賽術藝"
    "語書貨運輸廠礦車輛軟碟鍵鏡頁標準則規範簽續費錢帳戶銀貸險稅財購銷訪診藥檢島灣陸際歐麗寶貝爺嬸"
    "孫兒媽爾氣溫濕熱凍風颱災難廣場劇劃畫圖腦佈製異與並於僅衹隻條項圍繞獨數壓備損毀維盤陣勞駕謹啟"
    "鈞鑒賜閒餘實態況興績極較輕鬆緩崗",
    "来复复请联络们个时间处无谢机邮问单据员将会尽尽讯电话号办离职调务业开关闭后还这为发传转系系见"
    "误谅紧周暂顾应对长现国达递贵阁询咨诉责门总编码档资补过进迟写参训练动说么吗让给从点测试录当坏"
    "报错志驱记类内陈岁专亲爱馆层级缩变换线网队协议头导视设计监优质确认审阅约预订归学举园区纪欢临"
    "题谁没摆摊庆价体验护医师团营节台买卖终结经产游婴养静轮远乡疗伤丧农历连担负权属县厅证奖赛术艺"
    "语书货运输厂矿车辆软盘键镜页标准则规范签续费钱账户银贷险税财购销访诊药检岛湾陆际欧丽宝贝爷婶"
    "孙儿妈尔气温湿热冻风台灾难广场剧划画图脑布制异与并于仅只只条项围绕独数压备损毁维盘阵劳驾谨启"
    "钧鉴赐闲余实态况兴绩极较轻松缓岗",
)
_PLACES = (
    (re.compile(r"https?://[^\s<>]{1,300}"), " <link> "),
    (re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}"), " <mail> "),
    (
        re.compile(r"(?<![\w.-])[a-z][\w-]{0,40}(?:\.[a-z][\w-]{0,40}){1,4}(?:/\S{0,100})?"),
        " <link> ",
    ),
    (re.compile(r"\b\d{1,2}:\d{2}\b|\b\d{1,2}\s?[ap]m\b|\b\d{1,2}\s?[点时]"), " <time> "),
    (
        re.compile(
            r"(?<!\d)(?=\d)"
            r"(?:\b\d{4}[-/.年]\d{1,2}(?:[-/.月]\d{1,2}日?)?|\b\d{1,2}[./]\d{1,2}(?:[./]\d{2,4})?\b"
            r"|\d{1,2}\s?月(?:\s?\d{1,2}\s?[日号]|初|中|底)?|\b\d{1,2}(?:st|nd|rd|th)\b"
            r"|\d{1,2}\s?[日号](?![机盘灯楼服柜线位口节卡槽绿红黄站炉库车门井院馆产]))"
        ),
        " <date> ",
    ),
    (
        re.compile(
            r"(?<![一二三四五六七八九十])[一二三四五六七八九十]{1,2}月"
            r"(?:[一二三四五六七八九十]{1,3}[日号]|初|中|底)?"
        ),
        " <date> ",
    ),
    (re.compile(r"\b[a-z]{1,8}[#/-]?\d[\d/-]{2,20}(?<=\d)\b|#\d{2,12}"), " <ref> "),
    (re.compile(r"(?<![\d+])\+?\d{1,5}(?:[ ()-]{1,2}\d{2,8}){1,4}(?!\d)"), " <phone> "),
    (re.compile(r"(?<!\d)(?:1\d{10}|0\d{8,10})(?!\d)"), " <phone> "),
    (re.compile(r"(?:ext\.?|extension|-|#|分机|转)\s?\d{2,5}\b"), " <phone> "),
    (re.compile(r"\b\d[\d/-]{2,20}(?<=\d)\b"), " <ref> "),
)
_ENDS = str.maketrans(dict.fromkeys("?？", " <ask> \n") | dict.fromkeys("。！；…", "\n"))
_LATIN_ENDS = (". ", "! ", "; ")
_BULLETS = ("-", "*", "·", "•")
# what is left of punctuation once a text is in sentences
_BLANK = str.maketrans(
    dict.fromkeys('"$%&()*+,./:;=[\\]^`{|}~“”‘’（）【】《》「」『』〈〉、：·•—–～！!', " ")
)


def sentences(text: str) -> tuple[str, ...]:
    """Each sentence between blanks, with a place for every figure, date, link and address."""
    plain = text.translate(_TRADITIONAL).lower().replace("\u2019", "'")
    for pattern, place in _PLACES:
        plain = pattern.sub(place, plain)
    whole = _unwrapped(plain).translate(_ENDS)
    for end in _LATIN_ENDS:
        whole = whole.replace(end, "\n")
    parts = (one.translate(_BLANK).split() for one in whole.split("\n"))
    return tuple(f" {' '.join(words)} " for words in parts if words)


def _unwrapped(text: str) -> str:
    """A paragraph a line: an empty line ends one, a bullet begins one."""
    lines = (line.strip() for line in text.split("\n"))
    return " ".join(f"\n{line}" if not line or line[0] in _BULLETS else line for line in lines)
