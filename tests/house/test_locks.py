"""The lock files: pinned, hashed, and at home on every machine."""

import re

import pytest

from tests.house.checkout import ROOT

PIN = re.compile(r"^([\w.-]+)==(\S+)(?: ; (.+?))? \\$", re.MULTILINE)
LOCKS = ("requirements.lock", "requirements-dev.lock")


def _pins(name: str) -> set[tuple[str, str, str]]:
    return set(PIN.findall((ROOT / name).read_text(encoding="utf-8")))


@pytest.mark.parametrize("name", LOCKS)
def test_every_package_is_pinned_and_hashed(name: str) -> None:
    entries = re.split(r"^(?=\S)", (ROOT / name).read_text(encoding="utf-8"), flags=re.MULTILINE)
    loose = [entry for entry in entries if entry and "--hash=sha256:" not in entry]
    assert loose == []
    assert len(_pins(name)) == len([entry for entry in entries if entry])


@pytest.mark.parametrize("name", LOCKS)
def test_no_lock_names_a_host(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    assert "://" not in text
    assert "index-url" not in text
    assert "find-links" not in text


def test_developing_happens_on_the_packages_that_run() -> None:
    assert _pins("requirements.lock") - _pins("requirements-dev.lock") == set()
