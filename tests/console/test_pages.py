"""The pages in a real browser: each task with keys alone, at every size, in both languages."""

from dataclasses import replace
from urllib.parse import quote

import pytest
from axe_core_python.sync_playwright import Axe  # type: ignore[import-untyped]
from playwright.sync_api import Browser, expect

from mailbot.desk.case.draft import DraftState
from mailbot.letters import filled
from tests.console.browser import go, press, signed_in
from tests.console.conftest import OpenStory
from tests.console.open_desk import OpenDesk
from tests.console.stories import asked_a_question, busy_morning, wants_a_login
from tests.patience import PATIENCE
from tests.stories.story import COLLEAGUE, ENGINEER, Story

pytestmark = pytest.mark.servers

PAGES = ("/", "/cases", "/cases/C-1", "/search?q=蓝屏", "/letters", "/letters/customer/answer",
         "/figures", "/health", "/me")  # fmt: skip
# a page that fails says so soon; a loaded machine may still be slow
expect.set_options(timeout=PATIENCE * 100)


def leaves(desk: OpenDesk) -> None:
    """The time to undo is over, and the bot delivers."""
    desk.story.clock.advance(desk.desk.undo * 2)
    desk.story.run()


def test_two_keys_lead_from_today_to_approved(chrome: Browser, opened: OpenStory) -> None:
    desk = opened(wants_a_login())
    page = signed_in(chrome, desk)

    press(page, "j")
    press(page, "Enter")
    page.wait_for_url("**/drafts/C-1/1")
    press(page, "a")
    expect(page.locator(".said.good")).to_contain_text("10 秒后发出")

    leaves(desk)
    assert desk.story.sent == ["upload_instructions"]


def test_a_yes_is_taken_back_with_a_key(chrome: Browser, opened: OpenStory) -> None:
    desk = opened(wants_a_login())
    page = signed_in(chrome, desk, lang="en-GB")
    go(page, desk, "/drafts/C-1/1")

    press(page, "a")
    expect(page.locator(".said.good")).to_contain_text("leaves in 10 seconds")
    press(page, "z")
    expect(page.locator(".said.good")).to_contain_text("it has not left")

    leaves(desk)
    assert desk.story.sent == []
    assert desk.story.case.drafts[0].state is DraftState.WAITING


def test_a_draft_is_rejected_with_a_word(chrome: Browser, opened: OpenStory) -> None:
    desk = opened(wants_a_login())
    page = signed_in(chrome, desk)
    go(page, desk, "/drafts/C-1/1")

    press(page, "r")
    page.keyboard.type("账号已经电话告知")
    press(page, "Enter")
    expect(page.locator(".said.good")).to_contain_text("不发了")

    assert desk.story.case.drafts == ()


def test_a_question_is_answered_with_a_prepared_answer(chrome: Browser, opened: OpenStory) -> None:
    desk = opened(asked_a_question())
    page = signed_in(chrome, desk)
    press(page, "j")
    press(page, "Enter")
    page.wait_for_url("**/drafts/**")

    press(page, "1")
    expect(page.locator("#text")).not_to_have_value("")
    text = page.locator("#text").input_value()
    assert "【请工程师填写】" not in text
    press(page, "e")
    press(page, "Control+Home")
    page.keyboard.type("周先生：")
    page.get_by_role("button", name="保存并发出").press("Enter")
    expect(page.locator(".said.good")).to_contain_text("秒后发出")

    leaves(desk)
    assert desk.story.sent[-1] == "answer"
    assert desk.story.last.text.startswith("周先生：")


def test_what_a_customer_writes_appears_by_itself(chrome: Browser, opened: OpenStory) -> None:
    desk = opened(asked_a_question())
    page = signed_in(chrome, desk)
    go(page, desk, "/cases/C-1")

    desk.story.customer_writes("补充一下：驱动版本是 5.3。")

    expect(page.locator("article.mail", has_text="驱动版本是 5.3")).to_be_visible()


def test_who_is_writing_keeps_their_words(chrome: Browser, opened: OpenStory) -> None:
    desk = opened(asked_a_question())
    page = signed_in(chrome, desk)
    press(page, "j")
    press(page, "Enter")
    page.wait_for_url("**/drafts/**")
    page.locator("#text").fill("我写到一半")

    desk.story.customer_writes("补充一下：驱动版本是 5.3。")

    expect(page.locator("#news")).to_be_visible()
    expect(page.locator("#text")).to_have_value("我写到一半")


def test_a_mail_that_was_misread_is_corrected_in_place(chrome: Browser, opened: OpenStory) -> None:
    story = Story()
    story.customer_writes("你们那边上次说的那个事情怎么样")
    desk = opened(story)
    page = signed_in(chrome, desk)
    go(page, desk, "/cases/C-1")

    page.get_by_text("改正").first.click()
    page.get_by_label("提出问题").check()
    page.get_by_role("button", name="确定").first.click()
    expect(page.locator(".said.good").first).to_contain_text("改正已记下")

    assert [one.intents for one in story.engine.state.corrections.all()] == [("question",)]


