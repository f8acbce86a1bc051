"""What the desk says to its own people, in their language: notes, and why a letter waits.

The desk speaks English; each row gives one of its sentences and how a letter words it. ``{x}`` is
a part that varies: it keeps its place by name, and `terms.py` knows how such a thing is called.
A sentence that stands in no row passes through as it is.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from mailbot.letters.terms import term

_LONGEST = 1_000
_BETWEEN = "; "
_PIECES = 2
_PART = re.compile(r"\{(\w+)\}")
_LITERAL = str.maketrans({mark: f"\\{mark}" for mark in ".?()+*"})


@dataclass(frozen=True, slots=True)
class Row:
    """A sentence of the desk, and its wording; ``en`` is '' where it reads well as it is."""

    sentence: str
    zh: str
    en: str = ""


# What the engineer is told.
_NOTES = (
    Row("it is our turn, and the customer has heard nothing since {day}",
        "该我方回复了：客户自{day}以来没有收到我方的消息",
        "it is our turn: the customer has heard nothing since {day}"),
    Row("the customer was promised an answer by {day}", "我方答应客户在{day}前答复"),
    Row("the customer was promised an answer by {day}, and has none yet",
        "我方答应客户在{day}前答复，客户还没有收到"),
    Row("no word from the second line since {day}", "二线自{day}以来没有回音"),
    Row("you promised the customer something by {day}",
        "您答应客户的事项已到约定时间（{day}）"),
    Row("{draft} was edited by hand and is kept, although {reason}",
        "{draft} 经人工修改，予以保留，请留意新情况：{reason}"),
    Row("{letters} would be due too, but an earlier draft still waits",
        "本应再发一封“{letters}”，但前一封草稿还没有确认",
        "due now as well: {letters}; but an earlier draft still waits"),
    Row("{address} ordered a new password", "{address} 要求更换密码"),
    Row("an upload account is wanted: ask the administrator for one",
        "客户需要上传账号，请联系管理员开通",
        "the customer needs an upload account: ask the administrator for one"),
    Row("can't tell what the mail of {address} wants",
        "没能判断 {address} 的来信需要什么，请您看一下"),
    Row("{address} says it is solved, but nothing proves that he wrote it",
        "{address} 来信说问题已解决，但无法证实来信人身份"),
    Row("{address} says it is solved, and more: {said}",
        "{address} 来信说问题已解决，但还提到：{said}"),
    Row("{address} left {part} at {name}: fetch it",
        "{address} 把{part}放在 {name} 上，请您去下载"),
    Row("{address} left {part} at {name}: fetch it by {day}",
        "{address} 把{part}放在 {name} 上，请您在{day}前下载"),
    Row("the mail of {address} could not be read whole: {reason}",
        "{address} 的来信没能完整读出：{reason}"),
    Row("it is encrypted, and nobody here has the key: open it yourself, or ask for it anew",
        "邮件经过加密，系统没有密钥，请您自行打开，或请对方重新发送"),
    Row("it is protected, and can only be read in its portal: open it there, or ask for it anew",
        "邮件受保护，只能在其门户中阅读，请您到那里打开，或请对方重新发送"),
    Row("{part} is too large to be unpacked here", "{part}太大，无法在此解包"),
    Row("{part} can't be unpacked: ask for its files", "{part}无法解包，请向对方索取其中的文件"),
    Row("{part} is cut off: ask for its files", "{part}不完整，请向对方索取其中的文件"),
    Row("what is signed in it can't be read: {reason}", "其中经过签名的内容无法读出：{reason}"),
    Row("the customer presses: {said}", "客户在催促或投诉：{said}"),
    Row("{draft} can't leave, not even with a yes: {reasons}",
        "{draft} 即使确认也不能发出：{reasons}"),
    Row("{draft} to {to} may or may not have left: {reason}",
        "{draft}（发给 {to}）不确定是否已经发出：{reason}"),
    Row("{draft} to {to} did not leave: {reason}", "{draft}（发给 {to}）没有发出：{reason}"),
    Row("{draft} was stopped: {reasons}", "{draft} 在发出前被拦下：{reasons}"),
    Row("{person} of the second line wrote", "二线的 {person} 来信了"),
    Row("a mail says it is from {address}, but our server could not verify that: "
        "look at it before you act on it",
        "有一封邮件自称来自 {address}，但我方服务器无法证实，请核实后再处理"),
    Row("mail to {address} bounces ({status}): find another address",
        "发往 {address} 的邮件被退回{status}，请换一个地址联系",
        "mail to {address} bounces{status}: find another address"),
    Row("a report that nothing proves says that mail to {address} bounces: look at it",
        "有一封无法证实的退信称发往 {address} 的邮件被退回，请核实"),
    Row("{file} was deleted from the server, after a receipt had named it",
        "已确认收到的文件 {file} 又从服务器上删除了"),
    Row("the upload of {file} was cut off after {size} bytes",
        "文件 {file} 上传中断，只收到 {size}", "the upload of {file} was cut off after {size}"),
    Row("this thread answers mails that never reached the desk",
        "这个往来中引用了服务台从未收到的邮件"),
    Row("{case} lives on here; its drafts were withdrawn: {cases}",
        "{case} 已并入本案例，其草稿均已撤回：{cases}",
        "{case} is part of this case now; its drafts were withdrawn: {cases}"),
    Row("mails went to {case}: look at what still holds here",
        "部分邮件已移到 {case}，请看看本案例中还有哪些仍然成立",
        "some mails went to {case}: see what still holds here"),
    Row("it came before the bot began, and nobody has answered: look at it",
        "这封来信早于系统启用，还没有人答复，请您看一下"),
    Row("it was split off {case}: look at what it needs",
        "本案例由 {case} 拆分而来，请看看需要做什么",
        "it was split off {case}: see what it needs"),
    Row("it may belong to {cases}: it has a case of its own now",
        "这封来信可能属于 {cases}，现已单独建立案例"),
    Row("problem_report: {said}", "客户报告了问题：{said}", "the customer reports: {said}"),
    Row("step_result: {said}", "客户反馈了操作结果：{said}",
        "the customer tells how a step went: {said}"),
    Row("account_request: {said}", "来信申请开通上传账号：{said}",
        "an upload account is asked for: {said}"),
)  # fmt: skip
# Why drafts are taken back: it stands in a note where one of them was edited by hand.
_TURNS = (
    Row("a newer mail of the customer's came", "客户又来信了"),
    Row("an engineer wrote to the customer himself", "工程师已亲自写信给客户"),
    Row("an engineer handed the case over himself", "工程师已自行移交本案例"),
    Row("{person} told the customer in another way", "{person} 已通过其他方式告知客户"),
    Row("a file was deleted from the server", "服务器上的文件已被删除"),
    Row("newer evidence has arrived", "又收到了新的资料"),
    Row("the customer says that it is solved", "客户表示问题已经解决"),
    Row("nothing was heard after the closing notice", "结案预告发出后没有收到回音"),
    Row("{person} closed it", "{person} 已关闭本案例"),
)
# What the morning's list says of a case.
_LISTED = (
    Row("the reminder leaves at {moment}; `mailbot hold {case}` keeps it",
        "跟进提醒将于{moment} 自动发出，不想发出请执行 `mailbot hold {case}`",
        "the reminder leaves at {moment}; to keep it back: `mailbot hold {case}`"),
    Row("the closing notice leaves at {moment}; `mailbot hold {case}` keeps it",
        "结案预告将于{moment} 自动发出，不想发出请执行 `mailbot hold {case}`",
        "the closing notice leaves at {moment}; to keep it back: `mailbot hold {case}`"),
    Row("{draft} waits for your yes", "{draft} 等您确认"),
    Row("it is our turn", "该我方处理"),
    Row("nothing leaves by itself in {cases}: held", "以下案例已暂停自动发信：{cases}"),
)  # fmt: skip
# What the desk says of itself.
_OF_THE_DESK = (
    Row("the mailbox has not been read since {moment}", "自{moment}起，无法读取服务邮箱"),
    Row("no reminder and no notice leaves until it is read again",
        "恢复读取之前，跟进提醒和结案预告都不会发出"),
    Row("the mailbox is read again", "服务邮箱已恢复读取"),
    Row("sending is paused since {moment}; `mailbot resume` ends it",
        "自{moment}起暂停发信，执行 `mailbot resume` 即可恢复"),
    Row("sending is no longer paused", "已恢复发信"),
)  # fmt: skip
# Why a letter waits for a yes, or may not leave at all.
_WITHHELD = (
    Row("bounced: mail to {to} came back", "发往 {to} 的邮件曾被退回", "mail to {to} came back"),
    Row("flood: {count} letters went to {address} within the hour",
        "一小时内已向 {address} 发出 {count} 封信，暂停自动发送",
        "{count} letters went to {address} within the hour"),
    Row("flood: {count} letters went to {address} within a day",
        "一天内已向 {address} 发出 {count} 封信，暂停自动发送",
        "{count} letters went to {address} within a day"),
    Row("flood: {count} letters left within the hour",
        "一小时内已发出 {count} 封信，暂停自动发送", "{count} letters left within the hour"),
    Row("hands_off: held by {person}", "{person} 已要求本案例暂不自动发信",
        "{person} holds what would leave by itself"),
    Row("hands_off: {reason}", "已暂停自动发信：{reason}", "nothing leaves by itself: {reason}"),
    Row("joined_weakly: {address} joined by a {evidence}, "
        "and no engineer has written to him in this case",
        "对方（{address}）仅凭{evidence}归入本案例，工程师还没有在本案例中给他写过信",
        "only a {evidence} brought {address} here, and no engineer has written to him yet"),
    Row("joined_weakly: {address} is not on the case",
        "{address} 不在本案例的联系人中", "{address} is not on the case"),
    Row("machine: nobody reads {to}", "{to} 是系统邮箱，没有人会看", "nobody reads {to}"),
    Row("refused: the customer declined to give data; may this go to the second line?",
        "客户不愿提供资料，请确认是否可以转给二线",
        "the customer declined to give data: may this go to the second line?"),
    Row("secret: a password goes only to a verified address",
        "信中有密码，只能发给验证通过的地址", "a password goes only to a verified address"),
    Row("secret_off_case: {to} is not on the case", "信中有密码，而 {to} 不在本案例中",
        "it holds a password, and {to} is not on the case"),
    Row("stranger_in_known_thread: it speaks of {case}, its writer is not on it",
        "来信提到案例 {case}，但发件人不在该案例中",
        "the mail speaks of {case}, and its writer is not on that case"),
    Row("unsure: what the mail wants was read with confidence {count} only",
        "对来信意图的把握不大（{count}），请您核对",
        "it is not quite sure what the mail wants (confidence {count})"),
    Row("unverified: the sender's address is not proven (trust={trust})",
        "发件人地址未经证实（{trust}）", "the sender's address is not proven ({trust})"),
    Row("an engineer has to fill in what only an engineer can say",
        "信中有只能由工程师填写的内容"),
    Row("nobody to send it to: name an address", "没有收件人，请指定收件地址"),
    Row("it answers a mail that came too long ago: the bot was away",
        "所回复的来信已过去较久（系统曾停止运行）"),
    Row("a secret leaves by itself only to a confirmed contact",
        "信中有密码，只有发给已确认的联系人才会自动发出"),
)  # fmt: skip
# What the outbox and the mail server say.
_SENDING = (
    Row("it was withdrawn", "此信已撤回"),
    Row("a seal in it opens no password: mend it, or reject the letter",
        "信中有一处密码标记已损坏或无法识别，请更正，或不发此信"),
    Row("{draft} was withdrawn before it left", "{draft} 在发出前已撤回"),
    Row("the connection broke after it was handed over, and no copy of it came back",
        "信交给邮件服务器后连接中断，也没有收到它的副本"),
    Row("{address} is no address the server takes", "邮件服务器不接受地址 {address}"),
    Row("refused {part}: {code} {said}", "邮件服务器拒收（{part}）：{code} {said}",
        "the mail server refused {part}: {code} {said}"),
)  # fmt: skip
# Why a letter could not be written.
_WRITING = (
    Row("{path} is missing: write the letter in this language too",
        "缺少模板 {path}，请补上这种语言的版本"),
    Row("{path} is a letter to {audience}: it can't be addressed to {other}",
        "{path} 是写给{audience}的信，不能发给{other}"),
    Row("{letters} is a letter to {audience} and can't go to {to}: address it anew",
        "“{letters}”是写给{audience}的信，不能发给 {to}，请重新指定收件人"),
    Row("{path}:{line}: {reason}", "{path} 第 {line} 行：{reason}"),
    Row("there is no {name}. Did you mean {near}?", "没有 {name} 这个名称，是否应为 {near}？"),
    Row("there is no {name}. Known here: {known}", "没有 {name} 这个名称，可用的有：{known}"),
    Row("only a letter with the header 'Secret: yes' may show a password",
        "只有带 `Secret: yes` 标头的信才能写出密码"),
    Row("the case has no upload account: open one, or reject this letter",
        "本案例没有上传账号，请先开通，或不发此信"),
    Row("the account has no last day", "账号没有截止日期"),
    Row("nothing was said in this case yet", "本案例还没有与客户沟通过"),
    Row("no date was set for the close", "没有约定结案日期"),
    Row("no date was promised", "没有承诺答复日期"),
    Row("these things were not asked for on one day", "这些资料不是同一天索取的"),
    Row("no upload instructions were sent yet", "还没有发过上传说明"),
    Row("a header of this letter broke out of its line: don't send it",
        "此信的标头格式异常，请不要发出"),
    Row("{value} can't stand in a header: mend it at its source",
        "{value} 不能用在邮件标头中，请从源头更正"),
)  # fmt: skip
ROWS = (*_NOTES, *_TURNS, *_LISTED, *_OF_THE_DESK, *_WITHHELD, *_SENDING, *_WRITING)
_SHAPES: Mapping[str, str] = MappingProxyType(
    {
        "draft": r"\S+/\d+", "day": r"\d{4}-\d\d-\d\d|the beginning", "size": r"\d{1,18}",
        "letters": r"[a-z0-9_+]+", "case": r"\S+", "moment": r"\d\d-\d\d \d\d:\d\d",
        "path": r".+\.txt", "line": r"\d+", "code": r"\d{3}", "count": r"[\d.]+",
        "status": r"[\d.]*", "said": r".*",
    }
)  # fmt: skip


def reason(text: str, lang: str) -> str:
    """A sentence of the desk as a letter in this language words it."""
    read = text[:_LONGEST]
    return _worded(read, lang) or _of_a_case(read, lang) or text


def _worded(text: str, lang: str) -> str:
    """'' for a sentence that stands in no row."""
    for row, pattern in _PATTERNS:
        found = pattern.fullmatch(text)
        if found is not None:
            wording = row.zh if lang == "zh" else row.en or row.sentence
            return wording.format_map(_parts(found, lang))
    return ""


def _parts(found: re.Match[str], lang: str) -> Mapping[str, str]:
    return {name: _part(name, value, lang) for name, value in found.groupdict().items()}


def _part(name: str, value: str, lang: str) -> str:
    if name == "reasons":
        return ("；" if lang == "zh" else _BETWEEN).join(_several(value, lang))
    return reason(value, lang) if name == "reason" else term(name, value, lang)


def _several(text: str, lang: str) -> Iterator[str]:
    """Reasons in a row; one may hold a semicolon itself."""
    rest = text.split(_BETWEEN)
    while rest:
        words, end = next(_runs(rest, lang), (rest[0], 1))
        yield words
        rest = rest[end:]


def _runs(rest: list[str], lang: str) -> Iterator[tuple[str, int]]:
    for end in range(1, _PIECES + 1):
        words = _worded(_BETWEEN.join(rest[:end]), lang)
        if words:
            yield words, end


def _of_a_case(text: str, lang: str) -> str:
    """``C-1 title: sentence``, a line of the morning's list; a title may hold colons itself."""
    for colon in re.finditer(": ", text):
        words = _worded(text[colon.end() :], lang)
        if words:
            return f"{text[: colon.start()]}{'：' if lang == 'zh' else ': '}{words}"
    return ""


def _pattern(sentence: str) -> re.Pattern[str]:
    def piece(found: re.Match[str]) -> str:
        return f"(?P<{found[1]}>{_SHAPES.get(found[1], '.+?')})"

    return re.compile(_PART.sub(piece, sentence.translate(_LITERAL)), re.DOTALL)


_PATTERNS = tuple((row, _pattern(row.sentence)) for row in ROWS)
