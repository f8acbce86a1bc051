"""Traditional characters and their simplified ones."""

import pytest

from mailbot.mail.automatic.sentences import sentences
from mailbot.mail.simplified import simplified
from mailbot.understanding.normalise import plain

_PAIRS = (
    "儲储廳厅擬拟槍枪飯饭館馆臉脸鹽盐鴨鸭雞鸡龜龟麥麦齒齿聰聪膽胆腸肠膚肤艙舱蕭萧薩萨蘇苏虧亏蝦虾"
    "蟲虫裹裹褲裤襪袜謊谎譽誉豐丰豎竖賊贼賠赔贈赠贊赞跡迹蹟迹躲躲軀躯轄辖轟轰轉转辭辞遼辽鄧邓鄭郑"
    "釘钉鈔钞鉛铅銘铭鋒锋鋼钢錶表鍋锅鍛锻鎮镇鑽钻鑰钥閣阁閥阀闆板闖闯陝陕陽阳隸隶雖虽霧雾韌韧頌颂"
    "頑顽額额飄飘飢饥飼饲餅饼餓饿駛驶駕驾騎骑騷骚鬥斗魯鲁鯨鲸鳥鸟鳳凤鶴鹤鷹鹰"
)
_TRADITIONAL, _SIMPLIFIED = _PAIRS[::2], _PAIRS[1::2]
_LETTERS = [
    ("請協助查閱儲存裝置的紀錄", "请协助查阅储存装置的纪录"),
    ("驅動程序無法辨識鑰匙，鎖已損壞", "驱动程序无法辨识钥匙，锁已损坏"),
    ("擬於貴廳簽訂合約，隨函附上報價", "拟于贵厅签订合约，随函附上报价"),
    ("我們將盡速回覆，接著處理", "我们将尽速回复，接着处理"),
    ("敍述與衞星線路", "叙述与卫星线路"),
]


def test_common_characters_become_their_simplified_ones() -> None:
    assert len(set(_TRADITIONAL)) >= 60
    assert _TRADITIONAL.translate(simplified()) == _SIMPLIFIED


def test_every_character_becomes_one_other_character() -> None:
    assert all(len(new) == 1 and ord(new) != old for old, new in simplified().items())


def test_every_common_character_of_big5_that_has_a_simplified_form_is_known() -> None:
    known = [one for one in _big5_level_1() if ord(one) in simplified()]
    assert len(known) >= 1900


@pytest.mark.parametrize(("traditional", "simple"), _LETTERS)
def test_one_text_in_either_script_is_read_alike(traditional: str, simple: str) -> None:
    assert traditional.translate(simplified()) == simple
    assert sentences(traditional) == sentences(simple)


@pytest.mark.parametrize(("traditional", "simple"), _LETTERS[1:])
def test_one_sentence_in_either_script_is_searched_alike(traditional: str, simple: str) -> None:
    assert plain(traditional) == plain(simple)


def test_a_simplified_text_stays_as_it_is() -> None:
    said = "服务器昨晚蓝屏，重启之后恢复正常，后台日志里没有报错，请帮忙分析"
    assert said.translate(simplified()) == said


def _big5_level_1() -> str:
    lows = (*range(0x40, 0x7F), *range(0xA1, 0xFF))
    codes = (bytes([high, low]) for high in range(0xA4, 0xC7) for low in lows)
    return "".join(code.decode("big5", "ignore") for code in codes)
