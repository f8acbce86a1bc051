"""The HTML of a letter: what becomes markup, what stays as it was typed, what can't get in."""

import re
from html import unescape

import pytest

from mailbot.letters import to_html


def shown(html: str) -> str:
    """What a reader sees of it, white space folded."""
    return " ".join(unescape(re.sub(r"<[^>]*>", " ", html)).split())


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("一\n二", "<p>一<br>\n二</p>\n"),
        ("一\n\n二", "<p>一</p>\n<p>二</p>\n"),
        ("- a\n- b", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n"),
        ("1. a\n2. b", '<ol>\n<li value="1">a</li>\n<li value="2">b</li>\n</ol>\n'),
        ("4. a\n7. b", '<ol start="4">\n<li value="4">a</li>\n<li value="7">b</li>\n</ol>\n'),
        ("如下：\n\n    a\n    b", "<p>如下：</p>\n<pre><code>a\nb\n</code></pre>\n"),
        ("见 https://a.b/?y&z。", '<p>见 <a href="https://a.b/?y&amp;z">https://a.b/?y&amp;z</a>。</p>\n'),
        ("(http://a.example/).", '<p>(<a href="http://a.example/">http://a.example/</a>).</p>\n'),
        ("[here](https://a.example/)", '<p><a href="https://a.example/">here</a> (https://a.example/)</p>\n'),
    ],
)  # fmt: skip
def test_paragraphs_lists_code_and_links(text: str, html: str) -> None:
    assert to_html(text) == html


@pytest.mark.parametrize(
    "text",
    [
        r"C:\_temp\*.dmp",
        r"\\server\share\_x_\*",
        r"C:\Windows\MEMORY.DMP \[a\] \# \\",
        "**bold** *it* __b__ _i_ ~~no~~ `code`",
        "* kein Punkt",
        "+ 不是列表",
        "# 不是标题",
        "标题 ===",
        "> 引用",
        "---",
        "***",
        "```\ncode\n```",
        "| a | b |",
        "&copy; &amp; &#65;",
        "[1]: http 不是引用",
        "【1】可以关闭 [2] 可以",
        "请在 __ 月 __ 日之后再联系",
        "[sealed:0123abcd]",
        "a[0](1) f[i](x)",
        "<周佐> <b>粗</b> <!-- x -->",
        "![图](x)",
    ],
)
def test_everything_else_is_plain_and_stays(text: str) -> None:
    html = to_html(text)
    assert shown(html) == " ".join(text.split())
    assert set(re.findall(r"</?(\w+)", html)) <= {"p", "br"}


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "[x](javascript:alert(1))",
        "[x](  JaVaScRiPt:alert(1))",
        "[x](data:text/html;base64,AAAA)",
        "[x](vbscript:x)",
        '[x](https://a.example/"onmouseover="alert(1))',
        'https://a.example/"onmouseover="alert(1)',
        '<a href="https://evil.example">x</a>',
        "<img src=x onerror=alert(1)>",
        "[x][y]\n\n[y]: javascript:alert(1)",
        "![x](https://tracker.example/p.gif)",
        "    </code></pre><script>",
    ],
)
def test_nothing_active_gets_in(text: str) -> None:
    html = to_html(text)
    assert set(re.findall(r"<\s*/?(\w+)", html)) <= {"p", "br", "a", "pre", "code"}
    assert all(
        re.fullmatch(r'<a href="https://[^"]*">', tag) for tag in re.findall(r"<a\b[^>]*>", html)
    )


def test_a_link_shows_where_it_leads() -> None:
    assert shown(to_html("[http://good.example](http://evil.example/)")).endswith(
        "(http://evil.example/)"
    )


HOSTILE = [
    "[" * 20_000, "- " * 20_000, "[a](" * 10_000, "x\n" * 20_000, "1. a\n" * 10_000,
    "[a](http://x.example)" * 3_000, "\n".join("  " * n + "- a" for n in range(500)), "",
]  # fmt: skip


@pytest.mark.parametrize("text", HOSTILE, ids=len)
def test_hostile_text_becomes_no_other_markup(text: str) -> None:
    """What it may cost is measured by `make bench`."""
    tags = set(re.findall(r"<\s*/?(\w+)", to_html(text)))

    assert tags <= {"p", "br", "a", "ul", "ol", "li"}
