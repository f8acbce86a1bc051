"""One mail's or one case's fault holds up no other."""

import re
from datetime import timedelta

import pytest

from mailbot.bot.happenings import Failed, Quarantined
from mailbot.mail.message import Message
from mailbot.store.cases import SqliteCases
from tests.stories.story import CUSTOMER, Story


def test_a_fault_of_ours_on_one_mail_holds_up_no_other(monkeypatch: pytest.MonkeyPatch) -> None:
    story = Story()
    told = story.engine.mailroom.intake.__class__.reading

    def breaks(intake: object, sheaf: object, filing: object) -> object:
        message: Message = sheaf.message  # type: ignore[attr-defined]
        if "poison" in message.subject:
            raise ZeroDivisionError("the words of a mail")
        return told(intake, sheaf, filing)  # type: ignore[arg-type]

    monkeypatch.setattr(story.engine.mailroom.intake.__class__, "reading", breaks)
    story.customer_writes("服务器蓝屏，请协助。", subject="poison", threaded="no")
    story.customer_writes("打印机无法打印，请协助。", subject="打印机故障", threaded="no")
    story.run()

    failed = [one for one in story.happened if isinstance(one, Failed)]
    assert failed
    assert all("words" not in f"{one.error}{one.place}" for one in failed)
    assert len(story.cases) == 1
    assert [one.file for one in story.happened if isinstance(one, Quarantined)] == ["01.eml"]
    (kept,) = story.engine.state.verdicts.quarantined()
    assert kept.name == "01.eml"
    assert re.fullmatch(r"a fault of ours: ZeroDivisionError at mailroom\.py:\d+", kept.because)


def test_a_released_mail_is_read_once_more(monkeypatch: pytest.MonkeyPatch) -> None:
    story = Story()
    with monkeypatch.context() as broken:
        broken.setattr(story.engine.mailroom.intake.__class__, "reading", lambda *_: 1 / 0)
        story.customer_writes("服务器蓝屏，请协助。")
        story.run()
        story.run()
    (kept,) = story.engine.state.verdicts.quarantined()

    story.engine.state.verdicts.release(kept.id)
    story.run()

    assert len(story.cases) == 1


def test_one_cases_fault_leaves_the_others_alarms(monkeypatch: pytest.MonkeyPatch) -> None:
    story = Story()
    for number, sender in enumerate(("a@one.example", CUSTOMER)):
        story.customer_writes(
            "服务器蓝屏，请协助。", sender=sender, subject=f"机器{number}坏了", threaded="no",
            id=f"q{number}@x.example",
        )  # fmt: skip
        story.engineer_writes(
            "请收集并上传最新的系统日志。", to=sender, subject=f"Re: 机器{number}坏了"
        )
    first = story.cases[0].id
    record = SqliteCases.record

    def breaks(state: object, case: object, *rest: object) -> None:
        if case.id == first:  # type: ignore[attr-defined]
            raise ZeroDivisionError
        record(state, case, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(SqliteCases, "record", breaks)
    story.clock.advance(timedelta(days=20))
    story.engine.state.mails.mark_read_to_end("past", story.now)
    story.engine.ring()

    assert story.engine.state.cases.load(story.cases[1].id).clocks.not_before is not None
