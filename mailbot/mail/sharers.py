"""Where files are left to be fetched: mail providers' large attachments, and cloud drives."""

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Sharer:
    """``place`` is what its links begin with, after the scheme; ``attached``: by the mailbox."""

    name: str
    place: str
    attached: bool = False


SHARERS = (
    Sharer("qq", r"(?:[\w-]{1,20}\.)?mail\.qq\.com/(?:cgi-bin/ftn|ftn/|.{0,80}exs_ftn)", True),
    Sharer("qq", r"(?:[\w-]{1,20}\.)?ftn\.qq\.com/", True),
    Sharer("exmail", r"(?:[\w-]{1,20}\.)?exmail\.qq\.com/(?:cgi-bin/ftn|ftn/|.{0,80}exs_ftn)", True),
    Sharer(
        "netease",
        r"(?:[\w-]{1,20}\.)?(?:mail\.163|mail\.126|mail\.yeah|qiye\.163|vip\.163|mail\.netease)\.(?:com|net)"
        r"/(?:large-attachment|.{0,80}large-attachment)",
        True,
    ),
    Sharer("netease", r"(?:dashi|u|fs|mailfs)\.163\.com/", True),
    Sharer("icloud", r"(?:www\.)?icloud\.com(?:\.cn)?/attachment", True),
    Sharer("icloud", r"(?:www\.)?icloud\.com(?:\.cn)?/iclouddrive/"),
    Sharer("baidu", r"(?:pan|yun)\.baidu\.com/(?:s/|share/|wap/|disk/link)"),
    Sharer("alipan", r"(?:www\.)?(?:alipan|aliyundrive)\.com/(?:s|t)/"),
    Sharer("189", r"(?:cloud|h5\.cloud)\.189\.cn/(?:t/|web/share|share)"),
    Sharer("weiyun", r"(?:share|www)\.weiyun\.com/\w"),
    Sharer("cowtransfer", r"(?:[\w-]{1,20}\.)?cowtransfer\.com/s/"),
    Sharer("quark", r"pan\.quark\.cn/s/"),
    Sharer("123pan", r"(?:www\.)?123(?:pan|\d{3}|684|865|912)\.(?:com|cn)/s/"),
    Sharer("lanzou", r"(?:[\w-]{1,20}\.)?lanzou[a-z]?\.com/\w"),
    Sharer("jianguoyun", r"(?:www\.)?jianguoyun\.com/p/"),
    Sharer("139", r"(?:yun|caiyun)\.139\.com/"),
    Sharer("onedrive", r"1drv\.ms/\w|onedrive\.live\.com/\S"),
    Sharer("sharepoint", r"[\w-]{1,63}\.sharepoint\.(?:com|cn)/(?::\w:/|.{0,200}(?:guestaccess|download)\.aspx)"),
    Sharer("google_drive", r"drive\.google\.com/(?:file/|open|uc|drive/folders|a/)|drive\.usercontent\.google\.com/"),
    Sharer("dropbox", r"(?:www\.)?(?:dropbox|db)\.(?:com|tt)/(?:s|sh|scl|t|transfer)/|dl\.dropboxusercontent\.com/"),
    Sharer("wetransfer", r"(?:[\w-]{1,40}\.)?wetransfer\.com/downloads/|we\.tl/\w"),
    Sharer("box", r"(?:[\w-]{1,40}\.)?box\.com/(?:s|shared|v)/"),
    Sharer("mega", r"mega\.(?:nz|co\.nz|io)/(?:file|folder|#)"),
    Sharer("feishu", r"[\w-]{1,40}\.(?:feishu\.cn|larksuite\.com)/(?:file|drive|space|minutes)/"),
    Sharer("dingtalk", r"(?:space|qr|alidocs|im)\.dingtalk\.com/"),
)  # fmt: skip
_ALL = tuple((one, re.compile(one.place, re.IGNORECASE)) for one in SHARERS)
# a look that is cheaper than the table
HINT = re.compile(
    r"qq\.com|163\.com|126\.com|yeah\.net|netease|icloud\.com|baidu\.com|alipan|aliyundrive|189\.cn"
    r"|weiyun|cowtransfer|quark\.cn|123\w{3}\.c|lanzou|jianguoyun|139\.com|1drv\.ms|onedrive"
    r"|sharepoint|google|dropbox|db\.tt|wetransfer|we\.tl|box\.com|mega\.|feishu|larksuite|dingtalk",
    re.IGNORECASE,
)


def sharer(url: str) -> Sharer | None:
    """Who keeps what ``url`` leads to; None where it leads to no file."""
    _, _, place = url.rpartition("://") if "://" in url[:12] else ("", "", url)
    return next((one for one, pattern in _ALL if pattern.match(place[:600])), None)
