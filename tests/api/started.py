"""The getting-started page: the programs that it shows, each with what it prints."""

import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from tests.house.checkout import ROOT

PAGE = ROOT / "docs" / "getting-started.md"
SERVICE = "http://127.0.0.1:8000"
SHOWN = re.compile(r"```(sh|js|python)\n(.*?)```\n\n```(?:text|json)\n(.*?)```", re.DOTALL)
CURSOR = re.compile(r'(cursor(?:=|": ?"))[\w-]+')


@dataclass(frozen=True)
class Shown:
    """A program of the page, and what is said to come out of it."""

    language: str
    program: str
    output: str


def programs() -> list[Shown]:
    """Return the programs of the page, in its order."""
    return [Shown(*found) for found in SHOWN.findall(PAGE.read_text("utf-8"))]


def interpreter(language: str) -> list[str] | None:
    """Return what runs a program of *language*; ``None``: this machine has nothing for it."""
    if language == "python":
        return [sys.executable, "-I", "-W", "error"]
    if language == "sh":
        return ["/bin/sh", "-eu"] if shutil.which("curl") else None
    node = Path(sys.executable).with_name("node")
    return [str(node)] if node.exists() else None


def printed(shown: Shown, root: str, token: str, folder: Path) -> str:
    """Run a program against the service at *root* and return what it prints, without cursors."""
    command = interpreter(shown.language) or []
    suffix = {"js": "mjs", "python": "py", "sh": "sh"}[shown.language]
    file = folder / f"program.{suffix}"
    file.write_text(shown.program.replace(SERVICE, root).replace("TOKEN", token), encoding="utf-8")
    done = subprocess.run(  # noqa: S603 - the program of our own page
        [*command, str(file)], cwd=folder, capture_output=True, check=False, timeout=60
    )
    assert (done.returncode, done.stderr.decode()) == (0, "")
    return CURSOR.sub(r"\1…", done.stdout.decode())
