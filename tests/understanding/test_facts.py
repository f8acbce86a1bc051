"""What a mail tells beside what it wants."""

from datetime import datetime, timedelta

import pytest

from mailbot.understanding.cues import upload_trouble
from mailbot.understanding.dates import length, moment
from mailbot.understanding.facts import facts
from mailbot.understanding.language import language, salutation
from mailbot.understanding.numbered_answer import choice
from mailbot.understanding.prefilter import Index, grams_of, needs
from mailbot.understanding.sentences import sentences
from mailbot.understanding.understood import Understanding

WEDNESDAY = datetime.fromisoformat("2020-05-27T13:55:20+08:00")
SEAL = "[sealed:3fa9c1d2]"


def told(text: str, *, watched: bool = False) -> dict[str, str]:
    found = facts(text, sentences(text), WEDNESDAY, watched=watched)
    return {fact.name: fact.said for fact in reversed(found)}


LOGINS = [
    (f"账号：nydzjt\n密码：{SEAL}", "nydzjt"),
    (f"用户名为：cust7\n密码：{SEAL}", "cust7"),
    (f"User: globex01\nPassword: {SEAL}", "globex01"),
    (f"Username = hanse\nPassword = {SEAL}", "hanse"),
    (f"username nordwind, password {SEAL}", "nordwind"),
    (f"user/password: ydfz/{SEAL}", "ydfz"),
]


@pytest.mark.parametrize(("text", "user"), LOGINS)
def test_a_login_is_read_and_its_password_is_the_seal(text: str, user: str) -> None:
    found = told(text)
    assert (found["account_user"], found["account_password"]) == (user, SEAL)


@pytest.mark.parametrize("text", ["账号今天给您", "用户：某大学", "the password is wrong", ""])
def test_without_a_secret_there_is_no_login(text: str) -> None:
    assert "account_user" not in told(text)


def test_host_and_port_are_read_where_they_are_spelled() -> None:
    found = told(f"主机：sftp://upload.support.example\n端口：22222\n账号：a1\n密码：{SEAL}")
    assert found["account_host"] == "upload.support.example"
    assert found["account_port"] == "22222"


def test_a_port_is_a_number_and_a_day_a_moment() -> None:
    text = f"主机：upload.support.example\n端口：22222\n账号：a1\n密码：{SEAL}\n我明天上传日志。"
    said = Understanding(facts=facts(text, sentences(text), WEDNESDAY, watched=False))
    promise = said.moment("promise")

    assert (said.number("account_port"), said.fact("account_port")) == (22222, "")
    assert promise is not None
    assert promise.date() == (WEDNESDAY + timedelta(days=1)).date()
    assert (said.moment("watch_until"), said.number("download_size")) == (None, None)


LINES = [
    ("error_code", "报错代码为：0x1e", "0x1e"),
    ("error_code", "GetContextState failed, 0xD0000147", "0xD0000147"),
    ("error_code", "ORA-00600 in the alert log", "ORA-00600"),
    ("error_code", "error code 2074", "2074"),
    ("bugcheck", "KERNEL_SECURITY_CHECK_FAILURE (139)", "KERNEL_SECURITY_CHECK_FAILURE"),
    ("end_user", "最终用户：某省能源地质集团有限公司", "某省能源地质集团有限公司"),
    ("end_user", "客户：华东某银行", "华东某银行"),
    ("end_user", "Customer: Nordwind Logistics", "Nordwind Logistics"),
    ("end_user", "an account for customer Hanse Shipping.", "Hanse Shipping"),
    ("system_version", "系统版本：CMGE V2020-L", "CMGE V2020-L"),
    ("system_version", "it runs Ubuntu 22.04 here", "Ubuntu 22.04"),
    ("product_version", "固件版本：4.1.2", "4.1.2"),
    ("phone_call", "根据我们之前的电话沟通结果", "mentioned"),
    ("phone_call", "As agreed on the phone, we go on.", "mentioned"),
]


