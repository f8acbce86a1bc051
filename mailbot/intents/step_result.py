"""The customer reports the outcome of a step that support asked for."""

from mailbot.reasons import Wording
from mailbot.understanding.intent import Effect, Intent, Owes, Phrase, Precondition, Presumes, Side
from mailbot.understanding.scopes import Scope
from mailbot.understanding.vocabulary import ways

_PRECONDITION = Precondition(
    here=(
        r"(?:按|按照|根据|依照|照|参照|参考|遵照|依据)[^。\n]{0,10}(?:您|你|贵|上|步骤|"
        r"方法|建议|说明|指导|操作|文档|文章|手册|知识库|kb|指引|邮件|方案|要求|命令|"
        r"工程师)|(?:您|你|你们|贵司|工程师|贵方|邮件)(?:上次|之前|刚才|昨天)?(?:里|"
        r"中)?(?:说|给|提供|建议|发|提到|要求|让)的?|第[一二三四五六\d](?:个|种|步|项|"
        r"条)?(?:方法|方案|步|步骤|命令|操作|建议)?|上述|以上(?:步骤|方法|操作|命令)|"
        r"(?:运行|执行)(?:该|此|这个|这条)?命令|(?:方案|方法|步骤)[一二三四\dabc]|(?:该|"
        r"此|两种|这个|几个|所有)(?:方法|步骤|方案|操作)|临时(?:解决)?方案|"
        r"建议(?:的)?(?:操作|步骤|方法)|\b(?:as (?:you )?(?:suggested|advised|requested|"
        r"instructed|described|recommended|asked|discussed|per)|per your|as per|your "
        r"(?:steps?|instructions?|commands?|suggest\w+|workaround|advice|recommend\w+|"
        r"guide|script|procedure|query|fix|patch|method|proposal|last mail|link|hotfix|"
        r"mail)|follow(?:ed|ing) (?:your|the|all)|according to|you (?:suggested|said|sent|"
        r"gave|asked|mentioned|recommended|provided|described|proposed|wanted|told)|step "
        r"\d|the (?:steps?|commands?|procedure|workaround|suggested \w+|hotfix|methods?|"
        r"instructions|recommended \w+|proposed \w+)|(?:first|second|third|last|other|"
        r"both) (?:methods?|steps?|options?|commands?|suggestions?|approach(?:es)?|"
        r"workarounds?|solutions?))\b"
    ),
    before=(
        r"重启|执行|运行|命令|步骤|方法|尝试|试[试一下]|操作|升级|更新|更换|修改|设置|"
        r"检查|回退|卸载|安装|关闭|开启|启用|替换|拔插|清除|清理|重置|测试|切换|调整|禁用|"
        r"查看|点击|选择|\b(?:restart|reboot|run|execute|try|steps?|commands?|update|"
        r"upgrade|replace|disable|enable|reinstall|change|check|test|reset|clear|roll "
        r"?back|set|install|uninstall|follow|remove|reseat|swap|apply|switch|turn|verify|"
        r"increase|move|delete|rename|click|open|failover|power cycle|unplug|configure|"
        r"rebuild|repair|patch)\b"
    ),
)
_NOT_DATA = (
    r"先[^。\n]{0,6}(?:试|操作|做|看|按)|再(?:跟|告|向|反馈|回复|联系)|上传|日志|dump|"
    r"收集|采集|截图|附件|发给|抓包|导出|[吗?？]"
)
_NOT_DATA_EN = (
    r"\b(?:upload\w*|logs?|dumps?|attach\w*|collect\w*|gather\w*|screenshots?|send|"
    r"(?<!you )sent|captures?|traces?|export\w*|bundle|will|'ll|later|tomorrow|waiting|"
    r"going to|tool because|yet)\b|\?"
)
_DONE = (
    r"(?:重启|执行|运行|操作|试|尝试|升级|更新|修改|设置|关闭|开启|启用|禁用|更换|替换|"
    r"卸载|安装|重装|检查|调整|回退|清理|重置|测试|恢复出厂|拔插|插拔|降级|切换|打补丁|"
    r"停止|跑|改|做|删除|换|重建|修复|扩容|清空|排查|优化|重命名|禁止|回滚|对调|互换|交叉|"
    r"调换|拔掉)"
)
_BAD = (
    r"(?:仍|还是|依然|依旧|照样|问题|一样|没有?变化|没有?效果|无效|没用|不行|正常|恢复|"
    r"好了|解决|失败|报错|成功|消失|好转|改善|减少|降低|下降|没再|未再|没有再|暂未|不再|"
    r"还会|又|可以了|通了|生效)"
)

