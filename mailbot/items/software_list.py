"""The list of what is installed on the machine."""

from types import MappingProxyType

from mailbot.understanding.item import Item

ITEM = Item(
    name="software_list",
    title=MappingProxyType({"zh": "已安装的软件列表（截图）", "en": "list of installed software"}),
    patterns=(
        (
            r"软件(?:的)?(?:列表|清单)|(?:安装|装)(?:的|了)?(?:哪些)?软件|程序列表|"
            r"已安装(?:的)?程序|appwiz(?:\.cpl)?|"
            r"(?:lists? of )?installed (?:software|programs|applications)|software (?:list|"
            r"inventory)|programs and features"
        ),
    ),
    how=MappingProxyType(
        {
            "zh": "按 Windows+R，运行 appwiz.cpl，将列表截图，名称和版本两列要完整",
            "en": (
                "press Windows+R, run appwiz.cpl and take screenshots of the list, with "
                "the columns for name and version complete"
            ),
        }
    ),
    files=r"appwiz|software[-_ ]?(?:list|inventory)|installed|软件|軟體|programs?[-_ ]?list",
)