@pytest.mark.parametrize(("name", "text", "value"), LINES)
def test_a_line_tells_a_fact(name: str, text: str, value: str) -> None:
    assert told(text)[name] == value


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("end_user", "用户：反馈蓝屏"),
        ("error_code", "case-1234 of 2020"),
        ("phone_call", "服务电话： 400-000-0055"),
        ("bugcheck", "see my_file.txt (2)"),
        ("system_version", "those were the days"),
        ("watch_until", "我将继续观察此案例1周时间。"),
    ],
)
def test_a_line_tells_no_such_fact(name: str, text: str) -> None:
    assert name not in told(text)


WATCHES = [
    ("我将继续观察此案例1周时间。", "2020-06-03T13:55:20+08:00"),
    ("we will monitor it for 3 days", "2020-05-30T13:55:20+08:00"),
    ("我们先观察两周", "2020-06-10T13:55:20+08:00"),
    ("We keep an eye on this until June 10.", "2020-06-10T13:55:20+08:00"),
]


@pytest.mark.parametrize(("text", "until"), WATCHES)
def test_a_watch_ends_where_its_length_says(text: str, until: str) -> None:
    assert told(text, watched=True)["watch_until"] == until


def test_a_watch_without_a_length_names_no_end() -> None:
    assert "watch_until" not in told("我们会继续观察。", watched=True)


PROMISES = [
    ("明天上传日志", 1),
    ("I will send the traces on Monday.", 5),
    ("下周五之前把日志给您", 9),
    ("We will upload it in 3 days.", 3),
    ("客户6月8日后提供日志", 12),
]


@pytest.mark.parametrize(("text", "days"), PROMISES)
def test_what_the_writer_announces_is_a_promise(text: str, days: int) -> None:
    assert told(text)["promise"] == (WEDNESDAY + timedelta(days=days)).isoformat()


@pytest.mark.parametrize(
    "text",
    [
        "已有日志文件，明天请告知ftp",
        "Could you send it tomorrow?",
        "昨天已上传",
        "The server crashed on Monday.",
        "日志已上传",
    ],
)
def test_what_is_asked_or_past_is_no_promise(text: str) -> None:
    assert "promise" not in told(text)


LENGTHS = [
    ("1周时间", timedelta(days=7)),
    ("三天", timedelta(days=3)),
    ("十五天", timedelta(days=15)),
    ("半个月", timedelta(days=15)),
    ("72小时", timedelta(hours=72)),
    ("for two weeks", timedelta(days=14)),
    ("48 hours", timedelta(hours=48)),
    ("another week", timedelta(days=7)),
]


@pytest.mark.parametrize(("text", "expected"), LENGTHS)
def test_a_length_of_time_is_read(text: str, expected: timedelta) -> None:
    assert length(text) == expected


@pytest.mark.parametrize("text", ["日志", "5月6日", "everyday", ""])
def test_not_every_number_is_a_length(text: str) -> None:
    assert length(text) is None


DATES = [
    ("明天", "2020-05-28"),
    ("后天", "2020-05-29"),
    ("下周一", "2020-06-01"),
    ("周五", "2020-05-29"),
    ("下周", "2020-06-01"),
    ("6月8日后", "2020-06-08"),
    ("2020-06-08", "2020-06-08"),
    ("8号", "2020-06-08"),
    ("tomorrow", "2020-05-28"),
    ("on monday", "2020-06-01"),
    ("next friday", "2020-06-05"),
    ("june 8", "2020-06-08"),
    ("8th of june", "2020-06-08"),
    ("1月5日", "2021-01-05"),
]


@pytest.mark.parametrize(("text", "day"), DATES)
def test_a_date_is_read_at_the_hour_of_the_mail(text: str, day: str) -> None:
    found = moment(text, WEDNESDAY)
    assert found is not None
    assert found.isoformat() == f"{day}T13:55:20+08:00"


