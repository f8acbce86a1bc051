"""A dump of no named kind: of a machine, a process or a database."""

from types import MappingProxyType

from mailbot.understanding.item import Item

ITEM = Item(
    name="crash_dump",
    title=MappingProxyType({"zh": "转储（dump）文件", "en": "dump file"}),
    patterns=(r"dump(?:s|文件)?|转储(?:文件)?|core ?(?:文件|file)|\bcore ?dumps?|coredump",),
    how=MappingProxyType(
        {
            "zh": "问题发生后先将转储文件复制到其他目录，以免被下一次覆盖，压缩后上传",
            "en": (
                "after the problem has happened copy the dump file to another folder "
                "first, so that the next one does not overwrite it, then compress and "
                "upload it"
            ),
        }
    ),
    files=r"\.(?:dmp|mdmp|hdmp)(?:\.(?:zip|7z|rar|gz))?$|(?:^|[\W_])(?:core)?dump|^core\.\d+",
    recurs=True,
    kinds=("full_dump", "kernel_dump", "minidump"),
)
