"""Checks an export of factlog's record: python verifier.py EXPORT.jsonl [CHECKPOINTS.jsonl KEY].

Needs Python 3.11 and nothing else, neither Django nor the database: whoever is handed an export
can read this file and run it. An export has one entry a line, {"entry": {...}, "hash": "..."}, and
a last line {"end": {"sequence": n, "hash": "..."}}. A checkpoint says, signed with Ed25519, which
hash the entry of a number had at some time; KEY is the public key in hex, as
`manage.py verify_record` prints it.
"""

import hashlib
import json
import sys
from collections.abc import Iterable, Iterator
from typing import Any

# What the first entry follows.
BEGINNING = "0" * 64
KEYS = {"action", "actor", "actor_name", "after", "at", "before", "independence", "previous"}
KEYS |= {"reason", "sequence", "statement", "subject"}


def canonical(value: object) -> str:
    """JSON with sorted keys and no spaces: one text for one value. Raises ValueError.

    For what an entry may hold (text, whole numbers, true, false, null, lists, objects) this is the
    form of RFC 8785; numbers with a fraction have several texts and are refused.
    """
    body = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    if json.loads(body, parse_float=_refuse, parse_constant=_refuse) != value:
        raise ValueError("an entry holds lists, and objects whose keys are text")
    return body


def _refuse(number: str) -> None:
    raise ValueError("an entry holds no number with a fraction")


def digest(body: str) -> str:
    return hashlib.sha256(body.encode()).hexdigest()


class Chain:
    """Takes entries in their order and tells what is wrong with each; constant memory."""

    def __init__(self) -> None:
        self.sequence = 0
        self.hash = BEGINNING
        self.wanted: dict[int, list[dict[str, Any]]] = {}

    def expect(self, checkpoints: Iterable[dict[str, Any]]) -> None:
        """Checkpoints, their signatures seen to already, that entries still to come must meet."""
        for one in checkpoints:
            self.wanted.setdefault(one["sequence"], []).append(one)

    def take(self, body: str, hash: str) -> Iterator[str]:
        """A sentence for each thing that is wrong with the next entry."""
        number = self.sequence + 1
        try:
            entry = json.loads(body)
            sound = canonical(entry) == body and set(entry) == KEYS
        except (ValueError, TypeError, RecursionError):
            entry, sound = {}, False
        if not sound:
            yield f"Entry {number}: its body is not what an entry is written like."
        elif entry["sequence"] != number:
            yield f"Entry {number}: entry {entry['sequence']} stands in its place."
        if digest(body) != hash:
            yield f"Entry {number}: its words do not match its hash."
        if sound and entry["previous"] != self.hash:
            yield f"Entry {number}: it does not follow the entry before it."
        for one in self.wanted.pop(number, []):
            if one["hash"] != hash:
                yield f"Entry {number}: at {one['at']} it had another hash, says a checkpoint."
        self.sequence, self.hash = number, hash

    def end(self, sequence: int, hash: str) -> Iterator[str]:
        """What is wrong once all entries are taken, where the end is said to be here."""
        if sequence != self.sequence:
            yield f"The record ends at entry {self.sequence}; its head says {sequence}."
        elif hash != self.hash:
            yield f"The head says another hash than entry {self.sequence} has."
        for number, ones in sorted(self.wanted.items()):
            yield f"Entry {number} is missing: at {ones[0]['at']} it was there, says a checkpoint."