@pytest.mark.parametrize("text", ["", "版本10.0.17763", "99月99日", "2020-13-45", "soon"])
def test_what_is_no_date_gives_none(text: str) -> None:
    assert moment(text, WEDNESDAY) is None


CHOICES = [
    ("2", (2, "")),
    ("【2】", (2, "")),
    ("[2]", (2, "")),
    ("2，6月8日后", (2, "6月8日后")),
    ("2 after June 8", (2, "after June 8")),
    ("选3", (3, "")),
    ("1\n谢谢", (1, "谢谢")),
    ("Option 1", (1, "")),
]


@pytest.mark.parametrize(("text", "expected"), CHOICES)
def test_a_digit_alone_is_a_choice(text: str, expected: tuple[int, str]) -> None:
    assert choice(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "1.请问能否直接替换",
        "1) collect the log",
        "2 questions remain",
        "3 servers crashed",
        "10.0.0.1 is down",
        "2020年的案例",
        "3天后",
        "",
        "收到",
    ],
)
def test_a_text_that_begins_with_a_digit_is_no_choice(text: str) -> None:
    assert choice(text) is None


LANGUAGES = [
    ("您好，日志已经上传到服务器，请查收。", "zh"),
    ("The log is on the server, please check.", "en"),
    ("收到 FTP 日志 dump，请查看附件中的文件", "zh"),
    ("C:\\Windows\\Logs\\CBS\\CBS.log\n请看上面的这个日志文件吧", "zh"),
    ("收到", ""),
    ("OK", ""),
    ("", ""),
]


@pytest.mark.parametrize(("text", "expected"), LANGUAGES)
def test_the_language_is_that_of_the_words(text: str, expected: str) -> None:
    assert language(text) == expected


GREETINGS = [
    ("周先生, 您好!\n\n正文", "周先生，您好"),
    ("周先生，您好", "周先生，您好"),
    ("王工：\n日志已上传", "王工"),
    ("Dear Mr. Zhou,\n\ntext", "Dear Mr. Zhou"),
    ("Hi Xu Yang\n\ntext", "Hi Xu Yang"),
    ("Hi,\n\ntext", ""),
    ("Hello all,\n\ntext", ""),
    ("您好！\n正文", ""),
    ("你好，运行命令结果为True。", ""),
    ("The server is down", ""),
    ("", ""),
]


@pytest.mark.parametrize(("text", "expected"), GREETINGS)
def test_the_greeting_is_kept_where_it_names_somebody(text: str, expected: str) -> None:
    assert salutation(text) == expected


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("密码错误登不上", "login"),
        ("connection refused on port 22222", "network"),
        ("Permission denied in /upload", "permission"),
        ("no space left on device", "space"),
        ("上传速度太慢", "slow"),
        ("it does not go", "other"),
    ],
)
def test_an_upload_problem_has_a_kind(text: str, kind: str) -> None:
    assert upload_trouble(text) == kind


NEEDS = [
    ("(?:上传|传好)了?", [{"上传", "传好"}]),
    ("colou?r", [{"colo"}]),
    ("(?:a|)bcd", [{"bcd"}]),
    ("(?!abc)defg|hij", [{"defg", "hij"}]),
    ("[abc]+d*", []),
]


@pytest.mark.parametrize(("pattern", "expected"), NEEDS)
def test_a_pattern_knows_which_words_it_needs(pattern: str, expected: list[set[str]]) -> None:
    assert [set(words) for words in needs(pattern)] == expected


def test_an_index_leaves_out_no_pattern_that_would_be_found() -> None:
    index = Index(["upload(?:ed|s)", "sftp", "已.{0,9}上传", "x"])
    assert set(index.candidates(grams_of("we uploaded it"))) >= {0, 3}
    assert set(index.candidates(grams_of("已经把日志上传"))) >= {2, 3}
    assert 1 not in index.candidates(grams_of("we uploaded it"))
