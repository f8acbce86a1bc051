"""The log of Windows Update."""

from types import MappingProxyType

from mailbot.understanding.item import Item

ITEM = Item(
    name="windows_update_log",
    title=MappingProxyType({"zh": "Windows 更新日志", "en": "Windows Update log"}),
    patterns=(
        (
            r"windows ?update ?\.?(?:log|日志)s?|windows ?更新(?:的)?(?:事件)?日志|"
            r"windowsupdateclient|"
            r"get-windowsupdatelog|update logs?"
        ),
    ),
    how=MappingProxyType(
        {
            "zh": (
                "以管理员身份打开 PowerShell，运行 Get-WindowsUpdateLog，将桌面上生成的 "
                "WindowsUpdate.log 上传"
            ),
            "en": (
                "open PowerShell as administrator, run Get-WindowsUpdateLog and upload "
                "the WindowsUpdate.log it leaves on the desktop"
            ),
        }
    ),
    files=r"windows[-_ ]?update",
)
