"""Cues in single words: the kind of an upload problem, a failed step, a recurrence."""

import re

from mailbot.understanding.normalise import plain

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
    """The kind of an upload problem: login, network, permission, space, slow or other."""
    said = plain(sentence)
    return next((kind for kind, pattern in _TROUBLES if pattern.search(said)), "other")


_RECURS = re.compile(
    r"(?:如果?|若|一旦|万一|要是|再次?|后续|下次)[^。\n]{0,24}(?:有问题|出现|发生|复现|"
    r"重现|再现|蓝屏|异常|死机|还有|又有|产生)[^。\n]{0,30}(?:回复|联系|告知|告诉|通知|"
    r"反馈|来信|来电|致电|随时|邮件|上传|发给)|(?:观察|留意)[^。\n]{0,24}(?:是否|会不会|"
    r"有没有|还会)[^。\n]{0,12}(?:复现|出现|发生|重现|再|蓝屏)|"
    r"是否还?会?(?:再次?)?(?:复现|重现)|\b(?:if|should|in case|when|"
    r"once)\b[^.\n]{0,50}\b(?:again|recurs?|reoccurs?|comes? back|reappears?|returns?|"
    r"happens?|occurs?|persists?)\b[^.\n]{0,40}\b(?:write|reply|let|tell|contact|call|"
    r"inform|reach|drop|upload|send|notify|reopen|get in touch)\b|\b(?:write|reply|let "
    r"(?:me|us)|tell|contact|call|inform|reach|notify|get in touch)\b[^.\n]{0,40}\b(?:if|"
    r"should|in case|when|once)\b[^.\n]{0,40}\b(?:again|recurs?|reoccurs?|comes? back|"
    r"reappears?|returns?|happens?|occurs?)\b|\b(?:observe|watch|see|check|"
    r"monitor)\b[^.\n]{0,30}\b(?:whether|if)\b[^.\n]{0,40}\b(?:again|recurs?|comes? back|"
    r"reappears?|returns?|happens?|occurs?)\b",
    re.ASCII,
)
_FAILED = re.compile(
    r"不行|失败|无效|没用|没有?效果|没有?变化|没有?改善|仍|还是|依然|依旧|照样|"
    r"没(?:有)?(?:能)?解决|未(?:能)?解决|不起作用|不管用|不好使|又(?:出现|蓝屏|报|断|掉)|"
    r"报错|\b(?:still|fail\w*|no (?:change|effect|difference|luck|improvement|success)|"
    r"(?:same|identical) (?:error|issue|problem|result|behaviou?r|symptom)|to no avail|"
    r"unsuccessful|again)\b|(?:\bnot|n't)\b[^.\n]{0,12}\b(?:help|work|change|make|solve|"
    r"fix|improve)",
    re.ASCII,
)


def may_recur(said: str) -> bool:
    """Does a sentence ask to watch for the problem, or to write when it comes back?"""
    return bool(_RECURS.search(said))


def has_failed(said: str) -> bool:
    """Does a sentence about a step say that it did not help?"""
    return bool(_FAILED.search(said))