def test_a_case_is_found_by_two_characters_as_one_types(chrome: Browser, opened: OpenStory) -> None:
    desk = opened(busy_morning())
    page = signed_in(chrome, desk)

    press(page, "/")
    page.keyboard.type("蓝屏")
    press(page, "Enter")
    expect(page.locator("#results")).to_contain_text("C-1")
    page.locator("#search [name=q]").fill("print")
    expect(page.locator("#results")).to_contain_text("print server")


def test_a_reminder_is_held_from_today(chrome: Browser, opened: OpenStory) -> None:
    story = Story()
    story.customer_writes("服务器昨天蓝屏了两次，请协助分析。")
    story.engineer_writes("请收集并上传最新的full dump文件，谢谢。")
    story.until("2026-03-09T09:00:00")
    desk = opened(story)
    page = signed_in(chrome, desk)

    press(page, "j")
    press(page, "h")
    expect(page.locator(".said.good")).to_contain_text("已暂停自动发信")

    assert story.case.holds.hold == ENGINEER


def test_help_names_the_keys_and_g_leads_home(chrome: Browser, opened: OpenStory) -> None:
    desk = opened(wants_a_login())
    page = signed_in(chrome, desk, lang="en-GB")
    go(page, desk, "/health")

    press(page, "?")
    expect(page.get_by_role("dialog")).to_be_visible()
    press(page, "Escape")
    press(page, "g")
    press(page, "t")
    page.wait_for_url(f"{desk.address}/")


def test_a_reader_sees_all_and_is_offered_no_order(chrome: Browser, opened: OpenStory) -> None:
    desk = opened(wants_a_login())
    page = signed_in(chrome, desk, email=COLLEAGUE)
    for path in ("/cases/C-1", "/drafts/C-1/1", "/health"):
        go(page, desk, path)
        assert page.locator("main form[method=post]").count() == 0


def test_every_task_works_without_scripts(chrome: Browser, opened: OpenStory) -> None:
    desk = opened(wants_a_login())
    cookies = signed_in(chrome, desk).context.cookies()
    context = chrome.new_context(java_script_enabled=False)
    context.add_cookies(cookies)  # type: ignore[arg-type]
    page = context.new_page()
    go(page, desk, "/")
    page.locator("ol.rows .lead a").first.click()
    page.locator("button.main").first.click()
    page.wait_for_selector(".said.good")

    leaves(desk)
    assert desk.story.sent == ["upload_instructions"]


@pytest.mark.parametrize(("lang", "dark"), [("zh-CN", True), ("en-GB", False)])
def test_nobody_is_left_out(chrome: Browser, opened: OpenStory, lang: str, dark: bool) -> None:
    """axe-core finds nothing on any page (WCAG 2.2 AA and good practice)."""
    desk = opened(busy_morning())
    page = signed_in(chrome, desk, lang=lang, dark=dark)
    drafts = [f"/drafts/{draft.id}" for case in desk.story.cases for draft in case.drafts]

    for path in (*PAGES, *drafts, "/nowhere"):
        go(page, desk, path)
        assert not named(Axe().run(page)), path
    page.context.clear_cookies()
    go(page, desk, "/sign-in")
    assert not named(Axe().run(page))


def named(result: dict[str, list[dict[str, object]]]) -> list[object]:
    return [(one["id"], one["nodes"]) for one in result["violations"]]


@pytest.mark.parametrize("width", [320, 800, 1440])
def test_no_page_is_wider_than_its_window(chrome: Browser, opened: OpenStory, width: int) -> None:
    desk = opened(busy_morning())
    page = signed_in(chrome, desk, width=width)
    drafts = [f"/drafts/{draft.id}" for case in desk.story.cases for draft in case.drafts]

    for path in (*PAGES, *drafts):
        go(page, desk, path)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, path


# what is wider than the place it has there; a field may hold more than it shows
CUT_OFF = """() => [...document.querySelectorAll("body *:not(.visually-hidden, input, textarea)")]
    .filter(one => /hidden|clip/.test(getComputedStyle(one).overflowX))
    .filter(one => one.scrollWidth > one.clientWidth + 1 && one.clientWidth > 0)
    .map(one => one.outerHTML.slice(0, 200))"""


@pytest.mark.parametrize("width", [640, 1280])
@pytest.mark.parametrize("lang", ["zh-CN", "en-GB"])
def test_text_twice_as_large_is_all_there(
    chrome: Browser, opened: OpenStory, width: int, lang: str
) -> None:
    desk = opened(busy_morning())
    page = signed_in(chrome, desk, width=width, lang=lang)
    drafts = [f"/drafts/{draft.id}" for case in desk.story.cases for draft in case.drafts]

    for path in (*PAGES, *drafts, "/nowhere", "/sign-in"):
        go(page, desk, path)
        page.evaluate("document.documentElement.style.fontSize = '200%'")
        for closed in page.locator("details").all():
            closed.evaluate("one => { one.open = true }")
        assert page.evaluate("document.documentElement.scrollWidth") <= width, path
        assert page.evaluate(CUT_OFF) == [], path


