"""Staff asks for an upload account to be made for a named customer."""

from mailbot.reasons import Wording
from mailbot.understanding.intent import Effect, Intent, Phrase, Side
from mailbot.understanding.scopes import Scope

INTENT = Intent(
    name="account_request",
    called=("请开通上传账号", "has an upload account opened"),
    side=Side.STAFF,
    effect=Effect.ORDERS_LOGIN,
    told=Wording(
        "account_request: {said}",
        "来信申请开通上传账号：{said}",
        "an upload account is asked for: {said}",
    ),
    blocked_by=frozenset({Scope.QUOTED, Scope.SUPPOSED}),
    phrases=(
        Phrase(
            r"[建开增请配办](?:立|通)?一?个?…(?:ftp|上传|传输|传文件)…(?:[账帐]号|用户|权限|登录)",
            0.97,
            yes=("请为东江水务开一个上传账号", "请协助建立SFTP账号"),
            no=("账号已建立，上传用户见下", "要给您开上传账号吗？"),
            unless=r"已|您|吗",
        ),
        Phrase(
            r"[另再先给也帮新]…[开建]一?[个下通]|开[户号]|重新?建一",
            0.96,
            yes=("给水厂开一个", "麻烦帮忙开户", "旧的删了，重新建一个"),
            no=("已重新开通", "不是要你再建一个"),
            unless=r"不是|您|已",
        ),
        Phrase(
            r"[给帮为]…(?:新发|另起|补|弄|配|预备|加个)一?[个套]?",
            0.93,
            yes=("给他们另起一个", "帮王工弄一套登录"),
            no=("为您的机器找补丁", "帮忙看看日志"),
            unless=r"补丁|您|配置|日志",
        ),
        Phrase(
            r"\b(?:create|set up|open|make|provision|give)\b…\b(?:login|account|user|access)\b",
            0.96,
            yes=(
                "Please set up an account for Northby Dairy",
                "Could you create a user for Mr Oake?",
            ),
            no=(
                "The user is set up: access opens at noon",
                "I set up a VPN account",
                "The depot is set up: login below",
            ),
            unless=r"is set up|n't|been|vpn",
        ),
        Phrase(
            r"\b(?:an|one|another|new) (?:upload|s?ftp) (?:login|account|user)\b",
            0.95,
            yes=("We need an upload account for Ferris Mill", "one SFTP user for Ms Bray, please"),
            no=("The upload account works", "Please upload the dump"),
        ),
        Phrase(
            r"\b(?:give|get|make) (?:him|her|them)\b",
            0.93,
            yes=("Please give them a way in", "Could you make her a new one?"),
            no=("Let them try again", "I gave him the log"),
        ),
    ),
)
