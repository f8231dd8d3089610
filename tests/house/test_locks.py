"""The lock files: exact, hashed, and one within the other."""

import re

import pytest

from house.environment import DEV_LOCK, ROOT, RUN_LOCK

S3_LOCK = "requirements-s3.lock"

PIN = re.compile(r"(?m)^([A-Za-z0-9][\w.\[\]-]*)==(\S+)(?: ; ([^\\\n]+?))? \\$")


def pins(lock: str) -> set[tuple[str, str, str]]:
    return set(PIN.findall((ROOT / lock).read_text(encoding="utf-8")))


def test_what_runs_is_tested_in_the_very_same_versions():
    assert len(pins(RUN_LOCK)) > 20
    assert pins(RUN_LOCK) <= pins(S3_LOCK) <= pins(DEV_LOCK)


@pytest.mark.parametrize("lock", [RUN_LOCK, S3_LOCK, DEV_LOCK])
def test_every_package_has_a_hash_and_no_host_is_named(lock):
    text = (ROOT / lock).read_text(encoding="utf-8")
    requirements = [part for part in re.split(r"\n(?=\S)", text.strip()) if "==" in part]
    assert len(requirements) == len(pins(lock))
    assert all("--hash=sha256:" in requirement for requirement in requirements)
    assert "://" not in text
    assert "-url" not in text


def test_every_dependency_that_is_declared_is_locked():
    import tomllib

    declared = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    locked = {name.lower() for name, _, _ in pins(RUN_LOCK)}
    names = {re.split(r"[\[<>=]", need)[0].lower() for need in declared["dependencies"]}
    assert names
    assert {re.sub(r"[-_.]+", "-", name) for name in names} <= locked
