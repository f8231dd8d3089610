"""Evidence in a folder: under its hash, whole or not at all, and never over another."""

import hashlib
import json
import os
import shutil
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import storages

from claims.archive import store
from claims.errors import EvidenceDamaged, StoreUnavailable

ROOT = Path(__file__).resolve().parents[2]
DATA = "قالت الهيئة إن الجسر أُغلق.".encode()
SHA256 = hashlib.sha256(DATA).hexdigest()
KEY = f"{SHA256[:2]}/{SHA256[2:4]}/{SHA256}"


@pytest.fixture(autouse=True)
def folder(settings, tmp_path: Path) -> Path:
    place = tmp_path / "evidence"
    settings.STORAGES = {
        **settings.STORAGES,
        "evidence": {
            "BACKEND": "claims.archive.folder.Folder",
            "OPTIONS": {"location": place},
        },
    }
    return place


def files(folder: Path) -> list[str]:
    return sorted(str(f.relative_to(folder)) for f in folder.rglob("*") if f.is_file())


def test_bytes_are_kept_under_their_hash_and_read_again(folder: Path) -> None:
    kept = store.keep(DATA)
    assert (kept.sha256, kept.size, kept.key) == (SHA256, len(DATA), KEY)
    assert files(folder) == [KEY]
    assert store.read(kept.key) == DATA
    assert store.holds(kept.key, SHA256)


def test_nobody_else_may_read_it_or_write_to_it(folder: Path) -> None:
    store.keep(DATA)
    assert (folder / KEY).stat().st_mode & 0o777 == 0o440
    assert {one.stat().st_mode & 0o007 for one in folder.rglob("*")} == {0}


def test_the_same_bytes_are_kept_once(folder: Path) -> None:
    first = store.keep(DATA)
    written = (folder / KEY).stat()
    assert store.keep(DATA) == first
    assert (folder / KEY).stat().st_mtime_ns == written.st_mtime_ns
    assert files(folder) == [KEY]


def test_many_at_once_keep_the_same_bytes(folder: Path) -> None:
    found: list[object] = []

    def keep() -> None:
        try:
            found.append(store.keep(DATA).key)
        except BaseException as error:
            found.append(error)

    threads = [threading.Thread(target=keep) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == [KEY] * 8
    assert files(folder) == [KEY]


def test_who_comes_second_in_the_same_moment_leaves_what_is_there(folder: Path) -> None:
    store.keep(DATA)
    inode = (folder / KEY).stat().st_ino

    assert storages["evidence"].save(KEY, ContentFile(b"others")) == KEY
    assert (folder / KEY).read_bytes() == DATA
    assert (folder / KEY).stat().st_ino == inode
    assert files(folder) == [KEY]


def test_changed_bytes_are_found_and_not_written_over(folder: Path) -> None:
    store.keep(DATA)
    (folder / KEY).chmod(0o640)
    (folder / KEY).write_bytes(DATA.replace(b"\xd9", b"\xd8"))
    for use in (lambda: store.read(KEY), lambda: store.keep(DATA)):
        with pytest.raises(EvidenceDamaged, match=f"The evidence {SHA256[:12]} is gone") as refused:
            use()
        assert refused.value.code == "evidence_damaged"
    assert not store.holds(KEY, SHA256)
    assert (folder / KEY).read_bytes() != DATA


def test_missing_bytes_are_told(folder: Path) -> None:
    assert not store.holds(KEY, SHA256)
    with pytest.raises(EvidenceDamaged):
        store.read(KEY)


def test_other_bytes_are_not_held_for_it() -> None:
    kept = store.keep(DATA)
    assert not store.holds(kept.key, hashlib.sha256(b"other").hexdigest())


@pytest.mark.parametrize(
    "key", ["", "/etc/passwd", f"../{KEY}", f"{KEY}/", f"ab/cd/{SHA256}", KEY.upper(), f"{KEY}\n"]
)
def test_what_is_no_key_is_not_looked_for(key: str) -> None:
    with pytest.raises(ValueError, match="no key"):
        store.read(key)


def test_a_folder_that_cannot_be_made_is_told(folder: Path) -> None:
    folder.write_bytes(b"a file stands where the folder should")
    with pytest.raises(StoreUnavailable, match="nothing was kept") as refused:
        store.keep(DATA)
    assert refused.value.code == "store_unavailable"


# Runs by itself, because the limit is one of the process or of its file systems.
SCRIPT = """
import json, resource, sys
import django
django.setup()
from claims.archive import store
from claims.errors import StoreUnavailable
if sys.argv[1] == "file size":
    resource.setrlimit(resource.RLIMIT_FSIZE, (65536, 65536))
store.keep(b"small")
try:
    store.keep(bytes(1024 * 1024))
    said = "kept"
except StoreUnavailable as refused:
    said = str(refused)
folder = __import__("pathlib").Path(sys.argv[2])
names = [f.name for f in folder.rglob("*") if f.is_file()]
print(json.dumps([said, names, store.read(store.keep(b"small").key).decode()]))
"""
TINY = 'mount -t tmpfs -o size=128k tiny "$0" && exec "$@"'


def run_full(limit: str, folder: Path, before: list[str]) -> None:
    done = subprocess.run(
        [*before, sys.executable, "-c", SCRIPT, limit, str(folder)],
        cwd=ROOT,
        env={
            **os.environ,
            "DJANGO_SETTINGS_MODULE": "factlog.settings",
            "FACTLOG_EVIDENCE": str(folder),
            "FACTLOG_LOG_LEVEL": "ERROR",
        },
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert done.returncode == 0, done.stderr
    said, names, small = json.loads(done.stdout)
    assert "The store of evidence is full or cannot be reached" in said
    assert names == [hashlib.sha256(b"small").hexdigest()]
    assert small == "small"


def test_a_file_that_cannot_be_written_whole_leaves_nothing(tmp_path: Path) -> None:
    run_full("file size", tmp_path / "evidence", [])


def test_a_full_disk_leaves_nothing(tmp_path: Path) -> None:
    """A real file system of 128 KB, in a space of its own that ends with the process."""
    place = tmp_path / "evidence"
    place.mkdir()
    alone = ["unshare", "--map-root-user", "--mount", "sh", "-c", TINY, str(place)]
    usable = (
        shutil.which("unshare")
        and not subprocess.run([*alone, "true"], capture_output=True, check=False).returncode
    )
    if not usable:
        pytest.skip("this machine allows no file systems of one's own (unshare, tmpfs)")
    run_full("disk", place, alone)
