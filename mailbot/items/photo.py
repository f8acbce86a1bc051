"""A photo of a screen, a label or a lamp."""

from types import MappingProxyType

from mailbot.understanding.item import Item

ITEM = Item(
    name="photo",
    title=MappingProxyType({"zh": "照片", "en": "photo"}),
    patterns=(r"照片|拍照|相片|拍(?:一)?张|\bphotos?\b|\bphotographs?\b|\bpictures? of\b",),
    how=MappingProxyType(
        {
            "zh": "请正对拍摄，让文字和指示灯都能看清，必要时分几张拍",
            "en": (
                "please take it straight from the front so that the text and the lamps "
                "can be seen, in several pictures where needed"
            ),
        }
    ),
    pasted=True,
    files=r"^(?:img|dsc|photo|wx|mmexport|pic)[-_ ]?[\w-]*\.(?:jpe?g|heic|png)$|照片|相片",
)
