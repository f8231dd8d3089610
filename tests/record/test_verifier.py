"""The verifier that needs nothing: canonical text, and signatures by RFC 8032."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hypothesis import given
from hypothesis import strategies as st

from claims.record.verifier import canonical, is_signed

FILE = Path(__file__).resolve().parents[2] / "claims" / "record" / "verifier.py"

# RFC 8032, section 7.1: public key, message, signature.
VECTORS = [
    (
        "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a",
        "",
        "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b4"
        "6bd25bf5f0595bbe24655141438e7a100b",
    ),
    (
        "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c",
        "72",
        "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d"
        "8c387b2eaeb4302aeeb00d291612bb0c00",
    ),
    (
        "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025",
        "af82",
        "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6"
        "594a7c15e9716ed28dc027beceea1ec40a",
    ),
]


def test_it_is_short_enough_to_be_read_and_imports_nothing_that_has_to_be_installed():
    text = FILE.read_text(encoding="utf-8")
    assert len(text.splitlines()) <= 200
    imported = re.findall(r"(?m)^\s*(?:from|import) ([\w.]+)", text)
    assert {name.partition(".")[0] for name in imported} <= sys.stdlib_module_names


@pytest.mark.parametrize(("key", "message", "signature"), VECTORS)
def test_the_signatures_of_the_standard_are_taken(key: str, message: str, signature: str):
    told = [bytes.fromhex(one) for one in (message, signature, key)]
    assert is_signed(*told)
    assert not is_signed(told[0] + b"!", told[1], told[2])


@given(st.binary(max_size=60), st.integers(0, 63), st.integers(1, 255))
def test_what_another_library_signs_is_taken_and_no_byte_may_differ(
    message: bytes, at: int, by: int
):
    key = Ed25519PrivateKey.generate()
    signature = key.sign(message)
    public = key.public_key().public_bytes_raw()
    assert is_signed(message, signature, public)
    wrong = bytearray(signature)
    wrong[at] ^= by
    assert not is_signed(message, bytes(wrong), public)


@pytest.mark.parametrize("key", [b"", b"\xff" * 32, b"\x02" + b"\0" * 31])
def test_what_is_no_key_signs_nothing(key: bytes):
    assert not is_signed(b"", bytes.fromhex(VECTORS[0][2]), key)


PLAIN = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**70), 2**70) | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
)


@given(PLAIN)
def test_one_value_has_one_text(value: object):
    import json

    body = canonical(value)
    assert canonical(json.loads(body)) == body


@pytest.mark.parametrize("value", [1.5, {"a": [0.0]}, {1: "a"}, (1, 2), float("nan"), object()])
def test_what_has_no_one_text_is_refused(value: object):
    with pytest.raises((ValueError, TypeError)):
        canonical(value)


def test_it_runs_alone(tmp_path: Path):
    export = tmp_path / "export.jsonl"
    export.write_text('{"end": {"hash": "%s", "sequence": 0}}\n' % ("0" * 64), encoding="utf-8")
    alone = tmp_path / "verifier.py"
    alone.write_bytes(FILE.read_bytes())
    command = [sys.executable, "-I", str(alone)]
    done = subprocess.run([*command, str(export)], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (0, "The record is whole.\n")
    export.write_text("{}\n", encoding="utf-8")
    done = subprocess.run([*command, str(export)], capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "The last line, which tells the end, is missing." in done.stdout
    lost = [*command, str(export), str(tmp_path / "nowhere"), "00"]
    done = subprocess.run(lost, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert done.stderr.endswith("nowhere cannot be read: No such file or directory.\n")
    usage = subprocess.run(command, capture_output=True, text=True, check=False)
    assert "EXPORT.jsonl" in usage.stderr
