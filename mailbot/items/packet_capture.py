"""What went over the network, recorded."""

from types import MappingProxyType

from mailbot.understanding.item import Item

ITEM = Item(
    name="packet_capture",
    title=MappingProxyType({"zh": "网络抓包", "en": "packet capture"}),
    patterns=(
        (
            r"抓(?:一?下|个|取)?(?:网络)?(?:数据)?包|网络报文|抓取?报文|数据包文件|packet "
            r"?(?:captures?|traces?|"
            r"dumps?)|network (?:captures?|traces?)|\bpcaps?(?:ng)?\b|wireshark|tcpdump"
        ),
    ),
    how=MappingProxyType(
        {
            "zh": (
                "问题出现时在两端同时抓包（Wireshark 或 tcpdump -w 文件名 -s 0），"
                "覆盖问题前后各一分钟，并注明时间和双方 IP"
            ),
            "en": (
                "capture on both sides at the same time (Wireshark, or tcpdump -w file "
                "-s 0) from a minute before the problem until a minute after, and note "
                "the time and both IP addresses"
            ),
        }
    ),
    files=r"\.(?:pcap|pcapng|cap|etl)(?:\.(?:zip|7z|gz))?$|tcpdump|wireshark|抓包|packet",
    recurs=True,
)
