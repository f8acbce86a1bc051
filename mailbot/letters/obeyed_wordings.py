"""How engineers are answered who order something by mail: in Chinese, and in better English."""

from mailbot.obeyed import Obeyed
from mailbot.reasons import Wording

OBEYED = (
    # A yes, a no, other words.
    Wording(Obeyed.LEAVES, "{draft} 现在发给 {to}"),
    Wording(Obeyed.LEAVES_CHANGED, "{draft} 现在发给 {to}，内容是您写的"),
    Wording(Obeyed.LEAVES_AFTER_PAUSE, "{draft} 已确认；目前暂停发信，恢复后即发出"),
    Wording(Obeyed.WITHDRAWN, "{draft} 已撤回，不会发出"),
    Wording(Obeyed.WORDS_PUT_IN, "您写的内容已放入 {draft}，全文见下；回复“同意”即发出"),
    # Nothing was done, and why.
    Wording(Obeyed.SAY_IT_CLEARLY, "没能判断 {draft} 是否可以发出，所以没有处理："
            "请回复“同意”、“不发”，或直接写出信的正文"),
    Wording(Obeyed.SAY_WHICH, "没能判断您说的是哪一封，所以没有处理："
            "请写“全部同意”，或每封一行，如“1 同意”"),
    Wording(Obeyed.STILL_UNCLEAR, "仍没能判断 {draft} 如何处理：没有改动，仍等您确认"),
    Wording(Obeyed.NOT_YOURS, "{draft} 等的是 {to} 的确认，所以没有处理"),
    Wording(Obeyed.ANSWERED_BEFORE, "{draft}：这封通知已经回复过，所以没有再处理"),
    Wording(Obeyed.LEFT_BEFORE, "{draft} 此前已经发出，所以没有处理"),
    Wording(Obeyed.WITHDRAWN_BEFORE, "{draft} 在您回复之前已撤回，所以没有处理"),
    Wording(Obeyed.CHANGED_SINCE, "{draft} 在给您看过之后有变动，所以没有处理："
            "现在的全文见下，请看过再回复"),
    Wording(Obeyed.NOT_DONE, "{draft} 没有处理：{reason}"),
    Wording(Obeyed.WHICH_LETTER, "没能判断您说的是哪一封信，请直接回复列出那封信的通知"),
    Wording(Obeyed.ONLY_ENGINEERS, "只有工程师可以向服务台下指令，所以没有处理"),
    Wording(Obeyed.NOT_PROVEN, "我方服务器没有验证这封邮件出自您本人，所以没有处理："
            "这时的指令须写在对通知的回复中，因为通知的编号别人无从得知"),
    # Orders that begin with `#`.
    Wording(Obeyed.DONE, "{case}：{reasons}"),
    Wording(Obeyed.WHICH_CASE, "没能判断您说的是哪个案例，所以没有处理："
            "请回复该案例的邮件，或在主题中写上案例编号"),
    Wording(Obeyed.NO_SUCH_ORDER, "没有 #{name} 这个指令，没有执行；可用的有：{known}"),
    Wording(Obeyed.NOT_OBEYED, "#{name} 没有执行：{reason}"),
    Wording(Obeyed.SAY_HOW_LONG, "请写明多久，如 `#{name} 7d`，"
            "或到哪一天，如 `#{name} 2031-05-06`"),
    Wording(Obeyed.SAY_WHAT_IT_WANTS, "请写明这封来信需要什么，如 `#{name} question`；"
            "可用的有：{known}"),
)  # fmt: skip
