"""A complete memory dump: everything the machine had in memory when it crashed."""

from types import MappingProxyType

from mailbot.understanding.item import Item

ITEM = Item(
    name="full_dump",
    title=MappingProxyType(
        {"zh": "完整内存转储（full dump）", "en": "complete memory dump (full dump)"}
    ),
    patterns=(
        (
            r"full ?-?(?:memory ?)?dump(?:s|文件)?|(?:完整|完全)的?(?:内存)?(?:转储|dump)|"
            r"complete (?:memory )?dumps?|memory\.dmp"
        ),
    ),
    how=MappingProxyType(
        {
            "zh": (
                "在“启动和故障恢复”中将“写入调试信息”设为“完全内存转储”，重启生效；"
                "蓝屏后等屏幕显示到 100%，再将 C:\\Windows\\MEMORY.DMP "
                "复制到其他目录，压缩后上传"
            ),
            "en": (
                'under "Startup and Recovery" set "Write debugging information" to "Complete '
                'memory dump" and restart; after the crash let it reach 100 %, copy '
                "C:\\Windows\\MEMORY.DMP "
                "to another folder, compress and upload it"
            ),
        }
    ),
    files=(
        r"(?:^|[\W_])(?:full|complete)[\w.-]{0,40}(?:dump|dmp)|"
        r"^memory[\w.-]{0,40}(?:\.dmp|\.(?:zip|7z|rar|gz|tgz|tar))"
    ),
    recurs=True,
    whole_memory=True,
)
