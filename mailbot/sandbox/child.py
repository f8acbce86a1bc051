"""The process that reads suspicious mails: it forks for each, and the fork has limits."""

import logging
import os
import resource
import signal
import struct
import sys
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import IO

import msgspec

from mailbot.errors import UnreadableMail
from mailbot.mail.mime.skeleton import Gist
from mailbot.mail.parse import parse

_LENGTH = struct.Struct(">I")
# the machine may be busy: the limit counts the child's CPU time
_PATIENCE = 10.0
_STATM = Path("/proc/self/statm")
_PIECE = 1 << 16
_KILOBYTE = 1 << 10


class Ended(StrEnum):
    """How reading a mail ended."""

    READ = "read"
    UNREADABLE = "unreadable"
    OUT_OF_MEMORY = "out of memory"
    DIED = "died"


@dataclass(frozen=True, slots=True)
class Asked:
    """A mail to be read and its limits: CPU seconds, and megabytes beyond the current use."""

    gist: Gist
    authserv_id: str
    seconds: float
    megabytes: int


@dataclass(frozen=True, slots=True)
class Answer:
    """The message as msgpack, or the text of the error."""

    ended: Ended
    content: bytes
    signal: int = 0
    peak: int = 0


def send(pipe: IO[bytes], content: bytes) -> None:
    pipe.write(_LENGTH.pack(len(content)))
    pipe.write(content)
    pipe.flush()


def receive(pipe: IO[bytes]) -> bytes:
    """Receive what `send` sent. Raises EOFError if the other process has ended."""
    (length,) = _LENGTH.unpack(_exactly(pipe, _LENGTH.size))
    return _exactly(pipe, length)


def _exactly(pipe: IO[bytes], length: int) -> bytes:
    content = pipe.read(length)
    if len(content) < length:
        raise EOFError
    return content


def main() -> None:
    """Answer requests until the parent closes the pipe."""
    # Ctrl-C in a terminal reaches this process too, but the bot finishes the mail it reads
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    # a parser's error may contain text of the mail
    logging.disable(logging.CRITICAL)
    asks = msgspec.msgpack.Decoder(Asked)
    while True:
        try:
            asked = asks.decode(receive(sys.stdin.buffer))
        except EOFError:
            return
        send(sys.stdout.buffer, msgspec.msgpack.encode(_in_a_fork(asked)))


def _in_a_fork(asked: Asked) -> Answer:
    hears, tells = os.pipe()
    child = os.fork()
    if not child:
        _read_and_exit(asked, tells)
    os.close(tells)
    began, _, told = _all_of(hears).partition(b"\n")
    _, status, used = os.wait4(child, 0)
    peak = max(0, used.ru_maxrss * _KILOBYTE - int(began or b"0"))
    if os.WIFSIGNALED(status) or not told:
        return Answer(Ended.DIED, b"", os.waitstatus_to_exitcode(status) * -1, peak)
    ended, _, content = told.partition(b"\n")
    return Answer(Ended(ended.decode()), content, 0, peak)


def _all_of(hears: int) -> bytes:
    told = []
    with os.fdopen(hears, "rb", buffering=0) as pipe:
        while some := pipe.read(_PIECE):
            told.append(some)
    return b"".join(told)


def _read_and_exit(asked: Asked, tells: int) -> None:
    """Read the mail in the fork, which always exits here."""
    try:
        os.write(tells, b"%d\n" % _held())
        _limit(asked.seconds, asked.megabytes)
        ended, content = _read(asked)
        with os.fdopen(tells, "wb") as pipe:
            pipe.write(ended.value.encode() + b"\n" + content)
    finally:
        os._exit(0)


def _read(asked: Asked) -> tuple[Ended, bytes]:
    try:
        message = parse(asked.gist, asked.authserv_id)
        return Ended.READ, msgspec.msgpack.encode(message)
    except UnreadableMail as error:
        return Ended.UNREADABLE, str(error).encode()
    except MemoryError:
        return Ended.OUT_OF_MEMORY, b""


def _limit(seconds: float, megabytes: int) -> None:
    """Set limits: the kernel kills on too much CPU time; allocating too much raises MemoryError."""
    for one in (signal.SIGPROF, signal.SIGALRM):
        signal.signal(one, signal.SIG_DFL)
    signal.setitimer(signal.ITIMER_PROF, seconds)
    signal.setitimer(signal.ITIMER_REAL, _PATIENCE)
    if _STATM.exists():
        now = int(_STATM.read_text().split()[0]) * resource.getpagesize()
        most = now + (megabytes << 20)
        resource.setrlimit(resource.RLIMIT_AS, (most, most))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _held() -> int:
    """How much memory this process uses now, in bytes."""
    if not _STATM.exists():
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * _KILOBYTE
    return int(_STATM.read_text().split()[1]) * resource.getpagesize()


if __name__ == "__main__":
    main()
