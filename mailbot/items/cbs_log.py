"""The log of Windows servicing, where updates fail."""

from types import MappingProxyType

from mailbot.understanding.item import Item

ITEM = Item(
    name="cbs_log",
    title=MappingProxyType({"zh": "CBS 日志", "en": "CBS log"}),
    patterns=(r"cbs(?:\.| ?-?)(?:log|日志)s?|\\logs\\cbs",),
    how=MappingProxyType(
        {
            "zh": "将 C:\\Windows\\Logs\\CBS 文件夹压缩后上传",
            "en": "compress the folder C:\\Windows\\Logs\\CBS and upload it",
        }
    ),
    files=r"(?:^|[\W_])cbs(?:[\W_]|persist|$)",
)
