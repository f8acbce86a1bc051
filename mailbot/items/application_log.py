"""The log an application writes."""

from types import MappingProxyType

from mailbot.understanding.item import Item

ITEM = Item(
    name="application_log",
    title=MappingProxyType({"zh": "应用日志", "en": "application log"}),
    patterns=(
        (
            r"(?:应用|程序|软件|服务|中间件|业务|客户端|后台|tomcat|weblogic|nginx|iis|"
            r"apache)(?:的)?(?:运行)?日志|"
            r"catalina\.out|(?:application|app|client|server|service|web ?server|middleware|"
            r"iis|nginx|tomcat|install(?:ation)?|setup|error|debug) logs?(?! ?in\b)|"
            r"安装日志|错误日志|"
            r"报错日志"
        ),
    ),
    how=MappingProxyType(
        {
            "zh": "请打包问题发生前后一小时的日志，并注明发生的时间",
            "en": (
                "please pack the logs from an hour before to an hour after the problem,"
                " and note when it happened"
            ),
        }
    ),
    files=(
        r"catalina|application[-_ ]?log|app[-_ ]?log|error[-_ ]?log|debug[-_ ]?log|"
        r"access[-_ ]?log|install[-_ ]?log"
    ),
)
