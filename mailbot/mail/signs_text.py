"""What answers say that nobody wrote: receipts, absences, mailboxes that nobody reads."""

from mailbot.mail.sign import NOT_ME_ZH, YOURS_EN, YOURS_ZH, sign
from mailbot.mail.signs_itself import ITSELF

TEXTS = (
    ITSELF,
    sign(
        2, "it confirms that a mail has come in",
        r"\b(?:we|i|team|desk|department|office|support|has"
        r"|have)(?:'ve)? (?:\w{1,14} ){0,3}?(?:received|got|logged|registered"
        r"|recorded) (?:\w{1,12} ){0,2}?(?:your|the) (?:\w{1,16} ){0,3}?(?:e-?mail|message"
        r"|enquiry|inquiry|request|ticket|note|letter|report|query|mail|details|application"
        r"|feedback)",
        r"\b(?:your|the) (?:\w{1,16} ){0,3}?(?:e-?mail|message|enquiry|inquiry|request|ticket"
        r"|query|mail|application|case)\b[^.\n]{0,60}\b(?:received|registered|logged|assigned"
        r"|queue[d]?|reached|arrived|created|opened|forwarded|routed|passed)\b",
        r"\b(?:you have|you've|your \w{1,12} has) reached\b|(?:new )?(?:ticket|case|request"
        r"|incident)\b[^.\n]{0,20}\b(?:opened|created|raised|logged|registered) (?:for|from|on"
        r"|with|under)",
        r"(?:我们|我司|本公司|客服|系统|已)[^。\n]{0,10}(?:收到|接收|受理|登记"
        r"|记录)[^。\n]{0,10}(?:来信|邮件|请求|問題|问题|工单"
        r"|留言|反馈|申请|咨询|报修|投诉|來信|郵件)",
        r"(?:来信|邮件|请求|问题|工单|留言|反馈|申请|咨询|报修|來信|郵件)[^。\n,，]{0,16}(?:已"
        r"|被)[^。\n]{0,8}(?:收到|收悉|受理|登记"
        r"|记录|创建|接收|转交|分配|送达|进入)",
        r"\b(?:we|i)(?:'ve| have)?(?: just| now| safely)? (?:got|received|have|logged"
        r"|registered) " + YOURS_EN,
        YOURS_EN + r"(?: \S{1,40}){0,6}? (?:has|have|was|is|were)(?: now| just| successfully"
                   r"| safely)? ?(?:been )?"
        r"(?:received|logged|registered|recorded|allocated|assigned|created|opened|forwarded"
        r"|queued|added|accepted|escalated|number|with us)",
        r"thank(?:s| you)\b.{0,20}\bfor (?:contacting|reaching out|getting in touch"
        r"|writing (?:to|in)|" + YOURS_EN + ")",
        r"acknowledges? (?:the )?receipt of|has been (?:generated|created|opened"
        r"|registered) from your",
        r"(?:ticket|case|request|incident)\b.{0,40} (?:has been|was|is now) (?:created|opened"
        r"|registered|logged|raised)",
        r"confirming that we (?:got|received|have)",
        YOURS_ZH + r"[^。\n]{0,30}?(?:已|已经|已被|我们已)(?:经|被)?(?:收到|登记|登記|受理|提交"
                   r"|记录|创建|生成|分配|转|转交|转达"
                   r"|录入|分派|指派)",
        r"(?:已|已经"
        r"|已經)?收到(?:了)"
        r"?" + YOURS_ZH + r"|(?:来信|邮件|來信|郵件)(?:已)?(?:收到|收悉)[,，。!！]",
        r"(?:感谢|感謝|谢谢)(?:您|你)?的?(?:来信|來信|留言|咨询|反馈|联系|联络|聯絡|致信|来函"
        r"|来件|关注)",
        r"gracias por (?:escribir|contactar|su)|merci (?:de|pour) (?:votre|nous avoir)"
        r"|obrigad[oa] (?:por|pelo) (?:seu )?(?:contat|e-?mail|escrever)"
        r"|(?:ihre|deine) (?:nachricht|e-?mail|anfrage) (?:ist|wurde|haben)"
        r"|vielen dank für (?:ihre|deine) (?:nachricht|e-?mail|anfrage)"
        r"|お問い合わせ.{0,20}ありがとう|(?:su|sua) (?:mensaje|mensagem|correo) (?:ha|foi)",
    ),
    sign(
        1, "it says how such mail is handled",
        r"\b(?:will|shall|'ll|aims? to|try to|endeavou?r to"
        r"|look forward to) (?:\w{1,12} ){0,3}?(?:reply|respond|answer|get back|be in touch"
        r"|contact|follow up|review|come back)",
        r"\b(?:24/7|sla|hours of operation|office is open|monday (?:to|through|-) friday"
        r"|business days?|working days?|queue|faq|knowledge base|help ?cent(?:er|re)"
        r"|self-?service|status of your)\b",
        r"(?:会|将|將|會)[^。\n]{0,12}(?:联系|聯絡|回复|回覆|答复|处理|處理|跟进|安排)|(?:耐心"
        r"|请您?稍候|稍候|请等待|敬请期待|服务台"
        r"|服务热线|知识库|常见问题)",
        r"(?:within|in) (?:\w{1,12} ){1,3}(?:business |working |laborables )?(?:hours|days)"
        r"|order of arrival|in the queue|opening hours|office hours"
        r"|business hours|response time|average time|aims to reply",
        r"(?:one of our|our|an?|your) (?:\w{1,20} ){0,3}(?:advis\w{2,5}|agents?|team"
        r"|specialists?|representatives?|engineers?|staff|handler|members?)"
        r" (?:\w{1,12} ){0,4}(?:will|shall|is|are)\b",
        r"(?:reference|ticket|case|request|tracking) (?:number|no\b|id\b|is\b|:)"
        r"|above\s{1,3}reference",
        r"工作日|小时内|依次(?:回复|处理)|(?:工单号|单号|受理号|案件編號|案件编号|受理编号"
        r"|流水号)|查询进度|自助(?:门户|服务)|服务时间|工作时间"
        r"|(?:客服|工程师|专员|秘书|人员|人員|同事)[^。\n]{0,12}(?:将|將|会|會"
        r"|处理)[^。\n]{0,30}(?:联系|聯絡|回复|回覆|答复|状态|跟进)",
        r"(?:尽快|第一时间|稍后)(?:为您|与您|给您|安排|处理|回复|答复|联系)|horas laborables"
        r"|schnellstmöglich"
        r"|so bald wie möglich",
    ),
    sign(
        2, "its writer says that he is away",
        r"\b(?:i(?:'m| am|'ll be| will be|’m|'ve| have)|we(?:'re| are| will be)|he is|she is"
        r"|office is|currently|presently|now) (?:[\w'-]{1,16} ){0,6}?"
        r"(?:out of|away|abroad|travel+ing|conference|holidays?|vacation|leave|sabbatical|sick"
        r"|unwell|hospital|offline|unavailable|honeymoon|off work|closed|training course"
        r"|jury duty|out until)\b",
        r"(?:我|本人|目前|现|正|将|因)[^。\n]{0,16}(?:休假|年假|产假|病假|婚假|陪产假|出差|外出"
        r"|不在|学习|培训|会议|飞机|国外|境外|隔离|住院"
        r"|手术|假期)",
        r"\b(?:i(?:'m| am|'ll be| will be|’m| have been)|we are|we're)(?: \w{1,12}){0,2} ?"
        r"(?:out of (?:the )?office|on (?:\w{1,14} ){0,2}(?:leave|holidays?|vacation|sabbatical"
        r"|pto)\b|away (?:from|until|on|till|and)|out (?:until|from|of)|"
        r"unavailable (?:until|from)|not in the office|off (?:sick|work|until)"
        r"|travel+ing (?:until|from|with|on))",
        r"^\W{0,3}(?:on (?:\w{1,14} ){0,2}(?:leave|holidays?|vacation)|(?:currently "
        r"|now )?(?:out of (?:the )?office|away (?:until|from)))\b",
        r"(?:休|请|放|在)(?:了)?(?:年|产|病|婚|陪产|育儿|探亲|事|春节|长|国庆)?(?:假)(?:期"
        r"|中)?(?!如)|不在(?:办公室|辦公室|公司|岗)"
        r"|离岗|因病|住院|放假|正在?(?:出差|外出|休假|度假)"
        r"|(?:出差|外出)(?:中|期间|,|，|至)|开始(?:外出|休假)|(?:我|本人)(?:现|目前"
        r"|正)(?:在)?(?:休|外出|出差|度)",
        r"estou de férias|estoy de vacaciones|je suis (?:absente?|en congés?)"
        r"|ich bin (?:\w{1,14} ){0,4}(?:nicht im büro|im urlaub|abwesend)"
        r"|bin bis .{0,30}(?:urlaub|abwesend)"
        r"|sono in ferie|fuera de la oficina|休暇|不在にして",
    ),
    sign(
        1, "it says when he is back, or that he doesn't read his mail",
        r"\b(?:back|return(?:ing)?|rejoin|resume)\b[^.\n]{0,40}\d|until (?:further notice"
        r"|\w{3,9} \d|\d|the \d|next year|monday|tuesday|wednesday|thursday|friday)|(?:replies"
        r"|response|reply) (?:may|will|might) be (?:slow|delayed|late)",
        r"(?:slow|delayed|slower) (?:to|in) (?:respond|reply|answer|responding|replying)"
        r"|(?:check|read)(?:ing)? (?:my )?(?:e-?mails?|mail|messages) (?:only|rarely|once|twice"
        r"|sporadically|infrequently|occasionally|periodically)",
        r"(?:至|到|直到|截止)[^。\n]{0,14}(?:\d{1,2}(?:日|号)|\d{1,2}[/.-]\d{1,2}|返|回|结束)"
        r"|(?:回复|处理"
        r"|答复)(?:会|可能|将)?[^。\n]{0,6}(?:延迟|较慢|不及时|延后|滞后)|期间(?:不|无法|邮件)",
        r"\b(?:back|return(?:ing)?)\b (?:\w{1,12} ){0,3}(?:on|by|in|at|monday|tuesday|wednesday"
        r"|thursday|friday|january|february|march|april|may|june|july"
        r"|august|september|october|november|december|\d)",
        r"(?:limited|no|without|intermittent|sporadic"
        r"|little) (?:\w{1,12} ){0,2}access to (?:my )?(?:e-?mails?|mail|inbox|messages)",
        r"(?:won'?t|will not|not|am not|never) (?:be )?(?:\w{1,10} )?(?:check|read|monitor|see"
        r"|answer)(?:ing)? (?:\w{1,12} ){0,2}(?:e-?mails?|mail|inbox|messages?)",
        r"(?:when|upon|after|as soon as|once) (?:i|my) (?:return|get back|am back|'m back"
        r"|come back)|deleted unread|not being read",
        r"返岗|返崗|(?:返回|回来|回來|销假|复工|开工|上班|回公司|假期结束)[^。\n]{0,8}(?:后"
        r"|後)?[^。\n]{0,6}(?:尽快|回复|回覆|处理"
        r"|答复|联系)|(?:无法|不能|不便)(?:及时|按时)?(?:查收|查看|回复|处理|阅读|查阅)"
        r"|到\s?\d{4}-\d\d-\d\d\s?(?:返回|回来)|não vou ler|bin (?:ab|wieder)|wieder (?:im büro"
        r"|erreichbar|da)",
    ),
    sign(
        1, "it names somebody else to turn to",
        r"\b(?:colleague|deputy|cover(?:ing|ed)?|assistant|substitute|stand-?in|backup"
        r"|replacement|successor|taking over|looking after)\b[^\n]{0,60}(?:@|\+?\d{3,}|ext\b"
        r"|will|is\b)|in (?:urgent|emergency)|\bif (?:it(?:'s| is)|this is|you need"
        r"|your)[^.\n]{0,30}urgent",
        r"(?:请|可|烦请|請)(?:您)?(?:直接|改|先|与|和|跟|找|拨)[^。\n]{0,16}(?:联系|聯絡|电话"
        r"|手机|微信|对接|沟通)|(?:急|紧急"
        r"|緊急)[^。\n]{0,20}(?:电话|手机|微信|\d{7,}|@)|(?:工作|业务|事务"
        r"|事宜)[^。\n]{0,12}(?:由|请|交)[^。\n]{1,20}",
        r"\b(?:urgent|emergenc\w{1,4}|immediate|pressing|critical|important|if it (?:matters"
        r"|can't wait|cannot wait))\b[^\n]{0,80}\b(?:contact|call|write|e-?mail|reach|ring|send)",
        r"\b(?:contact|reach|write to|e-?mail|call|speak to|use)\b[^\n]{0,80}(?:instead"
        r"|in the meantime|meanwhile|in my absence|while i)|in my absence",
        r"^\W{0,4}(?:for\b"
        r"|[\w ]{3,30}[:：])[^\n]{0,40}[:：]?\s{0,3}[\w.+-]{1,64}@[\w.-]{1,100}\s{0,3}$",
        r"(?:please )?(?:contact|e-?mail|use|write to) (?:the )?[^\n]{0,40}(?:portal|@|\+\d"
        r"|ext\b|hotline)",
        r"(?:急事|紧急|緊急|如有急|急需|要事)[^。\n]{0,30}(?:请|請|联系|致电|拨打|电话|cc)"
        r"|代理人|由[^。\n]{1,40}(?:对接|接替|代为"
        r"|代班|负责|接手|代理|跟进|处理)"
        r"|" + NOT_ME_ZH + r"[^。\n]{0,30}(?:@|\d{3}|分机|总机|热线|同事)",
        r"quem cuida|en mi ausencia|en mon absence|in dringenden fällen|in meiner abwesenheit"
        r"|em caso de urgência",
    ),
    sign(
        2, "it says that its mailbox is closed or passed on",
        r"\b(?:i(?:'ve| have)? (?:left|retired|moved on|changed)|my last (?:working )?day"
        r"|as of [^.\n]{1,30} i(?:'m| am) no longer|my new (?:e-?mail|address|contact))\b",
        r"\b(?:this|the) (?:\w{1,14} ){0,2}(?:mailbox|inbox|address|account"
        r"|e-?mail)\b[^.\n]{0,50}\b(?:not (?:monitored|read|checked|in use)|unattended"
        r"|unmonitored|retired|closed|being phased out|deleted|disabled|changed|moved)\b",
        r"(?:本人|我|该员工|该同事)[^。\n]{0,12}(?:离职|離職|调离|调任|调岗|退休|离开)"
        r"|新(?:的)?(?:邮箱|郵箱|地址|邮件地址)(?:为|是|:"
        r"|：|地址)",
        r"\b(?:no longer|not) (?:works?|working|employed|with us|with the company|in use"
        r"|active)\b|has left (?:the )?(?:company|firm|organi[sz]ation|us)\b",
        r"\b(?:mailbox|address|account|inbox)\b.{0,40}(?:retired|deactivated|discontinued"
        r"|will be (?:closed|deleted|removed)|no longer (?:in use|active|monitored))",
        r"\b(?:e-?mail|message|mail)s? (?:was|were|has|have|is|will)(?: been| be)? not (?:been "
        r"|be )?(?:read|turned|processed|delivered|answered)",
        r"(?:已|已经|已從|已从)[^。\n]{0,12}(?:离职|離職|调离|退休)|(?:邮箱|郵箱|账号|帐号"
        r"|地址)[^。\n]{0,20}(?:停用|注销|更换"
        r"|变更|作废|不再使用|停止使用|自动转发)|邮件[^。\n]{0,30}(?:自动转发|已转给|已转至)",
    ),
    sign(
        2, "it says why one gets it",
        r"you(?:'re| are)? (?:get|got|receiv)\w{0,4} this (?:e-?mail|mail|message) because"
        r"|turn off this request's notifications|view (?:this )?request\s?[:：]",
    ),
)  # fmt: skip
