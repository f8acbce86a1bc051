"""How a device or a program is set up."""

from types import MappingProxyType

from mailbot.understanding.item import Item

ITEM = Item(
    name="configuration",
    title=MappingProxyType({"zh": "配置文件", "en": "configuration file"}),
    patterns=(
        (
            r"配置(?:文件|信息|备份|导出)|(?:设备|交换机|防火墙|路由器|当前)(?:的)?配置|"
            r"running-?config|"
            r"show run(?:ning)?\b|config(?:uration)? ?(?:files?|backups?|exports?|dumps?)|"
            r"my\.cnf|拓扑图?|network diagram|topology"
        ),
    ),
    how=MappingProxyType(
        {
            "zh": "请导出当前配置，发送前可将其中的密码和密钥替换为 ***",
            "en": (
                "please export the current configuration; passwords and keys in it may "
                "be replaced with *** before it is sent"
            ),
        }
    ),
    files=(
        r"\.(?:cfg|conf|cnf|ini)(?:\.(?:zip|gz))?$|running[-_ ]?config|show[-_ ]?run|"
        r"config|配置|topolog|拓扑"
    ),
)
