"""The bundle of logs that a device or an operating system packs by itself."""

from types import MappingProxyType

from mailbot.understanding.item import Item

ITEM = Item(
    name="support_bundle",
    title=MappingProxyType({"zh": "诊断信息包（support bundle）", "en": "support bundle"}),
    patterns=(
        (
            r"support ?-?(?:bundle|save|data|config)|supportsave|supportconfig|sosreport|"
            r"sos ?report|show tech(?:-?support)?|tech-?support|诊断(?:信息|日志|文件|"
            r"包)(?:包)?|(?:阵列|"
            r"存储|设备|硬件|bmc|控制器)(?:的)?(?:诊断)?日志|一键(?:收集|日志)|autosupport|"
            r"diag(?:nostic)?s? (?:bundle|file|log|package|data)s?|(?:array|controller|"
            r"storage|bmc|ilo|idrac|tsr|hardware) logs?|active health|\bahs\b|vm-support"
        ),
    ),
    how=MappingProxyType(
        {
            "zh": (
                "在设备的管理界面选择“收集日志/诊断信息”（Linux 主机运行 sosreport，"
                "交换机执行 show tech-support），"
                "将生成的文件上传，不要改动内容"
            ),
            "en": (
                'choose "collect logs" or "support bundle" in the management interface '
                "(sosreport on a Linux host, show tech-support on a switch) and upload "
                "the file it makes as it is"
            ),
        }
    ),
    files=(
        r"support[-_ ]?(?:bundle|save|data|config)|sos(?:report|[-_]report|report-)|"
        r"show[-_ ]?tech|tech[-_ ]?support|autosupport|diag(?:nostic)?s?[\w.-]*\.(?:zip|"
        r"7z|rar|gz|tgz|tar)|^tsr|\.ahs$|诊断|vm-support"
    ),
)
