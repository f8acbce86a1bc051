"""Known file sharing services: mail providers' large attachments, and cloud drives."""

import re
from dataclasses import dataclass
from urllib.parse import SplitResult, urlsplit

_LONGEST = 3_000


@dataclass(frozen=True, slots=True)
class Sharer:
    """``hosts`` and their subdomains; ``path`` is how the URL paths of their shares begin."""

    name: str
    hosts: tuple[str, ...]
    path: re.Pattern[str]


def _sharer(name: str, path: str, *hosts: str) -> Sharer:
    return Sharer(name, hosts, re.compile(rf"\A(?:{path})", re.IGNORECASE))


_LARGE = r"/cgi-bin/ftn|/ftn/|/[^?]{0,80}\?.{0,200}exs_ftn"
SHARERS = (
    _sharer("exmail", _LARGE, "exmail.qq.com"),
    _sharer("qq", _LARGE, "mail.qq.com"),
    _sharer("qq", r"/.", "ftn.qq.com"),
    _sharer("netease", r"/[\w./-]{0,80}large-attachment", "mail.163.com", "mail.126.com",
            "mail.yeah.net", "qiye.163.com", "vip.163.com", "vip.126.com", "mail.netease.com"),
    _sharer("netease", r"/.", "dashi.163.com", "u.163.com", "fs.163.com", "mailfs.163.com"),
    _sharer("aliyun_mail", r"/alimail/(?:open)?(?:large|big|netdisk|bigattach)", "mail.aliyun.com",
            "qiye.aliyun.com", "mxhichina.com"),
    _sharer("icloud", r"/attachment|/iclouddrive/", "icloud.com", "icloud.com.cn"),
    _sharer("baidu", r"/(?:s/|share/|wap/|disk/link)", "pan.baidu.com", "yun.baidu.com"),
    _sharer("alipan", r"/[st]/", "alipan.com", "aliyundrive.com"),
    _sharer("quark", r"/s/", "pan.quark.cn"),
    _sharer("123pan", r"/s/", "123pan.com", "123pan.cn", "123684.com", "123865.com", "123912.com",
            "123952.com"),
    _sharer("weiyun", r"/\w{4}", "share.weiyun.com", "www.weiyun.com"),
    _sharer("jianguoyun", r"/(?:p|d|l)/", "jianguoyun.com"),
    _sharer("189", r"/(?:t/|web/share|share)", "cloud.189.cn"),
    _sharer("139", r"/(?:link|shareweb|w/i|m/i|l/i)", "yun.139.com", "caiyun.139.com"),
    _sharer("lanzou", r"/[bi]\w{3}", "lanzou.com", "lanzoui.com", "lanzoux.com", "lanzous.com",
            "lanzouw.com", "lanzoup.com", "lanzouo.com", "lanzouy.com"),
    _sharer("cowtransfer", r"/s/", "cowtransfer.com"),
    _sharer("wenshushu", r"/[fk]/", "wenshushu.cn", "wss.ink", "wss.cc"),
    _sharer("115", r"/s/", "115.com", "115cdn.com", "anxia.com"),
    _sharer("xunlei", r"/s/", "pan.xunlei.com"),
    _sharer("feishu", r"/(?:file|drive|space|minutes)/", "feishu.cn", "larksuite.com"),
    _sharer("dingtalk", r"/(?:s/|drive|i/|c/|p/|spreadsheet)", "space.dingtalk.com",
            "qr.dingtalk.com", "alidocs.dingtalk.com"),
    _sharer("onedrive", r"/\w", "1drv.ms"),
    _sharer("onedrive", r"/(?:redir|download|embed|\?|:\w:/)", "onedrive.live.com"),
    _sharer("sharepoint", r"/:\w:/|/[^?]{0,200}(?:guestaccess|download|onedrive)\.aspx",
            "sharepoint.com", "sharepoint.cn"),
    _sharer("google_drive", r"/(?:file/|open|uc|drive/(?:u/\d/)?folders|folders/|a/|download)",
            "drive.google.com", "drive.usercontent.google.com"),
    _sharer("dropbox", r"/(?:s|sh|scl|t|transfer|l)/", "dropbox.com", "db.tt",
            "dl.dropboxusercontent.com"),
    _sharer("wetransfer", r"/downloads/|/t-", "wetransfer.com", "we.tl"),
    _sharer("box", r"/(?:s|shared|v|f)/", "box.com"),
    _sharer("mega", r"/(?:file|folder|#)", "mega.nz", "mega.io", "mega.co.nz"),
    _sharer("mediafire", r"/(?:file|folder|\?)", "mediafire.com"),
    _sharer("sendanywhere", r"/(?:web/downloads|\w{6})", "sendanywhere.com", "send-anywhere.com",
            "sendanywhe.re"),
)  # fmt: skip
_BY_HOST: dict[str, list[Sharer]] = {}
for _one in SHARERS:
    for _host in _one.hosts:
        _BY_HOST.setdefault(_host, []).append(_one)


def may_share(text: str) -> bool:
    """A cheap test, to avoid checking every URL."""
    low = text.lower()
    return any(host in low for host in _BY_HOST)


def sharer(url: str) -> str:
    """The service that shares the file at ``url``; '' if it is no share."""
    place = _split(url)
    if place is None:
        return ""
    behind = f"{place.path}?{place.query}" if place.query else place.path
    if place.fragment:
        behind += f"#{place.fragment}"
    known = (one for host in _within(place.hostname or "") for one in _BY_HOST.get(host, ()))
    return next((one.name for one in known if one.path.match(behind[:_LONGEST])), "")


def _split(url: str) -> SplitResult | None:
    try:
        return urlsplit(url if "://" in url[:10] else f"https://{url}")
    except ValueError:
        return None


def _within(host: str) -> tuple[str, ...]:
    """The host and its parent domains, nearest first."""
    labels = host.lower().rstrip(".").split(".")[-8:]
    return tuple(".".join(labels[at:]) for at in range(len(labels)))
