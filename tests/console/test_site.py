"""The pages as an application: who may see and order what, and what every answer carries."""

from datetime import timedelta
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from mailbot.console.site import is_local, site
from mailbot.console.visit import LANG_COOKIE
from mailbot.desk.case.draft import DraftState
from tests.console.open_desk import PASSWORD, OpenDesk
from tests.console.stories import (
    asked_a_question,
    busy_morning,
    waits_for_the_administrator,
    wants_a_login,
)
from tests.stories.story import COLLEAGUE, ENGINEER, Story

PAGES = (
    "/",
    "/cases",
    "/cases?closed=1",
    "/cases/C-1",
    "/search?q=x",
    "/letters",
    "/figures",
    "/health",
    "/me",
)
ORDERS = (
    "/cases/C-1/take", "/cases/C-1/close", "/cases/C-1/note", "/drafts/C-1/1/approve",
    "/drafts/C-1/1/reject", "/health/pause",
)  # fmt: skip


def visitor(desk: OpenDesk, email: str = "") -> TestClient:
    """A browser without scripts; signed in where an address is given."""
    client = TestClient(site(desk.desk), base_url="http://desk.test", follow_redirects=False)
    if email:
        answer = client.post("/sign-in", data={"email": email, "password": PASSWORD})
        assert answer.status_code == 303
    return client


def token_of(html: str) -> str:
    return html.partition('name="csrf" value="')[2].partition('"')[0]


def field(html: str, name: str) -> str:
    return html.partition(f'name="{name}" value="')[2].partition('"')[0]


@pytest.fixture
def desk(tmp_path: Path) -> OpenDesk:
    return OpenDesk(tmp_path, wants_a_login())


@pytest.mark.parametrize("path", PAGES)
def test_nobody_sees_a_page_without_signing_in(desk: OpenDesk, path: str) -> None:
    answer = visitor(desk).get(path)

    assert answer.status_code == 303
    assert answer.headers["location"] == "/sign-in"


@pytest.mark.parametrize("path", ORDERS)
def test_nobody_gives_an_order_without_signing_in(desk: OpenDesk, path: str) -> None:
    answer = visitor(desk).post(path, data={"csrf": "x"})

    assert answer.headers["location"] == "/sign-in"
    assert desk.story.case.drafts[0].state is DraftState.WAITING


@pytest.mark.parametrize("path", ORDERS)
def test_a_reader_gives_no_order(desk: OpenDesk, path: str) -> None:
    client = visitor(desk, COLLEAGUE)
    token = token_of(client.get("/").text) or token_of(client.get("/cases/C-1").text)

    answer = client.post(path, data={"csrf": token})

    assert answer.status_code == 403
    assert desk.story.case.parties.engineer == ""
    assert not desk.story.engine.state.notes.is_paused()


@pytest.mark.parametrize("path", ORDERS)
def test_a_form_of_another_site_orders_nothing(desk: OpenDesk, path: str) -> None:
    client = visitor(desk, ENGINEER)
    token = token_of(client.get("/cases/C-1").text)

    forged = client.post(path, data={"csrf": "0" * 64})
    elsewhere = client.post(path, data={"csrf": token}, headers={"origin": "https://evil.test"})

    assert forged.status_code == elsewhere.status_code == 403
    assert desk.story.case.parties.engineer == ""
    assert not desk.story.engine.state.notes.is_paused()


@pytest.mark.parametrize("path", [*ORDERS, "/me", "/sign-in", "/sign-out", "/language", "/nowhere"])
@pytest.mark.parametrize(
    "length", [str((2 << 20) + 1), "9" * 5000, "-1", "many", "0" * 40 + "9", ""]
)
def test_no_form_is_read_that_is_too_long(desk: OpenDesk, path: str, length: str) -> None:
    client = visitor(desk, ENGINEER)
    request = client.build_request("POST", path, data={"lang": "en", "csrf": "x"})
    # what the client wrote is taken off first: a length that nobody tells is sent as none
    del request.headers["content-length"]
    if length:
        request.headers["content-length"] = length

    answer = client.send(request)

    assert answer.status_code == 413
    assert "提交的内容太长" in answer.text
    assert LANG_COOKIE not in answer.cookies
    assert client.get("/").status_code == 200


