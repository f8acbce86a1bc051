"""What an automatic answer says of itself: enough alone."""

from mailbot.mail.sign import MAIL_EN, MAIL_ZH, sign

ITSELF = sign(
    3, "it says itself that nobody wrote it",
    r"(?:本|此|该|該|这是?一?|這是?一?)[封条個个]?" + MAIL_ZH
    + r"[是为為由系]{0,2}(?:系统|系統|程序|机器人|\S{2,14})?(?:自动|自動)(?:发送|发出|發送|發出"
      r"|生成|回复|回覆|产生|推送)",
    r"(?:系统|系統|程序|机器人)(?:自动|自動)(?:发送|发出|發送|發出|生成|回复|回覆)的?(?:邮件"
    r"|郵件|信|回复|回覆|通知)"
    r"\s{0,3}(?:[。.,，;；!！)）]|$)",
    r"(?:[(（【\[]|^)\s{0,3}(?:系统|系統|此为|此為)?(?:自动|自動)(?:回复|回覆|答复|应答|發送"
    r"|发送)?\s{0,3}(?:[)）】\]]"
    r"|[。.!！]?$)",
    r"(?:此|本|这|這)(?:为|為|是|系)(?:一封)?(?:系统|系統)?(?:自动|自動)?(?:回复|回覆|发送|邮件"
    r"|郵件)(?:邮件|郵件|信件)?[,，。.!！;；]",
    r"(?:请|請|切)(?:勿|不要|不必)(?:直接)?(?:回复|回覆|回信)(?:本|此|该|這|这)?封?(?:邮件|郵件"
    r"|信件|信|地址"
    r"|邮箱)?\s{0,2}(?:[。.,，;；!！)）]|$)",
    r"(?:此|本)封?(?:邮件|郵件|信件)(?:无须|无需|毋須|不需要|请勿|不必|勿)(?:直接)?(?:回复|回覆)",
    r"演示性自动回复|系统通知[:：]|此为系统邮件|本邮箱(?:仅用于|只用于)(?:发送|系统)",
    r"\bthis (?:is|was) an? (?:\w{1,12} )?(?:automated|automatic|auto|auto-generated|system"
    r"|computer)[- ]{0,2}(?:generated )?"
    + MAIL_EN,
    r"\bthis"
    r" " + MAIL_EN + r" (?:was|is|has been|is being) (?:being )?(?:sent |generated |created )?"
    r"(?:automatically|auto-?generated|by (?:a|our) (?:system|machine|robot|bot)|to every(?:one"
    r"|body) who)",
    r"\b(?:please )?do(?: not|n't) (?:reply|respond) (?:directly )?to this (?:e-?mail|message"
    r"|mail|address|notification|inbox)",
    r"^\W{0,4}automatically generated (?:e-?mail|message|response|reply)\b|^\W{0,4}(?:generated"
    r"|powered) by [A-Z]\w{2,30}",
    r"reply above this line|type your reply above|^\W{0,9}(?:automatic|auto)[- ]?(?:reply"
    r"|response|responder)\b\W",
    r"\b(?:mailbox|inbox|address|account) is (?:no longer|not|un)[- ]?(?:being )?(?:monitored"
    r"|read|checked|attended)\b",
    r"(?:diese|dieser|dieses)(?:r|s|e)? .{0,40}(?:automatisch|maschinell) (?:erstellt|generiert"
    r"|versandt|versendet|erzeugt)",
    r"\b(?:ce|cet|cette|este|esta|questo|questa|dit) (?:\w{1,14} ){1,4}(?:automatique(?:ment)?"
    r"|automátic[oa]|automaticamente|automáticamente|automatico|automatisch)\b",
    r"(?:ne pas répondre à|no responda a|não responda a|non rispondere a) (?:ce|cet|este|esta"
    r"|questo|questa)",
    r"(?:この|本)メール.{0,20}自動(?:返信|送信|配信)|이 메일은 .{0,20}자동|это (?:письмо"
    r"|сообщение) .{0,30}автоматически",
)  # fmt: skip
