"""A film of what happens on the screen."""

from types import MappingProxyType

from mailbot.understanding.item import Item

ITEM = Item(
    name="recording",
    title=MappingProxyType({"zh": "录屏", "en": "screen recording"}),
    patterns=(
        (
            r"录屏|录像|视频(?!会议|卡|流|监控)|screen ?recordings?|\bvideos? (?:of|that|"
            r"showing)\b|"
            r"record (?:a|the) (?:video|screen)"
        ),
    ),
    how=MappingProxyType(
        {
            "zh": "从操作开始录到问题出现为止，几十秒即可；画面中不要出现账号和密码",
            "en": (
                "record from the first step until the problem shows, half a minute is "
                "enough; please keep accounts and passwords out of the picture"
            ),
        }
    ),
    files=r"\.(?:mp4|mov|avi|mkv|wmv|webm)$",
)
