"""What a database says of itself: AWR, alert log, trace."""

from types import MappingProxyType

from mailbot.understanding.item import Item

ITEM = Item(
    name="database_report",
    title=MappingProxyType({"zh": "数据库报告与告警日志", "en": "database report and alert log"}),
    patterns=(
        (
            r"\bawr\b(?:报告)?|\baddm\b|statspack|alert ?-?(?:日志|log)s?|告警日志|"
            r"慢(?:查询)?日志|慢sql|"
            r"slow (?:query )?logs?|数据库(?:的)?(?:告警|错误)?(?:日志|报告)|执行计划|"
            r"explain plans?|"
            r"execution plans?|监听日志|database (?:logs?|reports?)|error ?logs? of the database|"
            r"incident (?:trace|package)"
        ),
    ),
    how=MappingProxyType(
        {
            "zh": (
                "请提供问题时段的报告（Oracle 为 AWR，MySQL "
                "为慢查询日志）和同一时段的告警日志，并注明时间"
            ),
            "en": (
                "please provide the report of the time in question (AWR for Oracle, the "
                "slow query log for MySQL) and the alert log of the same time, and note "
                "the time"
            ),
        }
    ),
    files=r"awr|addm|alert[\w.-]*\.log|statspack|slow[-_ ]?(?:query|log)|explain|\.trc$|ashrpt",
)
