"""The lines that are telling enough to know a text again."""

from hypothesis import given
from hypothesis import strategies as st

from mailbot.mail.quoting.known_lines import quoted_lines


def test_only_lines_that_tell_a_text_from_others_are_taken() -> None:
    text = "\n".join(
        [
            "> 请压缩并上传最新的full dump文件",
            ">>  please   upload the newest full dump",
            "您好，感谢您的支持与配合",
            "Dear customer, thank you for writing",
            "发件人: Lin Wei <wei.lin@support.example>",
            "------------------------------",
            "服务电话： 400-000-0055",
            "好的",
            "Sent from my iPhone, please excuse it",
        ]
    )
    assert quoted_lines(text) == (
        "请压缩并上传最新的full dump文件",
        "please upload the newest full dump",
    )


@given(st.text(max_size=60))
def test_a_hostile_text_never_crashes(text: str) -> None:
    assert isinstance(quoted_lines(text), tuple)