HOSTILE = (
    "<script>window.hit=1</script>", "<img src=x onerror=window.hit=1>",
    "<svg onload=window.hit=1>", '"><script>window.hit=1</script>', "'-window.hit=1-'",
    "javascript:window.hit=1", "<iframe srcdoc='<script>top.hit=1</script>'>",
    "<a href=javascript:window.hit=1>x</a>", "{{7*7}}{% raw %}",
    "</textarea><script>hit=1</script>",
    "<style>*{display:none}</style>", "<math><mtext></table><img src=x onerror=hit=1>",
    "\u202egnp.exe\u202c", "<base href=//evil.test>", "<form action=//evil.test><button>x",
    "<meta http-equiv=refresh content='0;url=//evil.test'>", "</title><script>hit=1</script>",
    "<body onload=hit=1>", "<details open ontoggle=hit=1>", "' onfocus=hit=1 autofocus x='",
    '" onmouseover=hit=1 style=position:fixed;inset:0 x="', "<input autofocus onfocus=hit=1>",
    "<video><source onerror=hit=1></video>", "<object data=//evil.test/x></object>",
    "<link rel=stylesheet href=//evil.test/x.css>", "&lt;script&gt;hit=1&lt;/script&gt;",
    "&#60;img src=x onerror=hit=1&#62;", "\uff1cscript\uff1ehit=1\uff1c/script\uff1e",
    "<scr<script>ipt>hit=1</scr</script>ipt>", "--><script>hit=1</script><!--",
    "]]><script>hit=1</script>", "${7*7}#{7*7}<%= 7*7 %>{{''.__class__.__mro__}}",
)  # fmt: skip
FIELDS = (
    "name", "subject", "text", "quote", "end user", "file", "promise", "rejected", "told",
    "noted", "edited", "user", "search",
)  # fmt: skip


def hostile_case(story: Story, number: int, attack: str) -> None:
    """A case in which everything that people can write is this attack."""
    name = f'"name:{attack.translate(QUOTED)}"'
    mail = {
        "sender": f"a{number}@evil{number}.example", "name": name, "subject": f"subject:{attack}",
        "threaded": "no",
    }  # fmt: skip
    story.customer_writes(
        f"服务器蓝屏了。text:{attack}\n最终用户：end user:{attack}\n请问怎么办？\n> quote:{attack}",
        **mail, file=f"file:{attack}".replace("/", "")[:60],
    )  # fmt: skip
    case = story.cases[-1]
    for draft in case.drafts:
        story.order.reject(draft.id, ENGINEER, f"rejected:{attack}")
    story.order.told(case.id, ENGINEER, f"told:{attack}")
    story.order.note(case.id, ENGINEER, f"noted:{attack}")
    first = story.ids[-1]
    story.customer_writes(
        f"dump要到3月20日才能给您 promise:{attack}\n请问能否直接替换驱动文件？",
        **{**mail, "threaded": "yes"}, answers=first,
    )  # fmt: skip
    for draft in story.order.case(case.id).drafts:
        written = story.engine.state.draft_texts.written(draft.id)
        if written is not None and draft.gap:
            story.order.edit(draft.id, ENGINEER, filled(written.text, f"edited:{attack}"))


QUOTED = str.maketrans({'"': '\\"', "\\": "\\\\"})


def test_what_others_write_runs_nowhere_and_loads_nothing(
    chrome: Browser, opened: OpenStory
) -> None:
    """Every attack in every field: of mails, of engineers' orders, of users, of a search."""
    story = Story()
    # two to a case: each stands in every field, and the pages are half as many
    attacks = [f"{one} {other}" for one, other in zip(HOSTILE[::2], HOSTILE[1::2], strict=True)]
    for number, attack in enumerate(attacks):
        hostile_case(story, number, attack)
    desk = opened(story)
    user = story.engine.state.users.find(ENGINEER)
    assert user is not None
    story.engine.state.users.keep(replace(user, name=f"user:{''.join(HOSTILE)}"))
    page = signed_in(chrome, desk)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    drafts = [f"/drafts/{draft.id}" for case in story.cases for draft in case.drafts]
    cases = [f"/cases/{case.id}" for case in story.cases]
    searches = [f"/search?q={quote(f'search:{attack}', safe='')}" for attack in attacks]
    seen = ""

    for path in ("/", "/cases", "/me", *cases, *drafts, *searches):
        go(page, desk, path)
        assert page.evaluate("window.hit === undefined"), path
        assert page.locator("main").is_visible(), path
        seen += page.content()
    of_one_page = ("user",)
    assert [
        one for one in FIELDS if seen.count(f"{one}:") < (one in of_one_page or len(attacks))
    ] == []
    assert "{{7*7}}" in seen
    strangers = [one for one in asked if not one.startswith((desk.address, "data:"))]
    assert strangers == []
