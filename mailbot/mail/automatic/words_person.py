"""Wording of people about the matter in hand: English, then Chinese."""

from collections.abc import Mapping
from types import MappingProxyType

ENGLISH: Mapping[str, str] = MappingProxyType({
    "matter": (
        "log |logs |dump|crash|reboot|restart|error|driver|firmware|patch|blue screen|bsod|disk "
        "|disks |cpu |memory|config|server |servers |node |raid |build |version |update |updates "
        "|upgrade|backup|antivirus|upload|download|collector|tool |script|password|port |ports "
        "|scanner|screen |probe|fan |controller|cable|install|machine |machines |reopen|folder"
        "|file |files |gateway|serial|remote|session|reset |reseat|slot |contract |label |hang"
        "|freeze|switch |storage |the part |alarm|the case |the problem|the issue|network|vpn"
        "|router|dns|ssl|certificate|printer|laptop|pc |desktop|monitor |keyboard|license|licence"
        "|login|database|sql|vm |virtual|cluster|hyper-v|esx|linux|windows|kernel|bios|boot"
        "|bugcheck|stop code|0x|registry key|hotfix|performance|latency|timeout|replica|snapshot"
        "|restore|tape|drive |drives|volume|partition|mount|lun |san |nas |iscsi|firewall|proxy"
        "|exception|function|api |commit|deploy|test |tests |testing|screenshot|picture|photo"
        "|power |light |led |beep|temperature|symptom|cause |fix |stable|broken|trace|event "
        "|packet|hardware|software|vendor|supplier|warranty|spare|invoice for|quote for|signature"
        "|symbols|debug"
    ),
    "known": (
        "the crash|the dump|the log |the logs|the problem|the error|the case |the issue|the patch"
        "|the update|the driver|the tool|the script|the output|the files|the disk|the node"
        "|the fault"
        "|this problem|this issue|this case |this crash|this error|your analysis|your finding"
        "|your tool|your suggestion|your steps|your instructions|that server|that machine"
    ),
    "asks": (
        "could you|can you|would you|will you|please let|please tell|please check|please confirm"
        "|please send|please advise|please keep|please hold|please move|please merge|please reopen"
        "|please take|let me know|may i |is it |did the|did you|do you|does it|does the|are you "
        "|who is|who covers|who takes|what is|what do|where do|where is|when do|when will|how do"
        "|how long|shall i|should i|go ahead|i'd like|we'd like|i'd rather|resend|please ring"
        "|please acknowledge|i need|we need|i'm not sure|why |any news|any update|any idea"
        "|what should|what can|which one|which version|how can|how should|can we |should we|may we"
        "|do we|do i |is this |are there|is there|have you|has anyone|could we|would it"
        "|please help|please provide|please look|please find|please explain|please do"
        "|please use the|please call me|please reply|please respond|please close|please extend"
        "|please reset|please give|please add|please remove|please also|please note that i|kindly"
        "|need your|need a |need the |want to|would like|hope |wonder|question:|urgently need"
        "|<ask>"
    ),
    "did": (
        "i ran|i tried|i replaced|i reseated|i tested|i uploaded|i sent|i called|i checked|i reset"
        "|i installed|i rebooted|i forwarded|i passed|i asked|i spoke|i saw |i only read|i just "
        "|i got |i had |i was |i've |i received|i wrote|i never|i did|i have forwarded|i have sent"
        "|i have tried|we tried|we ran|we did |we replaced|we tested|we uploaded|we found"
        "|replaced|works now|it works|it's working|is solved|solved |fixed |done |is up |hasn't"
        "|has not |didn't|did not|went down|failed|again at|so far|yet |still |as agreed"
        "|as discussed|on the phone|here you go|you wrote|promised|asked me|tried |attached"
        "|attach |enclosed|see below|in copy|in cc|yesterday|last night|this morning|came "
        "|arrived this|i'm going|as you|as per|according to|per your|you asked|you said"
        "|you mentioned|you sent|your last|your earlier|your previous|your instructions"
        "|your suggestion|your question|to your question|answer to your|in answer to"
        "|regarding your|see attached|here is|here are|below is|turned out|it seems|it looks"
        "|looks like|seems to|we see|we saw|i see |we noticed|i noticed|happens|happened|occurred"
        "|started|stopped |since the|after the|when we|whenever|every time|first time|second time"
        "|third time|problem|was not|were not|wasn't|couldn't|could not|can't open|cannot open"
        "|won't start|the same|now it|it now|it was|they were|they said|he said|she said|told me"
        "|told us"
    ),
    "plans": (
        "i'm taking over|i am taking over|i take over|i'll take over|write to me |"
        "will do |will report|we test|tonight|tomorrow |next week|suits |see you thursday"
        "|see you tomorrow|after the weekend|when it's done|will be finished|in two hours"
        "|first thing|will run|run it |run the|can do it|give me|let you in|follows "
        "|will write again|i'd like to|i shall|before i go|will pay|if it fails|if the alarm"
        "|later today|asap i|i'll |we'll |i will |we will send|we will try|we will test"
        "|we will run|i plan|we plan|going to|let's|let us |by tonight|by tomorrow|by friday"
        "|on it |as soon as i have|as soon as we"
    ),
    "agrees": (
        "ok |okay |yes |fine |great |perfect|confirmed |approved|noted |understood"
        "|acknowledged|got it|thx|you're welcome|appreciate|thanks |many thanks|thank you for the"
        "|sure |agree|exactly|correct |right |sounds |good idea|good news|unfortunately"
        "|well |hmm|wow|oops|cheers|ta |brilliant|excellent|awesome"
    ),
    "others": (
        "your colleague|your system|your ticket|your automatic|your reply|your reminder|whenever i"
        "|every mail|our engineer|our storage|our change|our gateway|our side|mr |ms |mrs |dr "
    ),
    "sorry": "sorry|apologies|afraid |late answer|ha |haha",
})  # fmt: skip

