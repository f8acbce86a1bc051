"""Drafts lie in the mailbox's Drafts folder too: sent, changed or taken away there, it counts."""

from dataclasses import dataclass, field
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path

import pytest

from mailbot.channels.folder_drafts import FolderDrafts
from mailbot.desk.case.draft import Draft
from tests.stories.story import CUSTOMER, DESK, ENGINEER, Story
from tests.stories.test_approved_by_mail import asked, waiting, wants_login


@dataclass
class Writer:
    """An engineer at a mail program that shows the desk's own mailbox."""

    folder: Path
    story: Story = field(default_factory=lambda: receipt_waits())

    def __post_init__(self) -> None:
        self.story.channel.drafts = FolderDrafts(self.folder)
        self.look()

    def look(self) -> None:
        self.story.engine.sweep()
        self.story.run()

    @property
    def files(self) -> list[Path]:
        return sorted(self.folder.glob("*.eml"))

    @property
    def mail(self) -> EmailMessage:
        (one,) = self.files
        found = message_from_bytes(one.read_bytes(), policy=policy.default)
        assert isinstance(found, EmailMessage)
        return found

    @property
    def text(self) -> str:
        body = self.mail.get_body(("plain",))
        assert body is not None
        return str(body.get_content()).replace("\r\n", "\n")

    def change(self, was: str, becomes: str) -> None:
        """Change the words of the one draft; the program gives it another id and file."""
        mail, text = self.mail, self.text
        assert was in text
        self.files[0].unlink()
        del mail["Message-ID"]
        mail["Message-ID"] = "<written-anew@thunderbird.example>"
        mail.set_content(text.replace(was, becomes))
        (self.folder / "000009.eml").write_bytes(mail.as_bytes())

    def send(self, *, text: str = "", **how: str) -> None:
        """Send what lies there: it goes to Sent, and the folder is empty."""
        how.setdefault("id", str(self.mail["Message-ID"]).strip("<>"))
        how.setdefault("subject", str(self.mail["Subject"]))
        how.setdefault("references", str(self.mail["References"]))
        to, text = str(self.mail["To"] or CUSTOMER), text or self.text
        self.files[0].unlink()
        self.story.engineer_writes(text, sender=DESK, to=to, cc="", **how)

    @property
    def drafts(self) -> list[Draft]:
        return [one for one in self.story.case.drafts if one.audience.value == "customer"]


def receipt_waits() -> Story:
    """A case of Lin's in which a customer's question waits for an answer that Lin has begun."""
    story = asked()
    (draft,) = waiting(story)
    written = story.engine.state.draft_texts.written(draft)
    assert written is not None
    text = written.text.replace(
        "【请工程师填写】",
        "原因是网卡驱动的版本过旧，在高负载时访问了已释放的内存。\n"
        "请从厂商网站下载 2.1 版驱动并安装。",
    )
    story.order.edit(draft, ENGINEER, text)
    return story


@pytest.fixture
def writer(tmp_path: Path) -> Writer:
    return Writer(tmp_path)


def test_a_waiting_draft_lies_there_as_it_would_leave(writer: Writer) -> None:
    written = writer.story.engine.state.draft_texts.written(writer.drafts[0].id)
    assert written is not None
    assert writer.mail["To"] == CUSTOMER
    assert writer.mail["Subject"] == written.subject
    assert writer.text == written.text


def test_looking_again_changes_nothing(writer: Writer) -> None:
    before = writer.files[0].read_bytes()
    writer.look()
    assert [one.read_bytes() for one in writer.files] == [before]


def test_one_with_a_password_holds_a_seal_and_no_address(tmp_path: Path) -> None:
    writer = Writer(tmp_path, wants_login())
    assert writer.mail["To"] is None
    assert "[sealed:" in writer.text


def test_with_a_yes_it_lies_there_no_more(writer: Writer) -> None:
    writer.story.order.approve(writer.drafts[0].id, ENGINEER)
    writer.look()
    assert writer.files == []
    assert writer.story.last.mode == "sent"


def test_rejected_it_lies_there_no_more(writer: Writer) -> None:
    writer.story.order.reject(writer.drafts[0].id, ENGINEER)
    writer.look()
    assert writer.files == []


def test_changed_here_it_is_renewed_there(writer: Writer) -> None:
    draft = writer.drafts[0]
    writer.story.order.edit(draft.id, ENGINEER, writer.text.replace("2.1", "2.2"))
    writer.look()
    assert "2.2 版驱动" in writer.text


def test_changed_there_it_is_the_edited_draft(writer: Writer) -> None:
    writer.change("2.1", "3.0")
    writer.look()
    written = writer.story.engine.state.draft_texts.written(writer.drafts[0].id)
    assert written is not None
    assert "3.0 版驱动" in written.text
    assert writer.drafts[0].edited
    assert len(writer.files) == 1
    writer.story.order.approve(writer.drafts[0].id, ENGINEER)
    writer.look()
    assert "3.0 版驱动" in writer.story.last.text
    assert writer.files == []


