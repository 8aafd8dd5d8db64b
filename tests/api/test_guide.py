"""The guide to copying: its copier runs as a program, and brings a copy up to date by itself."""

import json
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

from fastapi import FastAPI
from starlette.testclient import TestClient

from tests.api.guide import GUIDE, programs
from tests.api.serving import served

PATIENCE = 20


def test_the_copier_of_the_guide_is_short_and_needs_nothing_installed(
    on_sqlite: TestClient, tmp_path: Path
) -> None:
    program, copy = tmp_path / "copier.py", tmp_path / "copy.db"
    program.write_text(programs()[0], encoding="utf-8")
    assert len([line for line in program.read_text().splitlines() if line.strip()]) <= 45
    assert isinstance(on_sqlite.app, FastAPI)
    with served(on_sqlite.app) as root:
        command = [sys.executable, "-I", "-W", "error", str(program), root, str(copy)]
        with subprocess.Popen(command) as copying:  # noqa: S603 - the program of our own guide
            found = wait_for_rows(copy)
            copying.terminate()
    listed = on_sqlite.get("/v1/openings?status=published&limit=100").json()["items"]
    assert found == {line["id"] for line in listed}


def wait_for_rows(file: Path) -> set[str]:
    """Return what the guide's own question finds, once the copier has written something."""
    question = (
        GUIDE.read_text("utf-8")
        .split("What is open for applications in it:\n`")[1]
        .split("`.\n")[0]
    )
    ends_at = time.monotonic() + PATIENCE
    while time.monotonic() < ends_at:
        with closing(sqlite3.connect(file)) as copy:
            try:
                rows = copy.execute(
                    question.replace("strftime('%Y-%m-%dT%H:%M:%SZ')", "'2026-11-24T12:00:00Z'")
                )
                told = [json.loads(text) for (text,) in rows]
            except sqlite3.OperationalError:
                told = []
        if told:
            return {each["id"] for each in told}
        time.sleep(0.05)
    raise AssertionError("the copier wrote nothing")
