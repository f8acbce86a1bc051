"""The log of the operating system: event log, syslog, messages."""

from types import MappingProxyType

from mailbot.understanding.item import Item

ITEM = Item(
    name="system_log",
    title=MappingProxyType({"zh": "系统日志", "en": "system log"}),
    patterns=(
        (
            r"(?:系统|事件|操作系统|os|应用程序|安全)(?:的)?(?:事件)?(?:日志|log)(?!时间)|"
            r"事件查看器|messages? ?(?:日志|"
            r"文件|log)|/var/log/messages|\bdmesg\b|\bjournalctl\b|syslog|(?:system|event|os|"
            r"kernel) ?-?logs?|event viewer|\.?evtx\b|日志方面|winevt"
        ),
    ),
    how=MappingProxyType(
        {
            "zh": (
                "Windows：打开事件查看器，右键“系统”，选择“将所有事件另存为”，保存为 "
                "evtx；Linux：打包 /var/log/messages* "
                "和 dmesg 的输出"
            ),
            "en": (
                'Windows: open the Event Viewer, right-click "System", choose "Save All '
                'Events As" and keep the evtx format; Linux: pack /var/log/messages* '
                "and the output of dmesg"
            ),
        }
    ),
    files=(
        r"\.evtx?(?:\.(?:zip|7z|rar|gz))?$|^messages|syslog|dmesg|journal|system[-_ ]?log|"
        r"event[-_ ]?log|系统日志|事件日志"
    ),
)
