"""The customer has trouble with the account or the upload."""

from mailbot.understanding.intent import Effect, Intent, Owes, Phrase, Presumes, Side
from mailbot.understanding.scopes import Scope

INTENT = Intent(
    name="upload_problem",
    called=("上传遇到问题", "has trouble uploading"),
    side=Side.CUSTOMER,
    effect=Effect.UPLOAD_TROUBLE,
    asks=True,
    presumes=Presumes.THAT_CASE,
    letter="upload_help",
    owes=Owes.WE,
    blocked_by=frozenset({Scope.SUPPOSED}),
    gives_way=frozenset({"data_refused"}),
    phrases=(
        Phrase(
            r"permission denied|authentication failed|no space left|disk full|quota exceeded",
            0.97,
            yes=(
                "put says Permission denied",
                "Authentication failed again",
                "系统显示 quota exceeded",
            ),
            no=("Our server says disk full.", "The upload went through."),
            unless=r"shares|\bour\b|\bsa\b",
        ),
        Phrase(
            r"connection (?:refused|closed by|reset by|timed out)|no route to host",
            0.93,
            yes=("Connection refused on the port you gave", "connection closed by remote host"),
            no=("curl says connection timed out in the pods", "The connection is fine again."),
            unless=r"curl|\bpod",
        ),
        Phrase(
            r"(?:[账帐]号|密码|口令|用户名)…(?:不对|错误|过期|失效|停用|不认|无效|被拒|不存在|被踢)",
            0.95,
            yes=("密码不对，试了三遍", "你们给的账号提示已停用", "口令又过期了"),
            no=("员工登录都提示密码错误", "密码收到了"),
            unless=r"员工|用户都|请问|怎么|策略",
        ),
        Phrase(
            r"(?:上传|传|爬)(?:到|了|不到)…(?:就断|断|停|卡|超时|失败|%|不动)",
            0.97,
            yes=("传到一半就断", "上传到80%就卡住了", "传了三次都失败"),
            no=("文件传到FTP了", "数据库停了"),
        ),
        Phrase(
            r"(?:你们|您|贵)(?:的|给|那|家|发)…(?:登不|连不|进不|打不开|传不|拒绝|过期|不通|用不了|40[34])",
            0.95,
            yes=("您发的链接点开是404", "你们那个服务器连不上", "您给的账号用不了"),
            no=("你们给的办法很好用", "我们的网站打不开"),
        ),
        Phrase(
            r"(?:上传|ftp|传)…(?:失败|断了|卡住|卡在|拒绝|满了|报错|没有?权限)",
            0.84,
            yes=("一上传就报错", "ftp说没有权限", "传了半天还是失败"),
            no=("用户上传发票失败", "上传完成，现在都好了"),
            unless=r"用户|发票|头像|都好了|[吗?？]|我们",
        ),
        Phrase(
            r"传不[上动完进]|拖不进|登不[上进]|认证失败",
            0.85,
            yes=("试了一上午，传不上去", "文件就是拖不进去", "一直提示认证失败"),
            no=("用户登不上域", "文件传上去了"),
            unless=r"用户|员工|域|系统|以为|谁也|按钮|一次性",
        ),
        Phrase(
            r"\d+ ?k(?:i?b)?(?:的速度|/s|一秒|每秒)",
            0.95,
            yes=("网速才30K一秒", "It crawls at 12 kB/s"),
            no=("系统里有几百个K线图", "the file has 30 kB"),
        ),
        Phrase(
            r"\b(?:login|password|account)\b…(?:refuse|reject|denied|expire|wrong|disabl|lock)",
            0.96,
            yes=(
                "The password is rejected.",
                "Your login was refused",
                "It says the account has expired",
            ),
            no=("Users are told the password is wrong.", "The login works."),
            unless=r"users|our portal",
        ),
        Phrase(
            r"\b(?:upload|s?ftp|winscp|filezilla)\b…\b(?:fail|stop|die|break|abort|times out)",
            0.95,
            yes=(
                "The upload dies at two gigabytes",
                "WinSCP fails with error code 4",
                "our SFTP always times out",
            ),
            no=("Our supplier's upload failed too.", "The upload is finished."),
            unless=r"supplier|\bhad\b|ignore",
        ),
        Phrase(
            r"(?:kicks?|throws?|threw|locked) (?:me|us) out|\bthrown (?:out|off)\b",
            0.89,
            yes=("It throws me out after the password", "I'm thrown off after every file"),
            no=("The old router was thrown away.", "It let us in."),
        ),
        Phrase(
            r"(?:链接|网址|上传页)…(?:40[34]|打不开|点不开|白屏|没反应|是空的)",
            0.92,
            yes=("链接点开是空的", "上传页面一直白屏"),
            no=("我们网站的链接打不开", "链接收到了"),
            unless=r"网站|员工",
        ),
        Phrase(
            r"\b(?:can't|cannot|unable to|couldn't)\b…\b(?:upload|s?ftp|your server|portal)\b",
            0.92,
            yes=("I can't upload the second part", "We are unable to reach the SFTP"),
            no=("Users can't upload photos", "We can open the portal"),
            unless=r"users|members|\bapp\b|\bour\b",
        ),
    ),
)
