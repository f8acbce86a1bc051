"""A kernel memory dump: what the kernel had in memory when it crashed."""

from types import MappingProxyType

from mailbot.understanding.item import Item

ITEM = Item(
    name="kernel_dump",
    title=MappingProxyType({"zh": "内核内存转储（kernel dump）", "en": "kernel memory dump"}),
    patterns=(
        (
            r"kernel ?-?(?:memory ?)?dump(?:s|文件)?|(?:内核|核心)(?:内存)?(?:转储|dump)|"
            r"\bvmcore\b|"
            r"\bkdump\b"
        ),
    ),
    how=MappingProxyType(
        {
            "zh": (
                "蓝屏后将 C:\\Windows\\MEMORY.DMP（Linux 为 /var/crash 下的 "
                "vmcore）复制到其他目录，压缩后上传"
            ),
            "en": (
                "after the crash copy C:\\Windows\\MEMORY.DMP (on Linux the vmcore below "
                "/var/crash) to another folder, compress and upload it"
            ),
        }
    ),
    files=r"kernel[\w.-]{0,40}(?:dump|dmp)|\bvmcore|\bkdump",
    recurs=True,
)