def test_every_page_forbids_what_it_does_not_need(desk: OpenDesk) -> None:
    client = visitor(desk, ENGINEER)

    for path in (*PAGES, "/drafts/C-1/1", "/sign-in", "/nowhere"):
        headers = client.get(path).headers
        assert "default-src 'none'" in headers["content-security-policy"], path
        assert "unsafe-inline" not in headers["content-security-policy"], path
        assert headers["x-content-type-options"] == "nosniff"
    framed = client.get("/drafts/C-1/1/as-seen").headers["content-security-policy"]
    assert framed.startswith("sandbox; default-src 'none'")


def test_a_session_cookie_is_out_of_reach(desk: OpenDesk) -> None:
    answer = visitor(desk).post("/sign-in", data={"email": ENGINEER, "password": PASSWORD})

    cookie = answer.headers["set-cookie"].lower()
    assert "httponly" in cookie
    assert "samesite=strict" in cookie


def test_a_session_ends(desk: OpenDesk) -> None:
    client = visitor(desk, ENGINEER)
    assert client.get("/").status_code == 200

    desk.story.clock.advance(timedelta(hours=13))

    assert client.get("/").status_code == 303


def test_who_signs_out_is_out(desk: OpenDesk) -> None:
    client = visitor(desk, ENGINEER)
    stolen = dict(client.cookies)
    client.post("/sign-out")

    thief = visitor(desk)
    thief.cookies.update(stolen)

    assert thief.get("/").status_code == 303


def test_guessing_is_slowed_down(desk: OpenDesk) -> None:
    client = visitor(desk)
    for _ in range(4):
        client.post("/sign-in", data={"email": ENGINEER, "password": "wrong"})

    right = client.post("/sign-in", data={"email": ENGINEER, "password": PASSWORD})
    desk.story.clock.advance(timedelta(minutes=16))
    later = client.post("/sign-in", data={"email": ENGINEER, "password": PASSWORD})

    assert right.status_code == 403
    assert later.status_code == 303


def test_a_proxy_is_believed_from_its_own_address_only(tmp_path: Path) -> None:
    config = Story.config + '[console]\nsign_on_header = "X-User"\nsign_on_proxy = "10.0.0.9"\n'
    desk = OpenDesk(tmp_path, Story(config=config))
    headers = {"X-User": ENGINEER}
    proxy = TestClient(site(desk.desk), client=("10.0.0.9", 4000), follow_redirects=False)
    other = TestClient(site(desk.desk), client=("10.0.0.8", 4000), follow_redirects=False)

    assert proxy.get("/", headers=headers).status_code == 200
    assert other.get("/", headers=headers).status_code == 303
    assert proxy.get("/", headers={"X-User": "nobody@support.example"}).status_code == 303


@pytest.mark.parametrize("path", ["//evil.test", "/\\evil.test", "https://evil.test", "evil", ""])
def test_no_form_leads_elsewhere(desk: OpenDesk, path: str) -> None:
    assert not is_local(path)
    answer = visitor(desk).post("/language", data={"lang": "en", "back": path})
    assert answer.headers["location"] == "/"
    assert answer.cookies[LANG_COOKIE] == "en"


@pytest.mark.parametrize(
    "path", ["/cases/C-99", "/cases/..%2f..", "/drafts/C-1/99", "/letters/customer/nothing",
             "/cases/C-1/files/0", "/mails/C-1/99/0", "/nowhere"],
)  # fmt: skip
def test_what_is_not_there_says_so(desk: OpenDesk, path: str) -> None:
    answer = visitor(desk, ENGINEER).get(path)

    assert answer.status_code == 404
    assert "没有这一页" in answer.text


