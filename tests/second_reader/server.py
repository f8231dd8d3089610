"""A model behind a real HTTP server on loopback, which answers as the test says."""

import contextlib
import json
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

Answer = Callable[[BaseHTTPRequestHandler], None]


def envelope(content: object) -> bytes:
    """What an OpenAI-compatible API puts around what the model wrote."""
    choice = {"index": 0, "message": {"role": "assistant", "content": content}}
    told = {"id": "x", "object": "chat.completion", "choices": [choice], "usage": {}}
    return json.dumps(told, ensure_ascii=False).encode()


def writes(content: object) -> Answer:
    """The model writes this; what is no text goes as JSON."""
    words = content if isinstance(content, str) else json.dumps(content, ensure_ascii=False)
    return sends(envelope(words))


def proposes(*claims: object) -> Answer:
    return writes({"claims": list(claims)})


def sends(body: bytes, status: int = 200, **headers: str) -> Answer:
    def answer(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(status)
        handler.send_header("Content-Type", "application/json")
        handler.send_header("Content-Length", str(len(body)))
        for name, value in headers.items():
            handler.send_header(name.replace("_", "-"), value)
        handler.end_headers()
        handler.wfile.write(body)

    return answer


def cut_off(handler: BaseHTTPRequestHandler) -> None:
    """Half of the bytes that were announced."""
    handler.send_response(200)
    handler.send_header("Content-Length", "1000")
    handler.end_headers()
    handler.wfile.write(b'{"choices": [')


def without_end(handler: BaseHTTPRequestHandler) -> None:
    """No length, and bytes as long as anybody takes them."""
    handler.send_response(200)
    handler.end_headers()
    with contextlib.suppress(OSError):
        while True:
            handler.wfile.write(b'{"claims": [' * 4096)


@dataclass
class Model:
    """Gives its answers in turn, the last one for ever; ``asked`` are the questions it got."""

    answers: list[Answer] = field(default_factory=list)
    asked: list[dict[str, Any]] = field(default_factory=list)
    headers: list[dict[str, str]] = field(default_factory=list)
    paths: list[str] = field(default_factory=list)
    woken: threading.Event = field(default_factory=threading.Event)

    def __post_init__(self) -> None:
        model = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers["Content-Length"]))
                model.asked.append(json.loads(body))
                model.headers.append({key.lower(): value for key, value in self.headers.items()})
                model.paths.append(self.path)
                answer = model.answers.pop(0) if len(model.answers) > 1 else model.answers[0]
                with contextlib.suppress(OSError):
                    answer(self)

            def log_message(self, format: str, *args: Any) -> None:
                return

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = True
        self.port: int = self._server.server_address[1]
        self.url = f"http://127.0.0.1:{self.port}/v1"
        threading.Thread(target=self._server.serve_forever, args=(0.02,), daemon=True).start()

    def sleeps(self, handler: BaseHTTPRequestHandler) -> None:
        """Says nothing until the test is over."""
        self.woken.wait(30)

    def close(self) -> None:
        self.woken.set()
        self._server.shutdown()
        self._server.server_close()

    def shown(self, nth: int = -1) -> dict[str, Any]:
        """What it was shown of the article, out of the fence."""
        first, shown, last = self.asked[nth]["messages"][1]["content"].split("\n")
        assert first == last
        found: dict[str, Any] = json.loads(shown)
        return found
