"""Node tools: the compilers that make a client of the contract, installed as they are locked."""

import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
from functools import cache
from pathlib import Path

import pytest

from tests.house.checkout import ROOT

HERE = Path(__file__).parent
LOCKED = (".npmrc", "package.json", "package-lock.json")
CACHE = ROOT / "var" / "clients"
PROGRAMS = Path(sys.executable).parent
QUIET = ("--ignore-scripts", "--no-audit", "--no-fund", "--no-update-notifier")
SOON = ("--fetch-retries=1", "--fetch-retry-mintimeout=1000", "--fetch-timeout=60000")
"""Where there is no network, that is found out in seconds; milliseconds."""


@cache
def node_modules() -> Path:
    """Return the folder of the locked packages; without any network the test is skipped.

    A package that is not the locked one is no reason to skip: the test fails.
    """
    locked = b"".join((HERE / name).read_bytes() for name in LOCKED)
    kept = CACHE / hashlib.sha256(locked).hexdigest()[:16]
    if not kept.exists():
        CACHE.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=CACHE) as fresh:
            _install(Path(fresh))
            # Another worker may have been first; then its folder stays.
            if not kept.exists():
                shutil.copytree(fresh, kept, symlinks=True)
    return kept / "node_modules"


def run(*command: str | Path, folder: Path) -> str:
    """Run a program with Node at hand and return what it prints; it must not fail."""
    done = subprocess.run(  # noqa: S603 - the programs that the lock names
        command, cwd=folder, env=_surroundings(), capture_output=True, check=False, timeout=300
    )
    said = done.stdout.decode() + done.stderr.decode()
    assert done.returncode == 0, said
    return done.stdout.decode()


def _install(folder: Path) -> None:
    for name in LOCKED:
        shutil.copy(HERE / name, folder)
    done = subprocess.run(  # noqa: S603 - npm, as the lock of the project has it
        (PROGRAMS / "npm", "ci", *QUIET, *SOON),
        cwd=folder,
        env=_surroundings(),
        capture_output=True,
        check=False,
        timeout=300,
    )
    if done.returncode:
        said = done.stderr.decode()
        assert "EINTEGRITY" not in said, said
        pytest.skip(f"npm cannot install the tools for TypeScript: {said.strip()[:300]}")


def _surroundings() -> dict[str, str]:
    return os.environ | {"PATH": f"{PROGRAMS}{os.pathsep}{os.environ.get('PATH', '')}"}
