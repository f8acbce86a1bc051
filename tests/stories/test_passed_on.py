"""Mail that comes under an address that is not its writer's: forms, groups, what we forward."""

import pytest

from mailbot.desk.people.role import Role
from tests.stories.story import CUSTOMER, DESK, ENGINEER, Story

ADA = "ada@northwind-mills.example"
_FORM = """Name: Ada Brook
Company: Northwind Mills
{label}: ada@northwind-mills.example

Message:
Since the update our licence server refuses to start. What can we do?
"""
_ZH_FORM = """姓名：周敏
邮箱：ada@northwind-mills.example
留言内容：
升级之后授权服务无法启动，请问应该怎么处理？
"""


@pytest.mark.parametrize(
    ("sender", "how"),
    [
        (DESK, {"reply_to": f"Ada Brook <{ADA}>"}),
        (DESK, {}),
        (DESK, {"auto_submitted": "auto-generated", "reply_to": ADA}),
        ("no-reply@formline.example", {"reply_to": f"Ada Brook <{ADA}>"}),
        ("noreply@forms.example", {"reply_to": ADA, "auto_submitted": "auto-generated"}),
        ("notification@wpsite.example", {"reply_to": ADA}),
    ],
)
@pytest.mark.parametrize("text", [_FORM.format(label="E-mail"), _ZH_FORM])
def test_the_visitor_is_the_writer_and_a_draft_to_them_waits(
    sender: str, how: dict[str, str], text: str
) -> None:
    story = Story()
    story.customer_writes(text, sender=sender, subject="Website enquiry", threaded="no", **how)

    assert story.case.parties.customers == (ADA,)
    assert story.last.to == (ADA,)
    assert story.last.mode == "draft"
    assert story.sent == []
    assert story.to_staff


def test_an_address_listed_as_a_form_is_one() -> None:
    config = Story.config.replace("[desk]", '[desk]\nforms = ["web@partner.example"]')
    story = Story(config=config)
    story.customer_writes(_FORM.format(label="E-mail"), sender="web@partner.example", threaded="no")

    assert story.case.parties.customers == (ADA,)


@pytest.mark.parametrize(
    ("sender", "how"),
    [
        ("no-reply@shop.example", {"reply_to": "service@shop.example"}),
        ("no-reply@shop.example", {}),
        ("no-reply@shop.example", {"reply_to": "noreply@elsewhere.example"}),
    ],
)
def test_a_notice_that_names_nobody_opens_nothing(sender: str, how: dict[str, str]) -> None:
    story = Story()
    story.customer_writes("Your order was shipped.", sender=sender, threaded="no", **how)

    assert story.cases == []


def test_a_forms_visitor_cannot_be_one_of_us() -> None:
    story = Story()
    story.customer_writes(
        "请给 evil.example 开通上传账号。", sender="no-reply@formline.example",
        reply_to=ENGINEER, threaded="no",
    )  # fmt: skip

    assert all(one.role is not Role.STAFF for one in (r.mail for r in story.received))
    assert story.sent == []


_FORWARDS = {
    "gmail": "Please take this in.\n\n---------- Forwarded message ---------\n"
    f"From: Ada Brook <{ADA}>\nDate: Mon, 2 Mar 2026 at 09:12\nSubject: Licence server\n"
    "To: Lin <lin@support.example>\n\n{words}\n\nAda Brook\n",
    "outlook": "FYI\n\n-----Original Message-----\n"
    f"From: Ada Brook <{ADA}>\nSent: Monday, March 2, 2026 9:12 AM\n"
    "To: Lin <lin@support.example>\nSubject: Licence server\n\n{words}\n",
    "foxmail": "请建案例。\n\n-----邮件原件-----\n"
    f"发件人: 艾达 <{ADA}>\n发送时间: 2026年3月2日 9:12\n收件人: 林工 <lin@support.example>\n"
    "主题: 授权服务\n\n{words}\n",
    "qq": "------------------ 原始邮件 ------------------\n"
    f'发件人: "艾达" <{ADA}>;\n发送时间: 2026年3月2日(星期一) 上午9:12\n'
    '收件人: "林工" <lin@support.example>;\n主题: 授权服务\n\n{words}\n',
}
_WORDS = {
    "en": "Hello Lin,\n\nour licence server refuses to start since the update. What can we do?",
    "zh": "林工您好，\n\n升级之后授权服务无法启动，请问应该怎么处理？",
}


@pytest.mark.parametrize("words", _WORDS.values(), ids=list(_WORDS))
@pytest.mark.parametrize("form", _FORWARDS.values(), ids=list(_FORWARDS))
@pytest.mark.parametrize("prefix", ["Fwd: ", "转发: "])
def test_what_an_engineer_passes_on_is_its_authors(prefix: str, form: str, words: str) -> None:
    story = Story()
    story.engineer_writes(
        form.format(words=words), to=DESK, cc="", subject=f"{prefix}Licence server", threaded="no"
    )

    assert story.case.parties.customers == (ADA,)
    assert story.case.parties.engineer == ENGINEER
    assert "question" in story.received[-1].mail.said.names
    assert story.last.to == (ADA,)
    assert any("unverified" in reason for reason in story.last.withheld)

    story.customer_writes(
        "Hello Lin,\n\nany news? The error has changed to 413.", sender=ADA,
        subject="Re: Licence server" if "主题" not in form else "Re: 授权服务", threaded="no",
    )  # fmt: skip
    assert len(story.cases) == 1


def test_what_an_engineer_passes_on_to_a_customer_or_the_second_line_stays_theirs() -> None:
    story = Story()
    story.engineer_writes(
        _FORWARDS["gmail"].format(words=_WORDS["en"]), to=CUSTOMER, subject="Fwd: Licence server"
    )

    assert story.received[-1].mail.role is Role.STAFF
    assert ADA not in story.case.parties.customers


def test_an_engineers_reply_that_quotes_a_customer_is_the_engineers() -> None:
    story = Story()
    story.customer_writes("服务器昨天蓝屏了两次，请协助分析。")
    story.engineer_writes(
        f"好的，请先处理。\n\n-----原始邮件-----\n发件人: 周 <{CUSTOMER}>\n发送时间: 2026年3月2日\n"
        "收件人: 支持\n主题: 服务器蓝屏\n\n服务器昨天蓝屏了两次，请协助分析。",
        to=DESK, cc="", subject="Re: 服务器蓝屏",
    )  # fmt: skip

    assert story.received[-1].mail.role is Role.STAFF
