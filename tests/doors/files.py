"""The new files themselves."""

INTENT = '''
    """Asks when an engineer can come."""

    from mailbot.understanding.intent import Intent, Owes, Phrase, Side

    INTENT = Intent(
        name="visit_wanted",
        side=Side.CUSTOMER,
        phrases=(Phrase("上门", 0.99, yes=("请安排工程师上门",), no=("门禁坏了",)),),
        letter="visit_planned",
        owes=Owes.WE,
        asks=True,
        overrides=frozenset({"question"}),
    )
'''
ITEM = '''
    """The plan of the cables in the rack."""

    from mailbot.understanding.item import Item

    ITEM = Item(
        name="cabling_plan",
        title={"zh": "机柜布线图", "en": "cabling plan"},
        patterns=("机柜布线图",),
        how={"zh": "拍照或截图即可", "en": "a photo or a screenshot will do"},
        files="cabling",
    )
'''
GUARD = '''
    """Holds what would be said to people who are on the list of the press office."""

    from mailbot.desk.case.rulebook import Departure
    from mailbot.reasons import Reason, Wording

    _ASK = Wording("press: ask the press office", zh="请先问新闻处", en="ask the press office")


    def veto(leaving: Departure) -> Reason | None:
        return _ASK() if "press@paper.example" in leaving.draft.to else None
'''
LETTER = {
    "zh": "Subject: 【案例 {{ case.number }}】\nName: 上门安排\nOrder: 45\n"
    "Send: auto\n\n上门时间另行约定。\n",
    "en": "Subject: [Case {{ case.number }}]\nName: word of a visit\nOrder: 45\n"
    "Send: auto\n\nWe will arrange a visit.\n",
}
CHANNEL = '''
    """A channel over a list: what stands in it has come, what leaves is kept."""

    from collections.abc import Iterator, Sequence
    from datetime import datetime

    from mailbot.ports import Arrival, SendingBegins, Envelope, Position


    def connect(options):
        return ListChannel([])


    class ListChannel:
        """Mails in a list."""

        def __init__(self, arrivals: Sequence[Arrival]) -> None:
            self.arrivals = arrivals
            self.sent: list[Envelope] = []

        def folders(self) -> Sequence[str]:
            return ("list",)

        def sent_folder(self) -> str:
            return ""

        def fetch(self, folder: str, after: Position | None) -> Iterator[Arrival]:
            last = after.uid if after is not None else 0
            return (one for one in self.arrivals if one.position.uid > last)

        def send(self, envelope: Envelope, sending_begins: SendingBegins) -> None:
            sending_begins()
            self.sent.append(envelope)

        def newest_heads(self, folder: str, most: int) -> Sequence[bytes]:
            return ()

        def check_way_out(self) -> None:
            pass

        def places(self) -> tuple[str, str]:
            return "a list", "a list"

        def wait(self, seconds: float) -> bool:
            return False

        def wake(self) -> None:
            pass

        def drafts_folder(self) -> None:
            """There is none."""

        def keep_sent(self, raw: bytes, at: datetime) -> None:
            pass

        def close(self) -> None:
            pass
'''
