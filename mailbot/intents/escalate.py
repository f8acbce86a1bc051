"""The customer complains, or demands urgency, a manager or a faster answer."""

from mailbot.understanding.intent import Effect, Intent, Owes, Phrase, Presumes, Side
from mailbot.understanding.scopes import Scope
from mailbot.understanding.vocabulary import say, ways

_ANSWER = (
    r"(?:回复|答复|回应|进展|结果|处理|解决|消息|反馈|联系|方案|响应|人管|动静|说法|结论|回信)"
)
_OURS = say(
    r"我们?(?:会|将|这边会|尽快|再)|上传|<ftp>|应急|急救|紧急(?:补丁|变更|联系)|不急|"
    r"不着急|不太急|不紧急|不是很急|并不|不用急|发给(?:您|你)|给(?:您|你们?)(?:发|提供)|"
    r"收集|采集|日志|尽快(?:提供|补|发)(?:给)?(?:您|你)"
)

INTENT = Intent(
    name="escalate",
    called=("催促或投诉", "presses or complains"),
    side=Side.CUSTOMER,
    effect=Effect.PRESSES,
    asks=True,
    presumes=Presumes.A_CASE,
    owes=Owes.WE,
    blocked_by=frozenset({Scope.QUOTED}),
    phrases=(
        *ways(
            r"(?:要|进行|提出|去|准备|正式|只能|会|将|我要|考虑)?投诉|不满意?|(?:无法|"
            r"不能|难以|不可|没法)接受|太差|失望|敷衍|推诿|推脱|忍无可忍|气愤|恼火|"
            r"说不过去|离谱|太不|赔偿|索赔|违约|什么态度|态度(?:很|太|极)?差|意见很大|"
            r"靠谱|上点心|认真一?点|专业一?点|重视一?下|赶快|赶紧|没人管|不负责|不作为",
            confidence=0.92,
            unless=(
                r"不是(?:投诉|不满)|并非|不满足|不满\d|空间不满|(?:用户|员工|"
                r"业务(?:部门)?|终端)…投诉(?:网|系统|邮件|卡|慢)|涉及|隐私|保密"
            ),
        ),
        *ways(
            r"(?:请|麻烦|烦请|希望|务必|要求|必须|能否|可否|能不能|需要|恳请|帮忙|帮|请求|"
            r"可以)…(?:尽[快早速]|抓紧|马上|立即|立刻|赶紧|加急|优先|加快|紧急|第一时间|"
            r"今天(?:内|之内|下班前|务必)|提速|催)",
            confidence=0.78,
            unless=_OURS + "|" + r"<账号>",
        ),
        *ways(
            r"(?:很|非常|特别|十分|比较|万分|挺|相当|太|真的|都|更)(?:是)?(?:着急|急|紧急|"
            r"急迫)(?!诊|救)|催(?:得|促|了|我|问|办)|(?:客户|领导|老板|业务(?:部门)?|用户|"
            r"高层|总部|院长|董事长|总经理|校长|局长|上面|管理层)…(?:着急|催|急(?!诊)|"
            r"关注|重视|施压|发火|生气|追|问责|抱怨|不满|压力|盯)|十万火急|火烧|加急|"
            r"\burgent\b|迫在眉睫|(?:比较|属于|情况|事情|问题|案例|需求)…紧急|紧急(?:处理|"
            r"求助|情况|升级)",
            confidence=0.88,
            unless=_OURS,
        ),
        *ways(
            r"(?:怎么|为何|为什么)…(?:还|一直|迟迟|这么久|到现在|总|这么慢|那么慢)…(?:没|"
            r"不|未|慢|处理|解决)",
            rf"(?:迟迟|一直|至今|到现在|始终|仍然?|还是?)…(?:没有?|未|无)(?:人|任何|能|"
            rf"得到|收到|见到|看到)*…{_ANSWER}",
            rf"(?:\d+|[一二两三四五六七八九十几半多])…(?:天|周|个?小时|个?月|星期|"
            rf"礼拜)(?:了|多|过去)?[^。\n]{{0,14}}(?:没|未|还|无|仍|不)…{_ANSWER}",
            r"(?:什么时候|何时|多久)才|到底(?:什么|何时|多久|能不能|怎么|还要|有没有|"
            r"行不行|会不会)|还要(?:等|拖)?多久|要等到什么时候|拖(?:了|到|这么|下去|延)|"
            r"等(?:了|到)(?:这么|那么|好|很|太)(?:久|多|长)|等了…[天周月]|(?:太|这么|"
            r"过于)(?:慢|久)了?",
            confidence=0.86,
            unless=(
                r"我们(?:还|没|未)|我(?:还|没)|客户(?:还|没|未|迟迟)…(?:提供|上传|回|收集|"
                r"测试)|上传|日志|dump|蓝屏|重启|掉线|ftp|系统(?:太|很)慢|网|速度|"
                r"没有?(?:再|出现)|收集|服务器|无响应|响应(?:时间|太慢|缓慢)|打开|启动|"
                r"查询|运行"
            ),
        ),
        *ways(
            r"升级(?:处理|给|到(?:二线|三线|高级|专家|研发|原厂|更高|上级|经理|厂商|更|"
            r"厂家)|此?(?:案例|工单|case|问题|事件|优先级|级别)|投诉)|(?:案例|工单|case|"
            r"此问题|优先级|级别|等级|事件)…(?:升级|提升|提高|调高|上调|调到|加急|提级)",
            r"(?:找|叫|让|请|转|联系|要求|安排|换|派)…(?:经理|主管|领导|负责人|上级|"
            r"高级工程师|资深|专家|总监|二线|原厂|更有经验)",
            confidence=0.86,
            unless=(
                r"固件|驱动|补丁|系统升级|版本|软件|升级(?:后|完|前|失败|过程)|"
                r"我们?(?:领导|经理|主管)|请示|汇报|审批|同意|不需要|无需|暂不|建议升级|"
                r"已升级"
            ),
        ),
        *ways(
            r"\b(?:unacceptable|inacceptable|ridiculous|(?:formal(?:ly)?|file a|make a|"
            r"official) complain\w*|complaint|i(?: have to| must|'m going to| will|'d "
            r"like to)? complain|disappoint(?:ed|ing|ment)|frustrat(?:ed|ing|ion)|fed up|"
            r"dissatisf\w+|unhappy|appalling|terrible|poor (?:service|support|response)|"
            r"outrag\w+|losing patience|out of patience|annoy(?:ed|ing)|upset|furious|"
            r"angry|joke|how many (?:more )?times|unprofessional|going (?:round )?in "
            r"circles|paying for|wast(?:e|ed|ing) (?:of )?(?:our|my) time)\b",
            r"\b(?:very |really |extremely |quite |most |so |more )?urgent(?:ly)?\b|"
            r"\burgency\b|\bemergency\b|\b(?:top|high(?:est)?|higher) priority\b|"
            r"\bsev(?:erity)? ?-?1\b|\bpriority 1\b|\bexpedite\b|\bspeed (?:this|it|"
            r"things)? ?up\b|\bprioriti[sz]e\b|\b(?:faster|quicker|speedy|prompt|"
            r"immediate|swift) (?:response|answer|solution|reply|action|resolution|"
            r"attention|support|help|assistance)\b|\braise the (?:priority|severity)\b",
            r"\b(?:escalat(?:e|ed|ion|ing)|duty manager|service manager|your (?:manager|"
            r"supervisor|boss|management|director|superior)|account manager)\b|\bwants? "
            r"to (?:speak|talk)\b|\b(?:somebody|someone) (?:more )?(?:senior|responsible|"
            r"competent|experienced|in charge)\b|\b(?:speak|talk|connect me|put me "
            r"through|get)\b[^.\n]{0,20}\b(?:manager|supervisor|senior engineer|superior|"
            r"your boss|someone (?:more )?(?:senior|competent|experienced))\b",
            confidence=0.9,
            blocked_by=frozenset({Scope.NEGATED, Scope.QUOTED}),
            unless=(
                r"\b(?:privilege|escalated? internally|\b(?:sftp|ftp|vpn|mail|web|citrix|"
                r"outlook) client\b|password|(?:vpn|task|server|device|password|package) "
                r"manager|speed|upload\w*|connection|users? (?:are |is |keep "
                r")?complain\w*|emergency (?:mode|shell|boot|console|change|patch)|no "
                r"hurry|no rush)\b"
            ),
        ),
        *ways(
            r"\b(?:asap|as soon as possible|right away|immediately|without (?:further "
            r")?delay|straight away|at once|today)\b",
            confidence=0.76,
            near=r"\b(?:please|need|require|demand|must|expect|request|want|have to)\b",
            unless=(
                r"\b(?:i|we)(?:'ll| will| can| shall|'re going to)\b|\b(?:immediately "
                r"after|after boot|upload\w*|s?ftp|account|password|crash\w* immediately|"
                r"today at|this morning|happened|since|until|yesterday|earlier today|"
                r"collected|again today|today (?:we|i|the|and)|meeting|call)\b"
            ),
        ),
        *ways(
            r"\b(?:still|yet|already|been|for|received|got|had|is|there's)\b……\b(?:no|"
            r"without(?: any)?|not (?:a single|any|one)|zero)\b…\b(?:response|reply|"
            r"answer|updates?|solution|root cause|results?|fix|explanation|feedback|"
            r"progress|news|reaction|contact|follow-?up|callback)\b",
            r"\b(?:nobody|no one|no-one|none of you)\b…\b(?:replied|answered|responded|"
            r"contacted|called|cares?|got back|is (?:working|looking|helping)|has)\b",
            r"(?:\b(?:have|has|had|did|do) not|n't)\b…\b(?:heard (?:back|anything|from)|"
            r"(?:received|got(?:ten)?|had|seen|hear|get|receive) (?:back|any|an?|one|"
            r"your)\b…\b(?:reply|response|answer|updates?|feedback|news|solution|back))",
            r"\bnot (?:at all )?(?:acceptable|happy|satisfied|amused|good enough|"
            r"tolerable)\b|\b(?:can't|cannot|won't) (?:accept|tolerate)\b",
            r"没(?:有)?人[^。\n]{0,4}(?:回|理|管|处理|联系|解决|看|跟进)|"
            r"给[个一]{1,2}说法|石沉大海|不闻不问|爱理不理|踢皮球",
            r"\bmore (?:experienced|senior|competent|qualified)\b|\b(?:lawyers?|legal "
            r"department)\b",
            r"\bneed\b…\b(?:solution|answer|fix|results?|reply|response|"
            r"decision)\b…\b(?:by|until|within|today|tomorrow|now|immediately)\b",
            r"\b(?:how much longer|when (?:will|are|can) (?:you|we|this|it|someone|"
            r"somebody|anyone|anybody) (?:finally|ever)|why (?:is|does|has|are|hasn't|"
            r"isn't|haven't) (?:this|it|nobody|no one|nothing|you|there|"
            r"anyone)\b[^.\n]{0,30}\b(?:taking|take|so long|happen\w*|done|still|replied|"
            r"responded|been|fixed|solved|answer\w*)|(?:been )?wait(?:ing|"
            r"ed)\b[^.\n]{0,24}\b(?:\d+|two|three|four|five|several|a|for|over|more "
            r"than)\b[^.\n]{0,12}\b(?:days?|weeks?|hours?|long|months?)|tak(?:ing|es|en) "
            r"(?:far |way |much )?too long|(?:far|way|much) too (?:slow|long)|dragging|"
            r"drags on)\b",
            r"\b(?:losing|costing us|cost us) (?:money|business|customers|revenue|"
            r"thousands)|\bsla\b[^.\n]{0,24}\b(?:breach\w*|violat\w*|missed|exceeded)|"
            r"\b(?:breach\w*|violat\w*)\b[^.\n]{0,16}\bsla\b|\b(?:legal action|lawyer|"
            r"refund|compensation|cancel (?:our|the) contract|switch (?:vendors?|"
            r"suppliers?))\b",
            r"\b(?:boss|management|ceo|cio|cto|director|customer|client|executives?|"
            r"leadership|board)\b[^.\n]{0,24}\b(?:pressure|pressing|pushing|(?:is|are|"
            r"keeps?) asking|furious|very upset|anxious|impatient|on my back|chasing|"
            r"demanding|angry|escalating|worried|unhappy)\b",
            r"\b(?:we|i) (?:demand|insist)\b|\b(?:need|demand|expect|require|"
            r"want)\b[^.\n]{0,24}\b(?:immediate(?:ly)?|right now|now|today|by (?:the "
            r")?end of (?:the )?day|within (?:the )?(?:next )?(?:an hour|\d+ hours?|"
            r"hours))\W*$",
            confidence=0.84,
            unless=(
                r"\b(?:(?:sftp|ftp|vpn|mail|web|citrix|outlook) client|passwords?)\b|"
                r"\b(?:packets?|the (?:server|host|switch|device|node|client) (?:has|had|"
                r"have|gets?|is|gives?)|ping|dns|logs?|dumps?|upload\w*|waiting for "
                r"(?:approval|the customer|our|a maintenance)|crash\w*|hung|reboot\w*|"
                r"query|queries|backup|sync)\b"
            ),
        ),
        Phrase(
            r"着急|很急|急需|催|投诉|没人|太慢|太久|尽快|严重|\b(?:urgent\w*|asap|"
            r"immediately|unacceptable|disappoint\w*|nobody|complain\w*|impatient|"
            r"priority|critical)\b",
            0.61,
            unless=say(
                r"<上传>|不急|不着急|\b(?:upload\w*|critical (?:error|event|alert)|i'll|"
                r"we'll|will)\b"
            ),
            weak=True,
        ),
    ),
)