# ── Ed25519, RFC 8032: only the check, which handles no secret ──────────────────────────────────
P = 2**255 - 19
ORDER = 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, -1, P) % P
ROOT = pow(2, (P - 1) // 4, P)  # of -1


def _add(a: tuple[int, ...], b: tuple[int, ...]) -> tuple[int, ...]:
    """In extended coordinates (section 5.1.4)."""
    e, f = (a[1] - a[0]) * (b[1] - b[0]) % P, (a[1] + a[0]) * (b[1] + b[0]) % P
    c, d = 2 * a[3] * b[3] * D % P, 2 * a[2] * b[2] % P
    x, y, z, t = f - e, d - c, d + c, f + e
    return x * y % P, z * t % P, y * z % P, x * t % P


def _times(scalar: int, point: tuple[int, ...]) -> tuple[int, ...]:
    found: tuple[int, ...] = (0, 1, 1, 0)
    while scalar:
        if scalar & 1:
            found = _add(found, point)
        point, scalar = _add(point, point), scalar >> 1
    return found


def _point(data: bytes) -> tuple[int, ...] | None:
    """Section 5.1.3."""
    y = int.from_bytes(data, "little")
    sign, y = y >> 255, y & (1 << 255) - 1
    square = (y * y - 1) * pow(D * y * y + 1, -1, P) % P
    x = pow(square, (P + 3) // 8, P)
    if (x * x - square) % P:
        x = x * ROOT % P
    if y >= P or (x * x - square) % P or (not x and sign):
        return None
    x = P - x if x & 1 != sign else x
    return x, y, 1, x * y % P


BASE = _point((4 * pow(5, -1, P) % P).to_bytes(32, "little")) or ()


def is_signed(message: bytes, signature: bytes, key: bytes) -> bool:
    """Section 5.1.7."""
    if len(signature) != 64 or len(key) != 32:
        return False
    whose, nonce = _point(key), _point(signature[:32])
    scalar = int.from_bytes(signature[32:], "little")
    if whose is None or nonce is None or scalar >= ORDER:
        return False
    hashed = hashlib.sha512(signature[:32] + key + message).digest()
    left = _times(scalar, BASE)
    right = _add(nonce, _times(int.from_bytes(hashed, "little") % ORDER, whose))
    return not any((left[i] * right[2] - right[i] * left[2]) % P for i in (0, 1))


def checkpoint_message(one: dict[str, Any]) -> bytes:
    """What the signature of a checkpoint is made over."""
    return canonical({name: one[name] for name in ("at", "hash", "sequence")}).encode()


def read_checkpoints(lines: Iterable[str], key: str) -> tuple[list[dict[str, Any]], list[str]]:
    """The checkpoints that this key has signed, and a sentence for each of the others."""
    good, wrong = [], []
    for number, line in enumerate(lines, 1):
        try:
            one = json.loads(line)
            signed = is_signed(
                checkpoint_message(one), bytes.fromhex(one["signature"]), bytes.fromhex(key)
            )
            signed = signed and isinstance(one["sequence"], int) and isinstance(one["hash"], str)
        except (ValueError, TypeError, KeyError, RecursionError):
            signed = False
        if signed:
            good.append(one)
        else:
            wrong.append(f"Checkpoint {number} is not signed with this key.")
    return good, wrong


def check(lines: Iterable[str], checkpoints: Iterable[str] = (), key: str = "") -> Iterator[str]:
    """A sentence for each thing that is wrong with an export; none if it is whole."""
    chain, end = Chain(), None
    good, wrong = read_checkpoints(checkpoints, key)
    yield from wrong
    chain.expect(good)
    for number, line in enumerate(lines, 1):
        if end is not None:
            yield f"Line {number} stands after the end."
        try:
            told = json.loads(line)
            if "end" in told:
                end = int(told["end"]["sequence"]), str(told["end"]["hash"])
                continue
            body, hash = canonical(told["entry"]), str(told["hash"])
            if set(told) != {"entry", "hash"}:
                raise ValueError("an entry with something beside it")
        except (ValueError, TypeError, KeyError, RecursionError):
            body, hash = "", ""
        yield from chain.take(body, hash)
    if end is None:
        yield "The last line, which tells the end, is missing."
    else:
        yield from chain.end(*end)


if __name__ == "__main__":
    if len(sys.argv) not in (2, 4):
        sys.exit(__doc__)
    try:
        export, *told = [open(path, encoding="utf-8") for path in sys.argv[1:3]]  # noqa: PTH123, SIM115
    except OSError as error:
        sys.exit(f"{error.filename} cannot be read: {error.strerror}.")
    found = list(check(export, told[0] if told else (), sys.argv[3] if told else ""))
    print("\n".join(found) or "The record is whole.")
    sys.exit(1 if found else 0)
