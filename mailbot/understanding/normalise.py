"""Text as phrases are searched in it: lower case, half width, simplified characters."""

import re
from collections.abc import Mapping
from functools import cache

from mailbot.mail.simplified import simplified

# The same things by their Taiwanese names, after the characters are simplified.
_NAMES = {
    "逾时": "超时", "连线": "连接", "伺服器": "服务器", "登入": "登录", "档案": "文件",
    "网路": "网络", "软体": "软件", "韧体": "固件", "硬体": "硬件", "记忆体": "内存",
    "萤幕": "屏幕", "当机": "死机", "资料库": "数据库", "资料夹": "文件夹", "程式": "程序",
    "使用者": "用户", "印表机": "打印机", "设定": "设置", "重新开机": "重启", "重开机": "重启",
    "汇出": "导出", "汇入": "导入", "附加文件": "附件", "附档": "附件", "介面": "界面",
    "远端": "远程", "频宽": "带宽", "磁碟": "磁盘", "硬碟": "硬盘", "交换器": "交换机",
    "连接埠": "端口", "埠": "端口", "倾印": "转储", "记录档": "日志", "除错": "调试",
    "支援": "支持", "寄给": "发给", "寄送": "发送", "寄到": "发到", "资安": "信息安全",
    "机敏": "敏感", "个资": "个人信息", "客服": "支持", "案件": "案例", "状况": "情况",
    "回报": "反馈",
    "讯息": "消息", "画面": "界面", "重灌": "重装", "储存设备": "存储", "储存": "存储",
}  # fmt: skip
_NAME = re.compile("|".join(sorted(_NAMES, key=len, reverse=True)))
_UPPER = {ord(letter): letter.lower() for letter in "ABCDEFGHIJKLMNOPQRSTUVWXYZ"}
_FULL_WIDTH = {0xFF01 + n: chr(0x21 + n).lower() for n in range(94)}
_KEPT = {ord(mark): mark for mark in "，。；：！？（）"}
_MARKS = {
    0x00A0: " ", 0x3000: " ", 0x2009: " ", 0x202F: " ", 0x2018: "'", 0x2019: "'", 0x02BC: "'",
    0x201C: '"', 0x201D: '"', 0x300C: '"', 0x300D: '"', 0x300E: '"', 0x300F: '"',
    0xFF0E: ".", 0x200B: "", 0xFEFF: "", 0x200E: "", 0x200F: "", 0x00AD: "", 0x2011: "-",
}  # fmt: skip


def plain(text: str) -> str:
    """``text`` with every way of writing a character made one."""
    if text.isascii():
        return text.lower()
    said = text.translate(_one_way())
    if not simplified().keys().isdisjoint(map(ord, text)):
        said = _NAME.sub(lambda name: _NAMES[name.group()], said)
    return said


@cache
def _one_way() -> Mapping[int, str]:
    """By code point, what each character is read as."""
    return {**simplified(), **_FULL_WIDTH, **_KEPT, **_MARKS, **_UPPER}
