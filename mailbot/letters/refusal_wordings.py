"""How the pages say why an order can't be done: in Chinese, and in better English."""

from mailbot.reasons import Wording
from mailbot.refusals import Refusal

REFUSED = (
    # The case and the draft that are meant.
    Wording(Refusal.NO_CASE, "没有案例 {case}"),
    Wording(Refusal.NO_DRAFT, "{name} 不是草稿：草稿以案例编号和序号表示"),
    Wording(Refusal.NO_LONGER_WAITS, "{draft} 已不再等待确认"),
    Wording(Refusal.CASE_CLOSED, "{case} 已关闭，请先重新打开"),
    Wording(Refusal.CASE_NOT_CLOSED, "{case} 并未关闭"),
    Wording(Refusal.CASE_LIVES_ON, "{case} 已并入 {name}，请改用后者"),
    # A yes, an edit, and their end.
    Wording(Refusal.ON_ITS_WAY, "{draft} 已确认，正在发出"),
    Wording(Refusal.HAS_CHANGED, "{draft} 在打开之后又有改动，请重新看过再确认"),
    Wording(Refusal.NEWER_MAIL, "客户刚又来信，{draft} 没有发出；请先看新来信，已写的文字还在"),
    Wording(Refusal.GAP_TO_FILL, "{draft} 中有只能由工程师填写的内容，请先填写"),
    Wording(Refusal.GAP_STILL_THERE, "{draft} 中还有待填写的内容，请填写，或将其删去"),
    Wording(Refusal.NO_GAP_LEFT, "{draft} 中已没有可以放入 {name} 的空处"),
    Wording(Refusal.EMPTY_LETTER, "空白的信不能发出；如不需要此信，请选择不发"),
    Wording(Refusal.LEFT_ALREADY, "{draft} 已经发出，不能撤回"),
    Wording(Refusal.SEAL_BROKEN,
            "{draft} 中的 `{value}` 不是有效的密码标记，请将该行改回：{known}"),
    Wording(Refusal.SEAL_STRANGE,
            "{draft} 中的 `{value}` 不是有效的密码标记，请将其删去，或不发此信"),
    Wording(Refusal.SEAL_GONE,
            "{draft} 中的密码行不见了，请放回：{known}；或不发此信，另行写信"),
    Wording(Refusal.WRITTEN_ANEW, "{draft} 中的日期（{day}）已过，此信已重写，请看过再确认"),
    Wording(Refusal.NAMES_PAST_DAY, "{draft} 中的日期（{day}）已过，请改为以后的日期"),
    # To whom, and whose.
    Wording(Refusal.ADDRESSED_ALREADY, "{draft} 已有收件人：{to}"),
    Wording(Refusal.ADDRESS_WANTED, "{draft} 还没有收件人，请指定一位二线同事"),
    Wording(Refusal.NOT_OF_SECOND_LINE, "{to} 不属于二线，二线有：{known}"),
    Wording(Refusal.WHICH_OF_SECOND_LINE, "请指定是哪一位二线同事：{known}"),
    Wording(Refusal.NO_SECOND_LINE, "还没有设置二线人员"),
    Wording(Refusal.WHICH_CUSTOMER, "请指定是哪一位客户，{case} 的客户有：{known}"),
    Wording(Refusal.NO_CUSTOMER, "{case} 还没有客户"),
    Wording(Refusal.NO_UPLOAD_SERVER, "此处没有上传服务器，请联系管理员开通账号"),
    Wording(Refusal.LOGIN_ELSEWHERE, "{case} 使用另一台服务器上的账号，请联系其管理员"),
    Wording(Refusal.CANT_STAND_IN, "{address} 不能代班，请选择一位可以下指令的同事"),
    Wording(Refusal.OWN_STAND_IN, "不能由本人代班，请选择 {address} 以外的同事"),
    # What the order says itself.
    Wording(Refusal.DAY_OVER, "{day}已过，请选择以后的日期"),
    Wording(Refusal.WHICH_DAY, "请写明到哪一天：年、月、日"),
    Wording(Refusal.HOW_MANY_DAYS, "请写明天数：1 到 {count}"),
    Wording(Refusal.NOTE_EMPTY, "备注是空的，请写一句话"),
    # Mails that go from case to case, or are read once more.
    Wording(Refusal.WHICH_MAILS, "请选择要从 {case} 移出的邮件"),
    Wording(Refusal.NO_MAIL, "{case} 中没有编号为 {number} 的邮件"),
    Wording(Refusal.NO_MAIL_OF_CUSTOMER, "{case} 中还没有客户来信，请指定一封邮件"),
    Wording(Refusal.MAIL_UNREADABLE, "编号为 {number} 的邮件无法读取：{reason}"),
    Wording(Refusal.NOTHING_LEFT, "全部移走后 {case} 就空了；如需合二为一，请使用合并"),
    Wording(Refusal.ONE_CASE, "{case} 本来就是同一个案例"),
    Wording(Refusal.TAKES_NO_MAILS, "不能把邮件移到 {case}"),
    Wording(Refusal.NOTHING_TO_UNDO, "{case} 没有合并或拆分过，没有可以撤销的操作"),
    Wording(Refusal.LIVES_ELSEWHERE, "{case} 后来又并入了别的案例，请先撤销那一次"),
    Wording(Refusal.MORE_HAPPENED,
            "{case} 或 {name} 后来又有变化，不能撤销；请重新合并，或拆分不属于此处的邮件"),
    Wording(Refusal.NOT_IN_QUARANTINE, "隔离区里没有编号为 {number} 的邮件"),
)  # fmt: skip