def test_a_gap_filled_there_is_filled(tmp_path: Path) -> None:
    writer = Writer(tmp_path, asked())
    assert "【请工程师填写】" in writer.text
    writer.change("【请工程师填写】", "请先升级网卡驱动。")
    writer.look()
    assert not writer.drafts[0].gap


def test_changed_in_both_places_nothing_is_lost(writer: Writer) -> None:
    writer.change("2.1", "3.0")
    draft = writer.drafts[0]
    written = writer.story.engine.state.draft_texts.written(draft.id)
    assert written is not None
    writer.story.order.edit(draft.id, ENGINEER, written.text.replace("2.1", "2.2"))
    writer.look()
    texts = [one.read_bytes() for one in writer.files]
    assert len(texts) == 2
    after = writer.story.engine.state.draft_texts.written(draft.id)
    assert after is not None
    assert "2.2 版驱动" in after.text


def sent_once(writer: Writer) -> bool:
    """Whether the desk itself sent nothing of what was sent by hand."""
    mails = [one for one in writer.story.channel.sent if CUSTOMER in one.recipients]
    return not any("驱动" in one.raw.decode("utf-8", "replace") for one in mails)


def test_sent_from_there_it_has_left_and_is_not_sent_again(writer: Writer) -> None:
    writer.send()
    assert writer.story.last.mode == "sent"
    assert writer.drafts == []
    assert writer.story.status == "waiting"
    assert "was sent from the mail program" in journal(writer)
    writer.story.days_pass(2)
    assert sent_once(writer)


@pytest.mark.parametrize(
    "how",
    [
        {"id": "new@outlook.example"},
        {"id": "new@outlook.example", "references": "<m1@partner.example>"},
        {"id": "new@outlook.example", "references": "", "subject": "Re: 服务器蓝屏"},
    ],
    ids=["another id", "another id and thread", "its text alone"],
)
def test_sent_under_another_id_it_is_known_by_what_it_refers_to_or_says(
    writer: Writer, how: dict[str, str]
) -> None:
    writer.send(text="", **how)
    assert writer.story.last.mode == "sent"
    assert writer.drafts == []
    assert sent_once(writer)


def test_sent_with_changes_the_changes_are_recorded(writer: Writer) -> None:
    draft = writer.drafts[0].id
    writer.send(text=writer.text.replace("2.1 版驱动", "3.0 版驱动"))
    state = writer.story.engine.state
    written = state.draft_texts.written(draft)
    assert written is not None
    assert "3.0 版驱动" in written.text
    assert "2.1 版驱动" in state.draft_texts.first_text(
        draft
    ) or "【" in state.draft_texts.first_text(draft)
    assert "with changes" in journal(writer)


def test_approved_and_sent_by_hand_at_once_it_leaves_once(writer: Writer) -> None:
    draft = writer.drafts[0].id
    writer.story.order.approve(draft, ENGINEER)
    writer.send()
    assert sent_once(writer)
    assert writer.drafts == []


def test_gone_from_there_is_asked_after_ten_minutes_once(writer: Writer) -> None:
    writer.files[0].unlink()
    writer.look()
    before = len(writer.story.to_staff)
    writer.story.hours_pass(0.1)
    writer.look()
    assert len(writer.story.to_staff) == before
    writer.story.hours_pass(0.1)
    writer.look()
    assert "is gone from the Drafts folder" in writer.story.to_staff[-1].text
    writer.story.hours_pass(0.2)
    writer.look()
    assert len(writer.story.to_staff) == before + 1
    assert writer.files == []
    assert "withdrawn" in writer.story.engineer_answers("no", writer.story.notice).text


def test_back_within_ten_minutes_nobody_is_asked(writer: Writer) -> None:
    raw = writer.files[0].read_bytes()
    before = len(writer.story.to_staff)
    writer.files[0].unlink()
    writer.look()
    writer.story.hours_pass(0.1)
    (writer.folder / "000005.eml").write_bytes(raw)
    writer.look()
    writer.story.hours_pass(0.3)
    writer.look()
    assert len(writer.story.to_staff) == before


def test_a_password_sent_by_hand_is_a_seal_and_is_told(tmp_path: Path) -> None:
    writer = Writer(tmp_path, wants_login())
    writer.send()
    assert "approve it here" in writer.story.to_staff[-1].text
    assert len(writer.drafts) == 1


def test_others_drafts_are_nobodys_business(writer: Writer) -> None:
    other = b"From: lin@support.example\r\nMessage-ID: <own@x>\r\n\r\nto be written\r\n"
    (writer.folder / "000007.eml").write_bytes(other)
    writer.story.order.approve(writer.drafts[0].id, ENGINEER)
    writer.look()
    assert [one.read_bytes() for one in writer.files] == [other]


def journal(writer: Writer) -> str:
    entries = writer.story.engine.state.cases.journal("C-1")
    return "\n".join(str(one) for entry in entries for one in entry.because)
