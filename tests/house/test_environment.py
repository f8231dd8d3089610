"""The environment is made from a lock: with real venv and pip, and a package made here."""

import base64
import hashlib
import importlib.util
import os
import shutil
import signal
import socket
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from house import environment
from house.environment import DEV_LOCK, ROOT, RUN_LOCK, ensure, is_installed
from house.errors import Stopped


def make_wheel(folder: Path, version: str) -> str:
    """A package named tiny whose module knows its version; gives the line that locks it."""
    folder.mkdir(exist_ok=True)
    wheel = folder / f"tiny-{version}-py3-none-any.whl"
    info = f"tiny-{version}.dist-info"
    files = {
        "tiny.py": f"VERSION = {version!r}\n",
        f"{info}/METADATA": f"Metadata-Version: 2.1\nName: tiny\nVersion: {version}\n",
        f"{info}/WHEEL": "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
    }
    record = ""
    for name, text in files.items():
        digest = base64.urlsafe_b64encode(hashlib.sha256(text.encode()).digest()).rstrip(b"=")
        record += f"{name},sha256={digest.decode()},{len(text)}\n"
    with zipfile.ZipFile(wheel, "w") as archive:
        for name, text in {**files, f"{info}/RECORD": f"{record}{info}/RECORD,,\n"}.items():
            archive.writestr(name, text)
    digest = hashlib.sha256(wheel.read_bytes()).hexdigest()
    return f"tiny=={version} \\\n    --hash=sha256:{digest}\n"


def installed_version(root: Path) -> str:
    asked = [environment.python(root), "-c", "import tiny; print(tiny.VERSION)"]
    return subprocess.run(asked, capture_output=True, text=True, check=True).stdout.strip()


@pytest.fixture(autouse=True)
def only_our_packages(tmp_path, monkeypatch):
    """pip sees the folder of the test and nothing else."""
    for name in [name for name in os.environ if name.startswith("PIP_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("PIP_CONFIG_FILE", os.devnull)
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    monkeypatch.setenv("PIP_FIND_LINKS", str(tmp_path / "wheels"))
    monkeypatch.setenv("FACTLOG_VAR", str(tmp_path / "var"))


@pytest.fixture(scope="module")
def made_once(tmp_path_factory):
    """A project whose environment is made, with nothing of ours in it yet."""
    root = tmp_path_factory.mktemp("project")
    for lock in (RUN_LOCK, DEV_LOCK):
        (root / lock).write_text("")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("FACTLOG_VAR", str(root / "var"))
        environment._make(root)
        environment._write(root, {"python": environment._version(root), "locks": {}})
    return root


@pytest.fixture
def project(made_once, tmp_path):
    root = tmp_path / "project"
    shutil.copytree(made_once, root, symlinks=True)
    line = make_wheel(tmp_path / "wheels", "1.0")
    for lock in (RUN_LOCK, DEV_LOCK):
        (root / lock).write_text(line)
    return root


def test_from_nothing_the_environment_holds_what_the_lock_names(tmp_path, capsys):
    root = tmp_path / "empty"
    root.mkdir()
    (root / RUN_LOCK).write_text(make_wheel(tmp_path / "wheels", "1.0"))
    ensure(RUN_LOCK, root)
    assert installed_version(root) == "1.0"
    assert "Installing what requirements.lock names" in capsys.readouterr().out


def test_it_is_installed_once(project, tmp_path, capsys):
    ensure(RUN_LOCK, project)
    shutil.rmtree(tmp_path / "wheels")  # a second installation would find nothing
    capsys.readouterr()
    ensure(RUN_LOCK, project)
    assert capsys.readouterr().out == ""


def test_a_changed_lock_is_installed(project, tmp_path):
    ensure(RUN_LOCK, project)
    (project / RUN_LOCK).write_text(make_wheel(tmp_path / "wheels", "1.1"))
    assert not is_installed(RUN_LOCK, project)
    ensure(RUN_LOCK, project)
    assert installed_version(project) == "1.1"


def test_what_tests_need_is_enough_to_run_but_not_the_other_way(project):
    ensure(RUN_LOCK, project)
    assert not is_installed(DEV_LOCK, project)
    ensure(DEV_LOCK, project)
    assert is_installed(DEV_LOCK, project)
    assert is_installed(RUN_LOCK, project)


def test_a_package_that_is_not_the_locked_one_is_refused(project):
    (project / RUN_LOCK).write_text("tiny==1.0 \\\n    --hash=sha256:" + "0" * 64 + "\n")
    with pytest.raises(Stopped, match="is not the one"):
        ensure(RUN_LOCK, project)
    assert not is_installed(RUN_LOCK, project)


def test_without_a_network_it_says_so_in_one_sentence(project, monkeypatch):
    monkeypatch.delenv("PIP_NO_INDEX")
    monkeypatch.delenv("PIP_FIND_LINKS")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))  # bound and not listening: connections are refused
        monkeypatch.setenv("PIP_INDEX_URL", f"http://127.0.0.1:{free.getsockname()[1]}/")
        with pytest.raises(Stopped, match="connect to the network") as stopped:
            ensure(RUN_LOCK, project)
    assert "\n" not in str(stopped.value)


