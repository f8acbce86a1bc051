"""What the collection tool gathers when the customer runs it."""

from types import MappingProxyType

from mailbot.understanding.item import Item

ITEM = Item(
    name="collection_tool_output",
    title=MappingProxyType({"zh": "信息收集工具的输出", "en": "output of the collection tool"}),
    patterns=(
        (
            r"(?:信息|数据|日志)?(?:收集|采集)(?:工具|程序|脚本)|(?:附件|以下|"
            r"诊断)(?:中)?的?(?:工具|脚本)|诊断工具|"
            r"datacollectiontool|collect(?:ion|or|ing) (?:tool|script|utility)|"
            r"diagnostic (?:tool|script|utility)|data ?collector|log文件夹"
        ),
    ),
    how=MappingProxyType(
        {
            "zh": (
                "以管理员身份运行我们提供的信息收集工具，完成后将生成的文件夹压缩上传；"
                "它只读取系统、网络和补丁信息，不读取个人文件"
            ),
            "en": (
                "run the collection tool we provided as administrator and upload the "
                "folder it creates as a zip file; it reads system, network and patch "
                "information only, no personal files"
            ),
        }
    ),
    files=(
        r"collect(?:ion|or)?[-_ ]?(?:tool|result|output|log)|datacollect|^log\.(?:zip|7z|"
        r"rar|gz|tgz|tar)$|^logs?\.(?:zip|7z|rar|gz|tgz|tar)$"
    ),
)
