"""The customer asks something that needs an answer, beyond how to upload."""

from mailbot.understanding.intent import Effect, Intent, Owes, Phrase, Side
from mailbot.understanding.scopes import Scope

INTENT = Intent(
    name="question",
    called=("提出问题", "asks something"),
    side=Side.CUSTOMER,
    effect=Effect.ASKS_QUESTION,
    asks=True,
    letter="answer",
    owes=Owes.WE,
    blocked_by=frozenset({Scope.QUOTED}),
    gives_way=frozenset({"sftp_request", "upload_problem", "escalate", "resolved"}),
    phrases=(
        Phrase(
            r"[?？][)）”\"]?$",
            0.7,
            yes=(
                "这个补丁要不要重启？",
                "Does the tool need administrator rights?",
                "Is it safe to delete the old snapshots?",
            ),
            no=("麻烦尽快处理。", "上传到哪里？", "Who is your manager?"),
            unless=r"上传|传到|ftp|账号|密码|经理|领导|upload|login|password|manager|escalat",
        ),
    ),
)
