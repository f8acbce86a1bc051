"""The small dumps that Windows keeps of each crash."""

from types import MappingProxyType

from mailbot.understanding.item import Item

ITEM = Item(
    name="minidump",
    title=MappingProxyType({"zh": "小内存转储（minidump）", "en": "minidump files"}),
    patterns=(r"mini ?-?dump(?:s|文件)?|小(?:内存)?(?:转储|dump)|small memory dumps?",),
    how=MappingProxyType(
        {
            "zh": "将 C:\\Windows\\Minidump 文件夹整个压缩后上传；文件很小，一般几百 KB 一个",
            "en": (
                "compress the folder C:\\Windows\\Minidump as a whole and upload it; the "
                "files are small, a few hundred KB each"
            ),
        }
    ),
    files=r"mini[-_ ]?dump|^\d{6}-\d+-\d+\.dmp$",
    recurs=True,
)