INTENT = Intent(
    name="step_result",
    called=("反馈操作结果", "tells how a step went"),
    side=Side.CUSTOMER,
    effect=Effect.TELLS_RESULT,
    presumes=Presumes.THAT_CASE,
    owes=Owes.WE_LAST,
    told=Wording(
        "step_result: {said}",
        "客户反馈了操作结果：{said}",
        "the customer tells how a step went: {said}",
    ),
    blocked_by=frozenset({Scope.FUTURE, Scope.QUESTION, Scope.SUPPOSED, Scope.QUOTED}),
    gives_way=frozenset({"data_refused", "upload_problem"}),
    precondition=_PRECONDITION,
    phrases=(
        *ways(
            (
                r"(?:按|按照|根据|依照|照|参照|参考|遵照|依据)…(?:您|你|贵|上|步骤|方法|"
                r"建议|说明|指导|操作|文档|文章|手册|知识库|kb|指引|邮件|方案|要求|命令|"
                r"工程师)……"
            )
            + _DONE,
            r"第[一二三四五六\d]…(?:个|种|步|项|条)?(?:方法|方案|步|步骤|命令|操作|"
            r"建议)?……(?:不行|失败|成功|完成|无效|没用|没效果|有效|可以|正常|通过|报错|"
            r"做了|试|执行|ok)",
            rf"(?:已|刚|今天|昨天|昨晚|都|分别)…{_DONE}(?:了|过|完|后)?",
            rf"{_DONE}(?:…以后|…之后|…后|了|完|过)[^。\n]{{0,24}}{_BAD}",
            rf"(?:{_DONE}|命令|查询|ping|测|结果|输出)(?:了|完|后|过)?……(?:结果|返回|显示|"
            rf"输出|提示|状态)?(?:是|为|正常|成功|失败|报错|true|false|通过|没有|无|：|:)",
            rf"{_DONE}(?:过了?|完?了)(?!吗|么|没)",
            confidence=0.86,
            unless=_NOT_DATA,
        ),
        *ways(
            r"(?:方法|方案|步骤)[一二三四\dab][^。\n]{0,14}(?:不行|没用|可以|有效|无效|"
            r"成功|失败|ok|报错|不通|能用)",
            r"(?:还是|仍然?|依然|依旧)(?:不行|不通|一样|报错|失败|没有?效果|无效|老样子|"
            r"无法|如此|这样|存在|出现|没有?解决|有问题|蓝屏|卡|慢|会|有|不能|没)",
            r"(?:不行|无效|没用|没有?效果|不起作用|不管用|不好使|失败了|成功了|生效了|"
            r"有效果|没有?改善|没有?变化|(?:问题|情况|现象|故障|症状)…(?:依旧|依然|仍|"
            r"还在|照旧|一样))",
            confidence=0.82,
            unless=_NOT_DATA + r"|登录|密码|回复|答复",
        ),
        *ways(
            r"(?:^\W*|\b(?:i|we|i've|we've|have|has|just|already|also|customer|user|they|"
            r"he|she|now)\b…)\b(?:tried|did|done|ran|run|performed|applied|executed|"
            r"followed|completed|restarted|rebooted|updated|upgraded|replaced|disabled|"
            r"enabled|reinstalled|changed|checked|tested|reset|cleared|rolled back|"
            r"installed|uninstalled|removed|swapped|reseated|set|switched|downgraded|"
            r"reverted|moved|repaired|reconfigured|rebuilt|turned (?:on|off)|unplugged|"
            r"verified|patched|failed over|increased|deleted|renamed|power ?cycled|"
            r"flushed|recreated|re-?added|adjusted)\b",
            r"\b(?:as (?:you )?(?:suggested|advised|instructed|described|recommended)|per "
            r"your|following your|followed (?:your|the|all)|according to your|based on "
            r"your)\b",
            confidence=0.84,
            unless=_NOT_DATA_EN + r"|\bchecked (?:with|whether you)|\bset up a\b",
        ),
        *ways(
            r"\bstill\b…\b(?:fails?|failing|the same|crash\w*|hang\w*|no|not|doesn't|"
            r"can't|cannot|get|getting|see|seeing|there|happens|occurs|broken|slow|down|"
            r"errors?|drops?|times|won't|present|happening|unreachable|red|unable|refuses|"
            r"stuck|show\w*|amber|disconnect\w*|freez\w*|high|does|have|has|loses)\b",
            r"(?:\b(?:did not|does not|do not|not)|n't)\b…\b(?:help|work|change anything|"
            r"make (?:any|a) difference|solve|fix|improve)\b|\bno (?:change|effect|"
            r"difference|luck|improvement|success)\b|\b(?:same|identical) (?:errors?|"
            r"issue|problem|results?|behaviou?r|symptoms?)\b|\bto no avail\b",
            r"\b(?:outputs?|results?|commands?|tests?|ping|steps? ?\d?|methods?|"
            r"workarounds?|hotfix|patch|fix|scan|sfc|chkdsk|memtest|restart|reboot|reset|"
            r"update|upgrade|rollback|reinstall\w*|replacement|change|query|script|"
            r"traceroute|tracert|repair|procedure)s?\b……\b(?:is|was|are|were|shows?|"
            r"showed|returns?|returned|says?|gives?|gave|worked|works|failed|fails|passed|"
            r"succeeded|completed|finished|came back|helped|reports?|reported|found|fine|"
            r"ok|did|made|done|solved|fixed|brought)\b",
            r"\b(?:first|second|third|1st|2nd|3rd|last|other|both|neither|none of the) "
            r"(?:methods?|steps?|options?|commands?|suggestions?|approach(?:es)?|"
            r"workarounds?|solutions?|one)\b……\b(?:worked|failed|works|fails|didn't|did|"
            r"doesn't|not|no|helped|is|was)\b",
            r"\b(?:after|since|with)\b…\b(?:restart\w*|reboot\w*|updat\w+|upgrad\w+|"
            r"replac\w+|disabl\w+|enabl\w+|reinstall\w*|chang\w+|reset\w*|clear\w+|"
            r"roll\w+ back|rollback|install\w*|remov\w+|swap\w*|reseat\w*|apply\w*|doing|"
            r"running|following|patch\w*|fix|switching|increasing|moving)\b……\b(?:is|are|"
            r"was|works?|worked|still|no|not|hasn't|came|same|fine|fails?|stable|normal|"
            r"gone|resolved|better|fixed|again)\b",
            confidence=0.83,
            unless=_NOT_DATA_EN
            + (
                r"|\b(?:no (?:reply|response|answer|update)|still waiting|test results? "
                r"(?:from you|of your)|password|login)\b"
            ),
        ),
        Phrase(
            r"[了过](?:[,，。;；!！]|$)|正常|没有|显示|结果|通过|成功|失败|\b(?:is|was|"
            r"are|were|ran|finish\w+|shows?|showed|found|works?|worked|return\w+|seems?|"
            r"gone|done|ok|fine|no|not|did|does|fixed|helped|without|output|results?|"
            r"status|state|moves?|moved|same)\b|[:：]",
            0.66,
            unless=_NOT_DATA
            + (
                r"|\b(?:upload\w*|attach\w*|collect\w*|send|will|'ll|later|tomorrow|"
                r"waiting|going to)\b|会议|电话|出差|联系人|抄送|同事|谢谢|收到|"
                r"\b(?:meeting|call|contact|colleague|office|phone|holiday|vacation|"
                r"e-?mail|address|invoice|order|welcome|list|thank\w*|received)\b"
            ),
            weak=True,
        ),
    ),
)
