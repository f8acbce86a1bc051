"""What the machine is: model, versions, hardware."""

from types import MappingProxyType

from mailbot.understanding.item import Item

ITEM = Item(
    name="system_info",
    title=MappingProxyType(
        {"zh": "系统信息（型号与版本）", "en": "system information (model and versions)"}
    ),
    patterns=(
        (
            r"msinfo32?|systeminfo|dxdiag|系统信息|(?:设备|机器|主机|产品)?(?:序列号|"
            r"型号)|(?:操作系统|系统|软件|固件|"
            r"bios|微码|产品|驱动)(?:的)?版本(?:号|信息)?(?!升级)|system info(?:rmation)?|"
            r"serial numbers?|"
            r"(?:firmware|software|os|bios|product|driver) versions?|model (?:name|number)"
        ),
    ),
    how=MappingProxyType(
        {
            "zh": (
                "按 Windows+R，运行 msinfo32，用“文件-导出”保存后发给我们；"
                "设备请提供型号、序列号和固件版本"
            ),
            "en": (
                'press Windows+R, run msinfo32 and send us the file from "File, Export";'
                " for a device, its model, serial number and firmware version"
            ),
        }
    ),
    files=r"msinfo|systeminfo|dxdiag|system[-_ ]?info|\.nfo$",
)
