"""How the desk's reasons are worded for its own people, in their language."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from mailbot.letters.terms import term
from mailbot.reasons import Because, Part, Reason, Wording

# What the engineer is told.
_NOTES = (
    Wording(Because.NOT_HEARD_SINCE, "该我方回复了：客户自{day}以来没有收到我方的消息",
            "it is our turn: the customer has heard nothing since {day}"),
    Wording(Because.ANSWER_PROMISED, "我方答应客户在{day}前答复"),
    Wording(Because.ANSWER_PROMISED_NOT_GIVEN, "我方答应客户在{day}前答复，客户还没有收到"),
    Wording(Because.SECOND_LINE_SILENT, "二线自{day}以来没有回音"),
    Wording(Because.YOU_PROMISED, "您答应客户的事项已到约定时间（{day}）"),
    Wording(Because.EDITED_AND_KEPT, "{draft} 经人工修改，予以保留，请留意新情况：{reason}"),
    Wording(Because.EARLIER_DRAFT_WAITS, "本应再发一封“{letters}”，但前一封草稿还没有确认",
            "due now as well: {letters}; but an earlier draft still waits"),
    Wording(Because.ACCOUNT_WANTED, "客户需要上传账号，请联系管理员开通",
            "the customer needs an upload account: ask the administrator for one"),
    Wording(Because.NOT_UNDERSTOOD, "没能判断 {address} 的来信需要什么，请您看一下"),
    Wording(Because.SOLVED_UNPROVEN, "{address} 来信说问题已解决，但无法证实来信人身份"),
    Wording(Because.SOLVED_AND_MORE, "{address} 来信说问题已解决，但还提到：{said}"),
    Wording(Because.FILES_BEHIND_LINK, "{address} 把{part}放在 {name} 上，请您去下载"),
    Wording(Because.FILES_BEHIND_LINK_UNTIL, "{address} 把{part}放在 {name} 上，请您在{day}前下载"),
    Wording(Because.NOT_READ_WHOLE, "{address} 的来信没能完整读出：{reason}"),
    Wording(Because.PRESSES, "客户在催促或投诉：{said}"),
    Wording(Because.CANT_LEAVE, "{draft} 即使确认也不能发出：{reasons}"),
    Wording(Because.MAY_HAVE_LEFT, "{draft}（发给 {to}）不确定是否已经发出：{reason}"),
    Wording(Because.DID_NOT_LEAVE, "{draft}（发给 {to}）没有发出：{reason}"),
    Wording(Because.STOPPED, "{draft} 在发出前被拦下：{reasons}"),
    Wording(Because.SECOND_LINE_WROTE, "二线的 {person} 来信了"),
    Wording(Because.UNVERIFIED_COLLEAGUE, "有一封邮件自称来自 {address}，但我方服务器"
            "无法证实，请核实后再处理"),
    Wording(Because.BOUNCES, "发往 {address} 的邮件被退回{status}，请换一个地址联系",
            "mail to {address} bounces{status}: find another address"),
    Wording(Because.MAY_BOUNCE, "有一封无法证实的退信称发往 {address} 的邮件被退回，请核实"),
    Wording(Because.DELETED_AFTER_RECEIPT, "已确认收到的文件 {file} 又从服务器上删除了"),
    Wording(Because.CUT_OFF, "文件 {file} 上传中断，只收到 {size}",
            "the upload of {file} was cut off after {size}"),
    Wording(Because.UNSEEN_MAILS, "这个往来中引用了服务台从未收到的邮件"),
    Wording(Because.JOINED_HERE, "{case} 已并入本案例，其草稿均已撤回：{cases}",
            "{case} is part of this case now; its drafts were withdrawn: {cases}"),
    Wording(Because.MAILS_WENT, "部分邮件已移到 {case}，请看看本案例中还有哪些仍然成立",
            "some mails went to {case}: see what still holds here"),
    Wording(Because.BEFORE_WE_BEGAN, "这封来信早于系统启用，还没有人答复，请您看一下"),
    Wording(Because.SPLIT_OFF, "本案例由 {case} 拆分而来，请看看需要做什么",
            "it was split off {case}: see what it needs"),
    Wording(Because.MAY_BELONG, "这封来信可能属于 {cases}，现已单独建立案例"),
)  # fmt: skip
# What of a mail can't be read here.
_UNREAD = (
    Wording(Because.ENCRYPTED, "邮件经过加密，系统没有密钥，请您自行打开，或请对方重新发送"),
    Wording(Because.IN_PORTAL, "邮件受保护，只能在其门户中阅读，请您到那里打开，或请对方重新发送"),
    Wording(Because.TOO_LARGE_TO_UNPACK, "{part}太大，无法在此解包"),
    Wording(Because.CANT_BE_UNPACKED, "{part}无法解包，请向对方索取其中的文件"),
    Wording(Because.PART_CUT_OFF, "{part}不完整，请向对方索取其中的文件"),
    Wording(Because.SIGNED_UNREADABLE, "其中经过签名的内容无法读出：{reason}"),
)  # fmt: skip
# Why drafts are taken back, and what else happens to a case.
_JOURNAL = (
    Wording(Because.NEWER_MAIL, "客户又来信了"),
    Wording(Because.ENGINEER_SPOKE, "工程师已亲自写信给客户"),
    Wording(Because.ENGINEER_HANDED_OVER, "工程师已自行移交本案例"),
    Wording(Because.TOLD_ELSEWHERE, "{person} 已通过其他方式告知客户"),
    Wording(Because.FILE_DELETED, "服务器上的文件已被删除"),
    Wording(Because.NEW_EVIDENCE, "又收到了新的资料"),
    Wording(Because.SOLVED, "客户表示问题已经解决"),
    Wording(Because.NOT_HEARD_AFTER_NOTICE, "结案预告发出后没有收到回音"),
    Wording(Because.CLOSED_BY, "{person} 已关闭本案例"),
    Wording(Because.PASSWORD_ORDERED, "{person} 要求更换密码"),
    Wording(Because.PASSWORD_ORDERED_FOR, "{person} 要求为 {address} 更换密码"),
    Wording(Because.READ_ONLY_ORDERED, "{person} 要求为 {address} 开通只读账号"),
    Wording(Because.ACCOUNT_SHUT, "{person} 已停用上传账号"),
    Wording(Because.ACCOUNT_SHUT_OF, "{person} 已停用 {address} 的上传账号"),
    Wording(Because.ACCOUNTS_SHUT, "{person} 已停用全部上传账号"),
    Wording(Because.ACCOUNT_EXPIRED, "有效期已于{day}结束"),
    Wording(Because.OLD_PASSWORD_STAYS, "账号 {name} 继续使用原密码"),
    Wording(Because.LETTER_REJECTED, "写有密码的信被退回"),
    Wording(Because.OTHER_SERVER, "改用另一台服务器上的账号"),
    Wording(Because.ON_OTHER_SERVER, "本案例使用另一台服务器上的账号"),
    Wording(Because.ACCOUNT_JUST_MADE, "账号刚刚开通"),
    Wording(Because.ACCOUNT_ASKED_BY, "{address} 申请上传账号"),
    Wording(Because.ACCOUNT_READ, "从 {address} 的来信中读出账号 {name}"),
    Wording(Because.ANNOUNCED, "已预告：{due}，{hour}"),
    Wording(Because.NO_WORD_SINCE, "自{day}以来没有回音"),
    Wording(Because.ON_NO_LIST, "“{letters}”未列入晨间清单，等下一次"),
    Wording(Because.NO_NOTICE_HERE, "此处不发结案预告"),
    Wording(Because.NOTHING_YET, "还没有收到文件，{count} 分钟后再看"),
    Wording(Because.NOTHING_WHOLE, "收到的文件都不完整"),
    Wording(Because.BEHIND_LINK, "文件在链接后面，需要有人下载"),
    Wording(Because.RECEIPTED_BEFORE, "这些文件已确认过"),
    Wording(Because.UPLOAD_RUNS, "仍在上传"),
    Wording(Because.UPLOAD_MAY_RESUME, "上传刚刚中断，可能会继续"),
    Wording(Because.OTHER_DUMP, "要的是完整转储，收到的是另一种"),
    Wording(Because.UPLOAD_BEGAN, "开始上传：{file}"),
    Wording(Because.ARRIVED, "{file} 已收到"),
    Wording(Because.EMPTY_FILE, "{file} 是空文件"),
    Wording(Because.INCOMPLETE_FILE, "{file} 不完整"),
    Wording(Because.RENAMED, "{file} 已改名为 {name}"),
    Wording(Because.UNKNOWN_DELETED, "删除了一个没有提到过的文件"),
    Wording(Because.DELETED, "{file} 已被删除"),
    Wording(Because.ONLY_THANKS, "只是致谢，不作改变"),
    Wording(Because.OUR_STEP, "客户来信，该我方处理"),
    Wording(Because.THEIR_STEP, "该客户处理"),
    Wording(Because.LETTER_FIRST, "先由我方发信，再由客户处理"),
    Wording(Because.PASSED_ON, "由 {address} 转来"),
    Wording(Because.NAMES_DATE, "客户说明了时间：{day}"),
    Wording(Because.KEEPS_WATCHING, "客户希望继续观察"),
    Wording(Because.CLOSED_ALREADY, "本案例已关闭"),
    Wording(Because.WROTE_AGAIN, "客户再次来信"),
    Wording(Because.JOINED_BY, "{person} 将 {case} 并入"),
    Wording(Because.SAME_MATTER, "有来信表明 {case} 是同一件事"),
    Wording(Because.LIVES_ON, "已并入 {case}"),
    Wording(Because.MOVED_MAILS, "{person} 将部分邮件移到 {case}"),
    Wording(Because.MADE_OF_MAILS, "{person} 用 {case} 的邮件建立"),
    Wording(Because.UNDONE, "{person} 撤销了上一次合并或拆分"),
    Wording(Because.CANT_BE_APPROVED, "{draft} 还不能确认"),
    Wording(Because.APPROVED, "{person} 已确认 {draft}"),
    Wording(Because.DAY_OVER, "{draft} 中的日期已过，已重写"),
    Wording(Because.REJECTED_BY, "被 {person} 退回"),
    Wording(Because.REJECTED, "{person} 退回了 {draft}"),
    Wording(Because.REJECTED_BECAUSE, "{person} 退回了 {draft}：{said}"),
    Wording(Because.EDITED, "{person} 修改了 {draft}"),
    Wording(Because.SPOKE, "{person} 与客户沟通过：{said}"),
    Wording(Because.CALLED, "{person} 与客户通过电话"),
    Wording(Because.HELD_BY, "{person} 暂停了一切自动发信"),
    Wording(Because.LIFTED, "{person} 恢复了自动发信"),
    Wording(Because.TAKEN, "{person} 接手了本案例"),
    Wording(Because.WATCHED_UNTIL, "{person} 观察到{hour}"),
    Wording(Because.OPENED_AGAIN, "{person} 重新打开"),
    Wording(Because.LEFT, "“{letters}”已发给 {to}"),
    Wording(Because.HAS_LEFT, "“{letters}”已发出"),
    Wording(Because.FAILED, "{draft}（发给 {to}）发送失败：{reason}"),
    Wording(Because.DRAFT_WAITS, "给客户的草稿正等确认"),
    Wording(Because.SWITCHED_OFF, "“{letters}”已停用"),
    Wording(Because.COLLEAGUE_WROTE, "同事来信：已记录，不影响计时"),
    Wording(Because.ADMIN_WROTE, "管理员来信"),
    Wording(Because.SECOND_LINE_ANSWERED, "二线已答复"),
    Wording(Because.MACHINE_CHANGES_NOTHING, "自动邮件（{kind}），不作改变"),
    Wording(Because.CAME_BACK, "我方发往 {address} 的邮件被退回（{status}）"),
    Wording(Because.BOUNCE_OF_NOTHING, "退信没有提到我方的信，不作改变"),
    Wording(Because.CLOSE_ANNOUNCED, "{person} 预告结案"),
    Wording(Because.DATA_ASKED, "{person} 请客户提供资料"),
    Wording(Because.GOES_TO_SECOND_LINE, "{person} 告知客户将转给二线"),
    Wording(Because.ENGINEER_WROTE, "{person} 写信给客户"),
    Wording(Because.HANDED_OVER, "{person} 已移交"),
    Wording(Because.AMONG_US, "内部邮件：不影响计时，也不是给系统的指令"),
    Wording(Because.HISTORY, "历史邮件：早于系统启用"),
)  # fmt: skip
# What the morning's list says of a case.
_LISTED = (
    Wording(Because.OF_A_CASE, "{name}：{reason}"),
    Wording(Because.REMINDER_LEAVES, "跟进提醒将于{moment} 自动发出，不想发出请执行 "
            "`mailbot hold {case}`",
            "the reminder leaves at {moment}; to keep it back: `mailbot hold {case}`"),
    Wording(Because.NOTICE_LEAVES, "结案预告将于{moment} 自动发出，不想发出请执行 "
            "`mailbot hold {case}`",
            "the closing notice leaves at {moment}; to keep it back: `mailbot hold {case}`"),
    Wording(Because.WAITS_FOR_YES, "{draft} 等您确认"),
    Wording(Because.OUR_TURN, "该我方处理"),
    Wording(Because.CASES_HELD, "以下案例已暂停自动发信：{cases}"),
    Wording(Because.MAILS_UNREAD, "有 {count} 封邮件无法读取，执行 `mailbot quarantine` 查看"),
)  # fmt: skip
# What the desk says of itself.
_OF_THE_DESK = (
    Wording(Because.DEAF_SINCE, "自{moment}起，无法读取服务邮箱"),
    Wording(Because.NOTHING_LEAVES, "恢复读取之前，跟进提醒和结案预告都不会发出"),
    Wording(Because.HEARS_AGAIN, "服务邮箱已恢复读取"),
    Wording(Because.PAUSED_SINCE, "自{moment}起暂停发信，执行 `mailbot resume` 即可恢复"),
    Wording(Because.NOT_PAUSED, "已恢复发信"),
)  # fmt: skip
# Why a letter waits for a yes, or may not leave at all; guards bring their own.
_WITHHELD = (
    Wording(Because.GAP, "信中有只能由工程师填写的内容"),
    Wording(Because.NO_ADDRESS, "没有收件人，请指定收件地址"),
    Wording(Because.STALE, "所回复的来信已过去较久（系统曾停止运行）"),
    Wording(Because.SECRET_UNCONFIRMED, "信中有密码，只有发给已确认的联系人才会自动发出"),
    Wording(Because.WAITS_FOR_ENGINEER, "此信等工程师确认"),
)  # fmt: skip
# What the outbox and the mail server say.
_SENDING = (
    Wording(Because.WITHDRAWN, "此信已撤回"),
    Wording(Because.SEAL_STAYS_SHUT, "信中有一处密码标记已损坏或无法识别，请更正，或不发此信"),
    Wording(Because.WITHDRAWN_BEFORE, "{draft} 在发出前已撤回"),
    Wording(Because.IN_DOUBT, "信交给邮件服务器后连接中断，也没有收到它的副本"),
    Wording(Because.NO_ADDRESS_OF_THE_SERVER, "邮件服务器不接受地址 {address}"),
    Wording(Because.REFUSED, "邮件服务器拒收（{part}）：{code} {said}",
            "the mail server refused {part}: {code} {said}"),
)  # fmt: skip
# Why a letter could not be written.
_WRITING = (
    Wording(Because.TEMPLATE_MISSING, "缺少模板 {path}，请补上这种语言的版本"),
    Wording(Because.OTHER_AUDIENCE, "{path} 是写给{audience}的信，不能发给{other}"),
    Wording(Because.OTHER_ADDRESSEE, "“{letters}”是写给{audience}的信，不能发给 {to}，"
            "请重新指定收件人"),
    Wording(Because.AT_LINE, "{path} 第 {line} 行：{reason}"),
    Wording(Because.UNKNOWN_NAME_NEAR, "没有 {name} 这个名称，是否应为 {near}？"),
    Wording(Because.UNKNOWN_NAME, "没有 {name} 这个名称，可用的有：{known}"),
    Wording(Because.SECRET_NOT_MARKED, "只有带 `Secret: yes` 标头的信才能写出密码"),
    Wording(Because.NO_ACCOUNT, "本案例没有上传账号，请先开通，或不发此信"),
    Wording(Because.NO_LAST_DAY, "账号没有截止日期"),
    Wording(Because.NOTHING_SAID, "本案例还没有与客户沟通过"),
    Wording(Because.NO_CLOSE_DATE, "没有约定结案日期"),
    Wording(Because.NO_DATE, "没有承诺答复日期"),
    Wording(Because.NOT_ONE_DAY, "这些资料不是同一天索取的"),
    Wording(Because.NO_INSTRUCTIONS, "还没有发过上传说明"),
    Wording(Because.HEADER_BROKE_OUT, "此信的标头格式异常，请不要发出"),
    Wording(Because.NOT_IN_HEADER, "{value} 不能用在邮件标头中，请从源头更正"),
)  # fmt: skip
HOUSE = (*_NOTES, *_UNREAD, *_JOURNAL, *_LISTED, *_OF_THE_DESK, *_WITHHELD, *_SENDING, *_WRITING)


@dataclass(frozen=True, slots=True)
class Speech:
    """How reasons are worded: by kind; and how letters are called, by name and language."""

    wordings: Mapping[str, Wording]
    letters: Mapping[str, Mapping[str, str]]

    def worded(self, reason: Reason, lang: str) -> str:
        """A reason in this language; a kind that nobody words stays as it is."""
        wording = self.wordings.get(reason.kind)
        if wording is None:
            return str(reason)
        sentence = wording.zh if lang == "zh" else wording.en or wording.kind
        parts = {name: self._part(name, part, lang) for name, part in reason.parts.items()}
        return sentence.format_map(parts) if parts else sentence

    def names_of(self, letters: str, lang: str) -> str:
        """上传说明、问题答复, for ``upload_instructions+answer``."""
        names = letters.split("+")
        called = (self.letters.get(one, {}).get(lang) or one.replace("_", " ") for one in names)
        return ("、" if lang == "zh" else " + ").join(called)

    def _part(self, name: str, part: Part, lang: str) -> str:
        if isinstance(part, tuple):
            return ("；" if lang == "zh" else "; ").join(self.worded(one, lang) for one in part)
        if isinstance(part, Reason):
            return self.worded(part, lang)
        return self.names_of(part, lang) if name == "letters" else term(name, part, lang)


def speech(
    brought: Iterable[Wording] = (),
    letters: Mapping[str, Mapping[str, str]] = MappingProxyType({}),
) -> Speech:
    """The house's wordings, and those that guards and intents bring."""
    wordings = {str(one.kind): one for one in (*HOUSE, *brought)}
    return Speech(MappingProxyType(wordings), letters)