@pytest.mark.parametrize("missing", ["venv", "ensurepip"])
def test_without_venv_it_names_the_package_that_brings_it(tmp_path, monkeypatch, missing):
    found = importlib.util.find_spec
    monkeypatch.setattr(
        importlib.util, "find_spec", lambda name: None if name == missing else found(name)
    )
    (tmp_path / RUN_LOCK).write_text("")
    with pytest.raises(Stopped, match=rf"install python3\.{sys.version_info[1]}-venv"):
        ensure(RUN_LOCK, tmp_path)


def test_an_installation_that_was_killed_is_made_anew(project):
    # given an index that accepts connections and never answers, so that pip hangs
    with socket.socket() as silent:
        silent.bind(("127.0.0.1", 0))
        silent.listen()
        index = f"http://127.0.0.1:{silent.getsockname()[1]}/"
        hanging = subprocess.Popen(
            [
                sys.executable,
                "-c",
                "import sys; from pathlib import Path; from house.environment import ensure;"
                "ensure('requirements.lock', Path(sys.argv[1]))",
                str(project),
            ],
            cwd=ROOT,
            env={**os.environ, "PIP_NO_INDEX": "", "PIP_FIND_LINKS": "", "PIP_INDEX_URL": index},
            stdout=subprocess.DEVNULL,
            start_new_session=True,
        )
        silent.settimeout(30)
        silent.accept()
        # when everything is killed while it waits, and what it left behind is broken
        os.killpg(hanging.pid, signal.SIGKILL)
        hanging.wait()
    [pip] = project.glob(".venv/lib/python*/site-packages/pip/__init__.py")
    pip.write_text("this is half a fi")
    assert not is_installed(RUN_LOCK, project)
    # then the next start makes it whole
    ensure(RUN_LOCK, project)
    assert installed_version(project) == "1.0"


def test_an_environment_whose_python_was_exchanged_is_not_used(project):
    ensure(RUN_LOCK, project)
    environment._write(project, {**environment._noted(project), "python": "3.10"})
    assert not is_installed(RUN_LOCK, project)


def test_two_commands_started_at_once_install_once(project):
    command = [
        sys.executable,
        "-c",
        "import sys; from pathlib import Path; from house.environment import ensure;"
        "ensure('requirements.lock', Path(sys.argv[1]))",
        str(project),
    ]
    both = [
        subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) for _ in range(2)
    ]
    said = [process.communicate(timeout=60)[0] for process in both]
    assert [process.returncode for process in both] == [0, 0]
    assert sum("Installed in" in text for text in said) == 1
