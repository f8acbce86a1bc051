"""A real HTTP server in the place of a chat service: it records what is posted, or refuses it."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread

HOST = "127.0.0.1"
TOKEN = "t0k3n"


@dataclass(slots=True)
class ChatServer:
    """``posted`` are the bodies it got, ``answer`` the status it gives."""

    port: int = 0
    answer: int = 200
    posted: list[str] = field(default_factory=list)

    @property
    def url(self) -> str:
        """Where apprise finds it, with a token as the services have one."""
        return f"json://{HOST}:{self.port}/{TOKEN}"

    @property
    def said(self) -> list[str]:
        return [json.loads(one)["message"] for one in self.posted]


@contextmanager
def chat_service() -> Iterator[ChatServer]:
    """One that listens on a free port."""
    record = ChatServer()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            length = int(self.headers["Content-Length"])
            record.posted.append(self.rfile.read(length).decode())
            self.send_response(record.answer)
            self.send_header("Content-Length", "0")
            self.end_headers()

        def log_message(self, *_: object) -> None:
            """Tests tell what they look for themselves."""

    with HTTPServer((HOST, 0), Handler) as server:
        record.port = server.server_port
        thread = Thread(target=server.serve_forever)
        thread.start()
        try:
            yield record
        finally:
            server.shutdown()
            thread.join()
