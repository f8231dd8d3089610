"""A mail server on loopback that takes mails, refuses them, keeps silent, or breaks off."""

import socketserver
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from email import message_from_bytes, policy
from email.message import EmailMessage

Rule = str | Callable[[], str]  # an answer, HANG, BREAK_OFF, or what gives one of these
HANG, BREAK_OFF = "hang", "break off"


class MailServer(socketserver.ThreadingTCPServer):
    """``rules``: by the beginning of what it is told ("RCPT TO:<a@", "END a@"), what it does."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Talk)
        self.port: int = self.server_address[1]
        self.taken: list[EmailMessage] = []
        self.rules: dict[str, Rule] = {}
        self.stopped = threading.Event()

    def answer(self, told: str) -> str:
        for start, rule in self.rules.items():
            if told.lower().startswith(start.lower()):
                return rule if isinstance(rule, str) else rule()
        return "250 OK"

    def to(self) -> list[str]:
        return [mail["To"] for mail in self.taken]


class _Talk(socketserver.StreamRequestHandler):
    server: MailServer

    def handle(self) -> None:
        self.wfile.write(b"220 loopback\r\n")
        recipient = ""
        for raw in self.rfile:
            line = raw.decode().strip()
            if line.upper().startswith("RCPT"):
                recipient = line[9:-1]
            if line.upper() == "DATA":
                self.wfile.write(b"354 go on\r\n")
                lines = iter(self.rfile.readline, b".\r\n")
                mail = message_from_bytes(b"".join(lines), policy=policy.default)
                line = f"END {recipient}"
                if self._does(line, mail):
                    return
            elif self._does(line):
                return

    def _does(self, line: str, mail: EmailMessage | None = None) -> bool:
        """Whether the talk is over."""
        answer = self.server.answer(line)
        if mail is not None and answer.startswith("250"):
            self.server.taken.append(mail)
        if answer == HANG:
            self.server.stopped.wait(30)
        elif answer != BREAK_OFF:
            self.wfile.write(answer.encode() + b"\r\n")
            return line.upper() == "QUIT"
        return True


@contextmanager
def mail_server() -> Iterator[MailServer]:
    with MailServer() as server:
        threading.Thread(target=server.serve_forever, args=[0.05], daemon=True).start()
        yield server
        server.stopped.set()
        server.shutdown()
