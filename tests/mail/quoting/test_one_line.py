"""Introductions of quotes that lost their line breaks."""

import pytest

from mailbot.mail.quoting.split import split

_EN = "From: Lena Ott Sent: Monday, January 8, 2024 11:00 AM To: f@x.example Subject: FS-12"


@pytest.mark.parametrize(
    ("text", "new"),
    [
        (f"ok, tonight -----Original message----- {_EN}\n\nplease upload the dump.", "ok, tonight"),
        (f"ok, tonight {_EN} Hello Ming, please upload the dump.", "ok, tonight"),
        (f"ok, tonight ________________________________ {_EN}\nplease upload", "ok, tonight"),
        (
            "好的，今晚传 -----原始邮件----- 发件人: 林工 发送时间: 2024年1月8日 11:00 "
            "收件人: z@x.example 主题: 蓝屏 请上传full dump",
            "好的，今晚传",
        ),
        (
            "Danke, heute Abend. -----Ursprüngliche Nachricht----- Von: Lena Ott Gesendet: "
            "Montag, 8. Januar 2024 An: f@x.example Betreff: Server\nbitte Dump hochladen",
            "Danke, heute Abend.",
        ),
        (
            "will do On Mon, Jan 8, 2024 at 11:00 AM Lena Ott <lena@s.example> wrote: Hello Ming,",
            "will do",
        ),
        (
            "收到，今晚上传。 在 2024年1月8日 11:00，林工 <lin@s.example> 写道： 请上传full dump。",
            "收到，今晚上传。",
        ),
        (
            "Merci, ce soir. Le 8 janvier 2024 à 11:00, Lena Ott <l@s.example> a écrit : Bonjour,",
            "Merci, ce soir.",
        ),
    ],
)
def test_what_was_folded_into_one_line_is_a_quote(text: str, new: str) -> None:
    assert split(text).own == new


@pytest.mark.parametrize(
    "text",
    [
        "We get this error ---- see below ---- and then it stops.",
        "From: 10:00 to: 11:00 it works, from then on it does not.",
        "The log of 2024-01-08 says what he wrote: access denied.",
        "The mail from Lena sent on Monday to us has the subject FS-12.",
        "他在 2024年1月8日 的日志里写道拒绝访问，请看。",
    ],
)
def test_what_only_looks_so_is_new(text: str) -> None:
    assert split(text).own == text