def test_the_mail_of_another_case_is_not_given_out(tmp_path: Path) -> None:
    story = wants_a_login()
    story.customer_writes("日志见附件。", subject="别的", threaded="no", sender="a@b.example",
                          file="secret.log")  # fmt: skip
    client = visitor(OpenDesk(tmp_path, story), ENGINEER)

    assert client.get("/mails/C-2/2/0").status_code == 200
    assert client.get("/mails/C-1/2/0").status_code == 404


def test_a_download_runs_nowhere(tmp_path: Path) -> None:
    story = Story()
    story.customer_writes("日志见附件。", file='x"; y.html')
    answer = visitor(OpenDesk(tmp_path, story), ENGINEER).get("/mails/C-1/1/0")

    assert answer.headers["content-type"] == "application/octet-stream"
    assert answer.headers["content-disposition"].startswith("attachment; filename*=UTF-8''")
    assert answer.headers["content-security-policy"].startswith("sandbox")
    assert answer.content == b"x" * 2048


def test_a_yes_lets_the_letter_leave_after_the_time_to_undo_it(desk: OpenDesk) -> None:
    client = visitor(desk, ENGINEER)
    html = client.get("/drafts/C-1/1").text
    answer = client.post("/drafts/C-1/1/approve", data=form_of(html))
    assert answer.status_code == 303

    desk.story.run()
    assert "upload_instructions" not in desk.story.sent
    desk.story.clock.advance(timedelta(seconds=11))
    desk.story.run()
    assert desk.story.sent == ["upload_instructions"]


def test_a_yes_is_taken_back(desk: OpenDesk) -> None:
    client = visitor(desk, ENGINEER)
    html = client.get("/drafts/C-1/1").text
    client.post("/drafts/C-1/1/approve", data=form_of(html))
    assert "撤回" in client.get("/").text

    client.post("/drafts/C-1/1/take_back", data={"csrf": token_of(html)})
    desk.story.clock.advance(timedelta(minutes=5))
    desk.story.run()

    assert desk.story.sent == []
    assert desk.story.case.drafts[0].state is DraftState.WAITING


def test_what_has_left_is_not_taken_back(desk: OpenDesk) -> None:
    client = visitor(desk, ENGINEER)
    html = client.get("/drafts/C-1/1").text
    client.post("/drafts/C-1/1/approve", data=form_of(html))
    desk.story.clock.advance(timedelta(seconds=11))
    desk.story.run()

    answer = client.post("/drafts/C-1/1/take_back", data={"csrf": token_of(html)})

    assert answer.status_code == 404
    assert desk.story.sent == ["upload_instructions"]


def test_two_browsers_and_the_terminal_send_a_letter_once(desk: OpenDesk) -> None:
    one, other = visitor(desk, ENGINEER), visitor(desk, "lead@support.example")
    forms = [form_of(client.get("/drafts/C-1/1").text) for client in (one, other)]

    answers = [
        client.post("/drafts/C-1/1/approve", data=form)
        for client, form in zip((one, other), forms, strict=True)
    ]
    desk.story.clock.advance(timedelta(seconds=11))
    desk.story.run()
    desk.story.run()

    assert sorted(answer.status_code for answer in answers) == [303, 409]
    assert desk.story.sent == ["upload_instructions"]


def test_a_yes_to_a_text_that_has_changed_is_refused(desk: OpenDesk) -> None:
    client = visitor(desk, ENGINEER)
    seen = form_of(client.get("/drafts/C-1/1").text)
    text = desk.story.last.text + "\n又及：请尽快。\n"
    desk.story.order.edit("C-1/1", "lead@support.example", text)

    answer = client.post("/drafts/C-1/1/approve", data=seen)

    assert answer.status_code == 409
    assert desk.story.case.drafts[0].state is DraftState.WAITING


