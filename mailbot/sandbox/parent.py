"""Reads suspicious mails in a child process with limits, so that none of them can hurt the bot."""

import subprocess
import sys
import threading
import weakref
from signal import Signals

import msgspec

from mailbot.errors import UnreadableMail
from mailbot.mail.message import Message
from mailbot.mail.mime.skeleton import Gist
from mailbot.sandbox import child as apart_child
from mailbot.sandbox.child import Answer, Asked, Ended, receive, send

_NEVER_ENDS = (Signals.SIGPROF, Signals.SIGALRM, Signals.SIGXCPU)
_reads_message = msgspec.msgpack.Decoder(Message)
_reads_answer = msgspec.msgpack.Decoder(Answer)


class SandboxedParser:
    """Keeps one child process, started on first use or by `begin`, which forks for each mail."""

    def __init__(self, seconds: float = 0.9, megabytes: int = 128) -> None:
        # for each mail: CPU time, and memory beyond what the child uses before it
        self.seconds = seconds
        self.megabytes = megabytes
        self._process: subprocess.Popen[bytes] | None = None
        self._one_at_a_time = threading.Lock()
        # in bytes: how much the child's memory grew for the last mail
        self.peak = 0

    def begin(self) -> None:
        """Start the child without waiting, so that it is ready for the first suspicious mail."""
        with self._one_at_a_time:
            self._alive()

    def parse(self, gist: Gist, authserv_id: str) -> Message:
        """Parse the mail in the child, like `mail.parse.parse`. Raises UnreadableMail."""
        asked = Asked(gist, authserv_id, self.seconds, self.megabytes)
        with self._one_at_a_time:
            answer = self._answer(asked)
        self.peak = answer.peak
        if answer.ended is Ended.READ:
            return _reads_message.decode(answer.content)
        raise UnreadableMail(self._reason(answer))

    def _answer(self, asked: Asked) -> Answer:
        process = self._alive()
        assert process.stdin is not None
        assert process.stdout is not None
        try:
            send(process.stdin, msgspec.msgpack.encode(asked))
            return _reads_answer.decode(receive(process.stdout))
        except (OSError, EOFError) as error:
            process.kill()
            raise UnreadableMail("reading it broke off: look at it by hand") from error

    def _alive(self) -> "subprocess.Popen[bytes]":
        if self._process is None or self._process.poll() is not None:
            command = [sys.executable, "-m", apart_child.__name__]
            self._process = subprocess.Popen(  # noqa: S603 - our own module
                command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
            )
            weakref.finalize(self, _end, self._process)
        return self._process

    def _reason(self, answer: Answer) -> str:
        if answer.ended is Ended.UNREADABLE:
            return answer.content.decode()
        if answer.ended is Ended.OUT_OF_MEMORY:
            return f"reading it takes more than {self.megabytes} MB: look at it by hand"
        if answer.signal in _NEVER_ENDS:
            return f"reading it takes more than {self.seconds} seconds: look at it by hand"
        return "reading it broke off: look at it by hand"


def _end(process: "subprocess.Popen[bytes]") -> None:
    process.kill()
    process.communicate()
