"""Who writes, for whom, and about what: drawn by a seed, in Chinese and in English."""

from dataclasses import dataclass
from random import Random

PUBLIC = ("qq.com", "163.com", "126.com", "gmail.com", "outlook.com", "foxmail.com", "sina.cn")
# reserved for what is made up (RFC 2606); each name below them is an organisation
_ENDINGS = ("example", "test")
_HOUSES = (
    "hailan", "beichen", "yuntu", "qingshan", "donghe", "nanfeng", "xingyao", "lvzhou", "jinqiao",
    "fengming", "borealis", "kestrel", "larkfield", "marlow", "northgate", "oakridge", "pinewood",
    "redfern", "stonebridge", "thornbury",
)  # fmt: skip
_TRADES = ("tech", "data", "steel", "bank", "health", "energy", "logistics", "edu", "auto", "media")
_FAMILIES = ("周 zhou", "吴 wu", "郑 zheng", "冯 feng", "陈 chen", "沈 shen", "韩 han", "杨 yang")
_GIVEN = ("佐 zuo", "晓明 xiaoming", "丽华 lihua", "建国 jianguo", "文博 wenbo", "雨桐 yutong")
_FIRST = ("Ruth", "Owen", "Priya", "Tomas", "Ingrid", "Samuel", "Aiko", "Lena")
_LAST = ("Okafor", "Larsen", "Mehta", "Novak", "Bergman", "Addo", "Tanaka", "Fischer")

_PRODUCTS = (
    "R740", "数据库集群", "虚拟化平台", "邮件网关", "备份系统", "存储阵列", "VPN", "ERP",
    "mail gateway", "backup server", "file cluster", "print server", "SQL node", "SAN",
)  # fmt: skip
_TROUBLES_ZH = (
    "蓝屏", "无法启动", "频繁重启", "性能下降", "登录失败", "升级后报错", "日志写满", "连接中断",
    "证书过期", "任务卡住",
)  # fmt: skip
_TROUBLES_EN = (
    "crashes at night", "does not boot", "restarts by itself", "is very slow", "refuses logins",
    "fails after the update", "loses its connection",
)  # fmt: skip
_SAID_ZH = (
    "{p}从昨天{h}点开始{t}，重启以后大约{n}分钟又出现，请协助分析原因。",
    "今天{h}点{p}再次{t}，业务受到影响，已经截图，编号{n}，请尽快看一下。",
    "我们按说明在第{n}台机器上做了检查，{p}还是{t}，时间是{h}点。",
    "补充一下，{p}的版本是{n}.{h}，在此之前没有做过任何变更。",
    "刚才和机房确认过，{h}点左右更换了第{n}号电源，之后{p}{t}。",
)
_SAID_EN = (
    "Since {h} o'clock our {p} {t}; after a restart it takes about {n} minutes to come back.",
    "The {p} {t} again today at {h}, ticket {n} of our own help desk has the screenshots.",
    "We went through step {n} of the list, and the {p} still {t}, last seen at {h}.",
    "To add to this: the {p} runs version {n}.{h} and nothing was changed before it.",
    "Our data centre replaced power supply {n} at {h}, and since then the {p} {t}.",
)
_OURS_ZH = (
    "请在第{n}台服务器上打开完整内存转储，重现以后把文件传给我们，单号{k}。",
    "从第{n}份日志看，故障发生在{h}点，驱动版本偏旧，建议先升级到{k}再观察。",
    "我们查看了编号{k}的截图，下一步请关闭第{n}个节点的快速启动功能。",
    "根据{h}点的记录，可以排除电源问题，请补充{k}号机柜的系统日志。",
)
_OURS_EN = (
    "Please turn on the complete memory dump on node {n} and send us the file, reference {k}.",
    "Log {n} shows the fault at {h} o'clock; the driver is old, please move it to build {k}.",
    "We looked at screenshot {k}; as the next step please switch off fast startup on node {n}.",
    "The record of {h} o'clock rules the power out; we still need the system log of rack {k}.",
)


@dataclass(frozen=True, slots=True)
class Person:
    """A writer: ``lang`` is the language in which he writes."""

    name: str
    email: str
    lang: str

    @property
    def mailbox(self) -> str:
        return f'"{self.name}" <{self.email}>'


@dataclass(frozen=True, slots=True)
class Matter:
    """What a case is about: its subject and the words that fill its mails."""

    subject: str
    product: str
    trouble: str


class Cast:
    """Draws people and their troubles; nobody has the address of another."""

    def __init__(self, rng: Random) -> None:
        self.rng = rng
        self._count = 0

    def house(self) -> str:
        """The domain of an organisation that nobody else works for."""
        self._count += 1
        name = f"{self.rng.choice(_HOUSES)}-{self.rng.choice(_TRADES)}{self._count}"
        ending = self.rng.choice(_ENDINGS)
        return f"{name}.{ending}"

    def person(self, domain: str, lang: str) -> Person:
        self._count += 1
        if lang == "zh":
            family, given = self.rng.choice(_FAMILIES).split(), self.rng.choice(_GIVEN).split()
            name, local = family[0] + given[0], f"{family[1]}.{given[1]}"
        else:
            first, last = self.rng.choice(_FIRST), self.rng.choice(_LAST)
            name, local = f"{first} {last}", f"{first[0]}{last}".lower()
        return Person(name, f"{local}{self._count}@{domain}", lang)

    def matter(self, lang: str) -> Matter:
        """Subjects come back: no one has a trouble for himself."""
        product = self.rng.choice(_PRODUCTS)
        if lang == "zh":
            trouble = self.rng.choice(_TROUBLES_ZH)
            return Matter(f"{product}{trouble}", product, trouble)
        trouble = self.rng.choice(_TROUBLES_EN)
        return Matter(f"{product} {trouble}", product, trouble)

    def report(self, matter: Matter, lang: str) -> str:
        """What a customer writes."""
        said = self.rng.sample(_SAID_ZH if lang == "zh" else _SAID_EN, self.rng.choice((1, 1, 2)))
        return self._greeted([one.format(**self._filled(matter)) for one in said], lang)

    def advice(self, matter: Matter, lang: str) -> str:
        """What an engineer writes: two lines that stand nowhere else."""
        said = self.rng.sample(_OURS_ZH if lang == "zh" else _OURS_EN, 2)
        return self._greeted([one.format(**self._filled(matter)) for one in said], lang)

    def _filled(self, matter: Matter) -> dict[str, object]:
        return {
            "p": matter.product,
            "t": matter.trouble,
            "h": self.rng.randrange(1, 24),
            "n": self.rng.randrange(2, 90),
            "k": f"{self.rng.choice('KLMN')}{self.rng.randrange(10_000, 99_999)}",
        }

    def _greeted(self, lines: list[str], lang: str) -> str:
        hello, thanks = ("您好：", "谢谢！") if lang == "zh" else ("Hello,", "Thank you")
        shown = [hello, *lines] if self.rng.random() < 0.6 else lines
        return "\n".join([*shown, thanks] if self.rng.random() < 0.5 else shown)