def test_a_yes_is_refused_where_the_customer_wrote_since_and_the_text_is_kept(
    tmp_path: Path,
) -> None:
    desk = OpenDesk(tmp_path, asked_a_question())
    client = visitor(desk, ENGINEER)
    number = draft_of(desk.story, "answer").rpartition("/")[2]
    seen = form_of(client.get(f"/drafts/C-1/{number}").text)
    desk.story.customer_writes("补充：驱动版本是 5.3。")

    answer = client.post(
        f"/drafts/C-1/{number}/edit", data={**seen, "text": "我的回答在这里。", "approve": "1"}
    )

    assert answer.status_code in (404, 409)
    if answer.status_code == 409:
        assert "我的回答在这里。" in answer.text
    assert "answer" not in desk.story.sent


def test_an_edited_answer_leaves_as_it_was_written(tmp_path: Path) -> None:
    desk = OpenDesk(tmp_path, asked_a_question())
    client = visitor(desk, ENGINEER)
    number = draft_of(desk.story, "answer").rpartition("/")[2]
    html = client.get(f"/drafts/C-1/{number}").text

    client.post(
        f"/drafts/C-1/{number}/edit",
        data={**form_of(html), "text": "周先生，您好！\n\n不建议直接替换。", "approve": "1"},
    )
    desk.story.clock.advance(timedelta(seconds=11))
    desk.story.run()

    assert desk.story.sent[-1] == "answer"
    assert "不建议直接替换。" in desk.story.last.text


def test_an_order_stands_in_the_journal_under_its_name(desk: OpenDesk) -> None:
    client = visitor(desk, ENGINEER)
    token = token_of(client.get("/cases/C-1").text)
    for order, more in (
        ("take", {}), ("note", {"word": "客户脾气急"}), ("watch", {"days": "3"}),
        ("wait", {"until": "2026-03-20"}), ("hold", {}), ("lift", {}), ("hand_over", {}),
        ("told", {"word": "电话"}), ("close", {}), ("reopen", {}),
    ):  # fmt: skip
        answer = client.post(f"/cases/C-1/{order}", data={"csrf": token, **more})
        assert answer.status_code == 303, order

    entries = desk.story.engine.state.cases.journal("C-1")
    told = "\n".join(str(reason) for one in entries for reason in one.because)
    assert told.count(ENGINEER) >= 10
    assert f"{ENGINEER} noted: 客户脾气急" in told
    assert not any("脾气" in one.text for one in desk.story.letters)


@pytest.mark.parametrize(
    ("order", "more", "zh", "en"),
    [
        ("watch", {"days": "x"}, "请写明天数：1 到 365", "say for how many days: 1 to 365"),
        ("watch", {"days": "0"}, "请写明天数", "say for how many days"),
        ("wait", {"until": "soon"}, "请写明到哪一天：年、月、日", "say until which day"),
        ("wait", {"until": "2020-01-01"}, "2020年1月1日已过，请选择以后的日期",
         "1 January 2020 is over: name a day to come"),
        ("note", {"word": " "}, "备注是空的", "the note is empty"),
        ("join", {"other": "C-77"}, "没有案例 C-77", "there is no case C-77"),
        ("join", {"other": "C-1"}, "C-1 本来就是同一个案例", "C-1 is one case already"),
        ("split", {}, "请选择要从 C-1 移出的邮件", "choose the mails of C-1"),
        ("split", {"mail": "99"}, "C-1 中没有编号为 99 的邮件", "C-1 has no mail 99"),
        ("split", {"mail": "1"}, "如需合二为一，请使用合并", "nothing would be left of C-1"),
        ("undo", {}, "没有可以撤销的操作", "there is nothing to undo"),
        ("reopen", {}, "C-1 并未关闭", "C-1 is not closed"),
        ("correct", {"intent": "nope"}, "没有 nope 这个名称", "there is no nope"),
        ("correct", {"mail": "99"}, "C-1 中没有编号为 99 的邮件", "C-1 has no mail 99"),
    ],
)  # fmt: skip
def test_an_order_that_can_t_be_done_says_why_in_the_reader_s_language(
    desk: OpenDesk, order: str, more: dict[str, str], zh: str, en: str
) -> None:
    client = visitor(desk, ENGINEER)
    token = token_of(client.get("/cases/C-1").text)

    answer = client.post(f"/cases/C-1/{order}", data={"csrf": token, **more})
    client.cookies.set(LANG_COOKIE, "en")
    english = client.post(f"/cases/C-1/{order}", data={"csrf": token, **more})

    assert answer.status_code == english.status_code == 409
    assert "没有做成" in answer.text
    assert zh in answer.text
    assert en in english.text
    assert "mailbot " not in answer.text + english.text


