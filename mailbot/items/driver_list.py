"""The drivers that are loaded, with their versions."""

from types import MappingProxyType

from mailbot.understanding.item import Item

ITEM = Item(
    name="driver_list",
    title=MappingProxyType({"zh": "驱动列表", "en": "list of drivers"}),
    patterns=(
        (
            r"驱动(?:程序)?(?:的)?(?:列表|清单|版本信息)|driverquery|drivers? (?:list|versions?)|"
            r"lists? of (?:the )?(?:installed |loaded )?drivers|pnputil"
        ),
    ),
    how=MappingProxyType(
        {
            "zh": (
                "以管理员身份打开命令提示符，运行 driverquery /v /fo csv > "
                '"%USERPROFILE%\\Desktop\\drivers.csv"，'
                "将桌面上的 drivers.csv 发给我们"
            ),
            "en": (
                "open a command prompt as administrator, run driverquery /v /fo csv > "
                '"%USERPROFILE%\\Desktop\\drivers.csv" and send us drivers.csv from the '
                "desktop"
            ),
        }
    ),
    files=r"driver(?:s|query|[-_ ]?list)?[\w.-]{0,20}\.(?:csv|txt|xlsx?|log|zip)|驱动|驅動",
)
