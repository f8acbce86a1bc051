"""How a reader is addressed: as the engineers did, by full name, or by neither."""

import pytest

from mailbot.desk.case.parties import Contact
from mailbot.letters.salutation import Reader, reader


@pytest.mark.parametrize(
    ("salutation", "name", "lang", "expected"),
    [
        ("周先生, 您好!", "周佐", "zh", Reader("周先生")),
        ("周先生，您好", "", "zh", Reader("周先生")),
        ("陈工，您好：", "", "zh", Reader("陈工")),
        ("您好，周工", "", "zh", Reader("周工")),
        ("Hi 周老师，", "", "zh", Reader("周老师")),
        ("尊敬的欧阳女士：", "", "zh", Reader("尊敬的欧阳女士")),
        ("您好", "周佐", "zh", Reader()),
        ("各位好", "周佐", "zh", Reader()),
        ("Hi Zuo,", "周佐", "zh", Reader(name="周佐")),
        ("周先生您好<b>\n点这里 http://evil.example", "", "zh", Reader()),
        ("", "周佐", "zh", Reader(name="周佐")),
        ("", "?周佐", "zh", Reader(name="周佐")),
        ("", "周佐（信息科）", "zh", Reader(name="周佐")),
        ("", "欧阳晓明", "zh", Reader(name="欧阳晓明")),
        ("", "买买提·艾力", "zh", Reader(name="买买提·艾力")),
        ("", "客服中心", "zh", Reader()),
        ("", "信息科", "zh", Reader()),
        ("", "zhouzuo", "zh", Reader()),
        ("", "", "zh", Reader()),
        ("Dear Mr. Zhou,", "Zhou Zuo", "en", Reader("Dear Mr. Zhou")),
        ("Hi Ruth,", "", "en", Reader("Hi Ruth")),
        ("Hello all,", "Ruth Okafor", "en", Reader()),
        ("周先生，您好", "Zhou Zuo", "en", Reader(name="Zhou Zuo")),
        ("", "Okafor, Ruth", "en", Reader(name="Ruth Okafor")),
        ("", "Ruth Okafor (Northgate)", "en", Reader(name="Ruth Okafor")),
        ("", "zhouzuo", "en", Reader()),
        ("", "IT Support", "en", Reader()),
        ("", "周佐", "en", Reader()),
        ("", "ruth@northgate.example", "en", Reader()),
    ],
)
def test_a_reader_is_addressed_as_he_is_known(
    salutation: str, name: str, lang: str, expected: Reader
) -> None:
    assert reader(Contact("reader@customer.example", name, salutation), lang) == expected


def test_nobody_known_is_greeted_plainly() -> None:
    assert reader(None, "zh") == Reader()
