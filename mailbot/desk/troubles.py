"""Which kind of upload problem a sentence tells of: the letter of help goes by it."""

import re

from mailbot.desk.plain import plain

_TROUBLES = (
    ("space", re.compile(r"空间|磁盘|满了|已满|配额|quota|no space|disk (?:is )?full|\bfull\b")),
    ("permission", re.compile(r"权限|permission|拒绝访问|access denied|read-only|not allowed")),
    (
        "login",
        re.compile(
            r"登录|登陆|登不|密码|账号|帐号|用户名|认证|锁|过期|login|log ?in|log on|password|"
            r"credential|authent|expired|locked|account|sign in"
        ),
    ),
    ("slow", re.compile(r"慢|速度|kb/s|k/s|slow|crawl|takes? (?:hours|forever|ages)")),
    (
        "network",
        re.compile(
            r"超时|连|端口|断|网|不通|拒绝|防火墙|time|refused|connect|port|reset|reach|network|"
            r"firewall|drop|interrupt|stall|abort|stop|hang|fail"
        ),
    ),
)


def upload_trouble(sentence: str) -> str:
    """login, network, permission, space, slow or other."""
    said = plain(sentence)
    return next((kind for kind, pattern in _TROUBLES if pattern.search(said)), "other")
