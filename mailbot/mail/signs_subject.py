"""What the subject of an answer says where no person answers."""

from mailbot.mail.sign import YOURS_EN, sign

SUBJECTS = (
    sign(
        2, "its subject announces an absence",
        r"^\s{0,3}(?:\w{1,16}[ ']){0,3}?(?:away|abroad|unavailable|offline|travel+ing|ooo"
        r"|closed|afk|off sick|out sick|out today)\b(?=\s{0,3}(?:$|until|till|from|for|on|[-:(]"
        r"|re:|back))",
        r"^\s{0,3}(?:(?:office|shop|company|we are|we're|i'm|i am) (?:is )?closed|(?:holiday"
        r"|christmas|easter|summer|office) (?:closure|closing|hours|break|shutdown))\b",
        r"^\s{0,3}(?:gone|back|returning) (?:fishing|on|in|until|till)\b|\b(?:maternity"
        r"|paternity|parental|annual|sick|medical) leave\s{0,3}(?:$|[-:(])",
        r"(?:休|请|放|年|产|婚|病|春节|国庆|节)假(?:通知|提醒|公告|安排|中|期间)?\s{0,3}(?:$"
        r"|[-—(（:：])",
        r"(?:出差|外出|休假|开会|学习|培训)中\s{0,3}(?:$|[-—(（,，])|^.{0,12}(?:已离职|已调离"
        r"|不在岗|暂离)",
        r"^\s{0,3}(?:on |away on |currently on |i am on |i'm on )?(?:\w{1,12} ){0,2}"
        r"(?:leave|vacation|holidays?|sabbatical|pto)\b(?! (?:request|policy|calendar|form"
        r"|schedule|plan))"
        r"(?=\s{0,3}(?:$|until|till|from|[-:(]|re:|back|\(was))",
        r"^\s{0,3}(?:not in (?:the )?office|out of (?:the )?office|away"
        r"|absence)\b(?=\s{0,3}(?:$|until|from|[-:(]))",
        r"^(?:.{0,8}\s)?(?:不在办公室|不在辦公室)(?:通知)?\s{0,3}$",
        r"^\s{0,3}(?:\S{2,4}\s)?(?:休假|外出|出差|请假|年假|产假|离职|放假|停用|邮箱变更"
        r"|邮箱更换|休假中)(?:通知|提醒|告知|中"
        r"|公告)\s{0,3}$",
        r"^\s{0,3}(?:estou de férias|de férias|de vacaciones|en congés|absent|im urlaub|urlaub"
        r"|in ferie|不在|休暇)",
    ),
    sign(
        2, "its subject confirms that something has come in",
        r"^(?!re:)\s{0,3}(?:\[[^\]]{1,40}\]\s{0,3}|[\w#-]{2,24}\s{0,2}[:-]\s{0,3})?(?:we(?:'ve"
        r"| have)? (?:received|got)|received:|(?:support )?(?:request|ticket|case|incident"
        r"|query|enquiry|inquiry|message|e-?mail)"
        r"\b.{0,40}\b(?:received|created|opened|registered|logged|confirm\w{2,6}|in progress"
        r"|open))",
        r"^\s{0,3}(?:auto[- ]?)?(?:confirmation|acknowledge?ment|receipt) (?:of|for)\b"
        r"|^\s{0,3}(?:thank you|thanks)\s{0,2}(?:[!.,-]|for)",
        r"^(?!re\s?[:：]|回复|答复).{0,40}(?:已收到|已受理|受理成功|提交成功|已创建|已登记"
        r"|已生成|已建单|收到您|收悉|已接收|已转交)",
        r"^\s{0,3}(?:thank you|thanks) for (?:contacting|reaching|your|writing|getting)",
        r"^\s{0,3}(?:we(?:'ve| have)? (?:received|got)|your message to|our reference\b|"
        + YOURS_EN
        + r".{0,30}(?:received|registered|logged|created))",
        r"^.{0,60}\b(?:received|created|accepted|acknowledged|acknowledge?ment|registered"
        r"|logged|has been opened)\b"
        r"\s{0,3}(?:$|[-:(\[#])",
        r"^(?!re\s?[:：]).{0,60}(?:受理通知|受理确认|收悉|已受理|已收到您的|已登记|(?:登记|创建"
        r"|提交)成功|我們已收到|我们已收到)",
        r"^\s{0,3}(?:感谢|感謝|谢谢)(?:您|你)的?(?:来信|來信|留言|反馈|联系|咨询|来件|邮件)",
        r"^\s{0,3}(?:您|你)的(?:邮件|来信|请求|工单|服务请求).{0,12}(?:已|被)",
        r"^\s{0,3}(?:eingangsbestätigung|hemos recibido|hemos registrado|accusé de réception|"
        r"confirma\w{2,6} de (?:recebimento|recepción)|conferma di ricezione|ontvangstbevestiging)",
    ),
    sign(
        2, "its subject says that the mailbox is read by nobody",
        r"(?:mailbox|address|account|inbox|e-?mail support).{0,30}(?:no longer|not (?:monitored"
        r"|read)|retired|closed|discontinued|unattended)",
        r"(?:邮箱|郵箱|账号|地址).{0,10}(?:停用|注销|变更|更换|作废|不再使用)",
    ),
)  # fmt: skip
