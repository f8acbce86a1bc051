"""What people do in a script: each deed goes through a real client to a real server."""

from collections.abc import Callable, Mapping
from email.message import EmailMessage

from mailbot.demo.people import Note
from mailbot.demo.screen import Who
from mailbot.demo.setting import CUSTOMER, DESK, ENGINEER, SECOND_LINE, STRANGER
from mailbot.demo.stage import Stage
from mailbot.demo.words import Words

Deed = Callable[[Stage], None]


def nothing_happens(stage: Stage) -> None:
    """Time alone has passed."""
    del stage


def writes_first(writer: str, subject: str, words: Words) -> Deed:
    """A customer's first mail to the desk."""

    def do(stage: Stage) -> None:
        _says(stage, writer, Who.CUSTOMER, "writes to the desk", words)
        stage.person(writer).write(Note((DESK,), words.text, subject))

    return do


def replies(writer: str, words: Words) -> Deed:
    """A customer answers the newest letter of the desk's."""

    def do(stage: Stage) -> None:
        _says(stage, writer, Who.CUSTOMER, "replies", words)
        answered = stage.newest_of_desk(writer)
        stage.person(writer).write(Note((DESK,), words.text, answers=answered))

    return do


def is_away(writer: str, words: Words) -> Deed:
    """Their mailbox answers the newest letter with an absence notice."""

    def do(stage: Stage) -> None:
        _says(stage, writer, Who.CUSTOMER, "is away; the mailbox answers by itself", words)
        stage.person(writer).answer_automatically(stage.newest_of_desk(writer), words.text)

    return do


def engineer_writes(customer: str, words: Words) -> Deed:
    """The engineer answers the customer from her own mail program, the desk in Cc."""

    def do(stage: Stage) -> None:
        _says(stage, ENGINEER, Who.ENGINEER, "writes to the customer herself", words)
        answered = stage.newest_at_desk(customer)
        note = Note((customer,), words.text, cc=(DESK,), answers=answered)
        stage.person(ENGINEER).write(note)

    return do


def second_line_writes(words: Words) -> Deed:
    """The second line answers the packet, to the desk and the engineer."""

    def do(stage: Stage) -> None:
        _says(stage, SECOND_LINE, Who.SECOND_LINE, "answers", words)
        packet = stage.newest_of_desk(SECOND_LINE)
        note = Note((DESK,), words.text, cc=(ENGINEER,), answers=packet)
        stage.person(SECOND_LINE).write(note)

    return do


def approves(letter: str, where: str) -> Deed:
    """The engineer says yes to a draft."""

    def do(stage: Stage) -> None:
        stage.screen.line(
            stage.clock.now(), Who.ENGINEER, f"Chen Jing reads the draft {where} and says yes"
        )
        stage.approve(letter)

    return do


def uploads(reader: str, files: Mapping[str, bytes]) -> Deed:
    """A customer puts files on the server, with the login their letter tells."""

    def do(stage: Stage) -> None:
        name = stage.person(reader).name
        told = f"{name} uploads {', '.join(files)} by SFTP, with the login in the letter"
        stage.screen.line(stage.clock.now(), Who.CUSTOMER, told)
        stage.read_login(reader)
        stage.upload(reader, files)

    return do


def forges(words: Words) -> Deed:
    """A stranger writes under the engineer's name, without her password."""

    def do(stage: Stage) -> None:
        told = "somebody writes under Chen Jing's name, and cannot log in as her"
        stage.screen.line(stage.clock.now(), Who.STRANGER, told)
        stage.screen.line(stage.clock.now(), Who.STRANGER, f"“{words.gloss}”", "italic")
        note = Note((DESK,), words.text, _subject(stage.newest_at_desk(CUSTOMER)))
        stage.person(STRANGER).write_unproven(note, ("陈静", ENGINEER))

    return do


def reads_login(reader: str, deed: Deed) -> Deed:
    """The same deed; then the reader finds the login in the letter it brought them."""

    def do(stage: Stage) -> None:
        deed(stage)
        stage.bot.engine.run_once()
        stage.read_login(reader)

    return do


def _says(stage: Stage, writer: str, who: Who, how: str, words: Words) -> None:
    now, name = stage.clock.now(), stage.person(writer).name
    stage.screen.line(now, who, f"{name} {how}:")
    stage.screen.line(now, who, f"“{words.gloss or _joined(words.text)}”", "italic")


def _joined(text: str) -> str:
    """The text as one line, without salutation and signature."""
    paragraphs = text.strip().split("\n\n")
    return " ".join(" ".join(paragraphs[1:-1] or paragraphs).split())


def _subject(mail: EmailMessage) -> str:
    return str(mail["Subject"])
