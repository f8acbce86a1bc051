"""What is said by chat of a notice: case numbers and where to look, and no word of anybody's."""

from collections.abc import Sequence
from urllib.parse import quote


def chat_words(waiting: Sequence[str], case: str, *, needed: bool, lang: str, link: str) -> str:
    """`waiting`: the case of each letter that waits; `needed`: a case needs more than a yes."""
    cases = tuple(dict.fromkeys(waiting or [case]))
    say = _several if len(cases) > 1 else _one
    return f"{say(cases, len(waiting), needed=needed)[lang != 'zh']} {_where(cases, link)}"


def _one(cases: Sequence[str], letters: int, *, needed: bool) -> tuple[str, str]:
    """In Chinese and in English."""
    zh, en = ["需要您处理"] * needed, ["needs you"] * needed
    if letters == 1:
        zh.append("有一封信等您确认")
        en.append("a letter waits for your yes")
    elif letters:
        zh.append(f"有 {letters} 封信等您确认")
        en.append(f"{letters} letters wait for your yes")
    return f"{cases[0]}：{'，'.join(zh)}。", f"{cases[0]}: {', and '.join(en)}."


def _several(cases: Sequence[str], letters: int, *, needed: bool) -> tuple[str, str]:
    """In Chinese and in English."""
    zh = f"有 {letters} 封信等您确认：{'、'.join(cases)}。"
    en = f"{letters} letters wait for your yes: {', '.join(cases)}."
    return zh + "其中有案例需要您处理。" * needed, en + " A case needs more than a yes." * needed


def _where(cases: Sequence[str], link: str) -> str:
    """The page, or the command where browsers reach none."""
    base = link.rstrip("/")
    if len(cases) > 1:
        return f"{base}/" if base else "mailbot drafts"
    return f"{base}/cases/{quote(cases[0], safe='')}" if base else f"mailbot case {cases[0]}"
