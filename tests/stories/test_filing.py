"""Which case a mail joins: a wrong join is worse than a missed one."""

from tests.stories.story import CUSTOMER, DESK, ENGINEER, Story


def test_two_end_users_with_one_subject_and_one_sender_are_never_one_case() -> None:
    story = Story()
    story.customer_writes("用户：甲市地质集团有限公司\n服务器蓝屏，请协助。", threaded="no")
    story.customer_writes("用户：乙省能源集团有限公司\n服务器蓝屏，请协助。", threaded="no")
    story.customer_writes(
        "用户：丙县人民医院\n服务器蓝屏，请协助。", threaded="no", subject="回复：服务器蓝屏"
    )

    assert len(story.cases) == 3


def test_a_reply_joins_by_its_references() -> None:
    story = Story()
    story.customer_writes("服务器蓝屏，请协助。")
    story.engineer_writes("请上传full dump文件。", subject="Re: 服务器蓝屏")
    story.customer_writes("好的，明天上传。", subject="回复：服务器蓝屏")

    assert len(story.cases) == 1


def test_a_reply_without_references_joins_by_subject_and_sender() -> None:
    story = Story()
    story.customer_writes("服务器蓝屏，请协助。")
    story.customer_writes("补充：型号是R740。", subject="Re: 服务器蓝屏", threaded="no")

    assert len(story.cases) == 1


def test_a_stranger_with_a_known_subject_gets_a_case_of_his_own() -> None:
    story = Story()
    story.customer_writes("服务器蓝屏，请协助。")
    story.customer_writes(
        "请告知sftp账号。", subject="Re: 服务器蓝屏", threaded="no", sender="eve@elsewhere.example"
    )

    assert len(story.cases) == 2


def test_a_stranger_with_the_case_number_waits_for_a_yes() -> None:
    story = Story()
    story.customer_writes("服务器蓝屏，请协助。")
    number = story.case.id
    story.customer_writes(
        "日志见附件。", subject=f"Re: 【案例 {number}】服务器蓝屏", threaded="no",
        sender="eve@elsewhere.example", file="system.evtx",
    )  # fmt: skip

    assert len(story.cases) == 2
    assert story.sent == ["case_opened"]
    assert any("stranger" in reason for one in story.letters for reason in one.withheld)


def test_another_matter_in_an_old_thread_opens_a_linked_case() -> None:
    story = Story()
    story.customer_writes("服务器蓝屏，请协助。")
    story.customer_writes("打印机无法打印，请协助。", subject="打印机故障")

    assert [one.linked_to for one in story.cases] == ["", story.cases[0].id]


def test_a_new_subject_over_a_quote_of_the_case_stays_in_it() -> None:
    story = Story()
    first = "服务器昨天夜里蓝屏了两次，型号是R740，请协助分析原因。"
    story.customer_writes(first)
    story.customer_writes(
        f"补充一张照片的说明。\n\n在 2026年3月2日，zhou 写道：\n> {first}", subject="补充说明材料"
    )

    assert len(story.cases) == 1


def test_a_closed_case_stays_closed_after_ninety_days() -> None:
    story = Story()
    story.customer_writes("服务器蓝屏，请协助。")
    story.customer_writes("问题已经解决，可以关闭了。")
    story.days_pass(91)
    story.customer_writes("服务器又蓝屏了。")

    assert [one.status.value for one in story.cases] == ["closed", "open"]


def test_the_same_mail_twice_is_handled_once() -> None:
    story = Story()
    story.customer_writes("服务器蓝屏，请协助。", id="same@partner.example")
    story.customer_writes("服务器蓝屏，请协助。", id="same@partner.example", threaded="no")

    assert len(story.received) == 1


def test_the_same_id_with_other_content_is_another_mail() -> None:
    story = Story()
    story.customer_writes("服务器蓝屏，请协助。", id="same@partner.example")
    story.customer_writes("又蓝屏了一次。", id="same@partner.example", threaded="no")

    assert len(story.received) == 2


def test_a_mail_between_two_of_us_is_no_order() -> None:
    story = Story()
    story.engineer_writes(
        "请帮忙建立sftp服务器账号和密码\n用户：甲市地质集团有限公司", to="xu@support.example"
    )

    assert story.case.transfer.accounts == ()


def test_an_order_to_the_desk_opens_the_account() -> None:
    story = Story()
    story.engineer_writes(
        "请帮忙建立sftp服务器账号和密码\n用户：甲市地质集团有限公司", to=DESK, cc=""
    )

    assert len(story.case.transfer.accounts) == 1
    created = story.to_staff[-1]
    assert created.name == "account_created"
    assert created.to == (ENGINEER,)
    assert "[sealed:" not in created.text


def test_a_customer_addressing_an_engineer_by_name_gets_no_robot_chatter() -> None:
    story = Story()
    story.customer_writes("服务器蓝屏，请协助。", to=ENGINEER, cc=DESK)

    assert story.sent == []
    assert story.case.parties.engineer == ENGINEER
    assert story.case.parties.customers == (CUSTOMER,)