def test_an_edit_that_can_t_be_taken_says_why_and_keeps_the_words(desk: OpenDesk) -> None:
    client = visitor(desk, ENGINEER)
    seen = form_of(client.get("/drafts/C-1/1").text)

    answer = client.post("/drafts/C-1/1/edit", data={**seen, "text": "密码另行告知。"})

    assert answer.status_code == 409
    assert "中的密码行不见了，请放回" in answer.text
    assert "密码另行告知。" in answer.text


def test_a_correction_is_kept_as_a_lesson(tmp_path: Path) -> None:
    story = Story()
    story.customer_writes("你们那边上次说的那个事情怎么样")
    client = visitor(OpenDesk(tmp_path, story), ENGINEER)
    token = token_of(client.get("/cases/C-1").text)

    client.post("/cases/C-1/correct", data={"csrf": token, "mail": "1", "intent": "question"})

    assert [one.intents for one in story.engine.state.corrections.all()] == [("question",)]
    assert draft_of(story, "answer")


def test_a_busy_morning_is_sorted(tmp_path: Path) -> None:
    html = visitor(OpenDesk(tmp_path, busy_morning()), ENGINEER).get("/").text

    places = [html.index(f'id="s-{name}"') for name in ("my_yes", "person", "leaves", "we_owe")]
    assert places == sorted(places)
    assert html.count("上次") >= 1


def test_a_user_says_who_stands_in_and_in_which_language(desk: OpenDesk) -> None:
    client = visitor(desk, ENGINEER)
    token = token_of(client.get("/me").text)
    form = {"csrf": token, "name": "林工", "lang": "en", "away_until": "2026-03-20"}

    wrong = client.post("/me", data={**form, "stand_in": COLLEAGUE})
    right = client.post("/me", data={**form, "stand_in": "lead@support.example"})

    assert wrong.status_code == 409
    assert right.status_code == 303
    user = desk.story.engine.state.users.find(ENGINEER)
    assert user is not None
    assert user.name == "林工"
    assert desk.story.engine.state.presences.of(ENGINEER).stand_in == "lead@support.example"
    assert "Saved." in client.get("/me").text


def test_a_letter_is_shown_as_it_reads_for_a_real_case(desk: OpenDesk) -> None:
    shown = visitor(desk, ENGINEER).get("/letters/customer/case_opened").text

    assert "您反馈的问题已经受理" in shown
    assert 'href="/cases/C-1"' in shown


def draft_of(story: Story, letter: str) -> str:
    """The id of the draft with that letter."""
    return next(
        draft.id for case in story.cases for draft in case.drafts if letter in draft.letters
    )


def form_of(html: str) -> dict[str, str]:
    return {name: field(html, name) for name in ("csrf", "digest", "heard", "next")}


@pytest.mark.parametrize("path", ["/", "/cases/C-1"])
def test_a_case_that_waits_for_the_administrator_says_so(tmp_path: Path, path: str) -> None:
    desk = OpenDesk(tmp_path, waits_for_the_administrator())

    assert "3月2日 10:00起等待管理员开通账号" in visitor(desk, ENGINEER).get(path).text
