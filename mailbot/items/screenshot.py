"""A picture of the screen."""

from types import MappingProxyType

from mailbot.understanding.item import Item

ITEM = Item(
    name="screenshot",
    title=MappingProxyType({"zh": "截图", "en": "screenshot"}),
    patterns=(
        r"(?<!软件列表)截[图屏]|屏幕(?:快照|图片)|screen ?-?(?:shots?|captures?|prints?)|"
        r"\bprint ?screen\b",
    ),
    how=MappingProxyType(
        {
            "zh": "请截取完整窗口，让错误信息、时间和版本都能看清；不便截图时，用手机拍照也可以",
            "en": (
                "please capture the whole window so that the error, the time and the "
                "version can be read; a photo taken with a phone will do as well"
            ),
        }
    ),
    files=(
        r"screen[-_ ]?(?:shot|capture|print)|截[图圖屏]|^(?:snip|capture|clip)[\w -]*\.(?:png|"
        r"jpe?g|bmp)$"
    ),
    pasted=True,
)
