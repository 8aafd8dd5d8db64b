"""Killing a writer at any moment, again and again."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).parents[2]

Writer = subprocess.Popen[str]
"""A process that writes for ever in a child of its own; it is the parent of those that die."""


@contextmanager
def writer(module: str) -> Iterator[Writer]:
    """Start a module that reads numbers and addresses, and says what was acknowledged."""
    with subprocess.Popen(  # noqa: S603 - a module of ours
        [sys.executable, "-m", module],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": f"{ROOT / 'src'}{os.pathsep}{ROOT}"},
    ) as running:
        yield running


def killed(process: Writer, url: str, first: int, delay: float) -> int:
    """Let a child write from number *first* on, kill it, and return what it acknowledged.

    It is killed *delay* seconds after its first acknowledgement.
    """
    assert process.stdin is not None
    assert process.stdout is not None
    process.stdin.write(f"{first} {url}\n")
    process.stdin.flush()
    said: list[str] = []
    while not (any("child" in each for each in said) and any(each.isdigit() for each in said)):
        said.append(process.stdout.readline().strip())
        assert said[-1] != "dead", "the child died of itself"
    time.sleep(delay)
    (child,) = (int(each.removeprefix("child ")) for each in said if "child" in each)
    os.kill(child, signal.SIGKILL)
    while said[-1] != "dead":
        said.append(process.stdout.readline().strip())
    return max(int(each) for each in said if each.isdigit())
