"""A small web on this machine: real servers on loopback, under public names and addresses.

Names are looked up in a table of the test, and whoever calls a public address is led to the server
that stands for it here. All the rest is as it is outside.
"""

import contextlib
import datetime
import ipaddress
import socket
import ssl
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from claims.outbound import Network

Answer = Callable[[socket.socket], None]


def says(*pieces: bytes) -> Answer:
    """Send these bytes, then close."""

    def answer(line: socket.socket) -> None:
        for piece in pieces:
            line.sendall(piece)

    return answer


def page(body: bytes, *headers: str, status: str = "200 OK") -> Answer:
    lines = [f"HTTP/1.1 {status}", f"Content-Length: {len(body)}", *headers]
    return says("\r\n".join(lines).encode() + b"\r\n\r\n" + body)


def leads_to(address: str, status: str = "302 Found") -> Answer:
    return page(b"", f"Location: {address}", status=status)


class Server:
    """Answers every request on a port of its own; ``asked`` are the heads of the requests.

    ``speaks_first``: it does not wait for a request.
    """

    def __init__(
        self, answer: Answer, tls: ssl.SSLContext | None = None, *, speaks_first: bool = False
    ) -> None:
        self.answer, self.tls, self.asked = answer, tls, list[bytes]()
        self.speaks_first = speaks_first
        self.ended = threading.Event()
        self.listening = socket.create_server(("127.0.0.1", 0))
        self.port: int = self.listening.getsockname()[1]
        threading.Thread(target=self._serve, daemon=True).start()

    def _serve(self) -> None:
        while True:
            try:
                line, _ = self.listening.accept()
            except OSError:
                return
            threading.Thread(target=self._converse, args=(line,), daemon=True).start()

    def _converse(self, line: socket.socket) -> None:
        with contextlib.suppress(OSError), contextlib.ExitStack() as open_lines:
            open_lines.enter_context(line)
            line.settimeout(20)
            if self.tls is not None:
                line = open_lines.enter_context(self.tls.wrap_socket(line, server_side=True))
            head = b""
            while b"\r\n\r\n" not in head and not self.speaks_first:
                if not (piece := line.recv(65536)):
                    return
                head += piece
            self.asked.append(head)
            self.answer(line)
            with contextlib.suppress(OSError):
                if isinstance(line, ssl.SSLSocket):
                    line.unwrap()
        self.ended.set()


class Web:
    """Hosts with their addresses, and servers behind the addresses."""

    def __init__(self) -> None:
        self.names: dict[str, list[str] | Iterator[list[str]]] = {}
        self.servers: dict[tuple[str, int], Server] = {}
        self.called: list[tuple[str, int]] = []

    def host(
        self,
        name: str,
        answer: Answer,
        *,
        ip: str = "93.184.215.14",
        tls: ssl.SSLContext | None = None,
    ) -> Server:
        """A host of the public web that answers so, on port 443 with TLS and else on port 80."""
        self.names[name] = [ip]
        server = Server(answer, tls)
        self.servers[ip, 443 if tls else 80] = server
        return server

    def network(self, *inside: str) -> Network:
        return Network(
            inside=frozenset(inside),
            user_agent="factlog/9.9 (+archiving for fact-checking)",
            resolve=self._resolve,
            dial=self._dial,
        )

    def _resolve(self, host: str, port: int) -> list[str]:
        found = self.names.get(host, [])
        return found if isinstance(found, list) else next(found)

    def _dial(self, ip: str, port: int, seconds: float) -> socket.socket:
        self.called.append((ip, port))
        if (ip, port) not in self.servers:
            raise ConnectionRefusedError
        return socket.create_connection(("127.0.0.1", self.servers[ip, port].port), seconds)

    def close(self) -> None:
        for server in self.servers.values():
            server.listening.close()


class Authority:
    """Signs certificates for the servers here; ``roots`` is the file of those who trust it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.key = ec.generate_private_key(ec.SECP256R1())
        self.name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "tests only")])
        self.roots = folder / "roots.pem"
        self.roots.write_bytes(self._signed(self.name, self.key, None, days=30))

    def serves(self, name: str, *, days: int = 30) -> ssl.SSLContext:
        """What a server needs to prove that it is ``name``; with days < 0 it was so until then."""
        key = ec.generate_private_key(ec.SECP256R1())
        subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
        chain = self.folder / f"{name}{days}.pem"
        chain.write_bytes(
            self._signed(subject, key, name, days=days)
            + key.private_bytes(
                serialization.Encoding.PEM,
                serialization.PrivateFormat.PKCS8,
                serialization.NoEncryption(),
            )
        )
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(chain)
        return context

    def _signed(
        self, subject: x509.Name, key: ec.EllipticCurvePrivateKey, name: str | None, *, days: int
    ) -> bytes:
        now = datetime.datetime.now(datetime.UTC)
        built = (
            x509.CertificateBuilder()
            .subject_name(subject)
            .issuer_name(self.name)
            .public_key(key.public_key())
            .serial_number(x509.random_serial_number())
            .not_valid_before(now - datetime.timedelta(days=60))
            .not_valid_after(now + datetime.timedelta(days=days))
            .add_extension(x509.BasicConstraints(ca=name is None, path_length=None), critical=True)
        )
        if name is not None:
            try:
                known: x509.GeneralName = x509.IPAddress(ipaddress.ip_address(name))
            except ValueError:
                known = x509.DNSName(name)
            built = built.add_extension(x509.SubjectAlternativeName([known]), critical=False)
        return built.sign(self.key, hashes.SHA256()).public_bytes(serialization.Encoding.PEM)