CHINESE: Mapping[str, str] = MappingProxyType({
    "matter": (
        "日志|蓝屏|报错|重启|驱动|补丁|崩溃|宕机|硬盘|内存|测试|复现|服务器|文件|抓包|转储|采集"
        "|上传|下载|死机|黑屏|密码|工具|版本|备份|主机|远程|进展|截图|机房|配件|风扇|机器|合同"
        "|发票|案子|方案|结果|系统停|到货|换完|硬件|软件|步骤|权限|停机|导出|网络|交换机|防火墙"
        "|路由|打印机|电脑|集群|虚拟机|内核|域控|证书|授权|许可证|客户端|终端|型号|序列号|指示灯"
        "|黄灯|绿灯|红灯|告警|卡死|卡顿|超时|丢包|掉线|阵列|存储|磁带|快照|挂载|分区|代码|接口"
        "|命令|截屏|照片|拍了|电源|主板|网卡|显卡|显示器|安装|卸载|重装|参数|配置|盘位|机柜|节点"
        "|槽|固件|蓝牙|进程|端口|环境|现象|原因|排查|复测|稳定|正常了|生产|业务系统|操作系统|补打"
        "|链路|光模块|频繁|定位|应用|数据|迁移到|备机|停产|记分牌"
    ),
    "known": (
        "这个问题|该问题|上述问题|此问题|这个案例|此案例|该案例|本案例|那台|这台|该补丁|这个补丁"
        "|此补丁"
        "|您的分析|您的建议|你的建议|上次的|之前的|那个问题|这个报错|该报错|这次"
    ),
    "asks": (
        "请问|能否|可否|是否|麻烦|吗|什么|怎么|几点|多久|请帮|请告知|请安排|请尽快|请马上|请看"
        "|请您安排|请出具|请理解|请派|烦请|请重新|请查收|告诉我|请确认|请提供|呢|为何|如何|怎样"
        "|何时|哪里|哪个|哪些|多少|多长|几个|有没有|能不能|可不可以|要不要|会不会|是不是|帮忙|帮我"
        "|帮看|协助|指教|求助：|求教|求解|请支持|请分析|请回复|请尽早|请处理|请您看|请各位|请务必"
        "|给个|需要我|需要您|需要你|希望|想问|想请|想知|想要|我想|急需您|盼"
    ),
    "did": (
        "我转给|我转了|我问了|我找了|我跟|我催|我查|我联系了|我打过|我重|我换|我装|我改|我删|我关|我开了|"
        "已照|已按|已联系|试过|打过|照做|见附|附件|附上|抄送|前几天|还是会|能用了|暂时没|试了|到了"
        "|寄回|已寄|已付|失败|正在上传|正在测试|已操作|按您|按你|照您|领导|财务|厂家|我们这边|我方"
        "|我们内部|我部|贵司|贵公司|您那边|您说|答复如下|同意|审批|已上传|已经|现场|做完|打错|输错"
        "|两天了|我试|我看|我们看|我发现|我们发现|出现|发生|之前|上次|第一个|第二个|第一步|第二步"
        "|今早|今晨|前天|上周|刚|原来|居然|好像|似乎|应该是|可能是|还没|没有收|没收到|又|再次|拍"
        "|已完成升级|已重|已换|已改|已装|已试|已打|已加|已删|已确认|查过|查了|看了|改了|换了|装了"
        "|打了|做了|发了|加了|升了|跑了|停了|挂了|坏了一|掉了|报了|您好，这|昨|周末试|您的建议"
        "|您提到|您要的|您问|你说|你要|你问"
    ),
    "plans": (
        "由我|归我|我来负责|我接手|转给我|发给我|发到我|"
        "今晚|晚点|后天|改到|之前给|传完|发你|发您|发给您|传给|告诉你|告诉您|我去|我会|我把|我先"
        "|我让|我们想|我来|再看|等停机|等您|明天给|明天发|明天回|下午|我明天|我下周|我今天|我晚上"
        "|我马上|我尽快|我们明天|我们下周|准备|打算|计划|这就|再发|再传|再试|试试|补发|补上"
        "|稍后发|一会儿|等下|回头|到时候"
    ),
    "agrees": (
        "非常感谢|十分感谢|万分感谢|"
        "好的|好。|可以|行，|行。|嗯|收到，谢|收到谢|收到了|知悉|明白|没问题|不用了|多谢|谢谢老师"
        "|谢谢！|谢谢。|谢啦|确认。|打扰|没错|对，|对的|是的|不是|不行|不对|行的|好嘞|好滴|好，"
        "|好,|有，|没有。|太好|赞|辛苦|麻烦了|劳驾|哦|噢|哎|唉|呀|啊|吧"
    ),
    "others": "你们|您们|老板|每次|我同事|我们领导",
    "sorry": "抱歉|对不起|不好意思|哈哈",
})  # fmt: skip
