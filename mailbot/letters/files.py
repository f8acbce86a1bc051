"""How an upload is worded: in a letter's list, and in a line of its own."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from types import MappingProxyType

from mailbot.desk.case.transfer import Account
from mailbot.desk.case.upload import Upload, UploadState, UploadWay
from mailbot.desk.case.workdays import WorkCalendar
from mailbot.letters.wording import one_line, size

_Words = tuple[str, str]
_EMPTY: _Words = ("空文件", "empty")
_INCOMPLETE: _Words = ("不完整", "incomplete")
_NONE: _Words = ("", "")
_STATES: Mapping[UploadState, _Words] = MappingProxyType(
    {UploadState.RUNNING: ("仍在上传", "still coming"), UploadState.GONE: ("已删除", "deleted")}
)
_WHOLE: _Words = ("完整", "whole")
_BY_MAIL: _Words = ("邮件附件", "by mail")
_BY_SFTP: _Words = ("SFTP 上传", "by SFTP")


@dataclass(frozen=True, slots=True)
class FileView:
    """A file that came; ``mark`` says what is wrong with it, '' where nothing is known to be."""

    name: str
    size: int
    arrived: datetime
    by_mail: bool
    finding: str
    mark: str


def file_views(uploads: Sequence[Upload], lang: str) -> tuple[FileView, ...]:
    """The files that are there, in the letter's language."""
    return tuple(
        FileView(
            name=one_line(one.name),
            size=one.size,
            arrived=one.at,
            by_mail=one.via is UploadWay.MAIL,
            finding="" if one.is_empty else one_line(one.found(lang)),
            mark=_pick(_mark(one), lang),
        )
        for one in uploads
        if one.state is not UploadState.GONE
    )


def file_line(
    upload: Upload, lang: str, calendar: WorkCalendar, accounts: Sequence[Account] = ()
) -> str:
    """One upload in a line: name, size, how it stands, what it is, when, from whom, which way."""
    stands = _mark(upload)
    people = {account.user: account.person for account in accounts}
    told = [
        one_line(upload.name),
        size(upload.size),
        _pick(_WHOLE if stands is _NONE else stands, lang),
        "" if upload.is_empty else one_line(upload.found(lang)),
        f"{calendar.local(upload.at):%Y-%m-%d %H:%M}",
        one_line(people.get(upload.user) or upload.user),
        _pick(_BY_MAIL if upload.via is UploadWay.MAIL else _BY_SFTP, lang),
    ]
    return ("，" if lang == "zh" else ", ").join(filter(None, told))


def _mark(upload: Upload) -> _Words:
    if upload.is_empty:
        return _EMPTY
    return _INCOMPLETE if upload.is_incomplete else _STATES.get(upload.state, _NONE)


def _pick(words: _Words, lang: str) -> str:
    return words[lang != "zh"]
